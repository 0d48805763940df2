//! Running an account: CloudTrail, Config, Systems Manager, fault injection. The type of trails is of AWS's
//! list; what a line names follows from the shape of the API.

use super::rule::{Row, Service, TAGS};

pub(super) const SERVICES: &[Service] = &[CLOUDTRAIL, CONFIG, SSM, FAULTS];

const CLOUDTRAIL: Service = Service {
    otherwise: &[("Trail", "req.trailName"), ("Trail", "req.name")],
    ..Service::new(
        "cloudtrail.amazonaws.com",
        "AWS::CloudTrail",
        &[
            ("Describe* Get* List* LookupEvents", &[]),
            (
                "CreateTrail UpdateTrail",
                &[("Trail", "res.trailARN"), ("Trail", "req.name"), ("AWS::S3::Bucket", "req.s3BucketName")],
            ),
            ("DeleteTrail StartLogging StopLogging", &[("Trail", "req.name")]),
            ("PutEventSelectors PutInsightSelectors", &[("Trail", "req.trailName")]),
            (
                "*EventDataStore *EventDataStoreIngestion",
                &[("EventDataStore", "res.eventDataStoreArn"), ("EventDataStore", "req.eventDataStore")],
            ),
            (
                "*Channel",
                &[("Channel", "res.channelArn"), ("Channel", "req.channel"), ("Channel", "req.name")],
            ),
            ("AddTags RemoveTags", &[("", "req.resourceId")]),
            ("*ResourcePolicy", &[("", "req.resourceArn")]),
        ],
    )
};

const CONFIG: Service = Service::new(
    "config.amazonaws.com",
    "AWS::Config",
    &[
        ("Describe* Get* List* Batch* Select*", &[]),
        (
            "*ConfigurationRecorder",
            &[
                ("ConfigurationRecorder", "req.configurationRecorderName"),
                ("ConfigurationRecorder", "req.configurationRecorder.name"),
                ("ConfigurationRecorder", "res.name"),
            ],
        ),
        (
            "*DeliveryChannel",
            &[
                ("DeliveryChannel", "req.deliveryChannelName"),
                ("DeliveryChannel", "req.deliveryChannel.name"),
            ],
        ),
        (
            "*ConfigRule",
            &[
                ("ConfigRule", "req.configRuleName"),
                ("ConfigRule", "req.configRule.configRuleName"),
                ("OrganizationConfigRule", "req.organizationConfigRuleName"),
            ],
        ),
        ("*ConfigurationAggregator", &[("ConfigurationAggregator", "req.configurationAggregatorName")]),
        (
            "*ConformancePack",
            &[
                ("ConformancePack", "req.conformancePackName"),
                ("OrganizationConformancePack", "req.organizationConformancePackName"),
            ],
        ),
        ("PutRemediationConfigurations", &[("ConfigRule", "req.remediationConfigurations.configRuleName")]),
        ("DeleteRemediationConfiguration", &[("ConfigRule", "req.configRuleName")]),
        TAGS,
    ],
);

const INSTANCE: &[Row] = &[("AWS::EC2::Instance", "req.target"), ("Session", "res.sessionId")];

const SSM: Service = Service::new(
    "ssm.amazonaws.com",
    "AWS::SSM",
    &[
        ("Describe* List*", &[]),
        (
            "PutParameter DeleteParameter LabelParameterVersion GetParameter GetParameterHistory",
            &[("Parameter", "req.name")],
        ),
        ("GetParameters DeleteParameters", &[("Parameter", "req.names[]")]),
        ("StartSession", INSTANCE),
        ("TerminateSession ResumeSession", &[("Session", "req.sessionId")]),
        ("SendCommand", &[("Document", "req.documentName"), ("AWS::EC2::Instance", "req.instanceIds[]")]),
        // Every agent calls the second every few minutes; its host's name, version and platform are no
        // resources.
        ("GetCommandInvocation UpdateInstanceInformation", &[("AWS::EC2::Instance", "req.instanceId")]),
        (
            "CreateDocument UpdateDocument DeleteDocument ModifyDocumentPermission GetDocument",
            &[("Document", "req.name")],
        ),
        ("UpdateDocumentDefaultVersion", &[("Document", "req.name")]),
        (
            "StartAutomationExecution",
            &[("Document", "req.documentName"), ("AutomationExecution", "res.automationExecutionId")],
        ),
        (
            "StopAutomationExecution SendAutomationSignal",
            &[("AutomationExecution", "req.automationExecutionId")],
        ),
        (
            "CreateAssociation UpdateAssociation DeleteAssociation",
            &[
                ("Document", "req.name"),
                ("Association", "req.associationId"),
                ("Association", "res.associationDescription.associationId"),
                ("AWS::EC2::Instance", "req.instanceId"),
            ],
        ),
        ("CreateActivation", &[("Activation", "res.activationId"), ("AWS::IAM::Role", "req.iamRole")]),
        ("DeleteActivation", &[("Activation", "req.activationId")]),
        ("DeregisterManagedInstance", &[("ManagedInstance", "req.instanceId")]),
        (
            "*MaintenanceWindow",
            &[("MaintenanceWindow", "req.windowId"), ("MaintenanceWindow", "res.windowId")],
        ),
        ("*PatchBaseline*", &[("PatchBaseline", "req.baselineId"), ("PatchBaseline", "res.baselineId")]),
        ("*ResourceDataSync", &[("ResourceDataSync", "req.syncName")]),
        ("*OpsItem", &[("OpsItem", "req.opsItemId"), ("OpsItem", "res.opsItemId")]),
        ("AddTagsToResource RemoveTagsFromResource", &[("", "req.resourceId")]),
    ],
);

const FAULTS: Service = Service::new(
    "fis.amazonaws.com",
    "AWS::FIS",
    &[
        (
            "*ExperimentTemplate",
            &[("ExperimentTemplate", "req.id"), ("ExperimentTemplate", "res.experimentTemplate.id")],
        ),
        (
            "StartExperiment",
            &[("ExperimentTemplate", "req.experimentTemplateId"), ("Experiment", "res.experiment.id")],
        ),
        ("StopExperiment", &[("Experiment", "req.id")]),
        TAGS,
    ],
);
