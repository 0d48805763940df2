//! What the eye must see of a text that somebody else wrote: pure, so that it is tested natively.
//!
//! Control, bidirectional and invisible characters can make a text read as another (Trojan Source,
//! CVE-2021-42574) or as nothing at all. They are cut out and named; see
//! [UTS #55](https://www.unicode.org/reports/tr55/).

/// A stretch of a text as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Ordinary characters.
    Plain(String),
    /// A character that does not show itself: `U+202E`, and its name.
    Hidden(String, &'static str),
    /// A line break, in a place of one line.
    Newline,
    /// A tab, in a place of one line.
    Tab,
    /// This many characters more, not shown here.
    More(usize),
}

/// Splits `text` for display. With `one_line`, breaks and tabs become signs. At most `limit` characters
/// are shown.
pub(crate) fn pieces(text: &str, one_line: bool, limit: usize) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut plain = String::new();
    let flush = |plain: &mut String, pieces: &mut Vec<Piece>| {
        if !plain.is_empty() {
            pieces.push(Piece::Plain(std::mem::take(plain)));
        }
    };
    for (n, c) in text.chars().enumerate() {
        if n == limit {
            flush(&mut plain, &mut pieces);
            pieces.push(Piece::More(text.chars().count() - limit));
            return pieces;
        }
        let piece = match c {
            '\n' if one_line => Piece::Newline,
            '\t' if one_line => Piece::Tab,
            '\n' | '\t' => {
                plain.push(c);
                continue;
            }
            _ => match name(c) {
                Some(name) => Piece::Hidden(code(c), name),
                None => {
                    plain.push(c);
                    continue;
                }
            },
        };
        flush(&mut plain, &mut pieces);
        pieces.push(piece);
    }
    flush(&mut plain, &mut pieces);
    pieces
}

/// `text` with what is hidden spelled out, for places that hold nothing but text: titles, labels,
/// announcements.
pub(crate) fn plain(text: &str) -> String {
    let spell = |piece| match piece {
        Piece::Plain(text) => text,
        Piece::Hidden(code, _) => format!("[{code}]"),
        Piece::Newline => "↵".to_owned(),
        Piece::Tab => "⇥".to_owned(),
        Piece::More(_) => "…".to_owned(),
    };
    pieces(text, true, 200).into_iter().map(spell).collect()
}

/// How many characters of `text` do not show themselves (line breaks and tabs do).
pub(crate) fn hidden_count(text: &str) -> usize {
    // Most texts are long and plain.
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return 0;
    }
    text.chars().filter(|c| !matches!(c, '\n' | '\t') && name(*c).is_some()).count()
}

/// `text` with every character that does not show itself as JSON escapes it: `\\u202e`.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\n' | '\t') || name(c).is_none() {
            out.push(c);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
        }
    }
    out
}

/// The code points of `text` beyond ASCII, where one of its letters might be taken for another:
/// `U+0430`; at most eight.
pub(crate) fn foreign(text: &str) -> Option<String> {
    let codes: Vec<String> = text.chars().filter(|c| !c.is_ascii()).take(8).map(code).collect();
    (!codes.is_empty()).then(|| codes.join(" "))
}

