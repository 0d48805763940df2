//! A row of the event history: what answers *who did what, when, from where, to what, and did it work*
//! without opening anything.

use serde::{Deserialize, Serialize};

use crate::event::{Access, Category, Event, Outcome, Via, service_of};
use crate::time::Timestamp;

/// The longest text in a row, in bytes. What is longer ends in [`CUT`]; the detail has the whole.
///
/// Rows are copied into every index of the table, so their size is what an event costs to write.
pub const MAX_TEXT: usize = 128;

/// Ends a text that was cut to [`MAX_TEXT`].
pub const CUT: char = '…';

/// One row. Member names are CloudTrail's; what is absent is left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    /// `eventID`, whole.
    #[serde(rename = "eventID")]
    pub id: String,
    /// `eventTime`.
    #[serde(rename = "eventTime")]
    pub time: Timestamp,
    /// `eventName`.
    #[serde(rename = "eventName")]
    pub name: String,
    /// `eventSource`, the full host.
    #[serde(rename = "eventSource")]
    pub source: String,
    /// See [`Category`].
    pub category: Category,
    /// See [`Access`].
    pub access: Access,
    /// See [`Outcome`].
    pub outcome: Outcome,
    /// The user name as LookupEvents gives it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_name: Option<String>,
    /// The role that an assumed role's session was made from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role_name: Option<String>,
    /// Whether the caller has names beside these two (session, source identity, Identity Center user).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub more_names: bool,
    /// `awsRegion`.
    #[serde(default, rename = "awsRegion", skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// The account whose activity it is.
    #[serde(default, rename = "accountId", skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// The caller is of another account, which the row does not show.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub cross_account: bool,
    /// `sourceIPAddress`.
    #[serde(default, rename = "sourceIPAddress", skip_serializing_if = "Option::is_none")]
    pub source_ip: Option<String>,
    /// `userIdentity.accessKeyId`.
    #[serde(default, rename = "accessKeyId", skip_serializing_if = "Option::is_none")]
    pub access_key: Option<String>,
    /// A page of the AWS console called, or a person in it; false where that is not known, too.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub console: bool,
    /// `errorCode`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error_code: Option<String>,
    /// Type of the first resource.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resource_type: Option<String>,
    /// Name of the first resource.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resource_name: Option<String>,
    /// How many resources the event has; the row shows the first.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub resource_count: u32,
}

impl Summary {
    /// The row of `event`.
    pub fn of(event: &Event) -> Summary {
        let text = |value: &Option<String>| value.as_deref().map(cut);
        let first = event.resources.first();
        let shown = [&event.identity.user_name, &event.identity.role_name];
        let is_shown = |name: &str| shown.iter().any(|s| s.as_deref() == Some(name));
        Summary {
            id: event.id.clone(),
            time: event.time,
            name: cut(&event.name),
            source: cut(&event.source),
            category: event.category,
            access: event.access,
            outcome: event.outcome,
            user_name: text(&event.identity.user_name),
            role_name: text(&event.identity.role_name),
            more_names: event.identity.names().iter().any(|name| !is_shown(name)),
            region: text(&event.region),
            account: text(&event.account),
            cross_account: event.accounts().any(|account| event.account.as_deref() != Some(account)),
            source_ip: text(&event.source_ip),
            access_key: text(&event.access_key),
            console: event.via == Via::Console,
            error_code: text(&event.error_code),
            resource_type: first.and_then(|r| text(&r.kind)),
            resource_name: first.and_then(|r| text(&r.name)),
            resource_count: u32::try_from(event.resources.len()).unwrap_or(u32::MAX),
        }
    }

    /// The service's short name: the event source without `.amazonaws.com`.
    pub fn service(&self) -> &str {
        service_of(&self.source)
    }
}

/// Whether a row's text may have been cut, so that only the record knows the whole.
pub fn is_cut(text: &str) -> bool {
    text.ends_with(CUT)
}

/// At most [`MAX_TEXT`] bytes of `text`, cut between characters.
pub fn cut(text: &str) -> String {
    cut_to(text, MAX_TEXT)
}

/// The same of `most` bytes, which are three or more.
pub fn cut_to(text: &str, most: usize) -> String {
    if text.len() <= most {
        return text.to_owned();
    }
    let end = text.floor_char_boundary(most - CUT.len_utf8());
    format!("{}{CUT}", &text[..end])
}

fn is_zero(count: &u32) -> bool {
    *count == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_between_characters_and_says_so() {
        assert_eq!(cut(&"a".repeat(MAX_TEXT)), "a".repeat(MAX_TEXT));
        let long = cut(&"한".repeat(100));
        assert!(long.len() <= MAX_TEXT && is_cut(&long), "{long}");
        assert!(long.trim_end_matches(CUT).chars().all(|c| c == '한'));
    }
}
