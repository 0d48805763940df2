use super::*;

/// What a walk finds, in short: the records' texts, `!` and the reason, or `?` and the kind.
fn walk(text: impl AsRef<[u8]>) -> (Kind, Vec<String>) {
    let mut walk = Walk::new(text.as_ref());
    let mut found = Vec::new();
    for item in walk.by_ref() {
        found.push(match item {
            Found::Record { text: Ok(text), .. } => text.into_owned(),
            Found::Record { text: Err(reason), .. } => format!("!{reason}"),
            Found::Other { kind, .. } => format!("?{kind:?}"),
        });
    }
    (walk.kind(), found)
}

#[track_caller]
fn check(text: &str, kind: Kind, found: &[&str]) {
    assert_eq!(walk(text), (kind, found.iter().map(|f| (*f).to_owned()).collect()), "{text}");
}

const A: &str = r#"{"eventVersion":"1","eventID":"a"}"#;
const B: &str = r#"{ "eventVersion" : "1", "eventID":"b]}{[" }"#;
const MISMATCH: &str = "!its quotes and brackets do not match, as is seen at byte";
const CUT: &str = "!the file ends before it does, or its quotes and brackets do not match";

#[test]
fn records_are_found_in_every_form() {
    check(&format!(r#"{{"Records":[{A},{B}]}}"#), Kind::LogFile, &[A, B]);
    check(&format!("{{ \"n\":1, \"Records\" : [\n{A} ,\n {B}\n], \"more\":[]}}\n"), Kind::LogFile, &[A, B]);
    check(r#"{"Records":[]}"#, Kind::LogFile, &[]);
    check(A, Kind::Records, &[A]);
    check(&format!("\u{feff}{A}\r\n\r\n{B}"), Kind::Records, &[A, B]);
    check(&format!("{A}{B}"), Kind::Records, &[A, B]);
    check(&format!("[{A},{B}]"), Kind::Records, &[A, B]);
    check(
        &format!(r#"{{"detail-type":"AWS API Call via CloudTrail","detail":{A}}}"#),
        Kind::EventBridge,
        &[A],
    );
    let string = serde_json::to_string(B).unwrap();
    let row = format!(r#"{{"EventId":"a","CloudTrailEvent":{string}}}"#);
    check(&format!(r#"{{"Events":[{row}],"NextToken":"x"}}"#), Kind::LookupEvents, &[B]);
    check(&format!("{row}\n{row}\n"), Kind::LookupEvents, &[B, B]);
    check(&format!("[{row}]"), Kind::LookupEvents, &[B]);
    check(&format!(r#"{{"Records":[{A}]}}{{"Records":[{B}]}}"#), Kind::LogFile, &[A, B]);
}

#[test]
fn what_holds_no_records_is_named() {
    check("", Kind::Marker, &[]);
    check(" \n\t", Kind::Marker, &[]);
    check("{}", Kind::Foreign, &["?Foreign"]);
    check("[1,2]", Kind::Foreign, &["?Foreign"]);
    check("<html>", Kind::NotJson, &["?NotJson"]);
    check("{\"a\":", Kind::NotJson, &["?NotJson"]);
    check(&format!("oops\n{A}\n"), Kind::Records, &["?NotJson", A]);
    check(&format!("{{}}\n{A}\n"), Kind::Records, &["?Foreign", A]);
    assert_eq!(walk(b"\xff\xfe{\0}\0"), (Kind::Utf16, vec![]));
}

#[test]
fn a_broken_record_costs_only_itself() {
    for broken in [
        r#"{"eventVersion":"1","eventID":"x}"#,
        r#"{"eventVersion":"1","x":{"eventID":"x"}"#,
        r#"{"eventVersion":"1","x":[["#,
        r#"{"eventVersion":"1","x":"a"b"}"#,
    ] {
        for list in
            [format!(r#"{{"Records":[{A},{broken},{B},{A}]}}"#), format!("[{A},\n {broken} ,\n {B},{A} ]\n")]
        {
            let (_, found) = walk(&list);
            let kept: Vec<&String> = found.iter().filter(|f| !f.starts_with('!')).collect();
            assert!(
                kept.iter().filter(|k| **k == A).count() == 2 && kept.iter().any(|k| *k == B),
                "{list} {found:?}"
            );
        }
        let lines = format!("{A}\n{broken}\n{B}\n{A}\n");
        let (_, found) = walk(&lines);
        assert_eq!((found.len(), &*found[0], &*found[2], &*found[3]), (4, A, B, A), "{lines} {found:?}");
    }
    check(&format!(r#"{{"Records":[{A},null,7,{B}]}}"#), Kind::LogFile, &[A, "null", "7", B]);
    check(
        r#"{"Events":[{"EventId":"x"},7]}"#,
        Kind::LookupEvents,
        &[
            "!it has no CloudTrailEvent, which is where LookupEvents gives the record",
            "!it has no CloudTrailEvent, which is where LookupEvents gives the record",
        ],
    );
}

#[test]
fn a_file_that_is_cut_off_gives_what_came_before() {
    let whole = format!(r#"{{"Records":[{A},{B}]}}"#);
    check(&whole[..whole.len() - 5], Kind::LogFile, &[A, CUT]);
    check(&whole[..whole.len() - 2], Kind::LogFile, &[A, B, "!the file ends inside its list of records"]);
    check(
        &whole[..whole.len() - 1],
        Kind::LogFile,
        &[A, B, "!what follows the list of records cannot be read"],
    );
    check(&A[..20], Kind::Records, &[CUT]);
}

#[test]
fn reasons_name_the_place() {
    let (_, found) = walk(format!("{{\"Records\":[{A},{{\"eventVersion\":\"x\n}}]}}"));
    assert!(found[1].starts_with(MISMATCH), "{found:?}");
    let mut bytes = format!("{A}\n{A}").into_bytes();
    bytes[A.len() + 3] = 0xff;
    assert_eq!(walk(&bytes).1[1], format!("!it is not UTF-8 at byte {}", A.len() + 3));
}

#[test]
fn places_are_exact() {
    let text = format!("[{A} , {B}]");
    let places: Vec<(u64, usize)> = Walk::new(text.as_bytes())
        .filter_map(|found| match found {
            Found::Record { number, offset, .. } => Some((number, offset)),
            Found::Other { .. } => None,
        })
        .collect();
    assert_eq!(places, [(1, 1), (2, text.find(B).unwrap())]);
}

#[test]
fn hostile_texts_take_linear_time() {
    // Each of these made some step read to the end of the file; with 200,000 of them that would not end.
    for piece in [
        "{\"a\":[\n",
        "[{\"eventID\":[\n",
        "{\"Records\":[\n",
        "{\"eventVersion\":\"\n",
        ",{\"eventVersion\":[",
        "[{",
    ] {
        let (_, found) = walk(piece.repeat(200_000));
        assert!(found.len() <= 400_000, "{piece}");
    }
}

mod properties {
    use proptest::prelude::*;

    use super::*;

    fn pieces() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            Just(A),
            Just(B),
            Just(r#"{"Records":["#),
            Just(r#"{"Events":["#),
            Just("]}"),
            Just("["),
            Just("]"),
            Just("{"),
            Just("}"),
            Just(","),
            Just(":"),
            Just("\""),
            Just("\\"),
            Just("\n"),
            Just("1"),
            Just(r#""detail":"#),
        ];
        prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn any_text_is_walked_to_its_end(text in pieces()) {
            let found = walk(&text).1;
            prop_assert!(found.len() <= text.len() + 1);
        }

        #[test]
        fn any_bytes_are_walked_to_their_end(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            walk(bytes);
        }

        #[test]
        fn a_cut_never_costs_a_record_before_it(cut in 0_usize..200) {
            let text = format!(r#"{{"Records":[{A},{B},{A},{B}]}}"#);
            let cut = cut.min(text.len());
            let whole = [A, B, A, B].iter().scan(12, |at, r| { *at += r.len() + 1; Some(*at - 1) });
            let expected = whole.filter(|end| *end <= cut).count();
            let (_, found) = walk(&text[..cut]);
            let kept = found.iter().filter(|f| f.starts_with('{')).count();
            prop_assert_eq!(kept, expected, "{:?}", found);
        }
    }
}
