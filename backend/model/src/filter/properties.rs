//! What holds for every filter, every text and every event.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::event::*;
use crate::summary::{MAX_TEXT, Summary};
use crate::time::Timestamp;

/// Somebody deletes a database in another account, and may not.
pub(super) fn alana() -> Event {
    let some = |text: &str| Some(text.to_owned());
    let resource = |kind: &str, name: &str| Resource { kind: some(kind), name: some(name), derived: false };
    Event {
        id: "E-1".to_owned(),
        time: Timestamp::from_millis(1_700_000_000_000),
        category: Category::Management,
        name: "DeleteDBInstance".to_owned(),
        source: "rds.amazonaws.com".to_owned(),
        region: some("us-west-2"),
        account: some("111122223333"),
        identity: Identity {
            kind: some("AssumedRole"),
            user_name: some("alana"),
            session_name: some("alana"),
            role_name: some("admin"),
            source_identity: some("ana@example.com"),
            account: some("444455556666"),
            ..Identity::default()
        },
        access_key: some("ASIAIOSFODNN7EXAMPLE"),
        source_ip: some("205.251.233.48, 10.0.0.7"),
        user_agent: some("Mozilla/5.0 (X11)"),
        access: Access::Write,
        outcome: Outcome::Denied,
        error_code: some("AccessDenied"),
        error_message: some("not authorized"),
        resources: vec![
            resource("AWS::RDS::DBInstance", "arn:aws:rds:us-west-2:111122223333:db:cat-photos"),
            resource("AWS::RDS::DBSnapshot", "snap-1"),
        ],
        request_id: some("R-1"),
        mfa: Some(true),
        via: Via::Console,
        record: r#"{"requestParameters":{"dBInstanceIdentifier":"cat-photos","n":1.0,"skip":true,"none":null,
            "tags":[{"key":"a"},{"key":"b"}]}}"#
            .into(),
    }
}

/// Any text, and with more than chance what has a meaning in the language or looks like something else.
fn any_text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        "[a-z]{1,3}",
        any::<char>().prop_map(String::from),
        select(vec![
            "\"", "\\", "*", "?", ",", ":", "-", "@", " ", "/", ".", "\u{202e}", "\u{200b}", "\n", "…"
        ])
        .prop_map(str::to_owned),
        select(vec!["10.0.0.0/8", ".amazonaws.com", "any", "true", "İ", "ß", "who:"]).prop_map(str::to_owned),
    ];
    vec(part, 0..6).prop_map(|parts| parts.concat())
}

/// Values of keys and of events alike, few, so that they meet.
fn few_texts() -> impl Strategy<Value = String> {
    let words = vec!["a", "A", "ab", "b", "10.0.0.1", "10.0.0.1, b", "arn:x:y/a", "", "…"];
    prop_oneof![
        9 => select(words).prop_map(str::to_owned),
        1 => Just("a".repeat(MAX_TEXT + 1)),
    ]
}

fn value(key: Option<Key>, texts: BoxedStrategy<String>) -> BoxedStrategy<Value> {
    let canonical = move |text: String| key.map_or(text.clone(), |key| key.canonical(&text));
    if let Some(key) = key.filter(|key| key.is_closed()) {
        return select(key.values()).prop_map(|word| Value::Exact(word.to_owned())).boxed();
    }
    let exact = texts.clone().prop_map(move |text| Value::Exact(canonical(text)));
    let pattern =
        (texts, select(vec!["*", "?", "**", "?*"]), any::<bool>()).prop_map(move |(text, wild, first)| {
            Value::Pattern(canonical(if first { format!("{wild}{text}") } else { format!("{text}{wild}") }))
        });
    // A pattern cannot hold a `*` or `?` that is no wildcard, so any of them is one.
    let either = prop_oneof![exact, pattern];
    match key {
        Some(Key::Ip) => {
            let block = (any::<std::net::IpAddr>(), 0..=32u8)
                .prop_filter_map("prefix", |(address, bits)| Cidr::new(address, bits).map(Value::Cidr));
            prop_oneof![either, block, Just(Value::Cidr("10.0.0.0/8".parse().expect("a block")))].boxed()
        }
        _ => either.boxed(),
    }
}

