//! `GET /api/events/{id}/chain`

use model::chain::{EndKind, Label};
use model::{Chain, Event, Problem, Timestamp};
use store::Retention;

use crate::{Api, events, now};

/// The records of the theme, from the corpus.
fn theme() -> Vec<Event> {
    let cases = corpus::cases().iter().filter(|case| case.name.starts_with("chain-"));
    cases.map(|case| Event::from_record(case.record).unwrap()).collect()
}

fn event(name: &str) -> Event {
    let case = corpus::cases().iter().find(|case| case.name == name);
    Event::from_record(case.unwrap_or_else(|| panic!("no {name}")).record).unwrap()
}

async fn chain(api: &Api, id: &str) -> Chain {
    let answer = api.get(&format!("/api/events/{id}/chain")).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json()
}

/// `Proved omar, Proved root: Root`
fn text(chain: &Chain) -> String {
    let hops = chain.hops.iter().map(|hop| format!("{:?} {}", hop.label, hop.who.name().unwrap_or("?")));
    format!("{}: {:?}", hops.collect::<Vec<_>>().join(", "), chain.end.kind)
}

#[tokio::test]
async fn a_chain_costs_a_query_and_a_record_for_each_hop() {
    let api = Api::with_corpus().await;
    for (name, expected, read_units, round_trips) in [
        ("aws-service", ": Service", 0.5, 1),
        ("chain-by-web-identity", "Proved repo:example/cats:ref:refs/heads/main: Federated", 1.5, 3),
        // At a user's long-lived key it is asked for who made it.
        ("chain-by-session-token", "Proved ria: User", 2.0, 4),
        ("chain-two-roles-away", "Proved omar-debug, Proved omar, Proved root, Inferred root: Root", 6.0, 10),
        // The key, then the session, then the caller's own record of the call.
        ("chain-across-accounts", "Stated kim: User", 3.5, 6),
        // The key, the session, the switch of roles that confirms it; the user's key, their sign-in, its record.
        ("chain-acts-in-the-console", "Stated ria, Inferred ria: User", 6.0, 9),
        // The key, the session, the sign-in: what is not there is asked for in every way.
        ("chain-lost", ": Unknown", 2.5, 4),
    ] {
        let chain = chain(&api, &event(name).id).await;
        assert_eq!(text(&chain), expected, "{name}");
        assert_eq!((chain.cost.read_units, chain.cost.round_trips), (read_units, round_trips), "{name}");
    }
}

#[tokio::test]
async fn every_order_of_arrival_gives_the_same_chain() {
    let names = ["chain-two-roles-away", "chain-acts-in-the-console", "chain-across-accounts"];
    let ids = names.map(|name| event(name).id);
    let mut expected = None;
    for turn in 0..6 {
        let mut all = theme();
        let middle = turn * 5 % all.len();
        all.rotate_left(middle);
        if turn % 2 == 1 {
            all.reverse();
        }
        let api = Api::with(Vec::new(), Retention::Forever).await;
        for event in all {
            api.store.put(vec![event], now()).await.unwrap();
        }
        let mut chains = Vec::new();
        for id in &ids {
            chains.push(chain(&api, id).await);
        }
        assert_eq!(expected.get_or_insert_with(|| chains.clone()), &chains, "turn {turn}");
    }
}

#[tokio::test]
async fn what_comes_later_completes_the_chain() {
    let (issuing, acts) = (event("chain-session-token"), event("chain-by-session-token"));
    let api = Api::with(vec![acts.clone()], Retention::Forever).await;
    assert_eq!(text(&chain(&api, &acts.id).await), ": User");
    api.store.put(vec![issuing], now()).await.unwrap();
    assert_eq!(text(&chain(&api, &acts.id).await), "Proved ria: User");
}

