//! Text of unknown origin, made safe to print on a terminal or in a log.

use std::fmt;

/// Shows a text with its control, format and bidirectional characters as escapes (`\u{1b}`), so that it can
/// neither move a terminal's cursor, nor change its colours, nor reorder or forge a line.
#[derive(Clone, Copy, Debug)]
pub struct Visible<'a>(pub &'a str);

impl fmt::Display for Visible<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for character in self.0.chars() {
            if hides(character) {
                write!(f, "{}", character.escape_unicode())?;
            } else {
                write!(f, "{character}")?;
            }
        }
        Ok(())
    }
}

/// Whether a character acts on the text around it instead of being seen.
fn hides(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_acts_is_shown_and_what_is_seen_stays() {
        let check = |text: &str, shown: &str| assert_eq!(Visible(text).to_string(), shown);
        check("alana", "alana");
        check("관리자 é", "관리자 é");
        check("a\u{1b}[2Jb", "a\\u{1b}[2Jb");
        check("a\nb\tc\r", "a\\u{a}b\\u{9}c\\u{d}");
        check("txt.\u{202e}exe", "txt.\\u{202e}exe");
        check("a\u{200b}b\u{feff}", "a\\u{200b}b\\u{feff}");
        check("\u{9b}31m", "\\u{9b}31m");
    }
}
