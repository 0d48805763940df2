//! The eight attributes of LookupEvents, and when an event has one.
//!
//! Their meaning is narrower than that of the query language's keys: the whole value, every letter as it is;
//! the user's name alone and not those of its role; what AWS shows among `Resources` and no guess. So a
//! question goes to the store in the language, which finds all that can match, and what comes is put to
//! [`Attribute::is_of`].

use model::event::Access;
use model::filter::{Key, Term};
use model::summary::is_cut;
use model::{Event, Summary};

/// The longest value, in characters: the service model's bound. AWS documents that some characters count
/// twice, and answers values beyond that all the same.
pub(super) const MAX_VALUE: usize = 2_000;

/// One condition.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Attribute {
    pub(super) key: AttributeKey,
    pub(super) value: String,
}

/// An `AttributeKey`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum AttributeKey {
    EventId,
    EventName,
    ReadOnly,
    Username,
    ResourceType,
    ResourceName,
    EventSource,
    AccessKeyId,
}

impl AttributeKey {
    const ALL: [(&str, AttributeKey); 8] = [
        ("EventId", AttributeKey::EventId),
        ("EventName", AttributeKey::EventName),
        ("ReadOnly", AttributeKey::ReadOnly),
        ("Username", AttributeKey::Username),
        ("ResourceType", AttributeKey::ResourceType),
        ("ResourceName", AttributeKey::ResourceName),
        ("EventSource", AttributeKey::EventSource),
        ("AccessKeyId", AttributeKey::AccessKeyId),
    ];

    /// Whole and in its own spelling, as AWS takes it.
    pub(super) fn of(text: &str) -> Option<AttributeKey> {
        AttributeKey::ALL.iter().find(|(name, _)| *name == text).map(|(_, key)| *key)
    }

    /// Every name, for a sentence.
    pub(super) fn list() -> String {
        AttributeKey::ALL.map(|(name, _)| name).join(", ")
    }

    /// Those by which Insights events are looked up.
    pub(super) fn is_of_insights(self) -> bool {
        matches!(self, AttributeKey::EventId | AttributeKey::EventName | AttributeKey::EventSource)
    }
}

impl Attribute {
    /// The term of the language that matches whatever [`is_of`](Self::is_of) does, and perhaps more.
    pub(super) fn term(&self) -> Term {
        let value = self.value.as_str();
        match self.key {
            AttributeKey::EventId => Term::is(Key::Id, value),
            AttributeKey::EventName => Term::is(Key::Event, value),
            AttributeKey::ReadOnly if value == "true" => Term::is(Key::Access, Access::Read.as_str()),
            AttributeKey::ReadOnly => Term::is(Key::Access, Access::Write.as_str()),
            AttributeKey::Username => Term::is(Key::Who, value),
            AttributeKey::ResourceType => Term::is(Key::ResourceType, value),
            AttributeKey::ResourceName => Term::is(Key::Resource, value),
            AttributeKey::EventSource => Term::is(Key::Service, value),
            AttributeKey::AccessKeyId => Term::is(Key::AccessKey, value),
        }
    }

    /// Whether `event`, which the store found by [`term`](Self::term), has it.
    pub(super) fn is_of(&self, event: &Event) -> bool {
        let value = Some(self.value.as_str());
        let mut shown = event.resources.iter().filter(|resource| !resource.derived);
        match self.key {
            AttributeKey::EventId
            | AttributeKey::EventName
            | AttributeKey::ReadOnly
            | AttributeKey::AccessKeyId => true,
            AttributeKey::Username => event.identity.user_name.as_deref() == value,
            AttributeKey::ResourceType => shown.any(|resource| resource.kind.as_deref() == value),
            AttributeKey::ResourceName => shown.any(|resource| resource.name.as_deref() == value),
            AttributeKey::EventSource => Some(event.source.as_str()) == value,
        }
    }

    /// Whether the event of `row` may have it: spares the reading of records that cannot.
    pub(super) fn may_be_of(&self, row: &Summary) -> bool {
        let is =
            |text: &Option<String>| text.as_deref().is_some_and(|text| is_cut(text) || text == self.value);
        match self.key {
            AttributeKey::EventId
            | AttributeKey::EventName
            | AttributeKey::ReadOnly
            | AttributeKey::AccessKeyId => true,
            AttributeKey::Username => is(&row.user_name),
            AttributeKey::EventSource => is_cut(&row.source) || row.source == self.value,
            AttributeKey::ResourceType => row.resource_count > 1 || is(&row.resource_type),
            AttributeKey::ResourceName => row.resource_count > 1 || is(&row.resource_name),
        }
    }
}

