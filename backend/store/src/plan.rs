//! How a filter can be answered: which indexes hold everything that matches, and what DynamoDB itself
//! can leave out.
//!
//! Pure: which of the indexes is read is decided while reading, by what it turns out to hold.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;
use model::event::Category;
use model::filter::{Filter, Key, Term, Test, Value};
use model::summary::MAX_TEXT;

use crate::item::column;
use crate::key;
use crate::schema::{Index, ROW};

/// The most partitions read side by side; a term with more values than that is left to the filter.
const MAX_PARTITIONS: usize = 100;

/// The ways to answer a filter.
#[derive(Debug, PartialEq)]
pub(crate) struct Plan {
    /// Ways to read: each holds everything that matches. Never empty; most selective kind first.
    pub drives: Vec<Drive>,
    /// `id:` names the events themselves: no index is needed.
    pub ids: Option<Vec<String>>,
    /// Whether an entry of the first drive is usually a match: nothing else was asked for.
    pub exact: bool,
    /// What DynamoDB leaves out.
    pub expression: Option<Expression>,
}

/// Partitions that together hold everything that matches: of one index, or of names and of the access keys of
/// sessions that they began.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Drive {
    pub index: Index,
    /// Partition keys, each with its index; none if no category can match.
    pub partitions: Vec<(Index, String)>,
    /// What is still to be asked of an event found there: the filter without what its being there
    /// answers. Often that is the one term that a row cannot answer, as of several resources.
    pub residual: Filter,
}

/// A FilterExpression over the row. It only spares the transfer of rows that the filter would refuse:
/// it never leaves out what matches, and what it lets through is still put to the filter.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Expression {
    pub text: String,
    pub names: HashMap<String, String>,
    pub values: HashMap<String, AttributeValue>,
}

/// Plans `filter` over a table of `shards` shards.
pub(crate) fn plan(filter: &Filter, shards: u8) -> Plan {
    let categories = filter.categories();
    let mut drives: Vec<Drive> = filter
        .terms()
        .iter()
        .filter_map(|term| {
            let (key, values, sessions) = driving(term)?;
            let found = drive_values(key, &values)?;
            let index = found.first()?.0;
            let answered = values.iter().all(|value| key::answers(key, value));
            let residual = if answered { filter.without(term) } else { filter.clone() };
            let sessions = sessions.into_iter().map(|key| (Index::AccessKeyId, key.to_owned()));
            let found: Vec<_> = found.into_iter().chain(sessions).collect();
            Some(Drive { index, partitions: partitions(&found, &categories, shards), residual })
        })
        .filter(|drive| drive.partitions.len() <= MAX_PARTITIONS)
        .collect();
    drives.sort_by_key(|drive| (drive.index, drive.partitions.len()));
    if drives.is_empty() {
        let everything = Drive::everything(&categories, shards);
        drives.push(Drive { residual: filter.clone(), ..everything });
    }
    let ids = filter.exact_terms().find(|(key, _)| *key == Key::Id);
    let about_category = |term: &Term| matches!(term.test, Test::Key(Key::Category, _));
    Plan {
        exact: drives[0].residual.terms().iter().all(about_category),
        ids: ids.map(|(_, values)| values.into_iter().map(str::to_owned).collect()),
        drives,
        expression: expression(filter),
    }
}

impl Drive {
    /// Every event of `categories`.
    pub(crate) fn everything(categories: &[Category], shards: u8) -> Drive {
        let everything = key::everything();
        let (index, residual) = (everything.0, Filter::default());
        Drive { index, partitions: partitions(&[everything], categories, shards), residual }
    }
}

/// The key, the whole values and the keys of sessions by which the events of `term` are found.
fn driving(term: &Term) -> Option<(Key, Vec<&str>, Vec<&str>)> {
    let Test::Key(key, values) = &term.test else { return None };
    let (mut whole, mut sessions) = (Vec::new(), Vec::new());
    for value in values {
        match value {
            Value::Exact(text) => whole.push(text.as_str()),
            Value::Session(key) => sessions.push(key.as_str()),
            Value::Pattern(_) | Value::Cidr(_) => return None,
        }
    }
    (!term.negated).then_some((*key, whole, sessions))
}

