use super::*;
use crate::event::Event;
use crate::summary::Summary;

/// An event of the account and Region, whose record lists `resources`.
fn event(n: i64, place: (&str, &str), source: &str, name: &str, resources: &str) -> Event {
    let time = Timestamp::from_millis(1_768_900_000_000 + n * 3_600_000);
    let (account, region) = place;
    let write = !["Get", "List", "Describe"].iter().any(|verb| name.starts_with(verb));
    let record = format!(
        r#"{{"eventVersion":"1.11","eventID":"{n}","eventTime":"{time}","eventName":"{name}","readOnly":{},
        "eventSource":"{source}.amazonaws.com","awsRegion":"{region}","recipientAccountId":"{account}",
        "userIdentity":{{"type":"IAMUser","userName":"ana"}},{resources}}}"#,
        !write
    );
    Event::from_record(&record).unwrap()
}

const HERE: (&str, &str) = ("111122223333", "us-east-1");
const THERE: (&str, &str) = ("444455556666", "us-east-1");

fn history(asked: &str, kind: Option<&str>, events: &[Event]) -> History {
    let found: Vec<Found> = events
        .iter()
        .rev()
        .map(|event| Found { row: Summary::of(event), resources: Some(event.resources.clone()) })
        .collect();
    let mut named = Named::new(asked, kind);
    named.learn(&found);
    History::on(&named, &found, None, Exactness::Exact)
}

/// How many events are of the thing, and how many things are left out.
#[track_caller]
fn check(asked: &str, events: &[Event], of_it: u64, others: usize) {
    let history = history(asked, None, events);
    let n = history.writes.total().n + history.reads.total().n;
    assert_eq!((n, history.others.len()), (of_it, others), "{asked}: {history:#?}");
}

#[test]
fn an_arn_and_its_last_part_are_one_thing_and_an_object_is_another() {
    let bucket = r#""requestParameters":{"bucketName":"cats"}"#;
    let arn = r#""requestParameters":{},"resources":[{"type":"AWS::S3::Bucket","ARN":"arn:aws:s3:::cats"}]"#;
    let object =
        r#""requestParameters":{},"resources":[{"type":"AWS::S3::Object","ARN":"arn:aws:s3:::shop/cats"}]"#;
    let events = [
        event(1, HERE, "s3", "PutBucketPolicy", bucket),
        event(2, HERE, "s3", "GetBucketAcl", arn),
        event(3, THERE, "s3", "GetBucketAcl", bucket),
        event(4, HERE, "s3", "GetObject", object),
    ];
    check("cats", &events, 3, 1);
    check("arn:aws:s3:::cats", &events, 3, 1);
    check("arn:aws:s3:::shop/cats", &events, 1, 1);
    assert_eq!(history("cats", Some("AWS::S3::Object"), &events).reads.total().n, 1);
    let history = history("cats", None, &events);
    assert_eq!(history.kind.as_deref(), Some("AWS::S3::Bucket"));
    let names: Vec<_> = history.names.iter().map(|name| (name.name.as_str(), name.known)).collect();
    assert_eq!(names, [("cats", Known::Asked), ("arn:aws:s3:::cats", Known::Arn)]);
    assert_eq!(history.query, "resource:\"arn:aws:s3:::cats\",cats".replace('"', ""));
}

#[test]
fn namesakes_of_another_type_account_or_region_stay_apart() {
    let role = r#""requestParameters":{"roleName":"admin"}"#;
    let user = r#""requestParameters":{"userName":"admin"}"#;
    let events = [
        event(1, HERE, "iam", "TagRole", role),
        event(2, HERE, "iam", "UpdateRole", role),
        event(3, HERE, "iam", "TagUser", user),
        event(4, THERE, "iam", "TagRole", role),
    ];
    check("admin", &events, 2, 2);
    check("arn:aws:iam::111122223333:role/team/admin", &events, 2, 2);
    check("arn:aws:iam::111122223333:user/admin", &events, 1, 2);
    check("arn:aws:iam::444455556666:role/admin", &events, 1, 2);
    check("arn:aws:iam::123456789012:role/admin", &events, 0, 3);
    let mut others: Vec<String> =
        history("admin", None, &events).others.into_iter().map(|o| o.name).collect();
    others.sort();
    assert_eq!(others, ["arn:aws:iam::111122223333:user/admin", "arn:aws:iam::444455556666:role/admin"]);

    let table = r#""requestParameters":{"tableName":"likes"}"#;
    let west = ("111122223333", "us-west-2");
    let events = [
        event(1, HERE, "dynamodb", "DeleteTable", table),
        event(2, west, "dynamodb", "DeleteTable", table),
        event(3, west, "dynamodb", "UpdateTable", table),
    ];
    check("likes", &events, 2, 1);
    check("arn:aws:dynamodb:us-east-1:111122223333:table/likes", &events, 1, 1);
}

