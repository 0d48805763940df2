//! Which sessions were found to be begun by whom, and what follows for a question.

use std::collections::{HashMap, HashSet};

use model::filter::{Filter, Term};
use model::{Followed, Timestamp};

use super::{MAX_NAMES, MAX_SESSIONS, names_of};
use crate::schema::Index;

/// A session that a call began.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Session {
    /// Its access key.
    pub(super) key: String,
    /// When it ends.
    pub(super) until: Timestamp,
}

/// Who may have begun sessions: a name, or the access key of a session.
pub(super) type Maker = (Index, String);

/// What was found, step by step.
pub(super) struct Found {
    /// The beginning of the range: a session that ended before it did nothing there, but may have begun others.
    from: Timestamp,
    /// The sessions that each maker began.
    began: HashMap<Maker, Vec<Session>>,
    /// Every session, by its key.
    sessions: HashMap<String, Session>,
    /// Sessions of this step: their makers are asked for next.
    new: Vec<Session>,
    next: Vec<Maker>,
    /// Keys that several calls are recorded as having issued, which AWS does once: somebody made the keys of a
    /// log unreadable, and they say nothing.
    doubtful: HashSet<String>,
    /// Sessions that a question carries.
    carried: HashSet<String>,
    whole: bool,
}

impl Found {
    /// Nothing yet, of what `names` did from `from` on.
    pub(super) fn new(names: Vec<String>, from: Timestamp) -> Found {
        let whole = names.len() <= MAX_NAMES;
        let next = names.into_iter().take(MAX_NAMES).map(|name| (Index::UserName, name)).collect();
        let (began, sessions, new, doubtful, carried) = Default::default();
        Found { from, began, sessions, new, next, doubtful, carried, whole }
    }

    /// Whose sessions have to be looked for next.
    pub(super) fn next(&self) -> &[Maker] {
        &self.next
    }

    /// Takes what `by` began; `whole` says that these are all.
    pub(super) fn add(&mut self, by: &Maker, sessions: Vec<Session>, whole: bool) {
        self.whole &= whole;
        for session in &sessions {
            match self.sessions.get(&session.key) {
                Some(known) if known.until != session.until => {
                    self.doubtful.insert(session.key.clone());
                }
                Some(_) => {}
                None => {
                    self.sessions.insert(session.key.clone(), session.clone());
                    self.new.push(session.clone());
                }
            }
        }
        self.began.insert(by.clone(), sessions);
    }

    /// Ends a step. What is over the bound is let go: those first that ended first.
    pub(super) fn step(&mut self) {
        self.new.sort_by(|a, b| b.until.cmp(&a.until).then_with(|| a.key.cmp(&b.key)));
        let room = MAX_SESSIONS - (self.sessions.len() - self.new.len());
        for session in self.new.drain(room.min(self.new.len())..) {
            self.sessions.remove(&session.key);
            self.whole = false;
        }
        self.next = self.new.drain(..).map(|session| (Index::AccessKeyId, session.key)).collect();
    }

    /// `filter`, where every name means the sessions it began, too: of each term at most `room`.
    pub(super) fn filter(&mut self, filter: &Filter, room: impl Fn(&Term) -> usize) -> Filter {
        // Some were found and not asked for what they began.
        self.whole &= self.next.is_empty();
        let mut terms = Vec::new();
        for term in filter.terms() {
            let mut sessions = self.of(names_of(term));
            self.whole &= sessions.len() <= room(term);
            sessions.truncate(room(term));
            let keys: Vec<String> = sessions.into_iter().map(|session| session.key).collect();
            self.carried.extend(keys.iter().cloned());
            terms.push(term.clone().with_sessions(keys));
        }
        Filter::new(terms)
    }

    /// What is to be said of it.
    pub(super) fn told(&self) -> Option<Followed> {
        let sessions = u32::try_from(self.carried.len()).unwrap_or(u32::MAX);
        (sessions > 0 || !self.whole).then_some(Followed { sessions, whole: self.whole })
    }

