//! What faces the internet: load balancers, Route 53, API Gateway, CloudFront.

use super::rule::Service;

pub(super) const SERVICES: &[Service] = &[ELB, ROUTE53, API_GATEWAY, CLOUDFRONT];

const ELB: Service = Service {
    otherwise: &[
        ("LoadBalancer", "req.loadBalancerName"),
        ("AWS::ElasticLoadBalancingV2::LoadBalancer", "req.loadBalancerArn"),
        ("AWS::ElasticLoadBalancingV2::TargetGroup", "req.targetGroupArn"),
        ("AWS::ElasticLoadBalancingV2::Listener", "req.listenerArn"),
        ("AWS::ElasticLoadBalancingV2::ListenerRule", "req.ruleArn"),
        ("", "req.resourceArns[]"),
    ],
    ..Service::new(
        "elasticloadbalancing.amazonaws.com",
        "AWS::ElasticLoadBalancing",
        &[
            ("Describe*", &[]),
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
                "CreateTargetGroup",
                &[("AWS::ElasticLoadBalancingV2::TargetGroup", "res.targetGroups.targetGroupArn")],
            ),
            ("CreateRule", &[("AWS::ElasticLoadBalancingV2::Listener", "req.listenerArn")]),
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
            ("*HealthCheck", &[("HealthCheck", "req.healthCheckId"), ("HealthCheck", "res.healthCheck.id")]),
        ],
    )
};

const API_GATEWAY: Service = Service {
    otherwise: &[("RestApi", "req.restApiId"), ("AWS::ApiGatewayV2::Api", "req.apiId")],
    ..Service::new(
        "apigateway.amazonaws.com",
        "AWS::ApiGateway",
        &[
            ("CreateRestApi", &[("RestApi", "res.id"), ("RestApi", "res.name")]),
            ("CreateApi", &[("AWS::ApiGatewayV2::Api", "res.apiId")]),
            ("CreateStage", &[("RestApi", "req.restApiId"), ("Stage", "req.createStageInput.stageName")]),
            ("UpdateStage DeleteStage", &[("RestApi", "req.restApiId"), ("Stage", "req.stageName")]),
            ("TagResource UntagResource", &[("", "req.resourceArn")]),
        ],
    )
};

const CLOUDFRONT: Service = Service::new(
    "cloudfront.amazonaws.com",
    "AWS::CloudFront",
    &[
        ("List* Get*", &[]),
        ("CreateDistribution*", &[("Distribution", "res.distribution.id")]),
        ("UpdateDistribution DeleteDistribution", &[("Distribution", "req.id")]),
        ("CreateInvalidation", &[("Distribution", "req.distributionId")]),
        ("TagResource UntagResource", &[("", "req.resource")]),
    ],
);
