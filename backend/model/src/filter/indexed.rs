//! Which terms an index of the table answers: the console says beforehand what will be slow.
//!
//! The store has the indexes and a test that says the same.

use std::net::IpAddr;

use super::{Key, Term};
use crate::event::Access;

impl Term {
    /// Whether the events that meet it are found without reading others. That takes whole values, of a key
    /// that events are found by.
    pub fn is_indexed(&self) -> bool {
        self.exact().is_some_and(|(key, values)| values.into_iter().all(|value| has_index(key, value)))
    }
}

fn has_index(key: Key, value: &str) -> bool {
    match key {
        Key::Who
        | Key::Role
        | Key::Session
        | Key::Account
        | Key::AccessKey
        | Key::Event
        | Key::Service
        | Key::Error
        | Key::Region
        | Key::Resource
        | Key::ResourceType
        | Key::Id => true,
        Key::Access => value == Access::Write.as_str(),
        // Where a service calls, its name stands in the address's place.
        Key::Ip => value.parse::<IpAddr>().is_ok(),
        Key::Type
        | Key::Via
        | Key::Outcome
        | Key::Agent
        | Key::Request
        | Key::Mfa
        | Key::Has
        | Key::Category => false,
    }
}
