//! The values that there are: rolled or not, their counts are what the filters find.

use conformance::{now, store};
use demo::Demo;
use model::filter::{Filter, Key, Term};
use model::{Count, Event, Exactness, Facet, Query, Span};
use store::{Error, Retention, Roll};

const KEYS: [Key; 11] = [
    Key::Outcome,
    Key::Access,
    Key::Event,
    Key::Service,
    Key::Who,
    Key::Region,
    Key::Account,
    Key::Error,
    Key::Ip,
    Key::ResourceType,
    Key::AccessKey,
];

fn generated() -> Vec<Event> {
    let demo = Demo { seed: 8, events: 1_500, now_millis: now().millis(), days: 6 };
    demo.records().map(|record| Event::from_record(&record).expect("a record")).collect()
}

fn query(text: &str) -> Query {
    text.parse().unwrap()
}

/// How many of `events` the filter of `query` with `key:value` finds.
fn found(events: &[Event], query: &Query, key: Key, value: &str, span: Span) -> u64 {
    let filter = query.filter.with(Term::is(key, value));
    events.iter().filter(|event| span.contains(event.time) && filter.matches(event)).count() as u64
}

/// Checks that every count is what a click on the value would find, and that none is missing.
fn check(events: &[Event], query: &Query, span: Span, facet: &Facet) {
    let key = Key::from_name(&facet.key).unwrap();
    assert!(facet.values.is_sorted_by(|a, b| a.count.n >= b.count.n), "{query} {}", facet.key);
    for counted in &facet.values {
        let n = found(events, query, key, &counted.value, span);
        assert_eq!(counted.count, Count { n, exactness: Exactness::Exact }, "{query} {counted:?}");
    }
    if facet.whole {
        let matching = events.iter().filter(|e| span.contains(e.time) && query.filter.matches(e));
        for value in matching.flat_map(|event| event.values(key)) {
            let equal = |own: &str| own == value || key.is_enumeration() && own.eq_ignore_ascii_case(value);
            assert!(facet.values.iter().any(|counted| equal(&counted.value)), "{query} {key:?} {value:?}");
        }
    }
}

#[tokio::test]
async fn rolled_or_not_facets_are_what_filters_find() {
    let events = generated();
    let store = store(1, Retention::Forever, 512.0).await;
    store.put(events.clone(), now()).await.unwrap();
    for rolled in [false, true] {
        for text in [
            "from=-6d",
            "q=category:any&from=-100h&to=-1h",
            "q=service:s3&from=-6d",
            "q=event:Get*+-who:root",
        ] {
            let query = query(text);
            let facets = store.facets(&query, &KEYS, now()).await.unwrap();
            assert_eq!(facets.facets.iter().map(|f| &*f.key).collect::<Vec<_>>(), KEYS.map(Key::name));
            let span = facets.span.unwrap();
            facets.facets.iter().for_each(|facet| check(&events, &query, span, facet));
            assert!(facets.facets[0].whole && !facets.facets[2].values.is_empty(), "{text}");
        }
        if !rolled {
            store.roll(Roll::Everything, now(), |_, _| {}).await.unwrap();
        }
    }
}

#[tokio::test]
async fn values_begin_with_what_was_typed_in_any_case() {
    let events = generated();
    let store = store(1, Retention::Forever, 512.0).await;
    store.put(events.clone(), now()).await.unwrap();
    store.roll(Roll::Everything, now(), |_, _| {}).await.unwrap();
    let query = query("from=-6d");
    let values = store.values(&query, Key::Event, "gET", now()).await.unwrap();
    assert!(!values.facet.values.is_empty());
    assert!(values.facet.values.iter().all(|counted| counted.value.starts_with("Get")), "{values:?}");
    check(&events, &query, values.span.unwrap(), &Facet { whole: false, ..values.facet });
    let none = store.values(&query, Key::Event, "no such", now()).await.unwrap();
    assert!(none.facet.values.is_empty() && none.facet.whole);
}

/// More values in an hour than are kept: what is kept is exact, what may be hidden says so, and a single
/// value is still found by its own index.
#[tokio::test]
async fn values_beyond_what_is_kept() {
    let event = |id: usize, minute: usize, who: &str| {
        let record = format!(
            r#"{{"eventVersion":"1.11","userIdentity":{{"type":"IAMUser","userName":"{who}"}},"eventTime":"2026-11-22T0{}:{minute:02}:00Z","eventSource":"s3.amazonaws.com","eventName":"A","awsRegion":"us-west-2","eventID":"id-{id}","readOnly":false}}"#,
            1 + id % 2
        );
        Event::from_record(&record).unwrap()
    };
    let mut events: Vec<Event> = (0..300).map(|n| event(n, n % 60, &format!("user-{:03}", n / 2))).collect();
    events.extend((300..340).map(|n| event(n, n % 60, "often")));
    events.push(event(341, 1, &"long".repeat(40)));
    let store = store(1, Retention::Forever, 512.0).await;
    store.put(events.clone(), now()).await.unwrap();
    store.roll(Roll::Everything, now(), |_, _| {}).await.unwrap();

    let query = query("from=2026-11-22&to=2026-11-23");
    let facets = store.facets(&query, &[Key::Who], now()).await.unwrap();
    let [facet] = &facets.facets[..] else { panic!("one") };
    assert!(!facet.whole);
    assert_eq!(facet.values[0].value, "often");
    assert_eq!(facet.values[0].count, Count { n: 40, exactness: Exactness::Exact });
    for who in ["often", "user-000", "user-149", &"long".repeat(40)] {
        let filter = Filter::new([Term::is(Key::Who, who)]);
        let query = Query { filter, ..query.clone() };
        let histogram = store.histogram(&query, now()).await.unwrap();
        conformance::check_histogram(&events, &query, &histogram);
        assert_eq!(histogram.exactness, Exactness::Exact, "{who}");
        let n: u64 = histogram.buckets.iter().map(|bucket| bucket.ok).sum();
        assert!(n > 0, "{who}");
    }
    // A value that only one of the two hours keeps: the other may hide some of it.
    let rolled = store.values(&query, Key::Who, "user-0", now()).await.unwrap();
    for counted in &rolled.facet.values {
        let n = found(&events, &query, Key::Who, &counted.value, rolled.span.unwrap());
        assert!(
            counted.count.n <= n && (counted.count.n == n || counted.count.exactness != Exactness::Exact)
        );
    }
}

#[tokio::test]
async fn a_key_that_is_not_counted_is_refused_by_name() {
    let store = store(1, Retention::Forever, 512.0).await;
    for key in [Key::Agent, Key::Resource, Key::Has] {
        let error = store.facets(&query(""), &[key], now()).await.unwrap_err();
        let Error::BadQuery(problem) = error else { panic!("{error}") };
        assert_eq!(problem.parameter.as_deref(), Some("keys"));
        assert!(problem.message.contains(key.name()), "{}", problem.message);
    }
    let nothing = store.facets(&query(""), &[], now()).await.unwrap();
    assert!(nothing.facets.len() == 8 && nothing.facets.iter().all(|f| f.whole && f.values.is_empty()));
}
