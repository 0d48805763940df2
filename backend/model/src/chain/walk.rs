//! The way back, a question at a time.
//!
//! ```text
//! let mut walk = Walk::from(&event);
//! while let Some(question) = walk.question() {
//!     let events = /* those that `question.query()` finds and that `question.concerns` */;
//!     walk.answer(&events, everything_was_seen);
//! }
//! walk.end(oldest_kept, cost)
//! ```

use std::collections::VecDeque;

use crate::event::Event;
use crate::page::Cost;
use crate::time::Timestamp;

use super::caller::Caller;
use super::session::Session;
use super::stated::{Ending, ending};
use super::{Chain, End, EndKind, Hop, Label, Link, Question, Who, rules};

/// The most hops that are looked for. AWS lets a chain of roles live for an hour; real ones have two or three.
pub const MAX_HOPS: usize = 8;

/// The longest name that is asked for, in bytes. AWS's are at most 64.
const MAX_NAME: usize = 256;

/// What Cognito's identity pools call every session.
const POOL_SESSION: &str = "CognitoIdentityCredentials";

/// A chain being found.
#[derive(Clone, Debug)]
pub struct Walk {
    of: Who,
    hops: Vec<Hop>,
    /// The last caller found.
    at: Caller,
    questions: VecDeque<Question>,
    /// Every event that was followed.
    seen: Vec<String>,
    source_identity: Option<String>,
    /// The session whose beginning is inferred from its time, and may be stated by a switch of roles.
    unsure: Option<Session>,
    /// Why it ended before everything was asked.
    stopped: Option<&'static str>,
    /// A question was answered in part, and the answer was not in that part.
    partly: bool,
}

impl Walk {
    /// From whoever made `event`.
    pub fn from(event: &Event) -> Walk {
        let at = Caller::of(event);
        Walk {
            of: at.who.clone(),
            hops: Vec::new(),
            questions: questions(&at),
            seen: vec![event.id.clone()],
            source_identity: at.who.identity.source_identity.clone(),
            at,
            unsure: None,
            stopped: None,
            partly: false,
        }
    }

    /// What has to be known next; `None` when the chain has ended.
    pub fn question(&self) -> Option<&Question> {
        self.questions.front().filter(|_| self.stopped.is_none())
    }

    /// Takes the events that the question's query finds; `all` says that there are no others. Events that the
    /// question does not concern do no harm.
    pub fn answer(&mut self, events: &[Event], all: bool) {
        let Some(question) = self.questions.pop_front() else { return };
        if let Question::Switch(..) = question {
            let events: Vec<&Event> = events.iter().filter(|event| question.accepts(event)).collect();
            self.confirm(&events);
            return;
        }
        let Some((hop, event)) = rules::hop(&question, &self.at, events) else {
            self.partly |= !all;
            return;
        };
        if self.seen.contains(&event.id) {
            self.stop("The chain leads back to a call that is already in it.");
            return;
        }
        self.seen.push(event.id.clone());
        let inferred = self.at.in_console && hop.link == Link::Session && hop.label == Label::Inferred;
        self.unsure = self.at.session.clone().filter(|_| inferred);
        self.take(hop, event);
        if let Some(Session { name, began: Some(began), .. }) = &self.unsure {
            self.questions.push_front(Question::Switch(name.clone(), *began));
        }
    }

    /// Ends the chain before everything was asked, for a reason that is a sentence.
    pub fn stop(&mut self, why: &'static str) {
        self.stopped.get_or_insert(why);
    }

