//! The characters that a string literal means.

use std::borrow::Cow;

use super::scan::plain;

/// The characters meant by the inside of a valid string literal.
pub(super) fn unescape(inner: &str) -> Cow<'_, str> {
    // Inside a literal a quote stands behind a backslash.
    if plain(inner.as_bytes()) == inner.len() {
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
