//! What faces the internet: load balancers, Route 53, API Gateway, AppSync, CloudFront. The type of classic
//! load balancers is of AWS's list; what a line names follows from the shape of the API.

use super::rule::{Row, Service, TAGS};

pub(super) const SERVICES: &[Service] = &[ELB, ELB_V2, ROUTE53, API_GATEWAY, APPSYNC, CLOUDFRONT];

const LISTENER: Row = ("Listener", "req.listenerArn");

const ELB: Service = Service {
    otherwise: &[("LoadBalancer", "req.loadBalancerName")],
    ..Service::new(
        "elasticloadbalancing.amazonaws.com",
        "AWS::ElasticLoadBalancing",
        &[
            (
                "RegisterInstancesWithLoadBalancer DeregisterInstancesFromLoadBalancer",
                &[
                    ("LoadBalancer", "req.loadBalancerName"),
                    ("AWS::EC2::Instance", "req.instances.instanceId"),
                ],
            ),
            // Both generations: the newer one answers with an ARN.
            (
                "CreateLoadBalancer",
                &[
                    ("LoadBalancer", "req.loadBalancerName"),
                    ("AWS::ElasticLoadBalancingV2::LoadBalancer", "req.name"),
                    ("AWS::ElasticLoadBalancingV2::LoadBalancer", "res.loadBalancers.loadBalancerArn"),
                ],
            ),
            (
                "AddTags RemoveTags",
                &[("LoadBalancer", "req.loadBalancerNames[]"), ("", "req.resourceArns[]")],
            ),
        ],
    )
};

/// The generation of application, network and gateway load balancers.
const ELB_V2: Service = Service {
    otherwise: &[
        ("LoadBalancer", "req.loadBalancerArn"),
        ("TargetGroup", "req.targetGroupArn"),
        LISTENER,
        ("ListenerRule", "req.ruleArn"),
        ("TrustStore", "req.trustStoreArn"),
    ],
    ..Service::new(
        "elasticloadbalancing.amazonaws.com",
        "AWS::ElasticLoadBalancingV2",
        &[
            (
                "CreateTargetGroup",
                &[("TargetGroup", "req.name"), ("TargetGroup", "res.targetGroups.targetGroupArn")],
            ),
            (
                "CreateListener",
                &[("LoadBalancer", "req.loadBalancerArn"), ("Listener", "res.listeners.listenerArn")],
            ),
            ("CreateRule", &[LISTENER, ("ListenerRule", "res.rules.ruleArn")]),
            (
                "RegisterTargets DeregisterTargets",
                &[("TargetGroup", "req.targetGroupArn"), ("", "req.targets.id")],
            ),
            (
                "CreateTrustStore",
                &[("TrustStore", "req.name"), ("TrustStore", "res.trustStores.trustStoreArn")],
            ),
        ],
    )
};

const ROUTE53: Service = Service {
    otherwise: &[("HostedZone", "req.hostedZoneId"), ("HostedZone", "req.id")],
    ..Service::new(
        "route53.amazonaws.com",
        "AWS::Route53",
        &[
            ("List* Get*", &[]),
            ("CreateHostedZone", &[("HostedZone", "res.hostedZone.id"), ("HostedZone", "req.name")]),
            (
                "AssociateVPCWithHostedZone DisassociateVPCFromHostedZone *VPCAssociationAuthorization",
                &[("HostedZone", "req.hostedZoneId"), ("AWS::EC2::VPC", "req.vPC.vPCId")],
            ),
            ("ChangeTagsForResource", &[("", "req.resourceId")]),
            ("*QueryLoggingConfig", &[("QueryLoggingConfig", "req.id"), ("HostedZone", "req.hostedZoneId")]),
            ("*HealthCheck", &[("HealthCheck", "req.healthCheckId"), ("HealthCheck", "res.healthCheck.id")]),
        ],
    )
};

const REST_API: Row = ("RestApi", "req.restApiId");
const API: Row = ("AWS::ApiGatewayV2::Api", "req.apiId");

