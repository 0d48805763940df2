//! Keys and secrets: KMS, CloudHSM, Secrets Manager, Certificate Manager, Private CA, Signer. The lines of KMS
//! are as seen on AWS; what the others name follows from the shape of the API.

use super::rule::{Row, Service, TAGS, WhenFailed};

pub(super) const SERVICES: &[Service] = &[KMS, CLOUDHSM, SECRETS, ACM, PRIVATE_CA, SIGNER];

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
            ("DescribeSecret GetSecretValue GetResourcePolicy", &[("Secret", "req.secretId")]),
            ("BatchGetSecretValue", &[("Secret", "req.secretIdList[]")]),
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

const PRIVATE_CA: Service = Service {
    otherwise: &[
        ("Certificate", "req.certificateArn"),
        ("CertificateAuthority", "req.certificateAuthorityArn"),
        ("", "req.resourceArn"),
    ],
    ..Service::new(
        "acm-pca.amazonaws.com",
        "AWS::ACMPCA",
        &[
            ("CreateCertificateAuthority", &[("CertificateAuthority", "res.certificateAuthorityArn")]),
            (
                "IssueCertificate",
                &[
                    ("Certificate", "res.certificateArn"),
                    ("CertificateAuthority", "req.certificateAuthorityArn"),
                ],
            ),
        ],
    )
};

const CLOUDHSM: Service = Service {
    otherwise: &[("HSM", "req.hsmId"), ("Cluster", "req.clusterId"), ("Backup", "req.backupId")],
    ..Service::new(
        "cloudhsm.amazonaws.com",
        "AWS::CloudHSM",
        &[
            ("CreateCluster", &[("Cluster", "res.cluster.clusterId")]),
            ("CreateHsm", &[("HSM", "res.hsm.hsmId"), ("Cluster", "req.clusterId")]),
            ("TagResource UntagResource", &[("", "req.resourceId")]),
        ],
    )
};

const SIGNER: Service = Service {
    otherwise: &[("SigningProfile", "req.profileName"), ("SigningJob", "req.jobId")],
    ..Service::new("signer.amazonaws.com", "AWS::Signer", &[TAGS])
};
