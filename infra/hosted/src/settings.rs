//! What a function is told by its environment: `infra/template.yaml` sets these variables, AWS Lambda the
//! ones that begin with `AWS_`.
//!
//! A value that cannot be meant is an error that names the variable: a function that does not start is seen
//! at once, one that works with another setting than was asked for is seen too late.

use std::fmt;

use aws_credential_types::Credentials;
use store::{Config, Retention};
use tracing::Level;

/// The variables of a process, or of a test.
pub struct Environment(Box<Variables>);

/// The value of a variable, by its name.
type Variables = dyn Fn(&str) -> Option<String>;

impl Environment {
    /// Of this process. What is not UTF-8 is replaced, and so refused where it matters.
    pub fn process() -> Environment {
        Environment::of(|name| Some(std::env::var_os(name)?.to_string_lossy().into_owned()))
    }

    /// As `variable` tells; an empty value counts as none.
    pub fn of(variable: impl Fn(&str) -> Option<String> + 'static) -> Environment {
        Environment(Box::new(move |name| variable(name).filter(|value| !value.is_empty())))
    }

    /// `WHODUNIT_LOG`: the least grave that is logged.
    pub fn log(&self) -> Result<Level, SettingError> {
        self.or("WHODUNIT_LOG", Level::INFO, "error, warn, info or debug", |value| match value {
            "error" => Some(Level::ERROR),
            "warn" => Some(Level::WARN),
            "info" => Some(Level::INFO),
            "debug" => Some(Level::DEBUG),
            _ => None,
        })
    }

    /// `WHODUNIT_TABLE`, `WHODUNIT_SHARDS`, `WHODUNIT_RETENTION` and `WHODUNIT_READ_BUDGET`: the table of
    /// events, and how it is read.
    pub fn store(&self) -> Result<Config, SettingError> {
        let default = Config::default();
        Ok(Config {
            table: self.or("WHODUNIT_TABLE", default.table, TABLE_NAME, table_name)?,
            shards: self.or("WHODUNIT_SHARDS", default.shards, "1, 2, 4, 8, 16, 32 or 64", |value| {
                value.parse().ok().filter(|n: &u8| n.is_power_of_two() && *n <= 64)
            })?,
            retention: self.or(
                "WHODUNIT_RETENTION",
                default.retention,
                "a number of days (1 to 36500) or `forever`",
                |value| value.parse::<Retention>().ok(),
            )?,
            read_budget: self.or(
                "WHODUNIT_READ_BUDGET",
                default.read_budget,
                "a number of read units, 1 to 100000",
                |value| value.parse().ok().filter(|units| (1.0..=100_000.0).contains(units)),
            )?,
        })
    }

    /// `AWS_REGION`, `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN`: where the
    /// function runs, and as whom. They are the same for as long as the process lives.
    pub fn access(&self) -> Result<Access, SettingError> {
        let must = |name| self.get(name).ok_or(SettingError { name, found: None, allowed: SET_BY_LAMBDA });
        let (key, secret) = (must("AWS_ACCESS_KEY_ID")?, must("AWS_SECRET_ACCESS_KEY")?);
        let token = self.get("AWS_SESSION_TOKEN");
        Ok(Access {
            region: must("AWS_REGION")?,
            credentials: Credentials::new(key, secret, token, None, "environment"),
        })
    }

    /// `AWS_ENDPOINT_URL_<service>`, else `AWS_ENDPOINT_URL`: an emulator in place of AWS. The service is
    /// called as AWS's tools call it there, `DYNAMODB` for instance.
    pub fn endpoint(&self, service: &str) -> Result<Option<String>, SettingError> {
        let own = format!("AWS_ENDPOINT_URL_{service}");
        let Some(url) = self.get(&own).or_else(|| self.get("AWS_ENDPOINT_URL")) else { return Ok(None) };
        if url.starts_with("https://") || url.starts_with("http://") {
            return Ok(Some(url));
        }
        let allowed = "a URL that begins with https:// or http://";
        Err(SettingError { name: "AWS_ENDPOINT_URL", found: Some(url), allowed })
    }

    /// `AWS_LAMBDA_FUNCTION_NAME`.
    pub fn function(&self) -> Result<String, SettingError> {
        let name = "AWS_LAMBDA_FUNCTION_NAME";
        self.get(name).ok_or(SettingError { name, found: None, allowed: SET_BY_LAMBDA })
    }

    /// `AWS_LAMBDA_FUNCTION_MEMORY_SIZE`: the function's memory, in MiB.
    pub fn memory(&self) -> Result<u32, SettingError> {
        self.or("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", 128, "a number of MiB, 128 to 10240", |value| {
            value.parse().ok().filter(|mib| (128..=10_240).contains(mib))
        })
    }

    /// A variable of another room, `allowed` saying what `read` takes.
    pub fn or<T>(
        &self,
        name: &'static str,
        default: T,
        allowed: &'static str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Result<T, SettingError> {
        let Some(value) = self.get(name) else { return Ok(default) };
        read(&value).ok_or(SettingError { name, found: Some(value), allowed })
    }

    /// A variable that has to be there; `allowed` says what it is.
    pub fn must(&self, name: &'static str, allowed: &'static str) -> Result<String, SettingError> {
        self.get(name).ok_or(SettingError { name, found: None, allowed })
    }

    fn get(&self, name: &str) -> Option<String> {
        self.0(name)
    }
}

