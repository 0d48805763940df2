//! Text to filter. The grammar is in the [module's documentation](super).

use std::ops::Range;
use std::str::FromStr;

use super::error::Kind;
use super::lex::find_unquoted;
use super::quote;
use super::{Cidr, Filter, Head, Key, ParseError, Term, Test, Token, Value, tokens};

/// The longest query, in bytes.
pub const MAX_BYTES: usize = 4_096;
/// The most terms in a query.
pub const MAX_TERMS: usize = 64;
/// The most values in a term.
pub const MAX_VALUES: usize = 100;
/// The longest value with wildcards, in bytes.
pub const MAX_PATTERN: usize = 256;
/// The most names in a path.
pub const MAX_PATH_DEPTH: usize = 50;

impl FromStr for Filter {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Filter, ParseError> {
        if text.len() > MAX_BYTES {
            let range = text.floor_char_boundary(MAX_BYTES)..text.len();
            return Err(ParseError::new(Kind::TooLong, text, range));
        }
        let tokens = tokens(text);
        if let Some(token) = tokens.get(MAX_TERMS) {
            return Err(ParseError::new(Kind::TooManyTerms, text, token.range.clone()));
        }
        let terms: Result<Vec<_>, _> = tokens.iter().map(|token| term(text, token)).collect();
        terms.map(Filter::new)
    }
}

impl FromStr for Term {
    type Err = ParseError;

    /// A text that is exactly one term.
    fn from_str(text: &str) -> Result<Term, ParseError> {
        let filter: Filter = text.parse()?;
        match <[Term; 1]>::try_from(filter.terms) {
            Ok([term]) => Ok(term),
            Err(_) => Err(ParseError::new(Kind::OneTerm, text, 0..text.len())),
        }
    }
}

fn term(text: &str, token: &Token) -> Result<Term, ParseError> {
    let rest = token.range.start + usize::from(token.negated)..token.range.end;
    if token.negated && (rest.is_empty() || text[rest.clone()].starts_with('-')) {
        let kind = if rest.is_empty() { Kind::NothingNegated } else { Kind::NegatedTwice };
        return Err(ParseError::new(kind, text, token.range.clone()));
    }
    if let Some(value) = token.values.get(MAX_VALUES) {
        return Err(ParseError::new(Kind::TooManyValues, text, value.clone()));
    }
    let test = match &token.head {
        Head::Text => Test::Text(searched_text(text, rest)?),
        Head::Key(name) => {
            let key = Key::from_name(&text[name.clone()]).ok_or_else(|| unknown_key(text, name, rest))?;
            let values = token.values.iter().map(|range| key_value(key, text, range));
            Test::Key(key, values.collect::<Result<_, _>>()?)
        }
        Head::Path(range) => {
            let path = path(text, range)?;
            if token.values.is_empty() {
                return Err(ParseError::new(Kind::PathWithoutValue, text, rest));
            }
            let head = &text[rest.start..=range.end];
            let values = token.values.iter().map(|range| {
                let written = read(text, range, || Kind::NoValue(head.to_owned()))?;
                let wildcard = written.wildcard.is_some();
                exact_or_pattern(written.text, wildcard, text, range)
            });
            Test::Path(path, values.collect::<Result<_, _>>()?)
        }
    };
    Ok(Term { test, negated: token.negated })
}

fn key_value(key: Key, text: &str, range: &Range<usize>) -> Result<Value, ParseError> {
    let written = read(text, range, || match key.is_closed() {
        true => Kind::NoWord(key),
        false => Kind::NoValue(format!("{}:", key.name())),
    })?;
    if key.is_closed() {
        return key.word(&written.text).map(|word| Value::Exact(word.to_owned())).ok_or_else(|| {
            let meant = key.nearest_value(&written.text).map(str::to_owned);
            ParseError::new(Kind::UnknownValue(key, written.text), text, range.clone()).meant(meant)
        });
    }
    if key == Key::Ip && written.text.contains('/') && !written.quoted && written.wildcard.is_none() {
        let block: Result<Cidr, ()> = written.text.parse();
        return block
            .map(Value::Cidr)
            .map_err(|()| ParseError::new(Kind::NotABlock(written.text), text, range.clone()));
    }
    exact_or_pattern(key.canonical(&written.text), written.wildcard.is_some(), text, range)
}

