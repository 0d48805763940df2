//! What is being typed at the caret, and the text with a suggestion taken.

use std::ops::Range;

use super::{Cidr, Head, Key, Term, Token, quote, tokens};

/// What is being typed at the caret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// What a suggestion replaces, in bytes of the text.
    pub range: Range<usize>,
    /// What is typed of it before the caret, without quotes.
    pub prefix: String,
    /// What it will be.
    pub wanted: Wanted,
}

/// What can be suggested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A key, or a text: which of the two is seen at the colon.
    Key,
    /// A value of that key.
    Value(Key),
    /// A path into the record.
    Path,
    /// Nothing: a text in quotes, a value of a path or of something that is no key.
    Nothing,
}

/// What is being typed at `caret`, in bytes; inside a character counts as before it, and after the end as
/// at the end.
pub fn complete_at(text: &str, caret: usize) -> Completion {
    let caret = text.floor_char_boundary(caret);
    let at_caret = |token: &Token| (token.range.start..=token.range.end).contains(&caret);
    let Some(token) = tokens(text).into_iter().find(at_caret) else {
        return Completion { range: caret..caret, prefix: String::new(), wanted: Wanted::Key };
    };
    let start = token.range.start + usize::from(token.negated);
    let caret = caret.max(start);
    let (range, wanted) = match token.head {
        Head::Key(name) if caret <= name.end => (name, Wanted::Key),
        Head::Path(path) if caret <= path.end => (path, Wanted::Path),
        Head::Text if !text[start..token.range.end].contains('"') => (start..token.range.end, Wanted::Key),
        Head::Text => (start..token.range.end, Wanted::Nothing),
        head => {
            let value = token.values.into_iter().rfind(|value| value.start <= caret).unwrap_or(caret..caret);
            let key = match head {
                Head::Key(name) => Key::from_name(&text[name]),
                _ => None,
            };
            (value, key.map_or(Wanted::Nothing, Wanted::Value))
        }
    };
    let typed = range.start.min(caret)..caret;
    let prefix = quote::read(&text[typed.clone()]).text;
    // A quote that is not closed reaches over the terms behind it, which are not to be replaced.
    let range = if quote::read(&text[range.clone()]).fault.is_some() { typed } else { range };
    Completion { range, prefix, wanted }
}

impl Completion {
    /// The words of the language that fit: keys' names, or a closed set's words, best first. Values that
    /// occur in events are not known here.
    pub fn suggestions(&self) -> Vec<&'static str> {
        match self.wanted {
            Wanted::Key => Key::suggest(&self.prefix).into_iter().map(Key::name).collect(),
            Wanted::Value(key) => {
                let begins = |word: &&str| {
                    word.get(..self.prefix.len())
                        .is_some_and(|start| start.eq_ignore_ascii_case(&self.prefix))
                };
                key.values().into_iter().filter(begins).collect()
            }
            Wanted::Path | Wanted::Nothing => Vec::new(),
        }
    }

    /// `text` with `choice` taken, and where the caret then is, in bytes. `text` must be the one that was
    /// completed; `choice` is a key's name, a path, or a value's characters, which are quoted as needed.
    pub fn accept(&self, text: &str, choice: &str) -> (String, usize) {
        let (before, mut after) = (&text[..self.range.start], &text[self.range.end..]);
        let mut taken = match self.wanted {
            Wanted::Key => choice.to_owned(),
            Wanted::Value(Key::Ip) if choice.parse::<Cidr>().is_ok() => choice.to_owned(),
            // A key may want quotes where others do not: an "address" with a slash would be a block.
            Wanted::Value(key) => Term::is(key, choice).to_string().split_off(key.name().len() + 1),
            _ => quote::quote(choice),
        };
        if matches!(self.wanted, Wanted::Key | Wanted::Path) {
            taken.push(':');
            after = after.strip_prefix(':').unwrap_or(after);
        }
        (format!("{before}{taken}{after}"), before.len() + taken.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `|` is the caret in `typed` and in `taken`; `[…]` is what is replaced.
    #[track_caller]
    fn check(typed: &str, replaced: &str, prefix: &str, wanted: Wanted, choice: &str, taken: &str) {
        let text = typed.replacen('|', "", 1);
        let completion = complete_at(&text, typed.find('|').expect("a caret"));
        assert_eq!(&text[completion.range.clone()], replaced, "{typed}");
        assert_eq!((completion.prefix.as_str(), completion.wanted), (prefix, wanted), "{typed}");
        let (mut text, caret) = completion.accept(&text, choice);
        text.insert(caret, '|');
        assert_eq!(text, taken, "{typed}");
    }

    #[test]
    fn a_suggestion_replaces_what_is_typed() {
        use Wanted::{Key as AKey, Path, Value};
        check("|", "", "", AKey, "who", "who:|");
        check("re|", "re", "re", AKey, "region", "region:|");
        check("-re|", "re", "re", AKey, "region", "-region:|");
        check("-|", "", "", AKey, "region", "-region:|");
        check("re|g who:a", "reg", "re", AKey, "region", "region:| who:a");
        check("who:a |", "", "", AKey, "ip", "who:a ip:|");
        check("usr|:ana", "usr", "usr", AKey, "who", "who:|ana");
        check("outcome:|", "", "", Value(Key::Outcome), "denied", "outcome:denied|");
        check("outcome:ok,de|", "de", "de", Value(Key::Outcome), "denied", "outcome:ok,denied|");
        check("outcome:d|e,ok x", "de", "d", Value(Key::Outcome), "denied", "outcome:denied|,ok x");
        check("who:An| ip:::1", "An", "An", Value(Key::Who), "Ana Silva", "who:\"Ana Silva\"| ip:::1");
        check(
            "who:\"Ana S| ip:::1",
            "\"Ana S",
            "Ana S",
            Value(Key::Who),
            "Ana Silva",
            "who:\"Ana Silva\"| ip:::1",
        );
        check("resource:a|", "a", "a", Value(Key::Resource), "a*b", "resource:\"a*b\"|");
        check("ip:1|", "1", "1", Value(Key::Ip), "10.0.0.0/8", "ip:10.0.0.0/8|");
        check("ip:A|", "A", "A", Value(Key::Ip), "AWS Internal", "ip:\"AWS Internal\"|");
        check("ip:<|", "<", "<", Value(Key::Ip), "<b></b>", "ip:\"<b></b>\"|");
        check("@req|", "req", "req", Path, "requestParameters.name", "@requestParameters.name:|");
        check("@req|:1", "req", "req", Path, "requestParameters.name", "@requestParameters.name:|1");
    }

    #[test]
    fn nothing_is_suggested_where_nothing_is_known() {
        for (text, caret) in [("\"a b\"", 3), ("nokey:a", 7), ("@a:b", 4)] {
            let completion = complete_at(text, caret);
            assert_eq!((completion.wanted, completion.suggestions()), (Wanted::Nothing, vec![]), "{text}");
        }
        assert_eq!(complete_at("a", 99), complete_at("a", 1));
        assert_eq!(complete_at("한", 1), complete_at("한", 0));
    }

    #[test]
    fn suggestions_are_words_of_the_language() {
        for (text, words) in [
            ("us", "who type agent"),
            ("outcome:", "ok denied failed"),
            ("-category:A", "activity any"),
            ("has:re", "region resource request"),
            ("who:a", ""),
        ] {
            assert_eq!(complete_at(text, text.len()).suggestions().join(" "), words, "{text}");
        }
    }
}