/// How many keys of sessions `term` may carry so that its events are still found by their partitions.
pub(crate) fn room(term: &Term, filter: &Filter, shards: u8) -> usize {
    let each = usize::from(shards) * filter.categories().len();
    match term.exact() {
        Some((_, names)) if each > 0 && names.len() * each <= MAX_PARTITIONS => {
            MAX_PARTITIONS / each - names.len()
        }
        // It is left to the filter as it is.
        _ => usize::MAX,
    }
}

/// The index and the values in it that hold everything that matches `key:values`.
fn drive_values(key: Key, values: &[&str]) -> Option<Vec<(Index, String)>> {
    let mut found: Vec<(Index, String)> =
        values.iter().map(|v| key::lookup(key, v)).collect::<Option<_>>()?;
    found.sort();
    found.dedup();
    Some(found)
}

fn partitions(values: &[(Index, String)], categories: &[Category], shards: u8) -> Vec<(Index, String)> {
    let each = values.iter().flat_map(|v| categories.iter().map(move |c| (v, *c)));
    let each = each.flat_map(|(v, c)| (0..shards).map(move |shard| (v, c, shard)));
    each.map(|((index, value), c, shard)| (*index, key::partition(value, c, shard))).collect()
}

/// Only keys whose row text is compared whole and as it stands: names that are case-sensitive and have
/// one value, and words of our own.
fn expression(filter: &Filter) -> Option<Expression> {
    let mut expression = Expression::default();
    for (key, values) in filter.exact_terms() {
        let column = match key {
            Key::Event => column::NAME,
            Key::AccessKey => column::ACCESS_KEY,
            Key::Error => column::ERROR,
            Key::Outcome if !values.contains(&"ok") => column::OUTCOME,
            _ => continue,
        };
        // A longer text is cut in the row.
        if values.iter().all(|value| value.len() <= MAX_TEXT) {
            expression.one_of(column, &values);
        }
    }
    (!expression.text.is_empty()).then_some(expression)
}

impl Expression {
    fn one_of(&mut self, column: &str, values: &[&str]) {
        let mut placeholders = Vec::new();
        for value in values {
            let placeholder = format!(":f{}", self.values.len());
            self.values.insert(placeholder.clone(), AttributeValue::S((*value).to_owned()));
            placeholders.push(placeholder);
        }
        self.names.insert("#s".to_owned(), ROW.to_owned());
        self.names.insert(format!("#{column}"), column.to_owned());
        let and = if self.text.is_empty() { "" } else { " AND " };
        self.text += &format!("{and}#s.#{column} IN ({})", placeholders.join(", "));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, shards: u8, expected: &[(Index, &[&str])]) -> Plan {
        let plan = plan(&text.parse().unwrap(), shards);
        let found: Vec<(Index, Vec<&str>)> = plan
            .drives
            .iter()
            .map(|d| (d.index, d.partitions.iter().map(|(_, key)| key.as_str()).collect()))
            .collect();
        let expected: Vec<(Index, Vec<&str>)> = expected.iter().map(|(i, p)| (*i, p.to_vec())).collect();
        assert_eq!(found, expected, "{text}");
        plan
    }

    #[test]
    fn every_way_to_read_the_most_selective_kind_first() {
        assert!(check("", 1, &[(Index::Time, &["*#m0"])]).exact);
        assert!(check("access:write", 1, &[(Index::Writes, &["*#m0"])]).exact);
        assert!(check("who:alana", 2, &[(Index::UserName, &["alana#m0", "alana#m1"])]).exact);
        let both = [(Index::UserName, &["alana#m0"][..]), (Index::EventName, &["DeleteDBInstance#m0"])];
        assert!(!check("event:DeleteDBInstance who:alana", 1, &both).exact);
        check("service:IAM,s3", 1, &[(Index::EventSource, &["iam#m0", "s3#m0"])]);
        check(
            "category:any key:AKIA1",
            1,
            &[(Index::AccessKeyId, &["AKIA1#m0", "AKIA1#d0", "AKIA1#n0", "AKIA1#i0", "AKIA1#a0"])],
        );
        check("resource:arn:aws:iam::1:role/a/b", 1, &[(Index::ResourceName, &["b#m0"])]);
    }

