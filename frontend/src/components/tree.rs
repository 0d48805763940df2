//! A record as the lines of a tree: pure, so that it is tested natively.
//!
//! Nothing is interpreted: numbers keep their digits, members their order, and a key that stands twice
//! stands twice and is marked. A string that holds JSON itself, as a policy does, has that as its lines. All
//! is read once, into a list in the order of the text, so that opening and closing costs nothing.

use std::collections::HashMap;
use std::ops::Range;

use model::json::{Json, Kind};

use super::embedded::embedded;
use crate::ui::marks;

/// How many lines are read at first; and how many more each time that is asked for.
pub(crate) const NODES: usize = 10_000;
/// Deeper than this, a string that holds JSON stays a string.
const DEEPEST_STRING: usize = 32;

/// The lines of a record, open or not.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    /// In the order of the text: what is inside a line follows it.
    pub(crate) nodes: Vec<Node>,
    /// Whether the record has more lines than were read.
    pub(crate) more: bool,
    /// How many levels are open to begin with.
    open_levels: usize,
    /// The record, and after it each string that holds JSON.
    texts: Vec<String>,
}

/// One line of the tree.
#[derive(Debug)]
pub(crate) struct Node {
    /// The line that it is inside of.
    pub(crate) parent: Option<usize>,
    /// The first line after it that is not inside of it.
    pub(crate) end: usize,
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
    /// Whether a query can be asked for it by its keys.
    reachable: bool,
    /// Which of the texts it stands in, and where.
    text: usize,
    span: Range<usize>,
}

/// What a line shows of its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    /// A string's characters; what is inside of it, if it holds JSON, are its lines.
    Text(String),
    /// A number, a truth value or null, as written.
    Word(String),
    /// An object with so many members.
    Object(usize),
    /// An array of so many elements.
    Array(usize),
}

impl Tree {
    /// The lines of `record`, at most `most`, with so many levels open; of the top level only the members
    /// named by `only`, if it names any. `None` when the record is not JSON or nested too deep.
    pub(crate) fn read(record: &str, only: &[&str], open_levels: usize, most: usize) -> Option<Tree> {
        let json = Json::parse(record).ok()?;
        let members = children(json)
            .into_iter()
            .filter(|(key, _)| only.is_empty() || key.as_deref().is_some_and(|k| only.contains(&k)));
        let mut tree = Tree { open_levels, texts: vec![record.to_owned()], ..Tree::default() };
        tree.more = !tree.add(members.collect(), None, json.text(), 0, most);
        Some(tree)
    }

    /// Adds `members`, which are inside `parent` and slices of `whole`, the text of that number; `false` when
    /// there were too many. The depth is bounded by [`Json::parse`].
    fn add(
        &mut self,
        members: Vec<(Option<String>, Json<'_>)>,
        parent: Option<usize>,
        whole: &str,
        text: usize,
        most: usize,
    ) -> bool {
        let size = members.len();
        let (level, above) = match parent {
            Some(parent) => (self.nodes[parent].level + 1, self.nodes[parent].reachable),
            None => (1, true),
        };
        let above = above && parent.is_none_or(|parent| !matches!(self.nodes[parent].value, Value::Text(_)));
        let mut seen: HashMap<String, usize> = HashMap::new();
        for key in members.iter().filter_map(|(key, _)| key.as_ref()) {
            *seen.entry(key.clone()).or_default() += 1;
        }
        for (n, (key, json)) in members.into_iter().enumerate() {
            if self.nodes.len() == most {
                return false;
            }
            let repeated = key.as_ref().is_some_and(|key| seen[key] > 1);
            let plain = key.as_ref().is_none_or(|key| !key.is_empty() && !key.contains(['.', '[']));
            let start = json.text().as_ptr() as usize - whole.as_ptr() as usize;
            let inside = children(json);
            let here = self.nodes.len();
            self.nodes.push(Node {
                parent,
                end: here + 1,
                level,
                place: (n + 1, size),
                key,
                repeated,
                value: value(json, inside.len()),
                reachable: above && plain && !repeated,
                text,
                span: start..start + json.text().len(),
            });
            let complete = match &self.nodes[here].value {
                Value::Text(string) if level < DEEPEST_STRING => match embedded(string) {
                    Some(held) => {
                        self.texts.push(held.clone());
                        let number = self.texts.len() - 1;
                        Json::parse(&held)
                            .is_ok_and(|json| self.add(children(json), Some(here), &held, number, most))
                    }
                    None => true,
                },
                _ => self.add(inside, Some(here), whole, text, most),
            };
            self.nodes[here].end = self.nodes.len();
            if !complete {
                return false;
            }
        }
        true
    }

    /// Whether line `n` can be opened.
    pub(crate) fn is_parent(&self, n: usize) -> bool {
        self.nodes[n].end > n + 1
    }

    /// Whether line `n` is a string that holds JSON.
    pub(crate) fn holds_json(&self, n: usize) -> bool {
        matches!(self.nodes[n].value, Value::Text(_)) && self.is_parent(n)
    }

    /// Whether line `n` is open, when the lines of `toggled` are not as they were to begin with. Strings are
    /// strings to begin with.
    pub(crate) fn is_open(&self, n: usize, toggled: &[usize]) -> bool {
        let open = self.nodes[n].level < self.open_levels && !self.holds_json(n);
        self.is_parent(n) && open != toggled.contains(&n)
    }

    /// The lines that are not inside a closed one, at most `limit`, and whether there would be more.
    pub(crate) fn visible(&self, toggled: &[usize], limit: usize) -> (Vec<usize>, bool) {
        let mut visible = Vec::new();
        let mut n = 0;
        while n < self.nodes.len() {
            if visible.len() == limit {
                return (visible, true);
            }
            visible.push(n);
            n = if self.is_open(n, toggled) { n + 1 } else { self.nodes[n].end };
        }
        (visible, self.more)
    }

    /// The lines that line `n` is inside of, from within.
    pub(crate) fn ancestors(&self, n: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.nodes[n].parent, |parent| self.nodes[*parent].parent)
    }

