//! The columns that a row can be shown with, and their one text form: `time,event,who,@requestParameters.name`.
//!
//! A [`Summary`] answers most of them. The others stand in the record, which has to be fetched for them:
//! [`Column::needs_record`].

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use crate::event::Event;
use crate::json::Json;
use crate::problem::Problem;
use crate::summary::Summary;
use crate::time::Timestamp;

/// The most columns of a table.
pub const MAX_COLUMNS: usize = 20;
/// The longest path of a column, in bytes.
pub const MAX_PATH: usize = 200;

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "`NAMED` says what each is called")]
pub enum Column {
    Time,
    Event,
    Service,
    Who,
    From,
    Region,
    Resource,
    Outcome,
    Account,
    Key,
    Role,
    Session,
    Error,
    Agent,
    Access,
    Id,
    Request,
    Lag,
    Mfa,
    Via,
    /// `@requestParameters.bucketName`: what stands at that path of the record.
    Path(String),
}

/// Every column that has a name, with its word in a list and its heading.
pub const NAMED: &[(Column, &str, &str)] = &[
    (Column::Time, "time", "Time"),
    (Column::Event, "event", "Event"),
    (Column::Service, "service", "Service"),
    (Column::Who, "who", "Who"),
    (Column::From, "from", "Where from"),
    (Column::Region, "region", "Region"),
    (Column::Resource, "resource", "Resource"),
    (Column::Outcome, "outcome", "Outcome"),
    (Column::Account, "account", "Account"),
    (Column::Key, "key", "Access key"),
    (Column::Role, "role", "Role"),
    (Column::Session, "session", "Session"),
    (Column::Error, "error", "Error"),
    (Column::Agent, "agent", "User agent"),
    (Column::Access, "access", "Read/Write"),
    (Column::Id, "id", "Event ID"),
    (Column::Request, "request", "Request ID"),
    (Column::Lag, "lag", "Lag (s)"),
    (Column::Mfa, "mfa", "MFA"),
    (Column::Via, "via", "Via"),
];

/// The columns that are shown unless the reader chose others.
pub const USUAL: &[Column] = &[
    Column::Time,
    Column::Event,
    Column::Service,
    Column::Who,
    Column::From,
    Column::Region,
    Column::Resource,
    Column::Outcome,
];

impl Column {
    /// The column of a path of the record; `None` when the path is none that a list can hold.
    pub fn at(path: &str) -> Option<Column> {
        let visible = |c: char| !c.is_control() && c != ',';
        let good = path.len() <= MAX_PATH && path.chars().all(visible) && !path.split('.').any(str::is_empty);
        good.then(|| Column::Path(path.to_owned()))
    }

    /// Its word in a list, without the `@` of a path.
    pub fn id(&self) -> &str {
        match self {
            Column::Path(path) => path,
            named => NAMED.iter().find(|(column, ..)| column == named).map_or("", |(_, id, _)| id),
        }
    }

    /// What stands above it.
    pub fn heading(&self) -> Cow<'static, str> {
        match NAMED.iter().find(|(column, ..)| column == self) {
            Some((.., heading)) => Cow::Borrowed(heading),
            None => self.to_string().into(),
        }
    }

    /// Whether a row alone does not answer it.
    pub fn needs_record(&self) -> bool {
        use Column::{Agent, Lag, Mfa, Path, Request, Session, Via};
        matches!(self, Session | Agent | Request | Lag | Mfa | Via | Path(_))
    }

    /// Its value in a row; `None` when there is none, or when only the record knows.
    pub fn of_row<'a>(&self, row: &'a Summary) -> Option<Cow<'a, str>> {
        let value = match self {
            Column::Time => return Some(row.time.to_short_string().into()),
            Column::Event => Some(&*row.name),
            Column::Service => Some(row.service()),
            Column::Who => row.user_name.as_deref().or(row.role_name.as_deref()),
            Column::From => row.source_ip.as_deref(),
            Column::Region => row.region.as_deref(),
            Column::Resource => row.resource_name.as_deref(),
            Column::Outcome => Some(row.outcome.as_str()),
            Column::Account => row.account.as_deref(),
            Column::Key => row.access_key.as_deref(),
            Column::Role => row.role_name.as_deref(),
            Column::Error => row.error_code.as_deref(),
            Column::Access => Some(row.access.as_str()),
            Column::Id => Some(&*row.id),
            _ => None,
        };
        value.map(Cow::Borrowed)
    }

    /// Its value of a whole event, stored at `received`; empty when there is none.
    pub fn of_event<'a>(&self, event: &'a Event, received: Option<Timestamp>) -> Cow<'a, str> {
        let identity = &event.identity;
        let value = match self {
            Column::Time => return event.time.to_short_string().into(),
            Column::Event => Some(&*event.name),
            Column::Service => Some(event.service()),
            Column::Who => identity.user_name.as_deref().or(identity.role_name.as_deref()),
            Column::From => event.source_ip.as_deref(),
            Column::Region => event.region.as_deref(),
            Column::Resource => {
                let names = event.resources.iter().filter_map(|resource| resource.name.as_deref());
                return names.collect::<Vec<_>>().join("; ").into();
            }
            Column::Outcome => Some(event.outcome.as_str()),
            Column::Account => event.account.as_deref(),
            Column::Key => event.access_key.as_deref(),
            Column::Role => identity.role_name.as_deref(),
            Column::Session => identity.session_name.as_deref(),
            Column::Error => event.error_code.as_deref(),
            Column::Agent => event.user_agent.as_deref(),
            Column::Access => Some(event.access.as_str()),
            Column::Id => Some(&*event.id),
            Column::Request => event.request_id.as_deref(),
            Column::Lag => {
                let lag = received.map(|received| (received.millis() - event.time.millis()).max(0) / 1_000);
                return lag.map(|seconds| seconds.to_string()).unwrap_or_default().into();
            }
            Column::Mfa => event.mfa.map(|passed| if passed { "true" } else { "false" }),
            Column::Via => Some(event.via.as_str()),
            Column::Path(path) => return at_path(&event.record, path).into(),
        };
        value.unwrap_or_default().into()
    }
}