    #[test]
    fn names_and_the_sessions_that_they_began_are_read_side_by_side() {
        let (names, other): (Term, Term) = ("who:b,a".parse().unwrap(), "event:A".parse().unwrap());
        let keys = |n: usize| (0..n).map(|n| format!("ASIA{n}"));
        let of = |term: &Term, shards| plan(&Filter::new([term.clone(), other.clone()]), shards);
        let plan = of(&names.clone().with_sessions(keys(1)), 2);
        let read: Vec<(Index, &str)> =
            plan.drives[0].partitions.iter().map(|(index, key)| (*index, key.as_str())).collect();
        let (user, key) = (Index::UserName, Index::AccessKeyId);
        let expected = [(user, "a#m0"), (user, "a#m1"), (user, "b#m0"), (user, "b#m1"), (key, "ASIA0#m0")];
        assert_eq!(read, [&expected[..], &[(key, "ASIA0#m1")]].concat());
        // Being there answers it.
        assert_eq!(plan.drives[0].residual, Filter::new([other.clone()]));
        assert_eq!(plan.drives.len(), 2);
        assert!(!of(&!names.clone().with_sessions(keys(1)), 2).drives.iter().any(|d| d.index == user));

        for (shards, text, expected) in
            [(1, "", 98), (2, "", 48), (16, "", 4), (64, "", usize::MAX), (1, "category:any", 18)]
        {
            let filter = text.parse::<Filter>().unwrap().with(names.clone());
            assert_eq!(room(&names, &filter, shards), expected, "{shards} {text}");
            if expected < usize::MAX {
                let drives = |keys| {
                    let term = names.clone().with_sessions(keys);
                    super::plan(&text.parse::<Filter>().unwrap().with(term), shards).drives
                };
                assert_eq!(drives(keys(expected))[0].index, user);
                assert_eq!(drives(keys(expected + 1))[0].index, Index::Time);
            }
        }
        assert_eq!(room(&!names.clone(), &Filter::new([!names.clone()]), 1), usize::MAX);
    }

    #[test]
    fn what_no_index_can_answer_is_read_by_time() {
        for text in [
            "event:Delete*",
            "-who:alana",
            "access:read",
            "ip:203.0.113.0/24",
            "ip:rds.amazonaws.com",
            "mfa:false",
            "word",
        ] {
            assert!(!check(text, 1, &[(Index::Time, &["*#m0"])]).exact, "{text}");
        }
    }

    #[test]
    fn what_the_model_calls_indexed_is() {
        let values = |key: Key| match key.values() {
            words if words.is_empty() => {
                vec!["a", "a*", "203.0.113.7", "203.0.113.0/24", "ec2.amazonaws.com"]
            }
            words => words,
        };
        for key in Key::ALL {
            for value in values(key) {
                let text = format!("{}:{value}", key.name());
                let Ok(term) = text.parse::<Term>() else { continue };
                for term in [term.clone(), !term] {
                    let plan = plan(&Filter::new([term.clone()]), 1);
                    let found = plan.ids.is_some() || plan.drives[0].index != Index::Time;
                    assert_eq!(term.is_indexed(), found, "{term}");
                }
            }
        }
    }

    #[test]
    fn dynamodb_leaves_out_only_what_it_can_compare() {
        let of = |text: &str| plan(&text.parse().unwrap(), 1).expression.map(|e| e.text).unwrap_or_default();
        assert_eq!(of("who:alana event:A,B error:X"), "#s.#n IN (:f0, :f1) AND #s.#x IN (:f2)");
        assert_eq!(of("outcome:denied,failed"), "#s.#d IN (:f0, :f1)");
        assert_eq!(of("outcome:ok who:alana region:us-east-1 -event:A event:A*"), "");
    }
}
