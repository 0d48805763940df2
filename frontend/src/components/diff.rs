//! Records field by field: pure, so that it is tested natively.

use std::collections::HashMap;

use super::tree::{NODES, Tree, Value};

/// A field of any of the records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// The way to it: `requestParameters.items[0].imageId`.
    pub(crate) path: String,
    /// What each record has there.
    pub(crate) cells: Vec<Option<String>>,
    /// How much that tells.
    pub(crate) kind: Kind,
}

/// What a row tells, in the order in which rows are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// All records have the same there.
    Same,
    /// They differ.
    Differs,
    /// They differ, as any two events do: ids and moments.
    Expected,
}

/// The fields of `records`, in the order in which the first has them; a record that is not there says nothing.
pub(crate) fn rows(records: &[Option<&str>]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for (n, record) in records.iter().enumerate() {
        for (path, text) in record.map(fields).unwrap_or_default() {
            let place = *places.entry(path.clone()).or_insert_with(|| {
                rows.push(Row { path, cells: vec![None; records.len()], kind: Kind::Differs });
                rows.len() - 1
            });
            rows[place].cells[n] = Some(text);
        }
    }
    for row in &mut rows {
        row.kind = kind(row, records);
    }
    // What only a later record has stands with the rest of its group.
    let mut groups: HashMap<String, usize> = HashMap::new();
    let mut grouped: Vec<Vec<Row>> = Vec::new();
    for row in rows {
        let next = grouped.len();
        let place = *groups.entry(group(&row.path).to_owned()).or_insert(next);
        if place == next {
            grouped.push(Vec::new());
        }
        grouped[place].push(row);
    }
    grouped.into_iter().flatten().collect()
}

fn group(path: &str) -> &str {
    path.split(['.', '[']).next().unwrap_or(path)
}

/// Every value of `record` that has none inside of it, with the way to it.
fn fields(record: &str) -> Vec<(String, String)> {
    let Some(tree) = Tree::read(record, &[], 0, NODES) else { return Vec::new() };
    let mut seen: HashMap<String, usize> = HashMap::new();
    let leaves = (0..tree.nodes.len()).filter(|n| !tree.is_parent(*n));
    let field = |n: usize| {
        let mut path = tree.path(n);
        let times = seen.entry(path.clone()).or_default();
        *times += 1;
        if *times > 1 {
            path.push_str(&format!(" (again, {times})"));
        }
        let text = match &tree.nodes[n].value {
            Value::Text(text) | Value::Word(text) => text.clone(),
            Value::Object(_) => "{}".to_owned(),
            Value::Array(_) => "[]".to_owned(),
        };
        (path, text)
    };
    leaves.map(field).collect()
}

fn kind(row: &Row, records: &[Option<&str>]) -> Kind {
    let there = || row.cells.iter().zip(records).filter(|(_, record)| record.is_some()).map(|(cell, _)| cell);
    let same = |text: fn(&str) -> &str| {
        let mut all = there().map(|cell| cell.as_deref().map(text));
        let first = all.next().flatten();
        first.is_some() && all.all(|cell| cell == first)
    };
    if same(|text| text) {
        return Kind::Same;
    }
    let last = row.path.rsplit('.').next().unwrap_or_default();
    const EXPECTED: [&str; 8] = [
        "creationDate",
        "eventID",
        "eventTime",
        "requestID",
        "requestId",
        "sharedEventID",
        "x-amz-id-2",
        "x-amz-request-id",
    ];
    // Two sessions of one role differ only behind the colon.
    let session = last == "principalId" && same(|text| text.split(':').next().unwrap_or(text));
    if EXPECTED.contains(&last) || session { Kind::Expected } else { Kind::Differs }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_of_all_records_once() {
        let records = [
            r#"{"eventTime":"1","userIdentity":{"principalId":"AROA:a","arn":"x"},"region":"r","list":[{"q":1}]}"#,
            r#"{"eventTime":"2","userIdentity":{"principalId":"AROA:b","arn":"y","mfa":true},"region":"r","list":[]}"#,
        ];
        let rows = rows(&[Some(records[0]), Some(records[1])]);
        let shown: Vec<_> = rows
            .iter()
            .map(|row| (row.path.as_str(), row.cells[0].as_deref(), row.cells[1].as_deref(), row.kind))
            .collect();
        assert_eq!(
            shown,
            [
                ("eventTime", Some("1"), Some("2"), Kind::Expected),
                ("userIdentity.principalId", Some("AROA:a"), Some("AROA:b"), Kind::Expected),
                ("userIdentity.arn", Some("x"), Some("y"), Kind::Differs),
                ("userIdentity.mfa", None, Some("true"), Kind::Differs),
                ("region", Some("r"), Some("r"), Kind::Same),
                ("list[0].q", Some("1"), None, Kind::Differs),
                ("list", None, Some("[]"), Kind::Differs),
            ]
        );
    }

    #[test]
    fn a_record_that_is_missing_says_nothing() {
        let rows = rows(&[Some(r#"{"a":1,"a":2}"#), None, Some(r#"{"a":1}"#)]);
        assert_eq!(rows[0].kind, Kind::Same);
        assert_eq!((rows[1].path.as_str(), rows[1].kind), ("a (again, 2)", Kind::Differs));
        assert_eq!(rows[0].cells, [Some("1".to_owned()), None, Some("1".to_owned())]);
    }

    #[test]
    fn json_in_a_string_is_compared_by_its_fields() {
        let rows =
            rows(&[Some(r#"{"p":"{\"Effect\":\"Allow\"}"}"#), Some(r#"{"p":"{\"Effect\":\"Deny\"}"}"#)]);
        assert_eq!(rows[0].path, "p.Effect");
    }
}
