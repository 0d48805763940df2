//! What the functions that know sessions are told: the table, how long a session lasts, and, for the one
//! that signs people in, the secret with the issuer's settings.
//!
//! Those settings are a secret and no variables: they hold the client's password, and they are made after
//! the functions, whose address the issuer has to know first.

use std::time::Duration;

use crate::secret;
use crate::settings::{Environment, SettingError};

impl Environment {
    /// `WHODUNIT_SESSIONS`, `WHODUNIT_SESSION_IDLE_MINUTES` and `WHODUNIT_SESSION_HOURS`: the table of
    /// sessions, and how long one lasts.
    pub fn sessions(&self) -> Result<auth::Config, SettingError> {
        let default = auth::Config::default();
        let table = "the name of a DynamoDB table";
        let minutes = |value: &str, longest: u64| {
            let minutes = value.parse().ok().filter(|minutes| (1..=longest).contains(minutes))?;
            Some(Duration::from_secs(60 * minutes))
        };
        Ok(auth::Config {
            table: self.or("WHODUNIT_SESSIONS", default.table, table, |value| Some(value.to_owned()))?,
            idle: self.or(
                "WHODUNIT_SESSION_IDLE_MINUTES",
                default.idle,
                "a number of minutes, 10 to 1440",
                |value| minutes(value, 1_440).filter(|idle| *idle >= Duration::from_secs(600)),
            )?,
            absolute: self.or(
                "WHODUNIT_SESSION_HOURS",
                default.absolute,
                "a number of hours, 1 to 24",
                |value| minutes(value, 24).map(|hours| 60 * hours),
            )?,
        })
    }

    /// `WHODUNIT_SIGN_IN`: the name or the ARN of the secret.
    pub fn sign_in(&self) -> Result<String, SettingError> {
        self.must("WHODUNIT_SIGN_IN", "the name or the ARN of a secret")
    }
}

/// The issuer's settings, from the secret `name`.
///
/// # Errors
/// A sentence for the log, without anything of the secret.
pub async fn settings(
    secrets: &aws_sdk_secretsmanager::Client,
    name: &str,
) -> Result<auth::Settings, String> {
    let text = secret::text(secrets, name).await?;
    auth::Settings::parse(&text).map_err(|why| format!("the secret {name}: {why}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn environment(name: &'static str, value: &'static str) -> Environment {
        Environment::of(move |asked| (asked == name).then(|| value.to_owned()))
    }

    #[test]
    fn how_long_a_session_lasts() {
        assert_eq!(environment("X", "1").sessions().unwrap(), auth::Config::default());
        let idle = environment("WHODUNIT_SESSION_IDLE_MINUTES", "30").sessions().unwrap().idle;
        assert_eq!(idle, Duration::from_secs(1_800));
        let absolute = environment("WHODUNIT_SESSION_HOURS", "8").sessions().unwrap().absolute;
        assert_eq!(absolute, Duration::from_secs(28_800));
        for (name, value) in [
            ("WHODUNIT_SESSION_IDLE_MINUTES", "9"),
            ("WHODUNIT_SESSION_IDLE_MINUTES", "1441"),
            ("WHODUNIT_SESSION_HOURS", "0"),
            ("WHODUNIT_SESSION_HOURS", "25"),
            ("WHODUNIT_SESSION_HOURS", "ever"),
        ] {
            let error = environment(name, value).sessions().unwrap_err().to_string();
            assert!(error.contains(name) && error.contains(value), "{error}");
        }
    }

    /// A function that does not start is a poor way to learn that a parameter was not meant.
    #[test]
    fn what_the_template_lets_pass_is_taken() {
        let template = include_str!("../../template.yaml");
        for (parameter, variable) in [
            ("SessionIdleMinutes", "WHODUNIT_SESSION_IDLE_MINUTES"),
            ("SessionHours", "WHODUNIT_SESSION_HOURS"),
            ("ReadBudget", "WHODUNIT_READ_BUDGET"),
        ] {
            let (_, block) = template.split_once(&format!("\n  {parameter}:\n")).unwrap();
            for bound in ["MinValue: ", "MaxValue: "] {
                let value = block.split_once(bound).unwrap().1.lines().next().unwrap();
                let set = environment(variable, value);
                assert!(set.sessions().is_ok() && set.store().is_ok(), "{parameter} {bound}{value}");
            }
        }
    }

    #[test]
    fn without_a_secret_nobody_is_signed_in() {
        let error = environment("X", "1").sign_in().unwrap_err().to_string();
        let sentence = "WHODUNIT_SIGN_IN is missing; expected the name or the ARN of a secret";
        assert_eq!(error, format!("the environment variable {sentence}"));
        assert_eq!(environment("WHODUNIT_SIGN_IN", "arn:x").sign_in().unwrap(), "arn:x");
    }
}
