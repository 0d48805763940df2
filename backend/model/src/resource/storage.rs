//! Files: S3, EFS, FSx, Glacier, Backup, snapshots by plan. The buckets are as seen on AWS; what the others
//! name follows from the shape of the API.

use super::rule::{Row, Service, TAGS};

pub(super) const SERVICES: &[Service] =
    &[S3_CONTROL, S3, S3_TABLES, EFS, FSX, GLACIER, BACKUP, RECYCLE_BIN, DLM];

const BUCKET: &[Row] = &[("Bucket", "req.bucketName")];

/// Calls about objects list object and bucket themselves, in `resources`.
const S3: Service = Service {
    otherwise: BUCKET,
    ..Service::new(
        "s3.amazonaws.com",
        "AWS::S3",
        &[
            ("ListBuckets ListAllMyBuckets", &[]),
            ("GetBucket* GetAccelerateConfiguration ListBucket* *Bucket* *Configuration", BUCKET),
            ("ListObject* ListMultipartUploads ListParts", BUCKET),
        ],
    )
};

const ACCESS_POINT: &[Row] =
    &[("AccessPoint", "req.name"), ("Bucket", "req.bucket"), ("Bucket", "req.bucketName")];

/// What belongs to an account rather than to a bucket.
const S3_CONTROL: Service = Service {
    otherwise: &[
        ("AccessGrant", "req.accessGrantId"),
        ("AccessGrantsLocation", "req.accessGrantsLocationId"),
        ("Bucket", "req.bucket"),
        ("", "req.resourceArn"),
    ],
    ..Service::new(
        "s3.amazonaws.com",
        "AWS::S3",
        &[
            (
                "*MultiRegionAccessPoint *MultiRegionAccessPointPolicy",
                &[("MultiRegionAccessPoint", "req.details.name")],
            ),
            ("*AccessPoint *AccessPointPolicy", ACCESS_POINT),
            (
                "*AccountPublicAccessBlock",
                &[("AccountPublicAccessBlock", "req.accountId"), ("Bucket", "req.bucketName")],
            ),
            (
                "*StorageLensGroup",
                &[("StorageLensGroup", "req.name"), ("StorageLensGroup", "req.storageLensGroup.name")],
            ),
            ("*StorageLensConfiguration", &[("StorageLens", "req.configId")]),
            ("CreateJob", &[("Job", "res.jobId")]),
            ("UpdateJobPriority UpdateJobStatus", &[("Job", "req.jobId")]),
            (
                "CreateAccessGrant",
                &[
                    ("AccessGrant", "res.accessGrantId"),
                    ("AccessGrantsLocation", "req.accessGrantsLocationId"),
                ],
            ),
        ],
    )
};

const S3_TABLES: Service = Service {
    otherwise: &[
        ("Table", "req.name"),
        ("Namespace", "req.namespace"),
        ("TableBucket", "req.tableBucketARN"),
    ],
    ..Service::new(
        "s3tables.amazonaws.com",
        "AWS::S3Tables",
        &[("CreateTableBucket", &[("TableBucket", "req.name"), ("TableBucket", "res.arn")]), TAGS],
    )
};

const EFS: Service = Service {
    otherwise: &[
        ("FileSystem", "req.fileSystemId"),
        ("MountTarget", "req.mountTargetId"),
        ("AccessPoint", "req.accessPointId"),
        ("", "req.resourceId"),
    ],
    ..Service::new(
        "elasticfilesystem.amazonaws.com",
        "AWS::EFS",
        &[
            ("CreateFileSystem", &[("FileSystem", "res.fileSystemId")]),
            (
                "CreateMountTarget",
                &[("FileSystem", "req.fileSystemId"), ("MountTarget", "res.mountTargetId")],
            ),
            (
                "CreateAccessPoint",
                &[("FileSystem", "req.fileSystemId"), ("AccessPoint", "res.accessPointId")],
            ),
        ],
    )
};

const FSX: Service = Service {
    otherwise: &[
        ("FileSystem", "req.fileSystemId"),
        ("Volume", "req.volumeId"),
        ("StorageVirtualMachine", "req.storageVirtualMachineId"),
        ("Snapshot", "req.snapshotId"),
        ("Backup", "req.backupId"),
        ("DataRepositoryAssociation", "req.associationId"),
    ],
    ..Service::new(
        "fsx.amazonaws.com",
        "AWS::FSx",
        &[
            ("CreateFileSystem", &[("FileSystem", "res.fileSystem.fileSystemId")]),
            (
                "CreateFileSystemFromBackup",
                &[("FileSystem", "res.fileSystem.fileSystemId"), ("Backup", "req.backupId")],
            ),
            ("CreateVolume", &[("Volume", "res.volume.volumeId"), ("Volume", "req.name")]),
            ("CreateBackup", &[("Backup", "res.backup.backupId"), ("FileSystem", "req.fileSystemId")]),
            TAGS,
        ],
    )
};

const GLACIER: Service = Service {
    otherwise: &[("Vault", "req.vaultName")],
    ..Service::new("glacier.amazonaws.com", "AWS::Glacier", &[])
};

const BACKUP: Service = Service {
    otherwise: &[
        ("RecoveryPoint", "req.recoveryPointArn"),
        ("BackupVault", "req.backupVaultName"),
        ("BackupSelection", "req.selectionId"),
        ("BackupPlan", "req.backupPlanId"),
        ("Framework", "req.frameworkName"),
        ("ReportPlan", "req.reportPlanName"),
        ("LegalHold", "req.legalHoldId"),
        ("RestoreTestingPlan", "req.restoreTestingPlanName"),
        ("", "req.resourceArn"),
    ],
    ..Service::new(
        "backup.amazonaws.com",
        "AWS::Backup",
        &[
            (
                "CreateBackupPlan",
                &[("BackupPlan", "res.backupPlanId"), ("BackupPlan", "req.backupPlan.backupPlanName")],
            ),
            (
                "CreateBackupSelection",
                &[("BackupSelection", "res.selectionId"), ("BackupPlan", "req.backupPlanId")],
            ),
            ("StartBackupJob", &[("BackupVault", "req.backupVaultName"), ("", "req.resourceArn")]),
            (
                "StartCopyJob",
                &[
                    ("RecoveryPoint", "req.recoveryPointArn"),
                    ("BackupVault", "req.sourceBackupVaultName"),
                    ("BackupVault", "req.destinationBackupVaultArn"),
                ],
            ),
        ],
    )
};

const RECYCLE_BIN: Service = Service {
    otherwise: &[("Rule", "req.identifier")],
    ..Service::new("rbin.amazonaws.com", "AWS::Rbin", &[("CreateRule", &[("Rule", "res.identifier")]), TAGS])
};

const DLM: Service = Service {
    otherwise: &[("LifecyclePolicy", "req.policyId")],
    ..Service::new(
        "dlm.amazonaws.com",
        "AWS::DLM",
        &[("CreateLifecyclePolicy", &[("LifecyclePolicy", "res.policyId")]), TAGS],
    )
};
