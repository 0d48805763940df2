use crate::resource::SERVICES;

/// The resource types that AWS's Event history knew in 2018. Left out are `AWS::RDS::DBClusterOptionGroup`,
/// which no API makes, and three of IAM whose names newer observations spell otherwise: `MFADevice`,
/// `OIDCProvider`, `SAMLProvider`.
const KNOWN: [(&str, &str); 10] = [
    ("AWS::ACM", "Certificate"),
    ("AWS::AutoScaling", "AutoScalingGroup LaunchConfiguration ScalingPolicy ScheduledAction"),
    ("AWS::CloudTrail", "Trail"),
    ("AWS::CodePipeline", "Pipeline"),
    (
        "AWS::EC2",
        "Ami BundleTask ConversionTask CustomerGateway DHCPOptions EIP EIPAssociation ExportTask ImportTask \
         Instance InternetGateway KeyPair NatGateway NetworkAcl NetworkInterface NetworkInterfaceAttachment \
         PlacementGroup ReservedInstance ReservedInstancesListing ReservedInstancesModification RouteTable \
         ScheduledInstance SecurityGroup Snapshot SpotFleetRequest SpotInstanceRequest Subnet \
         SubnetNetworkAclAssociation SubnetRouteTableAssociation VPC VPCEndpoint VPCPeeringConnection \
         VPNConnection VPNGateway Volume",
    ),
    ("AWS::ElasticLoadBalancing", "LoadBalancer"),
    (
        "AWS::IAM",
        "AccessKey AccountAlias Group InstanceProfile Policy Role ServerCertificate SigningCertificate \
         SshPublicKey User",
    ),
    (
        "AWS::RDS",
        "DBCluster DBClusterParameterGroup DBClusterSnapshot DBInstance DBOptionGroup DBParameterGroup \
         DBSecurityGroup DBSnapshot DBSubnetGroup EventSubscription ReservedDBInstance",
    ),
    (
        "AWS::Redshift",
        "Cluster ClusterParameterGroup ClusterSecurityGroup ClusterSnapshot ClusterSubnetGroup \
         EventSubscription HsmClientCertificate HsmConfiguration",
    ),
    ("AWS::S3", "Bucket"),
];

#[test]
fn every_type_that_aws_lists_comes_of_some_line() {
    let mut made: Vec<String> = Vec::new();
    for service in SERVICES.iter().copied().flatten() {
        let rows = service.apis().flat_map(|(_, rows)| rows.iter()).chain(service.otherwise().iter());
        made.extend(rows.filter_map(|(short, _)| service.kind(short)));
    }
    for (prefix, names) in KNOWN {
        for name in names.split_ascii_whitespace() {
            let whole = format!("{prefix}::{name}");
            assert!(made.contains(&whole), "{whole}");
        }
    }
}
