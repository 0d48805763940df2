//! What real people did through sessions that do not name them. The records are not part of the repository: where
//! the folder that holds them is absent, this test says so and does nothing.

#![allow(clippy::print_stderr, reason = "a test that is skipped has to be seen, and so do the counts")]

mod real;

use std::fs;

use model::chain::behind;
use model::filter::{Key, Term};
use model::{Event, Filter};

/// How many management events of `file` have `name`, and how many were done in sessions that it began.
fn counts(file: &str, name: &str) -> Option<(usize, usize)> {
    let text = fs::read_to_string(real::folder()?.join(file)).unwrap();
    let events: Vec<Event> = text.lines().filter_map(|line| Event::from_record(line).ok()).collect();
    let told: Vec<_> = events.iter().filter_map(behind).collect();
    let mut keys: Vec<String> = Vec::new();
    loop {
        let is_known = |by: &String| keys.contains(by);
        let begun = told.iter().filter(|behind| {
            let theirs = behind.names.iter().any(|other| other == name) || behind.by.iter().any(is_known);
            theirs && !keys.contains(&behind.key)
        });
        let begun: Vec<String> = begun.map(|behind| behind.key.clone()).collect();
        if begun.is_empty() {
            break;
        }
        keys.extend(begun);
    }
    let named = Filter::new([Term::is(Key::Who, name)]);
    let theirs = Filter::new([Term::is(Key::Who, name).with_sessions(keys)]);
    let count = |filter: &Filter| events.iter().filter(|event| filter.matches(event)).count();
    let (named, all) = (count(&named), count(&theirs));
    eprintln!("{file}: {named} events have the name {name}, {} were done in its sessions", all - named);
    Some((named, all - named))
}

#[test]
fn people_of_stratus_assumed_roles() {
    let Some(folder) = real::folder() else { return };
    assert!(folder.join("stratus.jsonl").is_file());
    assert_eq!(counts("stratus.jsonl", "christophe"), Some((147, 17)));
    assert_eq!(counts("stratus.jsonl", "stratus-red-team-user-federation-user"), Some((1, 1)));
}
