//! What an event was done to, in the order in which AWS's Event history names it.
//!
//! CloudTrail rarely says: most records of management events have no `resources`. Event history derives
//! what it shows from the request and the response, per API. So does this, from the first of these that
//! knows the event:
//!
//! 1. the tables beside this file, one line per API, for what AWS is known to show (nothing included);
//! 2. the record's own `resources`;
//! 3. what the service's APIs have in common (`bucketName` for S3), marked as in 4. for calls that only look;
//! 4. a guess, marked [`derived`](Resource::derived): top-level request parameters whose name ends in
//!    `Id`, `Name`, `Arn` or `Identifier`, but not for Describe and List calls, for which AWS shows none.
//!
//! Of a failed IAM call AWS shows nothing either; what it asked for is marked `derived`, too, so that
//! "who tried to touch this user" has an answer.

mod accounts;
mod analytics;
mod databases;
mod delivery;
mod devices;
mod ec2;
mod firewalls;
mod found;
mod hosting;
mod identity;
mod keys;
mod learning;
mod messaging;
mod monitoring;
mod networks;
mod nosql;
mod operations;
mod people;
mod rule;
mod scaling;
mod security;
mod storage;
mod transfers;
mod vpc;
mod warehouse;
mod web;
mod workflows;
mod workloads;

use crate::event::Resource;
use crate::record::Fields;
use found::Found;
pub(crate) use rule::without_version;
use rule::{Row, Service, WhenFailed, looks};

const SERVICES: &[&[Service]] = &[
    accounts::SERVICES,
    analytics::SERVICES,
    databases::SERVICES,
    delivery::SERVICES,
    devices::SERVICES,
    ec2::SERVICES,
    firewalls::SERVICES,
    hosting::SERVICES,
    identity::SERVICES,
    keys::SERVICES,
    learning::SERVICES,
    messaging::SERVICES,
    monitoring::SERVICES,
    networks::SERVICES,
    nosql::SERVICES,
    operations::SERVICES,
    people::SERVICES,
    scaling::SERVICES,
    security::SERVICES,
    storage::SERVICES,
    transfers::SERVICES,
    vpc::SERVICES,
    warehouse::SERVICES,
    web::SERVICES,
    workflows::SERVICES,
    workloads::SERVICES,
];

/// The call that a record is about.
#[derive(Clone, Copy)]
pub(crate) struct Call<'a> {
    /// `eventSource`
    pub(crate) source: &'a str,
    /// `eventName`
    pub(crate) name: &'a str,
    /// Denied or failed.
    pub(crate) failed: bool,
}

/// What `call` was done to: at most [`MAX_RESOURCES`], each once.
pub(crate) fn resources(record: &Fields<'_>, call: Call<'_>) -> Vec<Resource> {
    let mut found = Found(Vec::new());
    let services = || SERVICES.iter().copied().flatten().filter(|service| service.source() == call.source);
    let rule = services().find_map(|service| service.rule(call.name).map(|rows| (service, rows)));
    if let Some((service, rows)) = rule {
        match service.when_failed {
            // AWS shows nothing. Whoever was refused is asked about all the same: marked, not hidden.
            WhenFailed::Nothing if call.failed => {
                found.rows(record, service, rows.iter().filter(asked_for), true);
                if found.0.is_empty() {
                    found.guesses(&record.fields("requestParameters"));
                }
                return found.0;
            }
            WhenFailed::RequestOnly if call.failed => {
                found.rows(record, service, rows.iter().filter(asked_for), false);
            }
            _ => found.rows(record, service, rows.iter(), false),
        }
    }
    if found.0.is_empty() {
        found.listed(record);
    }
    let shown_none = rule.is_some() || ["Describe", "List"].iter().any(|verb| call.name.starts_with(verb));
    if found.0.is_empty() && !shown_none {
        for service in services() {
            found.rows(record, service, service.otherwise().iter(), looks(call.name));
        }
    }
    if found.0.is_empty() && !shown_none {
        found.guesses(&record.fields("requestParameters"));
    }
    found.0
}

/// Whether a row is what the request names, as opposed to what the response tells.
fn asked_for(row: &Row) -> bool {
    row.1.starts_with("req.")
}

#[cfg(test)]
mod tests;