/// The values at `path`: the characters of strings, the text of numbers, objects and arrays as they stand.
fn at_path(record: &str, path: &str) -> String {
    let Ok(record) = Json::parse(record) else { return String::new() };
    let values = record.at(path).into_iter().map(|value| match value.scalar_text() {
        Some(text) => text.into_owned(),
        None => value.text().to_owned(),
    });
    values.collect::<Vec<_>>().join("; ")
}

impl fmt::Display for Column {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if matches!(self, Column::Path(_)) { "@" } else { "" })?;
        f.write_str(self.id())
    }
}

impl FromStr for Column {
    type Err = ();

    fn from_str(text: &str) -> Result<Column, ()> {
        let named = || NAMED.iter().find(|(_, id, _)| *id == text).map(|(column, ..)| column.clone());
        text.strip_prefix('@').map_or_else(named, Column::at).ok_or(())
    }
}

/// The columns of a list, at most [`MAX_COLUMNS`] and each once; an empty text names none.
pub fn read(text: &str) -> Result<Vec<Column>, Box<Problem>> {
    let mut columns: Vec<Column> = Vec::new();
    for word in text.split(',').filter(|_| !text.is_empty()) {
        let column = match word.parse() {
            Ok(column) if columns.contains(&column) => return Err(problem("names a column twice")),
            Ok(_) if columns.len() == MAX_COLUMNS => return Err(problem("names more than 20 columns")),
            Ok(column) => column,
            Err(()) => return Err(problem("names a column that there is not")),
        };
        columns.push(column);
    }
    Ok(columns)
}

/// The list of `columns`.
pub fn list<'a>(columns: impl IntoIterator<Item = &'a Column>) -> String {
    columns.into_iter().map(Column::to_string).collect::<Vec<_>>().join(",")
}

fn problem(fault: &str) -> Box<Problem> {
    Box::new(Problem {
        code: "badColumns".to_owned(),
        message: format!("cols {fault}; it is a list like time,event,who,@requestParameters.bucketName"),
        parameter: Some("cols".to_owned()),
        place: None,
        did_you_mean: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_text_form() {
        let all = NAMED.iter().map(|(_, id, _)| *id).collect::<Vec<_>>().join(",");
        assert_eq!(NAMED.len(), MAX_COLUMNS);
        for text in ["", "time", "event,@requestParameters.items[0].imageId,via", &all] {
            assert_eq!(list(&read(text).unwrap()), text);
        }
    }

    #[test]
    fn what_is_no_list_is_told() {
        let long = format!("@{}", "a".repeat(MAX_PATH + 1));
        let many = (0..=MAX_COLUMNS).map(|n| format!("@p{n}")).collect::<Vec<_>>().join(",");
        for text in ["Time", ",", "time,", "time,time", "@", "@a..b", "@a.", "@a\n", &long, &many] {
            let problem = read(text).unwrap_err();
            assert_eq!(
                (&*problem.code, problem.parameter.as_deref()),
                ("badColumns", Some("cols")),
                "{text}"
            );
        }
        assert_eq!(Column::at("a,b"), None);
    }

    const RECORD: &str = r#"{"eventVersion":"1.11","eventID":"1","eventTime":"2026-11-22T14:00:00Z",
        "eventName":"PutObject","eventSource":"s3.amazonaws.com","awsRegion":"us-west-2","requestID":"r-1",
        "userAgent":"aws-cli/2","userIdentity":{"type":"AssumedRole","principalId":"AROAX:kim",
        "arn":"arn:aws:sts::111122223333:assumed-role/ops/kim"},
        "requestParameters":{"list":[{"a":"x"},{"a":2}],"o":{"b":null}}}"#;

    #[test]
    fn values_of_an_event() {
        let event = Event::from_record(RECORD).unwrap();
        let received = Some("2026-11-22T14:00:04.900Z".parse().unwrap());
        let value = |column: &str| column.parse::<Column>().unwrap().of_event(&event, received).into_owned();
        assert_eq!(["who", "role", "session", "service"].map(value), ["kim", "ops", "kim", "s3"]);
        assert_eq!(["agent", "request", "lag", "mfa"].map(value), ["aws-cli/2", "r-1", "4", ""]);
        assert_eq!(value("@requestParameters.list.a"), "x; 2");
        assert_eq!(value("@requestParameters.o"), r#"{"b":null}"#);
        assert_eq!(value("@no.such"), "");
        assert_eq!(Column::Lag.of_event(&event, None), "");
    }

    #[test]
    fn a_row_says_the_same_as_its_event_or_nothing() {
        let event = Event::from_record(RECORD).unwrap();
        let row = Summary::of(&event);
        for (column, id, _) in NAMED {
            let of_row = column.of_row(&row);
            assert!(!column.needs_record() || of_row.is_none(), "{id}");
            assert!(of_row.is_none_or(|value| value == column.of_event(&event, None)), "{id}");
        }
    }
}
