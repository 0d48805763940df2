use super::*;

/// `path: before -> after`, a line each; `-` for what is not there.
fn text(before: &str, after: &str) -> Vec<String> {
    let or_none = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
    let line = |c: Change| format!("{}: {} -> {}", c.path, or_none(c.before), or_none(c.after));
    diff(before, after).into_iter().map(line).collect()
}

#[track_caller]
fn check(before: &str, after: &str, expected: &[&str]) {
    assert_eq!(text(before, after), expected, "{before}\n{after}");
    assert_eq!(text(before, before), [""; 0]);
    // The other way round it is as many.
    assert_eq!(diff(after, before).len(), expected.len());
}

#[test]
fn members_of_objects() {
    check(
        r#"{"a":1,"b":{"c":"x"}}"#,
        r#"{"b":{"c":"y"},"d":true}"#,
        &["a: 1 -> -", "b.c: x -> y", "d: - -> true"],
    );
    check(r#"{"a":1}"#, r#"{"a":"1"}"#, &["a: 1 -> 1"]);
    check(r#"{"a":1.0}"#, r#"{"a":1}"#, &["a: 1.0 -> 1"]);
    check(r#"{"a":{}}"#, r#"{"a":null}"#, &["a: {} -> null"]);
    check(r#"{"a":1}"#, "null", &[r#": {"a":1} -> null"#]);
    check("not json", "other", &[": not json -> other"]);
    check(r#"{ "a" : 1, "a": 2 }"#, r#"{"a":2}"#, &[]);
}

#[test]
fn lists_outside_of_policies_have_an_order() {
    check("[1,2,3]", "[1,4,3]", &["[1]: 2 -> -", "[1]: - -> 4"]);
    check("[1,2]", "[2,1]", &[": [1,2] -> [2,1]"]);
    check(
        r#"[{"key":"a","value":1},{"key":"b","value":2}]"#,
        r#"[{"key":"b","value":3}]"#,
        &[r#"[0]: {"key":"a","value":1} -> -"#, "[1].value: 2 -> 3"],
    );
    check(r#"[{"x":1}]"#, r#"[{"x":2},{"x":3}]"#, &["[0].x: 1 -> 2", r#"[1]: - -> {"x":3}"#]);
}

const POLICY: &str = r#"{"Version":"2012-10-17","Statement":[
    {"Sid":"Read","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:role/app"},
     "Action":["s3:GetObject","s3:ListBucket"],"Resource":["arn:aws:s3:::cats","arn:aws:s3:::cats/*"]},
    {"Sid":"TlsOnly","Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::cats/*",
     "Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}"#;

#[test]
fn a_policy_that_means_the_same_does_not_differ() {
    let same = r#"{"Statement":[
    {"Sid":"TlsOnly","Effect":"Deny","Principal":"*","Action":["s3:*"],"Resource":["arn:aws:s3:::cats/*"],
     "Condition":{"Bool":{"aws:SecureTransport":["false"]}}},
    {"Effect":"Allow","Sid":"Read","Principal":{"AWS":["arn:aws:iam::111122223333:role/app"]},
     "Resource":["arn:aws:s3:::cats/*","arn:aws:s3:::cats"],"Action":["s3:ListBucket","s3:GetObject"]}],
    "Version":"2012-10-17"}"#;
    check(POLICY, same, &[]);
    // As the request of PutRolePolicy has it: a string; and as GetRolePolicy answers: percent-encoded.
    let string = |text: &str| format!(r#"{{"policyDocument":{}}}"#, serde_json::to_string(text).unwrap());
    let encoded: String = POLICY.bytes().map(|byte| format!("%{byte:02X}")).collect();
    check(&string(POLICY), &string(same), &[]);
    check(&string(POLICY), &string(&encoded), &[]);
    check(&format!(r#"{{"policyDocument":{POLICY}}}"#), &string(same), &[]);
}

#[test]
fn a_statement_with_another_name_is_the_same_when_most_of_it_is() {
    let of = |sid: &str, effect: &str, action: &str| {
        format!(
            r#"{{"Statement":{{"Sid":"{sid}","Effect":"{effect}","Action":"{action}","Resource":"*","Principal":"*"}}}}"#
        )
    };
    let read = of("Read", "Allow", "s3:GetObject");
    check(
        &read,
        &of("Write", "Allow", "s3:PutObject"),
        &[
            "Statement[0].Action[0]: s3:GetObject -> -",
            "Statement[0].Action[0]: - -> s3:PutObject",
            "Statement[0].Sid: Read -> Write",
        ],
    );
    // Two of five members in common: another statement.
    assert_eq!(text(&read, &of("Write", "Deny", "s3:PutObject")).len(), 2);
    assert!(diff(&read, &of("Write", "Deny", "s3:PutObject")).iter().all(|c| c.path == "Statement[0]"));
    // Nothing but statements is paired so: a tag with another key is another tag.
    check(
        r#"[{"Key":"a","Value":1,"x":2}]"#,
        r#"[{"Key":"b","Value":1,"x":2}]"#,
        &[r#"[0]: {"Key":"a","Value":1,"x":2} -> -"#, r#"[0]: - -> {"Key":"b","Value":1,"x":2}"#],
    );
}

#[test]
fn what_was_opened_to_everyone() {
    let open = POLICY
        .replace(r#"{"AWS":"arn:aws:iam::111122223333:role/app"}"#, r#""*""#)
        .replace(r#"["s3:GetObject","s3:ListBucket"]"#, r#"["s3:ListBucket","s3:PutObject","s3:GetObject"]"#);
    let (before, after) =
        (format!(r#"{{"bucketPolicy":{POLICY}}}"#), format!(r#"{{"bucketPolicy":{open}}}"#));
    check(
        &before,
        &after,
        &[
            "bucketPolicy.Statement[0].Action[2]: - -> s3:PutObject",
            r#"bucketPolicy.Statement[0].Principal: {"AWS":["arn:aws:iam::111122223333:role/app"]} -> ["*"]"#,
        ],
    );
    let without = r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}"#;
    let more = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"},
        {"Effect":"Deny","Action":"iam:*","Resource":"*"}]}"#;
    check(without, more, &[r#"Statement[1]: - -> {"Action":["iam:*"],"Effect":"Deny","Resource":["*"]}"#]);
}

#[test]
fn only_the_lists_of_a_statement_are_sets() {
    // An array named Action outside of a statement.
    check(r#"{"Action":["a","b"]}"#, r#"{"Action":["b","a"]}"#, &[r#"Action: ["a","b"] -> ["b","a"]"#]);
    check(r#"{"Action":"a"}"#, r#"{"Action":["a"]}"#, &[r#"Action: a -> ["a"]"#]);
}

#[test]
fn a_text_that_only_looks_like_json_or_encoding_is_a_text() {
    check(r#"{"a":"{x"}"#, r#"{"a":"%7B x"}"#, &["a: {x -> %7B x"]);
    check(r#"{"a":"[1, 2]"}"#, r#"{"a":"[1,2]"}"#, &[]);
    let deep = |n: usize| {
        (0..n).fold("1".to_owned(), |text, _| serde_json::to_string(&format!("[{text}]")).unwrap())
    };
    assert_eq!(diff(&deep(8), &deep(8)), []);
}

#[test]
fn every_payload_is_compared_and_their_number_is_bounded() {
    for payload in corpus::PAYLOADS {
        let text = serde_json::to_string(&[payload]).unwrap();
        assert_eq!(diff(&text, "[]").len(), 1, "{payload}");
    }
    let many = |from: usize| serde_json::to_string(&(from..from + 2_000).collect::<Vec<_>>()).unwrap();
    assert_eq!(diff(&many(0), &many(5_000)).len(), MAX_CHANGES);
}
