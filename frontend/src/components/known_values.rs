//! Values as known so far: those of the rows that this page has loaded.

use std::sync::Arc;

use model::Page;
use model::filter::Key;

/// The values of `key` in `pages` that begin with `prefix`, in any case, each with the number of its rows;
/// the most frequent first.
pub(crate) fn known_values(pages: &[Arc<Page>], key: Key, prefix: &str) -> Vec<(String, usize)> {
    let prefix = prefix.to_lowercase();
    let rows = pages.iter().flat_map(|page| &page.rows);
    let mut found: Vec<(&str, &str)> =
        rows.flat_map(|row| row.values(key).into_iter().map(|value| (value, row.id.as_str()))).collect();
    found.sort_unstable();
    // Pages may hold the same rows.
    found.dedup();
    let mut values: Vec<(String, usize)> = found
        .chunk_by(|a, b| a.0 == b.0)
        .map(|rows| (rows[0].0.to_owned(), rows.len()))
        .filter(|(value, _)| value.to_lowercase().starts_with(&prefix))
        .collect();
    values.sort_by_key(|value| std::cmp::Reverse(value.1));
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(rows: &[(&str, &str)]) -> Arc<Page> {
        let row = |(id, user): &(&str, &str)| {
            serde_json::json!({
                "eventID": id, "eventTime": "2026-11-22T14:32:07Z", "eventName": "A", "userName": user,
                "eventSource": "s3.amazonaws.com", "category": "management", "access": "read", "outcome": "ok"
            })
        };
        let rows: Vec<_> = rows.iter().map(row).collect();
        let span = serde_json::json!({ "from": "2026-11-21T00:00:00Z", "to": "2026-11-23T00:00:00Z" });
        let cost = serde_json::json!({ "readUnits": 1.0, "roundTrips": 1 });
        let page = serde_json::json!({ "rows": rows, "span": span, "cost": cost });
        Arc::new(serde_json::from_value(page).unwrap())
    }

    #[test]
    fn the_most_frequent_first_and_every_row_once() {
        let pages = [
            page(&[("1", "bo"), ("2", "Ana"), ("3", "Ana"), ("4", "x…")]),
            page(&[("1", "bo"), ("2", "Ana")]),
        ];
        let values = |key, prefix| known_values(&pages, key, prefix);
        assert_eq!(values(Key::Who, ""), [("Ana".to_owned(), 2), ("bo".to_owned(), 1)]);
        assert_eq!(values(Key::Who, "aN"), [("Ana".to_owned(), 2)]);
        assert_eq!(values(Key::Service, "s"), [("s3".to_owned(), 4)]);
        assert!(values(Key::Agent, "").is_empty());
    }
}