#[cfg(test)]
mod tests {
    use model::Filter;

    use super::*;

    /// What is left out before the records are read, and by the language, has none of them.
    #[test]
    fn a_narrower_meaning_is_never_missed_by_the_wider_ones() {
        let events: Vec<Event> =
            corpus::cases().iter().filter_map(|case| Event::from_record(case.record).ok()).collect();
        let mut checked = 0;
        for event in &events {
            let resources = event.resources.iter().filter(|r| !r.derived);
            let (kinds, names): (Vec<_>, Vec<_>) =
                resources.map(|r| (r.kind.clone(), r.name.clone())).unzip();
            let values = [
                (AttributeKey::EventId, vec![Some(event.id.clone())]),
                (AttributeKey::EventName, vec![Some(event.name.clone())]),
                (AttributeKey::ReadOnly, vec![Some((event.access == Access::Read).to_string())]),
                (AttributeKey::Username, vec![event.identity.user_name.clone()]),
                (AttributeKey::EventSource, vec![Some(event.source.clone())]),
                (AttributeKey::AccessKeyId, vec![event.access_key.clone()]),
                (AttributeKey::ResourceType, kinds),
                (AttributeKey::ResourceName, names),
            ];
            for (key, values) in values {
                for value in values.into_iter().flatten() {
                    let attribute = Attribute { key, value };
                    let any = Term::is(Key::Category, "any");
                    let filter = Filter::new([attribute.term(), any]);
                    assert!(filter.matches(event) && attribute.is_of(event), "{attribute:?}");
                    assert!(attribute.may_be_of(&Summary::of(event)), "{attribute:?}");
                    checked += 1;
                }
            }
        }
        assert!(checked > 500, "{checked}");
    }

    #[track_caller]
    fn check(key: AttributeKey, value: &str, record: &str, expected: bool) {
        let event = Event::from_record(record).unwrap();
        let attribute = Attribute { key, value: value.to_owned() };
        assert_eq!(attribute.is_of(&event), expected, "{attribute:?}");
    }

    #[test]
    fn whole_values_as_they_are() {
        let session = r#"{"eventID":"1","eventTime":"2026-11-22T14:00:00Z","eventName":"StopInstances",
            "eventSource":"ec2.amazonaws.com","userIdentity":{"type":"AssumedRole","principalId":"AROAX:alana",
            "sessionContext":{"sessionIssuer":{"type":"Role","userName":"Admin"}}},
            "requestParameters":{"instancesSet":{"items":[{"instanceId":"i-1"}]}}}"#;
        check(AttributeKey::Username, "alana", session, true);
        check(AttributeKey::Username, "Admin", session, false);
        check(AttributeKey::Username, "Alana", session, false);
        check(AttributeKey::EventSource, "ec2.amazonaws.com", session, true);
        check(AttributeKey::EventSource, "ec2", session, false);
        check(AttributeKey::EventSource, "EC2.amazonaws.com", session, false);
        check(AttributeKey::ResourceType, "AWS::EC2::Instance", session, true);
        check(AttributeKey::ResourceType, "aws::ec2::instance", session, false);
        check(AttributeKey::ResourceName, "i-1", session, true);
        let denied = r#"{"eventID":"2","eventTime":"2026-11-22T14:00:00Z","eventName":"DeleteUser",
            "eventSource":"iam.amazonaws.com","errorCode":"AccessDenied","requestParameters":{"userName":"kim"}}"#;
        check(AttributeKey::ResourceName, "kim", denied, false);
    }

    #[test]
    fn names_are_taken_in_their_own_spelling() {
        assert_eq!(AttributeKey::of("Username"), Some(AttributeKey::Username));
        for other in ["username", "UserName", "", "EventTime"] {
            assert_eq!(AttributeKey::of(other), None, "{other}");
        }
        assert!(AttributeKey::list().starts_with("EventId, EventName, ReadOnly, "));
    }
}
