//! Who may what: [IAM](https://docs.aws.amazon.com/IAM/latest/APIReference/), STS, sign-in, Identity Center.

use crate::api::{Api, Kind, read, write};

const ROLE: &str = r#"{"accountId":"$roleaccount","type":"AWS::IAM::Role","ARN":"arn:aws:iam::$roleaccount:role/$rolename"}"#;

/// `$roleaccount`, `$rolename`, `$session`, `$roleid`, `$newkey`.
pub(crate) const ASSUME_ROLE: Api = read("sts", "AssumeRole", r#"{"roleArn":"arn:aws:iam::$roleaccount:role/$rolename","roleSessionName":"$session","durationSeconds":3600}"#)
    .answering(r#"{"credentials":{"accessKeyId":"$newkey","sessionToken":"HIDDEN_DUE_TO_SECURITY_REASONS","expiration":"$later"},"assumedRoleUser":{"assumedRoleId":"$roleid:$session","arn":"arn:aws:sts::$roleaccount:assumed-role/$rolename/$session"}}"#)
    .touching(ROLE);
pub(crate) const ASSUME_ROLE_BY_SERVICE: Api = read("sts", "AssumeRole", r#"{"roleArn":"arn:aws:iam::$roleaccount:role/$rolename","roleSessionName":"$session","durationSeconds":3600}"#)
    .answering(r#"{"credentials":{"accessKeyId":"$newkey","sessionToken":"HIDDEN_DUE_TO_SECURITY_REASONS","expiration":"$later"}}"#)
    .touching(ROLE);
pub(crate) const ASSUME_ROLE_WITH_SAML: Api = read("sts", "AssumeRoleWithSAML", r#"{"sAMLAssertionID":"_$uuid2","roleSessionName":"$session","roleArn":"arn:aws:iam::$roleaccount:role/$rolename","principalArn":"arn:aws:iam::$roleaccount:saml-provider/AWSSSO_0123456789abcdef_DO_NOT_DELETE","durationSeconds":43200}"#)
    .answering(r#"{"credentials":{"accessKeyId":"$newkey","sessionToken":"HIDDEN_DUE_TO_SECURITY_REASONS","expiration":"$later"},"assumedRoleUser":{"assumedRoleId":"$roleid:$session","arn":"arn:aws:sts::$roleaccount:assumed-role/$rolename/$session"},"subject":"$session","subjectType":"persistent","issuer":"https://portal.sso.us-east-1.amazonaws.com/saml/assertion/EXAMPLE","audience":"https://signin.aws.amazon.com/saml","nameQualifier":"EXAMPLE="}"#)
    .touching(r#"{"accountId":"$roleaccount","type":"AWS::IAM::Role","ARN":"arn:aws:iam::$roleaccount:role/$rolename"},{"accountId":"$roleaccount","type":"AWS::IAM::SAMLProvider","ARN":"arn:aws:iam::$roleaccount:saml-provider/AWSSSO_0123456789abcdef_DO_NOT_DELETE"}"#);
pub(crate) const ASSUME_ROLE_WITH_WEB_IDENTITY: Api = read("sts", "AssumeRoleWithWebIdentity", r#"{"roleArn":"arn:aws:iam::$roleaccount:role/$rolename","roleSessionName":"$session","durationSeconds":3600}"#)
    .answering(r#"{"subjectFromWebIdentityToken":"repo:cat-photos/web:ref:refs/heads/main","assumedRoleUser":{"assumedRoleId":"$roleid:$session","arn":"arn:aws:sts::$roleaccount:assumed-role/$rolename/$session"},"credentials":{"accessKeyId":"$newkey","sessionToken":"HIDDEN_DUE_TO_SECURITY_REASONS","expiration":"$later"},"provider":"arn:aws:iam::$roleaccount:oidc-provider/token.actions.githubusercontent.com","audience":"sts.amazonaws.com"}"#)
    .touching(ROLE);
pub(crate) const GET_CALLER_IDENTITY: Api = read("sts", "GetCallerIdentity", "null");

pub(crate) const CONSOLE_LOGIN: Api = write("signin", "ConsoleLogin", "null", r#"{"ConsoleLogin":"Success"}"#).kind(Kind::SignIn).adding(r#"{"LoginTo":"https://console.aws.amazon.com/console/home?hashArgs=%23&isauthcode=true","MobileVersion":"No","MFAUsed":"$mfaused"}"#);
pub(crate) const CONSOLE_LOGIN_FAILED: Api = write("signin", "ConsoleLogin", "null", r#"{"ConsoleLogin":"Failure"}"#).kind(Kind::SignIn).adding(r#"{"LoginTo":"https://console.aws.amazon.com/console/home?hashArgs=%23&isauthcode=true","MobileVersion":"No","MFAUsed":"No"}"#);
pub(crate) const FEDERATE: Api = read("sso", "Federate", "null")
    .kind(Kind::ServiceEvent)
    .adding(r#"{"relayId":"$uuid2","account_id":"$account","role_name":"$permissionset"}"#);

pub(crate) const LIST_USERS: Api = read("iam", "ListUsers", r#"{"maxItems":1000}"#);
pub(crate) const LIST_ROLES: Api = read("iam", "ListRoles", r#"{"maxItems":1000}"#);
pub(crate) const LIST_ACCESS_KEYS: Api = read("iam", "ListAccessKeys", "null");
pub(crate) const GET_ROLE: Api = read("iam", "GetRole", r#"{"roleName":"$role"}"#);
pub(crate) const GET_POLICY_VERSION: Api =
    read("iam", "GetPolicyVersion", r#"{"policyArn":"arn:aws:iam::$account:policy/$role","versionId":"v3"}"#);
pub(crate) const LIST_ATTACHED_ROLE_POLICIES: Api =
    read("iam", "ListAttachedRolePolicies", r#"{"roleName":"$role"}"#);
pub(crate) const GET_ACCOUNT_SUMMARY: Api = read("iam", "GetAccountSummary", "null");
/// `$newuser`: the name.
pub(crate) const CREATE_USER: Api = write(
    "iam",
    "CreateUser",
    r#"{"userName":"$newuser"}"#,
    r#"{"user":{"path":"/","userName":"$newuser","userId":"AIDA$letters","arn":"arn:aws:iam::$account:user/$newuser","createDate":"$pretty"}}"#,
);
/// `$newuser`: whose key; `$longkey`: its id.
pub(crate) const CREATE_ACCESS_KEY: Api = write(
    "iam",
    "CreateAccessKey",
    r#"{"userName":"$newuser"}"#,
    r#"{"accessKey":{"userName":"$newuser","accessKeyId":"$longkey","status":"Active","createDate":"$pretty"}}"#,
);
/// For the caller's own account: root has no user name to give.
pub(crate) const CREATE_OWN_ACCESS_KEY: Api = write(
    "iam",
    "CreateAccessKey",
    "null",
    r#"{"accessKey":{"userName":"$owner","accessKeyId":"$longkey","status":"Active","createDate":"$pretty"}}"#,
);
pub(crate) const UPDATE_ACCESS_KEY: Api = write(
    "iam",
    "UpdateAccessKey",
    r#"{"userName":"$newuser","accessKeyId":"$longkey","status":"Inactive"}"#,
    "null",
);
pub(crate) const ATTACH_USER_POLICY: Api = write(
    "iam",
    "AttachUserPolicy",
    r#"{"userName":"$newuser","policyArn":"arn:aws:iam::aws:policy/$policy"}"#,
    "null",
);
pub(crate) const ATTACH_ROLE_POLICY: Api = write(
    "iam",
    "AttachRolePolicy",
    r#"{"roleName":"$role","policyArn":"arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy"}"#,
    "null",
);
pub(crate) const PUT_ROLE_POLICY: Api = write(
    "iam",
    "PutRolePolicy",
    r#"{"roleName":"$role","policyName":"inline","policyDocument":"{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[\"s3:GetObject\",\"s3:PutObject\"],\"Resource\":\"arn:aws:s3:::$bucket/*\"}]}"}"#,
    "null",
);
pub(crate) const CREATE_ROLE: Api = write(
    "iam",
    "CreateRole",
    r#"{"roleName":"$role-$number","assumeRolePolicyDocument":"{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"lambda.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}"}"#,
    r#"{"role":{"path":"/","roleName":"$role-$number","roleId":"AROA$letters","arn":"arn:aws:iam::$account:role/$role-$number","createDate":"$pretty","assumeRolePolicyDocument":"%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%7D%5D%7D"}}"#,
);
