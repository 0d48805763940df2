//! `GET /api/histogram`, `/api/facets` and `/api/values`

use model::{Exactness, Facets, Filter, Histogram, Problem, Values};

use crate::{Api, events};

const ALL_TIME: &str = "from=2010-01-01&to=2200-01-01";

fn matching(filter: &str) -> u64 {
    let filter: Filter = filter.parse().unwrap();
    events().iter().filter(|event| filter.matches(event)).count() as u64
}

#[tokio::test]
async fn a_histogram_counts_every_event_that_matches() {
    let api = Api::with_corpus().await;
    for filter in ["", "service:iam", "outcome:denied access:write"] {
        let q = filter.replace(' ', "+");
        let histogram: Histogram = api.get(&format!("/api/histogram?{ALL_TIME}&q={q}")).await.json();
        let n: u64 = histogram.buckets.iter().map(|b| b.ok + b.denied + b.failed).sum();
        assert_eq!((n, histogram.exactness), (matching(filter), Exactness::Exact), "{filter}");
        assert!((60..=120).contains(&histogram.buckets.len()));
    }
}

#[tokio::test]
async fn facets_are_of_the_keys_asked_for_or_of_the_usual_ones() {
    let api = Api::with_corpus().await;
    let facets: Facets = api.get(&format!("/api/facets?{ALL_TIME}&keys=outcome,service")).await.json();
    let [outcome, service] = &facets.facets[..] else { panic!("{facets:?}") };
    assert_eq!((&*outcome.key, &*service.key), ("outcome", "service"));
    for counted in &outcome.values {
        assert_eq!(counted.count.n, matching(&format!("outcome:{}", counted.value)));
    }
    let usual: Facets = api.get(&format!("/api/facets?{ALL_TIME}")).await.json();
    assert_eq!(usual.facets.len(), 8);
}

#[tokio::test]
async fn values_begin_with_the_prefix() {
    let api = Api::with_corpus().await;
    let values: Values = api.get(&format!("/api/values?{ALL_TIME}&key=event&prefix=run")).await.json();
    let first = &values.facet.values[0];
    assert_eq!((&*first.value, first.count.n), ("RunInstances", matching("event:RunInstances")));
}

#[tokio::test]
async fn what_is_wrong_names_its_parameter() {
    let api = Api::with_corpus().await;
    let long = format!("/api/values?key=event&prefix={}", "x".repeat(129));
    for (uri, code, parameter) in [
        ("/api/histogram?q=evnt:A", "badQuery", "q"),
        ("/api/histogram?from=now&to=-1h", "badTime", "from"),
        ("/api/facets?keys=nosuch", "badKey", "keys"),
        ("/api/facets?keys=service,agent", "badKey", "keys"),
        ("/api/values", "badKey", "key"),
        ("/api/values?key=who,event", "badKey", "key"),
        ("/api/values?key=agent", "badKey", "key"),
        (&long, "badPrefix", "prefix"),
    ] {
        let answer = api.get(uri).await;
        let problem: Problem = answer.json();
        assert_eq!((answer.status.as_u16(), &*problem.code), (400, code), "{uri}");
        assert_eq!(problem.parameter.as_deref(), Some(parameter), "{uri}");
    }
}
