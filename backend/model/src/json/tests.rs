use proptest::prelude::*;

use super::*;

fn json(text: &str) -> Json<'_> {
    Json::parse(text).unwrap_or_else(|e| panic!("{text}: {e}"))
}

#[track_caller]
fn at(path: &str, expected: &[&str]) {
    let record = json(
        r#"{"a": {"items" : [ {"id":"i-1","tags":["x","y"]}, {"id":"i-2"}, 3 ]},
            "n": 12345678901234567890, "f": 1.0, "e": {}, "s": "]}\"{[", "twice": 1, "twice": 2,
            "deep": [[1,2],[3]] }"#,
    );
    let found: Vec<&str> = record.at(path).into_iter().map(Json::text).collect();
    assert_eq!(found, expected, "{path}");
}

#[test]
fn paths() {
    at("n", &["12345678901234567890"]);
    at("f", &["1.0"]);
    at("e", &["{}"]);
    at("e.x", &[]);
    at("s", &[r#""]}\"{[""#]);
    at("s.x", &[]);
    at("twice", &["2"]);
    at("a.items[1].id", &[r#""i-2""#]);
    at("a.items[9].id", &[]);
    at("a.items.id", &[r#""i-1""#, r#""i-2""#]);
    at("a.items[].id", &[r#""i-1""#, r#""i-2""#]);
    at("a.items.tags[]", &[r#""x""#, r#""y""#]);
    at("a.items[2]", &["3"]);
    at("deep[0][1]", &["2"]);
    at("deep[][0]", &["1", "3"]);
    for nothing in
        ["", ".", "a.", "a..id", "a.items[", "a.items[x]", "a.items]", "a.items[0]x", "a.items[-1]"]
    {
        at(nothing, &[]);
    }
    at("a.items[99999999999999999999999]", &[]);
}

#[test]
fn members_keep_order_and_repetition() {
    let object = json(r#" { "b" : 1 , "a":[], "b":null,"\u0063":{"x":{}} } "#);
    let members: Vec<_> = object.members().into_iter().map(|(k, v)| (k.into_owned(), v.text())).collect();
    let expected = [("b", "1"), ("a", "[]"), ("b", "null"), ("c", r#"{"x":{}}"#)];
    assert_eq!(members, expected.map(|(k, v)| (k.to_owned(), v)));
    assert_eq!(object.text(), r#"{ "b" : 1 , "a":[], "b":null,"\u0063":{"x":{}} }"#);
    assert!(json("[1]").members().is_empty() && json("{}").items().is_empty());
}

#[track_caller]
fn string(literal: &str, expected: &str) {
    assert_eq!(json(literal).as_str().as_deref(), Some(expected), "{literal}");
}

#[test]
fn strings() {
    string(r#""""#, "");
    string(r#""한 \u202f \"q\" \\ \/ \b\f\n\r\t""#, "한 \u{202f} \"q\" \\ / \u{8}\u{c}\n\r\t");
    string(r#""\ud83d\ude00!""#, "😀!");
    string(r#""\ud800""#, "\u{fffd}");
    string(r#""\ud800\u0041""#, "\u{fffd}A");
    string(r#""\ude00\ud83d\ude00""#, "\u{fffd}😀");
    string(r#""\ud800\ud800x""#, "\u{fffd}\u{fffd}x");
    string(r#""\ud800é""#, "\u{fffd}é");
    assert_eq!(json("{\"\\ud800\":1}").get("\u{fffd}").map(Json::text), Some("1"));
}

#[test]
fn scalars() {
    assert_eq!(json("true").as_bool(), Some(true));
    assert_eq!(json("\"true\"").as_bool(), None);
    assert_eq!(json(" -1.50e3 ").scalar_text().as_deref(), Some("-1.50e3"));
    assert_eq!(json("false").scalar_text().as_deref(), Some("false"));
    assert_eq!(json("null").scalar_text(), None);
    assert_eq!(json("[]").scalar_text(), None);
}

#[test]
fn errors_say_where() {
    let error = |text: &str| Json::parse(text).unwrap_err().to_string();
    assert_eq!(error(""), "EOF while parsing a value at byte 0");
    assert_eq!(error("{\n \"a\": 1,,}"), "key must be a string at byte 10");
    assert_eq!(error("{} {}"), "trailing characters at byte 3");
    assert_eq!(
        error("\"a\nb\""),
        "control character (\\u0000-\\u001F) found while parsing a string at byte 1"
    );

    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(Json::parse(&nested(MAX_DEPTH)).is_ok());
    assert_eq!(error(&nested(MAX_DEPTH + 1)), "objects and arrays are nested more than 128 deep at byte 128");
    assert!(Json::parse(&nested(1_000_000)).is_err());
}

/// Any JSON value, a few levels deep.
fn value() -> impl Strategy<Value = serde_json::Value> {
    use serde_json::Value;
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        r#"[\\"{}\[\],: a]{0,6}"#.prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((any::<String>(), inner), 0..6)
                .prop_map(|m| Value::Object(m.into_iter().collect())),
        ]
    })
}

/// The same value by way of the view.
fn rebuild(json: Json<'_>) -> serde_json::Value {
    match json.kind() {
        Kind::Object => json.members().into_iter().map(|(k, v)| (k.into_owned(), rebuild(v))).collect(),
        Kind::Array => json.items().into_iter().map(rebuild).collect(),
        Kind::String => json.as_str().unwrap().into_owned().into(),
        Kind::Number | Kind::Bool | Kind::Null => serde_json::from_str(json.text()).unwrap(),
    }
}

proptest! {
    #[test]
    fn the_view_agrees_with_serde_json(value in value(), pretty: bool) {
        let text = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) }.unwrap();
        prop_assert_eq!(rebuild(json(&text)), value);
    }

    #[test]
    fn no_path_panics(value in value(), path in r"[a\.\[\]0-9]{0,12}") {
        json(&value.to_string()).at(&path);
    }

    #[test]
    fn no_text_panics(text in r#"[\\"{}\[\],:0-9a-f\.u ]{0,30}"#) {
        if let Ok(json) = Json::parse(&text) {
            prop_assert_eq!(json.text(), text.trim());
            rebuild_quietly(json);
        }
    }
}

/// Walks everything.
fn rebuild_quietly(json: Json<'_>) {
    json.scalar_text();
    json.members().into_iter().for_each(|(_, v)| rebuild_quietly(v));
    json.items().into_iter().for_each(rebuild_quietly);
}
