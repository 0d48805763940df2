//! Watching and running an account: CloudTrail, Config, GuardDuty, CloudFormation, Systems Manager, logs.

use super::rule::{Row, Service};

pub(super) const SERVICES: &[Service] =
    &[CLOUDTRAIL, CONFIG, GUARDDUTY, CLOUDFORMATION, SSM, LOGS, MONITORING, CODEPIPELINE];

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
                "*EventDataStore",
                &[("EventDataStore", "res.eventDataStoreArn"), ("EventDataStore", "req.eventDataStore")],
            ),
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
            &[("ConfigRule", "req.configRuleName"), ("ConfigRule", "req.configRule.configRuleName")],
        ),
    ],
);

const GUARDDUTY: Service = Service {
    otherwise: &[("Detector", "req.detectorId")],
    ..Service::new(
        "guardduty.amazonaws.com",
        "AWS::GuardDuty",
        &[("Get* List* Describe*", &[]), ("CreateDetector", &[("Detector", "res.detectorId")])],
    )
};

const CLOUDFORMATION: Service = Service {
    otherwise: &[("Stack", "req.stackName")],
    ..Service::new(
        "cloudformation.amazonaws.com",
        "AWS::CloudFormation",
        &[
            ("Describe* Get* List*", &[]),
            ("CreateStack UpdateStack", &[("Stack", "req.stackName"), ("Stack", "res.stackId")]),
            ("*StackSet *StackInstances", &[("StackSet", "req.stackSetName")]),
        ],
    )
};

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
    ],
);

const LOGS: Service = Service {
    otherwise: &[("LogGroup", "req.logGroupName")],
    ..Service::new(
        "logs.amazonaws.com",
        "AWS::Logs",
        &[
            ("Describe*", &[]),
            // A writer creates a stream, of a random name, every time it starts: the group tells more.
            ("CreateLogStream", &[("LogGroup", "req.logGroupName")]),
            ("DeleteLogStream", &[("LogGroup", "req.logGroupName"), ("LogStream", "req.logStreamName")]),
        ],
    )
};

const MONITORING: Service = Service::new(
    "monitoring.amazonaws.com",
    "AWS::CloudWatch",
    &[
        ("Describe* List* Get*", &[]),
        ("PutMetricAlarm", &[("Alarm", "req.alarmName")]),
        ("DeleteAlarms EnableAlarmActions DisableAlarmActions", &[("Alarm", "req.alarmNames[]")]),
        (
            "*Dashboards *Dashboard",
            &[("Dashboard", "req.dashboardName"), ("Dashboard", "req.dashboardNames[]")],
        ),
    ],
);

const CODEPIPELINE: Service = Service {
    otherwise: &[("Pipeline", "req.name"), ("Pipeline", "req.pipelineName")],
    ..Service::new(
        "codepipeline.amazonaws.com",
        "AWS::CodePipeline",
        &[("List*", &[]), ("CreatePipeline UpdatePipeline", &[("Pipeline", "req.pipeline.name")])],
    )
};
