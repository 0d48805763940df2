//! Keys and secrets: KMS, Secrets Manager, Parameter Store.

use crate::api::{Api, Kind, read, write};

const KEY: &str =
    r#"{"accountId":"$account","type":"AWS::KMS::Key","ARN":"arn:aws:kms:$region:$account:key/$kmskey"}"#;

pub(crate) const DECRYPT: Api = read("kms", "Decrypt", r#"{"encryptionAlgorithm":"SYMMETRIC_DEFAULT","encryptionContext":{"SecretARN":"arn:aws:secretsmanager:$region:$account:secret:$secret-AbCdEf","SecretVersionId":"$uuid2"}}"#).touching(KEY);
pub(crate) const DECRYPT_OBJECT: Api = read("kms", "Decrypt", r#"{"encryptionAlgorithm":"SYMMETRIC_DEFAULT","keyId":"arn:aws:kms:$region:$account:key/$kmskey","encryptionContext":{"aws:s3:arn":"arn:aws:s3:::$bucket"}}"#).touching(KEY);
pub(crate) const GENERATE_DATA_KEY: Api = read("kms", "GenerateDataKey", r#"{"keySpec":"AES_256","keyId":"arn:aws:kms:$region:$account:key/$kmskey","encryptionContext":{"aws:sqs:arn":"arn:aws:sqs:$region:$account:$queue"}}"#).touching(KEY);
pub(crate) const DESCRIBE_KEY: Api =
    read("kms", "DescribeKey", r#"{"keyId":"arn:aws:kms:$region:$account:key/$kmskey"}"#).touching(KEY);
pub(crate) const ENABLE_KEY_ROTATION: Api =
    write("kms", "EnableKeyRotation", r#"{"keyId":"$kmskey","rotationPeriodInDays":365}"#, "null")
        .touching(KEY);
pub(crate) const ROTATE_KEY: Api = write("kms", "RotateKey", "null", "null")
    .kind(Kind::ServiceEvent)
    .adding(r#"{"keyId":"$kmskey","backingKeyId":"$digest"}"#)
    .touching(KEY);
/// Through a VPC endpoint, as the endpoint's owner sees it.
pub(crate) const DECRYPT_THROUGH_ENDPOINT: Api =
    read("kms", "Decrypt", "null").kind(Kind::NetworkActivity).touching(KEY);

pub(crate) const GET_SECRET_VALUE: Api = read(
    "secretsmanager",
    "GetSecretValue",
    r#"{"secretId":"arn:aws:secretsmanager:$region:$account:secret:$secret-AbCdEf","versionStage":"AWSCURRENT"}"#,
);
pub(crate) const LIST_SECRETS: Api = read("secretsmanager", "ListSecrets", r#"{"maxResults":100}"#);
pub(crate) const PUT_SECRET_VALUE: Api = write(
    "secretsmanager",
    "PutSecretValue",
    r#"{"secretId":"$secret","clientRequestToken":"$uuid2"}"#,
    r#"{"arn":"arn:aws:secretsmanager:$region:$account:secret:$secret-AbCdEf"}"#,
);

pub(crate) const GET_PARAMETER: Api =
    read("ssm", "GetParameter", r#"{"name":"$parameter","withDecryption":true}"#)
        .touching(r#"{"accountId":"$account","ARN":"arn:aws:ssm:$region:$account:parameter$parameter"}"#);
pub(crate) const PUT_PARAMETER: Api = write(
    "ssm",
    "PutParameter",
    r#"{"name":"$parameter","type":"String","value":"HIDDEN_DUE_TO_SECURITY_REASONS","overwrite":true}"#,
    r#"{"version":$number,"tier":"Standard"}"#,
)
.touching(r#"{"accountId":"$account","ARN":"arn:aws:ssm:$region:$account:parameter$parameter"}"#);
