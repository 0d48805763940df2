//! The budgets on what storing and reading cost. They are exact: the same events cost the same units.

use std::collections::{HashMap, HashSet};

use benches::{Table, load};
use model::filter::Key;
use model::{Count, Event, Exactness, Outcome, Query};

/// Fewer events than the printed figures have would make indexes look sparser than they are.
async fn table() -> Table {
    load(50_000).await.expect("a loaded table")
}

#[tokio::test(flavor = "multi_thread")]
async fn the_budgets_hold() {
    let table = table().await;
    let writes = table.writes;
    assert_eq!(writes.events, 50_000);
    assert!(writes.mean() <= 12.0, "{writes}");
    let stored = table.stored;
    assert!(stored.table / stored.events <= 1_300, "{stored}");
    assert!(stored.indexes / stored.events <= 4_500, "{stored}");

    // Records made to be odd: ten resources, 4,096 characters in a name.
    let corpus = benches::load_corpus().await.expect("a loaded table").writes;
    assert!(corpus.mean() <= 12.0, "{corpus}");

    let page = benches::unfiltered(&table).await.expect("a page");
    assert_eq!((page.rows, page.cost.round_trips), (50, 1), "{page}");
    assert!(page.cost.read_units <= 2.0, "{page}");

    let pages = benches::one_filter(&table).await.expect("pages");
    assert_eq!(pages.len(), 11, "every indexed attribute has values in the mix");
    for page in pages.iter().filter(|page| page.rows == 50) {
        assert_eq!(page.cost.round_trips, 1, "{page}");
        assert!(page.cost.read_units <= 2.0, "{page}");
    }
    assert!(pages.iter().filter(|page| page.rows == 50).count() >= 9);

    let combinations = benches::combined(&table).await.expect("pages");
    assert!(combinations.len() >= 30, "{}", combinations.len());
    let read: f64 = combinations.iter().map(|c| c.adaptive.cost.read_units).sum();
    let best: f64 = combinations.iter().map(|c| c.fixed[0].1.read_units).sum();
    assert!(read <= 1.5 * best, "{read} read units, {best} with the best index each");

    let rolling = benches::roll(&table).await.expect("rollups");
    assert_eq!(rolling.rolled.left, 0, "{rolling}");
    assert!(rolling.dollars() <= 0.08, "{rolling}");
    check_every_count(&table).await;
    let counts = benches::counts(&table).await.expect("counts");
    for count in counts.iter().take(6).chain(&counts[8..10]).chain(&counts[11..]) {
        assert_eq!(count.exactness, Exactness::Exact, "{count}");
        assert!(count.cost.round_trips <= 3, "{count}");
        assert!(count.cost.read_units <= 120.0, "{count}");
    }
    assert!(counts[..3].iter().all(|count| count.cost.read_units <= 6.0), "{}", counts[2]);
}

/// Rollups are what counting 50,000 events one by one gives: each of the most frequent values of every key by
/// facets, and everything by the day and by outcome.
async fn check_every_count(table: &Table) {
    let query: Query = "q=category:any&from=-90d".parse().expect("a query");
    let keys = "outcome access event service who region account error ip rtype key";
    let keys: Vec<Key> = keys.split(' ').filter_map(Key::from_name).collect();
    let facets = table.store.facets(&query, &keys, table.now).await.expect("facets");
    let span = facets.span.expect("a span");
    let events: Vec<&Event> = table.events.iter().filter(|event| span.contains(event.time)).collect();
    for (key, facet) in keys.iter().zip(&facets.facets) {
        let mut expected: HashMap<String, u64> = HashMap::new();
        for event in &events {
            let values: HashSet<&str> = event.values(*key).into_iter().collect();
            values.into_iter().for_each(|value| *expected.entry(value.to_owned()).or_default() += 1);
        }
        assert!(!facet.values.is_empty(), "{}", facet.key);
        for counted in &facet.values {
            let n = expected[&counted.value];
            assert_eq!(counted.count, Count { n, exactness: Exactness::Exact }, "{} {counted:?}", facet.key);
        }
    }
    let histogram = table.store.histogram(&query, table.now).await.expect("a histogram");
    for bucket in &histogram.buckets {
        let of = |outcome: Outcome| {
            let inside = events.iter().filter(|e| bucket.from <= e.time && e.time < bucket.to);
            inside.filter(|event| event.outcome == outcome).count() as u64
        };
        let expected = (of(Outcome::Ok), of(Outcome::Denied), of(Outcome::Failed), Exactness::Exact);
        assert_eq!((bucket.ok, bucket.denied, bucket.failed, bucket.exactness), expected, "{bucket:?}");
    }
}
