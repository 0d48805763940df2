//! A session as an item, and back.

use std::collections::HashMap;

use aws_sdk_dynamodb::primitives::Blob;
use aws_sdk_dynamodb::types::AttributeValue;
use model::Timestamp;

use crate::Error;
use crate::id::SessionId;
use crate::schema::{BEGAN, EXPIRY, FRESH_UNTIL, GROUPS, LEASE, NAME, REFRESH_TOKEN, SEEN, SUBJECT, VERSION};
use crate::seal::Seal;
use crate::session::{Config, Person, Session};

pub(super) type Item = HashMap<String, AttributeValue>;

/// What a reader of sessions asks for: all but the refresh token.
pub(super) const WITHOUT_TOKEN: &str = "u, n, g, b, s, f, v, l";

/// All but the key and the refresh token.
pub(super) fn write(session: &Session, config: &Config) -> Item {
    let person = &session.person;
    let groups = person.groups.iter().cloned().map(AttributeValue::S).collect();
    let attributes = [
        (SUBJECT, AttributeValue::S(person.subject.clone())),
        (NAME, AttributeValue::S(person.name.clone())),
        (GROUPS, AttributeValue::L(groups)),
        (BEGAN, millis(session.began)),
        (SEEN, millis(session.seen)),
        (FRESH_UNTIL, millis(session.fresh_until)),
        (VERSION, AttributeValue::N(session.version.to_string())),
        (LEASE, millis(Timestamp::MIN)),
        (EXPIRY, seconds(session.end(config))),
    ];
    attributes.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

pub(super) fn read(item: &Item) -> Result<Session, Error> {
    let groups = match item.get(GROUPS) {
        Some(AttributeValue::L(groups)) => groups.iter().filter_map(|group| group.as_s().ok()),
        _ => return Err(wrong(GROUPS)),
    };
    let groups = groups.cloned().collect();
    let person = Person { subject: text(item, SUBJECT)?, name: text(item, NAME)?, groups };
    Ok(Session {
        person,
        began: moment(item, BEGAN)?,
        seen: moment(item, SEEN)?,
        fresh_until: moment(item, FRESH_UNTIL)?,
        version: number(item, VERSION)?,
    })
}

/// The refresh token as the table keeps it.
pub(super) fn close(id: &SessionId, token: &str) -> Result<AttributeValue, Error> {
    Ok(AttributeValue::B(Blob::new(seal(id)?.close(token.as_bytes(), &id.key())?)))
}

/// The refresh token of an item; `None` when it has none that can be read.
pub(super) fn open(id: &SessionId, item: &Item) -> Option<String> {
    let closed = item.get(REFRESH_TOKEN)?.as_b().ok()?;
    String::from_utf8(seal(id).ok()?.open(closed.as_ref(), &id.key())?).ok()
}

fn seal(id: &SessionId) -> Result<Seal, Error> {
    Seal::new(id.secret(), "refresh token")
}

pub(super) fn millis(at: Timestamp) -> AttributeValue {
    AttributeValue::N(at.millis().to_string())
}

pub(super) fn seconds(at: Timestamp) -> AttributeValue {
    AttributeValue::N(at.seconds().to_string())
}

fn text(item: &Item, name: &str) -> Result<String, Error> {
    item.get(name).and_then(|value| value.as_s().ok()).cloned().ok_or_else(|| wrong(name))
}

fn number<T: std::str::FromStr>(item: &Item, name: &str) -> Result<T, Error> {
    let value = item.get(name).and_then(|value| value.as_n().ok());
    value.and_then(|value| value.parse().ok()).ok_or_else(|| wrong(name))
}

fn moment(item: &Item, name: &str) -> Result<Timestamp, Error> {
    Ok(Timestamp::from_millis(number(item, name)?))
}

/// The value is left out: it may be a person's name.
fn wrong(name: &str) -> Error {
    Error::Corrupt(format!("attribute {name:?} is missing or of another type"))
}
