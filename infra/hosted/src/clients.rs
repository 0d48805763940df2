//! The doors for AWS's own clients: what they are told, and the gate that is before each, for their addresses
//! are open to everybody.

use api::lookup;
use lambda_http::Error;
use store::Store;
use wire::{Door, Gate, Seed};

use crate::client::Aws;
use crate::secret;
use crate::settings::{Environment, SettingError};

impl Environment {
    /// `WHODUNIT_SEED`: the name or the ARN of the secret whose text is the seed of all keys.
    pub fn seed(&self) -> Result<String, SettingError> {
        self.must("WHODUNIT_SEED", "the name or the ARN of a secret")
    }

    /// `WHODUNIT_STRICT_LOOKUP` and `WHODUNIT_LOOKUP_RATE`: AWS's own limits, and another rate than theirs.
    pub fn lookup(&self) -> Result<lookup::Settings, SettingError> {
        let strict = self.or("WHODUNIT_STRICT_LOOKUP", false, "yes or no", |value| match value {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        })?;
        let allowed = "a number of requests a second, 0 to 100000";
        let rate = self.or("WHODUNIT_LOOKUP_RATE", 0, allowed, |value| {
            value.parse().ok().filter(|rate| *rate <= 100_000)
        })?;
        Ok(lookup::Settings { strict, rate: (rate > 0).then_some(rate) })
    }
}

/// The gate before `door`, which opens to whoever signs with a key that `store` knows. The seed of their
/// secrets is fetched while the connection to DynamoDB is opened.
///
/// # Errors
/// A sentence for the log, without anything of the secret.
pub async fn gate(aws: &Aws, environment: &Environment, store: Store, door: Door) -> Result<Gate, Error> {
    let (secrets, name) = (aws.secrets(), environment.seed()?);
    let (text, ()) = tokio::join!(secret::text(&secrets, &name), aws.warm_up());
    let seed = Seed::of(&text?).map_err(|why| format!("the secret {name}: {why}"))?;
    Ok(Gate::new(store, seed, door, api::now))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn environment(variables: &'static [(&str, &str)]) -> Environment {
        Environment::of(|name| Some(variables.iter().find(|(n, _)| *n == name)?.1.to_owned()))
    }

    #[test]
    fn lookups_have_no_limits_unless_they_are_asked_for() {
        let lookup = |variables| environment(variables).lookup().unwrap();
        assert_eq!(lookup(&[]), lookup::Settings { strict: false, rate: None });
        assert_eq!(lookup(&[("WHODUNIT_STRICT_LOOKUP", "no"), ("WHODUNIT_LOOKUP_RATE", "0")]), lookup(&[]));
        let both = lookup(&[("WHODUNIT_STRICT_LOOKUP", "yes"), ("WHODUNIT_LOOKUP_RATE", "20")]);
        assert_eq!(both, lookup::Settings { strict: true, rate: Some(20) });
    }

    #[track_caller]
    fn refused<T>(result: Result<T, SettingError>, sentence: &str) {
        assert_eq!(result.err().unwrap().to_string(), format!("the environment variable {sentence}"));
    }

    #[test]
    fn what_cannot_be_meant_is_refused_by_name() {
        refused(
            environment(&[("WHODUNIT_STRICT_LOOKUP", "true")]).lookup(),
            "WHODUNIT_STRICT_LOOKUP is \"true\"; expected yes or no",
        );
        for value in ["-1", "100001", "2.5", "none"] {
            let set = Environment::of(move |name| (name == "WHODUNIT_LOOKUP_RATE").then(|| value.to_owned()));
            let expected = "expected a number of requests a second, 0 to 100000";
            refused(set.lookup(), &format!("WHODUNIT_LOOKUP_RATE is {value:?}; {expected}"));
        }
        refused(
            environment(&[]).seed(),
            "WHODUNIT_SEED is missing; expected the name or the ARN of a secret",
        );
    }

    /// A function that does not start is a poor way to learn that a parameter was not meant.
    #[test]
    fn what_the_template_lets_pass_is_taken() {
        let template = include_str!("../../template.yaml");
        let (_, block) = template.split_once("\n  LookupRate:\n").unwrap();
        for bound in ["MinValue: ", "MaxValue: "] {
            let value = block.split_once(bound).unwrap().1.lines().next().unwrap();
            let set = Environment::of(move |name| (name == "WHODUNIT_LOOKUP_RATE").then(|| value.to_owned()));
            assert!(set.lookup().is_ok(), "{bound}{value}");
        }
    }
}
