//! Which of the events found is the one that was asked for, and how surely.

use crate::event::{Event, Identity, short_name};
use crate::json::Json;
use crate::record::Fields;

use super::caller::{Caller, record};
use super::question::{Question, SKEW, SWITCH};
use super::session::{Session, distance};
use super::{Hop, Label, Link, Told, Who};

/// Where a response holds the key that it issues.
pub(super) const ISSUED: [(&str, Link); 3] = [
    ("responseElements.credentials.accessKeyId", Link::Session),
    ("responseElements.accessKey.accessKeyId", Link::Key),
    ("responseElements.credentialSet[].credentials.accessKeyId", Link::Session),
];

/// The hop from `caller` that `events` tell of as the answer to `question`, with the event. The order of
/// `events` does not matter.
pub(super) fn hop<'a>(question: &Question, caller: &Caller, events: &'a [Event]) -> Option<(Hop, &'a Event)> {
    let events: Vec<&Event> = events.iter().filter(|event| question.accepts(event)).collect();
    match question {
        Question::Key(key, _) | Question::PoolKey(key, _) => of_key(key, caller, &events),
        Question::Session(..) => of_session(caller, &events),
        Question::SignIn(..) | Question::Switch(..) => of_sign_in(caller, &events),
    }
}

fn of_key<'a>(key: &str, caller: &Caller, events: &[&'a Event]) -> Option<(Hop, &'a Event)> {
    let mut calls: Vec<(&Event, Link)> =
        events.iter().filter_map(|event| Some((*event, issued(event, key, caller)?))).collect();
    // AWS issues a key once; that two accounts recorded it, or that a record was corrected, is the same call.
    let (first, _) = *calls.first()?;
    let shared = |event: &Event| record(event).text("sharedEventID");
    let is_one = calls.iter().all(|(event, _)| {
        let request = event.request_id.is_some() && event.request_id == first.request_id;
        event.id == first.id || request || (shared(event).is_some() && shared(event) == shared(first))
    });
    calls.sort_by_key(|(event, _)| rank(event, caller.created));
    let (event, link) = *calls.first()?;
    let (label, why) = match (is_one, link) {
        (true, Link::Key) => (Label::Proved, "This call made the access key: its response holds the key."),
        (true, _) => (Label::Proved, "This call issued the access key: its response holds the key."),
        (false, _) => (
            Label::Inferred,
            "Several calls are recorded as having issued the access key, which AWS does once; this is the nearest in time.",
        ),
    };
    Some((told(event, link, label, why), event))
}

/// What `event` issued `key` for, unless it is plain that it was not to `caller`.
fn issued(event: &Event, key: &str, caller: &Caller) -> Option<Link> {
    // A call that was made with the key did not issue it, whatever its response repeats.
    if event.access_key.as_deref() == Some(key) || event.time > caller.time.plus_millis(SKEW) {
        return None;
    }
    let record = record(event);
    let holds = |path: &str| record.at(path).into_iter().filter_map(Json::as_str).any(|found| found == key);
    let (_, link) = ISSUED.iter().find(|(path, _)| holds(path))?;
    let contradiction = match link {
        Link::Key => another_user(&record, caller),
        _ => match (Session::asked_for(&record, event.time), &caller.session) {
            (Some(asked), Some(session)) => asked.contradicts(session),
            _ => false,
        },
    };
    (!contradiction).then_some(*link)
}

/// Whether the key was made for a user who is not the caller. Of root's key no record names the user alike.
fn another_user(record: &Fields<'_>, caller: &Caller) -> bool {
    let made_for = record.fields("responseElements").fields("accessKey").text("userName");
    let user = &caller.who.identity.user_name;
    caller.kind() == "IAMUser" && made_for.is_some() && user.is_some() && made_for != *user
}

fn of_session<'a>(caller: &Caller, events: &[&'a Event]) -> Option<(Hop, &'a Event)> {
    // Another account's record of a call says little of the caller; the caller's own account has the rest.
    if caller.kind() == "AWSAccount" {
        let same =
            |event: &&&Event| caller.shared.is_some() && record(event).text("sharedEventID") == caller.shared;
        let named = |event: &&&Event| event.identity.kind.as_deref() != Some("AWSAccount");
        let twin =
            *events.iter().filter(same).filter(named).min_by_key(|event| rank(event, Some(caller.time)))?;
        let why = "The caller's account recorded the same call: both records have the same shared event id.";
        return Some((told(twin, Link::Session, Label::Stated, why), twin));
    }
    let session = caller.session.as_ref()?;
    let began = |event: &&&Event| {
        Session::asked_for(&record(event), event.time).is_some_and(|asked| asked.agrees_with(session))
    };
    let call = *events.iter().filter(began).min_by_key(|event| rank(event, session.began))?;
    let why = "A session of this role and this name began in the same second by this call; that it is the same session is not recorded.";
    Some((told(call, Link::Session, Label::Inferred, why), call))
}

