use super::*;
use found::{MAX_NAME, MAX_RESOURCES};

mod observed;
mod services;
mod types;

/// `Type=name`, `~` before what is guessed, in order.
fn read(record: &str) -> Vec<String> {
    let event = crate::Event::from_record(record).unwrap_or_else(|e| panic!("{record}: {e}"));
    let show = |r: Resource| {
        let guess = if r.derived { "~" } else { "" };
        format!("{guess}{}={}", r.kind.unwrap_or_default(), r.name.unwrap_or_default())
    };
    event.resources.into_iter().map(show).collect()
}

#[track_caller]
fn case(name: &str, expected: &[&str]) {
    let case = corpus::cases().iter().find(|case| case.name == name);
    assert_eq!(read(case.unwrap_or_else(|| panic!("no case {name}")).record), expected, "{name}");
}

/// A call of `service`: its name, and members of the record beside it.
#[track_caller]
fn call(service: &str, name: &str, members: &str, expected: &[&str]) {
    let record = format!(
        r#"{{"eventID":"1","eventTime":"2026-01-12T13:00:00Z","eventSource":"{service}.amazonaws.com","eventName":"{name}",{members}}}"#
    );
    assert_eq!(read(&record), expected, "{service} {name}");
}

/// A call that succeeded, by its request.
#[track_caller]
fn asks(service: &str, name: &str, request: &str, expected: &[&str]) {
    call(service, name, &format!(r#""requestParameters":{request}"#), expected);
}

/// A call that was answered.
#[track_caller]
fn answered(service: &str, name: &str, request: &str, response: &str, expected: &[&str]) {
    call(service, name, &format!(r#""requestParameters":{request},"responseElements":{response}"#), expected);
}

/// A call that was refused.
#[track_caller]
fn refused(service: &str, name: &str, request: &str, expected: &[&str]) {
    call(service, name, &format!(r#""errorCode":"AccessDenied","requestParameters":{request}"#), expected);
}

#[test]
fn compute() {
    case(
        "run-instances",
        &[
            "AWS::EC2::VPC=vpc-0123456789example",
            "AWS::EC2::Ami=ami-0123456789example",
            "AWS::EC2::NetworkInterface=eni-0123456789example",
            "AWS::EC2::Instance=i-0123456789example",
            "AWS::EC2::KeyPair=cat-key",
            "AWS::EC2::SecurityGroup=cat-web",
            "AWS::EC2::SecurityGroup=sg-0123456789example",
            "AWS::EC2::Subnet=subnet-0123456789example",
        ],
    );
    case(
        "run-instances-failed",
        &[
            "AWS::EC2::Ami=ami-0123456789example",
            "AWS::EC2::KeyPair=cat-key",
            "AWS::EC2::SecurityGroup=sg-0123456789example",
            "AWS::EC2::Subnet=subnet-0123456789example",
        ],
    );
    case(
        "terminate-instances",
        &["AWS::EC2::Instance=i-0123456789example", "AWS::EC2::Instance=i-1123456789example"],
    );
    case(
        "create-security-group",
        &[
            "AWS::EC2::VPC=vpc-0123456789example",
            "AWS::EC2::SecurityGroup=cat-web",
            "AWS::EC2::SecurityGroup=sg-0123456789example",
        ],
    );
    case("create-tags", &["=i-0123456789example", "=vol-0123456789example"]);
    case("describe-none", &[]);
    case("parameters-members-odd", &[]);
    case("lambda-add-permission", &["AWS::Lambda::Function=thumbnails"]);
    case("lambda-delete-function", &["AWS::Lambda::Function=thumbnails"]);
    case("eks-pod-identity", &["AWS::EKS::Cluster=cats"]);
}

#[test]
fn identities_and_keys() {
    case(
        "assume-role",
        &[
            "AWS::IAM::AccessKey=ASIAROLE2345EXAMPLE2",
            "AWS::STS::AssumedRole=arn:aws:sts::111122223333:assumed-role/deployer/release-42",
            "AWS::STS::AssumedRole=AROAEXAMPLEROLE234567:release-42",
            "AWS::STS::AssumedRole=release-42",
            "AWS::IAM::Role=arn:aws:iam::111122223333:role/deployer",
        ],
    );
    case("get-session-token", &["AWS::IAM::AccessKey=ASIAALANA234EXAMPLE3"]);
    case(
        "create-user",
        &[
            "AWS::IAM::User=arn:aws:iam::111122223333:user/kim",
            "AWS::IAM::User=kim",
            "AWS::IAM::User=AIDAEXAMPLEKIM2345678",
        ],
    );
    case("create-user-failed", &["~AWS::IAM::User=alana"]);
    case("get-role-none", &[]);
    case("create-access-key-own", &["AWS::IAM::AccessKey=AKIAALANA234EXAMPLE7", "AWS::IAM::User=alana"]);
    case(
        "attach-user-policy",
        &["AWS::IAM::Policy=arn:aws:iam::aws:policy/AdministratorAccess", "AWS::IAM::User=kim"],
    );
    case(
        "kms-mutation",
        &[
            "AWS::KMS::Key=1234abcd-12ab-34cd-56ef-1234567890ab",
            "AWS::KMS::Key=arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
        ],
    );
    case("kms-mutation-failed", &["AWS::KMS::Key=1234abcd-12ab-34cd-56ef-1234567890ab"]);
    case("kms-decrypt", &["=arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"]);
}

#[test]
fn storage_and_databases() {
    case("rds-delete-db-instance", &["AWS::RDS::DBInstance=cat-photos-prod"]);
    case(
        "dynamodb-delete-table",
        &["AWS::DynamoDB::Table=arn:aws:dynamodb:us-west-2:111122223333:table/cats"],
    );
    call("s3", "PutBucketAcl", r#""requestParameters":{"bucketName":"cats"}"#, &["AWS::S3::Bucket=cats"]);
    call(
        "s3",
        "GetObject",
        r#""requestParameters":{"bucketName":"cats","key":"a"}"#,
        &["~AWS::S3::Bucket=cats"],
    );
    call("s3", "ListAllMyBuckets", r#""requestParameters":{"bucketName":"cats"}"#, &[]);
    call("rds", "DescribeDBInstances", r#""requestParameters":{"dBInstanceIdentifier":"cats"}"#, &[]);
    call(
        "rds",
        "CreateDBClusterSnapshot",
        r#""requestParameters":{"dBClusterIdentifier":"c","dBClusterSnapshotIdentifier":"s"}"#,
        &["AWS::RDS::DBClusterSnapshot=s", "AWS::RDS::DBCluster=c"],
    );
}

#[test]
fn what_the_record_lists_itself() {
    case(
        "resources-repeated",
        &["AWS::KMS::Key=arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"],
    );
    let listed = |items: &str| format!(r#""requestParameters":{{"catName":"tom"}},"resources":{items}"#);
    let prefix = r#"[{"type":"AWS::S3::Object","ARNPrefix":"arn:aws:s3:::cats/"},{"ARN":"a"},{"type":"T"}]"#;
    call("cats", "Feed", &listed(prefix), &["AWS::S3::Object=arn:aws:s3:::cats/", "=a", "T="]);
    for odd in ["[]", "null", "{}", "\"x\"", "[\"x\",7,null,[],{}]", r#"[{"ARN":""}]"#] {
        call("cats", "Feed", &listed(odd), &["~=tom"]);
    }
    let many: Vec<String> = (0..300).map(|n| format!(r#"{{"ARN":"arn:{n}"}}"#)).collect();
    let record = format!(
        r#"{{"eventID":"1","eventTime":"2026-01-12","eventSource":"x","eventName":"X","resources":[{}]}}"#,
        many.join(",")
    );
    assert_eq!(read(&record).len(), MAX_RESOURCES);
}

#[test]
fn guesses_are_few_and_marked() {
    case("heuristic", &["~=w-one", "~=arn:aws:iam::111122223333:role/owner", "~=pool-7"]);
    let request = r#""requestParameters":{"aId":"1","clientToken":"t","bName":"2","n":{"cId":"x"},"roleSessionName":"s",
        "cArn":"3","dId":7,"name":"4","eId":"5","longId":""}"#;
    call("cats", "Feed", request, &["~=1", "~=2", "~=3", "~=4"]);
    call("cats", "DescribeCats", request, &[]);
    call("cats", "ListCats", request, &[]);
    call("events", "PutRule", r#""requestParameters":{"name":"nightly"}"#, &[]);
    let long = format!(r#""requestParameters":{{"aId":"{}","bId":"b"}}"#, "x".repeat(MAX_NAME + 1));
    call("cats", "Feed", &long, &["~=b"]);
}
