//! What faces the internet: load balancers, Route 53, API Gateway, AppSync, CloudFront. The type of classic
//! load balancers is of AWS's list; what a line names follows from the shape of the API.

use super::rule::{Service, service};

pub(super) const SERVICES: &[Service] = &[ELB, ELB_V2, ROUTE53, API_GATEWAY, APPSYNC, CLOUDFRONT];

const ELB: Service = service! {"
    elasticloadbalancing.amazonaws.com: AWS::ElasticLoadBalancing
    RegisterInstancesWithLoadBalancer DeregisterInstancesFromLoadBalancer:
        LoadBalancer req.loadBalancerName, AWS::EC2::Instance req.instances.instanceId
    # Both generations: the newer one answers with an ARN.
    CreateLoadBalancer: LoadBalancer req.loadBalancerName,
        AWS::ElasticLoadBalancingV2::LoadBalancer req.name res.loadBalancers.loadBalancerArn
    AddTags RemoveTags: LoadBalancer req.loadBalancerNames[], _ req.resourceArns[]
    otherwise: LoadBalancer req.loadBalancerName
"};

/// The generation of application, network and gateway load balancers.
const ELB_V2: Service = service! {"
    elasticloadbalancing.amazonaws.com: AWS::ElasticLoadBalancingV2
    CreateTargetGroup: TargetGroup req.name res.targetGroups.targetGroupArn
    CreateListener: LoadBalancer req.loadBalancerArn, Listener res.listeners.listenerArn
    CreateRule: Listener req.listenerArn, ListenerRule res.rules.ruleArn
    RegisterTargets DeregisterTargets: TargetGroup req.targetGroupArn, _ req.targets.id
    CreateTrustStore: TrustStore req.name res.trustStores.trustStoreArn
    otherwise: LoadBalancer req.loadBalancerArn, TargetGroup req.targetGroupArn, Listener req.listenerArn,
        ListenerRule req.ruleArn, TrustStore req.trustStoreArn
"};

const ROUTE53: Service = service! {"
    route53.amazonaws.com: AWS::Route53
    List* Get*:
    CreateHostedZone: HostedZone res.hostedZone.id req.name
    AssociateVPCWithHostedZone DisassociateVPCFromHostedZone *VPCAssociationAuthorization:
        HostedZone req.hostedZoneId, AWS::EC2::VPC req.vPC.vPCId
    ChangeTagsForResource: _ req.resourceId
    *QueryLoggingConfig: QueryLoggingConfig req.id, HostedZone req.hostedZoneId
    *HealthCheck: HealthCheck req.healthCheckId res.healthCheck.id
    otherwise: HostedZone req.hostedZoneId req.id
"};

/// Both versions of the API record under one source.
const API_GATEWAY: Service = service! {"
    apigateway.amazonaws.com: AWS::ApiGateway
    CreateRestApi: RestApi res.id res.name
    CreateApi ImportApi: AWS::ApiGatewayV2::Api res.apiId req.name
    CreateStage: RestApi req.restApiId, Stage req.createStageInput.stageName,
        AWS::ApiGatewayV2::Api req.apiId, AWS::ApiGatewayV2::Stage req.stageName
    UpdateStage DeleteStage: RestApi req.restApiId, AWS::ApiGatewayV2::Api req.apiId, Stage req.stageName
    *Authorizer: RestApi req.restApiId, AWS::ApiGatewayV2::Api req.apiId, Authorizer req.authorizerId res.id
    *DomainName: DomainName req.domainName res.domainName
    CreateUsagePlanKey DeleteUsagePlanKey: UsagePlan req.usagePlanId, UsagePlanKey req.keyId
    *UsagePlan: UsagePlan req.usagePlanId res.id
    *ApiKey: ApiKey req.apiKey res.id
    *VpcLink: VpcLink req.vpcLinkId res.id res.vpcLinkId
    tags:
    otherwise: RestApi req.restApiId, AWS::ApiGatewayV2::Api req.apiId
"};

const APPSYNC: Service = service! {"
    appsync.amazonaws.com: AWS::AppSync
    CreateGraphqlApi: GraphQLApi res.graphqlApi.apiId req.name
    CreateApi: Api res.api.apiId req.name
    *DataSource: DataSource req.name, GraphQLApi req.apiId
    *ApiKey: ApiKey req.id res.apiKey.id, GraphQLApi req.apiId
    *DomainName: DomainName req.domainName
    tags:
    otherwise: GraphQLApi req.apiId
"};

const CLOUDFRONT: Service = service! {"
    cloudfront.amazonaws.com: AWS::CloudFront
    List* Get*:
    *DistributionTenant: DistributionTenant req.id res.distributionTenant.id
    CreateDistribution*: Distribution res.distribution.id
    UpdateDistribution DeleteDistribution: Distribution req.id
    CreateInvalidation: Distribution req.distributionId
    CreateFunction UpdateFunction PublishFunction DeleteFunction:
        Function req.name res.functionSummary.functionMetadata.functionARN
    *OriginAccessControl: OriginAccessControl req.id res.originAccessControl.id
    *CachePolicy: CachePolicy req.id res.cachePolicy.id
    *OriginRequestPolicy: OriginRequestPolicy req.id res.originRequestPolicy.id
    *ResponseHeadersPolicy: ResponseHeadersPolicy req.id res.responseHeadersPolicy.id
    *KeyGroup: KeyGroup req.id res.keyGroup.id
    *PublicKey: PublicKey req.id res.publicKey.id
    TagResource UntagResource: _ req.resource
"};
