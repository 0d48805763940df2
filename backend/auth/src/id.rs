//! The name of a session: known to one browser, and to nobody who reads the table.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::digest;
use ring::rand::{SecureRandom, SystemRandom};

use crate::Error;

const BYTES: usize = 32;
/// The length of its text: base64url of 32 bytes.
const TEXT: usize = 43;

/// 256 random bits, as the cookie carries them. Never logged: `Debug` shows nothing of it.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct SessionId([u8; BYTES]);

impl SessionId {
    /// A new one, from the operating system.
    pub(crate) fn random() -> Result<SessionId, Error> {
        let mut bytes = [0; BYTES];
        SystemRandom::new().fill(&mut bytes).map_err(|_| Error::no_randomness())?;
        Ok(SessionId(bytes))
    }

    /// From a cookie; `None` when it is none of ours.
    pub(crate) fn parse(text: &str) -> Option<SessionId> {
        if text.len() != TEXT {
            return None;
        }
        Some(SessionId(URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok()?))
    }

    /// For the cookie.
    pub(crate) fn text(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0)
    }

    /// What the table knows it by: a hash, from which there is no way back.
    pub(crate) fn key(&self) -> String {
        URL_SAFE_NO_PAD.encode(digest::digest(&digest::SHA256, &self.0))
    }

    /// What its refresh token is sealed with.
    pub(crate) fn secret(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for SessionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SessionId(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_comes_back_from_its_text_and_only_from_that() {
        let id = SessionId::random().unwrap();
        assert_eq!(SessionId::parse(&id.text()), Some(id.clone()));
        assert_ne!(SessionId::random().unwrap(), id);
        let text = id.text();
        for wrong in [
            "",
            "a",
            &text[1..],
            &format!("{text}A"),
            &format!("{text}="),
            &"é".repeat(21),
            &format!("é{}", &text[2..]),
        ] {
            assert_eq!(SessionId::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_is_written_down_does_not_tell_it() {
        let id = SessionId([7; BYTES]);
        assert_eq!(format!("{id:?}"), "SessionId(…)");
        assert_ne!(id.key(), id.text());
        assert_eq!(id.key(), SessionId([7; BYTES]).key());
        assert_eq!(id.key().len(), TEXT);
    }
}
