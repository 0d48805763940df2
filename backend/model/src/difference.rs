//! What differs between two JSON texts, as those who wrote them meant it.
//!
//! For the request parameters of two calls of one API. A text that is itself JSON (a policy document, also one
//! that is percent-encoded) is compared by what is in it. In a policy of IAM a list of one is its member, and
//! the order of `Action`, `Resource` and their like does not matter, nor does that of its statements.

use std::borrow::Cow;

use crate::json::{Json, Kind};

/// The most differences that are found; who needs more compares the records.
pub const MAX_CHANGES: usize = 500;

/// A place at which two texts differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The way to it: `policy.Statement[0].Action`. Empty for the whole.
    pub path: String,
    /// What was there; `None` when nothing was. The characters of a string, the text of anything else.
    pub before: Option<String>,
    /// What is there.
    pub after: Option<String>,
}

/// Where `before` and `after` differ, in the order of the texts: `before`'s members, then those that only
/// `after` has. What is not JSON is compared as a text.
pub fn diff(before: &str, after: &str) -> Vec<Change> {
    let mut changes = Vec::new();
    let (a, b) = (Value::of(before), Value::of(after));
    compare("", Some(&a), Some(&b), &mut changes);
    changes
}

/// A value that can be compared: what a JSON text means.
#[derive(Debug, PartialEq, Eq)]
enum Value {
    Object(Vec<(String, Value)>),
    List(Vec<Value>),
    /// A string's characters.
    Text(String),
    /// A number, a truth value or null, as it is written.
    Word(String),
}

impl Value {
    /// Of a text that may be JSON.
    fn of(text: &str) -> Value {
        Json::parse(text).map_or_else(|_| Value::Text(text.to_owned()), |json| Value::read(json, 0))
    }

    /// Of `json`, inside of so many strings.
    fn read(json: Json<'_>, inside: usize) -> Value {
        match json.kind() {
            Kind::Object => {
                let mut members: Vec<(String, Value)> = Vec::new();
                for (key, value) in json.members() {
                    let value = Value::read(value, inside);
                    // As JavaScript reads it: the last counts.
                    members.retain(|(name, _)| *name != key);
                    members.push((key.into_owned(), value));
                }
                policy(&mut members);
                Value::Object(members)
            }
            Kind::Array => {
                Value::List(json.items().into_iter().map(|item| Value::read(item, inside)).collect())
            }
            Kind::String => Value::string(&json.as_str().unwrap_or_default(), inside),
            _ => Value::Word(json.text().to_owned()),
        }
    }

    /// Of a string, which may hold JSON itself.
    fn string(text: &str, inside: usize) -> Value {
        let decoded = decoded(text);
        let whole = decoded.trim();
        if inside < MAX_INSIDE
            && whole.starts_with(['{', '['])
            && let Ok(json) = Json::parse(whole)
        {
            return Value::read(json, inside + 1);
        }
        Value::Text(text.to_owned())
    }

    /// Its text on the page.
    fn text(&self) -> String {
        match self {
            Value::Text(text) | Value::Word(text) => text.clone(),
            Value::List(items) => Value::text_of(items),
            Value::Object(members) => {
                let member = |(key, value): &(String, Value)| format!("{}:{}", quoted(key), value.json());
                format!("{{{}}}", members.iter().map(member).collect::<Vec<_>>().join(","))
            }
        }
    }

    fn text_of(items: &[Value]) -> String {
        format!("[{}]", items.iter().map(Value::json).collect::<Vec<_>>().join(","))
    }

    fn json(&self) -> String {
        if let Value::Text(text) = self { quoted(text) } else { self.text() }
    }
}

/// How many strings may hold one another.
const MAX_INSIDE: usize = 4;

fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

/// Without percent-encoding, if the text is a JSON object or array that has it: `%7B%22Version…`.
fn decoded(text: &str) -> Cow<'_, str> {
    if !["%7B", "%7b", "%5B", "%5b"].iter().any(|start| text.starts_with(start)) {
        return Cow::Borrowed(text);
    }
    // A form's text without `=` and `&` is one name; a plus in it stands for itself.
    let escaped = text.replace('+', "%2B");
    match form_urlencoded::parse(escaped.as_bytes()).next() {
        Some((whole, value)) if value.is_empty() && !text.contains(['&', '=']) => {
            Cow::Owned(whole.into_owned())
        }
        _ => Cow::Borrowed(text),
    }
}

/// Members of a policy's statement whose order does not matter, and of which one is a list of one.
const SETS: [&str; 6] = ["Action", "NotAction", "Resource", "NotResource", "Principal", "NotPrincipal"];

