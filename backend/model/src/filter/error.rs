//! Why a text is not a query.

use std::fmt;
use std::ops::Range;

use super::quote::Fault;
use super::{Key, MAX_BYTES, MAX_PATH_DEPTH, MAX_PATTERN, MAX_TERMS, MAX_VALUES};
use crate::problem::{Place, Problem};

/// Why a text is not a query: what, where, and what was probably meant.
///
/// Displays as one sentence. What was probably meant is a text to put in the place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseError {
    kind: Kind,
    place: Place,
    did_you_mean: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    TooLong,
    TooManyTerms,
    TooManyValues,
    PatternTooLong,
    TooDeep,
    UnknownKey(String),
    UnknownValue(Key, String),
    NotABlock(String),
    NoValue(String),
    NoWord(Key),
    NothingNegated,
    NegatedTwice,
    EmptyText,
    BareInText(char),
    PathWithoutValue,
    PathNames,
    OneTerm,
    Quotes(Fault),
}

impl ParseError {
    /// At `range`, in bytes of `text`.
    pub(super) fn new(kind: Kind, text: &str, range: Range<usize>) -> ParseError {
        let place = Place { at: text[..range.start].chars().count(), len: text[range].chars().count() };
        ParseError { kind, place, did_you_mean: None }
    }

    /// With what to put in the place.
    pub(super) fn meant(self, did_you_mean: Option<String>) -> ParseError {
        ParseError { did_you_mean, ..self }
    }

    /// Where, in characters of the text.
    pub fn place(&self) -> Place {
        self.place
    }

    /// What was probably meant: the text to put in the place.
    pub fn did_you_mean(&self) -> Option<&str> {
        self.did_you_mean.as_deref()
    }

    /// As the API answers it.
    pub fn problem(&self) -> Problem {
        Problem {
            code: "badQuery".to_owned(),
            message: self.kind.to_string(),
            parameter: Some("q".to_owned()),
            place: Some(self.place),
            did_you_mean: self.did_you_mean.clone(),
        }
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.kind)?;
        match &self.did_you_mean {
            Some(meant) => write!(f, "; did you mean `{}`?", shown(meant)),
            None => Ok(()),
        }
    }
}

impl std::error::Error for ParseError {}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Kind::TooLong => write!(f, "a query has at most {MAX_BYTES} bytes; leave something out"),
            Kind::TooManyTerms => {
                write!(f, "a query has at most {MAX_TERMS} terms; put the values of one key together with commas")
            }
            Kind::TooManyValues => write!(f, "a term has at most {MAX_VALUES} values; use a pattern, or fewer"),
            Kind::PatternTooLong => write!(f, "a pattern has at most {MAX_PATTERN} bytes; shorten it"),
            Kind::TooDeep => write!(f, "a path has at most {MAX_PATH_DEPTH} names"),
            Kind::UnknownKey(name) if name.is_empty() => {
                f.write_str("a key must stand before the colon; to search for a text with a colon in it, put it in quotes")
            }
            Kind::UnknownKey(name) => write!(
                f,
                "there is no key `{}`; to search for a text with a colon in it, put it in quotes",
                shown(name)
            ),
            Kind::UnknownValue(key, value) => {
                write!(f, "`{}` is not a value of {}; it takes {}", shown(value), key.name(), key.values().join(", "))
            }
            Kind::NotABlock(text) => write!(
                f,
                "`{}` is not a block of addresses; write an address and the length of its prefix, as in 203.0.113.0/24",
                shown(text)
            ),
            Kind::NoValue(head) => write!(f, "a value is missing; write `{}*` for any value", shown(head)),
            Kind::NoWord(key) => write!(f, "a value is missing; {} takes {}", key.name(), key.values().join(", ")),
            Kind::NothingNegated => f.write_str("a term must follow the minus sign without a space"),
            Kind::NegatedTwice => f.write_str("a term has at most one minus sign; put a text that begins with one in quotes"),
            Kind::EmptyText => f.write_str("an empty text is in every record; leave it out"),
            Kind::BareInText(',') => {
                f.write_str("commas stand between the values of a key; to search for a text with a comma in it, put it in quotes")
            }
            Kind::BareInText(':') => f.write_str("to search for a text with a colon in it, put all of it in quotes"),
            Kind::BareInText(c) => {
                write!(f, "a text is searched for as it stands, so `{c}` is no wildcard; name a key, or put the text in quotes")
            }
            Kind::PathWithoutValue => {
                f.write_str("a path needs a colon and a value, as in `@requestParameters.bucketName:*`")
            }
            Kind::PathNames => f.write_str(
                "a path is names with dots between them, as in `@requestParameters.bucketName`; a name may be in quotes",
            ),
            Kind::OneTerm => f.write_str("exactly one term is expected here"),
            Kind::Quotes(Fault::Unclosed) => f.write_str("the quote is not closed"),
            Kind::Quotes(Fault::Escape) => {
                f.write_str(r#"in quotes a backslash stands before a quote or a backslash only; write `\\` for a backslash"#)
            }
            Kind::Quotes(Fault::QuotedWildcard) => {
                f.write_str("in a value with wildcards `*` and `?` cannot be quoted; write `?` for any one character")
            }
        }
    }
}

/// A part of the query, short, and with what is invisible in it escaped: a query may come from a link
/// that somebody else made.
fn shown(text: &str) -> String {
    const LONGEST: usize = 60;
    let visible = |c: char| c.is_ascii_graphic() || c == ' ' || (!c.is_ascii() && c.is_alphanumeric());
    let mut shown = String::new();
    for (n, c) in text.chars().enumerate() {
        match c {
            _ if n == LONGEST => return shown + "…",
            c if visible(c) => shown.push(c),
            c => shown.extend(c.escape_unicode()),
        }
    }
    shown
}

#[cfg(test)]
mod tests;
