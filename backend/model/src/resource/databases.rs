//! Databases: RDS, Redshift, DynamoDB.

use super::rule::Service;

pub(super) const SERVICES: &[Service] = &[RDS, REDSHIFT, DYNAMODB];

const RDS: Service = Service::new(
    "rds.amazonaws.com",
    "AWS::RDS",
    &[
        ("Describe* List*", &[]),
        (
            "CreateDBInstance",
            &[("DBInstance", "req.dBInstanceIdentifier"), ("DBSubnetGroup", "req.dBSubnetGroupName")],
        ),
        (
            "CreateDBInstanceReadReplica",
            &[("DBInstance", "req.dBInstanceIdentifier"), ("DBInstance", "req.sourceDBInstanceIdentifier")],
        ),
        (
            "DeleteDBInstance",
            &[("DBInstance", "req.dBInstanceIdentifier"), ("DBSnapshot", "req.finalDBSnapshotIdentifier")],
        ),
        ("DeleteDBInstanceAutomatedBackup", &[("DBInstance", "req.dbiResourceId")]),
        (
            "RestoreDBInstanceFromDBSnapshot",
            &[("DBInstance", "req.dBInstanceIdentifier"), ("DBSnapshot", "req.dBSnapshotIdentifier")],
        ),
        (
            "RestoreDBInstanceToPointInTime",
            &[
                ("DBInstance", "req.targetDBInstanceIdentifier"),
                ("DBInstance", "req.sourceDBInstanceIdentifier"),
            ],
        ),
        (
            "CreateDBSnapshot",
            &[("DBSnapshot", "req.dBSnapshotIdentifier"), ("DBInstance", "req.dBInstanceIdentifier")],
        ),
        (
            "CopyDBSnapshot",
            &[
                ("DBSnapshot", "req.sourceDBSnapshotIdentifier"),
                ("DBSnapshot", "req.targetDBSnapshotIdentifier"),
            ],
        ),
        ("*DBSnapshot*", &[("DBSnapshot", "req.dBSnapshotIdentifier")]),
        (
            "CreateDBClusterSnapshot",
            &[
                ("DBClusterSnapshot", "req.dBClusterSnapshotIdentifier"),
                ("DBCluster", "req.dBClusterIdentifier"),
            ],
        ),
        (
            "CopyDBClusterSnapshot",
            &[
                ("DBClusterSnapshot", "req.sourceDBClusterSnapshotIdentifier"),
                ("DBClusterSnapshot", "req.targetDBClusterSnapshotIdentifier"),
            ],
        ),
        (
            "RestoreDBClusterFromSnapshot",
            &[("DBCluster", "req.dBClusterIdentifier"), ("DBClusterSnapshot", "req.snapshotIdentifier")],
        ),
        (
            "DeleteDBCluster",
            &[
                ("DBCluster", "req.dBClusterIdentifier"),
                ("DBClusterSnapshot", "req.finalDBSnapshotIdentifier"),
            ],
        ),
        ("DeleteDBClusterAutomatedBackup", &[("DBCluster", "req.dbClusterResourceId")]),
        ("*DBClusterSnapshot*", &[("DBClusterSnapshot", "req.dBClusterSnapshotIdentifier")]),
        ("*DBClusterParameterGroup", &[("DBClusterParameterGroup", "req.dBClusterParameterGroupName")]),
        ("*GlobalCluster", &[("GlobalCluster", "req.globalClusterIdentifier")]),
        ("*DBCluster*", &[("DBCluster", "req.dBClusterIdentifier")]),
        ("*DBParameterGroup", &[("DBParameterGroup", "req.dBParameterGroupName")]),
        ("*DBSecurityGroup*", &[("DBSecurityGroup", "req.dBSecurityGroupName")]),
        ("*DBSubnetGroup", &[("DBSubnetGroup", "req.dBSubnetGroupName")]),
        ("*OptionGroup", &[("DBOptionGroup", "req.optionGroupName")]),
        ("*EventSubscription", &[("EventSubscription", "req.subscriptionName")]),
        (
            "*DBInstance* DownloadDBLogFilePortion DownloadCompleteDBLogFile",
            &[("DBInstance", "req.dBInstanceIdentifier")],
        ),
        (
            "*ActivityStream AddTagsToResource RemoveTagsFromResource",
            &[("", "req.resourceArn"), ("", "req.resourceName")],
        ),
    ],
);

const REDSHIFT: Service = Service {
    otherwise: &[("Cluster", "req.clusterIdentifier")],
    ..Service::new(
        "redshift.amazonaws.com",
        "AWS::Redshift",
        &[
            ("Describe*", &[]),
            (
                "CreateCluster",
                &[("Cluster", "req.clusterIdentifier"), ("ClusterSubnetGroup", "req.clusterSubnetGroupName")],
            ),
            (
                "*ClusterSnapshot",
                &[("ClusterSnapshot", "req.snapshotIdentifier"), ("Cluster", "req.clusterIdentifier")],
            ),
            ("*ClusterParameterGroup", &[("ClusterParameterGroup", "req.parameterGroupName")]),
            ("*ClusterSubnetGroup", &[("ClusterSubnetGroup", "req.clusterSubnetGroupName")]),
            ("*ClusterSecurityGroup*", &[("ClusterSecurityGroup", "req.clusterSecurityGroupName")]),
            ("*EventSubscription", &[("EventSubscription", "req.subscriptionName")]),
        ],
    )
};

/// Its records list the table themselves; AWS shows nothing for backups and global tables.
const DYNAMODB: Service = Service {
    otherwise: &[("Table", "req.tableName")],
    ..Service::new(
        "dynamodb.amazonaws.com",
        "AWS::DynamoDB",
        &[("*Backup *GlobalTable ListTables DescribeLimits DescribeEndpoints", &[])],
    )
};
