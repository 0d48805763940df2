//! Networks of EC2. The line of `CreateSecurityGroup` is as seen on AWS, and the types are those of its list;
//! what else a line names follows from the shape of the API.

use super::rule::{Row, Service};

pub(super) const SERVICES: &[Service] = &[NETWORKS];

const VPC: Row = ("VPC", "req.vpcId");
const INSTANCE: Row = ("Instance", "req.instanceId");
const SUBNET: Row = ("Subnet", "req.subnetId");
const ROUTE_TABLE: Row = ("RouteTable", "req.routeTableId");
const NETWORK_INTERFACE: Row = ("NetworkInterface", "req.networkInterfaceId");
const NETWORK_ACL: Row = ("NetworkAcl", "req.networkAclId");
const CUSTOMER_GATEWAY: Row = ("CustomerGateway", "req.customerGatewayId");
const VPN_GATEWAY: Row = ("VPNGateway", "req.vpnGatewayId");

const NETWORKS: Service = Service {
    otherwise: &[NETWORK_INTERFACE, SUBNET, ROUTE_TABLE, VPC],
    ..Service::new(
        "ec2.amazonaws.com",
        "AWS::EC2",
        &[
            // security groups
            (
                "CreateSecurityGroup",
                &[VPC, ("SecurityGroup", "req.groupName"), ("SecurityGroup", "res.groupId")],
            ),
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
            (
                "AssociateRouteTable",
                &[SUBNET, ROUTE_TABLE, ("SubnetRouteTableAssociation", "res.associationId")],
            ),
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
            (
                "ReplaceRouteTableAssociation",
                &[
                    ROUTE_TABLE,
                    ("SubnetRouteTableAssociation", "req.associationId"),
                    ("SubnetRouteTableAssociation", "res.newAssociationId"),
                ],
            ),
            (
                "ReplaceNetworkAclAssociation",
                &[
                    NETWORK_ACL,
                    ("SubnetNetworkAclAssociation", "req.associationId"),
                    ("SubnetNetworkAclAssociation", "res.newAssociationId"),
                ],
            ),
            ("CreateDhcpOptions", &[("DHCPOptions", "res.dhcpOptions.dhcpOptionsId")]),
            ("AssociateDhcpOptions DeleteDhcpOptions", &[("DHCPOptions", "req.dhcpOptionsId"), VPC]),
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
                "ModifyTrafficMirrorSession DeleteTrafficMirrorSession",
                &[
                    ("TrafficMirrorSession", "req.ModifyTrafficMirrorSessionRequest.TrafficMirrorSessionId"),
                    ("TrafficMirrorSession", "req.DeleteTrafficMirrorSessionRequest.TrafficMirrorSessionId"),
                ],
            ),
            (
                "CreateTrafficMirrorTarget DeleteTrafficMirrorTarget",
                &[
                    (
                        "TrafficMirrorTarget",
                        "res.CreateTrafficMirrorTargetResponse.trafficMirrorTarget.trafficMirrorTargetId",
                    ),
                    ("NetworkInterface", "req.CreateTrafficMirrorTargetRequest.NetworkInterfaceId"),
                    ("TrafficMirrorTarget", "req.DeleteTrafficMirrorTargetRequest.TrafficMirrorTargetId"),
                ],
            ),
            (
                "CreateTrafficMirrorFilter CreateTrafficMirrorFilterRule",
                &[
                    (
                        "TrafficMirrorFilter",
                        "res.CreateTrafficMirrorFilterResponse.trafficMirrorFilter.trafficMirrorFilterId",
                    ),
                    ("TrafficMirrorFilter", "req.CreateTrafficMirrorFilterRuleRequest.TrafficMirrorFilterId"),
                ],
            ),
            // tunnels and crossroads
            ("CreateCustomerGateway", &[("CustomerGateway", "res.customerGateway.customerGatewayId")]),
            ("DeleteCustomerGateway", &[CUSTOMER_GATEWAY]),
            ("CreateVpnGateway", &[("VPNGateway", "res.vpnGateway.vpnGatewayId")]),
            ("AttachVpnGateway DetachVpnGateway DeleteVpnGateway", &[VPN_GATEWAY, VPC]),
            (
                "CreateVpnConnection",
                &[("VPNConnection", "res.vpnConnection.vpnConnectionId"), CUSTOMER_GATEWAY, VPN_GATEWAY],
            ),
            (
                "ModifyVpnConnection* DeleteVpnConnection *VpnConnectionRoute",
                &[("VPNConnection", "req.vpnConnectionId")],
            ),
            (
                "CreateTransitGateway",
                &[("TransitGateway", "res.CreateTransitGatewayResponse.transitGateway.transitGatewayId")],
            ),
            (
                "DeleteTransitGateway",
                &[("TransitGateway", "req.DeleteTransitGatewayRequest.TransitGatewayId")],
            ),
            (
                "CreateTransitGatewayVpcAttachment",
                &[
                    ("TransitGateway", "req.CreateTransitGatewayVpcAttachmentRequest.TransitGatewayId"),
                    ("VPC", "req.CreateTransitGatewayVpcAttachmentRequest.VpcId"),
                ],
            ),
            (
                "DeleteTransitGatewayVpcAttachment",
                &[("VPC", "res.DeleteTransitGatewayVpcAttachmentResponse.transitGatewayVpcAttachment.vpcId")],
            ),
        ],
    )
};
