//! Who is behind a session and cannot be told by its own events: what has to be kept beside the call that began
//! it, so that a name finds what was done in its sessions.

use crate::event::Event;
use crate::record::Fields;
use crate::summary::MAX_TEXT;
use crate::time::Timestamp;

use super::caller::record;
use super::issued::issued;
use super::{Issued, Link};

/// The longest session of all, GetSessionToken's and GetFederationToken's, in milliseconds.
pub const LONGEST_SESSION: i64 = 36 * 3_600_000;
/// The longest session of a role, in milliseconds.
pub const LONGEST_ROLE_SESSION: i64 = 12 * 3_600_000;

/// Who is behind the session that a call began.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Behind {
    /// The session's access key.
    pub key: String,
    /// When the session ends: after it nothing is done with the key.
    pub until: Timestamp,
    /// The caller's names that the session's events do not have. One that is the session's name, too, stands in
    /// each of them.
    pub names: Vec<String>,
    /// The caller's own access key, if that is a session's: who is behind that is behind this.
    pub by: Option<String>,
}

/// Who is behind the session that `event` began; `None` when it began none, or nobody needs to be told: the
/// caller is an AWS service, or says the same in the session's own events.
pub fn behind(event: &Event) -> Option<Behind> {
    let Issued { key, link, session_name, .. } = issued(event)?;
    // A session token's events are the user's as before, by name. A call that was made with the key did not
    // issue it, and no key of AWS's is as long as a row's text may be.
    let is_own = event.name == "GetSessionToken" || event.access_key.as_ref() == Some(&key);
    if link != Link::Session || is_own || key.len() > MAX_TEXT {
        return None;
    }
    let names = event.identity.names().into_iter().filter(|name| Some(*name) != session_name.as_deref());
    let names: Vec<String> = names.map(str::to_owned).collect();
    // A user's own keys are not those of a session that somebody else began.
    let is_user = event.identity.kind.as_deref() == Some("IAMUser");
    let by = event.access_key.clone().filter(|by| !is_user && by.len() <= MAX_TEXT);
    let until = until(&record(event), event.time);
    (!names.is_empty() || by.is_some()).then_some(Behind { key, until, names, by })
}

/// When the session ends that a call of `record` began at `began`. What is not said, or cannot be, is the latest
/// that AWS allows.
fn until(record: &Fields<'_>, began: Timestamp) -> Timestamp {
    let latest = began.plus_millis(LONGEST_SESSION);
    let response = record.fields("responseElements");
    let paths = ["credentials.expiration", "credentialSet[].credentials.expiration"];
    let said = paths.iter().find_map(|path| response.at(path).first()?.as_str());
    said.and_then(|text| moment(&text)).filter(|until| (began..=latest).contains(until)).unwrap_or(latest)
}

/// A moment as records of STS have it, `Nov 22, 2026, 2:32:07 PM` with a space of any kind, or in RFC 3339.
fn moment(text: &str) -> Option<Timestamp> {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    if let Ok(moment) = text.parse() {
        return Some(moment);
    }
    let words = text.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty());
    let [month, day, year, clock, half] = <[&str; 5]>::try_from(words.take(6).collect::<Vec<_>>()).ok()?;
    let month = 1 + MONTHS.iter().position(|name| *name == month)?;
    let (hour, rest) = clock.split_once(':')?;
    let hour = match (hour.parse::<u8>().ok()?, half) {
        (12, "AM") => 0,
        (12, "PM") => 12,
        (hour @ 1..12, "AM") => hour,
        (hour @ 1..12, "PM") => hour + 12,
        _ => return None,
    };
    format!("{year}-{month:02}-{day:0>2}T{hour:02}:{rest}Z").parse().ok()
}

/// Whether who is behind `by` could be behind what is done at `from` or after it: sessions that `by` began may have
/// outlived it.
pub fn outlives(by: Timestamp, from: Timestamp) -> bool {
    by.plus_millis(LONGEST_ROLE_SESSION) >= from
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(name: &str) -> Event {
        let case = corpus::cases().iter().find(|case| case.name == name);
        Event::from_record(case.unwrap_or_else(|| panic!("no {name}")).record).unwrap()
    }

    #[test]
    fn who_is_behind_what_a_call_began() {
        let told = |name: &str| {
            let Behind { key, names, by, .. } = behind(&event(name))?;
            Some(format!("{key} of {} by {}", names.join(", "), by.as_deref().unwrap_or("no session")))
        };
        for (name, expected) in [
            ("chain-user-assumes-a-role", Some("ASIACHAINPIPE2EXAMPLE of omar by no session")),
            (
                "chain-role-assumes-a-role",
                Some("ASIACHAINDEPLOYEXAMPL of omar-debug, pipeline, omar by ASIACHAINPIPE2EXAMPLE"),
            ),
            ("chain-federation-token", Some("ASIACHAINFED2EXAMPLE4 of omar by no session")),
            (
                "chain-web-identity",
                Some("ASIACHAINWEB2EXAMPLE4 of repo:example/cats:ref:refs/heads/main by no session"),
            ),
            // Their sessions have their names.
            ("chain-switch-by-the-user", None),
            ("chain-saml", None),
            ("chain-session-token", None),
            // Nobody with a name.
            ("chain-service-assumes-a-role", None),
            ("chain-identity-pool", None),
            ("chain-roles-anywhere", None),
            // No session.
            ("chain-root-makes-a-key", None),
            ("chain-refused", None),
            ("chain-caller-without-a-response", None),
            ("chain-two-roles-away", None),
        ] {
            assert_eq!(told(name).as_deref(), expected, "{name}");
        }
    }

    #[test]
    fn moments_as_sts_writes_them() {
        for (text, expected) in [
            ("Nov 22, 2026, 2:32:07 PM", "2026-11-22T14:32:07Z"),
            ("Jan 1, 2026, 12:00:00 AM", "2026-01-01T00:00:00Z"),
            ("Jan 11, 2026, 12:54:56\u{202f}PM", "2026-01-11T12:54:56Z"),
            ("Feb 28, 2026 11:59:59 PM", "2026-02-28T23:59:59Z"),
            ("2026-01-20T20:00:00Z", "2026-01-20T20:00:00Z"),
        ] {
            assert_eq!(moment(text), expected.parse().ok(), "{text}");
        }
        for text in
            ["", "Nov", "Nov 22, 2026, 0:32:07 PM", "Nov 22, 2026, 13:32:07 PM", "Nix 1, 2026, 1:00:00 AM"]
        {
            assert_eq!(moment(text), None, "{text}");
        }
        assert_eq!(moment("Feb 30, 2026, 1:00:00 AM"), None);
    }

    #[test]
    fn a_session_ends_when_its_call_says_and_at_the_latest_when_aws_does() {
        let began: Timestamp = "2026-01-20T09:00:00Z".parse().unwrap();
        let latest = began.plus_millis(LONGEST_SESSION);
        let of = |expiration: &str| {
            let record =
                format!(r#"{{"responseElements":{{"credentials":{{"expiration":"{expiration}"}}}}}}"#);
            until(&Fields::of(crate::json::Json::parse(&record).ok()), began)
        };
        assert_eq!(of("Jan 20, 2026, 11:00:00 AM"), began.plus_millis(7_200_000));
        // Of a log whose times were moved, or that was made up.
        for odd in ["Jan 20, 2026, 8:59:59 AM", "Jan 25, 2026, 1:00:00 AM", "soon", ""] {
            assert_eq!(of(odd), latest, "{odd}");
        }
    }
}