fn code(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// What a character is called that does not show itself; `None` for the others.
fn name(c: char) -> Option<&'static str> {
    Some(match u32::from(c) {
        0x00 => "null",
        0x07 => "bell",
        0x08 => "backspace",
        0x09 => "tab",
        0x0A => "line feed",
        0x0D => "carriage return",
        0x1B => "escape",
        0x00..=0x1F | 0x7F..=0x9F => "control character",
        0x00AD => "soft hyphen",
        0x034F => "combining grapheme joiner",
        0x061C => "Arabic letter mark",
        0x115F..=0x1160 | 0x3164 | 0xFFA0 => "Hangul filler",
        0x17B4..=0x17B5 => "Khmer inherent vowel",
        0x180B..=0x180F => "Mongolian variation selector",
        0x200B => "zero width space",
        0x200C => "zero width non-joiner",
        0x200D => "zero width joiner",
        0x200E => "left-to-right mark",
        0x200F => "right-to-left mark",
        0x2028 => "line separator",
        0x2029 => "paragraph separator",
        0x202A => "left-to-right embedding",
        0x202B => "right-to-left embedding",
        0x202C => "pop directional formatting",
        0x202D => "left-to-right override",
        0x202E => "right-to-left override",
        0x2060 => "word joiner",
        0x2066 => "left-to-right isolate",
        0x2067 => "right-to-left isolate",
        0x2068 => "first strong isolate",
        0x2069 => "pop directional isolate",
        0x2061..=0x206F => "invisible operator",
        0xFE00..=0xFE0F => "variation selector",
        0xFEFF => "byte order mark",
        0xFFF9..=0xFFFB => "interlinear annotation",
        0xE0000..=0xE0FFF => "tag character",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(plain(text), expected, "{text:?}");
    }

    #[test]
    fn what_hides_is_spelled_out() {
        check("md/\u{202E}exe", "md/[U+202E]exe");
        check("a\u{200B}\u{FEFF}b", "a[U+200B][U+FEFF]b");
        check("\u{1B}[31mred\u{7}", "[U+001B][31mred[U+0007]");
        check("tag\u{E0041}", "tag[U+E0041]");
        check("one\ntwo\tthree\r", "one↵two⇥three[U+000D]");
        check("<script>alert(1)</script>", "<script>alert(1)</script>");
        check("שלום 한글 é", "שלום 한글 é");
    }

    #[test]
    fn every_range_of_the_list_is_named_to_its_edges() {
        for (from, to) in [
            (0x00, 0x1F),
            (0x7F, 0x9F),
            (0xAD, 0xAD),
            (0x34F, 0x34F),
            (0x61C, 0x61C),
            (0x115F, 0x1160),
            (0x17B4, 0x17B5),
            (0x180B, 0x180F),
            (0x200B, 0x200F),
            (0x2028, 0x202E),
            (0x2060, 0x206F),
            (0x3164, 0x3164),
            (0xFE00, 0xFE0F),
            (0xFEFF, 0xFEFF),
            (0xFFA0, 0xFFA0),
            (0xFFF9, 0xFFFB),
            (0xE0000, 0xE0FFF),
        ] {
            for code in from..=to {
                assert!(char::from_u32(code).is_some_and(|c| name(c).is_some()), "U+{code:04X}");
            }
        }
        for c in [' ', '~', '\u{A0}', '\u{2027}', '\u{202F}', '\u{FFFC}', '\u{FFFD}'] {
            assert_eq!(name(c), None, "{c:?}");
        }
    }

    #[test]
    fn lines_are_kept_where_there_is_room_for_them() {
        assert_eq!(pieces("a\nb", false, 10), [Piece::Plain("a\nb".into())]);
        assert_eq!(
            pieces("a\nb", true, 10),
            [Piece::Plain("a".into()), Piece::Newline, Piece::Plain("b".into())]
        );
    }

    #[test]
    fn a_long_text_says_how_much_is_left_out() {
        assert_eq!(pieces("한한한한", true, 3), [Piece::Plain("한한한".into()), Piece::More(1)]);
        assert_eq!(pieces("abc", true, 3), [Piece::Plain("abc".into())]);
    }

    #[test]
    fn what_hides_can_be_escaped() {
        assert_eq!(escaped("a\u{202E}b\u{E0041}\u{0}\n한"), "a\\u202eb\\udb40\\udc41\\u0000\n한");
    }

    #[test]
    fn letters_beyond_ascii_are_pointed_out() {
        assert_eq!(foreign("аdmin"), Some("U+0430".into()));
        assert_eq!(foreign("admin"), None);
        assert_eq!(hidden_count("a\u{202E}b\u{0}\n"), 2);
    }
}
