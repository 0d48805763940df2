//! Measures, logs and traces: CloudWatch, X-Ray, Synthetics, Prometheus, Grafana. What each line names follows
//! from the shape of the API.

use super::rule::{Service, TAGS};

pub(super) const SERVICES: &[Service] = &[LOGS, MONITORING, XRAY, SYNTHETICS, PROMETHEUS, GRAFANA];

const LOGS: Service = Service {
    otherwise: &[("LogGroup", "req.logGroupName"), ("LogGroup", "req.logGroupIdentifier")],
    ..Service::new(
        "logs.amazonaws.com",
        "AWS::Logs",
        &[
            ("Describe*", &[]),
            // A writer creates a stream, of a random name, every time it starts: the group tells more.
            ("CreateLogStream", &[("LogGroup", "req.logGroupName")]),
            ("DeleteLogStream", &[("LogGroup", "req.logGroupName"), ("LogStream", "req.logStreamName")]),
            ("*MetricFilter", &[("LogGroup", "req.logGroupName"), ("MetricFilter", "req.filterName")]),
            (
                "*SubscriptionFilter",
                &[("LogGroup", "req.logGroupName"), ("SubscriptionFilter", "req.filterName")],
            ),
            (
                "PutDestination PutDestinationPolicy DeleteDestination",
                &[("Destination", "req.destinationName")],
            ),
            (
                "*DeliveryDestination *DeliveryDestinationPolicy",
                &[
                    ("DeliveryDestination", "req.name"),
                    ("DeliveryDestination", "req.deliveryDestinationName"),
                ],
            ),
            ("*DeliverySource", &[("DeliverySource", "req.name")]),
            ("*ResourcePolicy", &[("ResourcePolicy", "req.policyName")]),
            ("StartQuery", &[("LogGroup", "req.logGroupName"), ("LogGroup", "req.logGroupNames[]")]),
            (
                "AssociateKmsKey DisassociateKmsKey",
                &[("LogGroup", "req.logGroupName"), ("AWS::KMS::Key", "req.kmsKeyId")],
            ),
            TAGS,
        ],
    )
};

const MONITORING: Service = Service::new(
    "monitoring.amazonaws.com",
    "AWS::CloudWatch",
    &[
        ("Describe* List* Get*", &[]),
        ("PutMetricAlarm PutCompositeAlarm SetAlarmState", &[("Alarm", "req.alarmName")]),
        (
            "*InsightRule *InsightRules",
            &[("InsightRule", "req.ruleName"), ("InsightRule", "req.ruleNames[]")],
        ),
        ("*MetricStream", &[("MetricStream", "req.name")]),
        ("DeleteAlarms EnableAlarmActions DisableAlarmActions", &[("Alarm", "req.alarmNames[]")]),
        (
            "*Dashboards *Dashboard",
            &[("Dashboard", "req.dashboardName"), ("Dashboard", "req.dashboardNames[]")],
        ),
        TAGS,
    ],
);

const XRAY: Service = Service {
    otherwise: &[("Group", "req.groupName"), ("Group", "req.groupARN")],
    ..Service::new(
        "xray.amazonaws.com",
        "AWS::XRay",
        &[
            (
                "*SamplingRule",
                &[
                    ("SamplingRule", "req.samplingRule.ruleName"),
                    ("SamplingRule", "req.samplingRuleUpdate.ruleName"),
                    ("SamplingRule", "req.ruleName"),
                ],
            ),
            TAGS,
        ],
    )
};

const SYNTHETICS: Service = Service {
    otherwise: &[("Group", "req.groupIdentifier"), ("Canary", "req.name")],
    ..Service::new(
        "synthetics.amazonaws.com",
        "AWS::Synthetics",
        &[("CreateGroup", &[("Group", "req.name")]), TAGS],
    )
};

const PROMETHEUS: Service = Service {
    otherwise: &[("Workspace", "req.workspaceId"), ("Scraper", "req.scraperId")],
    ..Service::new(
        "aps.amazonaws.com",
        "AWS::APS",
        &[("CreateWorkspace", &[("Workspace", "res.workspaceId"), ("Workspace", "req.alias")]), TAGS],
    )
};

const GRAFANA: Service = Service {
    otherwise: &[("Workspace", "req.workspaceId")],
    ..Service::new(
        "grafana.amazonaws.com",
        "AWS::Grafana",
        &[
            ("CreateWorkspace", &[("Workspace", "res.workspace.id"), ("Workspace", "req.workspaceName")]),
            TAGS,
        ],
    )
};
