use proptest::prelude::*;

use super::*;
use crate::event::Via;

fn read(text: &str) -> Event {
    Event::from_record(text).unwrap_or_else(|e| panic!("{text}: {e}"))
}

#[track_caller]
fn case(name: &str) -> Event {
    read(
        corpus::cases()
            .iter()
            .find(|case| case.name == name)
            .unwrap_or_else(|| panic!("no case {name}"))
            .record,
    )
}

#[track_caller]
fn refused(text: &str, expected: &str) {
    assert_eq!(Event::from_record(text).unwrap_err().to_string(), expected, "{text}");
}

const MINIMAL: &str =
    r#"{"eventID":"1","eventTime":"2026-01-12T13:00:00Z","eventName":"X","eventSource":"x"}"#;

#[test]
fn every_record_of_the_corpus_is_kept_as_it_is() {
    for case in corpus::cases() {
        let event = Event::from_record(case.record).unwrap_or_else(|e| panic!("{}: {e}", case.name));
        assert_eq!(&*event.record, case.record, "{}", case.name);
    }
}

#[test]
fn refusals_say_what_and_why() {
    let sentences: Vec<String> = corpus::refused()
        .iter()
        .map(|case| format!("{}: {}", case.name, Event::from_record(case.record).unwrap_err()))
        .collect();
    let expected = include_str!("refusals.txt");
    assert_eq!(sentences.join("\n"), expected.trim_end());
}