    /// The way to line `n`: `requestParameters.items[0].imageId`.
    pub(crate) fn path(&self, n: usize) -> String {
        let way: Vec<usize> = std::iter::once(n).chain(self.ancestors(n)).collect();
        let mut path = String::new();
        for n in way.into_iter().rev() {
            match &self.nodes[n].key {
                Some(key) if path.is_empty() => path.push_str(key),
                Some(key) => path.extend([".", key]),
                None => path.push_str(&format!("[{}]", self.nodes[n].place.0 - 1)),
            }
        }
        path
    }

    /// The keys to line `n` as a query writes them, where a query can follow them.
    pub(crate) fn query_path(&self, n: usize) -> Option<String> {
        let way: Vec<usize> = std::iter::once(n).chain(self.ancestors(n)).collect();
        let keys: Vec<&str> = way.iter().rev().filter_map(|n| self.nodes[*n].key.as_deref()).collect();
        self.nodes[n].reachable.then(|| keys.join("."))
    }

    /// What is copied of line `n`: a string's characters, of anything else its exact text.
    pub(crate) fn copied(&self, n: usize) -> String {
        let node = &self.nodes[n];
        match &node.value {
            Value::Text(text) => text.clone(),
            _ => self.texts[node.text][node.span.clone()].to_owned(),
        }
    }

    /// The lines whose key or value has `needle`. A string that holds JSON is searched as such.
    pub(crate) fn find(&self, needle: &str) -> Vec<usize> {
        let has = |text: &str| marks::position(text, needle).is_some();
        let matches = |n: &usize| {
            let node = &self.nodes[*n];
            node.key.as_deref().is_some_and(has)
                || match &node.value {
                    Value::Text(text) | Value::Word(text) => !self.is_parent(*n) && has(text),
                    _ => false,
                }
        };
        (0..self.nodes.len()).filter(matches).collect()
    }
}

fn children(json: Json<'_>) -> Vec<(Option<String>, Json<'_>)> {
    match json.kind() {
        Kind::Object => {
            json.members().into_iter().map(|(key, value)| (Some(key.into_owned()), value)).collect()
        }
        _ => json.items().into_iter().map(|value| (None, value)).collect(),
    }
}

