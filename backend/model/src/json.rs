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

use std::borrow::Cow;
use std::fmt;

use serde_json::value::RawValue;

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
        if self.kind() != Kind::Object {
            return Vec::new();
        }
        let mut values = self.children();
        let mut members = Vec::new();
        while let (Some(Json { text: key }), Some(value)) = (values.next(), values.next()) {
            members.push((unescape(&key[1..key.len() - 1]), value));
        }
        members
    }

    /// An array's elements; of anything else none.
    pub fn items(self) -> Vec<Json<'a>> {
        if self.kind() == Kind::Array { self.children().collect() } else { Vec::new() }
    }

    /// The member `key` of an object, the last when it stands there more than once, as JavaScript reads it.
    pub fn get(self, key: &str) -> Option<Json<'a>> {
        self.members().into_iter().rev().find(|(name, _)| name == key).map(|(_, value)| value)
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

    /// The values directly inside an object or an array; of an object keys and values by turns.
    fn children(self) -> impl Iterator<Item = Json<'a>> {
        let mut rest = &self.text[1..];
        std::iter::from_fn(move || {
            rest = rest.trim_start_matches([' ', '\t', '\n', '\r', ',', ':']);
            if rest.starts_with([']', '}']) || rest.is_empty() {
                return None;
            }
            let (text, after) = rest.split_at(end_of_value(rest));
            rest = after;
            Some(Json { text })
        })
    }
}

/// The length of the value that `text` begins with.
fn end_of_value(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut depth = 0_usize;
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'"' => at += end_of_string(&bytes[at..]),
            b'{' | b'[' => {
                depth += 1;
                at += 1;
            }
            b'}' | b']' => {
                depth -= 1;
                at += 1;
            }
            _ if depth == 0 => {
                let delimiter = |b: &u8| matches!(b, b',' | b']' | b'}' | b' ' | b'\t' | b'\n' | b'\r');
                return bytes[at..].iter().position(delimiter).map_or(bytes.len(), |n| at + n);
            }
            _ => {
                at += 1;
                continue;
            }
        }
        if depth == 0 {
            return at;
        }
    }
    bytes.len()
}

/// The length of the string literal that `bytes` begins with, quotes included.
fn end_of_string(bytes: &[u8]) -> usize {
    let mut at = 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 2,
            b'"' => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len()
}

fn check_depth(text: &str) -> Result<(), JsonError> {
    let bytes = text.as_bytes();
    let (mut depth, mut at) = (0_usize, 0);
    while at < bytes.len() {
        match bytes[at] {
            b'"' => {
                at += end_of_string(&bytes[at..]);
                continue;
            }
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MAX_DEPTH {
            let what = format!("objects and arrays are nested more than {MAX_DEPTH} deep");
            return Err(JsonError { what, offset: at });
        }
        at += 1;
    }
    Ok(())
}

/// The characters meant by the inside of a valid string literal.
fn unescape(inner: &str) -> Cow<'_, str> {
    if !inner.contains('\\') {
        return Cow::Borrowed(inner);
    }
    let mut out = String::with_capacity(inner.len());
    let mut rest = inner;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        let escape = &rest[at + 1..];
        let (character, length) = match escape.as_bytes().first() {
            Some(b'u') => unescape_unicode(escape),
            Some(b'b') => ('\u{8}', 1),
            Some(b'f') => ('\u{c}', 1),
            Some(b'n') => ('\n', 1),
            Some(b'r') => ('\r', 1),
            Some(b't') => ('\t', 1),
            Some(&other) => (char::from(other), 1),
            None => break,
        };
        out.push(character);
        rest = escape.get(length..).unwrap_or_default();
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The character of `uXXXX` or `uD83D\uDE00`, and how much of `escape` it takes.
fn unescape_unicode(escape: &str) -> (char, usize) {
    let unit = |at: usize| escape.get(at..at + 4).and_then(|hex| u32::from_str_radix(hex, 16).ok());
    let high = unit(1).unwrap_or(0xFFFD);
    if let Some(single) = char::from_u32(high) {
        return (single, 5);
    }
    let low = if escape.get(5..7) == Some("\\u") { unit(7) } else { None };
    match low {
        Some(low @ 0xDC00..=0xDFFF) if high < 0xDC00 => {
            let pair = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
            (char::from_u32(pair).unwrap_or(char::REPLACEMENT_CHARACTER), 11)
        }
        _ => (char::REPLACEMENT_CHARACTER, 5),
    }
}

/// Why a text is not JSON, or not JSON that is read here: one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonError {
    what: String,
    offset: usize,
}

impl JsonError {
    /// Where reading stopped, in bytes from the start of the text: at the culprit or just before it.
    pub fn offset(&self) -> usize {
        self.offset
    }

    fn syntax(text: &str, error: &serde_json::Error) -> JsonError {
        let whole = error.to_string();
        let what = whole.split(" at line ").next().unwrap_or_default().to_owned();
        let lines_before: usize =
            text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
        JsonError { what, offset: (lines_before + error.column().saturating_sub(1)).min(text.len()) }
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at byte {}", self.what, self.offset)
    }
}

impl std::error::Error for JsonError {}

#[cfg(test)]
mod tests;
