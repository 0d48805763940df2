//! A query's text into the spans of its terms. Never fails: what is typed half-way has spans too, so the
//! query bar draws with it what [`parse`](super::parse) will accept or refuse.

use std::ops::Range;

/// One term as it stands in the text. All ranges are in bytes, on character boundaries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// The whole term, its `-` included.
    pub range: Range<usize>,
    /// Whether it begins with `-`.
    pub negated: bool,
    /// What stands before the values.
    pub head: Head,
    /// The values between commas, with their quotes, perhaps empty. Of a text: one, the text.
    pub values: Vec<Range<usize>>,
}

/// What kind of term it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Head {
    /// No colon outside quotes: a text, or a key that is still being typed.
    Text,
    /// The name before the colon, which may be no key.
    Key(Range<usize>),
    /// The path between `@` and the colon, with its quotes. Without a colon there are no values.
    Path(Range<usize>),
}

/// The terms of `text`, in its order.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(space) = text[at..].find(|c: char| !c.is_whitespace()) {
        let start = at + space;
        at = find_unquoted(text, start..text.len(), char::is_whitespace).unwrap_or(text.len());
        tokens.push(token(text, start..at));
    }
    tokens
}

fn token(text: &str, range: Range<usize>) -> Token {
    let negated = text[range.clone()].starts_with('-');
    let start = range.start + usize::from(negated);
    let colon = find_unquoted(text, start..range.end, |c| c == ':');
    let values = |colon: usize| split_unquoted(text, colon + 1..range.end);
    let (head, values) = match colon {
        _ if text[start..].starts_with('@') => {
            let end = colon.unwrap_or(range.end);
            (Head::Path(start + 1..end), colon.map(values).unwrap_or_default())
        }
        Some(colon) if !text[start..colon].contains('"') => (Head::Key(start..colon), values(colon)),
        _ => (Head::Text, std::iter::once(start..range.end).collect()),
    };
    Token { range, negated, head, values }
}

/// The ranges between the commas of `range` that are outside quotes; at least one.
fn split_unquoted(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = range.start;
    while let Some(comma) = find_unquoted(text, start..range.end, |c| c == ',') {
        parts.push(start..comma);
        start = comma + 1;
    }
    parts.push(start..range.end);
    parts
}

/// Where the first character outside quotes stands for which `wanted` holds. A quote that is not closed
/// reaches to the end.
pub(super) fn find_unquoted(text: &str, range: Range<usize>, wanted: impl Fn(char) -> bool) -> Option<usize> {
    let mut quoted = false;
    let mut chars = text[range.clone()].char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => quoted = !quoted,
            '\\' if quoted => _ = chars.next(),
            c if !quoted && wanted(c) => return Some(range.start + at),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One line per term: `-key[event] value[a] value[b]`.
    fn drawn(text: &str) -> String {
        let lines = tokens(text).into_iter().map(|token| {
            let head = match token.head {
                Head::Text => "text".to_owned(),
                Head::Key(name) => format!("key[{}]", &text[name]),
                Head::Path(path) => format!("path[{}]", &text[path]),
            };
            let values = token.values.into_iter().map(|v| format!(" [{}]", &text[v])).collect::<String>();
            format!("{}{head}{values}", if token.negated { "-" } else { "" })
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    #[track_caller]
    fn check(text: &str, terms: &[&str]) {
        assert_eq!(drawn(text), terms.join("\n"), "{text}");
    }

    #[test]
    fn complete_terms() {
        check("", &[]);
        check(" \t\u{3000}", &[]);
        check("event:a,b -who:c", &["key[event] [a] [b]", "-key[who] [c]"]);
        check("word \u{2003}\"two words\"", &["text [word]", "text [\"two words\"]"]);
        check("resource:arn:aws:s3:::b", &["key[resource] [arn:aws:s3:::b]"]);
        check(r#"who:"a, \"b\" c",d"#, &[r#"key[who] ["a, \"b\" c"] [d]"#]);
        check("@a.b:1,2", &["path[a.b] [1] [2]"]);
        check("@a.\"b:c d\":1", &["path[a.\"b:c d\"] [1]"]);
        check("agent:*\"x y\"*", &["key[agent] [*\"x y\"*]"]);
        check("한국:값", &["key[한국] [값]"]);
    }

    #[test]
    fn terms_that_are_still_being_typed() {
        check("-", &["-text []"]);
        check("event:", &["key[event] []"]);
        check("event:a,", &["key[event] [a] []"]);
        check(":", &["key[] []"]);
        check("@", &["path[]"]);
        check("@a.b", &["path[a.b]"]);
        check("who:\"Ana Sil", &["key[who] [\"Ana Sil]"]);
        check("who:\"a\\", &["key[who] [\"a\\]"]);
        check("\"a b\":c", &["text [\"a b\":c]"]);
    }
}
