//! Names and paths between networks: Route 53 Resolver and domains, Cloud Map, App Mesh, VPC Lattice, Global
//! Accelerator, Direct Connect. What each line names follows from the shape of the API.

use super::rule::{Row, Service, TAGS};

pub(super) const SERVICES: &[Service] =
    &[RESOLVER, DOMAINS, CLOUD_MAP, APP_MESH, LATTICE, GLOBAL_ACCELERATOR, DIRECT_CONNECT];

const FIREWALL_RULE_GROUP: Row = ("FirewallRuleGroup", "req.firewallRuleGroupId");

const RESOLVER: Service = Service {
    otherwise: &[
        ("ResolverEndpoint", "req.resolverEndpointId"),
        ("ResolverRule", "req.resolverRuleId"),
        ("AWS::EC2::VPC", "req.vPCId"),
        ("ResolverQueryLoggingConfig", "req.resolverQueryLogConfigId"),
        FIREWALL_RULE_GROUP,
        ("FirewallDomainList", "req.firewallDomainListId"),
        ("", "req.resourceId"),
    ],
    ..Service::new(
        "route53resolver.amazonaws.com",
        "AWS::Route53Resolver",
        &[
            ("CreateResolverEndpoint", &[("ResolverEndpoint", "res.resolverEndpoint.id")]),
            ("CreateResolverRule", &[("ResolverRule", "res.resolverRule.id")]),
            (
                "CreateResolverQueryLogConfig",
                &[
                    ("ResolverQueryLoggingConfig", "res.resolverQueryLogConfig.id"),
                    ("ResolverQueryLoggingConfig", "req.name"),
                ],
            ),
            ("CreateFirewallRuleGroup", &[("FirewallRuleGroup", "res.firewallRuleGroup.id")]),
            ("CreateFirewallDomainList", &[("FirewallDomainList", "res.firewallDomainList.id")]),
            ("AssociateFirewallRuleGroup", &[FIREWALL_RULE_GROUP, ("AWS::EC2::VPC", "req.vpcId")]),
            TAGS,
        ],
    )
};

const DOMAINS: Service = Service {
    otherwise: &[("Domain", "req.domainName")],
    ..Service::new("route53domains.amazonaws.com", "AWS::Route53Domains", &[])
};

const CLOUD_MAP: Service = Service {
    otherwise: &[("Instance", "req.instanceId"), ("Service", "req.serviceId")],
    ..Service::new(
        "servicediscovery.amazonaws.com",
        "AWS::ServiceDiscovery",
        &[
            ("*Namespace", &[("Namespace", "req.name"), ("Namespace", "req.id")]),
            (
                "CreateService UpdateService DeleteService",
                &[("Service", "res.service.id"), ("Service", "req.name"), ("Service", "req.id")],
            ),
            TAGS,
        ],
    )
};

const APP_MESH: Service = Service {
    otherwise: &[
        ("GatewayRoute", "req.gatewayRouteName"),
        ("Route", "req.routeName"),
        ("VirtualGateway", "req.virtualGatewayName"),
        ("VirtualNode", "req.virtualNodeName"),
        ("VirtualRouter", "req.virtualRouterName"),
        ("VirtualService", "req.virtualServiceName"),
        ("Mesh", "req.meshName"),
    ],
    ..Service::new("appmesh.amazonaws.com", "AWS::AppMesh", &[TAGS])
};

const LATTICE: Service = Service {
    otherwise: &[
        ("Rule", "req.ruleIdentifier"),
        ("Listener", "req.listenerIdentifier"),
        ("Service", "req.serviceIdentifier"),
        ("ServiceNetwork", "req.serviceNetworkIdentifier"),
        ("TargetGroup", "req.targetGroupIdentifier"),
        ("", "req.resourceIdentifier"),
        ("", "req.resourceArn"),
    ],
    ..Service::new(
        "vpc-lattice.amazonaws.com",
        "AWS::VpcLattice",
        &[
            ("CreateService", &[("Service", "res.id"), ("Service", "req.name")]),
            ("CreateServiceNetwork", &[("ServiceNetwork", "res.id"), ("ServiceNetwork", "req.name")]),
            ("CreateTargetGroup", &[("TargetGroup", "res.id"), ("TargetGroup", "req.name")]),
        ],
    )
};

const GLOBAL_ACCELERATOR: Service = Service {
    otherwise: &[
        ("EndpointGroup", "req.endpointGroupArn"),
        ("Listener", "req.listenerArn"),
        ("Accelerator", "req.acceleratorArn"),
    ],
    ..Service::new(
        "globalaccelerator.amazonaws.com",
        "AWS::GlobalAccelerator",
        &[
            (
                "CreateAccelerator",
                &[("Accelerator", "req.name"), ("Accelerator", "res.accelerator.acceleratorArn")],
            ),
            TAGS,
        ],
    )
};

const DIRECT_CONNECT: Service = Service {
    otherwise: &[
        ("Connection", "req.connectionId"),
        ("VirtualInterface", "req.virtualInterfaceId"),
        ("Lag", "req.lagId"),
        ("DirectConnectGateway", "req.directConnectGatewayId"),
    ],
    ..Service::new(
        "directconnect.amazonaws.com",
        "AWS::DirectConnect",
        &[
            ("CreateConnection", &[("Connection", "res.connectionId"), ("Connection", "req.connectionName")]),
            (
                "CreateDirectConnectGateway",
                &[
                    ("DirectConnectGateway", "res.directConnectGateway.directConnectGatewayId"),
                    ("DirectConnectGateway", "req.directConnectGatewayName"),
                ],
            ),
            TAGS,
        ],
    )
};
