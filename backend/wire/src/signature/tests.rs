use axum::http::Request;

use super::*;

const SECRET: &str = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

/// What botocore 1.44 sent for `lookup_events(MaxResults=1)`: an independent signer's request.
fn by_botocore() -> (Parts, &'static [u8]) {
    let request = Request::post("/")
        .header("host", "127.0.0.1:8080")
        .header("content-type", "application/x-amz-json-1.1")
        .header("user-agent", "Botocore/1.44.8")
        .header("x-amz-target", "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents")
        .header("x-amz-date", "20261128T185240Z")
        .header("authorization", "AWS4-HMAC-SHA256 Credential=WHODEXAMPLEKEYAAAAAA/20261128/eu-west-1/cloudtrail/aws4_request, SignedHeaders=content-type;host;x-amz-date;x-amz-target, Signature=cfb2197e435dcd408cf9c6804fbd35791f2afd6c3a7c2454e202c56a00b40a31");
    (request.body(()).unwrap().into_parts().0, br#"{"MaxResults": 1}"#)
}

fn header(parts: &Parts) -> String {
    parts.headers["authorization"].to_str().unwrap().to_owned()
}

fn judged(parts: &Parts, body: &[u8], secret: &str, now: Timestamp) -> Result<(), Failure> {
    let header = header(parts);
    let authorization = Authorization::read(&header)?;
    let time = check_scope(parts, &authorization, "cloudtrail", now)?;
    check(parts, body, &authorization, secret, time)
}

fn signed_at() -> Timestamp {
    moment("20261128T185240Z").unwrap()
}

#[test]
fn what_another_signer_signed_is_recognised() {
    let (parts, body) = by_botocore();
    assert_eq!(judged(&parts, body, SECRET, signed_at()), Ok(()));
}

#[test]
fn what_was_changed_is_not() {
    let (parts, body) = by_botocore();
    let code =
        |parts: &Parts, body: &[u8], secret| judged(parts, body, secret, signed_at()).unwrap_err().message;
    let mismatch = "The request signature we calculated does not match the signature you provided.";
    assert!(code(&parts, body, "another").starts_with(mismatch));
    assert!(code(&parts, br#"{"MaxResults": 2}"#, SECRET).starts_with(mismatch));
    for (name, value) in [
        ("x-amz-target", "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.StopLogging"),
        ("host", "127.0.0.1:8081"),
        ("content-type", "text/plain"),
    ] {
        let (mut parts, body) = by_botocore();
        parts.headers.insert(name, value.parse().unwrap());
        assert!(code(&parts, body, SECRET).starts_with(mismatch), "{name}");
    }
    let (mut parts, body) = by_botocore();
    parts.uri = "/?a=b".parse().unwrap();
    assert!(code(&parts, body, SECRET).starts_with(mismatch));
    let (mut parts, body) = by_botocore();
    parts.headers.insert("user-agent", "it is not signed".parse().unwrap());
    assert_eq!(judged(&parts, body, SECRET, signed_at()), Ok(()));
}

#[track_caller]
fn refused(change: impl FnOnce(&mut Parts), minutes: i64, sentence: &str) {
    let (mut parts, body) = by_botocore();
    change(&mut parts);
    let now = signed_at().plus_millis(minutes * 60_000 + minutes.signum() * 1_000);
    let failure = judged(&parts, body, SECRET, now).unwrap_err();
    assert_eq!(failure.message, sentence);
    assert_eq!(failure.status, StatusCode::FORBIDDEN);
}

#[test]
fn what_is_not_signed_or_not_now_is_said() {
    let set = |name: &'static str, value: &'static str| {
        move |parts: &mut Parts| drop(parts.headers.insert(name, value.parse().unwrap()))
    };
    refused(set("x-amz-other", "1"), 0, "'x-amz-other' must be a 'SignedHeader' in the AWS Authorization.");
    let no_date = "Authorization header requires an 'X-Amz-Date' header such as 20261122T143207Z.";
    for date in ["", "20261122", "2026-11-22T14:32Z", "20261322T143207Z", "20261122T14320\u{e9}"] {
        refused(|parts| drop(parts.headers.insert("x-amz-date", date.parse().unwrap())), 0, no_date);
    }
    refused(
        set("x-amz-date", "20200101T000000Z"),
        0,
        "Date in Credential scope does not match X-Amz-Date: '20261128' != '20200101'.",
    );
    let text = |minutes: i64| compact(signed_at().plus_millis(minutes * 60_000 + minutes.signum() * 1_000));
    let limit = |minutes: i64, skew: i64| {
        compact(signed_at().plus_millis(minutes * 60_000 + minutes.signum() * 1_000 + skew * 60_000))
    };
    refused(
        |_| {},
        5,
        &format!(
            "Signature expired: 20261128T185240Z is now earlier than {} ({} - 5 min.)",
            limit(5, -5),
            text(5)
        ),
    );
    refused(
        |_| {},
        -5,
        &format!(
            "Signature not yet current: 20261128T185240Z is still later than {} ({} + 5 min.)",
            limit(-5, 5),
            text(-5)
        ),
    );
    let other = |parts: &mut Parts| {
        let header = header(parts).replace("/cloudtrail/", "/dynamodb/");
        parts.headers.insert("authorization", header.parse().unwrap());
    };
    refused(other, 0, "Credential should be scoped to correct service: 'cloudtrail'.");
}
