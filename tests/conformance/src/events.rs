//! Events at random, from so few values that every combination of filters finds some.

use fastrand::Rng;
use model::{Event, Timestamp};
use serde_json::{Value, json};

/// The moment at which the tests ask.
pub fn now() -> Timestamp {
    "2026-11-22T14:00:00Z".parse().expect("a moment")
}

/// `count` events of the hours before [`now`]; the same for the same seed. Times are whole seconds and
/// often the same, as CloudTrail's are.
///
/// # Panics
/// Never: what is generated is well-formed.
pub fn random(seed: u64, count: usize) -> Vec<Event> {
    let mut rng = Rng::with_seed(seed);
    (0..count)
        .map(|n| {
            let record = record(&mut rng, n).to_string();
            Event::from_record(&record).unwrap_or_else(|e| panic!("{e}: {record}"))
        })
        .collect()
}

fn record(rng: &mut Rng, n: usize) -> Value {
    // Half of them in bursts: up to 110 events of one second were seen.
    let seconds = if rng.bool() { rng.i64(0..5) * 900 } else { rng.i64(0..7_200) };
    let mut record = json!({
        "eventVersion": "1.11",
        "userIdentity": identity(rng),
        "eventTime": now().plus_millis(-seconds * 1_000).to_short_string(),
        "eventSource": pick(rng, &["iam.amazonaws.com", "s3.amazonaws.com", "rds.amazonaws.com", "shop.example"]),
        "eventName": pick(rng, &["DeleteDBInstance", "DeleteTrail", "GetObject", "ListUsers", "PutObject"]),
        "awsRegion": pick(rng, &["us-east-1", "us-west-2", "eu-central-1"]),
        "sourceIPAddress": pick(rng, &["203.0.113.7", "203.0.113.8", "198.51.100.2, 203.0.113.7", "iam.amazonaws.com"]),
        "userAgent": pick(rng, &["aws-cli/2.31", "Boto3/1.40", "console.amazonaws.com"]),
        "requestParameters": {"size": rng.u8(0..4), "deep": [{"name": pick(rng, &["red", "blue"])}]},
        "eventID": format!("{:08x}-{n:04}", rng.u32(..)),
        "readOnly": rng.bool(),
        "eventType": "AwsApiCall",
        "eventCategory": pick(rng, &["Management", "Management", "Management", "Management", "Data", "NetworkActivity"]),
        "recipientAccountId": pick(rng, &["111122223333", "444455556666"]),
    });
    match rng.u8(0..6) {
        0 => record["errorCode"] = json!("AccessDenied"),
        1 => record["errorCode"] = json!("ThrottlingException"),
        _ => {}
    }
    let resources = (0..[0, 0, 1, 1, 2, 3][rng.usize(0..6)]).map(|_| resource(rng)).collect::<Vec<_>>();
    if !resources.is_empty() {
        record["resources"] = json!(resources);
    }
    record
}

fn identity(rng: &mut Rng) -> Value {
    let user = pick(rng, &["alana", "bo", "chen"]);
    let key = pick(rng, &["AKIAIOSFODNN7EXAMPLE", "AKIAI44QH8DHBEXAMPLE"]);
    match rng.u8(0..4) {
        0 => json!({"type": "IAMUser", "userName": user, "accountId": "111122223333", "accessKeyId": key,
            "arn": format!("arn:aws:iam::111122223333:user/{user}"), "principalId": "AIDAEXAMPLE"}),
        1 => json!({"type": "AWSService", "invokedBy": "rds.amazonaws.com"}),
        _ => {
            let role = pick(rng, &["admin", "deploy", "alana"]);
            json!({"type": "AssumedRole", "accountId": "444455556666",
                "accessKeyId": pick(rng, &["ASIAIOSFODNN7EXAMPLE", ""]),
                "principalId": format!("AROAEXAMPLE:{user}"),
                "arn": format!("arn:aws:sts::444455556666:assumed-role/{role}/{user}"),
                "sessionContext": {
                    "sessionIssuer": {"type": "Role", "userName": role, "accountId": "444455556666"},
                    "attributes": {"mfaAuthenticated": pick(rng, &["true", "false"])},
                    "sourceIdentity": pick(rng, &["dana@example.com", ""])}})
        }
    }
}

fn resource(rng: &mut Rng) -> Value {
    let (kind, name) = *rng
        .choice(&[
            ("AWS::S3::Bucket", "arn:aws:s3:::billing"),
            ("AWS::S3::Bucket", "arn:aws:s3:::cats"),
            ("AWS::RDS::DBInstance", "arn:aws:rds:us-west-2:111122223333:db:cats"),
            ("AWS::IAM::Role", "arn:aws:iam::111122223333:role/team/admin"),
        ])
        .expect("a choice");
    json!({"type": kind, "ARN": name, "accountId": "111122223333"})
}

fn pick<'a>(rng: &mut Rng, of: &[&'a str]) -> &'a str {
    of[rng.usize(0..of.len())]
}
