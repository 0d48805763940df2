//! `who:` finds what was done in the sessions that somebody began, wherever they are not named.

use conformance::sessions::{act, begin, session, user};
use conformance::{all_pages, check_histogram, ids, now, store};
use model::filter::Key;
use model::{Event, Exactness, Followed, Query, Summary};
use serde_json::json;
use store::{PutOutcome, Retention, Roll, Store};

/// Who is behind an event is what its id begins with. Alana begins a session, and in it another.
fn events() -> Vec<Event> {
    let (alana, bo) = (user("alana"), user("bo"));
    let (ops, deploy) = (session("ops", "job-1", "ASIA1"), session("deploy", "run-7", "ASIA2"));
    let service = json!({ "type": "AWSService", "invokedBy": "ec2.amazonaws.com" });
    vec![
        begin("alana-begins", "22T12:00", &alana, ("ops", "job-1", "ASIA1"), 1),
        begin("alana-begins-on", "22T12:20", &ops, ("deploy", "run-7", "ASIA2"), 1),
        act("alana-in-ops", "22T12:10", &ops, "DeleteDBInstance", "Management"),
        act("alana-in-deploy", "22T12:30", &deploy, "DeleteDBInstance", "Management"),
        act("alana-in-deploy-2", "22T12:30", &deploy, "StopDBInstance", "Management"),
        act("alana-data", "22T12:40", &deploy, "ReadLog", "Data"),
        act("alana-herself", "22T12:50", &alana, "StopDBInstance", "Management"),
        begin("bo-begins", "22T12:05", &bo, ("ops", "job-2", "ASIA3"), 1),
        act("bo-in-ops", "22T12:15", &session("ops", "job-2", "ASIA3"), "DeleteDBInstance", "Management"),
        begin("service-begins", "22T12:00", &service, ("ops", "i-0abc1234", "ASIA4"), 6),
        act(
            "service-in-ops",
            "22T12:35",
            &session("ops", "i-0abc1234", "ASIA4"),
            "StopDBInstance",
            "Management",
        ),
    ]
}

async fn filled(events: Vec<Event>) -> Store {
    let store = store(1, Retention::Forever, 512.0).await;
    store.put(events, now()).await.unwrap();
    store
}

/// The rows of `text`, page by page and each followed anew, as requests are.
async fn rows(store: &Store, text: &str) -> (Vec<Summary>, Option<Followed>) {
    let mut query: Query = text.parse().unwrap_or_else(|e| panic!("{text}: {e:?}"));
    let mut rows = Vec::new();
    loop {
        let asked = store.follow(&query, now()).await.unwrap();
        assert_eq!(asked.query.to_string(), query.to_string());
        let mut page = store.page(&asked.query, now()).await.unwrap();
        let cost = page.cost;
        asked.tell(&mut page);
        assert_eq!(page.cost.round_trips, cost.round_trips + asked.cost.round_trips);
        rows.extend(page.rows);
        match page.next {
            None => return (rows, page.followed),
            next => query.at = next,
        }
    }
}

#[track_caller]
fn check((rows, followed): &(Vec<Summary>, Option<Followed>), expected: &str, sessions: u32) {
    assert_eq!(ids(rows).join(" "), expected);
    let told = (sessions > 0).then_some(Followed { sessions, whole: true });
    assert_eq!(*followed, told, "{expected}");
}

const ALANA: &str =
    "alana-herself alana-in-deploy-2 alana-in-deploy alana-begins-on alana-in-ops alana-begins";
const OTHERS: &str = "service-in-ops bo-in-ops bo-begins service-begins";

/// Each of the four events that matter in every place among them, and everything delivered twice.
#[tokio::test]
async fn in_whatever_order_it_arrives() {
    for order in 0..24 {
        let mut events = events();
        let mut first: Vec<Event> = events.drain(..4).collect();
        let mut arriving: Vec<Event> = Vec::new();
        for (left, place) in [(4, order / 6), (3, order / 2 % 3), (2, order % 2), (1, 0)] {
            assert_eq!(first.len(), left);
            arriving.push(first.remove(place));
        }
        // The others between them.
        arriving.splice(2..2, events);
        let store = store(1, Retention::Forever, 512.0).await;
        for event in &arriving {
            store.put(vec![event.clone()], now()).await.unwrap();
        }
        let again = store.put(arriving, now()).await.unwrap();
        assert!(again.outcomes.iter().all(|outcome| *outcome == PutOutcome::Duplicate));
        assert_eq!(again.write_units, 0.0);
        check(&rows(&store, "q=who:alana").await, ALANA, 2);
    }
}