#[test]
fn a_call_that_makes_one_thing_gives_it_all_its_names() {
    let made =
        r#""requestParameters":{"poolName":"cats"},"responseElements":{"userPool":{"id":"us-east-1_Abc"}}"#;
    let by_id = r#""requestParameters":{"userPoolId":"us-east-1_Abc"}"#;
    let events = [
        event(1, HERE, "cognito-idp", "CreateUserPool", made),
        event(2, HERE, "cognito-idp", "UpdateUserPool", by_id),
    ];
    check("us-east-1_Abc", &events, 2, 0);
    check("cats", &events, 2, 0);
    let history = history("cats", None, &events);
    assert_eq!(history.names[1], Name { name: "us-east-1_Abc".to_owned(), known: Known::Made });
    assert_eq!(history.made.map(|row| row.name).as_deref(), Some("CreateUserPool"));
    // One that names several that were there before gives them nothing.
    let both =
        r#""requestParameters":{"instancesSet":{"items":[{"instanceId":"i-1"},{"instanceId":"i-2"}]}}"#;
    let other = r#""requestParameters":{"instancesSet":{"items":[{"instanceId":"i-2"}]}}"#;
    let events =
        [event(1, HERE, "ec2", "StopInstances", both), event(2, HERE, "ec2", "TerminateInstances", other)];
    check("i-1", &events, 1, 0);
    check("i-2", &events, 2, 0);
}

#[test]
fn an_untyped_mention_is_of_the_one_thing_that_it_can_be() {
    let typed = r#""requestParameters":{"instancesSet":{"items":[{"instanceId":"i-1"}]}}"#;
    let tags = r#""requestParameters":{"resourcesSet":{"items":[{"resourceId":"i-1"}]}}"#;
    let events = [event(1, HERE, "ec2", "StopInstances", typed), event(2, HERE, "ec2", "CreateTags", tags)];
    check("i-1", &events, 2, 0);
    let elsewhere = [events[0].clone(), event(3, HERE, "shop", "CreateTags", tags)];
    check("i-1", &elsewhere, 1, 1);
}

#[test]
fn reads_are_folded_per_day_and_refused_writes_are_kept() {
    let bucket = r#""requestParameters":{"bucketName":"cats"}"#;
    let refused = format!(r#"{bucket},"errorCode":"AccessDenied""#);
    let events = [
        event(0, HERE, "s3", "PutBucketPolicy", bucket),
        event(1, HERE, "s3", "GetBucketAcl", bucket),
        event(2, HERE, "s3", "GetBucketPolicy", bucket),
        event(30, HERE, "s3", "GetBucketAcl", bucket),
        event(31, HERE, "s3", "DeleteBucket", &refused),
    ];
    let history = history("cats", None, &events);
    let writes: Vec<_> = history.write_rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(writes, ["DeleteBucket", "PutBucketPolicy"]);
    assert_eq!((history.writes.ok, history.writes.denied), (1, 1));
    assert_eq!(history.changed.unwrap().name, "PutBucketPolicy");
    let days: Vec<_> = history.read_days.iter().map(|day| (day.reads.total().n, day.distinct.n)).collect();
    assert_eq!(days, [(1, 1), (2, 1)]);
    assert_eq!(history.read_days[1].day.to_string(), "2026-01-20T00:00:00.000Z");
}
