//! Networks of EC2. The line of `CreateSecurityGroup` is as seen on AWS, and the types are those of its list;
//! what else a line names follows from the shape of the API.

use super::rule::{Service, service};

pub(super) const SERVICES: &[Service] = &[NETWORKS];

const NETWORKS: Service = service! {"
    ec2.amazonaws.com: AWS::EC2
    # security groups
    CreateSecurityGroup: VPC req.vpcId, SecurityGroup req.groupName res.groupId
    DeleteSecurityGroup *SecurityGroupIngress *SecurityGroupEgress *SecurityGroupRule*:
        SecurityGroup req.groupName req.groupId req.ModifySecurityGroupRulesRequest.GroupId
    # networks
    CreateVpc CreateDefaultVpc: VPC res.vpc.vpcId
    DeleteVpc ModifyVpcAttribute *VpcCidrBlock: VPC req.vpcId
    CreateSubnet: VPC req.vpcId, Subnet res.subnet.subnetId
    DeleteSubnet ModifySubnetAttribute: Subnet req.subnetId
    CreateRouteTable: VPC req.vpcId, RouteTable res.routeTable.routeTableId
    DeleteRouteTable: RouteTable req.routeTableId
    AssociateRouteTable:
        Subnet req.subnetId, RouteTable req.routeTableId, SubnetRouteTableAssociation res.associationId
    DisassociateRouteTable: SubnetRouteTableAssociation req.associationId
    CreateRoute ReplaceRoute DeleteRoute:
        RouteTable req.routeTableId, InternetGateway req.gatewayId, NatGateway req.natGatewayId
    CreateInternetGateway: InternetGateway res.internetGateway.internetGatewayId
    AttachInternetGateway DetachInternetGateway DeleteInternetGateway:
        InternetGateway req.internetGatewayId, VPC req.vpcId
    CreateNatGateway: Subnet req.CreateNatGatewayRequest.SubnetId,
        NatGateway res.CreateNatGatewayResponse.natGateway.natGatewayId
    DeleteNatGateway: NatGateway req.DeleteNatGatewayRequest.NatGatewayId
    ReplaceRouteTableAssociation:
        RouteTable req.routeTableId, SubnetRouteTableAssociation req.associationId res.newAssociationId
    ReplaceNetworkAclAssociation:
        NetworkAcl req.networkAclId, SubnetNetworkAclAssociation req.associationId res.newAssociationId
    CreateDhcpOptions: DHCPOptions res.dhcpOptions.dhcpOptionsId
    AssociateDhcpOptions DeleteDhcpOptions: DHCPOptions req.dhcpOptionsId, VPC req.vpcId
    CreateNetworkAcl: VPC req.vpcId, NetworkAcl res.networkAcl.networkAclId
    DeleteNetworkAcl *NetworkAclEntry: NetworkAcl req.networkAclId
    CreateNetworkInterface: Subnet req.subnetId, NetworkInterface res.networkInterface.networkInterfaceId
    AttachNetworkInterface DeleteNetworkInterface ModifyNetworkInterfaceAttribute:
        NetworkInterface req.networkInterfaceId, Instance req.instanceId
    DetachNetworkInterface: NetworkInterfaceAttachment req.attachmentId
    AllocateAddress: EIP res.publicIp res.allocationId
    ReleaseAddress: EIP req.publicIp req.allocationId
    AssociateAddress: EIP req.publicIp req.allocationId, EIPAssociation res.associationId,
        Instance req.instanceId, NetworkInterface req.networkInterfaceId
    DisassociateAddress: EIP req.publicIp, EIPAssociation req.associationId
    CreateVpcEndpoint: VPC req.CreateVpcEndpointRequest.VpcId,
        VPCEndpoint res.CreateVpcEndpointResponse.vpcEndpoint.vpcEndpointId
    DeleteVpcEndpoints: VPCEndpoint req.DeleteVpcEndpointsRequest.VpcEndpointId.content
    CreateVpcPeeringConnection:
        VPC req.vpcId, VPCPeeringConnection res.vpcPeeringConnection.vpcPeeringConnectionId
    AcceptVpcPeeringConnection RejectVpcPeeringConnection DeleteVpcPeeringConnection:
        VPCPeeringConnection req.vpcPeeringConnectionId
    CreateFlowLogs: _ req.CreateFlowLogsRequest.ResourceId.content
    DeleteFlowLogs: FlowLog req.DeleteFlowLogsRequest.FlowLogId.content
    CreateTrafficMirrorSession: NetworkInterface req.CreateTrafficMirrorSessionRequest.NetworkInterfaceId
    ModifyTrafficMirrorSession DeleteTrafficMirrorSession:
        TrafficMirrorSession req.ModifyTrafficMirrorSessionRequest.TrafficMirrorSessionId
        req.DeleteTrafficMirrorSessionRequest.TrafficMirrorSessionId
    CreateTrafficMirrorTarget DeleteTrafficMirrorTarget:
        TrafficMirrorTarget res.CreateTrafficMirrorTargetResponse.trafficMirrorTarget.trafficMirrorTargetId,
        NetworkInterface req.CreateTrafficMirrorTargetRequest.NetworkInterfaceId,
        TrafficMirrorTarget req.DeleteTrafficMirrorTargetRequest.TrafficMirrorTargetId
    CreateTrafficMirrorFilter CreateTrafficMirrorFilterRule:
        TrafficMirrorFilter res.CreateTrafficMirrorFilterResponse.trafficMirrorFilter.trafficMirrorFilterId
        req.CreateTrafficMirrorFilterRuleRequest.TrafficMirrorFilterId
    # tunnels and crossroads
    CreateCustomerGateway: CustomerGateway res.customerGateway.customerGatewayId
    DeleteCustomerGateway: CustomerGateway req.customerGatewayId
    CreateVpnGateway: VPNGateway res.vpnGateway.vpnGatewayId
    AttachVpnGateway DetachVpnGateway DeleteVpnGateway: VPNGateway req.vpnGatewayId, VPC req.vpcId
    CreateVpnConnection: VPNConnection res.vpnConnection.vpnConnectionId,
        CustomerGateway req.customerGatewayId, VPNGateway req.vpnGatewayId
    ModifyVpnConnection* DeleteVpnConnection *VpnConnectionRoute: VPNConnection req.vpnConnectionId
    CreateTransitGateway: TransitGateway res.CreateTransitGatewayResponse.transitGateway.transitGatewayId
    DeleteTransitGateway: TransitGateway req.DeleteTransitGatewayRequest.TransitGatewayId
    CreateTransitGatewayVpcAttachment:
        TransitGateway req.CreateTransitGatewayVpcAttachmentRequest.TransitGatewayId,
        VPC req.CreateTransitGatewayVpcAttachmentRequest.VpcId
    DeleteTransitGatewayVpcAttachment:
        VPC res.DeleteTransitGatewayVpcAttachmentResponse.transitGatewayVpcAttachment.vpcId
    otherwise: NetworkInterface req.networkInterfaceId, Subnet req.subnetId, RouteTable req.routeTableId,
        VPC req.vpcId
"};
