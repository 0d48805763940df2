//! Keys and secrets: KMS, CloudHSM, Secrets Manager, Certificate Manager, Private CA, Signer. The lines of KMS
//! are as seen on AWS; what the others name follows from the shape of the API.

use super::rule::{Service, WhenFailed, service};

pub(super) const SERVICES: &[Service] = &[KMS, CLOUDHSM, SECRETS, ACM, PRIVATE_CA, SIGNER];

const KMS: Service = service! {"
    kms.amazonaws.com: AWS::KMS
    CreateKey: Key res.keyMetadata.keyId res.keyMetadata.arn
    ReplicateKey: Key req.keyId res.replicaKeyMetadata.arn
    CreateAlias UpdateAlias: Alias req.aliasName, Key req.targetKeyId
    DeleteAlias: Alias req.aliasName
    EnableKey DisableKey ScheduleKeyDeletion CancelKeyDeletion PutKeyPolicy UpdateKeyDescription:
        Key req.keyId resources.ARN
    EnableKeyRotation DisableKeyRotation RotateKeyOnDemand UpdatePrimaryRegion TagResource UntagResource:
        Key req.keyId resources.ARN
    CreateGrant RevokeGrant RetireGrant ImportKeyMaterial DeleteImportedKeyMaterial:
        Key req.keyId resources.ARN
    # The uses of a key: AWS shows the key of the request without a type.
    Encrypt Decrypt Sign Verify GenerateMac VerifyMac DeriveSharedSecret: _ req.keyId
    GenerateDataKey*: _ req.keyId
    ReEncrypt: _ req.sourceKeyId req.destinationKeyId
"}
.when_failed(WhenFailed::RequestOnly);

const SECRETS: Service = service! {"
    secretsmanager.amazonaws.com: AWS::SecretsManager
    DescribeSecret GetSecretValue GetResourcePolicy: Secret req.secretId
    BatchGetSecretValue: Secret req.secretIdList[]
    CreateSecret: Secret req.name res.arn res.aRN
    *SecretVersionDelete SecretVersionDeletion Rotation*:
        Secret additionalEventData.Name additionalEventData.ARN additionalEventData.SecretId
    otherwise: Secret req.secretId
"};

const ACM: Service = service! {"
    acm.amazonaws.com: AWS::ACM
    RequestCertificate ImportCertificate: Certificate res.certificateArn req.certificateArn
    otherwise: Certificate req.certificateArn
"};

const PRIVATE_CA: Service = service! {"
    acm-pca.amazonaws.com: AWS::ACMPCA
    CreateCertificateAuthority: CertificateAuthority res.certificateAuthorityArn
    IssueCertificate: Certificate res.certificateArn, CertificateAuthority req.certificateAuthorityArn
    otherwise:
        Certificate req.certificateArn, CertificateAuthority req.certificateAuthorityArn, _ req.resourceArn
"};

const CLOUDHSM: Service = service! {"
    cloudhsm.amazonaws.com: AWS::CloudHSM
    CreateCluster: Cluster res.cluster.clusterId
    CreateHsm: HSM res.hsm.hsmId, Cluster req.clusterId
    TagResource UntagResource: _ req.resourceId
    otherwise: HSM req.hsmId, Cluster req.clusterId, Backup req.backupId
"};

const SIGNER: Service = service! {"
    signer.amazonaws.com: AWS::Signer
    tags:
    otherwise: SigningProfile req.profileName, SigningJob req.jobId
"};
