//! The actions of real records. They are not part of the repository: where the folder that holds them is absent,
//! this test says so and does nothing.

#![allow(clippy::print_stderr, reason = "a test that is skipped has to be seen, and so do the counts")]

mod real;

use std::fs;

use model::json::Json;
use model::policy::{Draft, needs_record};
use model::{Event, Exactness, Summary};

#[test]
fn every_action_has_a_sane_form_and_every_resource_is_an_arn() {
    let Some(folder) = real::folder() else { return };
    let mut draft = Draft::default();
    let mut events = 0;
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "jsonl") {
            continue;
        }
        let text = fs::read_to_string(path).unwrap();
        for event in text.lines().filter_map(|line| Event::from_record(line).ok()) {
            let row = Summary::of(&event);
            draft.add(&row, needs_record(&row).then_some(&event.resources));
            events += 1;
        }
    }
    let policy = draft.end(String::new(), None, Exactness::Exact, true);
    eprintln!("{events} events: {} actions used, {} denied", policy.used.len(), policy.denied.len());
    assert!(policy.used.len() > 200, "{}", policy.used.len());
    for action in policy.used.iter().chain(&policy.denied) {
        let (service, name) = action.action.split_once(':').unwrap();
        let lower = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        assert!(!service.is_empty() && service.bytes().all(lower), "{}", action.action);
        let camel = name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'*');
        assert!(camel && name.starts_with(|c: char| c.is_ascii_uppercase()), "{}", action.action);
        assert!(
            !name.ends_with(|c: char| c.is_ascii_digit()) || name.ends_with("V2") || name.ends_with('2'),
            "{name}"
        );
        let everything = action.resources == ["*"];
        assert!(everything || action.resources.iter().all(|arn| arn.starts_with("arn:aws")), "{action:?}");
    }
    assert!(Json::parse(&policy.document).is_ok());
    let none: Vec<&str> = policy.no_actions.iter().map(|none| none.value.as_str()).collect();
    assert!(none.contains(&"signin:ConsoleLogin"), "{none:?}");
}