    /// The chain, where events from `horizon` on are kept.
    pub fn end(mut self, horizon: Timestamp, cost: Cost) -> Chain {
        let Ending { hop, kind, why } = ending(&self.at, self.source_identity.as_deref());
        if let Some(why) = self.stopped {
            let end = End { kind: EndKind::Bound, why: why.to_owned(), past_retention: false };
            return Chain { caller: self.of, hops: self.hops, end, cost };
        }
        let credentials = self.at.who.access_key.is_some() || self.at.session.is_some();
        // Of a long-lived key nothing says when it was made.
        let older = self.at.created.is_none_or(|created| created < horizon) && horizon > Timestamp::MIN;
        let known = matches!(kind, EndKind::Service | EndKind::Federated);
        let (kind, why) = match (kind, self.partly) {
            (EndKind::Unknown | EndKind::OtherAccount, true) => {
                (EndKind::Bound, "More events have this name than are looked through.")
            }
            other => (other.0, why),
        };
        self.hops.extend(hop);
        let end = End { kind, why: why.to_owned(), past_retention: credentials && older && !known };
        Chain { caller: self.of, hops: self.hops, end, cost }
    }

    /// Takes the switch of roles that names the same person as the call that was inferred.
    fn confirm(&mut self, events: &[&Event]) {
        let switch = self.unsure.take().and_then(|session| rules::switch(&session, events));
        if let (Some((_, from)), Some(hop)) = (switch, self.hops.last_mut())
            && hop.who.identity.arn == Some(from)
        {
            (hop.label, hop.why) = (Label::Stated, rules::SWITCHED.to_owned());
        }
    }

    fn take(&mut self, hop: Hop, event: &Event) {
        let mut caller = Caller::of(event);
        // Of a switch of roles the hop is whom it was from, not the session that it was to.
        if hop.who != caller.who {
            caller = Caller { who: hop.who.clone(), session: None, created: None, issuer: None, ..caller };
            caller.began = None;
        }
        // A pool does not know its caller; whom the session is for, it does.
        if caller.kind() == "Unknown" && caller.web_identity.is_none() {
            caller.web_identity = self.at.web_identity.take();
        }
        let same_call = self.at.kind() == "AWSAccount" && hop.link == Link::Session;
        // What another account's record left out: it is one call and one hop, as sure as both together.
        let before = if same_call { self.hops.pop() } else { None };
        let label = before.map_or(hop.label, |before| before.label.max(hop.label));
        self.hops.push(Hop { label, ..hop });
        if let Some(name) = &caller.who.identity.source_identity {
            self.source_identity = Some(name.clone());
        }
        self.partly = false;
        self.questions = questions(&caller);
        self.at = caller;
        if self.hops.len() >= MAX_HOPS && !self.questions.is_empty() {
            self.stop("The chain is longer than what is looked for.");
        }
    }
}

/// What to ask about `caller`, the surest first.
fn questions(caller: &Caller) -> VecDeque<Question> {
    let identity = &caller.who.identity;
    let mut questions = VecDeque::new();
    let named = |name: &&str| (1..=MAX_NAME).contains(&name.len());
    if caller.kind() == "AWSAccount" {
        if let Some(began) = caller.began.as_ref().filter(|began| named(&&*began.name)) {
            if caller.shared.is_some() {
                questions.push_back(Question::Session(began.name.clone(), caller.time));
            }
            questions.push_back(Question::SignIn(began.name.clone(), caller.time));
        }
        return questions;
    }
    if let Some(key) = caller.who.access_key.as_deref().filter(|key| is_key(key)) {
        let pool = identity.session_name.as_deref() == Some(POOL_SESSION);
        let ask = if pool { Question::PoolKey } else { Question::Key };
        questions.push_back(ask(key.to_owned(), caller.time));
    }
    // What a service or an instance does has no person at the other end.
    let (Some(created), false) = (caller.created, caller.service_linked || caller.from_instance) else {
        return questions;
    };
    if let Some(session) = caller.session.as_ref().filter(|s| s.role.is_some() && named(&&*s.name)) {
        questions.push_back(Question::Session(session.name.clone(), created));
    }
    if let Some(name) = identity.user_name.as_deref().filter(named) {
        questions.push_back(Question::SignIn(name.to_owned(), created));
    }
    questions
}

/// Whether it is an access key id, and not one that somebody made unreadable.
fn is_key(text: &str) -> bool {
    (16..=128).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric())
}
