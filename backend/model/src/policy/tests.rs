use super::*;
use crate::event::Event;
use crate::json::Json;
use crate::summary::Summary;

fn event(n: u32, source: &str, name: &str, rest: &str) -> Event {
    let record = format!(
        r#"{{"eventVersion":"1.11","eventID":"{n}","eventTime":"2026-01-20T17:00:00Z","eventName":"{name}",
        "eventSource":"{source}.amazonaws.com","awsRegion":"eu-west-1","recipientAccountId":"111122223333",
        "userIdentity":{{"type":"IAMUser","userName":"ana"}},{rest}}}"#
    );
    Event::from_record(&record).unwrap()
}

fn policy(events: &[Event]) -> Policy {
    let mut draft = Draft::default();
    for event in events {
        let row = Summary::of(event);
        draft.add(&row, needs_record(&row).then_some(&event.resources));
    }
    draft.end("who:ana".to_owned(), None, Exactness::Exact, true)
}

#[track_caller]
fn check(source: &str, name: &str, rest: &str, action: &str, resources: &[&str]) {
    let policy = policy(&[event(1, source, name, rest)]);
    let [used] = &policy.used[..] else { panic!("{:?}", policy.used) };
    assert_eq!(used.action, action, "{name}");
    assert_eq!(used.resources, resources, "{name}");
}

#[test]
fn actions_are_on_what_the_record_names() {
    let bucket = r#""requestParameters":{"bucketName":"cats"}"#;
    check("s3", "GetBucketAcl", bucket, "s3:GetBucketAcl", &["arn:aws:s3:::cats"]);
    let object = r#""requestParameters":{"bucketName":"cats","key":"a/b"},"eventCategory":"Data",
        "resources":[{"type":"AWS::S3::Object","ARN":"arn:aws:s3:::cats/a/b"},
        {"type":"AWS::S3::Bucket","ARN":"arn:aws:s3:::cats"}]"#;
    check("s3", "HeadObject", object, "s3:GetObject", &["arn:aws:s3:::cats/*"]);
    check("s3", "ListObjects", object, "s3:ListBucket", &["arn:aws:s3:::cats"]);
    let role =
        r#""requestParameters":{"roleName":"ops","policyArn":"arn:aws:iam::aws:policy/ReadOnlyAccess"}"#;
    check("iam", "AttachRolePolicy", role, "iam:AttachRolePolicy", &["arn:aws:iam::111122223333:role/ops"]);
    let assumed = r#""requestParameters":{"roleArn":"arn:aws:iam::444455556666:role/x/ops","roleSessionName":"s"},
        "responseElements":{"credentials":{"accessKeyId":"ASIAEXAMPLE"}}"#;
    check("sts", "AssumeRole", assumed, "sts:AssumeRole", &["arn:aws:iam::444455556666:role/x/ops"]);
    let db = r#""requestParameters":{"dBInstanceIdentifier":"cats"}"#;
    check(
        "rds",
        "DeleteDBInstance",
        db,
        "rds:DeleteDBInstance",
        &["arn:aws:rds:eu-west-1:111122223333:db:cats"],
    );
    let volume = r#""responseElements":{"volumeId":"vol-0123456789abcdef0"}"#;
    check(
        "ec2",
        "CreateVolume",
        volume,
        "ec2:CreateVolume",
        &["arn:aws:ec2:eu-west-1:111122223333:volume/*"],
    );
    check("ec2", "DescribeInstances", r#""requestParameters":{}"#, "ec2:DescribeInstances", &["*"]);
    check("kms", "CreateKey", r#""responseElements":{"keyMetadata":{"keyId":"k"}}"#, "kms:CreateKey", &["*"]);
    // A name that would be a wildcard is none.
    let wild = r#""requestParameters":{"bucketName":"cats*"}"#;
    check("s3", "GetBucketAcl", wild, "s3:GetBucketAcl", &["arn:aws:s3:::cats${*}"]);
}

#[test]
fn a_ready_document() {
    let bucket = r#""requestParameters":{"bucketName":"cats"}"#;
    let mut all = vec![
        event(1, "s3", "GetBucketPolicy", bucket),
        event(2, "s3", "GetBucketAcl", bucket),
        event(3, "s3", "ListBuckets", r#""requestParameters":null"#),
        event(4, "ec2", "DescribeVpcs", r#""requestParameters":{}"#),
        event(5, "s3", "DeleteBucket", &format!(r#"{bucket},"errorCode":"AccessDenied""#)),
        event(6, "signin", "ConsoleLogin", r#""responseElements":{"ConsoleLogin":"Success"}"#),
    ];
    let found = policy(&all);
    assert_eq!(
        found.document,
        r#"{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": [
        "ec2:DescribeVpcs",
        "s3:ListAllMyBuckets"
      ],
      "Resource": "*"
    },
    {
      "Effect": "Allow",
      "Action": [
        "s3:GetBucketAcl",
        "s3:GetBucketPolicy"
      ],
      "Resource": [
        "arn:aws:s3:::cats"
      ]
    }
  ]
}"#
    );
    let bytes = found.document.bytes().filter(|b| !b.is_ascii_whitespace()).count();
    assert_eq!((found.document_bytes, found.fits), (bytes, true));
    let denied: Vec<_> =
        found.denied.iter().map(|d| (d.action.as_str(), d.errors[0].value.as_str())).collect();
    assert_eq!(denied, [("s3:DeleteBucket", "AccessDenied")]);
    assert_eq!(found.no_actions[0].value, "signin:ConsoleLogin");
    assert!(found.caveats.iter().any(|caveat| caveat.starts_with("No data events")));
    all.reverse();
    assert_eq!(policy(&all), found, "whatever their order");
}

#[test]
fn nothing_used_is_no_policy_and_too_much_says_so() {
    let found = policy(&[]);
    assert_eq!((found.document.as_str(), found.document_bytes), ("", 0));
    assert!(found.caveats[0].starts_with("No call"), "{:?}", found.caveats);
    let many = |services: u32, buckets: u32| {
        let all = (0..services * buckets).map(|n| {
            let bucket =
                format!(r#""requestParameters":{{"bucketName":"cats-{:030}-{}"}}"#, n % buckets, n / buckets);
            event(
                n,
                "s3",
                ["GetBucketAcl", "GetBucketPolicy", "GetBucketTagging"][(n / buckets) as usize],
                &bucket,
            )
        });
        policy(&all.collect::<Vec<_>>())
    };
    let long = many(3, 50);
    assert!(!long.fits && long.document_bytes > MAX_DOCUMENT, "{}", long.document_bytes);
    assert!(long.caveats.iter().any(|caveat| caveat.contains("6,144")));
    assert_eq!(many(1, 51).used[0].resources, ["*"]);
}

#[test]
fn a_document_is_json_whatever_the_names() {
    for payload in corpus::PAYLOADS {
        let name = serde_json::to_string(payload).unwrap();
        let events =
            [event(1, "s3", "GetBucketAcl", &format!(r#""requestParameters":{{"bucketName":{name}}}"#))];
        let found = policy(&events);
        assert!(Json::parse(&found.document).is_ok(), "{}", found.document);
    }
}