/// Both versions of the API record under one source.
const API_GATEWAY: Service = Service {
    otherwise: &[REST_API, API],
    ..Service::new(
        "apigateway.amazonaws.com",
        "AWS::ApiGateway",
        &[
            ("CreateRestApi", &[("RestApi", "res.id"), ("RestApi", "res.name")]),
            (
                "CreateApi ImportApi",
                &[("AWS::ApiGatewayV2::Api", "res.apiId"), ("AWS::ApiGatewayV2::Api", "req.name")],
            ),
            (
                "CreateStage",
                &[
                    REST_API,
                    ("Stage", "req.createStageInput.stageName"),
                    API,
                    ("AWS::ApiGatewayV2::Stage", "req.stageName"),
                ],
            ),
            ("UpdateStage DeleteStage", &[REST_API, API, ("Stage", "req.stageName")]),
            ("*Authorizer", &[REST_API, API, ("Authorizer", "req.authorizerId"), ("Authorizer", "res.id")]),
            ("*DomainName", &[("DomainName", "req.domainName"), ("DomainName", "res.domainName")]),
            (
                "CreateUsagePlanKey DeleteUsagePlanKey",
                &[("UsagePlan", "req.usagePlanId"), ("UsagePlanKey", "req.keyId")],
            ),
            ("*UsagePlan", &[("UsagePlan", "req.usagePlanId"), ("UsagePlan", "res.id")]),
            ("*ApiKey", &[("ApiKey", "req.apiKey"), ("ApiKey", "res.id")]),
            (
                "*VpcLink",
                &[("VpcLink", "req.vpcLinkId"), ("VpcLink", "res.id"), ("VpcLink", "res.vpcLinkId")],
            ),
            TAGS,
        ],
    )
};

const APPSYNC: Service = Service {
    otherwise: &[("GraphQLApi", "req.apiId")],
    ..Service::new(
        "appsync.amazonaws.com",
        "AWS::AppSync",
        &[
            ("CreateGraphqlApi", &[("GraphQLApi", "res.graphqlApi.apiId"), ("GraphQLApi", "req.name")]),
            ("CreateApi", &[("Api", "res.api.apiId"), ("Api", "req.name")]),
            ("*DataSource", &[("DataSource", "req.name"), ("GraphQLApi", "req.apiId")]),
            ("*ApiKey", &[("ApiKey", "req.id"), ("ApiKey", "res.apiKey.id"), ("GraphQLApi", "req.apiId")]),
            ("*DomainName", &[("DomainName", "req.domainName")]),
            TAGS,
        ],
    )
};

const CLOUDFRONT: Service = Service::new(
    "cloudfront.amazonaws.com",
    "AWS::CloudFront",
    &[
        ("List* Get*", &[]),
        (
            "*DistributionTenant",
            &[("DistributionTenant", "req.id"), ("DistributionTenant", "res.distributionTenant.id")],
        ),
        ("CreateDistribution*", &[("Distribution", "res.distribution.id")]),
        ("UpdateDistribution DeleteDistribution", &[("Distribution", "req.id")]),
        ("CreateInvalidation", &[("Distribution", "req.distributionId")]),
        (
            "CreateFunction UpdateFunction PublishFunction DeleteFunction",
            &[("Function", "req.name"), ("Function", "res.functionSummary.functionMetadata.functionARN")],
        ),
        (
            "*OriginAccessControl",
            &[("OriginAccessControl", "req.id"), ("OriginAccessControl", "res.originAccessControl.id")],
        ),
        ("*CachePolicy", &[("CachePolicy", "req.id"), ("CachePolicy", "res.cachePolicy.id")]),
        (
            "*OriginRequestPolicy",
            &[("OriginRequestPolicy", "req.id"), ("OriginRequestPolicy", "res.originRequestPolicy.id")],
        ),
        (
            "*ResponseHeadersPolicy",
            &[("ResponseHeadersPolicy", "req.id"), ("ResponseHeadersPolicy", "res.responseHeadersPolicy.id")],
        ),
        ("*KeyGroup", &[("KeyGroup", "req.id"), ("KeyGroup", "res.keyGroup.id")]),
        ("*PublicKey", &[("PublicKey", "req.id"), ("PublicKey", "res.publicKey.id")]),
        ("TagResource UntagResource", &[("", "req.resource")]),
    ],
);