#[tokio::test]
async fn a_name_means_the_sessions_it_began_in_every_kind_of_question() {
    let store = filled(events()).await;
    for size in [1, 2, 100] {
        check(&rows(&store, &format!("q=who:alana&size={size}")).await, ALANA, 2);
        check(&rows(&store, &format!("q=-who:alana&size={size}")).await, OTHERS, 2);
    }
    check(&rows(&store, "q=who:alana+event:DeleteDBInstance").await, "alana-in-deploy alana-in-ops", 2);
    check(&rows(&store, "q=who:alana+category:data").await, "alana-data", 2);
    check(&rows(&store, "q=who:bo,alana+event:Stop*").await, "alana-herself alana-in-deploy-2", 3);
    check(&rows(&store, "q=who:alana+-who:ops&sort=time").await, "alana-begins alana-herself", 2);
    // A session's name and a role's are names, too: of the second session only the key tells.
    let in_deploy = "alana-in-deploy-2 alana-in-deploy";
    check(&rows(&store, "q=who:job-1").await, &format!("{in_deploy} alana-begins-on alana-in-ops"), 1);
    check(&rows(&store, "q=who:run-7").await, in_deploy, 0);
    // What a service began is nobody's, and a pattern is about no name in particular.
    check(&rows(&store, "q=who:alan*").await, "alana-herself alana-begins", 0);
    check(&rows(&store, "q=who:\"alana%23s\"").await, "", 0);
    // As the record has it, for LookupEvents.
    let literal: Query = "q=who:alana".parse().unwrap();
    assert_eq!(ids(&all_pages(&store, &literal, now()).await.0), ["alana-herself", "alana-begins"]);
    let export = store.export(store.follow(&literal, now()).await.unwrap().query, now());
    let chunks: Vec<_> = futures::TryStreamExt::try_collect(export).await.unwrap();
    let exported: Vec<String> = chunks.into_iter().flatten().map(|stored| stored.event.id).collect();
    assert_eq!(exported.join(" "), ALANA);
}

/// The first session ended before the range, and what was begun in it did not; a day later neither is read.
#[tokio::test]
async fn of_the_range_counts_what_was_alive_there() {
    let mut events = events();
    events.push(act(
        "alana-late",
        "22T13:10",
        &session("deploy", "run-7", "ASIA2"),
        "StopDBInstance",
        "Management",
    ));
    let store = filled(events).await;
    check(&rows(&store, "q=who:alana&from=2026-11-22T13:05:00Z").await, "alana-late", 1);
    check(
        &rows(&store, "q=who:alana&from=2026-11-22T12:00:00Z&to=2026-11-22T12:15:00Z").await,
        "alana-in-ops alana-begins",
        1,
    );
    check(&rows(&store, "q=who:alana&from=2026-11-22T13:25:00Z").await, "", 0);
}

/// TTL deletes late, and a call that is not shown any more tells nothing either.
#[tokio::test]
async fn a_call_past_retention_leads_nowhere() {
    let store = store(1, Retention::Days(1), 512.0).await;
    let began = begin("alana-begins", "21T13:30", &user("alana"), ("ops", "job-1", "ASIA1"), 12);
    let used =
        act("alana-in-ops", "21T20:00", &session("ops", "job-1", "ASIA1"), "StopDBInstance", "Management");
    let before: model::Timestamp = "2026-11-21T21:00:00Z".parse().unwrap();
    store.put(vec![began, used], before).await.unwrap();
    let query: Query = "q=who:alana&from=-90d".parse().unwrap();
    for (moment, expected) in [(before, "alana-in-ops alana-begins"), (now(), "")] {
        let asked = store.follow(&query, moment).await.unwrap();
        let (rows, _) = all_pages(&store, &asked.query, moment).await;
        assert_eq!(ids(&rows).join(" "), expected);
    }
}

/// Rolled or not: who began nothing is counted from rollups as before, who did where the events are.
#[tokio::test]
async fn counts_are_those_of_the_events() {
    let events = events();
    let store = filled(events.clone()).await;
    store.roll(Roll::Everything, now(), |_, _| {}).await.unwrap();
    for (text, behind) in [("who:alana", true), ("-who:alana", false), ("who:alana event:Stop*", true)] {
        let query: Query = format!("q={}&from=-1d", text.replace(' ', "+")).parse().unwrap();
        let asked = store.follow(&query, now()).await.unwrap().query;
        let histogram = store.histogram(&asked, now()).await.unwrap();
        check_histogram(&events, &asked, &histogram);
        assert_eq!(histogram.exactness, Exactness::Exact);
        let (expected, _) = rows(&store, &query.to_string()).await;
        assert!(expected.iter().all(|row| row.id.starts_with("alana") == behind), "{text}");
        let count: u64 =
            histogram.buckets.iter().map(|bucket| bucket.ok + bucket.denied + bucket.failed).sum();
        assert_eq!(count, expected.len() as u64, "{text}");
        let facets = store.facets(&asked, &[Key::Event], now()).await.unwrap();
        let counted: u64 = facets.facets[0].values.iter().map(|value| value.count.n).sum();
        assert_eq!((counted, facets.facets[0].whole), (expected.len() as u64, true), "{text}");
    }
    let values = store.follow(&"q=who:alana&from=-1d".parse().unwrap(), now()).await.unwrap().query;
    let values = store.values(&values, Key::AccessKey, "asia", now()).await.unwrap();
    let keys: Vec<(&str, u64)> =
        values.facet.values.iter().map(|value| (value.value.as_str(), value.count.n)).collect();
    assert_eq!(keys, [("ASIA1", 2), ("ASIA2", 2)]);
}
