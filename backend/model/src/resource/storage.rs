//! Files: S3, EFS, Glacier.

use super::rule::{Row, Service};

pub(super) const SERVICES: &[Service] = &[S3, EFS, GLACIER];

const BUCKET: &[Row] = &[("Bucket", "req.bucketName")];

/// Calls about objects list object and bucket themselves, in `resources`.
const S3: Service = Service {
    otherwise: BUCKET,
    ..Service::new(
        "s3.amazonaws.com",
        "AWS::S3",
        &[("ListBuckets ListAllMyBuckets", &[]), ("*Bucket* *Configuration", BUCKET)],
    )
};

const EFS: Service = Service {
    otherwise: &[("FileSystem", "req.fileSystemId"), ("MountTarget", "req.mountTargetId")],
    ..Service::new(
        "elasticfilesystem.amazonaws.com",
        "AWS::EFS",
        &[
            ("Describe*", &[]),
            ("CreateFileSystem", &[("FileSystem", "res.fileSystemId")]),
            (
                "CreateMountTarget",
                &[("FileSystem", "req.fileSystemId"), ("MountTarget", "res.mountTargetId")],
            ),
        ],
    )
};

const GLACIER: Service = Service {
    otherwise: &[("Vault", "req.vaultName")],
    ..Service::new("glacier.amazonaws.com", "AWS::Glacier", &[])
};
