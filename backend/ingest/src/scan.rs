//! Where values of JSON text ([RFC 8259]) begin and end, without judging them.
//!
//! A whole-file parser stops at the first mistake and loses everything after it. This scanner only
//! follows strings and brackets, so that a mistake inside one value leaves the next ones findable; whether a
//! value is good JSON is for its reader to say. Depth of nesting costs nothing.
//!
//! [RFC 8259]: https://www.rfc-editor.org/rfc/rfc8259

use std::ops::Range;

use memchr::memchr3;

/// Where a value breaks off: the place where following it further made no sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Broken {
    /// Bytes from the start of the text.
    pub(crate) at: usize,
}

/// The first place from `at` on that is not white space.
pub(crate) fn skip_space(bytes: &[u8], at: usize) -> usize {
    let space = |b: &u8| matches!(b, b' ' | b'\t' | b'\n' | b'\r');
    bytes[at..].iter().position(|b| !space(b)).map_or(bytes.len(), |n| at + n)
}

/// The end of the string whose opening quote stands at `at`. A line break inside breaks it: JSON writes
/// that as `\n`, so the closing quote is missing.
pub(crate) fn string_end(bytes: &[u8], at: usize) -> Result<usize, Broken> {
    let mut next = at + 1;
    while let Some(n) = bytes.get(next..).and_then(|rest| memchr3(b'"', b'\\', b'\n', rest)) {
        next += n;
        match bytes[next] {
            b'"' => return Ok(next + 1),
            b'\\' => next += 2,
            _ => return Err(Broken { at: next }),
        }
    }
    Err(Broken { at: bytes.len() })
}

/// The end of the value that begins at `at`.
pub(crate) fn value_end(bytes: &[u8], at: usize) -> Result<usize, Broken> {
    let (mut depth, mut next) = (0_usize, at);
    // A bit for each open bracket, the innermost lowest, set for a list. Records nested deeper than 128 are
    // refused anyway, so it does not matter that those bits are lost.
    let mut lists = 0_u128;
    while let Some(byte) = bytes.get(next) {
        match byte {
            b'"' => next = string_end(bytes, next)?,
            b'{' | b'[' => {
                lists = lists << 1 | u128::from(*byte == b'[');
                depth += 1;
                next += 1;
            }
            b'}' | b']' if depth == 0 || (lists & 1 == 1) != (*byte == b']') => break,
            b'}' | b']' => {
                lists >>= 1;
                depth -= 1;
                next += 1;
            }
            _ if depth == 0 => return word_end(bytes, next),
            _ => {
                next += 1;
                continue;
            }
        }
        if depth == 0 {
            return Ok(next);
        }
    }
    Err(Broken { at: next })
}

/// The end of a number, of `true` or of whatever else stands there.
fn word_end(bytes: &[u8], at: usize) -> Result<usize, Broken> {
    let delimiter = |b: &u8| matches!(b, b',' | b':' | b']' | b'}' | b' ' | b'\t' | b'\n' | b'\r');
    let end = bytes[at..].iter().position(delimiter).map_or(bytes.len(), |n| at + n);
    // A value of no length would let a caller stand still.
    if end > at { Ok(end) } else { Err(Broken { at }) }
}

/// Walks the members of the object that begins at `at` and gives the object's end. `visit` is told each
/// key (as written, without quotes) and where its value begins, then the value's whole place when it has
/// an end; so also an object that breaks off tells what it began with.
pub(crate) fn members<'a>(
    bytes: &'a [u8],
    at: usize,
    mut visit: impl FnMut(&'a [u8], usize, Option<Range<usize>>),
) -> Result<usize, Broken> {
    let mut next = skip_space(bytes, at + 1);
    loop {
        match bytes.get(next) {
            Some(b'}') => return Ok(next + 1),
            Some(b',') => next = skip_space(bytes, next + 1),
            Some(b'"') => {
                let key_end = string_end(bytes, next)?;
                let key = &bytes[next + 1..key_end - 1];
                let colon = skip_space(bytes, key_end);
                if bytes.get(colon) != Some(&b':') {
                    return Err(Broken { at: colon });
                }
                let start = skip_space(bytes, colon + 1);
                visit(key, start, None);
                let end = value_end(bytes, start)?;
                visit(key, start, Some(start..end));
                next = skip_space(bytes, end);
            }
            _ => return Err(Broken { at: next }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, value: Option<&str>) {
        let found = value_end(text.as_bytes(), 0).ok().map(|end| &text[..end]);
        assert_eq!(found, value, "{text}");
    }

    #[test]
    fn a_value_ends_where_its_brackets_close() {
        check(r#"{"a":[1,{"b":"}]"}]} ,"#, Some(r#"{"a":[1,{"b":"}]"}]}"#));
        check(r#""a\"b\\" x"#, Some(r#""a\"b\\""#));
        check("-1.5e3,2", Some("-1.5e3"));
        check("true]", Some("true"));
        check("{oops}{}", Some("{oops}"));
        check("{}", Some("{}"));
        check(&"[".repeat(1_000_000), None);
        for broken in [
            "",
            "}",
            ",",
            ":",
            "{]",
            "[}",
            r#"[{"a":1]"#,
            "{",
            r#"{"a":"#,
            r#""a"#,
            r#""a\"#,
            r#"{"a":"b}"#,
            "\"a\nb\"",
        ] {
            check(broken, None);
        }
    }

    #[test]
    fn members_are_told_before_and_after_their_value() {
        let text = br#" { "a" : 1 , "b":{"a":2},"c":[1,2"#;
        let mut seen = Vec::new();
        let end = members(text, 1, |key, start, whole| {
            seen.push((
                str::from_utf8(key).unwrap(),
                text[start],
                whole.map(|w| str::from_utf8(&text[w]).unwrap()),
            ));
        });
        assert_eq!(end, Err(Broken { at: text.len() }));
        let expected = [
            ("a", b'1', None),
            ("a", b'1', Some("1")),
            ("b", b'{', None),
            ("b", b'{', Some(r#"{"a":2}"#)),
            ("c", b'[', None),
        ];
        assert_eq!(seen, expected);
    }
}
