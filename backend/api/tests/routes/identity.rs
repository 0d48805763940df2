//! `GET /api/identities/{name}`

use model::chain::Link;
use model::report::{Begun, KeyKind, MAX_BEGUN};
use model::{Event, Exactness, Problem, Report};
use store::Retention;

use crate::{Api, events, now};

async fn report(api: &Api, name: &str, query: &str) -> Report {
    let answer = api.get(&format!("/api/identities/{name}?from=1970-01-01&to=9999-12-31&{query}")).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json()
}

fn texts(counted: &[model::Counted]) -> Vec<String> {
    counted.iter().map(|c| format!("{} {}", c.value, c.count.n)).collect()
}

/// `1 omar pipeline/omar-debug used 2`
fn text(begun: &Begun) -> String {
    let of = begun.of.as_deref().unwrap_or("?");
    let session = begun.session_name.as_deref().unwrap_or("-");
    let used = begun.used.map_or("unseen".to_owned(), |used| used.total().n.to_string());
    format!("{} {} {of}/{session} used {used}", begun.hops, begun.call.name)
}

#[tokio::test]
async fn the_sessions_that_somebody_began_are_followed() {
    let api = Api::with_corpus().await;
    // Without the name's further records, which the other rows of the corpus have: the key has only these.
    let report = report(&api, "AKIACHAINOMAR2EXAMPLE", "").await;
    assert_eq!(report.query, "key:AKIACHAINOMAR2EXAMPLE");
    assert_eq!((report.events.ok, report.events.exactness), (2, Exactness::Exact));
    assert_eq!(report.begun_exactness, Exactness::Exact);
    let begun: Vec<String> = report.begun.iter().map(text).collect();
    assert_eq!(
        begun,
        [
            "1 GetFederationToken ?/visitor used 1",
            "1 AssumeRole pipeline/omar-debug used 1",
            "2 AssumeRole deploy/release-7 used 1",
        ]
    );
    assert_eq!(report.begun.iter().map(|begun| begun.by).collect::<Vec<_>>(), [None, None, Some(1)]);
    let session = &report.sessions[0];
    assert_eq!((report.sessions.len(), session.kind), (1, KeyKind::Permanent));
    // The rows; the two records; for each of three sessions a query, and for one a record.
    assert_eq!((report.cost.read_units, report.cost.round_trips), (3.5, 6));
}

#[tokio::test]
async fn a_key_that_was_made_for_somebody_is_told_from_a_session() {
    let api = Api::with_corpus().await;
    let report = report(&api, "ASIACHAINROOT2EXAMPLE", "").await;
    let made: Vec<_> =
        report.begun.iter().filter(|begun| begun.hops == 1).map(|b| (b.link, text(b))).collect();
    assert_eq!(made, [(Link::Key, "1 CreateAccessKey omar/- used 2".to_owned())]);
    // And what began with it.
    assert_eq!(report.begun.len(), 4);
    assert!(report.begun.iter().skip(1).all(Begun::is_session));
}

#[tokio::test]
async fn the_miner_of_the_demo() {
    let demo = demo::Demo { events: 2_000, ..demo::Demo::new(now().millis()) };
    let all: Vec<Event> = demo.records().map(|record| Event::from_record(&record).unwrap()).collect();
    let api = Api::with(all.clone(), Retention::default()).await;
    let report = report(&api, "ci-legacy", "").await;
    let theirs = all.iter().filter(|event| event.identity.names().contains(&"ci-legacy")).count() as u64;
    assert_eq!((report.events.total().n, report.events.exactness), (theirs, Exactness::Exact));
    assert!(report.events.denied_share().unwrap() > 20.0, "{:?}", report.events);
    assert!(report.regions.iter().any(|region| region.value == "ap-east-1"), "{:?}", report.regions);
    let of_sessions: u64 = report.sessions.iter().map(|session| session.events.total().n).sum();
    let dots = |s: &model::report::Session| {
        s.dots.iter().map(|d| u64::from(d.ok + d.denied + d.failed)).sum::<u64>()
    };
    let of_dots: u64 = report.sessions.iter().map(dots).sum();
    assert_eq!((of_sessions, of_dots), (theirs, theirs));
    assert!(report.cost.read_units < 8.0 && report.cost.round_trips <= 3, "{:?}", report.cost);
}

