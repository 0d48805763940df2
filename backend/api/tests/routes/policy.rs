//! `GET /api/identities/{name}/policy`

use model::json::Json;
use model::{Event, Exactness, Policy};
use store::Retention;

use crate::{Api, now};

async fn policy(api: &Api, name: &str) -> Policy {
    let answer = api.get(&format!("/api/identities/{name}/policy?from=1970-01-01&to=9999-12-31")).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json()
}

#[tokio::test]
async fn what_the_miner_used_and_what_it_was_denied() {
    let demo = demo::Demo { events: 2_000, ..demo::Demo::new(now().millis()) };
    let all: Vec<Event> = demo.records().map(|record| Event::from_record(&record).unwrap()).collect();
    let api = Api::with(all.clone(), Retention::default()).await;
    let policy = policy(&api, "ci-legacy").await;
    assert_eq!((policy.exactness, policy.fits), (Exactness::Exact, true));
    let actions: Vec<&str> = policy.used.iter().map(|used| used.action.as_str()).collect();
    assert!(actions.contains(&"ec2:RunInstances") && actions.is_sorted(), "{actions:?}");
    assert!(policy.denied.iter().all(|denied| !denied.errors.is_empty()) && !policy.denied.is_empty());
    let document = Json::parse(&policy.document).unwrap();
    assert_eq!(document.get("Version").and_then(Json::as_str).as_deref(), Some("2012-10-17"));
    // Every action once, and none that was only denied.
    let mut named: Vec<String> = document
        .at("Statement.Action[]")
        .into_iter()
        .filter_map(Json::as_str)
        .map(|a| a.into_owned())
        .collect();
    named.sort();
    assert_eq!(named, actions);
    let theirs = all.iter().filter(|event| event.identity.names().contains(&"ci-legacy")).count() as u64;
    let counted = |list: &[model::policy::Action]| list.iter().map(|action| action.count.n).sum::<u64>();
    let none: u64 = policy.no_actions.iter().map(|none| none.count.n).sum();
    assert_eq!(counted(&policy.used) + counted(&policy.denied) + none, theirs);
    assert!(policy.cost.read_units < 12.0 && policy.cost.round_trips <= 3, "{:?}", policy.cost);
}

#[tokio::test]
async fn of_a_key_and_of_nobody() {
    let api = Api::with_corpus().await;
    let policy = policy(&api, "ASIACHAINDEPLOYEXAMPL").await;
    let used: Vec<_> =
        policy.used.iter().map(|used| (used.action.as_str(), used.resources[0].as_str())).collect();
    assert_eq!(
        used,
        [("ec2:TerminateInstances", "arn:aws:ec2:us-west-2:111122223333:instance/i-0abc1234def567890")]
    );
    let nobody = self::policy(&api, "nobody").await;
    assert_eq!((nobody.used.len(), nobody.document.as_str()), (0, ""));
}