fn exact_or_pattern(
    value: String,
    wildcard: bool,
    text: &str,
    range: &Range<usize>,
) -> Result<Value, ParseError> {
    if !wildcard {
        return Ok(Value::Exact(value));
    }
    // What a pattern costs to match is its length times that of the text, which may be a whole policy.
    if value.len() > MAX_PATTERN {
        return Err(ParseError::new(Kind::PatternTooLong, text, range.clone()));
    }
    Ok(Value::Pattern(value))
}

fn path(text: &str, range: &Range<usize>) -> Result<String, ParseError> {
    let written = read(text, range, || Kind::PathNames)?;
    let mut names = written.text.split('.');
    if written.wildcard.is_some() || names.clone().any(str::is_empty) {
        return Err(ParseError::new(Kind::PathNames, text, range.clone()));
    }
    match names.nth(MAX_PATH_DEPTH) {
        Some(_) => Err(ParseError::new(Kind::TooDeep, text, range.clone())),
        None => Ok(written.text),
    }
}

fn searched_text(text: &str, range: Range<usize>) -> Result<String, ParseError> {
    let piece = &text[range.clone()];
    let bare = |c| find_unquoted(text, range.clone(), |found| found == c);
    let special = [':', ',', '*', '?'].into_iter().filter_map(|c| Some((bare(c)?, c))).min();
    if let Some((_, c)) = special {
        // `Delete*` is more likely the name of an event than a text with a star in it.
        let is_name = piece.chars().all(|c| c.is_ascii_alphanumeric() || c == '*');
        let meant = if is_name {
            format!("{}:{piece}", Key::Event.name())
        } else {
            quote::always(&quote::read(piece).text)
        };
        return Err(ParseError::new(Kind::BareInText(c), text, range).meant(Some(meant)));
    }
    let written = read(text, &range, || Kind::EmptyText)?;
    match written.text.is_empty() {
        true => Err(ParseError::new(Kind::EmptyText, text, range)),
        false => Ok(written.text),
    }
}

/// Reads the piece at `range`; nothing at all there is the error `missing`.
fn read(text: &str, range: &Range<usize>, missing: impl Fn() -> Kind) -> Result<quote::Written, ParseError> {
    if range.is_empty() {
        return Err(ParseError::new(missing(), text, range.clone()));
    }
    let written = quote::read(&text[range.clone()]);
    match written.fault {
        Some((fault, at)) => {
            Err(ParseError::new(Kind::Quotes(fault), text, range.start + at.start..range.start + at.end))
        }
        None => Ok(written),
    }
}

