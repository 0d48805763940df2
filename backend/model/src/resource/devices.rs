//! Things and telephones: IoT, Greengrass, Connect. What each line names follows from the shape of the API.

use super::rule::{Service, service};

pub(super) const SERVICES: &[Service] = &[IOT, GREENGRASS, CONNECT];

const IOT: Service = service! {"
    iot.amazonaws.com: AWS::IoT
    CreateKeysAndCertificate CreateCertificateFromCsr RegisterCertificate*:
        Certificate res.certificateId res.certificateArn
    RegisterCACertificate: CACertificate res.certificateId
    UpdateCACertificate DeleteCACertificate: CACertificate req.certificateId
    AttachPolicy DetachPolicy: Policy req.policyName, _ req.target
    AttachThingPrincipal DetachThingPrincipal: Thing req.thingName, _ req.principal
    tags:
    otherwise: Thing req.thingName, ThingGroup req.thingGroupName, ThingType req.thingTypeName,
        BillingGroup req.billingGroupName, Policy req.policyName, Certificate req.certificateId,
        TopicRule req.ruleName, RoleAlias req.roleAlias, Authorizer req.authorizerName,
        ProvisioningTemplate req.templateName, SecurityProfile req.securityProfileName,
        DomainConfiguration req.domainConfigurationName, Job req.jobId
"};

const GREENGRASS: Service = service! {"
    greengrass.amazonaws.com: AWS::GreengrassV2
    tags:
    otherwise:
        Deployment req.deploymentId, CoreDevice req.coreDeviceThingName, _ req.targetArn, Group req.groupId
"};

const CONNECT: Service = service! {"
    connect.amazonaws.com: AWS::Connect
    CreateInstance: Instance res.id req.instanceAlias
    CreateUser: User req.username res.userId, Instance req.instanceId
    tags:
    otherwise: User req.userId, Queue req.queueId, ContactFlow req.contactFlowId,
        PhoneNumber req.phoneNumberId, Instance req.instanceId
"};
