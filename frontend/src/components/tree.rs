//! A record as the lines of a tree: pure, so that it is tested natively.
//!
//! Nothing is interpreted: numbers keep their digits, members their order, and a key that stands twice
//! stands twice and is marked.

use std::collections::{HashMap, HashSet};

use model::json::{Json, Kind};

/// How many levels are open to begin with.
pub(crate) const OPEN_LEVELS: usize = 2;

/// One line of the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// The positions on the way from the root: `0.3.1`. Not made of keys, which may repeat.
    pub(crate) id: String,
    /// 1 at the top.
    pub(crate) level: usize,
    /// Its place among its siblings, from 1, and their number.
    pub(crate) place: (usize, usize),
    /// The member's key; `None` for an element of an array, which has its place.
    pub(crate) key: Option<String>,
    /// Whether another member of the same object has the same key.
    pub(crate) repeated: bool,
    /// What stands there.
    pub(crate) value: Value,
    /// The keys on the way from the root, where a query can follow them.
    pub(crate) path: Option<Vec<String>>,
    /// The exact text of the value.
    pub(crate) text: String,
}

/// What a line shows of its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    /// A string's characters.
    Text(String),
    /// A number, a truth value or null, as written.
    Word(String),
    /// An object with so many members.
    Object(usize),
    /// An array of so many elements.
    Array(usize),
}

impl Value {
    /// Whether it can be opened.
    pub(crate) fn is_parent(&self) -> bool {
        matches!(self, Value::Object(n) | Value::Array(n) if *n > 0)
    }
}

impl Line {
    /// Whether it is open, when the lines with the ids of `toggled` are not as they were to begin with.
    pub(crate) fn is_open(&self, toggled: &HashSet<String>) -> bool {
        self.value.is_parent() && (self.level < OPEN_LEVELS) != toggled.contains(&self.id)
    }
}

/// The lines of `record` that are visible, at most `limit`, and whether there would be more.
pub(crate) fn lines(record: Json<'_>, toggled: &HashSet<String>, limit: usize) -> (Vec<Line>, bool) {
    let mut lines = Vec::new();
    let complete = walk(record, "", 1, Some(&[]), toggled, limit, &mut lines);
    (lines, !complete)
}

/// Adds the lines inside `parent`; `false` when the limit ended it. The depth is bounded by [`Json::parse`].
fn walk(
    parent: Json<'_>,
    id: &str,
    level: usize,
    path: Option<&[String]>,
    toggled: &HashSet<String>,
    limit: usize,
    lines: &mut Vec<Line>,
) -> bool {
    let members = children(parent);
    let size = members.len();
    let mut seen: HashMap<String, usize> = HashMap::new();
    for key in members.iter().filter_map(|(key, _)| key.as_ref()) {
        *seen.entry(key.clone()).or_default() += 1;
    }
    for (n, (key, child)) in members.into_iter().enumerate() {
        if lines.len() == limit {
            return false;
        }
        let repeated = key.as_ref().is_some_and(|key| seen[key] > 1);
        let reachable = |_: &&[String]| {
            !repeated && key.as_ref().is_none_or(|key| !key.is_empty() && !key.contains(['.', '[']))
        };
        let path =
            path.filter(reachable).map(|path| path.iter().cloned().chain(key.clone()).collect::<Vec<_>>());
        let id = if id.is_empty() { n.to_string() } else { format!("{id}.{n}") };
        let line = Line {
            level,
            place: (n + 1, size),
            key,
            repeated,
            value: value(child),
            path: path.clone(),
            text: child.text().to_owned(),
            id: id.clone(),
        };
        let open = line.is_open(toggled);
        lines.push(line);
        if open && !walk(child, &id, level + 1, path.as_deref(), toggled, limit, lines) {
            return false;
        }
    }
    true
}

fn children(json: Json<'_>) -> Vec<(Option<String>, Json<'_>)> {
    match json.kind() {
        Kind::Object => {
            json.members().into_iter().map(|(key, value)| (Some(key.into_owned()), value)).collect()
        }
        _ => json.items().into_iter().map(|value| (None, value)).collect(),
    }
}

fn value(json: Json<'_>) -> Value {
    match json.kind() {
        Kind::Object => Value::Object(json.members().len()),
        Kind::Array => Value::Array(json.items().len()),
        _ => match json.as_str() {
            Some(text) => Value::Text(text.into_owned()),
            None => Value::Word(json.text().to_owned()),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(record: &str, toggled: &[&str], limit: usize) -> String {
        let toggled = toggled.iter().map(|id| (*id).to_owned()).collect();
        let (lines, more) = lines(Json::parse(record).unwrap(), &toggled, limit);
        let mut text: Vec<String> = lines
            .iter()
            .map(|line| {
                let sign = match (line.value.is_parent(), line.is_open(&toggled)) {
                    (true, true) => "▾ ",
                    (true, false) => "▸ ",
                    _ => "",
                };
                let key = line.key.clone().unwrap_or_else(|| line.place.0.to_string());
                let mark = if line.repeated { " (repeated)" } else { "" };
                format!("{}{sign}{key}{mark}: {:?}", "  ".repeat(line.level - 1), line.value)
            })
            .collect();
        text.extend(more.then(|| "…".to_owned()));
        text.join("\n")
    }

    #[test]
    fn the_first_two_levels_are_open() {
        let record = r#"{"a":{"b":{"c":1}},"d":[true,"x"],"e":{}}"#;
        assert_eq!(
            shown(record, &[], 100),
            "▾ a: Object(1)\n  ▸ b: Object(1)\n▾ d: Array(2)\n  1: Word(\"true\")\n  2: Text(\"x\")\ne: Object(0)"
        );
        assert_eq!(
            shown(record, &["0.0", "1"], 100),
            "▾ a: Object(1)\n  ▾ b: Object(1)\n    c: Word(\"1\")\n▸ d: Array(2)\ne: Object(0)"
        );
    }

    #[test]
    fn nothing_is_lost_or_rewritten() {
        let record = r#"{"n":12345678901234567890.10,"a":1,"a":2,"__proto__":null,"s":"é\u202e"}"#;
        assert_eq!(
            shown(record, &[], 100),
            "n: Word(\"12345678901234567890.10\")\na (repeated): Word(\"1\")\na (repeated): Word(\"2\")\n\
             __proto__: Word(\"null\")\ns: Text(\"é\\u{202e}\")"
        );
    }

    #[test]
    fn a_long_record_says_that_there_is_more() {
        assert_eq!(shown("[1,2,3]", &[], 2), "1: Word(\"1\")\n2: Word(\"2\")\n…");
        assert_eq!(shown("[1,2]", &[], 2), "1: Word(\"1\")\n2: Word(\"2\")");
    }

    #[test]
    fn a_path_leads_through_arrays_and_ends_at_repeated_keys() {
        let record = Json::parse(r#"{"p":[{"q":1}],"a":{"x":1},"a":2}"#).unwrap();
        let toggled = ["0.0".to_owned()].into();
        let (lines, _) = lines(record, &toggled, 100);
        let paths: Vec<_> = lines.iter().map(|line| line.path.as_ref().map(|p| p.join("."))).collect();
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(paths, [some("p"), some("p"), some("p.q"), None, None, None]);
    }
}