/// Gives what may be a policy, or a statement of one, the form that all that mean the same have.
fn policy(members: &mut [(String, Value)]) {
    let has = |name: &str| members.iter().any(|(key, _)| key == name);
    let (is_statement, is_policy) = (has("Effect"), has("Statement"));
    if is_statement {
        members.sort_by(|a, b| a.0.cmp(&b.0));
    }
    for (key, value) in members.iter_mut() {
        if is_policy && key == "Statement" {
            as_list(value);
        }
        if !is_statement {
            continue;
        }
        match value {
            // {"AWS": …}, {"Service": …}
            Value::Object(of) if key.ends_with("Principal") => {
                of.iter_mut().for_each(|(_, value)| as_set(value))
            }
            // {"StringEquals": {"aws:SourceVpc": …}}
            Value::Object(operators) if key == "Condition" => {
                for (_, keys) in operators {
                    if let Value::Object(keys) = keys {
                        keys.iter_mut().for_each(|(_, value)| as_set(value));
                    }
                }
            }
            value if SETS.contains(&key.as_str()) => as_set(value),
            _ => {}
        }
    }
}

fn as_list(value: &mut Value) {
    if !matches!(value, Value::List(_)) {
        let one = std::mem::replace(value, Value::List(Vec::new()));
        *value = Value::List(vec![one]);
    }
}

/// As a list in order, each once.
fn as_set(value: &mut Value) {
    as_list(value);
    if let Value::List(items) = value {
        let mut sorted: Vec<Value> = Vec::new();
        for item in items.drain(..) {
            let text = item.json();
            if let Err(place) = sorted.binary_search_by(|other| other.json().cmp(&text)) {
                sorted.insert(place, item);
            }
        }
        *items = sorted;
    }
}

fn compare(path: &str, a: Option<&Value>, b: Option<&Value>, changes: &mut Vec<Change>) {
    if a == b || changes.len() >= MAX_CHANGES {
        return;
    }
    match (a, b) {
        (Some(Value::Object(a)), Some(Value::Object(b))) => {
            let find =
                |members: &'_ [(String, Value)], key: &str| members.iter().position(|(name, _)| name == key);
            for (key, value) in a {
                compare(&joined(path, key), Some(value), find(b, key).map(|n| &b[n].1), changes);
            }
            for (key, value) in b.iter().filter(|(key, _)| find(a, key).is_none()) {
                compare(&joined(path, key), None, Some(value), changes);
            }
        }
        (Some(Value::List(a)), Some(Value::List(b))) => lists(path, a, b, changes),
        _ => changes.push(Change {
            path: path.to_owned(),
            before: a.map(Value::text),
            after: b.map(Value::text),
        }),
    }
}

fn joined(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

/// Compares equal members whatever their places, then those of one name, then objects without a name in their
/// order, then statements that another name hides. That only the order differs is a change too, except of a
/// policy's statements.
fn lists(path: &str, a: &[Value], b: &[Value], changes: &mut Vec<Change>) {
    let rules: [fn(&Value, &Value) -> bool; 4] = [|a, b| a == b, same_name, both_nameless, same_statement];
    let mut pairs: Vec<Option<usize>> = vec![None; a.len()];
    let mut taken = vec![false; b.len()];
    for rule in rules {
        for n in 0..a.len() {
            if pairs[n].is_none()
                && let Some(m) = (0..b.len()).find(|m| !taken[*m] && rule(&a[n], &b[*m]))
            {
                (pairs[n], taken[m]) = (Some(m), true);
            }
        }
    }
    let known = changes.len();
    for (n, m) in pairs.iter().enumerate() {
        compare(&format!("{path}[{n}]"), Some(&a[n]), m.map(|m| &b[m]), changes);
    }
    for m in (0..b.len()).filter(|m| !taken[*m]) {
        compare(&format!("{path}[{m}]"), None, Some(&b[m]), changes);
    }
    if changes.len() == known && !pairs.is_sorted() && !path.ends_with("Statement") {
        let text = |items: &[Value]| Some(Value::text_of(items));
        changes.push(Change { path: path.to_owned(), before: text(a), after: text(b) });
    }
}

fn both_nameless(a: &Value, b: &Value) -> bool {
    is_object(a) && is_object(b) && name(a).is_none() && name(b).is_none()
}

fn is_object(value: &Value) -> bool {
    matches!(value, Value::Object(_))
}

/// What a member of a list is called by: a statement's `Sid`, a tag's key.
fn name(value: &Value) -> Option<&Value> {
    let Value::Object(members) = value else { return None };
    let names = ["Sid", "key", "Key", "id", "ID", "Id", "name", "Name"];
    names.iter().find_map(|name| members.iter().find(|(key, _)| key == name)).map(|(_, value)| value)
}

fn same_name(a: &Value, b: &Value) -> bool {
    name(a).is_some() && name(a) == name(b)
}

/// Two statements of policies that have most in common: one that got another `Sid` is not a new one.
fn same_statement(a: &Value, b: &Value) -> bool {
    let (Value::Object(a), Value::Object(b)) = (a, b) else { return false };
    let is_statement = |members: &[(String, Value)]| members.iter().any(|(key, _)| key == "Effect");
    let common = a.iter().filter(|member| b.contains(member)).count();
    is_statement(a) && is_statement(b) && common * 2 > a.len().max(b.len())
}

#[cfg(test)]
mod tests;