#[test]
fn bounds() {
    let version = |v: &str| MINIMAL.replacen('{', &format!(r#"{{"eventVersion":{v},"#), 1);
    for fine in [r#""1.42""#, r#""1""#, "1.08", "null"] {
        read(&version(fine));
    }
    refused(&version(r#""2.0""#), r#"eventVersion is "2.0"; expected a version 1.x"#);
    refused(&version("[]"), "eventVersion is []; expected a version 1.x");

    let deep =
        |depth: usize| MINIMAL.replacen("\"x\"", &format!("{}1{}", "[".repeat(depth), "]".repeat(depth)), 1);
    let wide = MINIMAL.replacen('{', &format!(r#"{{"x":{}1{},"#, "[".repeat(127), "]".repeat(127)), 1);
    read(&wide);
    assert!(Event::from_record(&deep(128)).unwrap_err().to_string().contains("more than 128 deep"));

    let long = format!("{MINIMAL}{}", " ".repeat(MAX_RECORD - MINIMAL.len()));
    read(&long);
    refused(&format!("{long} "), "the record is 8388609 bytes long; at most 8388608 are kept");
}

#[test]
fn what_is_quoted_does_nothing_to_a_terminal() {
    refused(
        &MINIMAL.replace("\"1\"", "\"\u{202e}gpj\u{7f}\u{9b}31m\""),
        "eventID is \"\\u{202e}gpj\\u{7f}\\u{9b}31m\"; \
         expected 1 to 128 printable ASCII characters without spaces",
    );
    let long =
        Event::from_record(&MINIMAL.replace("\"1\"", &format!("\"{}\"", "한".repeat(129)))).unwrap_err();
    assert!(long.to_string().len() < 300, "{long}");
}

#[test]
fn what_stands_one_level_down() {
    let insight = case("insight-start");
    assert_eq!(insight.category, Category::Insight);
    assert!(!insight.name.is_empty() && insight.identity == crate::Identity::default());
    assert_eq!(case("insight-error-rate").outcome, Outcome::Ok, "an insight about errors is not an error");

    let activity = case("activity-audit-log");
    assert_eq!(activity.category, Category::Activity);
    assert!(activity.identity.user_name.is_some(), "{activity:?}");
}

#[test]
fn what_an_application_says_is_read_where_it_stands() {
    let event = case("activity-event-data");
    assert_eq!((event.category, event.access), (Category::Activity, Access::Write));
    assert_eq!((event.name.as_str(), event.service()), ("DeleteCat", "cats.example.com"));
    assert_eq!(event.time.to_short_string(), "2026-01-14T01:40:00Z");
    assert_eq!(event.identity.user_name.as_deref(), Some("kim@example.com"));
    assert_eq!(event.accounts().collect::<Vec<_>>(), ["111122223333"]);
    assert_eq!(
        (event.region.as_deref(), event.source_ip.as_deref()),
        (Some("us-west-2"), Some("203.0.113.7"))
    );
    assert_eq!(
        (event.user_agent.as_deref(), event.request_id.as_deref()),
        (Some("cats-shop/3.1"), Some("order-0002"))
    );
    assert_eq!((event.outcome, event.error_message.as_deref()), (Outcome::Denied, Some("not your cat")));
    assert_eq!(event.resources[0].name.as_deref(), Some("tabby"));
}

#[test]
fn an_application_cannot_speak_for_cloudtrail() {
    let event = case("activity-forged");
    assert_eq!(
        (event.id.as_str(), event.category),
        ("7a1d9d52-77b1-8f35-8c1a-5f2a9c0b1d2e", Category::Activity)
    );
    assert_eq!(
        (event.region.as_deref(), event.account.as_deref()),
        (Some("us-west-2"), Some("111122223333"))
    );
    assert_eq!(event.time.to_short_string(), "2026-01-14T01:41:00Z");
}

#[test]
fn every_field() {
    let event = read(
        r#"{"eventVersion":"1.08","userIdentity":{"type":"IAMUser","accountId":"444455556666","accessKeyId":"AKIAX",
            "userName":"kim","sessionContext":{"attributes":{"mfaAuthenticated":"true"}}},
            "eventTime":"2026-01-12T13:00:00Z","eventSource":"rds.amazonaws.com","eventName":"DeleteDBInstance",
            "awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.1","errorCode":"AccessDenied",
            "errorMessage":"no","requestParameters":{"dBInstanceIdentifier":"cat-photos"},"requestID":"r-1",
            "eventID":"e-1","recipientAccountId":"111122223333"}"#,
    );
    assert_eq!(event.id, "e-1");
    assert_eq!(event.time.to_short_string(), "2026-01-12T13:00:00Z");
    assert_eq!((event.name.as_str(), event.service()), ("DeleteDBInstance", "rds"));
    assert_eq!((event.category, event.access), (Category::Management, Access::Write));
    assert_eq!(event.outcome, Outcome::Denied);
    assert_eq!(event.accounts().collect::<Vec<_>>(), ["111122223333", "444455556666"]);
    assert_eq!(event.access_key.as_deref(), Some("AKIAX"));
    assert_eq!(event.region.as_deref(), Some("us-west-2"));
    assert_eq!(event.source_ips().collect::<Vec<_>>(), ["203.0.113.7"]);
    assert_eq!(event.user_agent.as_deref(), Some("aws-cli/2.1"));
    assert_eq!(event.error_code.as_deref(), Some("AccessDenied"));
    assert_eq!(event.error_message.as_deref(), Some("no"));
    assert_eq!(event.request_id.as_deref(), Some("r-1"));
    assert_eq!((event.mfa, event.via), (Some(true), Via::Cli));
    assert_eq!(event.resources[0].kind.as_deref(), Some("AWS::RDS::DBInstance"));
}

#[test]
fn odd_members_are_absent_or_what_they_plainly_mean() {
    assert_eq!(case("access-key-empty").access_key, None);
    assert_eq!(case("account-bool").identity.account, None);
    assert_eq!(case("read-only-string").access, Access::Write);
    assert_eq!(case("read-only-string-capital").access, Access::Read);
    assert_eq!(case("mfa-bool").mfa, Some(true));
    assert_eq!(case("identity-string").identity, crate::Identity::default());
    assert_eq!(case("error-code-200").outcome, Outcome::Ok);
    assert_eq!(case("version-1.02-read").access, Access::Read);
    assert_eq!(case("lone-surrogate-agent").user_agent.map(|a| a.contains('\u{fffd}')), Some(true));
}

proptest! {
    #[test]
    fn no_record_panics(case in 0..corpus::cases().len(), at: prop::sample::Index, cut in 0..40usize, insert: String) {
        let text = corpus::cases()[case].record;
        let start = text.floor_char_boundary(at.index(text.len()));
        let end = text.ceil_char_boundary((start + cut).min(text.len()));
        let mutated = format!("{}{insert}{}", &text[..start], &text[end..]);
        if let Ok(event) = Event::from_record(&mutated) {
            prop_assert_eq!(&*event.record, mutated.as_str());
        }
    }

    #[test]
    fn no_member_of_any_type_panics_or_rejects(key in 0..KEYS.len(), value in any_json()) {
        let record = MINIMAL.replacen('{', &format!("{{\"{}\":{value},", KEYS[key]), 1);
        let event = Event::from_record(&record);
        prop_assert!(event.is_ok(), "{:?}", event);
    }
}

/// Members that may be anything.
const KEYS: [&str; 16] = [
    "userIdentity",
    "requestParameters",
    "responseElements",
    "resources",
    "readOnly",
    "errorCode",
    "errorMessage",
    "eventType",
    "eventCategory",
    "managementEvent",
    "additionalEventData",
    "serviceEventDetails",
    "awsRegion",
    "userAgent",
    "recipientAccountId",
    "insightDetails",
];

/// Any JSON, with members that are looked for.
fn any_json() -> impl Strategy<Value = serde_json::Value> {
    use serde_json::Value;
    let key = prop::sample::select(
        &["type", "sessionContext", "userName", "ARN", "bucketName", "items", "arn", "x"][..],
    );
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        Just(Value::from("AssumedRole")),
        Just(Value::from("arn:aws:sts::1:assumed-role/")),
    ];
    leaf.prop_recursive(4, 30, 5, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::btree_map(key.clone(), inner, 0..5)
                .prop_map(|m| m.into_iter().map(|(k, v)| (k.to_owned(), v)).collect::<Value>()),
        ]
    })
}