fn value(json: Json<'_>, size: usize) -> Value {
    match json.kind() {
        Kind::Object => Value::Object(size),
        Kind::Array => Value::Array(size),
        _ => match json.as_str() {
            Some(text) => Value::Text(text.into_owned()),
            None => Value::Word(json.text().to_owned()),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(record: &str) -> Tree {
        Tree::read(record, &[], 2, 100).unwrap()
    }

    fn shown(tree: &Tree, toggled: &[usize], limit: usize) -> String {
        let (lines, more) = tree.visible(toggled, limit);
        let line = |n: usize| {
            let node = &tree.nodes[n];
            let sign = match (tree.is_parent(n), tree.is_open(n, toggled)) {
                (true, true) => "▾ ",
                (true, false) => "▸ ",
                _ => "",
            };
            let key = node.key.clone().unwrap_or_else(|| node.place.0.to_string());
            let mark = if node.repeated { " (repeated)" } else { "" };
            format!("{}{sign}{key}{mark}: {:?}", "  ".repeat(node.level - 1), node.value)
        };
        let mut text: Vec<String> = lines.into_iter().map(line).collect();
        text.extend(more.then(|| "…".to_owned()));
        text.join("\n")
    }

    #[test]
    fn the_first_two_levels_are_open() {
        let tree = tree(r#"{"a":{"b":{"c":1}},"d":[true,"x"],"e":{}}"#);
        assert_eq!(
            shown(&tree, &[], 100),
            "▾ a: Object(1)\n  ▸ b: Object(1)\n▾ d: Array(2)\n  1: Word(\"true\")\n  2: Text(\"x\")\ne: Object(0)"
        );
        assert_eq!(
            shown(&tree, &[1, 3], 100),
            "▾ a: Object(1)\n  ▾ b: Object(1)\n    c: Word(\"1\")\n▸ d: Array(2)\ne: Object(0)"
        );
    }

    #[test]
    fn nothing_is_lost_or_rewritten() {
        let record = r#"{"n":12345678901234567890.10,"a":1,"a":2,"__proto__":null,"s":"é\u202e"}"#;
        assert_eq!(
            shown(&tree(record), &[], 100),
            "n: Word(\"12345678901234567890.10\")\na (repeated): Word(\"1\")\na (repeated): Word(\"2\")\n\
             __proto__: Word(\"null\")\ns: Text(\"é\\u{202e}\")"
        );
    }

    #[test]
    fn a_long_record_says_that_there_is_more() {
        assert_eq!(shown(&tree("[1,2,3]"), &[], 2), "1: Word(\"1\")\n2: Word(\"2\")\n…");
        assert_eq!(shown(&tree("[1,2]"), &[], 2), "1: Word(\"1\")\n2: Word(\"2\")");
        let cut = Tree::read("[[1,2,3],4]", &[], 2, 2).unwrap();
        assert_eq!(shown(&cut, &[], 9), "▾ 1: Array(3)\n  1: Word(\"1\")\n…");
    }

    #[test]
    fn a_part_of_a_record_keeps_its_paths() {
        let record = r#"{"eventName":"A","requestParameters":{"x":1},"responseElements":null}"#;
        let tree = Tree::read(record, &["requestParameters", "responseElements"], 2, 9).unwrap();
        assert_eq!(
            shown(&tree, &[], 9),
            "▾ requestParameters: Object(1)\n  x: Word(\"1\")\nresponseElements: Word(\"null\")"
        );
        assert_eq!(tree.path(1), "requestParameters.x");
        assert_eq!(tree.copied(0), r#"{"x":1}"#);
    }

    #[test]
    fn a_query_s_path_leads_through_arrays_and_ends_at_repeated_keys() {
        let tree = tree(r#"{"p":[{"q":1}],"a":{"x":1},"a":2,"s":"{\"t\":1}"}"#);
        let paths: Vec<_> = (0..tree.nodes.len()).map(|n| (tree.path(n), tree.query_path(n))).collect();
        let both = |path: &str, query: Option<&str>| (path.to_owned(), query.map(str::to_owned));
        assert_eq!(
            paths,
            [
                both("p", Some("p")),
                both("p[0]", Some("p")),
                both("p[0].q", Some("p.q")),
                both("a", None),
                both("a.x", None),
                both("a", None),
                both("s", Some("s")),
                both("s.t", None),
            ]
        );
    }

    #[test]
    fn a_string_that_holds_json_opens() {
        let tree = tree(r#"{"policy":"{\"Effect\": \"Allow\"}","n":"{}"}"#);
        assert_eq!(
            shown(&tree, &[], 9),
            "▸ policy: Text(\"{\\\"Effect\\\": \\\"Allow\\\"}\")\nn: Text(\"{}\")"
        );
        assert!(shown(&tree, &[0], 9).contains("\n  Effect: Text(\"Allow\")\n"));
        assert_eq!(tree.copied(0), r#"{"Effect": "Allow"}"#);
        assert_eq!(tree.copied(1), "Allow");
    }

    #[test]
    fn every_line_is_found_once() {
        let tree = tree(r#"{"Name":"cat","b":{"name":2,"c":"NAMES"},"p":"{\"d\":\"name\"}"}"#);
        assert_eq!(tree.find("name"), [0, 2, 3, 5]);
        assert_eq!(tree.find("2"), [2]);
        assert!(tree.find("dog").is_empty());
        assert_eq!(tree.ancestors(3).collect::<Vec<_>>(), [1]);
    }
}
