use super::*;
use crate::page::Cost;
use crate::status::{Source, USUAL_REGIONS};

fn moment(text: &str) -> Timestamp {
    format!("2026-11-22T{text}Z").parse().unwrap()
}

/// Events of whole hours of the 22nd, the newest at half past the last of them.
fn stream(account: &str, region: &str, source: Source, hours: &[u8]) -> Stream {
    let starts: Vec<Timestamp> = hours.iter().map(|hour| moment(&format!("{hour:02}:00:00"))).collect();
    let mut stream = Stream {
        account: account.to_owned(),
        region: region.to_owned(),
        source,
        last_event: starts.iter().max().map(|hour| hour.plus_millis(HOUR / 2)),
        lag: Some(300),
        last_received: starts.iter().max().map(|hour| hour.plus_millis(HOUR / 2 + 300_000)),
        files: 1,
        events: 1,
        rejected: 0,
        redelivered: 0,
        approximate: false,
        first_hour: starts.iter().min().copied(),
        runs_from: None,
        runs: Vec::new(),
    };
    stream.set_hours(starts);
    stream
}

fn status(streams: Vec<Stream>) -> Status {
    Status {
        now: moment("12:40:00"),
        retention_days: Some(90),
        horizon: "2026-08-24T12:40:00Z".parse().unwrap(),
        span: Span { from: "2026-08-24T12:40:00Z".parse().unwrap(), to: moment("12:40:00.001") },
        streams,
        more: false,
        not_collected: Vec::new(),
        cost: Cost::default(),
    }
}

/// What a search of `from` to `to` on the 22nd with `filter` lacks, as sentences.
#[track_caller]
fn check(streams: &[Stream], from: &str, to: &str, filter: &str, expected: &[&str]) {
    let span = Span { from: moment(from), to: moment(to) };
    let coverage = Coverage::of(&status(streams.to_vec()), span, &filter.parse().unwrap());
    let sentences: Vec<String> = coverage.gaps.iter().map(Gap::to_string).collect();
    assert_eq!(sentences, expected, "{from} {to} {filter}");
}

const A: &str = "111122223333";
const B: &str = "444455556666";

#[test]
fn a_range_whose_hours_all_have_events_is_covered() {
    let one = [stream(A, "us-east-1", Source::LogFiles, &[8, 9, 10, 11, 12])];
    check(&one, "08:00:00", "12:00:00", "", &[]);
    check(&one, "09:30:00", "09:40:00", "event:DeleteTrail", &[]);
    check(&one, "08:00:00", "12:30:00.001", "", &[]);
    assert!(Coverage::default().is_usual());
}

#[test]
fn the_ends_of_what_came_are_told() {
    let one = [stream(A, "us-east-1", Source::LogFiles, &[8, 9, 10, 11, 12])];
    let first = "The first hour of which an event came is 2026-11-22T08:00:00Z.";
    check(&one, "07:59:59", "12:00:00", "", &[first]);
    // The last ten minutes, and nothing after the moment of asking.
    let usual = "The newest event is of 2026-11-22T12:30:00Z: later ones may be on their way.";
    for to in ["12:40:00", "23:00:00"] {
        check(&one, "08:00:00", to, "", &[usual]);
    }
    let early = [stream(A, "us-east-1", Source::LogFiles, &[8, 9])];
    let late = "The newest event is of 2026-11-22T09:30:00Z: it was quiet since, or nothing was delivered.";
    check(&early, "08:00:00", "12:00:00", "", &[late]);
    check(&early, "10:00:00", "12:00:00", "", &[late]);
    check(&early, "07:00:00", "12:00:00", "", &[first, late]);
}

#[test]
fn quiet_hours_are_told_where_no_way_and_no_region_has_events() {
    let quiet = "2 hours in the range are without any event, from 2026-11-22T09:00:00Z on: quiet, or not \
                 delivered.";
    let one = [stream(A, "us-east-1", Source::LogFiles, &[8, 11, 12])];
    check(&one, "08:00:00", "12:00:00", "", &[quiet]);
    // In part, and wholly inside.
    let part = "1 hour in the range is without any event, from 2026-11-22T10:00:00Z on: quiet, or not \
                delivered.";
    check(&one, "10:15:00", "10:20:00", "", &[part]);
    check(&one, "11:00:00", "12:00:00", "", &[]);
    let two = [one[0].clone(), stream(A, "us-west-2", Source::EventBridge, &[9, 10])];
    check(&two, "08:00:00", "12:00:00", "", &[]);
    check(&two, "08:00:00", "12:00:00", "region:us-east-1", &[quiet]);
    check(&two, "08:00:00", "12:00:00", "-region:us-west-2", &[quiet]);
    // A pattern may mean any of them.
    check(&two, "08:00:00", "12:00:00", "region:us-*", &[]);
}

