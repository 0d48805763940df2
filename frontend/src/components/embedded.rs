//! JSON inside a string: what policies and templates are in a record.

use model::json::{Json, Kind};

/// The object or array, with something in it, that `text` holds: as it is, or percent-encoded as IAM returns policies.
pub(crate) fn embedded(text: &str) -> Option<String> {
    let begins = text.trim_start();
    let text = if begins.starts_with(['{', '[']) {
        text.to_owned()
    } else if begins.starts_with("%7B") || begins.starts_with("%5B") {
        percent_encoding::percent_decode_str(text).decode_utf8().ok()?.into_owned()
    } else {
        return None;
    };
    let json = Json::parse(&text).ok()?;
    let holds = match json.kind() {
        Kind::Object => !json.members().is_empty(),
        _ => !json.items().is_empty(),
    };
    holds.then_some(text)
}

#[cfg(test)]
mod tests {
    use super::embedded;

    #[test]
    fn objects_and_arrays_only() {
        assert_eq!(embedded(r#" {"a":1}"#).as_deref(), Some(r#" {"a":1}"#));
        assert_eq!(embedded("%7B%22a%22%3A%5B1%5D%7D").as_deref(), Some(r#"{"a":[1]}"#));
        for text in ["", "{}", "[]", "{a}", "12", "\"x\"", "%7B", "[2024-01-01] log", "%7B%ff%7D"] {
            assert_eq!(embedded(text), None, "{text}");
        }
    }
}
