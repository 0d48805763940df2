//! The other way: what a call began.

use crate::event::{Event, short_name};
use crate::json::Json;
use crate::summary::Summary;

use super::caller::record;
use super::question::issues;
use super::rules::ISSUED;
use super::session::Session;
use super::{Link, Told};

/// A key that a call issued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issued {
    /// The call.
    pub call: Told,
    /// What for: a session, or a user's long-lived key.
    pub link: Link,
    /// The key, as the call's response holds it.
    pub key: String,
    /// The name of the role, or of the user.
    pub of: Option<String>,
    /// The session's name.
    pub session_name: Option<String>,
}

/// Whether the event of `row` may have issued a key; its record tells.
pub fn may_issue(row: &Summary) -> bool {
    issues(row.outcome, row.category, &row.name, &row.source)
}

/// The key that `event` issued.
pub fn issued(event: &Event) -> Option<Issued> {
    if !issues(event.outcome, event.category, &event.name, &event.source) {
        return None;
    }
    let record = record(event);
    let held = |path: &str| record.at(path).into_iter().filter_map(Json::as_str).find(|key| !key.is_empty());
    let (key, link) = ISSUED.iter().find_map(|(path, link)| Some((held(path)?.into_owned(), *link)))?;
    let asked = Session::asked_for(&record, event.time);
    let arn = record.fields("requestParameters").text("roleArn");
    let user = record.fields("responseElements").fields("accessKey").text("userName");
    let of = arn.map(|arn| short_name(&arn).to_owned()).or(user);
    Some(Issued { call: Told::of(event), link, key, of, session_name: asked.map(|session| session.name) })
}
