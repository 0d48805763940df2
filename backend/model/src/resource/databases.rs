//! Relational databases: RDS (with Aurora, Neptune and DocumentDB, which record under its name) and Aurora
//! DSQL. The types of RDS are those of AWS's list; what a line names follows from the shape of the API. Others
//! are in [`nosql`](super::nosql) and [`warehouse`](super::warehouse).

use super::rule::{Service, service};

pub(super) const SERVICES: &[Service] = &[RDS, RDS_DATA, DSQL];

const RDS: Service = service! {"
    rds.amazonaws.com: AWS::RDS
    Describe* List*:
    CreateDBInstance: DBInstance req.dBInstanceIdentifier, DBSubnetGroup req.dBSubnetGroupName
    CreateDBInstanceReadReplica: DBInstance req.dBInstanceIdentifier req.sourceDBInstanceIdentifier
    DeleteDBInstance: DBInstance req.dBInstanceIdentifier, DBSnapshot req.finalDBSnapshotIdentifier
    DeleteDBInstanceAutomatedBackup: DBInstance req.dbiResourceId
    RestoreDBInstanceFromDBSnapshot: DBInstance req.dBInstanceIdentifier, DBSnapshot req.dBSnapshotIdentifier
    RestoreDBInstanceToPointInTime: DBInstance req.targetDBInstanceIdentifier req.sourceDBInstanceIdentifier
    CreateDBSnapshot: DBSnapshot req.dBSnapshotIdentifier, DBInstance req.dBInstanceIdentifier
    CopyDBSnapshot: DBSnapshot req.sourceDBSnapshotIdentifier req.targetDBSnapshotIdentifier
    *DBSnapshot*: DBSnapshot req.dBSnapshotIdentifier
    CreateDBClusterSnapshot:
        DBClusterSnapshot req.dBClusterSnapshotIdentifier, DBCluster req.dBClusterIdentifier
    CopyDBClusterSnapshot:
        DBClusterSnapshot req.sourceDBClusterSnapshotIdentifier req.targetDBClusterSnapshotIdentifier
    RestoreDBClusterFromSnapshot: DBCluster req.dBClusterIdentifier, DBClusterSnapshot req.snapshotIdentifier
    DeleteDBCluster: DBCluster req.dBClusterIdentifier, DBClusterSnapshot req.finalDBSnapshotIdentifier
    DeleteDBClusterAutomatedBackup: DBCluster req.dbClusterResourceId
    *DBClusterSnapshot*: DBClusterSnapshot req.dBClusterSnapshotIdentifier
    CopyDBClusterParameterGroup:
        DBClusterParameterGroup req.sourceDBClusterParameterGroupIdentifier
        req.targetDBClusterParameterGroupIdentifier
    *DBClusterParameterGroup: DBClusterParameterGroup req.dBClusterParameterGroupName
    *GlobalCluster: GlobalCluster req.globalClusterIdentifier
    *DBClusterEndpoint: DBClusterEndpoint req.dBClusterEndpointIdentifier, DBCluster req.dBClusterIdentifier
    *DBCluster*: DBCluster req.dBClusterIdentifier
    CopyDBParameterGroup:
        DBParameterGroup req.sourceDBParameterGroupIdentifier req.targetDBParameterGroupIdentifier
    *DBParameterGroup: DBParameterGroup req.dBParameterGroupName
    *DBSecurityGroup*: DBSecurityGroup req.dBSecurityGroupName
    *DBSubnetGroup: DBSubnetGroup req.dBSubnetGroupName
    PurchaseReservedDBInstancesOffering: ReservedDBInstance req.reservedDBInstanceId res.reservedDBInstanceId
    CopyOptionGroup: DBOptionGroup req.sourceOptionGroupIdentifier req.targetOptionGroupIdentifier
    *OptionGroup: DBOptionGroup req.optionGroupName
    *EventSubscription: EventSubscription req.subscriptionName
    *DBInstance* DownloadDBLogFilePortion DownloadCompleteDBLogFile:
        DBInstance req.dBInstanceIdentifier req.sourceDBInstanceArn
    *ActivityStream AddTagsToResource RemoveTagsFromResource: _ req.resourceArn req.resourceName
    otherwise: DBProxy req.dBProxyName, DBProxyEndpoint req.dBProxyEndpointName,
        DBShardGroup req.dBShardGroupIdentifier,
        BlueGreenDeployment req.blueGreenDeploymentName req.blueGreenDeploymentIdentifier,
        ExportTask req.exportTaskIdentifier, Integration req.integrationName req.integrationIdentifier,
        EventSubscription req.subscriptionName, DBInstance req.dBInstanceIdentifier,
        DBCluster req.dBClusterIdentifier
"};

const RDS_DATA: Service = service! {"
    rdsdata.amazonaws.com: AWS::RDS
    otherwise: DBCluster req.resourceArn
"};

const DSQL: Service = service! {"
    dsql.amazonaws.com: AWS::DSQL
    CreateCluster: Cluster res.identifier
    otherwise: Cluster req.identifier, _ req.resourceArn
"};
