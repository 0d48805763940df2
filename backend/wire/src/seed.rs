//! What the secrets of access keys are made from.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use ring::hmac;
use ring::rand::{SecureRandom, SystemRandom};

/// The least characters of a seed: 128 bits, were they hexadecimal.
const MIN: usize = 32;
/// What is said before an id, so that the seed makes nothing else by chance.
const PURPOSE: &str = "whodunit access key 1\n";

/// The one secret of this API. `Debug` shows nothing of it.
#[derive(Clone)]
pub struct Seed(hmac::Key);

/// A text that is no seed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeedError;

impl Seed {
    /// From its text, at least 32 characters; white space around it does not count.
    pub fn of(text: &str) -> Result<Seed, SeedError> {
        let text = text.trim();
        if text.chars().count() < MIN {
            return Err(SeedError);
        }
        Ok(Seed(hmac::Key::new(hmac::HMAC_SHA256, text.as_bytes())))
    }

    /// The text of a new one, 256 random bits from the operating system, which may have none to give.
    pub fn random_text() -> Result<String, SeedError> {
        let mut bytes = [0; 32];
        SystemRandom::new().fill(&mut bytes).map_err(|_| SeedError)?;
        Ok(URL_SAFE_NO_PAD.encode(bytes))
    }

    /// The secret of the key `id`, 40 characters as AWS's have.
    pub(crate) fn secret(&self, id: &str) -> String {
        let tag = hmac::sign(&self.0, format!("{PURPOSE}{id}").as_bytes());
        STANDARD.encode(&tag.as_ref()[..30])
    }
}

impl fmt::Debug for Seed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Seed(…)")
    }
}

impl fmt::Display for SeedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a seed has at least {MIN} characters")
    }
}

impl std::error::Error for SeedError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_follows_from_seed_and_id_alone() {
        let seed = |text: &str| Seed::of(text).unwrap();
        let (one, other) = ("0123456789abcdef0123456789abcdef", "another seed that is long enough to be one");
        assert_eq!(seed(one).secret("WHODA"), seed(&format!(" {one}\n")).secret("WHODA"));
        assert_eq!(seed(one).secret("WHODA").len(), 40);
        assert_ne!(seed(one).secret("WHODA"), seed(one).secret("WHODB"));
        assert_ne!(seed(one).secret("WHODA"), seed(other).secret("WHODA"));
        assert_eq!(format!("{:?}", seed(one)), "Seed(…)");
    }

    #[test]
    fn a_short_text_is_none() {
        assert_eq!(Seed::of(&"x".repeat(31)).unwrap_err(), SeedError);
        assert!(Seed::of(&Seed::random_text().unwrap()).is_ok());
        assert_ne!(Seed::random_text(), Seed::random_text());
    }
}