fn term(texts: BoxedStrategy<String>) -> impl Strategy<Value = Term> {
    let of_key = {
        let texts = texts.clone();
        select(Key::ALL.to_vec()).prop_flat_map(move |key| {
            vec(value(Some(key), texts.clone()), 1..4).prop_map(move |values| Test::Key(key, values))
        })
    };
    let name = texts.clone().prop_map(|name| format!("n{}", name.replace('.', "")));
    let of_path = (vec(name, 1..4), vec(value(None, texts.clone()), 1..3))
        .prop_map(|(names, values)| Test::Path(names.join("."), values));
    let text = texts.prop_filter("texts are not empty", |text| !text.is_empty()).prop_map(Test::Text);
    let test = prop_oneof![8 => of_key, 1 => of_path, 1 => text];
    (test, any::<bool>()).prop_map(|(test, negated)| Term { test, negated })
}

fn filter(texts: BoxedStrategy<String>) -> impl Strategy<Value = Filter> {
    vec(term(texts), 0..5).prop_map(Filter::new)
}

fn event() -> impl Strategy<Value = Event> {
    let text = || option::of(few_texts());
    let texts = [(); 12].map(|()| text());
    let words = (
        select(Category::ALL.to_vec()),
        select(Access::ALL.to_vec()),
        select(Outcome::ALL.to_vec()),
        select(Via::ALL.to_vec()),
        option::of(any::<bool>()),
    );
    let resources = vec((text(), text()), 0..3);
    (texts, words, few_texts(), few_texts(), resources).prop_map(|(texts, words, name, source, resources)| {
        let [
            region,
            account,
            kind,
            user_name,
            session_name,
            role_name,
            source_identity,
            caller,
            access_key,
            ..,
        ] = texts.clone();
        let [.., source_ip, user_agent, error_code] = texts;
        let (category, access, outcome, via, mfa) = words;
        let identity = Identity {
            kind,
            user_name,
            session_name,
            role_name,
            source_identity,
            account: caller,
            ..Identity::default()
        };
        let resources =
            resources.into_iter().map(|(kind, name)| Resource { kind, name, derived: false }).collect();
        Event {
            category,
            name,
            source,
            region,
            account,
            identity,
            access_key,
            source_ip,
            user_agent,
            access,
            outcome,
            error_code,
            resources,
            mfa,
            via,
            ..alana()
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn every_filter_displays_as_the_text_that_means_it(filter in filter(any_text().boxed())) {
        let text = filter.to_string();
        prop_assert_eq!(text.parse::<Filter>(), Ok(filter), "{}", text);
    }

    #[test]
    fn no_text_is_too_strange(text in any_text(), caret in 0..40usize) {
        match text.parse::<Filter>() {
            Ok(filter) => {
                let canonical = filter.to_string();
                prop_assert_eq!(canonical.parse::<Filter>().map(|f| f.to_string()), Ok(canonical));
            }
            Err(error) => {
                let place = error.place();
                prop_assert!(place.at + place.len <= text.chars().count(), "{}", error);
            }
        }
        let completion = complete_at(&text, caret);
        for choice in completion.suggestions() {
            completion.accept(&text, choice);
        }
        for token in tokens(&text) {
            prop_assert!(!text[token.range].is_empty());
        }
    }

    #[test]
    fn a_row_never_contradicts_its_event(event in event(), filter in filter(few_texts().boxed())) {
        if let Some(answer) = filter.matches_summary(&Summary::of(&event)) {
            prop_assert_eq!(answer, filter.matches(&event), "{}", filter);
        }
    }

    #[test]
    fn a_row_never_contradicts_its_event_about_sessions(
        event in event(), names in vec(few_texts(), 1..3), keys in vec(few_texts(), 0..3), negated in any::<bool>(),
    ) {
        let names = Test::Key(Key::Who, names.into_iter().map(Value::Exact).collect());
        let term = Term { test: names, negated }.with_sessions(keys.clone());
        let filter = Filter::new([term, Term::is(Key::Category, "any")]);
        let used = event.access_key.as_ref().is_some_and(|key| keys.contains(key));
        prop_assert!(!used || filter.matches(&event) != negated, "{:?}", filter);
        if let Some(answer) = filter.matches_summary(&Summary::of(&event)) {
            prop_assert_eq!(answer, filter.matches(&event), "{:?}", filter);
        }
    }

    #[test]
    fn a_negated_term_is_the_opposite(event in event(), term in term(few_texts().boxed())) {
        let any = Term::is(Key::Category, "any");
        let yes = Filter::new([term.clone(), any.clone()]);
        let no = Filter::new([!term, any]);
        prop_assert!(yes.matches(&event) != no.matches(&event), "{} / {}", yes, no);
    }
}
