//! From the name of an API call to the actions of IAM that allow it.
//!
//! The table holds what is not the rule, a service at a time:
//!
//! ```text
//! SERVICE[ PREFIX]          its event source without `.amazonaws.com`, and IAM's prefix if that differs
//!  EVENT …: ACTION …        one action, or several where the call takes several; `-` where none allows it
//!  any EVENT …              what IAM allows on `*` only, whatever the event names
//! ```
//!
//! An event may end in `*`. The first line that has it decides. Dates at the end of event names (Lambda's
//! `Invoke20150331`, CloudFront's `GetDistribution2020_05_31`) are taken off before.

use crate::resource::without_version;

const TABLE: &str = "\
monitoring cloudwatch
email ses
tagging tag
signin
 *: -
sts
 any GetCallerIdentity GetSessionToken GetAccessKeyInfo DecodeAuthorizationMessage
s3
 ListBuckets: ListAllMyBuckets
 HeadBucket ListObjects ListObjectsV2: ListBucket
 ListObjectVersions: ListBucketVersions
 ListMultipartUploads: ListBucketMultipartUploads
 ListParts: ListMultipartUploadParts
 HeadObject SelectObjectContent: GetObject
 CopyObject UploadPartCopy: GetObject PutObject
 PostObject UploadPart CreateMultipartUpload InitiateMultipartUpload CompleteMultipartUpload: PutObject
 DeleteObjects: DeleteObject
 GetBucketEncryption: GetEncryptionConfiguration
 PutBucketEncryption DeleteBucketEncryption: PutEncryptionConfiguration
 GetBucketLifecycle GetBucketLifecycleConfiguration: GetLifecycleConfiguration
 PutBucketLifecycle PutBucketLifecycleConfiguration DeleteBucketLifecycle: PutLifecycleConfiguration
 GetBucketReplication: GetReplicationConfiguration
 PutBucketReplication DeleteBucketReplication: PutReplicationConfiguration
 GetBucketAccelerateConfiguration: GetAccelerateConfiguration
 PutBucketAccelerateConfiguration: PutAccelerateConfiguration
 GetBucketAnalyticsConfiguration ListBucketAnalyticsConfigurations: GetAnalyticsConfiguration
 PutBucketAnalyticsConfiguration DeleteBucketAnalyticsConfiguration: PutAnalyticsConfiguration
 GetBucketInventoryConfiguration ListBucketInventoryConfigurations: GetInventoryConfiguration
 PutBucketInventoryConfiguration DeleteBucketInventoryConfiguration: PutInventoryConfiguration
 GetBucketMetricsConfiguration ListBucketMetricsConfigurations: GetMetricsConfiguration
 PutBucketMetricsConfiguration DeleteBucketMetricsConfiguration: PutMetricsConfiguration
 GetBucketIntelligentTieringConfiguration ListBucketIntelligentTieringConfigurations: GetIntelligentTieringConfiguration
 PutBucketIntelligentTieringConfiguration DeleteBucketIntelligentTieringConfiguration: PutIntelligentTieringConfiguration
 GetBucketCors: GetBucketCORS
 PutBucketCors DeleteBucketCors: PutBucketCORS
 DeleteBucketTagging: PutBucketTagging
 DeleteBucketOwnershipControls: PutBucketOwnershipControls
 GetPublicAccessBlock: GetBucketPublicAccessBlock
 PutPublicAccessBlock DeletePublicAccessBlock DeleteBucketPublicAccessBlock: PutBucketPublicAccessBlock
 DeleteAccountPublicAccessBlock: PutAccountPublicAccessBlock
 GetObjectLockConfiguration: GetBucketObjectLockConfiguration
 PutObjectLockConfiguration: PutBucketObjectLockConfiguration
 GetBucketNotificationConfiguration: GetBucketNotification
 PutBucketNotificationConfiguration: PutBucketNotification
lambda
 Invoke InvokeExecution InvokeAsync: InvokeFunction
dynamodb
 TransactGetItems: GetItem
 TransactWriteItems: ConditionCheckItem DeleteItem PutItem UpdateItem
 ExecuteStatement BatchExecuteStatement ExecuteTransaction: PartiQL*
kms
 ReEncrypt: ReEncryptFrom ReEncryptTo
 any CreateKey List* GenerateRandom
ssm
 OpenDataChannel OpenControlChannel CreateDataChannel CreateControlChannel: -
ec2
 any Describe*
autoscaling
 any Describe*
elasticloadbalancing
 any Describe*
apigateway
 Get*: GET
 Update*: PATCH
 Delete* Untag*: DELETE
 Put* Tag*: PUT
 *: POST
cognito-identity
 GetId GetCredentialsForIdentity GetOpenIdToken: -
rolesanywhere
 CreateSession: -
sso
 Federate Authenticate Logout GetRoleCredentials ListAccounts ListAccountRoles: -
";

/// What allows a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Allowed {
    /// `s3:ListBucket`; none if no action of IAM does.
    pub(super) actions: Vec<String>,
    /// Whether IAM allows it on `*` only.
    pub(super) on_any: bool,
}

