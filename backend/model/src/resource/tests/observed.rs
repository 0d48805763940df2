//! What has been seen on AWS: one row per statement.

use super::{answered, asks, call, refused};

#[test]
fn sts() {
    answered(
        "sts",
        "GetFederationToken",
        r#"{"name":"kim"}"#,
        r#"{"credentials":{"accessKeyId":"ASIA1"},"federatedUser":{"federatedUserId":"1:kim","arn":"arn:kim"}}"#,
        &[
            "AWS::IAM::AccessKey=ASIA1",
            "AWS::STS::FederatedUser=1:kim",
            "AWS::STS::FederatedUser=arn:kim",
            "AWS::STS::FederatedUser=kim",
        ],
    );
    for name in ["AssumeRoleWithSAML", "AssumeRoleWithWebIdentity"] {
        answered(
            "sts",
            name,
            r#"{"roleArn":"arn:role","roleSessionName":"kim"}"#,
            r#"{"credentials":{"accessKeyId":"ASIA1"},"assumedRoleUser":{"assumedRoleId":"AROA:kim","arn":"arn:kim"}}"#,
            &[
                "AWS::IAM::AccessKey=ASIA1",
                "AWS::STS::AssumedRole=arn:kim",
                "AWS::STS::AssumedRole=AROA:kim",
                "AWS::STS::AssumedRole=kim",
                "AWS::IAM::Role=arn:role",
            ],
        );
    }
}