#[test]
fn accounts_are_looked_at_by_themselves_and_named() {
    let two = [
        stream(A, "us-east-1", Source::LogFiles, &[8, 9, 10, 11, 12]),
        stream(B, "us-east-1", Source::LogFiles, &[9]),
    ];
    let expected = [
        "The first hour of account 444455556666 of which an event came is 2026-11-22T09:00:00Z.",
        "The newest event of account 444455556666 is of 2026-11-22T09:30:00Z: it was quiet since, or nothing \
         was delivered.",
    ];
    check(&two, "08:00:00", "12:00:00", "", &expected);
    check(&two, "08:00:00", "12:00:00", "account:111122223333", &[]);
    let many: Vec<Stream> =
        USUAL_REGIONS.iter().map(|name| stream(name, "x", Source::LogFiles, &[9])).collect();
    let span = Span { from: moment("08:00:00"), to: moment("12:00:00") };
    assert_eq!(Coverage::of(&status(many), span, &Filter::default()).gaps.len(), MOST);
}

#[test]
fn an_applications_events_hide_no_gap_of_a_trail_nor_a_trails_one_of_theirs() {
    let of = |source, hours| stream(A, "us-east-1", source, hours);
    let two = [of(Source::LogFiles, &[8, 12]), of(Source::Activity, &[8, 9, 10, 11, 12])];
    let quiet = "3 hours in the range are without any event, from 2026-11-22T09:00:00Z on: quiet, or not \
                 delivered.";
    for filter in ["", "category:data", "-category:activity", "category:any", "event:DeleteTrail"] {
        check(&two, "08:00:00", "12:00:00", filter, &[quiet]);
    }
    check(&two, "08:00:00", "12:00:00", "category:activity", &[]);
    // An account that is known by its applications alone.
    check(&two[1..], "08:00:00", "12:00:00", "category:any", &[]);
    let other = [of(Source::EventBridge, &[8, 9, 10, 11, 12]), of(Source::Activity, &[8, 12])];
    check(&other, "08:00:00", "12:00:00", "category:activity", &[quiet]);
    check(&other, "08:00:00", "12:00:00", "", &[]);
    // Of files that were handed over nobody knows.
    check(&[of(Source::ByHand, &[8, 9, 10, 11, 12])], "08:00:00", "12:00:00", "category:activity", &[]);
}

#[test]
fn what_was_asked_of_the_console_came_by_no_way() {
    let trail = [stream(A, "us-east-1", Source::LogFiles, &[8])];
    let none = "No application has told anything: there is only what was asked of the console.";
    check(&trail, "08:00:00", "12:00:00", "category:activity", &[none]);
    for own in ["service:whodunit", "category:activity service:whodunit who:ana", "service:Whodunit"] {
        check(&trail, "08:00:00", "12:00:00", own, &[]);
        check(&[], "08:00:00", "12:00:00", own, &[]);
    }
    let nothing = "Nothing has come in that this search could find.";
    check(&[], "08:00:00", "12:00:00", "-service:whodunit", &[nothing]);
    check(&[], "08:00:00", "12:00:00", "service:whodunit,shop.example.com", &[nothing]);
}

#[test]
fn nothing_at_all_and_nothing_of_what_was_asked() {
    let nothing = "Nothing has come in that this search could find.";
    check(&[], "08:00:00", "12:00:00", "", &[nothing]);
    check(&[stream(A, "us-east-1", Source::LogFiles, &[])], "08:00:00", "12:00:00", "", &[nothing]);
    let one = [stream(A, "us-east-1", Source::LogFiles, &[8, 9, 10, 11, 12])];
    check(&one, "08:00:00", "12:00:00", "region:eu-west-1", &[nothing]);
    // A range that has not begun lacks nothing.
    check(&one, "13:00:00", "14:00:00", "", &[]);
}

#[test]
fn what_is_past_retention_or_was_not_looked_at_is_told() {
    let one = stream(A, "us-east-1", Source::LogFiles, &[8, 9, 10, 11, 12]);
    let known = status(vec![one]);
    let asked = |status: &Status, from: Timestamp| {
        let gaps = Coverage::of(status, Span { from, to: moment("12:00:00") }, &Filter::default()).gaps;
        gaps.iter().map(Gap::to_string).collect::<Vec<_>>()
    };
    let expired = "The range begins before 2026-08-24T12:40:00Z: what is older is not kept.";
    assert_eq!(asked(&known, Timestamp::MIN)[0], expired);
    let wholly = Span { from: Timestamp::MIN, to: known.horizon };
    assert_eq!(Coverage::of(&known, wholly, &Filter::default()).gaps.len(), 1);
    let unknown = "What came in is not known for all of this range.";
    let narrow = Span { from: moment("09:00:00"), to: moment("12:40:00.001") };
    let narrow = Status { span: narrow, ..known.clone() };
    assert_eq!(asked(&narrow, moment("08:00:00")), [unknown]);
    assert_eq!(asked(&Status { more: true, ..known.clone() }, moment("08:00:00")), [unknown]);
    let none = Status { more: true, streams: Vec::new(), ..known };
    assert_eq!(asked(&none, moment("08:00:00")), [unknown]);
}
