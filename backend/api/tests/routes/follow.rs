//! `who:` in every question that the console asks: it means the sessions that a name began, too.

use std::collections::BTreeSet;

use model::{Event, Facets, Filter, Followed, Histogram, Page, Values};
use store::Retention;

use crate::{Api, events};

const ASKED: &str = "from=2026-01-20&to=2026-01-21";
/// Of two sessions that follow one another, and of a federated user: omar began the first and the last.
const BEGUN: [&str; 3] = ["ASIACHAINPIPE2EXAMPLE", "ASIACHAINDEPLOYEXAMPL", "ASIACHAINFED2EXAMPLE4"];

/// Whether omar is named, or the key is one of those that he got.
fn is_omars(event: &Event) -> bool {
    let named: Filter = "who:omar".parse().unwrap();
    let begun = event.access_key.as_deref().is_some_and(|key| BEGUN.contains(&key));
    event.category == model::Category::Management && (named.matches(event) || begun)
}

fn of_day() -> Vec<Event> {
    events().into_iter().filter(|event| event.time.to_string().starts_with("2026-01-20")).collect()
}

#[tokio::test]
async fn a_name_finds_what_was_done_in_its_sessions() {
    let api = Api::with_corpus().await;
    let omars: BTreeSet<String> = of_day().into_iter().filter(is_omars).map(|event| event.id).collect();
    let named = of_day().iter().filter(|event| event.identity.names().contains(&"omar")).count();
    assert!(omars.len() > named && named > 0, "{omars:?}");

    let uri = format!("/api/events?{ASKED}&q=who:omar");
    let page: Page = api.get(&uri).await.json();
    let found: BTreeSet<String> = page.rows.iter().map(|row| row.id.clone()).collect();
    assert_eq!(found, omars);
    assert_eq!(page.followed, Some(Followed { sessions: 3, whole: true }));
    // The name (one of the sessions begins the third, and has it as its source identity), then its sessions;
    // then the rows by the name and by each key.
    assert_eq!((page.cost.read_units, page.cost.round_trips), (2.0 + 2.0, 2 + 1));
    let nobody: Page = api.get(&format!("/api/events?{ASKED}&q=who:mina@example.com")).await.json();
    assert_eq!((nobody.followed, nobody.cost.read_units, nobody.cost.round_trips), (None, 1.0, 2));

    let others: Page = api.get(&format!("/api/events?{ASKED}&q=-who:omar&size=100")).await.json();
    assert!(others.rows.iter().all(|row| !omars.contains(&row.id)) && others.next.is_none());
    let of_day = of_day().iter().filter(|event| event.category == model::Category::Management).count();
    assert_eq!(others.rows.len() + omars.len(), of_day);
}

#[tokio::test]
async fn what_is_downloaded_and_counted_is_what_is_shown() {
    let api = Api::with_corpus().await;
    let omars = of_day().into_iter().filter(is_omars).count();
    for (end, lines) in [(".ndjson?", omars), (".csv?", omars + 1), (".ndjson?page=1&size=2&", 2)] {
        let answer = api.get(&format!("/api/events{end}{ASKED}&q=who:omar")).await;
        assert_eq!(answer.text().lines().count(), lines, "{end}");
    }
    let histogram: Histogram = api.get(&format!("/api/histogram?{ASKED}&q=who:omar")).await.json();
    let n: u64 = histogram.buckets.iter().map(|b| b.ok + b.denied + b.failed).sum();
    assert_eq!(n, omars as u64);
    let facets: Facets = api.get(&format!("/api/facets?{ASKED}&q=who:omar&keys=service")).await.json();
    assert_eq!(facets.facets[0].values.iter().map(|value| value.count.n).sum::<u64>(), omars as u64);
    let values: Values = api.get(&format!("/api/values?{ASKED}&q=who:omar&key=key&prefix=ASIA")).await.json();
    let keys: BTreeSet<&str> = values.facet.values.iter().map(|value| value.value.as_str()).collect();
    assert_eq!(keys, BTreeSet::from(BEGUN));
    let costs = [histogram.cost, facets.cost, values.cost];
    assert!(costs.iter().all(|cost| cost.round_trips > 2 && cost.read_units > 2.0), "{costs:?}");
}

/// A page of an identity tells its own events and its sessions apart, so there a name is a name.
#[tokio::test]
async fn the_page_of_an_identity_is_about_the_name() {
    let api = Api::with(events(), Retention::Forever).await;
    let report: model::Report = api.get(&format!("/api/identities/omar?{ASKED}")).await.json();
    let named = of_day().iter().filter(|event| event.identity.names().contains(&"omar")).count();
    assert_eq!(report.events.total().n, named as u64);
}