#[test]
fn iam_creates() {
    let of = |service: &str, name: &str, members: &str, expected: [&str; 3]| {
        answered("iam", name, "null", &format!(r#"{{"{service}":{members}}}"#), &expected);
    };
    of(
        "user",
        "CreateUser",
        r#"{"userName":"n","userId":"i","arn":"a"}"#,
        ["AWS::IAM::User=a", "AWS::IAM::User=n", "AWS::IAM::User=i"],
    );
    of(
        "role",
        "CreateRole",
        r#"{"roleName":"n","roleId":"i","arn":"a"}"#,
        ["AWS::IAM::Role=n", "AWS::IAM::Role=i", "AWS::IAM::Role=a"],
    );
    of(
        "group",
        "CreateGroup",
        r#"{"groupName":"n","groupId":"i","arn":"a"}"#,
        ["AWS::IAM::Group=n", "AWS::IAM::Group=i", "AWS::IAM::Group=a"],
    );
    of(
        "policy",
        "CreatePolicy",
        r#"{"policyName":"n","policyId":"i","arn":"a"}"#,
        ["AWS::IAM::Policy=n", "AWS::IAM::Policy=i", "AWS::IAM::Policy=a"],
    );
    of(
        "instanceProfile",
        "CreateInstanceProfile",
        r#"{"instanceProfileName":"n","instanceProfileId":"i","arn":"a"}"#,
        ["AWS::IAM::InstanceProfile=n", "AWS::IAM::InstanceProfile=i", "AWS::IAM::InstanceProfile=a"],
    );
}

#[test]
fn iam_changes() {
    let everything = r#"{"userName":"u","roleName":"r","groupName":"g","policyName":"p","policyArn":"a",
        "accessKeyId":"k","instanceProfileName":"i","serialNumber":"s"}"#;
    let (user, role, group) = ("AWS::IAM::User=u", "AWS::IAM::Role=r", "AWS::IAM::Group=g");
    let (key, policy, inline) = ("AWS::IAM::AccessKey=k", "AWS::IAM::Policy=a", "AWS::IAM::Policy=p");
    let (profile, device) = ("AWS::IAM::InstanceProfile=i", "AWS::IAM::MFADevice=s");
    let changes: [(&str, &[&str]); 12] = [
        ("UpdateAccessKey DeleteAccessKey", &[key, user]),
        ("UpdateUser DeleteUser TagUser UntagUser", &[user]),
        ("CreateLoginProfile UpdateLoginProfile DeleteLoginProfile", &[user]),
        ("PutRolePolicy DeleteRolePolicy", &[inline, role]),
        ("AttachUserPolicy DetachUserPolicy", &[policy, user]),
        ("AttachRolePolicy DetachRolePolicy", &[policy, role]),
        ("AttachGroupPolicy DetachGroupPolicy", &[policy, group]),
        ("AddUserToGroup RemoveUserFromGroup", &[group, user]),
        ("AddRoleToInstanceProfile RemoveRoleFromInstanceProfile", &[profile, role]),
        ("UpdateAssumeRolePolicy DeleteRole", &[role]),
        ("CreatePolicyVersion SetDefaultPolicyVersion DeletePolicyVersion", &[policy]),
        ("EnableMFADevice DeactivateMFADevice ResyncMFADevice", &[device, user]),
    ];
    for (names, expected) in changes {
        for name in names.split_ascii_whitespace() {
            asks("iam", name, everything, expected);
        }
    }
    for name in ["GetUser", "ListRoles", "GetRolePolicy"] {
        asks("iam", name, everything, &[]);
    }
    refused("iam", "DeleteUser", r#"{"userName":"u"}"#, &["~AWS::IAM::User=u"]);
}

#[test]
fn keys() {
    let key = r#""requestParameters":{"keyId":"k"},"resources":[{"ARN":"arn:k","type":"AWS::KMS::Key"}]"#;
    for name in ["DisableKey", "ScheduleKeyDeletion", "PutKeyPolicy", "TagResource"] {
        call("kms", name, key, &["AWS::KMS::Key=k", "AWS::KMS::Key=arn:k"]);
        refused("kms", name, r#"{"keyId":"k"}"#, &["AWS::KMS::Key=k"]);
    }
    asks("kms", "Encrypt", r#"{"keyId":"k"}"#, &["=k"]);
    asks("kms", "Decrypt", r#"{"keyId":"k"}"#, &["=k"]);
    asks("kms", "ReEncrypt", r#"{"sourceKeyId":"k","destinationKeyId":"l"}"#, &["=k", "=l"]);
    refused("kms", "DescribeKey", r#"{"keyId":"alias/none"}"#, &[]);
}

#[test]
fn the_rest() {
    let function = r#"{"functionName":"f"}"#;
    for name in ["AddPermission20150331v2", "DeleteFunction20150331", "UpdateFunctionCode20150331v2"] {
        asks("lambda", name, function, &["AWS::Lambda::Function=f"]);
        refused("lambda", name, function, &["AWS::Lambda::Function=f"]);
    }
    for name in ["PutFunctionEventInvokeConfig", "GetFunction20150331v2", "ListTags20170331"] {
        asks("lambda", name, function, &[]);
    }
    answered("sqs", "CreateQueue", r#"{"queueName":"q"}"#, r#"{"queueUrl":"u"}"#, &["AWS::SQS::Queue=u"]);
    for name in ["DeleteQueue", "SetQueueAttributes"] {
        asks("sqs", name, r#"{"queueUrl":"u"}"#, &["AWS::SQS::Queue=u"]);
    }
    for name in ["PutRule", "DeleteRule", "EnableRule", "PutTargets", "RemoveTargets"] {
        asks("events", name, r#"{"name":"r","rule":"r"}"#, &[]);
    }
    let table =
        r#""requestParameters":{"tableName":"t"},"resources":[{"ARN":"a","type":"AWS::DynamoDB::Table"}]"#;
    call("dynamodb", "UpdateTable", table, &["AWS::DynamoDB::Table=a"]);
    for name in ["CreateBackup", "DeleteBackup", "CreateGlobalTable", "UpdateGlobalTable"] {
        asks("dynamodb", name, r#"{"tableName":"t","backupName":"b"}"#, &[]);
    }
    asks("eks-auth", "AssumeRoleForPodIdentity", r#"{"clusterName":"c"}"#, &["AWS::EKS::Cluster=c"]);
    answered(
        "ec2",
        "RunInstances",
        r#"{"iamInstanceProfile":{"name":"p"}}"#,
        r#"{"instancesSet":{"items":[{"instanceId":"i-1"},{"instanceId":"i-2"}]}}"#,
        &["AWS::IAM::InstanceProfile=p", "AWS::EC2::Instance=i-1", "AWS::EC2::Instance=i-2"],
    );
}
