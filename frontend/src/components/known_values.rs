//! Values as known so far: those of the rows that this page has loaded.

use std::sync::Arc;

use model::Page;
use model::filter::Key;

/// The `most` most frequent values of `key` in `pages` that begin with `prefix`, in any case, each with the
/// number of its rows.
///
/// Without a sort or a map: both are long programs, and this is a short list.
pub(crate) fn known_values(pages: &[Arc<Page>], key: Key, prefix: &str, most: usize) -> Vec<(String, usize)> {
    let prefix = prefix.to_lowercase();
    let mut found: Vec<(&str, usize)> = Vec::new();
    for (n, page) in pages.iter().enumerate() {
        for row in &page.rows {
            // Pages may hold the same rows.
            if pages[..n].iter().any(|page| page.rows.iter().any(|other| other.id == row.id)) {
                continue;
            }
            let mut values = row.values(key);
            values.dedup();
            for value in values {
                match found.iter_mut().find(|(other, _)| *other == value) {
                    Some((_, rows)) => *rows += 1,
                    None if value.to_lowercase().starts_with(&prefix) => found.push((value, 1)),
                    None => {}
                }
            }
        }
    }
    let mut best = Vec::new();
    while best.len() < most {
        let rows = found.iter().map(|(_, rows)| *rows).max().unwrap_or(0);
        let Some(at) = found.iter().position(|(_, n)| *n == rows) else { break };
        let (value, rows) = found.remove(at);
        best.push((value.to_owned(), rows));
    }
    best
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
        let values = |key, prefix| known_values(&pages, key, prefix, 12);
        assert_eq!(values(Key::Who, ""), [("Ana".to_owned(), 2), ("bo".to_owned(), 1)]);
        assert_eq!(values(Key::Who, "aN"), [("Ana".to_owned(), 2)]);
        assert_eq!(values(Key::Service, "s"), [("s3".to_owned(), 4)]);
        assert!(values(Key::Agent, "").is_empty());
        assert_eq!(known_values(&pages, Key::Who, "", 1).len(), 1);
    }
}
