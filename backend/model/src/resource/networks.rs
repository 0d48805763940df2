//! Names and paths between networks: Route 53 Resolver and domains, Cloud Map, App Mesh, VPC Lattice, Global
//! Accelerator, Direct Connect. What each line names follows from the shape of the API.

use super::rule::{Service, service};

pub(super) const SERVICES: &[Service] =
    &[RESOLVER, DOMAINS, CLOUD_MAP, APP_MESH, LATTICE, GLOBAL_ACCELERATOR, DIRECT_CONNECT];

const RESOLVER: Service = service! {"
    route53resolver.amazonaws.com: AWS::Route53Resolver
    CreateResolverEndpoint: ResolverEndpoint res.resolverEndpoint.id
    CreateResolverRule: ResolverRule res.resolverRule.id
    CreateResolverQueryLogConfig: ResolverQueryLoggingConfig res.resolverQueryLogConfig.id req.name
    CreateFirewallRuleGroup: FirewallRuleGroup res.firewallRuleGroup.id
    CreateFirewallDomainList: FirewallDomainList res.firewallDomainList.id
    AssociateFirewallRuleGroup: FirewallRuleGroup req.firewallRuleGroupId, AWS::EC2::VPC req.vpcId
    tags:
    otherwise: ResolverEndpoint req.resolverEndpointId, ResolverRule req.resolverRuleId,
        AWS::EC2::VPC req.vPCId, ResolverQueryLoggingConfig req.resolverQueryLogConfigId,
        FirewallRuleGroup req.firewallRuleGroupId, FirewallDomainList req.firewallDomainListId,
        _ req.resourceId
"};

const DOMAINS: Service = service! {"
    route53domains.amazonaws.com: AWS::Route53Domains
    otherwise: Domain req.domainName
"};

const CLOUD_MAP: Service = service! {"
    servicediscovery.amazonaws.com: AWS::ServiceDiscovery
    *Namespace: Namespace req.name req.id
    CreateService UpdateService DeleteService: Service res.service.id req.name req.id
    tags:
    otherwise: Instance req.instanceId, Service req.serviceId
"};

const APP_MESH: Service = service! {"
    appmesh.amazonaws.com: AWS::AppMesh
    tags:
    otherwise: GatewayRoute req.gatewayRouteName, Route req.routeName, VirtualGateway req.virtualGatewayName,
        VirtualNode req.virtualNodeName, VirtualRouter req.virtualRouterName,
        VirtualService req.virtualServiceName, Mesh req.meshName
"};

const LATTICE: Service = service! {"
    vpc-lattice.amazonaws.com: AWS::VpcLattice
    CreateService: Service res.id req.name
    CreateServiceNetwork: ServiceNetwork res.id req.name
    CreateTargetGroup: TargetGroup res.id req.name
    otherwise: Rule req.ruleIdentifier, Listener req.listenerIdentifier, Service req.serviceIdentifier,
        ServiceNetwork req.serviceNetworkIdentifier, TargetGroup req.targetGroupIdentifier,
        _ req.resourceIdentifier req.resourceArn
"};

const GLOBAL_ACCELERATOR: Service = service! {"
    globalaccelerator.amazonaws.com: AWS::GlobalAccelerator
    CreateAccelerator: Accelerator req.name res.accelerator.acceleratorArn
    tags:
    otherwise: EndpointGroup req.endpointGroupArn, Listener req.listenerArn, Accelerator req.acceleratorArn
"};

const DIRECT_CONNECT: Service = service! {"
    directconnect.amazonaws.com: AWS::DirectConnect
    CreateConnection: Connection res.connectionId req.connectionName
    CreateDirectConnectGateway:
        DirectConnectGateway res.directConnectGateway.directConnectGatewayId req.directConnectGatewayName
    tags:
    otherwise: Connection req.connectionId, VirtualInterface req.virtualInterfaceId, Lag req.lagId,
        DirectConnectGateway req.directConnectGatewayId
"};
