//! The key pairs that we issue: an id that is known, and a secret that follows from it and the [`Seed`].

use std::fmt;

use model::Timestamp;
use ring::rand::{SecureRandom, SystemRandom};
use serde::{Deserialize, Serialize};
use store::{Error, Store};

use crate::Seed;

/// The list of control items that holds them.
const LIST: &str = "accessKeys";
/// How an id begins. AWS's own begin with `AKIA` and `ASIA`: nobody shall take one for the other.
const PREFIX: &str = "WHOD";
/// The length of an id, as AWS's.
const LENGTH: usize = 20;

/// A key that was issued. It has no secret in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AccessKey {
    /// `WHOD` and 16 of A-Z and 2-7.
    #[serde(rename = "accessKeyId", default)]
    pub id: String,
    /// What it is for, in the words of whoever had it issued; 0 to 128 characters.
    pub label: String,
    /// When it was issued.
    pub created: Timestamp,
    /// Since when it is good no more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revoked: Option<Timestamp>,
}

impl AccessKey {
    /// The longest label, in characters.
    pub const MAX_LABEL: usize = 128;

    /// Issues a key. The second is its secret, which nobody is shown again. A longer label is cut.
    ///
    /// # Errors
    /// [`Error::Unreachable`] also when the operating system has no random bytes to give.
    pub async fn issue(
        store: &Store,
        seed: &Seed,
        label: &str,
        now: Timestamp,
    ) -> Result<(AccessKey, String), Error> {
        let label = label.chars().take(AccessKey::MAX_LABEL).collect();
        let key = AccessKey { id: random_id()?, label, created: now, revoked: None };
        key.keep(store).await?;
        let secret = seed.secret(&key.id);
        Ok((key, secret))
    }

    /// Every key, also those that are revoked, in the order of their ids.
    pub async fn list(store: &Store) -> Result<Vec<AccessKey>, Error> {
        let entries = store.entries(LIST).await?;
        entries.into_iter().map(|(id, text)| AccessKey::read(id, &text)).collect()
    }

    /// The key `id`, revoked or not; `None` when it was never issued. One read unit; nothing is read for what
    /// cannot be an id of ours.
    pub async fn find(store: &Store, id: &str) -> Result<Option<AccessKey>, Error> {
        if !is_id(id) {
            return Ok(None);
        }
        store.entry(LIST, id).await?.map(|text| AccessKey::read(id.to_owned(), &text)).transpose()
    }

    /// Revokes the key `id`: from the next request on it is refused. Gives the key, or `None` when it was
    /// never issued; one that is revoked already keeps its date.
    pub async fn revoke(store: &Store, id: &str, now: Timestamp) -> Result<Option<AccessKey>, Error> {
        let Some(mut key) = AccessKey::find(store, id).await? else { return Ok(None) };
        if key.revoked.is_none() {
            key.revoked = Some(now);
            key.keep(store).await?;
        }
        Ok(Some(key))
    }

    async fn keep(&self, store: &Store) -> Result<(), Error> {
        // Texts and times are always JSON.
        store.set_entry(LIST, &self.id, &serde_json::to_string(self).unwrap_or_default()).await
    }

    fn read(id: String, text: &str) -> Result<AccessKey, Error> {
        let corrupt = |e: serde_json::Error| Error::Corrupt { key: id.clone(), why: e.to_string() };
        let key: AccessKey = serde_json::from_str(text).map_err(corrupt)?;
        Ok(AccessKey { id, ..key })
    }
}

impl fmt::Display for AccessKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}  issued {}", self.id, self.created)?;
        if let Some(revoked) = self.revoked {
            write!(f, ", revoked {revoked}")?;
        }
        write!(f, "  {}", self.label)
    }
}

fn random_id() -> Result<String, Error> {
    const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let mut bytes = [0; LENGTH - PREFIX.len()];
    let none = |_| Error::Unreachable("the operating system gave no random bytes".to_owned());
    SystemRandom::new().fill(&mut bytes).map_err(none)?;
    let letters = bytes.iter().map(|byte| char::from(ALPHABET[usize::from(byte % 32)]));
    Ok(PREFIX.chars().chain(letters).collect())
}

fn is_id(text: &str) -> bool {
    let letter = |b: u8| b.is_ascii_uppercase() || (b'2'..=b'7').contains(&b);
    text.len() == LENGTH && text.starts_with(PREFIX) && text.bytes().all(letter)
}

#[cfg(test)]
mod tests {
    use emulator::Emulator;

    use super::*;

    async fn store() -> Store {
        let store = Store::new(Emulator::memory().unwrap().client(), store::Config::default());
        store.create_table().await.unwrap();
        store
    }

    #[tokio::test]
    async fn a_key_is_issued_found_and_revoked() {
        let (store, seed) = (store().await, Seed::of(&"s".repeat(32)).unwrap());
        let (then, later) = (Timestamp::from_millis(1_000), Timestamp::from_millis(2_000));
        let (key, secret) = AccessKey::issue(&store, &seed, "laptop", then).await.unwrap();
        assert!(is_id(&key.id), "{key}");
        assert_eq!(secret, seed.secret(&key.id));
        let kept = store.entry(LIST, &key.id).await.unwrap().unwrap();
        assert!(!kept.contains(&secret), "{kept}");
        assert_eq!(AccessKey::find(&store, &key.id).await.unwrap(), Some(key.clone()));
        let revoked = AccessKey::revoke(&store, &key.id, later).await.unwrap().unwrap();
        assert_eq!(revoked.revoked, Some(later));
        let again = AccessKey::revoke(&store, &key.id, Timestamp::MAX).await.unwrap();
        assert_eq!(again, Some(revoked.clone()));
        assert_eq!(AccessKey::list(&store).await.unwrap(), [revoked]);
    }

    #[tokio::test]
    async fn what_was_never_issued_is_not_there() {
        let store = store().await;
        for id in
            ["", "WHODAAAAAAAAAAAAAAAA", "AKIAAAAAAAAAAAAAAAAA", "whodAAAAAAAAAAAAAAAA", &"W".repeat(5_000)]
        {
            assert_eq!(AccessKey::find(&store, id).await.unwrap(), None, "{id}");
        }
        assert_eq!(AccessKey::revoke(&store, "WHODAAAAAAAAAAAAAAAA", Timestamp::MAX).await.unwrap(), None);
    }
}
