//! What AWS's own clients ask is recorded as what the console asks is: see [`crate::asked`].

use std::collections::BTreeMap;

use axum::http::HeaderMap;
use model::Asked;
use serde_json::{Map, Value};
use wire::Caller;

use crate::Address;
use crate::asked::sent;

/// Who sent a request.
#[derive(Clone, Copy)]
pub(super) struct Asker<'a> {
    pub(super) caller: Option<&'a Caller>,
    pub(super) address: Option<&'a Address>,
    pub(super) headers: &'a HeaderMap,
}

impl Asker<'_> {
    /// That `operation` was asked for by `body`, a JSON object.
    pub(super) fn asked(self, operation: &str, body: &[u8]) -> Asked {
        let sent = sent(self.headers, self.address);
        let sent = match self.caller.map(Caller::access_key_id) {
            Some(key) => Asked { who: key.to_owned(), access_key: Some(key.to_owned()), ..sent },
            None => sent,
        };
        Asked { name: operation.to_owned(), parameters: parameters(body), ..sent }.bounded()
    }
}

/// The members of `body` by CloudTrail's names for them, without those that page: all pages of a question are one
/// question.
fn parameters(body: &[u8]) -> BTreeMap<String, String> {
    let members: Map<String, Value> = serde_json::from_slice(body).unwrap_or_default();
    let asks = members.into_iter().filter(|(name, _)| name != "NextToken" && name != "MaxResults");
    asks.map(|(name, value)| (lower_first(&name), text(&value))).collect()
}

/// `StartTime` is `startTime` in the records of CloudTrail.
fn lower_first(name: &str) -> String {
    let mut characters = name.chars();
    characters.next().map_or_else(String::new, |first| first.to_lowercase().chain(characters).collect())
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_pages_of_a_question_are_one() {
        let told = |body: &str| parameters(body.as_bytes());
        let body = r#"{"LookupAttributes":[{"AttributeKey":"Username","AttributeValue":"ana"}],"StartTime":1700000000,"EventCategory":"insight"}"#;
        let expected = [
            ("eventCategory", "insight"),
            ("lookupAttributes", r#"[{"AttributeKey":"Username","AttributeValue":"ana"}]"#),
            ("startTime", "1700000000"),
        ];
        let expected = expected.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
        assert_eq!(told(body), expected);
        assert_eq!(told(&body.replacen('{', r#"{"NextToken":"t","MaxResults":2,"#, 1)), expected);
        assert!(told("").is_empty());
    }
}
