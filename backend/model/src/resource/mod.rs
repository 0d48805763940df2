//! What an event was done to, in the order in which AWS's Event history names it.
//!
//! CloudTrail rarely says: most records of management events have no `resources`. Event history derives
//! what it shows from the request and the response, per API. So does this, from the first of these that
//! knows the event:
//!
//! 1. the tables beside this file, one line per API, for what AWS is known to show (nothing included);
//! 2. the record's own `resources`;
//! 3. what the service's APIs have in common (`bucketName` for S3);
//! 4. a guess, marked [`derived`](Resource::derived): top-level request parameters whose name ends in
//!    `Id`, `Name`, `Arn` or `Identifier`, but not for Describe and List calls, for which AWS shows none.
//!
//! Of a failed IAM call AWS shows nothing either; what it asked for is marked `derived`, too, so that
//! "who tried to touch this user" has an answer.

mod databases;
mod ec2;
mod identity;
mod keys;
mod messaging;
mod operations;
mod rule;
mod storage;
mod web;
mod workloads;

use crate::event::Resource;
use crate::json::{Json, Kind};
use crate::record::{Fields, text};
use rule::{Row, Service, WhenFailed};

/// The most resources of one event; further ones are in the record alone.
const MAX_RESOURCES: usize = 200;
/// The longest name, in bytes. A longer one is left out: cut, it would be another's name.
const MAX_NAME: usize = 2_048;
/// The most guesses about one event.
const MAX_GUESSES: usize = 4;

const SERVICES: &[&[Service]] = &[
    databases::SERVICES,
    ec2::SERVICES,
    identity::SERVICES,
    keys::SERVICES,
    messaging::SERVICES,
    operations::SERVICES,
    storage::SERVICES,
    web::SERVICES,
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
    let service = SERVICES.iter().copied().flatten().find(|service| service.source == call.source);
    let rule = service.and_then(|service| service.rule(call.name).map(|rows| (service, rows)));
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
            _ => found.rows(record, service, rows, false),
        }
    }
    if found.0.is_empty() {
        found.listed(record);
    }
    if let (None, true, Some(service)) = (rule, found.0.is_empty(), service) {
        found.rows(record, service, service.otherwise, false);
    }
    let shown_none = rule.is_some() || ["Describe", "List"].iter().any(|verb| call.name.starts_with(verb));
    if found.0.is_empty() && !shown_none {
        found.guesses(&record.fields("requestParameters"));
    }
    found.0
}

/// Whether a row is what the request names, as opposed to what the response tells.
fn asked_for(row: &&Row) -> bool {
    row.1.starts_with("req.")
}

struct Found(Vec<Resource>);

impl Found {
    fn add(&mut self, kind: Option<String>, name: Option<String>, derived: bool) {
        let bounded = |text: &String| (1..=MAX_NAME).contains(&text.len());
        let resource = Resource { kind: kind.filter(bounded), name: name.filter(bounded), derived };
        let empty = resource.kind.is_none() && resource.name.is_none();
        if !empty && self.0.len() < MAX_RESOURCES && !self.0.contains(&resource) {
            self.0.push(resource);
        }
    }

    fn rows<'r>(
        &mut self,
        record: &Fields<'_>,
        service: &Service,
        rows: impl IntoIterator<Item = &'r Row>,
        derived: bool,
    ) {
        for (kind, path) in rows {
            let path = match (path.strip_prefix("req."), path.strip_prefix("res.")) {
                (Some(rest), _) => format!("requestParameters.{rest}"),
                (_, Some(rest)) => format!("responseElements.{rest}"),
                _ => (*path).to_owned(),
            };
            for name in record.at(&path).into_iter().filter_map(text) {
                self.add(service.kind(kind), Some(name), derived);
            }
        }
    }

    fn listed(&mut self, record: &Fields<'_>) {
        for item in record.get("resources").map(Json::items).unwrap_or_default() {
            let item = Fields::of(Some(item));
            let kind = item.text("type").or_else(|| item.text("resourceType"));
            let name = ["ARN", "arn", "ARNPrefix"].iter().find_map(|key| item.text(key));
            self.add(kind, name, false);
        }
    }

    fn guesses(&mut self, request: &Fields<'_>) {
        for (key, value) in request.iter() {
            if self.0.len() < MAX_GUESSES && value.kind() == Kind::String && names_a_resource(key) {
                self.add(None, text(value), true);
            }
        }
    }
}

/// Whether a request parameter of this name plausibly holds a resource's name.
fn names_a_resource(key: &str) -> bool {
    const NEVER: [&str; 11] = [
        "accountId",
        "awsAccountId",
        "clientRequestId",
        "creatorRequestId",
        "externalId",
        "regionName",
        "requestId",
        "roleSessionName",
        "attributeName",
        "typeName",
        "fieldName",
    ];
    const ENDINGS: [&str; 6] = ["Id", "Name", "Arn", "ARN", "Identifier", "Url"];
    let whole = ["id", "name", "arn", "identifier"].iter().any(|word| word.eq_ignore_ascii_case(key));
    let never = NEVER.iter().any(|word| word.eq_ignore_ascii_case(key));
    !never && (whole || ENDINGS.iter().any(|ending| key.ends_with(ending)))
}

#[cfg(test)]
mod tests;
