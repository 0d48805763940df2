//! A session: who signed in, until when, and what of it is kept.

use std::time::Duration;

use model::{Me, Timestamp};

/// The groups that open the door. Others are not kept.
pub(crate) const GROUPS: [&str; 2] = ["auditor", "admin"];

/// Where sessions are kept, and how long they last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// Name of the DynamoDB table.
    pub table: String,
    /// A session ends when nothing was asked for so long, give or take the five minutes in which its use
    /// is not written down.
    pub idle: Duration,
    /// A session ends so long after sign-in, however busy it is.
    pub absolute: Duration,
}

impl Default for Config {
    /// The table `whodunit-sessions`, 45 minutes, 12 hours.
    fn default() -> Config {
        let minutes = |n: u64| Duration::from_secs(n * 60);
        Config { table: "whodunit-sessions".to_owned(), idle: minutes(45), absolute: minutes(12 * 60) }
    }
}

/// Who signed in, as the issuer's ID token said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Person {
    /// The issuer's own name for the person, which never changes.
    pub(crate) subject: String,
    /// What to call the person.
    pub(crate) name: String,
    /// Those of [`GROUPS`] that the person is in.
    pub(crate) groups: Vec<String>,
}

/// What the table says about a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Session {
    pub(crate) person: Person,
    /// When the person signed in.
    pub(crate) began: Timestamp,
    /// When its use was last written down.
    pub(crate) seen: Timestamp,
    /// Until when the issuer's word is good; then it has to be asked again.
    pub(crate) fresh_until: Timestamp,
    /// How often the tokens were exchanged.
    pub(crate) version: u64,
}

impl Session {
    /// The last moment of the session: the earlier of its two ends.
    pub(crate) fn end(&self, config: &Config) -> Timestamp {
        let idle = self.seen.plus_millis(millis(config.idle));
        idle.min(self.absolute_end(config))
    }

    fn absolute_end(&self, config: &Config) -> Timestamp {
        self.began.plus_millis(millis(config.absolute))
    }

    /// Whether the issuer has to be asked again.
    pub(crate) fn is_stale(&self, now: Timestamp) -> bool {
        now >= self.fresh_until
    }

    /// What the console is told of it.
    pub(crate) fn me(&self, config: &Config) -> Me {
        let Person { subject, name, groups } = self.person.clone();
        Me { sign_in: true, subject, name, groups, expires: Some(self.absolute_end(config)) }
    }
}

fn millis(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_ends_when_idle_and_in_any_case() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let person = Person { subject: "1".into(), name: "Ana".into(), groups: vec![] };
        let session = |seen: &str| Session {
            person: person.clone(),
            began: at("2026-11-22T08:00:00Z"),
            seen: at(seen),
            fresh_until: at("2026-11-22T09:00:00Z"),
            version: 0,
        };
        let config = Config::default();
        for (seen, end) in [
            ("2026-11-22T08:00:00Z", "2026-11-22T08:45:00Z"),
            ("2026-11-22T12:00:00Z", "2026-11-22T12:45:00Z"),
            ("2026-11-22T19:30:00Z", "2026-11-22T20:00:00Z"),
        ] {
            assert_eq!(session(seen).end(&config), at(end), "{seen}");
        }
        let session = session("2026-11-22T08:00:00Z");
        assert!(session.is_stale(at("2026-11-22T09:00:00Z")));
        assert!(!session.is_stale(at("2026-11-22T08:59:59Z")));
        assert_eq!(session.me(&config).expires, Some(at("2026-11-22T20:00:00Z")));
    }
}
