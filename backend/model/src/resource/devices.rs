//! Things and telephones: IoT, Greengrass, Connect. What each line names follows from the shape of the API.

use super::rule::{Service, TAGS};

pub(super) const SERVICES: &[Service] = &[IOT, GREENGRASS, CONNECT];

const IOT: Service = Service {
    otherwise: &[
        ("Thing", "req.thingName"),
        ("ThingGroup", "req.thingGroupName"),
        ("ThingType", "req.thingTypeName"),
        ("BillingGroup", "req.billingGroupName"),
        ("Policy", "req.policyName"),
        ("Certificate", "req.certificateId"),
        ("TopicRule", "req.ruleName"),
        ("RoleAlias", "req.roleAlias"),
        ("Authorizer", "req.authorizerName"),
        ("ProvisioningTemplate", "req.templateName"),
        ("SecurityProfile", "req.securityProfileName"),
        ("DomainConfiguration", "req.domainConfigurationName"),
        ("Job", "req.jobId"),
    ],
    ..Service::new(
        "iot.amazonaws.com",
        "AWS::IoT",
        &[
            (
                "CreateKeysAndCertificate CreateCertificateFromCsr RegisterCertificate*",
                &[("Certificate", "res.certificateId"), ("Certificate", "res.certificateArn")],
            ),
            ("RegisterCACertificate", &[("CACertificate", "res.certificateId")]),
            ("UpdateCACertificate DeleteCACertificate", &[("CACertificate", "req.certificateId")]),
            ("AttachPolicy DetachPolicy", &[("Policy", "req.policyName"), ("", "req.target")]),
            (
                "AttachThingPrincipal DetachThingPrincipal",
                &[("Thing", "req.thingName"), ("", "req.principal")],
            ),
            TAGS,
        ],
    )
};

const GREENGRASS: Service = Service {
    otherwise: &[
        ("Deployment", "req.deploymentId"),
        ("CoreDevice", "req.coreDeviceThingName"),
        ("", "req.targetArn"),
        ("Group", "req.groupId"),
    ],
    ..Service::new("greengrass.amazonaws.com", "AWS::GreengrassV2", &[TAGS])
};

const CONNECT: Service = Service {
    otherwise: &[
        ("User", "req.userId"),
        ("Queue", "req.queueId"),
        ("ContactFlow", "req.contactFlowId"),
        ("PhoneNumber", "req.phoneNumberId"),
        ("Instance", "req.instanceId"),
    ],
    ..Service::new(
        "connect.amazonaws.com",
        "AWS::Connect",
        &[
            ("CreateInstance", &[("Instance", "res.id"), ("Instance", "req.instanceAlias")]),
            (
                "CreateUser",
                &[("User", "req.username"), ("User", "res.userId"), ("Instance", "req.instanceId")],
            ),
            TAGS,
        ],
    )
};
