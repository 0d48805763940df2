//! What an investigator finds: a few stories hidden in the everyday.

mod bucket;
mod database;
mod root;
mod stolen_key;
mod storm;
mod strange_agent;
mod trail;

use crate::{rng::Rng, stage::Stage};

/// Something that happened, the question it raises, and where the answer is.
pub struct Story {
    /// Two or three words.
    pub name: &'static str,
    /// What someone wants to know.
    pub question: &'static str,
    /// The query, in the console's language, whose result answers it.
    pub query: &'static str,
    /// The event name of the record that holds the facts.
    pub event: &'static str,
    /// The answer: what is asked and the value, which is text of that record.
    pub facts: &'static [(&'static str, &'static str)],
    /// How long before now it begins, in milliseconds.
    pub ago: i64,
    pub(crate) play: fn(&mut Stage),
}

/// The records of `play` with their times, from `start`, all before `end`.
pub(crate) fn tell(play: fn(&mut Stage), rng: Rng, start: i64, end: i64) -> Vec<(i64, String)> {
    let mut stage = Stage::new(rng, start, end);
    play(&mut stage);
    stage.records
}

/// What a story needs to have happened long before it: at a time of its own, and no story itself.
pub(crate) struct Before {
    /// As of a [`Story`].
    pub(crate) ago: i64,
    pub(crate) play: fn(&mut Stage),
}

/// What happened before the stories.
pub(crate) const BEFORE: &[Before] = &[bucket::BEFORE];

/// The stories, the first of them the one that the README tells.
pub fn stories() -> &'static [Story] {
    const STORIES: &[Story] = &[
        database::STORY,
        stolen_key::STORY,
        trail::STORY,
        root::STORY,
        bucket::STORY,
        storm::STORY,
        strange_agent::STORY,
    ];
    STORIES
}
