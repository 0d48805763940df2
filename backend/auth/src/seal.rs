//! Text that only the holder of a secret can read or make: AES-256-GCM under a key that HKDF derives.
//!
//! Used where something secret has to lie in another's hands: a refresh token in the table, the state of a
//! sign-in under way in the browser.

use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::hkdf::{HKDF_SHA256, Salt};
use ring::rand::{SecureRandom, SystemRandom};

use crate::Error;

/// A key for one purpose.
#[derive(Clone, Debug)]
pub(crate) struct Seal(LessSafeKey);

impl Seal {
    /// The key that `secret` gives for `purpose`. Keys for different purposes tell nothing of each other.
    pub(crate) fn new(secret: &[u8], purpose: &str) -> Result<Seal, Error> {
        let purpose = [purpose.as_bytes()];
        let derived = Salt::new(HKDF_SHA256, b"whodunit").extract(secret);
        let material = derived.expand(&purpose, &AES_256_GCM).map_err(|_| Error::no_randomness())?;
        Ok(Seal(LessSafeKey::new(UnboundKey::from(material))))
    }

    /// `plain`, unreadable; it opens only beside the same `context`.
    pub(crate) fn close(&self, plain: &[u8], context: &str) -> Result<Vec<u8>, Error> {
        let mut nonce = [0; NONCE_LEN];
        SystemRandom::new().fill(&mut nonce).map_err(|_| Error::no_randomness())?;
        let mut body = plain.to_vec();
        let context = Aad::from(context.as_bytes());
        self.0
            .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), context, &mut body)
            .map_err(|_| Error::no_randomness())?;
        Ok([&nonce[..], &body].concat())
    }

    /// What was closed with this key and `context`; `None` for all else.
    pub(crate) fn open(&self, closed: &[u8], context: &str) -> Option<Vec<u8>> {
        let (nonce, body) = closed.split_at_checked(NONCE_LEN)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
        let mut body = body.to_vec();
        let plain = self.0.open_in_place(nonce, Aad::from(context.as_bytes()), &mut body).ok()?;
        Some(plain.to_vec())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_same_secret_purpose_and_context_open_it() {
        let seal = Seal::new(b"secret", "test").unwrap();
        let closed = seal.close(b"a refresh token", "here").unwrap();
        assert_eq!(seal.open(&closed, "here").unwrap(), b"a refresh token");
        assert_eq!(seal.open(&closed, "there"), None);
        assert_eq!(Seal::new(b"Secret", "test").unwrap().open(&closed, "here"), None);
        assert_eq!(Seal::new(b"secret", "other").unwrap().open(&closed, "here"), None);
        assert_ne!(seal.close(b"a refresh token", "here").unwrap(), closed);
    }

    #[test]
    fn what_was_changed_does_not_open() {
        let seal = Seal::new(b"secret", "test").unwrap();
        let closed = seal.close(b"a refresh token", "").unwrap();
        for at in 0..closed.len() {
            let mut changed = closed.clone();
            changed[at] ^= 1;
            assert_eq!(seal.open(&changed, ""), None, "byte {at}");
            assert_eq!(seal.open(&closed[..at], ""), None, "cut at {at}");
        }
    }
}
