//! Quotes: a value's or text's characters, and the text that means them. The two directions stand side by
//! side; `parse` and `display` have no other knowledge of quotes.

use std::fmt::{self, Write};
use std::ops::Range;

/// What a piece of the query's text means.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Written {
    /// The characters, without quotes and escapes.
    pub(super) text: String,
    /// Whether a part is in quotes: then the piece was not meant as anything but characters.
    pub(super) quoted: bool,
    /// Where the first `*` or `?` outside quotes stands, in bytes of the piece.
    pub(super) wildcard: Option<usize>,
    /// The first thing that is wrong with it, and where, in bytes of the piece.
    pub(super) fault: Option<(Fault, Range<usize>)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// A quote that is not closed.
    Unclosed,
    /// A backslash in quotes that is before neither a quote nor a backslash.
    Escape,
    /// A `*` or `?` in quotes, beside one outside.
    QuotedWildcard,
}

/// Reads a piece; one with a fault is read as well as it can be.
pub(super) fn read(piece: &str) -> Written {
    let mut written = Written::default();
    let mut opened = None;
    let mut literal = None;
    let mut fault = |fault, range| _ = written.fault.get_or_insert((fault, range));
    let mut chars = piece.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => {
                opened = if opened.is_none() { Some(at) } else { None };
                written.quoted = true;
                continue;
            }
            '\\' if opened.is_some() => match chars.next_if(|(_, c)| matches!(c, '"' | '\\')) {
                Some((_, escaped)) => {
                    written.text.push(escaped);
                    continue;
                }
                None => {
                    let end = chars.peek().map_or(piece.len(), |(next, c)| next + c.len_utf8());
                    fault(Fault::Escape, at..end);
                }
            },
            '*' | '?' if opened.is_some() => _ = literal.get_or_insert(at),
            '*' | '?' => _ = written.wildcard.get_or_insert(at),
            _ => {}
        }
        written.text.push(c);
    }
    if let Some(at) = opened {
        fault(Fault::Unclosed, at..piece.len());
    }
    if let (Some(at), Some(_)) = (literal, written.wildcard) {
        fault(Fault::QuotedWildcard, at..at + 1);
    }
    written
}

/// Whether `text` means itself when it stands bare as a value.
///
/// Only what is surely visible stays bare, so that a quoted character that is invisible or reorders the
/// line is at least announced by quotes.
pub(super) fn is_bare(text: &str) -> bool {
    let visible = |c: char| c.is_ascii_graphic() || (!c.is_ascii() && c.is_alphanumeric());
    !text.is_empty() && text.chars().all(|c| visible(c) && !matches!(c, '"' | ',' | '*' | '?'))
}

/// Writes `text` so that it is read as these characters: bare where that works and `bare` allows it.
pub(super) fn write(f: &mut impl Write, text: &str, bare: bool) -> fmt::Result {
    if bare && is_bare(text) {
        return f.write_str(text);
    }
    f.write_char('"')?;
    for c in text.chars() {
        if matches!(c, '"' | '\\') {
            f.write_char('\\')?;
        }
        f.write_char(c)?;
    }
    f.write_char('"')
}

/// Writes a pattern: its wildcards bare, what is between them in quotes where needed.
pub(super) fn write_pattern(f: &mut impl Write, pattern: &str) -> fmt::Result {
    for part in pattern.split_inclusive(['*', '?']) {
        let literal = part.trim_end_matches(['*', '?']);
        if !literal.is_empty() {
            write(f, literal, true)?;
        }
        f.write_str(&part[literal.len()..])?;
    }
    Ok(())
}

/// `text` as a value, in quotes where needed.
pub(super) fn quote(text: &str) -> String {
    written(text, true)
}

/// `text` in quotes.
pub(super) fn always(text: &str) -> String {
    written(text, false)
}

fn written(text: &str, bare: bool) -> String {
    let mut written = String::new();
    // A `String` takes everything.
    _ = write(&mut written, text, bare);
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(piece: &str, text: &str, wildcard: Option<usize>, fault: Option<(Fault, Range<usize>)>) {
        let written = read(piece);
        assert_eq!(
            (written.text.as_str(), written.wildcard, written.fault),
            (text, wildcard, fault),
            "{piece}"
        );
    }

    #[test]
    fn reading() {
        check("abc", "abc", None, None);
        check(r"DOMAIN\user", r"DOMAIN\user", None, None);
        check(r#""a b""#, "a b", None, None);
        check(r#""say \"hi\" \\o/""#, r#"say "hi" \o/"#, None, None);
        check(r#"a"b c"d"#, "ab cd", None, None);
        check(r#""a*b""#, "a*b", None, None);
        check(r#"a*"b c"?"#, "a*b c?", Some(1), None);
        check(r#""""#, "", None, None);
        check(r#""abc"#, "abc", None, Some((Fault::Unclosed, 0..4)));
        check(r#""a\nb""#, r"a\nb", None, Some((Fault::Escape, 2..4)));
        check(r#""a\한""#, r"a\한", None, Some((Fault::Escape, 2..6)));
        check(r#""a\"#, r"a\", None, Some((Fault::Escape, 2..3)));
        check(r#"*"a?""#, "*a?", Some(0), Some((Fault::QuotedWildcard, 3..4)));
    }

    #[test]
    fn writing() {
        for (text, quoted) in [
            ("abc", "abc"),
            ("arn:aws:s3:::b/k", "arn:aws:s3:::b/k"),
            ("Zoë", "Zoë"),
            ("", r#""""#),
            ("a b", r#""a b""#),
            ("a,b", r#""a,b""#),
            ("a*", r#""a*""#),
            (r"DOMAIN\user", r"DOMAIN\user"),
            (r#"\ ""#, r#""\\ \"""#),
            ("\u{202e}gpj", "\"\u{202e}gpj\""),
        ] {
            assert_eq!(quote(text), quoted, "{text}");
            assert_eq!(read(quoted).text, text, "{quoted}");
        }
        for (pattern, quoted) in
            [("a*", "a*"), ("*a b?c", r#"*"a b"?c"#), ("**", "**"), ("a,*?", r#""a,"*?"#)]
        {
            let mut text = String::new();
            write_pattern(&mut text, pattern).expect("a String");
            assert_eq!(text, quoted);
            assert_eq!(read(&text).text, pattern);
        }
    }
}
