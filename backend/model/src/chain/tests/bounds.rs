//! It ends, whatever the records say.

use super::*;

/// `count` sessions, each of which began the next: the last of them, and all.
fn long(count: usize, last_issues: Option<usize>) -> (Event, Vec<Event>) {
    let key = |n: usize| format!("ASIALONGCHAINNUMBER{n:03}");
    let call = |n: usize, issued: usize| {
        let record = format!(
            r#"{{"eventVersion":"1.11","eventID":"e{n}","eventTime":"2026-01-20T09:{n:02}:00Z","eventName":"AssumeRole",
            "eventSource":"sts.amazonaws.com","userIdentity":{{"type":"AssumedRole","accessKeyId":"{}"}},
            "responseElements":{{"credentials":{{"accessKeyId":"{}"}}}}}}"#,
            key(n),
            key(issued)
        );
        Event::from_record(&record).unwrap()
    };
    let mut all: Vec<Event> = (0..count).map(|n| call(n, n + 1)).collect();
    all.extend(last_issues.map(|issued| call(count, issued)));
    (all.last().unwrap().clone(), all)
}

#[test]
fn it_ends_however_long_or_round_the_chain_is() {
    let (event, all) = long(40, None);
    let chain = walk(&event, &all, Timestamp::MIN);
    assert_eq!((chain.hops.len(), chain.end.kind), (MAX_HOPS, EndKind::Bound));
    let (_, mut all) = long(3, Some(0));
    // All in one second, so that no order in time breaks the circle.
    for event in &mut all {
        event.time = Timestamp::MIN;
    }
    let chain = walk(&all[3], &all, Timestamp::MIN);
    assert_eq!((chain.hops.len(), chain.end.kind), (3, EndKind::Bound));
}

#[test]
fn what_was_not_looked_through_is_said() {
    let mut walk = Walk::from(&event("chain-lost"));
    while walk.question().is_some() {
        walk.answer(&[], false);
    }
    assert_eq!(walk.end(Timestamp::MIN, Cost::default()).end.kind, EndKind::Bound);
}

#[test]
fn no_record_panics_and_no_key_is_asked_for_that_is_none() {
    for case in corpus::cases() {
        let Ok(event) = Event::from_record(case.record) else { continue };
        let walk = Walk::from(&event);
        if let Some(Question::Key(key, _)) = walk.question() {
            assert!(key.len() >= 16 && key.bytes().all(|b| b.is_ascii_alphanumeric()), "{}", case.name);
        }
    }
    let masked = event("chain-lost").record.replace("ASIACHAINLOST2EXAMPLE", "AKIA****************");
    let walk = Walk::from(&Event::from_record(&masked).unwrap());
    assert!(!matches!(walk.question(), Some(Question::Key(..))));
}

#[test]
fn what_is_written_is_read() {
    for case in ["chain-two-roles-away", "chain-across-accounts", "chain-lost"] {
        let chain = walk(&event(case), &corpus(&[]), Timestamp::MAX);
        let text = serde_json::to_string(&chain).unwrap();
        assert_eq!(serde_json::from_str::<Chain>(&text).unwrap(), chain, "{text}");
        for hop in &chain.hops {
            let names = hop.who.identity.names();
            assert!(names.iter().all(|name| !hop.why.contains(name)), "{}", hop.why);
        }
    }
}
