//! Every query over every event: the rows of all pages are what the filter's meaning says.

use std::sync::LazyLock;

use conformance::{all_pages, expected, ids, is_embedded, now, random, store};
use model::{Event, Query, Span};
use proptest::prelude::*;
use store::{Retention, Store};
use tokio::runtime::Runtime;

struct World {
    events: Vec<Event>,
    stores: Vec<Store>,
}

/// 250 events in three tables: the usual one; one of four shards with a read budget so small that
/// pages stop in the middle; one of two shards.
static WORLD: LazyLock<(Runtime, World)> = LazyLock::new(|| {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    let world = runtime.block_on(async {
        let events = random(7, 250);
        let mut stores = Vec::new();
        for (shards, budget) in [(1, 512.0), (4, 1.0), (2, 6.0)] {
            let store = store(shards, Retention::Forever, budget).await;
            store.put(events.clone(), now()).await.expect("stored");
            stores.push(store);
        }
        World { events, stores }
    });
    (runtime, world)
});

/// A term of each kind that the language has, each of which matches some of the events and not others.
const TERMS: &[&str] = &[
    "who:alana",
    "who:dana@example.com",
    "who:admin",
    "who:alana,bo",
    "who:*an*",
    "role:admin",
    "role:alana",
    "session:chen",
    "account:111122223333",
    "account:444455556666",
    "type:AssumedRole",
    "type:AWSService",
    "via:cli",
    "via:console,sdk",
    "key:AKIAIOSFODNN7EXAMPLE",
    "key:ASIA*",
    "event:DeleteDBInstance",
    "event:Delete*",
    "event:GetObject,PutObject",
    "event:getobject",
    "service:s3",
    "service:iam,rds",
    "service:shop.example",
    "access:write",
    "access:read",
    "outcome:ok",
    "outcome:denied",
    "outcome:denied,failed",
    "error:AccessDenied",
    "region:us-west-2",
    "region:US-EAST-1,eu-central-1",
    "ip:203.0.113.7",
    "ip:203.0.113.0/29",
    "ip:iam.amazonaws.com",
    "agent:Boto3*",
    "resource:billing",
    "resource:cats",
    "resource:\"arn:aws:s3:::cats\"",
    "resource:admin,billing",
    "rtype:AWS::S3::Bucket",
    "rtype:aws::rds::dbinstance",
    "mfa:true",
    "has:error",
    "has:key",
    "has:resource",
    "category:any",
    "category:data",
    "category:data,management",
    "category:network",
    "@requestParameters.size:2",
    "@requestParameters.deep.name:red",
    "boto3",
];

fn query_text() -> impl Strategy<Value = String> {
    let term = (prop::sample::select(TERMS), prop::bool::weighted(0.25))
        .prop_map(|(term, negated)| format!("{}{term}", if negated { "-" } else { "" }));
    let sort = prop::sample::select(vec!["-time", "time"]);
    let from = prop::sample::select(vec!["-24h", "-90m", "2026-11-22T13:15:00Z"]);
    let to = prop::sample::select(vec!["now", "-15m", "2026-11-22T13:45:00Z"]);
    (prop::collection::vec(term, 0..4), sort, from, to, 1..30_u16).prop_map(
        |(terms, sort, from, to, size)| {
            let text = form_urlencode(&terms.join(" "));
            format!("q={text}&from={from}&to={to}&sort={sort}&size={size}")
        },
    )
}

fn form_urlencode(text: &str) -> String {
    text.bytes()
        .map(|b| if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("%{b:02X}") })
        .collect()
}

fn cases() -> u32 {
    // DynamoDB Local answers ten times slower; the questions are the same.
    if is_embedded() { 64 } else { 24 }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn all_pages_are_what_the_filter_means(text in query_text()) {
        let query: Query = text.parse().unwrap_or_else(|e| panic!("{text}: {e:?}"));
        let (runtime, world) = &*WORLD;
        let Ok(span) = query.range.resolve(now()) else { return Ok(()) };
        let expected = expected(&world.events, &query, span);
        for store in &world.stores {
            let (rows, _) = runtime.block_on(all_pages(store, &query, now()));
            prop_assert_eq!(ids(&rows), ids(&expected), "{}", query);
            prop_assert_eq!(&rows, &expected);
            runtime.block_on(back_and_forth(store, &query, &expected))?;
        }
    }
}

/// From the last page back to the first: the same rows, none lost or shown twice at the joints.
async fn back_and_forth(
    store: &Store,
    query: &Query,
    expected: &[model::Summary],
) -> Result<(), TestCaseError> {
    let mut query = query.clone();
    let mut last = store.page(&query, now()).await.expect("a page");
    while let Some(next) = last.next.take() {
        query.at = Some(next);
        last = store.page(&query, now()).await.expect("a page");
    }
    let mut rows = last.rows;
    let mut at = last.prev;
    for _ in 0..20_000 {
        let Some(prev) = at else { break };
        query.at = Some(prev);
        let page = store.page(&query, now()).await.expect("a page");
        rows.splice(0..0, page.rows);
        at = page.prev;
    }
    prop_assert_eq!(ids(&rows), ids(expected), "backwards: {}", query);
    Ok(())
}

/// The property above proves something only if the budgets bite and the filters find.
#[test]
fn the_world_has_partial_pages_and_matches() {
    let (runtime, world) = &*WORLD;
    let query: Query = "q=who:alana+mfa:true&size=10".parse().unwrap();
    let (rows, _) = runtime.block_on(all_pages(&world.stores[0], &query, now()));
    assert!(rows.len() > 10, "{}", rows.len());
    let query: Query = "q=boto3&size=30".parse().unwrap();
    let (_, partial) = runtime.block_on(all_pages(&world.stores[1], &query, now()));
    assert!(partial > 0);
    for term in TERMS {
        let query: Query = format!("q={}&from=-24h", form_urlencode(term)).parse().unwrap();
        let found = expected(&world.events, &query, Span::ALL).len();
        let all = world.events.len();
        let nothing_or_everything = ["event:getobject", "category:any"].contains(term);
        assert!(nothing_or_everything || (found > 0 && found < all), "{term}: {found} of {all}");
    }
}
