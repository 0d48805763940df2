//! What following a name costs: to store it, and to ask.

use conformance::sessions::{act, begin, session, user};
use conformance::{is_embedded, now, store};
use model::{Event, Followed, Query};
use serde_json::json;
use store::{Config, Item, Retention, Store};

async fn filled(shards: u8, events: Vec<Event>) -> Store {
    let store = store(shards, Retention::Forever, 512.0).await;
    store.put(events, now()).await.unwrap();
    store
}

/// `count` sessions that `name` began within the last hour, each with an event in it.
fn sessions(name: &str, count: usize) -> Vec<Event> {
    let both = |n: usize| {
        let (key, job) = (format!("ASIA{name}{n:03}"), format!("job-{n}"));
        let time = format!("22T13:{:02}", n % 60);
        let begins = begin(&format!("b-{name}-{n:03}"), &time, &user(name), ("ops", &job, &key), 1);
        [
            begins,
            act(
                &format!("e-{name}-{n:03}"),
                &time,
                &session("ops", &job, &key),
                "StopDBInstance",
                "Management",
            ),
        ]
    };
    (0..count).flat_map(both).collect()
}

/// Read units and round trips of following `text` and of its first page, and what was followed. The units are the
/// embedded engine's, which counts as AWS does: DynamoDB Local takes none for a Query that finds nothing.
async fn cost(store: &Store, text: &str) -> ((f64, u32), (f64, u32), Option<Followed>, usize) {
    let query: Query = format!("q={text}").parse().unwrap();
    let asked = store.follow(&query, now()).await.unwrap();
    let page = store.page(&asked.query, now()).await.unwrap();
    let (first, then) = (asked.cost, page.cost);
    let units = (first.read_units, first.round_trips);
    (units, (then.read_units, then.round_trips), asked.followed, page.rows.len())
}

#[tokio::test]
async fn a_name_costs_half_a_unit_and_each_of_its_sessions_as_much() {
    let mut events = sessions("alana", 3);
    events.push(act("bo", "22T13:00", &user("bo"), "StopDBInstance", "Management"));
    let store = filled(1, events).await;
    let three = Some(Followed { sessions: 3, whole: true });
    for (text, follow, page, followed, rows) in [
        ("event:StopDBInstance", (0.0, 0), (0.5, 1), None, 4),
        ("who:bo", (0.5, 1), (0.5, 1), None, 1),
        ("who:alana", (2.0, 2), (2.0, 1), three, 6),
        ("-who:alana", (2.0, 2), (0.5, 1), three, 1),
    ] {
        let cost = cost(&store, text).await;
        assert_eq!((cost.0.1, cost.1.1, cost.2, cost.3), (follow.1, page.1, followed, rows), "{text}");
        if is_embedded() {
            assert_eq!((cost.0, cost.1), (follow, page), "{text}");
        }
    }
}

#[tokio::test]
async fn a_busy_name_is_followed_up_to_a_bound_and_that_is_said() {
    let store = filled(1, sessions("ci", 70)).await;
    let (follow, page, followed, rows) = cost(&store, "who:ci&size=100").await;
    assert_eq!(followed, Some(Followed { sessions: 60, whole: false }));
    // Seventy calls, and the sixty sessions that end last.
    assert_eq!(rows, 100);
    assert_eq!(follow.1, 2);
    let least = if is_embedded() { 30.0 } else { 0.0 };
    assert!((least..=36.0).contains(&follow.0), "{follow:?}");
    assert!(page.0 <= 40.0 && page.1 <= 4, "{page:?}");
    // Of more shards, fewer have room to be read side by side.
    let store = filled(16, sessions("ci", 70)).await;
    assert_eq!(cost(&store, "who:ci").await.2, Some(Followed { sessions: 5, whole: false }));
    assert_eq!(cost(&store, "-who:ci").await.2, Some(Followed { sessions: 60, whole: false }));
}

/// The index keys of `items` under which a session is told, each with its item's sort key.
fn told(items: &[Item]) -> Vec<String> {
    let text = |item: &Item, name: &str| item.get(name).and_then(|value| value.as_s().ok().cloned());
    let of_item = |item: &Item| {
        let keys = ["gu", "gk"].into_iter().filter_map(|name| Some(format!("{name} {}", text(item, name)?)));
        keys.filter(|key| key.ends_with("#s"))
            .map(|key| format!("{} {key}", text(item, "sk").unwrap()))
            .collect()
    };
    let mut told: Vec<String> = items.iter().flat_map(|item| -> Vec<String> { of_item(item) }).collect();
    told.sort();
    told
}

/// On items that a call has for its resources, so that a name costs one write unit, and nothing where nobody is
/// to be told.
#[test]
fn who_began_a_session_stands_on_further_items() {
    let config = Config::default();
    let items = |event: &Event| store::items(event, &config, now()).unwrap();
    let call = begin("1", "22T13:00", &user("alana"), ("ops", "job-1", "ASIA1"), 1);
    assert_eq!(told(&items(&call)), ["R#1 gu alana#s"]);
    let on = begin("2", "22T13:00", &session("ops", "job-1", "ASIA1"), ("deploy", "run-7", "ASIA2"), 1);
    assert_eq!(told(&items(&on)), ["R#1 gk ASIA1#s", "R#2 gu job-1#s", "R#3 gu ops#s"]);
    let same = begin("3", "22T13:00", &user("alana"), ("ops", "alana", "ASIA1"), 1);
    assert_eq!(told(&items(&same)), [""; 0]);
    let refused =
        Event::from_record(&call.record.replace("\"eventID\"", "\"errorCode\":\"AccessDenied\",\"eventID\""));
    assert_eq!(told(&items(&refused.unwrap())), [""; 0]);
    // As many items as the same call by a service, of which nothing is told.
    let service = json!({ "type": "AWSService", "invokedBy": "ec2.amazonaws.com" });
    let service = items(&begin("4", "22T13:00", &service, ("ops", "job-1", "ASIA1"), 1));
    assert_eq!(told(&service), [""; 0]);
    assert_eq!(service.len(), items(&call).len());
}
