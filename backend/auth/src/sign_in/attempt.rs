//! A sign-in under way, kept in the browser's hands and nowhere else: one half in the issuer's `state`, one
//! in a cookie, both sealed. The cookie opens only beside the `state` that it was made with, which is how
//! a callback is known to belong to the browser that departed.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use model::Timestamp;
use serde::{Deserialize, Serialize};

use crate::Error;
use crate::cookie::ATTEMPT_LASTS;
use crate::seal::Seal;

/// The longest `state` that is looked at, in bytes.
const LONGEST: usize = 2_048;

/// What travels in `state`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Ticket {
    /// Where the person wanted to go.
    pub(super) next: String,
    /// How often this sign-in was begun again by itself.
    pub(super) round: u8,
    /// When it began; epoch seconds.
    pub(super) began: i64,
}

/// What the issuer's answer is checked with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Attempt {
    pub(super) nonce: String,
    /// PKCE's.
    pub(super) verifier: String,
}

/// Seals both.
#[derive(Clone, Debug)]
pub(super) struct Sealer {
    tickets: Seal,
    attempts: Seal,
}

impl Sealer {
    /// With the client's password: every function that signs people in knows it, and nobody else.
    pub(super) fn new(secret: &str) -> Result<Sealer, Error> {
        let seal = |purpose| Seal::new(secret.as_bytes(), purpose);
        Ok(Sealer { tickets: seal("sign-in state")?, attempts: seal("sign-in cookie")? })
    }

    /// The `state` of a ticket.
    pub(super) fn state(&self, ticket: &Ticket) -> Result<String, Error> {
        close(&self.tickets, ticket, "")
    }

    /// The ticket of a `state`, unless it is none of ours or too old.
    pub(super) fn ticket(&self, state: &str, now: Timestamp) -> Option<Ticket> {
        let ticket: Ticket = open(&self.tickets, state, "")?;
        let age = now.seconds().checked_sub(ticket.began)?;
        (age <= i64::from(ATTEMPT_LASTS)).then_some(ticket)
    }

    /// The cookie of an attempt that departs with `state`.
    pub(super) fn cookie(&self, attempt: &Attempt, state: &str) -> Result<String, Error> {
        close(&self.attempts, attempt, state)
    }

    /// The attempt of a cookie that was made with `state`.
    pub(super) fn attempt(&self, cookie: &str, state: &str) -> Option<Attempt> {
        open(&self.attempts, cookie, state)
    }
}

fn close<T: Serialize>(seal: &Seal, what: &T, context: &str) -> Result<String, Error> {
    // Plain structs of texts and numbers: JSON has no way to fail on them.
    let json = serde_json::to_vec(what).unwrap_or_default();
    Ok(URL_SAFE_NO_PAD.encode(seal.close(&json, context)?))
}

fn open<T: for<'a> Deserialize<'a>>(seal: &Seal, text: &str, context: &str) -> Option<T> {
    if text.len() > LONGEST {
        return None;
    }
    serde_json::from_slice(&seal.open(&URL_SAFE_NO_PAD.decode(text).ok()?, context)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_belongs_to_its_state() {
        let sealer = Sealer::new("client secret").unwrap();
        let now: Timestamp = "2026-11-22T08:00:00Z".parse().unwrap();
        let ticket = Ticket { next: "/events".into(), round: 0, began: now.seconds() };
        let (one, two) = (sealer.state(&ticket).unwrap(), sealer.state(&ticket).unwrap());
        assert_ne!(one, two);
        assert_eq!(sealer.ticket(&one, now), Some(ticket));

        let attempt = Attempt { nonce: "n".into(), verifier: "v".into() };
        let cookie = sealer.cookie(&attempt, &one).unwrap();
        assert_eq!(sealer.attempt(&cookie, &one), Some(attempt));
        assert_eq!(sealer.attempt(&cookie, &two), None);
        assert_eq!(sealer.attempt(&one, &one), None);
        assert_eq!(Sealer::new("another").unwrap().ticket(&one, now), None);
    }

    #[test]
    fn it_lasts_ten_minutes() {
        let sealer = Sealer::new("client secret").unwrap();
        let now: Timestamp = "2026-11-22T08:00:00Z".parse().unwrap();
        let ticket = Ticket { next: "/".repeat(1_024), round: 1, began: now.seconds() };
        let state = sealer.state(&ticket).unwrap();
        assert!(state.len() <= LONGEST);
        assert_eq!(sealer.ticket(&state, now.plus_millis(600_000)), Some(ticket));
        assert_eq!(sealer.ticket(&state, now.plus_millis(601_000)), None);
    }
}
