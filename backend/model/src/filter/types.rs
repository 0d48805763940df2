//! The query language as values: what a parsed query is made of.

use crate::event::Category;

/// A parsed query in canonical form: terms sorted and each once; all of them must hold.
///
/// Without a `category:` term only management events match, as in AWS's Event history.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Filter {
    pub(super) terms: Vec<Term>,
}

/// One condition, perhaps negated.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Term {
    /// What is asked.
    pub test: Test,
    /// `-`: the condition must not hold.
    pub negated: bool,
}

/// What a term asks of an event.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Test {
    /// `key:a,b`: any of the values, sorted and each once.
    Key(Key, Vec<Value>),
    /// `@requestParameters.bucketName:a,b`: any of the values at that path of the record.
    Path(String, Vec<Value>),
    /// `word` or `"some words"`: a substring of the record's text, case-insensitively.
    Text(String),
}

/// A value of a term.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// The whole value. Values of enumerations are held in their canonical spelling.
    Exact(String),
    /// With `*` (any run) or `?` (one character), at least one of them; case-insensitive.
    Pattern(String),
    /// A block of addresses, `203.0.113.0/24`; only of `ip:`.
    Cidr(super::cidr::Cidr),
    /// The access key of a session that one of the names began; only of `who:`. The store finds these when a
    /// question is asked: no text has them, and none is written.
    Session(String),
}

/// The keys, in the order in which they are documented and sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "`Key::help` says what each is")]
pub enum Key {
    Who,
    Role,
    Session,
    Account,
    Type,
    Via,
    AccessKey,
    Event,
    Service,
    Access,
    Outcome,
    Error,
    Region,
    Ip,
    Agent,
    Resource,
    ResourceType,
    Id,
    Request,
    Mfa,
    Has,
    Category,
}

/// `items` in order and each once. They are few, and a sort that is made for many is far more for a browser
/// to load.
pub(super) fn each_once<T: Ord>(items: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut sorted = Vec::new();
    for item in items {
        if let Err(place) = sorted.binary_search(&item) {
            sorted.insert(place, item);
        }
    }
    sorted
}

impl Filter {
    /// From terms in any order.
    pub fn new(terms: impl IntoIterator<Item = Term>) -> Filter {
        Filter { terms: each_once(terms.into_iter().map(Term::canonical)) }
    }

    /// The terms, sorted.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// Whether it has no term: then it matches every management event.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// This filter with one term more; the pivots of the console.
    pub fn with(&self, term: Term) -> Filter {
        Filter::new(self.terms.iter().cloned().chain([term]))
    }

    /// This filter without `term`.
    pub fn without(&self, term: &Term) -> Filter {
        let term = term.clone().canonical();
        Filter::new(self.terms.iter().filter(|t| **t != term).cloned())
    }

    /// The categories that can match: management alone without a `category:` term, else those for which
    /// every such term holds. `-category:insight` is all but Insights, `category:any -category:data` all
    /// but data events, `category:data category:insight` none.
    pub fn categories(&self) -> Vec<Category> {
        let mut terms = self.terms.iter().filter_map(|term| match &term.test {
            Test::Key(Key::Category, values) => Some((term.negated, values)),
            _ => None,
        });
        let mut categories = Category::ALL.to_vec();
        let Some(first) = terms.next() else {
            return vec![Category::Management];
        };
        for (negated, values) in std::iter::once(first).chain(terms) {
            let named = |c: &Category| {
                values.iter().any(|v| matches!(v, Value::Exact(word) if word == c.as_str() || word == "any"))
            };
            categories.retain(|c| named(c) != negated);
        }
        categories
    }

    /// For each term that asks for whole values of a key, and is not negated: the key and the values.
    /// These are the conditions that an index can answer.
    pub fn exact_terms(&self) -> impl Iterator<Item = (Key, Vec<&str>)> {
        self.terms.iter().filter_map(Term::exact)
    }
}

impl Term {
    /// The key and the values, if the term asks for whole values of a key and is not negated.
    pub fn exact(&self) -> Option<(Key, Vec<&str>)> {
        let Test::Key(key, values) = &self.test else { return None };
        let exact = values.iter().map(|value| match value {
            Value::Exact(text) => Some(text.as_str()),
            _ => None,
        });
        let values = exact.collect::<Option<Vec<_>>>().filter(|_| !self.negated)?;
        Some((*key, values))
    }
}
