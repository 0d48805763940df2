//! Patterns: `*` is any run of characters, `?` is one; case is ignored.

use std::str::Chars;

/// Whether the whole of `text` is as `pattern` says.
///
/// Two places are remembered, that after the last `*` and the text it was tried at, so the time is at
/// most the product of the lengths whatever the pattern, and no memory is taken.
pub(super) fn matches(pattern: &str, text: &str) -> bool {
    let (mut pattern, mut text) = (pattern.chars(), text.chars());
    let mut star: Option<(Chars<'_>, Chars<'_>)> = None;
    loop {
        let before = (pattern.clone(), text.clone());
        match (pattern.next(), text.next()) {
            (None, None) => return true,
            (Some('*'), _) => {
                text = before.1;
                star = Some((pattern.clone(), text.clone()));
            }
            (Some('?'), Some(_)) => {}
            (Some(p), Some(t)) if same(p, t) => {}
            // Let the last `*` take one character more, and try again from there.
            _ => {
                let Some((after_star, tried_at)) = &mut star else { return false };
                if tried_at.next().is_none() {
                    return false;
                }
                (pattern, text) = (after_star.clone(), tried_at.clone());
            }
        }
    }
}

/// Whether `text` holds `part` somewhere, ignoring case as [`fold`] does.
pub(super) fn holds(text: &str, part: &str) -> bool {
    fold(text).contains(&fold(part))
}

/// Each character in lower case. Unlike `str::to_lowercase` no character depends on its neighbours, so
/// a part of a text folds to a part of the folded text.
fn fold(text: &str) -> String {
    if text.is_ascii() {
        text.to_ascii_lowercase()
    } else {
        text.chars().flat_map(char::to_lowercase).collect()
    }
}

fn same(a: char, b: char) -> bool {
    a == b
        || a.eq_ignore_ascii_case(&b)
        || (!(a.is_ascii() && b.is_ascii()) && a.to_lowercase().eq(b.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pattern: &str, yes: &[&str], no: &[&str]) {
        for text in yes {
            assert!(matches(pattern, text), "{pattern} meets {text}");
        }
        for text in no {
            assert!(!matches(pattern, text), "{pattern} does not meet {text}");
        }
    }

    #[test]
    fn stars_and_question_marks() {
        check("*", &["", "a", "한 글"], &[]);
        check("?", &["a", "한", "*"], &["", "ab"]);
        check("Delete*", &["Delete", "DeleteUser", "deleteuser"], &["UndeleteUser", "Delet"]);
        check("*bucket", &["bucket", "a-bucket", "bucket-bucket"], &["bucket-a"]);
        check("a*b*c", &["abc", "aXbYc", "abbcc", "a*b*c"], &["acb", "abcd"]);
        check("a?c", &["abc", "aÖc"], &["ac", "abbc"]);
        check("**a**", &["a", "bab"], &["", "b"]);
        check("*?", &["a", "ab"], &[""]);
        check("ÜBER*", &["überall", "Übermut"], &["uber"]);
        check("", &[""], &["a"]);
    }

    #[test]
    fn many_stars_take_no_exponential_time() {
        // 2^30 steps and more for a matcher that tries every division; the test would not end.
        let text = "a".repeat(2_000);
        check(&"*a".repeat(500), &[&text], &[&format!("{text}b")]);
        check(&format!("{}b", "a*".repeat(500)), &[], &[&text]);
    }

    #[test]
    fn a_text_is_found_in_any_case() {
        for (text, part) in [
            ("{\"a\":\"RunInstances\"}", "runinst"),
            ("ΟΔΟΣ!", "ΟΔΟΣ"),
            ("ΟΔΟΣΑ", "οδοσ"),
            ("Ü", "ü"),
            ("", ""),
        ] {
            assert!(holds(text, part), "{part} is in {text}");
        }
        assert!(!holds("RunInstances", "run instances"));
    }
}