const SET_BY_LAMBDA: &str = "what AWS Lambda sets it to";
const TABLE_NAME: &str = "a DynamoDB table name: 3 to 255 of A-Z a-z 0-9 _ . -";

/// [DynamoDB's rule](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html).
fn table_name(value: &str) -> Option<String> {
    let allowed = |b: u8| b.is_ascii_alphanumeric() || b"_.-".contains(&b);
    ((3..=255).contains(&value.len()) && value.bytes().all(allowed)).then(|| value.to_owned())
}

/// Where the function runs, and as whom.
#[derive(Clone, Debug)]
pub struct Access {
    /// The AWS Region.
    pub region: String,
    /// Those of the function's role.
    pub credentials: Credentials,
}

/// A variable that is missing, or that has a value which cannot be meant.
#[derive(Clone, PartialEq, Eq)]
pub struct SettingError {
    name: &'static str,
    found: Option<String>,
    allowed: &'static str,
}

impl fmt::Display for SettingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let SettingError { name, found, allowed } = self;
        match found {
            Some(found) => write!(f, "the environment variable {name} is {found:?}; expected {allowed}"),
            None => write!(f, "the environment variable {name} is missing; expected {allowed}"),
        }
    }
}

/// As `Display`: it is what a `main` that fails shows.
impl fmt::Debug for SettingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for SettingError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn environment(variables: &'static [(&str, &str)]) -> Environment {
        Environment::of(|name| Some(variables.iter().find(|(n, _)| *n == name)?.1.to_owned()))
    }

    #[test]
    fn without_variables_there_are_defaults() {
        let nothing = environment(&[("WHODUNIT_SHARDS", "")]);
        let config = nothing.store().unwrap();
        assert_eq!((&*config.table, config.shards, config.retention), ("whodunit", 1, Retention::Days(90)));
        assert_eq!((nothing.log(), nothing.memory()), (Ok(Level::INFO), Ok(128)));
        assert_eq!(nothing.endpoint("DYNAMODB"), Ok(None));
    }

    #[test]
    fn variables_are_what_they_say() {
        let set = environment(&[
            ("WHODUNIT_TABLE", "audit.events"),
            ("WHODUNIT_SHARDS", "64"),
            ("WHODUNIT_RETENTION", "forever"),
            ("WHODUNIT_READ_BUDGET", "12.5"),
            ("WHODUNIT_LOG", "debug"),
            ("AWS_ENDPOINT_URL", "http://127.0.0.1:4566"),
            ("AWS_ENDPOINT_URL_S3", "https://s3.example"),
            ("AWS_REGION", "eu-west-1"),
            ("AWS_ACCESS_KEY_ID", "AKID"),
            ("AWS_SECRET_ACCESS_KEY", "hush"),
        ]);
        let config = set.store().unwrap();
        assert_eq!((&*config.table, config.shards, config.read_budget), ("audit.events", 64, 12.5));
        assert_eq!((config.retention, set.log()), (Retention::Forever, Ok(Level::DEBUG)));
        assert_eq!(set.endpoint("DYNAMODB").unwrap().unwrap(), "http://127.0.0.1:4566");
        assert_eq!(set.endpoint("S3").unwrap().unwrap(), "https://s3.example");
        let access = set.access().unwrap();
        assert_eq!((&*access.region, access.credentials.access_key_id()), ("eu-west-1", "AKID"));
        assert!(!format!("{access:?}").contains("hush"), "{access:?}");
    }

    #[track_caller]
    fn refused<T>(result: Result<T, SettingError>, sentence: &str) {
        assert_eq!(result.err().unwrap().to_string(), format!("the environment variable {sentence}"));
    }

    #[test]
    fn what_cannot_be_meant_is_refused_by_name() {
        let shards = "; expected 1, 2, 4, 8, 16, 32 or 64";
        refused(
            environment(&[("WHODUNIT_SHARDS", "3")]).store(),
            &format!("WHODUNIT_SHARDS is \"3\"{shards}"),
        );
        refused(
            environment(&[("WHODUNIT_SHARDS", "128")]).store(),
            &format!("WHODUNIT_SHARDS is \"128\"{shards}"),
        );
        refused(
            environment(&[("WHODUNIT_TABLE", "my events")]).store(),
            "WHODUNIT_TABLE is \"my events\"; expected a DynamoDB table name: 3 to 255 of A-Z a-z 0-9 _ . -",
        );
        refused(
            environment(&[("WHODUNIT_RETENTION", "0")]).store(),
            "WHODUNIT_RETENTION is \"0\"; expected a number of days (1 to 36500) or `forever`",
        );
        for value in ["NaN", "0", "inf"] {
            let set = Environment::of(move |name| (name == "WHODUNIT_READ_BUDGET").then(|| value.to_owned()));
            let sentence =
                format!("WHODUNIT_READ_BUDGET is {value:?}; expected a number of read units, 1 to 100000");
            refused(set.store(), &sentence);
        }
        refused(
            environment(&[("WHODUNIT_LOG", "loud")]).log(),
            "WHODUNIT_LOG is \"loud\"; expected error, warn, info or debug",
        );
        refused(
            environment(&[("AWS_ENDPOINT_URL", "localhost")]).endpoint("S3"),
            "AWS_ENDPOINT_URL is \"localhost\"; expected a URL that begins with https:// or http://",
        );
        refused(
            environment(&[("AWS_ACCESS_KEY_ID", "a")]).access(),
            "AWS_SECRET_ACCESS_KEY is missing; expected what AWS Lambda sets it to",
        );
    }
}