#[tokio::test]
async fn lists_and_moments_are_those_of_the_events() {
    let api = Api::with_corpus().await;
    let all = events();
    let report = report(&api, "alana", "q=category:any").await;
    let theirs: Vec<&Event> = all.iter().filter(|event| event.identity.names().contains(&"alana")).collect();
    assert_eq!(report.events.total().n, theirs.len() as u64);
    assert_eq!(report.first, theirs.iter().map(|event| event.time).min());
    assert_eq!(report.events.last, theirs.iter().map(|event| event.time).max());
    let account = theirs.iter().filter(|event| event.account.as_deref() == Some("111122223333")).count();
    assert!(texts(&report.accounts).contains(&format!("111122223333 {account}")), "{:?}", report.accounts);
    let keys: std::collections::BTreeSet<_> = theirs.iter().map(|event| &event.access_key).collect();
    assert_eq!(report.session_count.n, keys.len() as u64);
    // Without the category it is what the same name finds in a list.
    let page: model::Page =
        api.get("/api/events?q=who:alana&from=1970-01-01&to=9999-12-31&size=100").await.json();
    let managed = all.iter().filter(|event| event.category == model::event::Category::Management);
    let managed = managed.filter(|event| event.identity.names().contains(&"alana")).count();
    assert_eq!(page.rows.len(), managed.min(100));
}

#[tokio::test]
async fn a_flood_is_cut_by_the_budget_and_says_so() {
    let call = events().into_iter().find(|event| event.identity.user_name.as_deref() == Some("ria")).unwrap();
    let moment = call.time.to_short_string();
    let flood = |n: i64| {
        let time = call.time.plus_millis(n * 1_000).to_short_string();
        Event::from_record(&call.record.replace(&call.id, &format!("flood-{n}")).replace(&moment, &time))
            .unwrap()
    };
    let assumes = events().into_iter().find(|event| event.name == "GetSessionToken").unwrap();
    let issues = |n: i64| {
        let record = assumes.record.replace(&assumes.id, &format!("issues-{n}"));
        let (key, time) = (format!("ASIAFLOOD{n:09}"), call.time.plus_millis(n).to_string());
        let record =
            record.replace("ASIACHAINRIATOKENEXA", &key).replace(&assumes.time.to_short_string(), &time);
        Event::from_record(&record).unwrap()
    };
    let all = (0..12_000).map(flood).chain((0..40).map(issues)).collect();
    let api = Api::with(all, Retention::Forever).await;
    let report = report(&api, "ria", "").await;
    assert_eq!(report.events.exactness, Exactness::AtLeast);
    assert!(report.searched_to.is_some() && report.events.total().n >= 3_000, "{:?}", report.events);
    // The first is asked for by itself.
    assert_eq!(report.first, Some(call.time));
    assert_eq!((report.begun_exactness, report.begun.len() <= MAX_BEGUN), (Exactness::AtLeast, true));
    assert!(report.cost.read_units < 340.0, "{:?}", report.cost);
}

#[tokio::test]
async fn nobody_has_a_report_too() {
    let api = Api::with_corpus().await;
    let report = report(&api, "nobody%2Fat%20all", "").await;
    assert_eq!((report.events.total().n, report.events.exactness), (0, Exactness::Exact));
    assert_eq!(
        (report.sessions.len(), report.first, report.query.as_str()),
        (0, None, "who:\"nobody/at all\"")
    );
    let problem: Problem = api.get(&format!("/api/identities/{}", "x".repeat(3_000))).await.json();
    assert_eq!(problem.code, "badName");
}
