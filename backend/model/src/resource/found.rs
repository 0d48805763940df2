//! What has been found of an event, within bounds.

use super::rule::{Row, Service};
use crate::event::Resource;
use crate::json::{Json, Kind};
use crate::record::{Fields, text};

/// The most resources of one event; further ones are in the record alone.
pub(super) const MAX_RESOURCES: usize = 200;
/// The longest name, in bytes. A longer one is left out: cut, it would be another's name.
pub(super) const MAX_NAME: usize = 2_048;
/// The most guesses about one event.
const MAX_GUESSES: usize = 4;

/// Resources in the order in which they are found, each once.
pub(super) struct Found(pub(super) Vec<Resource>);

impl Found {
    fn add(&mut self, kind: Option<String>, name: Option<String>, derived: bool) {
        let bounded = |text: &String| (1..=MAX_NAME).contains(&text.len());
        let resource = Resource { kind: kind.filter(bounded), name: name.filter(bounded), derived };
        let empty = resource.kind.is_none() && resource.name.is_none();
        if !empty && self.0.len() < MAX_RESOURCES && !self.0.contains(&resource) {
            self.0.push(resource);
        }
    }

    /// What `rows` name in the record.
    pub(super) fn rows(
        &mut self,
        record: &Fields<'_>,
        service: &Service,
        rows: impl Iterator<Item = Row>,
        derived: bool,
    ) {
        for (kind, path) in rows {
            let path = match (path.strip_prefix("req."), path.strip_prefix("res.")) {
                (Some(rest), _) => format!("requestParameters.{rest}"),
                (_, Some(rest)) => format!("responseElements.{rest}"),
                _ => path.to_owned(),
            };
            for name in record.at(&path).into_iter().filter_map(text) {
                self.add(service.kind(kind), Some(name), derived);
            }
        }
    }

    /// What the record lists itself.
    pub(super) fn listed(&mut self, record: &Fields<'_>) {
        for item in record.get("resources").map(Json::items).unwrap_or_default() {
            let item = Fields::of(Some(item));
            let kind = item.text("type").or_else(|| item.text("resourceType"));
            let name = ["ARN", "arn", "ARNPrefix"].iter().find_map(|key| item.text(key));
            self.add(kind, name, false);
        }
    }

    /// What a request's parameters look like naming.
    pub(super) fn guesses(&mut self, request: &Fields<'_>) {
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
