//! What a JSON text says, apart from how it is written: a sender who repeats an event may write it anew, with
//! other white space and its members in another order.

use std::collections::BTreeMap;

use model::json::{Json, Kind};
use serde_json::Value;
use sha2::{Digest, Sha256};

/// The SHA-256 of what `json` says, in hexadecimal. Two texts have the same when they differ in white space,
/// in the order of members and in how characters are escaped; numbers are the same when their digits are.
pub(super) fn meaning(json: Json<'_>) -> String {
    let mut text = String::with_capacity(json.text().len());
    write(json, &mut text);
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn write(json: Json<'_>, out: &mut String) {
    match json.kind() {
        Kind::Object => {
            // The last of members that stand there twice is the one that is read.
            let members: BTreeMap<_, _> = json.members().into_iter().collect();
            out.push('{');
            for (key, value) in members {
                out.push_str(&Value::from(key).to_string());
                out.push(':');
                write(value, out);
                out.push(',');
            }
            out.push('}');
        }
        Kind::Array => {
            out.push('[');
            for item in json.items() {
                write(item, out);
                out.push(',');
            }
            out.push(']');
        }
        Kind::String => match json.as_str() {
            // Half of a surrogate pair has no other form than its escape.
            Some(text) if !text.contains('\u{fffd}') => out.push_str(&Value::from(text).to_string()),
            _ => out.push_str(json.text()),
        },
        Kind::Number | Kind::Bool | Kind::Null => out.push_str(json.text()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> String {
        meaning(Json::parse(text).unwrap())
    }

    #[test]
    fn the_same_said_otherwise() {
        for (a, b) in [
            (r#"{"a":1,"b":[true,null]}"#, "{ \"b\" : [ true, null ],\n\"a\" : 1 }"),
            (r#"{"a":"\u00e9\/"}"#, r#"{"a":"é/"}"#),
            (r#"{"\u0061":"x"}"#, r#"{"a":"x"}"#),
            (r#"{"a":1,"a":2}"#, r#"{"a":2}"#),
            (r#"{"a":{"x":1,"y":2}}"#, r#"{"a":{"y":2,"x":1}}"#),
        ] {
            assert_eq!(of(a), of(b), "{a} {b}");
        }
    }

    #[test]
    fn something_else() {
        for (a, b) in [
            ("1", "1.0"),
            ("12345678901234567890123", "12345678901234567890124"),
            (r#""1""#, "1"),
            ("[1,2]", "[2,1]"),
            ("[12]", "[1,2]"),
            (r#"{"a":null}"#, "{}"),
            (r#""\ud800""#, r#""\ud801""#),
            (r#"["a,b"]"#, r#"["a","b"]"#),
            (r#"{"a":"1","b":"2"}"#, r#"{"a":"2","b":"1"}"#),
        ] {
            assert_ne!(of(a), of(b), "{a} {b}");
        }
    }
}
