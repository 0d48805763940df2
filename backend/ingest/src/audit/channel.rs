//! Channels: where applications send their events. An administrator makes one; its ARN says whose events
//! come in by it.

use std::fmt;

use model::Timestamp;
use serde::{Deserialize, Serialize};
use store::{Error, Store};

use super::arn::{Arn, is_account, is_region};
use super::refusal::clip;
use crate::uuid::uuid;

/// The list of the table that holds the channels, by their ids.
const LIST: &str = "channels";

/// A door for the events of one account's applications.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Channel {
    /// `arn:aws:cloudtrail:<region>:<account>:channel/<UUID>`: what requests name it by.
    pub arn: String,
    /// For people: 3 to 128 of `a-z A-Z 0-9 . _ -`, one of its name in an account and region.
    pub name: String,
    /// The account whose events come in: 12 digits.
    pub account: String,
    /// What senders have to say beside the ARN, where set: 2 to 1,224 of `a-z A-Z 0-9 _ + = , . @ : / -`.
    /// AWS means it against the confused deputy; it is no secret.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    /// When it was made.
    pub created: Timestamp,
}

/// Why there is no new channel.
#[derive(Debug)]
pub enum CreateError {
    /// What was asked for may not be: a sentence for the person who asked.
    Refused(String),
    /// The table did not take it.
    Store(Error),
}

impl Channel {
    /// Makes a channel and keeps it; see the members for the bounds.
    pub async fn create(
        store: &Store,
        name: &str,
        account: &str,
        region: &str,
        external_id: Option<&str>,
        now: Timestamp,
    ) -> Result<Channel, CreateError> {
        check(name, account, region, external_id).map_err(CreateError::Refused)?;
        // Naming a channel opens nothing, so its id need not be hard to guess.
        let id = uuid(fastrand::u128(..).to_be_bytes(), 4);
        let channel = Channel {
            arn: format!("arn:aws:cloudtrail:{region}:{account}:channel/{id}"),
            name: name.to_owned(),
            account: account.to_owned(),
            external_id: external_id.map(str::to_owned),
            created: now,
        };
        let there = Channel::list(store).await.map_err(CreateError::Store)?;
        let same =
            |c: &&Channel| (&c.name, &c.account, c.region()) == (&channel.name, &channel.account, region);
        if let Some(same) = there.iter().find(same) {
            let message =
                format!("there is a channel `{name}` in {region} of {account} already: {}", same.arn);
            return Err(CreateError::Refused(message));
        }
        // Texts and a moment always have a form in JSON.
        let text = serde_json::to_string(&channel).unwrap_or_default();
        store.set_entry(LIST, &id, &text).await.map_err(CreateError::Store)?;
        Ok(channel)
    }

    /// Every channel, in the order in which they were made.
    pub async fn list(store: &Store) -> Result<Vec<Channel>, Error> {
        let entries = store.entries(LIST).await?;
        let channels = entries.iter().map(|(id, text)| read(id, text));
        let mut channels: Vec<Channel> = channels.collect::<Result<_, _>>()?;
        channels.sort_by(|a, b| (a.created, &a.arn).cmp(&(b.created, &b.arn)));
        Ok(channels)
    }

    /// The channel of this ARN, or of this id, which is what an ARN ends in. A read unit.
    pub async fn find(store: &Store, arn: &str) -> Result<Option<Channel>, Error> {
        let Some(Arn { id, place, .. }) = Arn::read(arn) else { return Ok(None) };
        let Some(text) = store.entry(LIST, id).await? else { return Ok(None) };
        let channel = read(id, &text)?;
        Ok((place.is_none() || channel.arn == arn).then_some(channel))
    }

    /// The region of its ARN: that of the events that come in.
    pub fn region(&self) -> &str {
        Arn::read(&self.arn).and_then(|arn| arn.place).map_or("", |(region, _)| region)
    }
}

/// The channel of an entry, as [`Channel::create`] wrote it.
fn read(id: &str, text: &str) -> Result<Channel, Error> {
    let corrupt = |why: String| Error::Corrupt { key: format!("{LIST} {id}"), why };
    let channel: Channel = serde_json::from_str(text).map_err(|e| corrupt(e.to_string()))?;
    let place = Arn::read(&channel.arn).and_then(|arn| arn.place);
    // Records are put together from these.
    match place.is_some_and(|(_, account)| account == channel.account) {
        true => Ok(channel),
        false => Err(corrupt("its ARN and its account do not go together".to_owned())),
    }
}

fn check(name: &str, account: &str, region: &str, external_id: Option<&str>) -> Result<(), String> {
    let good = |b: u8| b.is_ascii_alphanumeric() || b"._-".contains(&b);
    if !(3..=128).contains(&name.len()) || !name.bytes().all(good) {
        return Err(format!("`{}` is no name: give 3 to 128 of a-z A-Z 0-9 . _ -", clip(name)));
    }
    if !is_account(account) {
        return Err(format!("`{}` is no account: give its 12 digits", clip(account)));
    }
    if !is_region(region) {
        return Err(format!("`{}` is no region such as us-east-1", clip(region)));
    }
    match external_id {
        Some(id) if !is_external_id(id) => {
            Err(format!("`{}` is no external id: give 2 to 1224 of a-z A-Z 0-9 _ + = , . @ : / -", clip(id)))
        }
        _ => Ok(()),
    }
}

/// AWS's bounds.
pub(super) fn is_external_id(text: &str) -> bool {
    let good = |b: u8| b.is_ascii_alphanumeric() || b"_+=,.@:/-".contains(&b);
    (2..=1_224).contains(&text.len()) && text.bytes().all(good)
}

impl fmt::Display for CreateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CreateError::Refused(why) => f.write_str(why),
            CreateError::Store(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for CreateError {}

#[cfg(test)]
pub(super) mod tests;
