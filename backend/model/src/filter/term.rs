//! Terms made by the program instead of parsed: the pivots of the console.

use super::types::each_once;
use super::{Key, Term, Test, Value};

impl Term {
    /// `key:value`: exactly this value, every character as it is. Values of enumerations take their
    /// canonical spelling; a key with a closed set must be given one of its [`Key::values`].
    pub fn is(key: Key, value: &str) -> Term {
        let canonical = key.word(value).map_or_else(|| key.canonical(value), str::to_owned);
        Term { test: Test::Key(key, vec![Value::Exact(canonical)]), negated: false }
    }

    /// `-key:value`: see [`Term::is`].
    pub fn is_not(key: Key, value: &str) -> Term {
        !Term::is(key, value)
    }

    /// `@path:value`: exactly this value at `path` of the record.
    pub fn path(path: &str, value: &str) -> Term {
        Term { test: Test::Path(path.to_owned(), vec![Value::Exact(value.to_owned())]), negated: false }
    }

    /// A text to be found anywhere in the record; not an empty one.
    pub fn text(text: &str) -> Term {
        Term { test: Test::Text(text.to_owned()), negated: false }
    }

    /// `who:` where what was done with these access keys is meant, too. It is written as before.
    pub fn with_sessions(self, keys: impl IntoIterator<Item = String>) -> Term {
        let Test::Key(Key::Who, mut values) = self.test else { return self };
        values.extend(keys.into_iter().map(Value::Session));
        Term { test: Test::Key(Key::Who, values), ..self }.canonical()
    }

    /// With its values sorted and each once.
    pub(super) fn canonical(mut self) -> Term {
        if let Test::Key(_, values) | Test::Path(_, values) = &mut self.test {
            *values = each_once(std::mem::take(values));
        }
        self
    }
}

impl std::ops::Not for Term {
    type Output = Term;

    /// The term that holds where this one does not.
    fn not(self) -> Term {
        Term { negated: !self.negated, ..self }
    }
}

impl Key {
    /// The word of this key's closed set that `text` is, in any ASCII case.
    pub(super) fn word(self, text: &str) -> Option<&'static str> {
        self.values().into_iter().find(|word| word.eq_ignore_ascii_case(text))
    }

    /// The canonical spelling of a value, or of a pattern, of a key without a closed set.
    pub(super) fn canonical(self, value: &str) -> String {
        match self {
            // Every repetition, so that a canonical value stays what it is.
            Key::Service => value.to_ascii_lowercase().trim_end_matches(".amazonaws.com").to_owned(),
            Key::Region => value.to_ascii_lowercase(),
            _ => value.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Filter;

    #[track_caller]
    fn check(term: Term, text: &str) {
        assert_eq!(term.to_string(), text);
        assert_eq!(text.parse(), Ok(term));
    }

    #[test]
    fn pivots_display_and_parse() {
        check(Term::is(Key::Who, "alana"), "who:alana");
        check(Term::is_not(Key::Service, "IAM.amazonaws.com"), "-service:iam");
        check(Term::is(Key::Outcome, "Denied"), "outcome:denied");
        check(
            Term::is(Key::Agent, "[Boto3/1.26 md/Botocore#1.29]"),
            "agent:\"[Boto3/1.26 md/Botocore#1.29]\"",
        );
        check(Term::is(Key::Resource, "arn:aws:s3:::b/*"), "resource:\"arn:aws:s3:::b/*\"");
        check(Term::is(Key::Ip, "203.0.113.0/24"), "ip:\"203.0.113.0/24\"");
        check(Term::is(Key::Who, ""), "who:\"\"");
        check(Term::path("requestParameters.bucketName", "b"), "@requestParameters.bucketName:b");
        check(!Term::path("a.x:y z", "1"), "-@\"a.x:y z\":1");
        check(Term::text("-v"), "\"-v\"");
        check(!Term::text("@home"), "-\"@home\"");
        check(Term::text("a:b"), "\"a:b\"");
    }

    /// So a cursor, a link and a saved view are of the question as it was asked.
    #[test]
    fn sessions_are_not_written() {
        let term: Term = "-who:ana,\"b c\",d*".parse().unwrap();
        let followed = term.clone().with_sessions(["ASIA2".to_owned(), "ASIA1".to_owned()]);
        assert_ne!(followed, term);
        assert_eq!(followed.to_string(), term.to_string());
        assert_eq!(followed.clone().with_sessions(["ASIA1".to_owned()]), followed);
        let other = Term::is(Key::Event, "A");
        assert_eq!(other.clone().with_sessions(["ASIA1".to_owned()]), other);
    }

    #[test]
    fn a_filter_with_and_without_a_term() {
        let filter =
            Filter::default().with(Term::is(Key::Region, "EU-west-1")).with(Term::is(Key::Who, "ana"));
        assert_eq!(filter.to_string(), "who:ana region:eu-west-1");
        assert_eq!(filter.with(Term::is(Key::Who, "ana")), filter);
        assert_eq!(filter.without(&Term::is(Key::Who, "ana")).to_string(), "region:eu-west-1");
    }
}
