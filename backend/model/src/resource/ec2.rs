//! EC2: instances, images, disks, networks; Auto Scaling.

use super::rule::{Row, Service};

pub(super) const SERVICES: &[Service] = &[EC2, AUTO_SCALING, INSTANCE_CONNECT];

const RUN_INSTANCES: &[Row] = &[
    ("AWS::IAM::InstanceProfile", "req.iamInstanceProfile.name"),
    ("AWS::IAM::InstanceProfile", "req.iamInstanceProfile.arn"),
    ("VPC", "res.instancesSet.items.vpcId"),
    ("Ami", "res.instancesSet.items.imageId"),
    ("Ami", "req.instancesSet.items.imageId"),
    ("NetworkInterface", "res.instancesSet.items.networkInterfaceSet.items.networkInterfaceId"),
    ("Instance", "res.instancesSet.items.instanceId"),
    ("KeyPair", "req.instancesSet.items.keyName"),
    ("SecurityGroup", "res.instancesSet.items.groupSet.items.groupName"),
    ("SecurityGroup", "res.instancesSet.items.groupSet.items.groupId"),
    ("SecurityGroup", "req.groupSet.items.groupId"),
    ("SecurityGroup", "req.networkInterfaceSet.items.groupSet.items.groupId"),
    ("Subnet", "res.instancesSet.items.subnetId"),
    ("Subnet", "req.subnetId"),
    ("Subnet", "req.networkInterfaceSet.items.subnetId"),
];

const VPC: Row = ("VPC", "req.vpcId");
const INSTANCE: Row = ("Instance", "req.instanceId");
const VOLUME: Row = ("Volume", "req.volumeId");
const SUBNET: Row = ("Subnet", "req.subnetId");
const ROUTE_TABLE: Row = ("RouteTable", "req.routeTableId");
const NETWORK_INTERFACE: Row = ("NetworkInterface", "req.networkInterfaceId");
const NETWORK_ACL: Row = ("NetworkAcl", "req.networkAclId");