    /// The sessions alive in the range that `names` began, themselves or through others; those first that end
    /// last.
    fn of(&self, names: Vec<&str>) -> Vec<Session> {
        let mut makers: Vec<Maker> =
            names.into_iter().map(|name| (Index::UserName, name.to_owned())).collect();
        let mut seen: HashSet<&str> = HashSet::new();
        let mut sessions = Vec::new();
        while let Some(maker) = makers.pop() {
            for session in self.began.get(&maker).into_iter().flatten() {
                let is_told =
                    self.sessions.contains_key(&session.key) && !self.doubtful.contains(&session.key);
                if is_told && seen.insert(&session.key) {
                    makers.push((Index::AccessKeyId, session.key.clone()));
                    sessions.push(session.clone());
                }
            }
        }
        sessions.retain(|session| session.until >= self.from);
        sessions.sort_by(|a, b| b.until.cmp(&a.until).then_with(|| a.key.cmp(&b.key)));
        sessions
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: i64 = 3_600_000;

    fn at(hour: i64) -> Timestamp {
        Timestamp::from_millis(hour * HOUR)
    }

    fn session(key: &str, until: i64) -> Session {
        Session { key: key.to_owned(), until: at(until) }
    }

    /// Answers what `began` says, maker by maker, until nothing is asked or `hops` steps were made.
    fn found(names: &[&str], began: &[(&str, &[Session])], hops: usize) -> Found {
        let mut found = Found::new(names.iter().map(|name| (*name).to_owned()).collect(), at(10));
        for _ in 0..hops {
            for by in found.next().to_vec() {
                let sessions = began.iter().filter(|(maker, _)| *maker == by.1).flat_map(|(_, s)| s.to_vec());
                found.add(&by, sessions.collect(), true);
            }
            found.step();
        }
        found
    }

    /// The keys that each term of `text` carries.
    fn carried(found: &mut Found, text: &str, room: usize) -> Vec<Vec<String>> {
        let filter: Filter = text.parse().unwrap();
        let followed = found.filter(&filter, |_| room);
        assert_eq!(followed.to_string(), filter.to_string());
        let keys = |term: &Term| {
            let keys: Vec<String> = ["A", "B", "C", "D"].map(str::to_owned).into();
            keys.into_iter()
                .filter(|_| term.to_string().contains("who:"))
                .filter(|key| term.clone().with_sessions([key.clone()]) == *term)
                .collect()
        };
        followed.terms().iter().map(keys).collect()
    }

    #[test]
    fn each_name_has_the_sessions_that_it_began_and_those_begun_there() {
        let began: &[(&str, &[Session])] = &[
            ("ana", &[session("A", 12)]),
            ("bo", &[session("B", 12)]),
            // It ended before the range, and what it began did not.
            ("A", &[session("B", 12), session("C", 9)]),
            ("C", &[session("D", 10)]),
            // A circle, of a log that was made up.
            ("D", &[session("A", 12)]),
        ];
        let mut whole = found(&["ana", "bo", "cy"], began, 5);
        assert_eq!(
            carried(&mut whole, "who:ana -who:bo who:cy event:x", 99),
            [vec!["A", "B", "D"], vec!["B"], vec![], vec![]]
        );
        assert_eq!(whole.told(), Some(Followed { sessions: 3, whole: true }));
        let mut short = found(&["ana"], began, 2);
        assert_eq!(carried(&mut short, "who:ana", 99), [["A", "B"]]);
        assert_eq!(short.told(), Some(Followed { sessions: 2, whole: false }), "C was not asked");
        let mut narrow = found(&["ana"], began, 5);
        assert_eq!(carried(&mut narrow, "who:ana", 2), [["A", "B"]]);
        assert_eq!(narrow.told(), Some(Followed { sessions: 2, whole: false }));
        // Two accounts recorded the call; then a key that stands for many.
        let twice: &[(&str, &[Session])] = &[
            ("ana", &[session("A", 12), session("A", 12), session("B", 12), session("B", 13)]),
            ("B", &[session("C", 12)]),
        ];
        let mut twice = found(&["ana"], twice, 5);
        assert_eq!(carried(&mut twice, "who:ana", 99), [["A"]]);
        let mut nobody = found(&["cy"], began, 5);
        assert_eq!(carried(&mut nobody, "who:cy", 99), [[""; 0]]);
        assert_eq!(nobody.told(), None);
    }

    #[test]
    fn the_bounds_let_go_what_ended_first_and_say_so() {
        let many: Vec<Session> = (0..100).map(|n| session(&format!("K{n:02}"), 20 + n)).collect();
        let mut busy = found(&["ci"], &[("ci", &many)], 5);
        let kept = busy.of(vec!["ci"]);
        assert_eq!(kept.len(), MAX_SESSIONS);
        assert_eq!((&*kept[0].key, &*kept[MAX_SESSIONS - 1].key), ("K99", "K40"));
        carried(&mut busy, "who:ci", 99);
        assert_eq!(busy.told(), Some(Followed { sessions: 60, whole: false }));
        let names: Vec<String> = (0..=MAX_NAMES).map(|n| n.to_string()).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let mut many = found(&names, &[], 1);
        assert_eq!(many.began.len(), MAX_NAMES);
        carried(&mut many, "who:1", 99);
        assert_eq!(many.told(), Some(Followed { sessions: 0, whole: false }));
    }
}
