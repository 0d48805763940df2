//! The chains in real records. They are not part of the repository: where the folder that holds them is absent,
//! these tests say so and do nothing.

#![allow(clippy::print_stderr, reason = "a test that is skipped has to be seen, and so do the counts")]

mod real;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use model::chain::{Chain, Label, Walk};
use model::{Cost, Event, Timestamp};

/// The chain behind `event`, by what the questions mean among `all`.
fn chain(event: &Event, all: &[Event]) -> Chain {
    let mut walk = Walk::from(event);
    while let Some(question) = walk.question() {
        let query = question.query();
        let span = query.range.resolve(Timestamp::MAX).unwrap();
        let found = all.iter().filter(|e| span.contains(e.time) && query.filter.matches(e));
        walk.answer(&found.cloned().collect::<Vec<_>>(), true);
    }
    walk.end(Timestamp::MIN, Cost::default())
}

/// `hop 17 Proved Session by AssumeRole: IAMUser` and `end 166 User`: how many events of `file` have such a hop,
/// or end so.
fn counts(folder: &Path, file: &str) -> Vec<String> {
    let text = fs::read_to_string(folder.join(file)).unwrap();
    let events: Vec<Event> = text.lines().filter_map(|line| Event::from_record(line).ok()).collect();
    let (mut labels, mut hops, mut ends) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    for chain in events.iter().map(|event| chain(event, &events)) {
        for hop in &chain.hops {
            let by = hop.event.as_ref().map_or("the session's record", |told| &told.name);
            let who = hop.who.identity.kind.as_deref().unwrap_or("a name");
            *hops.entry(format!("{:?} {:?} by {by}: {who}", hop.label, hop.link)).or_insert(0) += 1;
            *labels.entry(hop.label).or_insert(0) += 1;
        }
        *ends.entry(format!("{:?}", chain.end.kind)).or_insert(0) += 1;
    }
    let of = |label| labels.get(&label).copied().unwrap_or(0);
    let (proved, stated, inferred) = (of(Label::Proved), of(Label::Stated), of(Label::Inferred));
    eprintln!("{file}: {} events, hops: {proved} proved, {stated} stated, {inferred} inferred", events.len());
    let hops = hops.into_iter().map(|(hop, count)| format!("hop {count} {hop}"));
    let lines: Vec<String> =
        hops.chain(ends.into_iter().map(|(end, count): (_, i32)| format!("end {count} {end}"))).collect();
    lines.iter().for_each(|line| eprintln!("  {line}"));
    lines
}

#[track_caller]
fn check(file: &str, expected: &[&str]) {
    let Some(folder) = real::folder() else { return };
    assert_eq!(counts(&folder, file), expected, "{file}");
}

#[test]
fn stratus() {
    // 15 are of a session that began before the log does.
    check(
        "stratus.jsonl",
        &[
            "hop 17 Proved Session by AssumeRole: IAMUser",
            "hop 1 Proved Session by GetFederationToken: IAMUser",
            "hop 4 Stated Name by the session's record: IdentityCenterUser",
            "end 4 Federated",
            "end 15 Unknown",
            "end 166 User",
        ],
    );
}

#[test]
fn invictus() {
    // 7 are of sessions whose AssumeRole the log does not have.
    check(
        "invictus.jsonl",
        &[
            "hop 4 Proved Session by AssumeRole: AWSService",
            "hop 5 Stated Name by the session's record: AWSService",
            "end 64 Service",
            "end 7 Unknown",
            "end 1194 User",
        ],
    );
}

/// Whoever made these records unreadable gave all sessions one key, which 59 calls claim to have issued.
#[test]
fn a_log_whose_keys_were_made_unreadable_proves_nothing() {
    let Some(folder) = real::folder() else { return };
    let lines = counts(&folder, "ctlogparser.jsonl");
    assert!(!lines.iter().any(|line| line.contains("Proved")), "{lines:?}");
}
