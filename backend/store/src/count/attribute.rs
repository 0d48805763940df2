//! What is counted in advance, and how its values are told apart.

use std::borrow::Cow;

use model::event::Category;
use model::filter::Key;
use model::summary::MAX_TEXT;
use model::{Event, Summary};

use crate::key;

/// The longest value that is counted by itself, in bytes: that of a row's texts.
pub(crate) const MAX_VALUE: usize = MAX_TEXT;

/// The value under which every event is counted by [`Attribute::Minutes`].
pub(crate) const EVERYTHING: &str = "*";

/// Something that the events of a day are counted by, each value in equal slots of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Attribute {
    /// All events by the minute: what a histogram of up to five days shows.
    Minutes,
    /// Each value of a key by the hour.
    Key(Key),
}

impl Attribute {
    /// Every attribute.
    pub(crate) const ALL: [Attribute; 12] = [
        Attribute::Minutes,
        Attribute::Key(Key::Outcome),
        Attribute::Key(Key::Access),
        Attribute::Key(Key::Event),
        Attribute::Key(Key::Service),
        Attribute::Key(Key::Who),
        Attribute::Key(Key::Region),
        Attribute::Key(Key::Account),
        Attribute::Key(Key::Error),
        Attribute::Key(Key::Ip),
        Attribute::Key(Key::ResourceType),
        Attribute::Key(Key::AccessKey),
    ];

    /// The attribute of `key`, if that is counted.
    pub(crate) fn of(key: Key) -> Option<Attribute> {
        Attribute::ALL.into_iter().find(|attribute| *attribute == Attribute::Key(key))
    }

    /// Milliseconds in a slot.
    pub(crate) fn slot(self) -> i64 {
        match self {
            Attribute::Minutes => 60_000,
            Attribute::Key(_) => 3_600_000,
        }
    }

    /// Slots in an hour.
    pub(crate) fn slots_per_hour(self) -> u16 {
        if self == Attribute::Minutes { 60 } else { 1 }
    }

    /// The partition key of its items.
    pub(crate) fn partition(self, category: Category) -> String {
        match self {
            Attribute::Minutes => key::rollup("minutes", category),
            Attribute::Key(key) => key::rollup(key.name(), category),
        }
    }

    /// The event's values of it, each once, as they are counted.
    pub(crate) fn of_event(self, event: &Event) -> Vec<String> {
        match self {
            Attribute::Minutes => vec![EVERYTHING.to_owned()],
            Attribute::Key(key) => distinct(key, event.values(key)),
        }
    }

    /// The same from a row; `None` when only the record can tell.
    pub(crate) fn of_row(self, row: &Summary) -> Option<Vec<String>> {
        match self {
            Attribute::Minutes => Some(vec![EVERYTHING.to_owned()]),
            Attribute::Key(key) => Some(distinct(key, row.all_values(key)?)),
        }
    }
}

/// Whether an event has one value of `key` at most, so that the counts of two values may be added.
pub(crate) fn is_single(key: Key) -> bool {
    !matches!(key, Key::Who | Key::Account | Key::Ip | Key::ResourceType)
}

/// Two texts are one value of `key` when these are equal: enumerations are compared in any case.
pub(crate) fn folded(key: Key, text: &str) -> Cow<'_, str> {
    if key.is_enumeration() { text.to_ascii_lowercase().into() } else { text.into() }
}

/// Each value once. The empty text is none.
fn distinct(key: Key, texts: Vec<&str>) -> Vec<String> {
    let mut values: Vec<String> = Vec::new();
    for text in texts {
        let is_known = |value: &String| folded(key, value) == folded(key, text);
        if !text.is_empty() && !values.iter().any(is_known) {
            values.push(match key {
                // As a query has them.
                Key::Service | Key::Region => text.to_ascii_lowercase(),
                _ => text.to_owned(),
            });
        }
    }
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_counts_once_for_an_event_and_as_its_filter_compares_it() {
        for (key, texts, expected) in [
            (Key::Who, vec!["alana", "Alana", "alana", ""], vec!["alana", "Alana"]),
            (Key::ResourceType, vec!["AWS::S3::Bucket", "aws::s3::bucket"], vec!["AWS::S3::Bucket"]),
            (Key::Service, vec!["IAM"], vec!["iam"]),
            (Key::Ip, vec!["203.0.113.7", "203.0.113.7"], vec!["203.0.113.7"]),
        ] {
            assert_eq!(distinct(key, texts), expected);
        }
    }

    #[test]
    fn keys_that_are_counted() {
        assert_eq!(Attribute::of(Key::Who), Some(Attribute::Key(Key::Who)));
        for key in [Key::Agent, Key::Resource, Key::Id, Key::Category, Key::Has] {
            assert_eq!(Attribute::of(key), None, "{}", key.name());
        }
    }
}
