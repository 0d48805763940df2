//! What a facet makes of a query: only one value, one more of them, or none of it.

use model::Filter;
use model::filter::{Key, Term, Test, Value};

/// What a query says of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    /// Nothing.
    Nothing,
    /// It is one of those that are asked for.
    Included,
    /// It is one of those that are left out.
    Excluded,
}

/// `filter` without anything about `key`: in what is left, its values are counted.
pub(crate) fn apart_from(filter: &Filter, key: Key) -> Filter {
    Filter::new(filter.terms().iter().filter(|term| !is_about(term, key)).cloned())
}

/// Whether `filter` says anything about `key`.
pub(crate) fn is_about_key(filter: &Filter, key: Key) -> bool {
    filter.terms().iter().any(|term| is_about(term, key))
}

fn is_about(term: &Term, key: Key) -> bool {
    matches!(&term.test, Test::Key(other, _) if *other == key)
}

/// What `filter` says of `value`.
pub(crate) fn said(filter: &Filter, key: Key, value: &str) -> Said {
    let Test::Key(_, wanted) = Term::is(key, value).test else { return Said::Nothing };
    let mut said = Said::Nothing;
    for term in filter.terms() {
        match &term.test {
            Test::Key(other, values) if *other == key && values.contains(&wanted[0]) => {
                if term.negated {
                    return Said::Excluded;
                }
                said = Said::Included;
            }
            _ => {}
        }
    }
    said
}

/// `filter` with this value of `key` and no other.
pub(crate) fn only(filter: &Filter, key: Key, value: &str) -> Filter {
    apart_from(filter, key).with(Term::is(key, value))
}

/// `filter` with `value` added to those of `key` that are asked for, or taken from them.
pub(crate) fn toggled(filter: &Filter, key: Key, value: &str) -> Filter {
    let rest = without_value(filter, key, value);
    if said(filter, key, value) == Said::Included {
        return rest;
    }
    // The values are alternatives, so they stand in one term.
    let mut values: Vec<Value> = Vec::new();
    let mut others: Vec<Term> = Vec::new();
    for term in rest.terms() {
        match &term.test {
            Test::Key(other, more) if *other == key && !term.negated => values.extend(more.iter().cloned()),
            _ => others.push(term.clone()),
        }
    }
    if let Test::Key(_, wanted) = Term::is(key, value).test {
        values.extend(wanted);
    }
    others.push(Term { test: Test::Key(key, values), negated: false });
    Filter::new(others)
}

/// `filter` with `value` of `key` left out, or no longer.
pub(crate) fn excluded(filter: &Filter, key: Key, value: &str) -> Filter {
    let rest = without_value(filter, key, value);
    if said(filter, key, value) == Said::Excluded { rest } else { rest.with(Term::is_not(key, value)) }
}

/// `filter` without `value` wherever it stands.
fn without_value(filter: &Filter, key: Key, value: &str) -> Filter {
    let Test::Key(_, wanted) = Term::is(key, value).test else { return filter.clone() };
    let terms = filter.terms().iter().filter_map(|term| match &term.test {
        Test::Key(other, values) if *other == key => {
            let left: Vec<Value> = values.iter().filter(|value| **value != wanted[0]).cloned().collect();
            let term = Term { test: Test::Key(key, left.clone()), negated: term.negated };
            (!left.is_empty()).then_some(term)
        }
        _ => Some(term.clone()),
    });
    Filter::new(terms)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(act: fn(&Filter, Key, &str) -> Filter, before: &str, value: &str, after: &str) {
        let filter: Filter = before.parse().unwrap();
        assert_eq!(act(&filter, Key::Service, value).to_string(), after, "{before}");
    }

    #[test]
    fn only_this_replaces_what_was_said_of_the_key() {
        check(only, "who:ana", "s3", "who:ana service:s3");
        check(only, "service:ec2,kms who:ana", "s3", "who:ana service:s3");
        check(only, "service:k* -service:s3", "S3.amazonaws.com", "service:s3");
    }

    #[test]
    fn a_box_adds_an_alternative_and_takes_it_back() {
        check(toggled, "who:ana", "s3", "who:ana service:s3");
        check(toggled, "service:kms", "s3", "service:kms,s3");
        check(toggled, "service:kms,s3", "s3", "service:kms");
        check(toggled, "service:s3", "s3", "");
        check(toggled, "-service:s3,kms", "s3", "-service:kms service:s3");
        // Canonically, patterns come after words.
        check(toggled, "service:k*", "s3", "service:s3,k*");
    }

    #[test]
    fn what_is_left_out_is_no_longer_asked_for() {
        check(excluded, "service:kms,s3", "s3", "service:kms -service:s3");
        check(excluded, "-service:kms,s3", "s3", "-service:kms");
        check(excluded, "", "a,b", "-service:\"a,b\"");
    }

    #[test]
    fn what_is_said_of_a_value() {
        let filter: Filter = "service:s3,kms -service:ec2 who:iam".parse().unwrap();
        let said = |value| said(&filter, Key::Service, value);
        assert_eq!([said("s3"), said("ec2"), said("iam")], [Said::Included, Said::Excluded, Said::Nothing]);
        assert!(is_about_key(&filter, Key::Who) && !is_about_key(&filter, Key::Region));
        assert_eq!(apart_from(&filter, Key::Service).to_string(), "who:iam");
    }
}