/// `term` is the whole term that begins with what is not a key, without its `-`.
fn unknown_key(text: &str, name: &Range<usize>, term: Range<usize>) -> ParseError {
    let (word, whole) = (&text[name.clone()], &text[term.clone()]);
    let error = |range| ParseError::new(Kind::UnknownKey(word.to_owned()), text, range);
    if let Some(Term { test: Test::Key(key, _), .. }) = Term::guess(whole) {
        return error(term).meant(Some(format!("{}:{whole}", key.name())));
    }
    if let Some(key) = Key::nearest(word) {
        return error(name.clone()).meant(Some(key.name().to_owned()));
    }
    // A time, a URL or nothing before the colon was not meant as a key.
    if word.chars().all(|c| c.is_ascii_digit()) || whole[word.len()..].starts_with("://") {
        return error(term).meant(Some(quote::always(whole)));
    }
    error(name.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text and its canonical form, which stays what it is.
    #[track_caller]
    fn check(text: &str, canonical: &str) {
        let filter: Filter = text.parse().unwrap_or_else(|e| panic!("{text}: {e}"));
        assert_eq!(filter.to_string(), canonical, "{text}");
        assert_eq!(canonical.parse(), Ok(filter), "{text}");
    }

    #[test]
    fn terms_and_values_are_sorted_and_each_once() {
        check("", "");
        check(" \n\t\u{3000} ", "");
        check("event:DeleteUser", "event:DeleteUser");
        check("region:b,a,b who:x", "who:x region:a,b");
        check("ip:::1 event:b event:a event:b", "event:a event:b ip:::1");
        check("zebra -apple @b:1 @a:1 who:x", "who:x @a:1 @b:1 -apple zebra");
        check("-who:a who:a", "who:a -who:a");
        check("event:Put*,PutUser", "event:PutUser,Put*");
    }

    #[test]
    fn enumerations_have_one_spelling() {
        check("ACCESS:Write", "access:write");
        check("outcome:\"Denied\",OK", "outcome:denied,ok");
        check("service:IAM.amazonaws.com,s3*.amazonaws.com", "service:iam,s3*");
        check("service:App.example.com", "service:app.example.com");
        check("region:EU-West-1,US-*", "region:eu-west-1,us-*");
        check("category:ANY -category:Data", "category:any -category:data");
        check("mfa:True has:Error,KEY via:CLI", "via:cli mfa:true has:error,key");
        check("type:iamuser rtype:aws::s3::bucket", "type:iamuser rtype:aws::s3::bucket");
        check("event:deleteuser who:Ana", "who:Ana event:deleteuser");
    }

    #[test]
    fn quotes_stand_only_where_needed() {
        check(r#"who:"alana""#, "who:alana");
        check(r#"who:"Ana Silva""#, r#"who:"Ana Silva""#);
        check(r#"who:a" "b"#, r#"who:"a b""#);
        check(r#"resource:arn:aws:iam::1:role/a"#, "resource:arn:aws:iam::1:role/a");
        check(r#"resource:"a*""#, r#"resource:"a*""#);
        check(r#"agent:*"Linux; x86"*,"#.trim_end_matches(','), r#"agent:*"Linux; x86"*"#);
        check(r#"agent:"*"*"#.replace(r#""*""#, "*").as_str(), "agent:**");
        check(r#"who:"a\"b\\c""#, r#"who:"a\"b\\c""#);
        check(r"who:CORP\ana", r"who:CORP\ana");
        check(r#"who:"""#, r#"who:"""#);
        check("who:a\u{202e}b", "who:\"a\u{202e}b\"");
        check(r#"@requestParameters."aws:tag".x:"1""#, r#"@"requestParameters.aws:tag.x":1"#);
        check("@a[0].b[]:*", "@a[0].b[]:*");
    }

    #[test]
    fn texts() {
        check("AccessDenied", "AccessDenied");
        check(r#"-"not authorized""#, r#"-"not authorized""#);
        check(r#""14:32:07""#, r#""14:32:07""#);
        check(r#""DeleteUser""#, "DeleteUser");
        check(r#""-v" "@home""#, r#""-v" "@home""#);
        check("10.0.0.1", "10.0.0.1");
    }

    #[test]
    fn blocks_of_addresses() {
        check("ip:203.0.113.7/24,10.0.0.1", "ip:10.0.0.1,203.0.113.0/24");
        check("ip:2001:DB8::1/32", "ip:2001:db8::/32");
        check("ip:203.0.113.*", "ip:203.0.113.*");
        check(r#"ip:"203.0.113.7/24""#, r#"ip:"203.0.113.7/24""#);
        check("ip:cloudformation.amazonaws.com", "ip:cloudformation.amazonaws.com");
        check("resource:a/b", "resource:a/b");
    }

    #[test]
    fn one_term() {
        assert_eq!("-who:a".parse(), Ok(Term::is_not(Key::Who, "a")));
        for text in ["", "who:a who:b"] {
            assert_eq!(text.parse::<Term>().unwrap_err().to_string(), "exactly one term is expected here");
        }
    }

    #[test]
    fn the_bounds_are_the_last_accepted() {
        let accepted = |text: String| text.parse::<Filter>().is_ok();
        assert!(accepted(format!("who:{}", "a".repeat(MAX_BYTES - 4))));
        assert!(!accepted(format!("who:{}", "a".repeat(MAX_BYTES - 3))));
        assert!(accepted("a ".repeat(MAX_TERMS)) && !accepted("a ".repeat(MAX_TERMS + 1)));
        assert!(accepted(format!("who:{}*", "a".repeat(MAX_PATTERN - 1))));
        assert!(!accepted(format!("who:{}*", "a".repeat(MAX_PATTERN))));
        assert!(accepted(format!("who:{}b", "a,".repeat(MAX_VALUES - 1))));
        assert!(!accepted(format!("who:{}b", "a,".repeat(MAX_VALUES))));
        assert!(accepted(format!("@{}b:1", "a.".repeat(MAX_PATH_DEPTH - 1))));
        assert!(!accepted(format!("@{}b:1", "a.".repeat(MAX_PATH_DEPTH))));
    }
}
