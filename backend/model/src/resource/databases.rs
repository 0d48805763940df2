//! Relational databases: RDS (with Aurora, Neptune and DocumentDB, which record under its name) and Aurora
//! DSQL. The types of RDS are those of AWS's list; what a line names follows from the shape of the API. Others
//! are in [`nosql`](super::nosql) and [`warehouse`](super::warehouse).

use super::rule::Service;

pub(super) const SERVICES: &[Service] = &[RDS, RDS_DATA, DSQL];

const RDS: Service = Service {
    otherwise: &[
        ("DBProxy", "req.dBProxyName"),
        ("DBProxyEndpoint", "req.dBProxyEndpointName"),
        ("DBShardGroup", "req.dBShardGroupIdentifier"),
        ("BlueGreenDeployment", "req.blueGreenDeploymentName"),
        ("BlueGreenDeployment", "req.blueGreenDeploymentIdentifier"),
        ("ExportTask", "req.exportTaskIdentifier"),
        ("Integration", "req.integrationName"),
        ("Integration", "req.integrationIdentifier"),
        ("EventSubscription", "req.subscriptionName"),
        ("DBInstance", "req.dBInstanceIdentifier"),
        ("DBCluster", "req.dBClusterIdentifier"),
    ],
    ..Service::new(
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
                &[
                    ("DBInstance", "req.dBInstanceIdentifier"),
                    ("DBInstance", "req.sourceDBInstanceIdentifier"),
                ],
            ),
            (
                "DeleteDBInstance",
                &[
                    ("DBInstance", "req.dBInstanceIdentifier"),
                    ("DBSnapshot", "req.finalDBSnapshotIdentifier"),
                ],
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
            (
                "CopyDBClusterParameterGroup",
                &[
                    ("DBClusterParameterGroup", "req.sourceDBClusterParameterGroupIdentifier"),
                    ("DBClusterParameterGroup", "req.targetDBClusterParameterGroupIdentifier"),
                ],
            ),
            ("*DBClusterParameterGroup", &[("DBClusterParameterGroup", "req.dBClusterParameterGroupName")]),
            ("*GlobalCluster", &[("GlobalCluster", "req.globalClusterIdentifier")]),
            (
                "*DBClusterEndpoint",
                &[
                    ("DBClusterEndpoint", "req.dBClusterEndpointIdentifier"),
                    ("DBCluster", "req.dBClusterIdentifier"),
                ],
            ),
            ("*DBCluster*", &[("DBCluster", "req.dBClusterIdentifier")]),
            (
                "CopyDBParameterGroup",
                &[
                    ("DBParameterGroup", "req.sourceDBParameterGroupIdentifier"),
                    ("DBParameterGroup", "req.targetDBParameterGroupIdentifier"),
                ],
            ),
            ("*DBParameterGroup", &[("DBParameterGroup", "req.dBParameterGroupName")]),
            ("*DBSecurityGroup*", &[("DBSecurityGroup", "req.dBSecurityGroupName")]),
            ("*DBSubnetGroup", &[("DBSubnetGroup", "req.dBSubnetGroupName")]),
            (
                "PurchaseReservedDBInstancesOffering",
                &[
                    ("ReservedDBInstance", "req.reservedDBInstanceId"),
                    ("ReservedDBInstance", "res.reservedDBInstanceId"),
                ],
            ),
            (
                "CopyOptionGroup",
                &[
                    ("DBOptionGroup", "req.sourceOptionGroupIdentifier"),
                    ("DBOptionGroup", "req.targetOptionGroupIdentifier"),
                ],
            ),
            ("*OptionGroup", &[("DBOptionGroup", "req.optionGroupName")]),
            ("*EventSubscription", &[("EventSubscription", "req.subscriptionName")]),
            (
                "*DBInstance* DownloadDBLogFilePortion DownloadCompleteDBLogFile",
                &[("DBInstance", "req.dBInstanceIdentifier"), ("DBInstance", "req.sourceDBInstanceArn")],
            ),
            (
                "*ActivityStream AddTagsToResource RemoveTagsFromResource",
                &[("", "req.resourceArn"), ("", "req.resourceName")],
            ),
        ],
    )
};

const RDS_DATA: Service = Service {
    otherwise: &[("DBCluster", "req.resourceArn")],
    ..Service::new("rdsdata.amazonaws.com", "AWS::RDS", &[])
};

const DSQL: Service = Service {
    otherwise: &[("Cluster", "req.identifier"), ("", "req.resourceArn")],
    ..Service::new("dsql.amazonaws.com", "AWS::DSQL", &[("CreateCluster", &[("Cluster", "res.identifier")])])
};