const EC2: Service = Service::new(
    "ec2.amazonaws.com",
    "AWS::EC2",
    &[
        ("Describe* Search*", &[]),
        ("RunInstances", RUN_INSTANCES),
        (
            "StartInstances StopInstances TerminateInstances RebootInstances MonitorInstances UnmonitorInstances",
            &[("Instance", "req.instancesSet.items.instanceId")],
        ),
        ("ModifyInstance* ResetInstanceAttribute GetConsoleOutput GetPasswordData", &[INSTANCE]),
        ("GetConsoleScreenshot", &[("Instance", "req.GetConsoleScreenshotRequest.InstanceId")]),
        (
            "AssociateIamInstanceProfile",
            &[
                (
                    "AWS::IAM::InstanceProfile",
                    "req.AssociateIamInstanceProfileRequest.IamInstanceProfile.Name",
                ),
                ("Instance", "req.AssociateIamInstanceProfileRequest.InstanceId"),
            ],
        ),
        ("CreateTags DeleteTags", &[("", "req.resourcesSet.items.resourceId")]),
        // images, snapshots, volumes, key pairs
        ("CreateImage", &[INSTANCE, ("Ami", "res.imageId")]),
        ("RegisterImage CopyImage", &[("Ami", "res.imageId")]),
        ("DeregisterImage ModifyImageAttribute ResetImageAttribute", &[("Ami", "req.imageId")]),
        ("CreateSnapshot", &[VOLUME, ("Snapshot", "res.snapshotId")]),
        ("CreateSnapshots", &[("Snapshot", "res.CreateSnapshotsResponse.snapshotSet.item.snapshotId")]),
        ("CopySnapshot", &[("Snapshot", "req.sourceSnapshotId"), ("Snapshot", "res.snapshotId")]),
        ("DeleteSnapshot ModifySnapshotAttribute ResetSnapshotAttribute", &[("Snapshot", "req.snapshotId")]),
        ("CreateVolume", &[("Volume", "res.volumeId"), ("Snapshot", "req.snapshotId")]),
        ("AttachVolume DetachVolume", &[VOLUME, INSTANCE]),
        ("DeleteVolume ModifyVolumeAttribute EnableVolumeIO", &[VOLUME]),
        ("ModifyVolume", &[("Volume", "req.ModifyVolumeRequest.VolumeId")]),
        ("CreateKeyPair ImportKeyPair DeleteKeyPair", &[("KeyPair", "req.keyName")]),
        // security groups
        ("CreateSecurityGroup", &[VPC, ("SecurityGroup", "req.groupName"), ("SecurityGroup", "res.groupId")]),
        (
            "DeleteSecurityGroup *SecurityGroupIngress *SecurityGroupEgress *SecurityGroupRule*",
            &[
                ("SecurityGroup", "req.groupName"),
                ("SecurityGroup", "req.groupId"),
                ("SecurityGroup", "req.ModifySecurityGroupRulesRequest.GroupId"),
            ],
        ),
        // networks
        ("CreateVpc CreateDefaultVpc", &[("VPC", "res.vpc.vpcId")]),
        ("DeleteVpc ModifyVpcAttribute *VpcCidrBlock", &[VPC]),
        ("CreateSubnet", &[VPC, ("Subnet", "res.subnet.subnetId")]),
        ("DeleteSubnet ModifySubnetAttribute", &[SUBNET]),
        ("CreateRouteTable", &[VPC, ("RouteTable", "res.routeTable.routeTableId")]),
        ("DeleteRouteTable", &[ROUTE_TABLE]),
        ("AssociateRouteTable", &[SUBNET, ROUTE_TABLE, ("SubnetRouteTableAssociation", "res.associationId")]),
        ("DisassociateRouteTable", &[("SubnetRouteTableAssociation", "req.associationId")]),
        (
            "CreateRoute ReplaceRoute DeleteRoute",
            &[ROUTE_TABLE, ("InternetGateway", "req.gatewayId"), ("NatGateway", "req.natGatewayId")],
        ),
        ("CreateInternetGateway", &[("InternetGateway", "res.internetGateway.internetGatewayId")]),
        (
            "AttachInternetGateway DetachInternetGateway DeleteInternetGateway",
            &[("InternetGateway", "req.internetGatewayId"), VPC],
        ),
        (
            "CreateNatGateway",
            &[
                ("Subnet", "req.CreateNatGatewayRequest.SubnetId"),
                ("NatGateway", "res.CreateNatGatewayResponse.natGateway.natGatewayId"),
            ],
        ),
        ("DeleteNatGateway", &[("NatGateway", "req.DeleteNatGatewayRequest.NatGatewayId")]),
        ("CreateNetworkAcl", &[VPC, ("NetworkAcl", "res.networkAcl.networkAclId")]),
        ("DeleteNetworkAcl *NetworkAclEntry", &[NETWORK_ACL]),
        (
            "CreateNetworkInterface",
            &[SUBNET, ("NetworkInterface", "res.networkInterface.networkInterfaceId")],
        ),
        (
            "AttachNetworkInterface DeleteNetworkInterface ModifyNetworkInterfaceAttribute",
            &[NETWORK_INTERFACE, INSTANCE],
        ),
        ("DetachNetworkInterface", &[("NetworkInterfaceAttachment", "req.attachmentId")]),
        ("AllocateAddress", &[("EIP", "res.publicIp"), ("EIP", "res.allocationId")]),
        ("ReleaseAddress", &[("EIP", "req.publicIp"), ("EIP", "req.allocationId")]),
        (
            "AssociateAddress",
            &[
                ("EIP", "req.publicIp"),
                ("EIP", "req.allocationId"),
                ("EIPAssociation", "res.associationId"),
                INSTANCE,
                NETWORK_INTERFACE,
            ],
        ),
        ("DisassociateAddress", &[("EIP", "req.publicIp"), ("EIPAssociation", "req.associationId")]),
        (
            "CreateVpcEndpoint",
            &[
                ("VPC", "req.CreateVpcEndpointRequest.VpcId"),
                ("VPCEndpoint", "res.CreateVpcEndpointResponse.vpcEndpoint.vpcEndpointId"),
            ],
        ),
        ("DeleteVpcEndpoints", &[("VPCEndpoint", "req.DeleteVpcEndpointsRequest.VpcEndpointId.content")]),
        (
            "CreateVpcPeeringConnection",
            &[VPC, ("VPCPeeringConnection", "res.vpcPeeringConnection.vpcPeeringConnectionId")],
        ),
        (
            "AcceptVpcPeeringConnection RejectVpcPeeringConnection DeleteVpcPeeringConnection",
            &[("VPCPeeringConnection", "req.vpcPeeringConnectionId")],
        ),
        ("CreateFlowLogs", &[("", "req.CreateFlowLogsRequest.ResourceId.content")]),
        ("DeleteFlowLogs", &[("FlowLog", "req.DeleteFlowLogsRequest.FlowLogId.content")]),
        (
            "CreateTrafficMirrorSession",
            &[("NetworkInterface", "req.CreateTrafficMirrorSessionRequest.NetworkInterfaceId")],
        ),
        (
            "DeleteTransitGatewayVpcAttachment",
            &[("VPC", "res.DeleteTransitGatewayVpcAttachmentResponse.transitGatewayVpcAttachment.vpcId")],
        ),
        (
            "RequestSpotInstances",
            &[("SpotInstanceRequest", "res.spotInstanceRequestSet.items.spotInstanceRequestId")],
        ),
    ],
);

const AUTO_SCALING: Service = Service {
    otherwise: &[("AutoScalingGroup", "req.autoScalingGroupName")],
    ..Service::new(
        "autoscaling.amazonaws.com",
        "AWS::AutoScaling",
        &[
            ("Describe*", &[]),
            (
                "CreateLaunchConfiguration DeleteLaunchConfiguration",
                &[("LaunchConfiguration", "req.launchConfigurationName")],
            ),
            (
                "CreateAutoScalingGroup UpdateAutoScalingGroup DeleteAutoScalingGroup",
                &[
                    ("AutoScalingGroup", "req.autoScalingGroupName"),
                    ("LaunchConfiguration", "req.launchConfigurationName"),
                ],
            ),
            (
                "PutScalingPolicy DeletePolicy",
                &[("AutoScalingGroup", "req.autoScalingGroupName"), ("ScalingPolicy", "req.policyName")],
            ),
            (
                "PutScheduledUpdateGroupAction DeleteScheduledAction",
                &[
                    ("AutoScalingGroup", "req.autoScalingGroupName"),
                    ("ScheduledAction", "req.scheduledActionName"),
                ],
            ),
        ],
    )
};

const INSTANCE_CONNECT: Service =
    Service::new("ec2-instance-connect.amazonaws.com", "AWS::EC2", &[("Send*", &[INSTANCE])]);
