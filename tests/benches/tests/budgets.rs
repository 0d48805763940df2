//! The budgets on what storing and reading cost. They are exact: the same events cost the same units.

use benches::{Table, load};

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
}