/// What allows the call `event` of `service` (the event source without `.amazonaws.com`).
pub(super) fn allowed(service: &str, event: &str) -> Allowed {
    let event = bare(event);
    let mut prefix = service;
    let mut names: Option<&str> = None;
    let mut on_any = false;
    for line in section(service) {
        if let Some(rule) = line.strip_prefix(' ') {
            if let Some(events) = rule.strip_prefix("any ") {
                on_any |= has(events, event);
            } else if let Some((events, actions)) = rule.split_once(": ")
                && names.is_none()
                && has(events, event)
            {
                names = Some(actions);
            }
        } else if let Some((_, other)) = line.split_once(' ') {
            prefix = other;
        }
    }
    let names = names.unwrap_or(event);
    let usual = |text: &str| {
        !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'*'))
    };
    // What has not the form of an action is none, whoever wrote it into a log.
    let known = usual(prefix) && !prefix.contains('*');
    let names = names.split(' ').filter(|name| known && usual(name) && *name != "-" && *name != "*");
    Allowed { actions: names.map(|name| format!("{prefix}:{name}")).collect(), on_any }
}

/// The line of `service` and those that belong to it.
fn section(service: &str) -> impl Iterator<Item = &'static str> {
    let heads = move |line: &&str| !line.starts_with(' ') && line.split(' ').next() == Some(service);
    let mut lines = TABLE.lines().skip_while(move |line| !heads(line));
    lines.next().into_iter().chain(lines.take_while(|line| line.starts_with(' ')))
}

fn has(events: &str, event: &str) -> bool {
    events.split(' ').any(|pattern| match pattern.strip_suffix('*') {
        Some(start) => event.starts_with(start),
        None => event == pattern,
    })
}

/// Without the date of an API's version.
fn bare(event: &str) -> &str {
    let dated = event.len().checked_sub("2020_05_31".len()).and_then(|at| event.split_at_checked(at));
    let is_date = |text: &str| text.bytes().all(|b| b.is_ascii_digit() || b == b'_') && text.contains('_');
    match dated {
        Some((name, date)) if is_date(date) => name,
        _ => without_version(event),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(service: &str, event: &str, actions: &[&str]) {
        assert_eq!(allowed(service, event).actions, actions, "{service} {event}");
    }

    #[test]
    fn events_and_their_actions() {
        check("iam", "CreateUser", &["iam:CreateUser"]);
        check("s3", "ListBuckets", &["s3:ListAllMyBuckets"]);
        check("s3", "ListObjects", &["s3:ListBucket"]);
        check("s3", "HeadObject", &["s3:GetObject"]);
        check("s3", "GetBucketAcl", &["s3:GetBucketAcl"]);
        check("s3", "CopyObject", &["s3:GetObject", "s3:PutObject"]);
        check("lambda", "Invoke20150331", &["lambda:InvokeFunction"]);
        check("lambda", "CreateFunction20150331v2", &["lambda:CreateFunction"]);
        check("cloudfront", "GetDistribution2020_05_31", &["cloudfront:GetDistribution"]);
        check("monitoring", "PutMetricAlarm", &["cloudwatch:PutMetricAlarm"]);
        check("events", "PutRule", &["events:PutRule"]);
        check("kms", "GenerateDataKeyWithoutPlaintext", &["kms:GenerateDataKeyWithoutPlaintext"]);
        check("kms", "ReEncrypt", &["kms:ReEncryptFrom", "kms:ReEncryptTo"]);
        check("apigateway", "GetRestApis", &["apigateway:GET"]);
        check("apigateway", "CreateDeployment", &["apigateway:POST"]);
        check("sts", "AssumeRole", &["sts:AssumeRole"]);
        check("dynamodb", "DescribeTable", &["dynamodb:DescribeTable"]);
        check("logs", "CreateLogGroup", &["logs:CreateLogGroup"]);
        check("signin", "ConsoleLogin", &[]);
        check("sso", "Federate", &[]);
        check("shop.example", "Sell Cat", &[]);
        check("shop.example", "Sell", &[]);
        check("s3", "Get*\"", &[]);
        check("s3", "", &[]);
        check("s3", "*", &[]);
    }

    #[test]
    fn what_iam_allows_on_everything_only() {
        assert!(allowed("ec2", "DescribeInstances").on_any && !allowed("ec2", "RunInstances").on_any);
        assert!(allowed("kms", "CreateKey").on_any && !allowed("kms", "Decrypt").on_any);
    }

    #[test]
    fn every_line_of_the_table_is_well_formed_and_no_service_has_two() {
        let mut services = std::collections::BTreeSet::new();
        for line in TABLE.lines() {
            let name = |text: &str| {
                !text.is_empty()
                    && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'*'))
            };
            match line.strip_prefix(' ') {
                None => assert!(services.insert(line.split(' ').next()), "{line}"),
                Some(rule) => {
                    let (events, actions) = match rule.strip_prefix("any ") {
                        Some(events) => (events, "-"),
                        None => rule.split_once(": ").unwrap_or_else(|| panic!("{line}")),
                    };
                    assert!(events.split(' ').chain(actions.split(' ')).all(name), "{line}");
                }
            }
        }
    }
}