fn of_sign_in<'a>(caller: &Caller, events: &[&'a Event]) -> Option<(Hop, &'a Event)> {
    let identity = &caller.who.identity;
    // What another account did was to begin a session here: its sign-in is that session's.
    let session = if caller.kind() == "AWSAccount" { &caller.began } else { &caller.session };
    let is_session = |event: &Event| {
        let theirs = Session::of(&event.identity, Some(event.time));
        theirs.zip(session.as_ref()).is_some_and(|(theirs, ours)| !theirs.contradicts(ours))
    };
    if let Some((event, from)) = session.as_ref().and_then(|session| switch(session, events)) {
        let hop = told(event, Link::SignIn, Label::Stated, SWITCHED);
        let who = Who { identity: of_arn(&from), ..hop.who };
        return Some((Hop { who, ..hop }, event));
    }
    let same = |event: &Event| match caller.kind() {
        "AWSAccount" => false,
        _ if identity.session_name.is_some() => is_session(event),
        _ => {
            event.identity.kind == identity.kind
                && event.identity.account == identity.account
                && event.identity.user_name == identity.user_name
        }
    };
    let login = |event: &&&Event| event.name == "ConsoleLogin" && same(event);
    let event = *events.iter().filter(login).min_by_key(|event| rank(event, caller.created))?;
    let why = "The same name signed in to the console in the minute in which the session began.";
    Some((told(event, Link::SignIn, Label::Inferred, why), event))
}

pub(super) const SWITCHED: &str =
    "The role was switched to in the console; the record of that names whom it was switched from.";

/// The switch in the console that began `session`, and the ARN of whoever switched. The order of `events`
/// does not matter.
pub(super) fn switch<'a>(session: &Session, events: &[&'a Event]) -> Option<(&'a Event, String)> {
    let switched = |event: &&&Event| {
        let theirs = Session::of(&event.identity, Some(event.time));
        let near = distance(Some(event.time), session.began).is_some_and(|ms| ms <= SWITCH.unsigned_abs());
        event.name == "SwitchRole" && near && theirs.is_some_and(|theirs| !theirs.contradicts(session))
    };
    let event = *events.iter().filter(switched).min_by_key(|event| rank(event, session.began))?;
    Some((event, record(event).fields("additionalEventData").text("SwitchFrom")?))
}

/// The better of two events that both will do: nearer to the moment, naming its caller, earlier.
fn rank(event: &Event, moment: Option<crate::Timestamp>) -> (u64, bool, crate::Timestamp, String) {
    let unnamed = event.identity.kind.as_deref() == Some("AWSAccount");
    (distance(Some(event.time), moment).unwrap_or(0), unnamed, event.time, event.id.clone())
}

fn told(event: &Event, link: Link, label: Label, why: &str) -> Hop {
    Hop { who: Caller::of(event).who, link, label, why: why.to_owned(), event: Some(Told::of(event)) }
}

/// Whom an ARN of a user, of a role's session or of root means.
fn of_arn(arn: &str) -> Identity {
    let resource = arn.splitn(6, ':').nth(5).unwrap_or_default();
    let (kind, role) = match resource.split_once('/') {
        Some(("user", _)) => (Some("IAMUser"), None),
        Some(("assumed-role", rest)) => (Some("AssumedRole"), rest.split('/').next()),
        Some(("federated-user", _)) => (Some("FederatedUser"), None),
        _ => ((resource == "root").then_some("Root"), None),
    };
    let name = short_name(arn).to_owned();
    Identity {
        kind: kind.map(str::to_owned),
        role_name: role.map(str::to_owned),
        session_name: (kind == Some("AssumedRole") || kind == Some("FederatedUser")).then(|| name.clone()),
        user_name: Some(name),
        account: arn.split(':').nth(4).filter(|account| !account.is_empty()).map(str::to_owned),
        arn: Some(arn.to_owned()),
        ..Identity::default()
    }
}
