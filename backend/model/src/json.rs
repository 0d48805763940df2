//! JSON text ([RFC 8259]) as it was written: a view that reads what it is asked for and changes nothing.
//!
//! A record is evidence. `12345678901234567890`, `1.0`, the order of members and a member that stands
//! there twice all survive, because a [`Json`] is a slice of the text and not a tree made of it. The
//! syntax is checked once, by [`Json::parse`]; everything after that walks text known to be good, without
//! recursion.
//!
//! ```text
//! path    = segment *( "." segment )
//! segment = key *( "[" *DIGIT "]" )         ; [2] is one element, [] is every element
//! ```
//!
//! [RFC 8259]: https://www.rfc-editor.org/rfc/rfc8259

mod error;
mod scan;
mod unescape;

use std::borrow::Cow;

use serde_json::value::RawValue;

pub use error::JsonError;
use scan::{check_depth, end_of_value};
use unescape::unescape;

/// How deep objects and arrays may be nested. Real records reach about 10.
pub const MAX_DEPTH: usize = 128;

/// One JSON value, by its exact text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Json<'a> {
    /// Valid, trimmed, nested at most [`MAX_DEPTH`] deep.
    text: &'a str,
}

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "JSON's own names")]
pub enum Kind {
    Object,
    Array,
    String,
    Number,
    Bool,
    Null,
}

impl<'a> Json<'a> {
    /// The value that `text` is, with any white space around it. Fails when it is not exactly one value
    /// or is nested deeper than [`MAX_DEPTH`].
    pub fn parse(text: &'a str) -> Result<Json<'a>, JsonError> {
        let raw: &RawValue = serde_json::from_str(text).map_err(|e| JsonError::syntax(text, &e))?;
        let json = Json { text: raw.get() };
        check_depth(text)?;
        Ok(json)
    }

    /// The value's exact text.
    pub fn text(self) -> &'a str {
        self.text
    }

    /// What it is.
    pub fn kind(self) -> Kind {
        match self.text.as_bytes().first() {
            Some(b'{') => Kind::Object,
            Some(b'[') => Kind::Array,
            Some(b'"') => Kind::String,
            Some(b't' | b'f') => Kind::Bool,
            Some(b'n') => Kind::Null,
            _ => Kind::Number,
        }
    }

    /// A string's characters. An escape that is half of a surrogate pair reads as U+FFFD: such a string
    /// has no other form in Unicode, and only its [`text`](Self::text) is lossless.
    pub fn as_str(self) -> Option<Cow<'a, str>> {
        (self.kind() == Kind::String).then(|| unescape(&self.text[1..self.text.len() - 1]))
    }

    /// `true` or `false`, not the strings.
    pub fn as_bool(self) -> Option<bool> {
        (self.kind() == Kind::Bool).then_some(self.text == "true")
    }

    /// The characters of a string, the exact text of a number or of a truth value.
    pub fn scalar_text(self) -> Option<Cow<'a, str>> {
        match self.kind() {
            Kind::String => self.as_str(),
            Kind::Number | Kind::Bool => Some(Cow::Borrowed(self.text)),
            Kind::Object | Kind::Array | Kind::Null => None,
        }
    }

    /// An object's members in their order, repeated ones included; of anything else none.
    pub fn members(self) -> Vec<(Cow<'a, str>, Json<'a>)> {
        // As many as most records have: growing step by step costs more than the space.
        let mut members = Vec::with_capacity(if self.kind() == Kind::Object { 24 } else { 0 });
        members.extend(self.pairs());
        members
    }

    /// An array's elements; of anything else none.
    pub fn items(self) -> Vec<Json<'a>> {
        if self.kind() == Kind::Array { self.children().collect() } else { Vec::new() }
    }

    /// The member `key` of an object, the last when it stands there more than once, as JavaScript reads it.
    pub fn get(self, key: &str) -> Option<Json<'a>> {
        self.pairs().filter(|(name, _)| name == key).last().map(|(_, value)| value)
    }

    /// Every value at `path`, in the order of the text: `requestParameters.instancesSet.items[0].imageId`.
    /// A key asked of an array is asked of each of its elements, so `items.imageId` is `items[].imageId`.
    /// What is not there, and a path that is not well-formed, is no value. A key that holds `.` or `[`
    /// cannot be reached.
    pub fn at(self, path: &str) -> Vec<Json<'a>> {
        let mut values = vec![self];
        for segment in path.split('.') {
            let (key, indexes) = segment.split_at(segment.find('[').unwrap_or(segment.len()));
            values = values.into_iter().flat_map(|v| v.member_or_each(key)).collect();
            for index in indexes.split_inclusive(']') {
                values = values.into_iter().flat_map(|v| v.element(index)).collect();
            }
        }
        values
    }

    fn member_or_each(self, key: &str) -> Vec<Json<'a>> {
        match self.kind() {
            Kind::Array => self.items().into_iter().filter_map(|item| item.get(key)).collect(),
            _ => self.get(key).into_iter().collect(),
        }
    }

    /// `index` is `[]` or `[2]`; anything else finds nothing.
    fn element(self, index: &str) -> Vec<Json<'a>> {
        match index.strip_prefix('[').and_then(|i| i.strip_suffix(']')) {
            Some("") => self.items(),
            Some(n) if n.bytes().all(|b| b.is_ascii_digit()) => {
                n.parse().ok().and_then(|n: usize| self.items().get(n).copied()).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    fn pairs(self) -> impl Iterator<Item = (Cow<'a, str>, Json<'a>)> {
        let mut values = (self.kind() == Kind::Object).then(|| self.children());
        std::iter::from_fn(move || {
            let (key, value) = (values.as_mut()?.next()?, values.as_mut()?.next()?);
            Some((unescape(&key.text[1..key.text.len() - 1]), value))
        })
    }

    /// The values directly inside an object or an array; of an object keys and values by turns.
    fn children(self) -> impl Iterator<Item = Json<'a>> {
        let mut at = 1;
        std::iter::from_fn(move || {
            let between = |b: &&u8| matches!(b, b' ' | b'\t' | b'\n' | b'\r' | b',' | b':');
            at += self.text.as_bytes()[at..].iter().take_while(between).count();
            let rest = &self.text[at..];
            if matches!(rest.as_bytes().first(), None | Some(b']' | b'}')) {
                return None;
            }
            let text = &rest[..end_of_value(rest)];
            at += text.len();
            Some(Json { text })
        })
    }
}

#[cfg(test)]
mod tests;