#[tokio::test]
async fn a_flood_of_names_hides_nothing_and_costs_little() {
    let call = event("chain-decoy-session-name");
    let decoy = |n: u32| {
        let time = format!("09:{:02}:{:02}Z", 10 + n / 60, n % 60);
        let record = call.record.replace(&call.id, &format!("decoy-{n}")).replace("09:10:00Z", &time);
        Event::from_record(&record).unwrap()
    };
    let all = theme().into_iter().chain((0..300).map(decoy)).collect();
    let api = Api::with(all, Retention::Forever).await;
    let chain = chain(&api, &event("chain-two-roles-away").id).await;
    assert_eq!(text(&chain), "Proved omar-debug, Proved omar, Proved root, Inferred root: Root");
    assert!(chain.cost.read_units < 16.0, "{:?}", chain.cost);
}

#[tokio::test]
async fn a_call_past_retention_is_neither_shown_nor_said_to_be_missing() {
    // Everything before 16:00 of that day is past retention, and DynamoDB has not deleted it yet.
    let kept = now().millis() - "2026-01-20T16:00:00Z".parse::<Timestamp>().unwrap().millis();
    let retention = Retention::Days(u32::try_from(kept / 86_400_000).unwrap());
    let late = |name: &str| {
        let event = event(name);
        let record = event.record.replace(&event.time.to_short_string(), "2026-01-20T18:00:00Z");
        Event::from_record(&record).unwrap()
    };
    for (name, hops, kind, past_retention) in [
        ("chain-by-session-token", 0, EndKind::User, true),
        ("chain-by-instance", 1, EndKind::Service, false),
        ("chain-across-accounts", 1, EndKind::User, true),
        ("chain-lost", 0, EndKind::Unknown, false),
    ] {
        let event = late(name);
        let others = theme().into_iter().filter(|other| other.id != event.id);
        let api = Api::with(others.chain([event.clone()]).collect(), retention).await;
        let chain = chain(&api, &event.id).await;
        assert_eq!(
            (chain.hops.len(), chain.end.kind, chain.end.past_retention),
            (hops, kind, past_retention),
            "{name}"
        );
    }
}

#[tokio::test]
async fn an_unknown_event_has_no_chain() {
    let api = Api::with_corpus().await;
    for id in ["nope", "%00", "%F0%9F%90%B1", &"x".repeat(5_000)] {
        let answer = api.get(&format!("/api/events/{id}/chain")).await;
        assert_eq!((answer.status.as_u16(), &*answer.json::<Problem>().code), (404, "notFound"), "{id}");
    }
}

#[tokio::test]
async fn every_event_of_the_corpus_has_a_chain_within_the_bounds() {
    let api = Api::with_corpus().await;
    for event in events() {
        let id: String = event.id.bytes().map(|byte| format!("%{byte:02X}")).collect();
        let chain = chain(&api, &id).await;
        assert!(chain.cost.read_units <= 16.0 && chain.hops.len() <= 9, "{}: {:?}", event.id, chain.cost);
    }
}

#[tokio::test]
async fn the_people_of_the_stories_are_found() {
    let demo = demo::Demo { events: 2_000, ..demo::Demo::new(now().millis()) };
    let all: Vec<Event> = demo.records().map(|record| Event::from_record(&record).unwrap()).collect();
    let api = Api::with(all.clone(), Retention::default()).await;
    for (name, expected, origin, read_units) in [
        (
            "PutBucketPolicy",
            "Proved mina-debug, Proved mina@example.com, Proved mina@example.com: Federated",
            "mina@example.com",
            4.0,
        ),
        ("StopLogging", "Proved jonas: User", "jonas", 2.0),
        ("RunInstances", ": User", "ci-legacy", 1.0),
        ("DeleteDBInstance", ": User", "alana", 1.0),
    ] {
        let story = demo::stories().iter().find(|story| story.event == name).unwrap();
        let told = |event: &&Event| {
            event.name == name && story.facts.iter().all(|(_, fact)| event.record.contains(fact))
        };
        let event = all.iter().find(told).unwrap_or_else(|| panic!("no {name}"));
        let chain = chain(&api, &event.id).await;
        assert_eq!((text(&chain).as_str(), chain.cost.read_units), (expected, read_units), "{name}");
        let (who, label) = chain.origin();
        assert_eq!((who.name(), label), (Some(origin), Label::Proved), "{name}");
    }
}
