//! What has to be known for the next hop, as queries that an index answers.

use crate::event::{Category, Event, Outcome};
use crate::filter::{Filter, Key, Term, Test, Value};
use crate::query::{Query, Sort};
use crate::summary::Summary;
use crate::time::{Bound, TimeRange, Timestamp};

/// Clocks of different services may differ by so much, in milliseconds.
pub(super) const SKEW: i64 = 60_000;

/// A role's session begins with the switch to it; a namesake's switch a minute later began another.
pub(super) const SWITCH: i64 = 5_000;

/// Which events are asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// Calls that issued this access key, up to the moment of its use.
    Key(String, Timestamp),
    /// The same where Cognito's identity pools may have issued it, which is a data event.
    PoolKey(String, Timestamp),
    /// Calls that began a session of this name at this moment.
    Session(String, Timestamp),
    /// Sign-ins to the console under this name, around this moment.
    SignIn(String, Timestamp),
    /// Switches of roles in the console that began a session of this name at this moment.
    Switch(String, Timestamp),
}

/// Of Cognito's identity pools; the one among these that is a data event.
const COGNITO: &str = "GetCredentialsForIdentity";

/// Calls that answer with an access key.
const ISSUE: [&str; 9] = [
    "AssumeRole",
    "AssumeRoleWithSAML",
    "AssumeRoleWithWebIdentity",
    "AssumeRoot",
    "GetSessionToken",
    "GetFederationToken",
    "CreateAccessKey",
    COGNITO,
    // Of IAM Roles Anywhere.
    "CreateSession",
];

impl Question {
    /// The query whose answer holds the events, or all that may be them.
    pub fn query(&self) -> Query {
        let around = |time: Timestamp, by: i64| (time.plus_millis(-by), time.plus_millis(by + 1));
        let sign_in = |name: &str| vec![Term::is(Key::Who, name), Term::is(Key::Service, "signin")];
        let named = |key: &str| vec![Term::is(Key::Resource, key)];
        let data = ["data", "management"].map(|word| Value::Exact(word.to_owned()));
        let data = Term { test: Test::Key(Key::Category, data.to_vec()), negated: false };
        let (terms, (from, to), size) = match self {
            // The oldest first: nobody can name a key before it is issued, so whatever else names it, by
            // accident or to hide something, comes after the call that is looked for.
            Question::Key(key, used) => (named(key), (Timestamp::MIN, used.plus_millis(SKEW)), 10),
            Question::PoolKey(key, used) => {
                let terms = named(key).into_iter().chain([data]).collect();
                (terms, (Timestamp::MIN, used.plus_millis(SKEW)), 10)
            }
            Question::Session(name, began) => {
                (vec![Term::is(Key::Resource, name)], around(*began, 1_000), 25)
            }
            Question::SignIn(name, began) => (sign_in(name), around(*began, SKEW), 10),
            Question::Switch(name, began) => (sign_in(name), around(*began, SWITCH), 10),
        };
        Query {
            filter: Filter::new(terms),
            range: TimeRange { from: Bound::At(from), to: Bound::At(to) },
            sort: Sort::OldestFirst,
            size,
            at: None,
        }
    }

    /// Whether the event of this row may be one that is asked for; of the others the record is not needed.
    pub fn concerns(&self, row: &Summary) -> bool {
        self.is_met(row.outcome, row.category, &row.name, &row.source)
    }

    pub(super) fn accepts(&self, event: &Event) -> bool {
        self.is_met(event.outcome, event.category, &event.name, &event.source)
    }

    fn is_met(&self, outcome: Outcome, category: Category, name: &str, source: &str) -> bool {
        if let Question::Key(..) | Question::PoolKey(..) = self {
            return issues(outcome, category, name, source);
        }
        outcome == Outcome::Ok && category == Category::Management && self.names(name, source)
    }

    fn names(&self, name: &str, source: &str) -> bool {
        match self {
            Question::Key(..) | Question::PoolKey(..) => false,
            Question::Session(..) => name.starts_with("AssumeRole") && source == "sts.amazonaws.com",
            Question::SignIn(..) => ["SwitchRole", "ConsoleLogin"].contains(&name) && source == SIGN_IN,
            Question::Switch(..) => name == "SwitchRole" && source == SIGN_IN,
        }
    }
}

/// Whether an event may have issued an access key; only its record tells whether it did.
pub(super) fn issues(outcome: Outcome, category: Category, name: &str, source: &str) -> bool {
    let kind = category == Category::Management || (category == Category::Data && name == COGNITO);
    let named = ISSUE.contains(&name) && source.ends_with(".amazonaws.com");
    outcome == Outcome::Ok && kind && named
}

/// Where sign-ins to the console are recorded.
const SIGN_IN: &str = "signin.amazonaws.com";
