//! Redshift, with servers and without. The types are those of AWS's list; what a line names follows from the
//! shape of the API.

use super::rule::Service;

pub(super) const SERVICES: &[Service] = &[REDSHIFT, REDSHIFT_SERVERLESS, REDSHIFT_DATA];

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
                "CopyClusterSnapshot",
                &[
                    ("ClusterSnapshot", "req.sourceSnapshotIdentifier"),
                    ("ClusterSnapshot", "req.targetSnapshotIdentifier"),
                ],
            ),
            (
                "RestoreFromClusterSnapshot",
                &[("Cluster", "req.clusterIdentifier"), ("ClusterSnapshot", "req.snapshotIdentifier")],
            ),
            (
                "*ClusterSnapshot",
                &[("ClusterSnapshot", "req.snapshotIdentifier"), ("Cluster", "req.clusterIdentifier")],
            ),
            ("*SnapshotAccess", &[("ClusterSnapshot", "req.snapshotIdentifier")]),
            ("*HsmClientCertificate", &[("HsmClientCertificate", "req.hsmClientCertificateIdentifier")]),
            ("*HsmConfiguration", &[("HsmConfiguration", "req.hsmConfigurationIdentifier")]),
            ("CreateTags DeleteTags", &[("", "req.resourceName")]),
            ("*ClusterParameterGroup", &[("ClusterParameterGroup", "req.parameterGroupName")]),
            ("*ClusterSubnetGroup", &[("ClusterSubnetGroup", "req.clusterSubnetGroupName")]),
            ("*DataShare *DataShareConsumer", &[("DataShare", "req.dataShareArn")]),
            ("*ClusterSecurityGroup*", &[("ClusterSecurityGroup", "req.clusterSecurityGroupName")]),
            ("*EventSubscription", &[("EventSubscription", "req.subscriptionName")]),
        ],
    )
};

const REDSHIFT_SERVERLESS: Service = Service {
    otherwise: &[
        ("Workgroup", "req.workgroupName"),
        ("Snapshot", "req.snapshotName"),
        ("Namespace", "req.namespaceName"),
        ("", "req.resourceArn"),
    ],
    ..Service::new("redshift-serverless.amazonaws.com", "AWS::RedshiftServerless", &[])
};

const REDSHIFT_DATA: Service = Service {
    otherwise: &[
        ("Cluster", "req.clusterIdentifier"),
        ("AWS::RedshiftServerless::Workgroup", "req.workgroupName"),
    ],
    ..Service::new("redshift-data.amazonaws.com", "AWS::Redshift", &[])
};
