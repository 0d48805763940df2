//! Redshift, with servers and without. The types are those of AWS's list; what a line names follows from the
//! shape of the API.

use super::rule::{Service, service};

pub(super) const SERVICES: &[Service] = &[REDSHIFT, REDSHIFT_SERVERLESS, REDSHIFT_DATA];

const REDSHIFT: Service = service! {"
    redshift.amazonaws.com: AWS::Redshift
    Describe*:
    CreateCluster: Cluster req.clusterIdentifier, ClusterSubnetGroup req.clusterSubnetGroupName
    CopyClusterSnapshot: ClusterSnapshot req.sourceSnapshotIdentifier req.targetSnapshotIdentifier
    RestoreFromClusterSnapshot: Cluster req.clusterIdentifier, ClusterSnapshot req.snapshotIdentifier
    *ClusterSnapshot: ClusterSnapshot req.snapshotIdentifier, Cluster req.clusterIdentifier
    *SnapshotAccess: ClusterSnapshot req.snapshotIdentifier
    *HsmClientCertificate: HsmClientCertificate req.hsmClientCertificateIdentifier
    *HsmConfiguration: HsmConfiguration req.hsmConfigurationIdentifier
    CreateTags DeleteTags: _ req.resourceName
    *ClusterParameterGroup: ClusterParameterGroup req.parameterGroupName
    *ClusterSubnetGroup: ClusterSubnetGroup req.clusterSubnetGroupName
    *DataShare *DataShareConsumer: DataShare req.dataShareArn
    *ClusterSecurityGroup*: ClusterSecurityGroup req.clusterSecurityGroupName
    *EventSubscription: EventSubscription req.subscriptionName
    otherwise: Cluster req.clusterIdentifier
"};

const REDSHIFT_SERVERLESS: Service = service! {"
    redshift-serverless.amazonaws.com: AWS::RedshiftServerless
    otherwise:
        Workgroup req.workgroupName, Snapshot req.snapshotName, Namespace req.namespaceName, _ req.resourceArn
"};

const REDSHIFT_DATA: Service = service! {"
    redshift-data.amazonaws.com: AWS::Redshift
    otherwise: Cluster req.clusterIdentifier, AWS::RedshiftServerless::Workgroup req.workgroupName
"};
