//! Files: S3, EFS, FSx, Glacier, Backup, snapshots by plan. The buckets are as seen on AWS; what the others
//! name follows from the shape of the API.

use super::rule::{Service, service};

pub(super) const SERVICES: &[Service] =
    &[S3_CONTROL, S3, S3_TABLES, EFS, FSX, GLACIER, BACKUP, RECYCLE_BIN, DLM];

/// Calls about objects list object and bucket themselves, in `resources`.
const S3: Service = service! {"
    s3.amazonaws.com: AWS::S3
    ListBuckets ListAllMyBuckets:
    GetBucket* GetAccelerateConfiguration ListBucket* *Bucket* *Configuration: Bucket req.bucketName
    ListObject* ListMultipartUploads ListParts: Bucket req.bucketName
    otherwise: Bucket req.bucketName
"};

/// What belongs to an account rather than to a bucket.
const S3_CONTROL: Service = service! {"
    s3.amazonaws.com: AWS::S3
    *MultiRegionAccessPoint *MultiRegionAccessPointPolicy: MultiRegionAccessPoint req.details.name
    *AccessPoint *AccessPointPolicy: AccessPoint req.name, Bucket req.bucket req.bucketName
    *AccountPublicAccessBlock: AccountPublicAccessBlock req.accountId, Bucket req.bucketName
    *StorageLensGroup: StorageLensGroup req.name req.storageLensGroup.name
    *StorageLensConfiguration: StorageLens req.configId
    CreateJob: Job res.jobId
    UpdateJobPriority UpdateJobStatus: Job req.jobId
    CreateAccessGrant: AccessGrant res.accessGrantId, AccessGrantsLocation req.accessGrantsLocationId
    otherwise: AccessGrant req.accessGrantId, AccessGrantsLocation req.accessGrantsLocationId,
        Bucket req.bucket, _ req.resourceArn
"};

const S3_TABLES: Service = service! {"
    s3tables.amazonaws.com: AWS::S3Tables
    CreateTableBucket: TableBucket req.name res.arn
    tags:
    otherwise: Table req.name, Namespace req.namespace, TableBucket req.tableBucketARN
"};

const EFS: Service = service! {"
    elasticfilesystem.amazonaws.com: AWS::EFS
    CreateFileSystem: FileSystem res.fileSystemId
    CreateMountTarget: FileSystem req.fileSystemId, MountTarget res.mountTargetId
    CreateAccessPoint: FileSystem req.fileSystemId, AccessPoint res.accessPointId
    otherwise: FileSystem req.fileSystemId, MountTarget req.mountTargetId, AccessPoint req.accessPointId,
        _ req.resourceId
"};

const FSX: Service = service! {"
    fsx.amazonaws.com: AWS::FSx
    CreateFileSystem: FileSystem res.fileSystem.fileSystemId
    CreateFileSystemFromBackup: FileSystem res.fileSystem.fileSystemId, Backup req.backupId
    CreateVolume: Volume res.volume.volumeId req.name
    CreateBackup: Backup res.backup.backupId, FileSystem req.fileSystemId
    tags:
    otherwise: FileSystem req.fileSystemId, Volume req.volumeId,
        StorageVirtualMachine req.storageVirtualMachineId, Snapshot req.snapshotId, Backup req.backupId,
        DataRepositoryAssociation req.associationId
"};

const GLACIER: Service = service! {"
    glacier.amazonaws.com: AWS::Glacier
    otherwise: Vault req.vaultName
"};

const BACKUP: Service = service! {"
    backup.amazonaws.com: AWS::Backup
    CreateBackupPlan: BackupPlan res.backupPlanId req.backupPlan.backupPlanName
    CreateBackupSelection: BackupSelection res.selectionId, BackupPlan req.backupPlanId
    StartBackupJob: BackupVault req.backupVaultName, _ req.resourceArn
    StartCopyJob: RecoveryPoint req.recoveryPointArn,
        BackupVault req.sourceBackupVaultName req.destinationBackupVaultArn
    otherwise: RecoveryPoint req.recoveryPointArn, BackupVault req.backupVaultName,
        BackupSelection req.selectionId, BackupPlan req.backupPlanId, Framework req.frameworkName,
        ReportPlan req.reportPlanName, LegalHold req.legalHoldId,
        RestoreTestingPlan req.restoreTestingPlanName, _ req.resourceArn
"};

const RECYCLE_BIN: Service = service! {"
    rbin.amazonaws.com: AWS::Rbin
    CreateRule: Rule res.identifier
    tags:
    otherwise: Rule req.identifier
"};

const DLM: Service = service! {"
    dlm.amazonaws.com: AWS::DLM
    CreateLifecyclePolicy: LifecyclePolicy res.policyId
    tags:
    otherwise: LifecyclePolicy req.policyId
"};
