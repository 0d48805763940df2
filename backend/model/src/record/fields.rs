//! The members of a record, read with a wide sleeve: what has the wrong type is absent, or read as what it
//! plainly means. Hand-edited and synthetic logs have booleans as texts and account ids as numbers, and
//! none of that is a reason to lose an event.

use std::borrow::Cow;

use crate::json::{Json, Kind};

/// The members of an object that are not `null`.
#[derive(Default)]
pub(crate) struct Fields<'a> {
    members: Vec<(Cow<'a, str>, Json<'a>)>,
}

impl<'a> Fields<'a> {
    /// The members of `object`; none when it is something else.
    pub(crate) fn of(object: Option<Json<'a>>) -> Fields<'a> {
        let mut members = object.map(Json::members).unwrap_or_default();
        members.retain(|(_, value)| value.kind() != Kind::Null);
        Fields { members }
    }

    /// With those of `other` for what is not here.
    pub(crate) fn or(self, mut other: Fields<'a>) -> Fields<'a> {
        other.members.extend(self.members);
        other
    }

    /// Only the members that are named `keys`.
    pub(crate) fn only(mut self, keys: &[&str]) -> Fields<'a> {
        self.members.retain(|(key, _)| keys.contains(&key.as_ref()));
        self
    }

    /// The member `key`, the last when it stands there more than once.
    pub(crate) fn get(&self, key: &str) -> Option<Json<'a>> {
        self.members.iter().rev().find(|(name, _)| name == key).map(|(_, value)| *value)
    }

    /// The members of the member `key`.
    pub(crate) fn fields(&self, key: &str) -> Fields<'a> {
        Fields::of(self.get(key))
    }

    /// A text that is not empty, or the text of a number.
    pub(crate) fn text(&self, key: &str) -> Option<String> {
        self.get(key).and_then(text)
    }

    /// `true` or `false`, also as a text, and the `Yes` and `No` of sign-in events.
    pub(crate) fn truth(&self, key: &str) -> Option<bool> {
        let text = self.get(key)?.scalar_text()?;
        let is = |words: [&str; 2]| words.iter().any(|word| word.eq_ignore_ascii_case(&text));
        if is(["true", "yes"]) { Some(true) } else { is(["false", "no"]).then_some(false) }
    }

    /// An account id. A number has lost its leading zeros: they are put back, to 12 digits.
    pub(crate) fn account(&self, key: &str) -> Option<String> {
        let value = self.get(key)?;
        let id = text(value)?;
        Some(if value.kind() == Kind::Number { format!("{id:0>12}") } else { id })
    }

    /// The values at a path that begins with a member of this object; see [`Json::at`].
    pub(crate) fn at(&self, path: &str) -> Vec<Json<'a>> {
        let (key, rest) = path.split_once('.').unwrap_or((path, ""));
        match self.get(key) {
            None => Vec::new(),
            Some(value) if rest.is_empty() => vec![value],
            Some(value) => value.at(rest),
        }
    }

    /// Every member in its order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, Json<'a>)> {
        self.members.iter().map(|(key, value)| (key.as_ref(), *value))
    }
}

/// A text that is not empty, or the text of a number.
pub(crate) fn text(value: Json<'_>) -> Option<String> {
    match value.kind() {
        Kind::String | Kind::Number => value.scalar_text().map(Cow::into_owned).filter(|t| !t.is_empty()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrong_types_are_absent_or_what_they_plainly_mean() {
        let json =
            r#"{"s":"x","e":"","n":12,"z":1e3,"t":"True","y":"Yes","b":false,"l":[],"o":{"p":[1]},"0":null}"#;
        let fields = Fields::of(Json::parse(json).ok());
        assert_eq!(fields.text("s").as_deref(), Some("x"));
        assert_eq!(fields.text("n").as_deref(), Some("12"));
        assert_eq!(fields.account("n").as_deref(), Some("000000000012"));
        for absent in ["e", "b", "l", "o", "0", "?"] {
            assert_eq!(fields.text(absent), None, "{absent}");
        }
        assert_eq!(
            ["t", "y", "b", "s", "n"].map(|k| fields.truth(k)),
            [Some(true), Some(true), Some(false), None, None]
        );
        assert_eq!(fields.at("o.p[0]").len() + fields.at("s").len(), 2);
        assert!(fields.at("s.x").is_empty() && fields.at("?.x").is_empty() && fields.get("0").is_none());
        assert!(Fields::of(Json::parse("[]").ok()).iter().next().is_none());
    }
}
