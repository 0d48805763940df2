//! Keys and secrets: KMS, Secrets Manager, Certificate Manager.

use super::rule::{Row, Service, WhenFailed};

pub(super) const SERVICES: &[Service] = &[KMS, SECRETS, ACM];

const KEY: &[Row] = &[("Key", "req.keyId"), ("Key", "resources.ARN")];

const KMS: Service = Service {
    when_failed: WhenFailed::RequestOnly,
    ..Service::new(
        "kms.amazonaws.com",
        "AWS::KMS",
        &[
            ("CreateKey", &[("Key", "res.keyMetadata.keyId"), ("Key", "res.keyMetadata.arn")]),
            ("ReplicateKey", &[("Key", "req.keyId"), ("Key", "res.replicaKeyMetadata.arn")]),
            ("CreateAlias UpdateAlias", &[("Alias", "req.aliasName"), ("Key", "req.targetKeyId")]),
            ("DeleteAlias", &[("Alias", "req.aliasName")]),
            (
                "EnableKey DisableKey ScheduleKeyDeletion CancelKeyDeletion PutKeyPolicy UpdateKeyDescription",
                KEY,
            ),
            (
                "EnableKeyRotation DisableKeyRotation RotateKeyOnDemand UpdatePrimaryRegion TagResource UntagResource",
                KEY,
            ),
            ("CreateGrant RevokeGrant RetireGrant ImportKeyMaterial DeleteImportedKeyMaterial", KEY),
            // The uses of a key: AWS shows the key of the request without a type.
            ("Encrypt Decrypt Sign Verify GenerateMac VerifyMac DeriveSharedSecret", &[("", "req.keyId")]),
            ("GenerateDataKey*", &[("", "req.keyId")]),
            ("ReEncrypt", &[("", "req.sourceKeyId"), ("", "req.destinationKeyId")]),
        ],
    )
};

const SECRETS: Service = Service {
    otherwise: &[("Secret", "req.secretId")],
    ..Service::new(
        "secretsmanager.amazonaws.com",
        "AWS::SecretsManager",
        &[
            ("List*", &[]),
            ("CreateSecret", &[("Secret", "req.name"), ("Secret", "res.arn"), ("Secret", "res.aRN")]),
            (
                "*SecretVersionDelete SecretVersionDeletion Rotation*",
                &[
                    ("Secret", "additionalEventData.Name"),
                    ("Secret", "additionalEventData.ARN"),
                    ("Secret", "additionalEventData.SecretId"),
                ],
            ),
        ],
    )
};

const ACM: Service = Service {
    otherwise: &[("Certificate", "req.certificateArn")],
    ..Service::new(
        "acm.amazonaws.com",
        "AWS::ACM",
        &[(
            "RequestCertificate ImportCertificate",
            &[("Certificate", "res.certificateArn"), ("Certificate", "req.certificateArn")],
        )],
    )
};
