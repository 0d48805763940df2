//! What a filter asks an event for, and how much of it a row knows.
//!
//! A row shows some of an event: the first resource, long texts cut, no user agent. Both answer the same
//! questions here, so that the meaning of the language is written once, in [`eval`](super::eval).

use super::Key;
use crate::event::{Event, short_name};
use crate::summary::{Summary, is_cut};

/// The values of one key.
pub(super) struct Known<'a> {
    /// Values of the event, whole ones.
    pub(super) texts: Vec<&'a str>,
    /// Whether it has values beside them.
    pub(super) others: Others,
}

/// Whether an event has values that are not at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Others {
    No,
    Perhaps,
    Yes,
}

impl Known<'_> {
    /// Whether the event has any value; `None` when that is not known.
    pub(super) fn any(&self) -> Option<bool> {
        match self.others {
            _ if !self.texts.is_empty() => Some(true),
            Others::Yes => Some(true),
            Others::No => Some(false),
            Others::Perhaps => None,
        }
    }
}

/// An event, or what is known of one.
pub(super) trait Facts {
    /// The values of `key`; [`Key::Has`] has none of its own.
    fn known(&self, key: Key) -> Known<'_>;

    /// The record's text.
    fn record(&self) -> Option<&str>;
}

impl Facts for Event {
    fn known(&self, key: Key) -> Known<'_> {
        let identity = &self.identity;
        let texts = match key {
            Key::Who => identity.names(),
            Key::Role => one(&identity.role_name),
            Key::Session => one(&identity.session_name),
            Key::Account => self.accounts().collect(),
            Key::Type => one(&identity.kind),
            Key::Via => vec![self.via.as_str()],
            Key::AccessKey => one(&self.access_key),
            Key::Event => vec![self.name.as_str()],
            Key::Service => vec![self.service()],
            Key::Access => vec![self.access.as_str()],
            Key::Outcome => vec![self.outcome.as_str()],
            Key::Error => one(&self.error_code),
            Key::Region => one(&self.region),
            Key::Ip => one(&self.source_ip).into_iter().chain(self.source_ips()).collect(),
            Key::Agent => one(&self.user_agent),
            Key::Resource => {
                let names = self.resources.iter().filter_map(|r| r.name.as_deref());
                names.flat_map(|name| [name, short_name(name)]).collect()
            }
            Key::ResourceType => self.resources.iter().filter_map(|r| r.kind.as_deref()).collect(),
            Key::Id => vec![self.id.as_str()],
            Key::Request => one(&self.request_id),
            Key::Mfa => self.mfa.map(|passed| if passed { "true" } else { "false" }).into_iter().collect(),
            Key::Has => Vec::new(),
            Key::Category => vec![self.category.as_str(), "any"],
        };
        Known { texts, others: Others::No }
    }

    fn record(&self) -> Option<&str> {
        Some(&self.record)
    }
}

impl Event {
    /// Every value of `key`, as `key:value` finds it; a text may come twice.
    pub fn values(&self, key: Key) -> Vec<&str> {
        self.known(key).texts
    }
}

impl Summary {
    /// The values of `key` that the row shows whole. The event may have others.
    pub fn values(&self, key: Key) -> Vec<&str> {
        self.known(key).texts
    }

    /// The same when the event has no others; `None` when only its record can tell.
    pub fn all_values(&self, key: Key) -> Option<Vec<&str>> {
        let known = self.known(key);
        (known.others == Others::No).then_some(known.texts)
    }
}

impl Facts for Summary {
    fn known(&self, key: Key) -> Known<'_> {
        let further_resources = if self.resource_count > 1 { Others::Perhaps } else { Others::No };
        match key {
            Key::Who => {
                let names = one(&self.user_name).into_iter().chain(one(&self.role_name));
                whole(names, if self.more_names { Others::Yes } else { Others::No })
            }
            Key::Role => whole(one(&self.role_name), Others::No),
            // The caller's account may be another than the recipient's, which is the row's.
            Key::Account => {
                whole(one(&self.account), if self.cross_account { Others::Yes } else { Others::No })
            }
            Key::AccessKey => whole(one(&self.access_key), Others::No),
            Key::Event => whole([self.name.as_str()], Others::No),
            Key::Service if is_cut(&self.source) => whole([], Others::Yes),
            Key::Service => whole([self.service()], Others::No),
            Key::Access => whole([self.access.as_str()], Others::No),
            Key::Outcome => whole([self.outcome.as_str()], Others::No),
            Key::Error => whole(one(&self.error_code), Others::No),
            Key::Region => whole(one(&self.region), Others::No),
            Key::Ip => match self.source_ip.as_deref() {
                Some(ip) if !is_cut(ip) => whole(
                    [ip].into_iter().chain(ip.split(',').map(str::trim).filter(|i| !i.is_empty())),
                    Others::No,
                ),
                ip => whole([], if ip.is_some() { Others::Yes } else { Others::No }),
            },
            Key::Resource => {
                let mut known = whole(one(&self.resource_name), further_resources);
                known.texts.extend(known.texts.first().map(|name| short_name(name)));
                known
            }
            Key::ResourceType => whole(one(&self.resource_type), further_resources),
            // Ids are never cut, and have no character like the mark of a cut.
            Key::Id => whole([self.id.as_str()], Others::No),
            Key::Category => whole([self.category.as_str(), "any"], Others::No),
            Key::Via => whole([], Others::Yes),
            Key::Session | Key::Type | Key::Agent | Key::Request | Key::Mfa => whole([], Others::Perhaps),
            Key::Has => whole([], Others::No),
        }
    }

    fn record(&self) -> Option<&str> {
        None
    }
}

fn one(value: &Option<String>) -> Vec<&str> {
    value.as_deref().into_iter().collect()
}

/// Those of a row's texts that are not cut; a cut one is a value that is not at hand.
fn whole<'a>(texts: impl IntoIterator<Item = &'a str>, others: Others) -> Known<'a> {
    let (cut, texts): (Vec<_>, Vec<_>) = texts.into_iter().partition(|text| is_cut(text));
    Known { texts, others: if cut.is_empty() { others } else { Others::Yes } }
}
