//! Databases: [RDS](https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/) and DynamoDB.

use crate::api::{Api, Kind, read, write};

/// A database as RDS describes it in the responses to changes; `$status` is its state.
macro_rules! instance {
    () => {
        r#"{"dBInstanceIdentifier":"$database","dBInstanceClass":"db.r6g.large","engine":"postgres","dBInstanceStatus":"$status","masterUsername":"cats","dBName":"cats","endpoint":{"address":"$database.c0example.$region.rds.amazonaws.com","port":5432,"hostedZoneId":"Z1EXAMPLE"},"allocatedStorage":200,"instanceCreateTime":"Mar 4, 2024, 9:12:44 AM","preferredBackupWindow":"03:00-03:30","backupRetentionPeriod":7,"dBSecurityGroups":[],"vpcSecurityGroups":[{"vpcSecurityGroupId":"$group","status":"active"}],"availabilityZone":"$zone","dBSubnetGroup":{"dBSubnetGroupName":"cats","vpcId":"$vpc","subnetGroupStatus":"Complete"},"preferredMaintenanceWindow":"sun:04:00-sun:04:30","pendingModifiedValues":{},"multiAZ":true,"engineVersion":"16.8","autoMinorVersionUpgrade":true,"licenseModel":"postgresql-license","publiclyAccessible":false,"storageType":"gp3","storageEncrypted":true,"kmsKeyId":"arn:aws:kms:$region:$account:key/$kmskey","dbiResourceId":"db-CATSEXAMPLE","cACertificateIdentifier":"rds-ca-rsa2048-g1","copyTagsToSnapshot":true,"iAMDatabaseAuthenticationEnabled":false,"deletionProtection":false,"dBInstanceArn":"arn:aws:rds:$region:$account:db:$database"}"#
    };
}

pub(crate) const DESCRIBE_DB_INSTANCES: Api =
    read("rds", "DescribeDBInstances", r#"{"dBInstanceIdentifier":"$database"}"#);
pub(crate) const DESCRIBE_DB_SNAPSHOTS: Api =
    read("rds", "DescribeDBSnapshots", r#"{"dBInstanceIdentifier":"$database","snapshotType":"manual"}"#);
pub(crate) const LIST_TAGS_FOR_RESOURCE: Api =
    read("rds", "ListTagsForResource", r#"{"resourceName":"arn:aws:rds:$region:$account:db:$database"}"#);
/// `$change`: members of the request that say what is modified.
pub(crate) const MODIFY_DB_INSTANCE: Api = write(
    "rds",
    "ModifyDBInstance",
    r#"{"dBInstanceIdentifier":"$database",$change,"applyImmediately":true,"allowMajorVersionUpgrade":false}"#,
    instance!(),
);
pub(crate) const DELETE_DB_INSTANCE: Api = write(
    "rds",
    "DeleteDBInstance",
    r#"{"dBInstanceIdentifier":"$database","skipFinalSnapshot":true,"deleteAutomatedBackups":true}"#,
    instance!(),
);
/// `$dbsnapshot`: its name.
pub(crate) const CREATE_DB_SNAPSHOT: Api = write(
    "rds",
    "CreateDBSnapshot",
    r#"{"dBSnapshotIdentifier":"$dbsnapshot","dBInstanceIdentifier":"$database"}"#,
    r#"{"dBSnapshotIdentifier":"$dbsnapshot","dBInstanceIdentifier":"$database","engine":"postgres","allocatedStorage":200,"status":"creating","port":5432,"availabilityZone":"$zone","vpcId":"$vpc","engineVersion":"16.8","snapshotType":"manual","encrypted":true,"dBSnapshotArn":"arn:aws:rds:$region:$account:snapshot:$dbsnapshot"}"#,
);
pub(crate) const DELETE_DB_SNAPSHOT: Api = write(
    "rds",
    "DeleteDBSnapshot",
    r#"{"dBSnapshotIdentifier":"$dbsnapshot"}"#,
    r#"{"dBSnapshotIdentifier":"$dbsnapshot","dBInstanceIdentifier":"$database","engine":"postgres","allocatedStorage":200,"status":"deleted","port":5432,"vpcId":"$vpc","engineVersion":"16.8","snapshotType":"manual","encrypted":true,"dBSnapshotArn":"arn:aws:rds:$region:$account:snapshot:$dbsnapshot"}"#,
);

const TABLE: &str = r#"{"accountId":"$account","type":"AWS::DynamoDB::Table","ARN":"arn:aws:dynamodb:$region:$account:table/$table"}"#;
pub(crate) const DESCRIBE_TABLE: Api =
    read("dynamodb", "DescribeTable", r#"{"tableName":"$table"}"#).touching(TABLE).version("2012-08-10");
pub(crate) const LIST_TABLES: Api = read("dynamodb", "ListTables", r#"{"limit":100}"#).version("2012-08-10");
pub(crate) const UPDATE_TABLE: Api = write("dynamodb", "UpdateTable", r#"{"tableName":"$table","billingMode":"PAY_PER_REQUEST","deletionProtectionEnabled":true}"#, r#"{"tableDescription":{"tableName":"$table","tableStatus":"UPDATING","tableArn":"arn:aws:dynamodb:$region:$account:table/$table","tableId":"$uuid","itemCount":$number,"deletionProtectionEnabled":true}}"#).touching(TABLE).version("2012-08-10");
pub(crate) const GET_ITEM: Api =
    read("dynamodb", "GetItem", r#"{"tableName":"$table","key":{"id":{"s":"$hex"}},"consistentRead":false}"#)
        .kind(Kind::Data)
        .touching(TABLE)
        .version("2012-08-10");
