//! Measures, logs and traces: CloudWatch, X-Ray, Synthetics, Prometheus, Grafana. What each line names follows
//! from the shape of the API.

use super::rule::{Service, service};

pub(super) const SERVICES: &[Service] = &[LOGS, MONITORING, XRAY, SYNTHETICS, PROMETHEUS, GRAFANA];

const LOGS: Service = service! {"
    logs.amazonaws.com: AWS::Logs
    Describe*:
    # A writer creates a stream, of a random name, every time it starts: the group tells more.
    CreateLogStream: LogGroup req.logGroupName
    DeleteLogStream: LogGroup req.logGroupName, LogStream req.logStreamName
    *MetricFilter: LogGroup req.logGroupName, MetricFilter req.filterName
    *SubscriptionFilter: LogGroup req.logGroupName, SubscriptionFilter req.filterName
    PutDestination PutDestinationPolicy DeleteDestination: Destination req.destinationName
    *DeliveryDestination *DeliveryDestinationPolicy: DeliveryDestination req.name req.deliveryDestinationName
    *DeliverySource: DeliverySource req.name
    *ResourcePolicy: ResourcePolicy req.policyName
    StartQuery: LogGroup req.logGroupName req.logGroupNames[]
    AssociateKmsKey DisassociateKmsKey: LogGroup req.logGroupName, AWS::KMS::Key req.kmsKeyId
    tags:
    otherwise: LogGroup req.logGroupName req.logGroupIdentifier
"};

const MONITORING: Service = service! {"
    monitoring.amazonaws.com: AWS::CloudWatch
    Describe* List* Get*:
    PutMetricAlarm PutCompositeAlarm SetAlarmState: Alarm req.alarmName
    *InsightRule *InsightRules: InsightRule req.ruleName req.ruleNames[]
    *MetricStream: MetricStream req.name
    DeleteAlarms EnableAlarmActions DisableAlarmActions: Alarm req.alarmNames[]
    *Dashboards *Dashboard: Dashboard req.dashboardName req.dashboardNames[]
    tags:
"};

const XRAY: Service = service! {"
    xray.amazonaws.com: AWS::XRay
    *SamplingRule: SamplingRule req.samplingRule.ruleName req.samplingRuleUpdate.ruleName req.ruleName
    tags:
    otherwise: Group req.groupName req.groupARN
"};

const SYNTHETICS: Service = service! {"
    synthetics.amazonaws.com: AWS::Synthetics
    CreateGroup: Group req.name
    tags:
    otherwise: Group req.groupIdentifier, Canary req.name
"};

const PROMETHEUS: Service = service! {"
    aps.amazonaws.com: AWS::APS
    CreateWorkspace: Workspace res.workspaceId req.alias
    tags:
    otherwise: Workspace req.workspaceId, Scraper req.scraperId
"};

const GRAFANA: Service = service! {"
    grafana.amazonaws.com: AWS::Grafana
    CreateWorkspace: Workspace res.workspace.id req.workspaceName
    tags:
    otherwise: Workspace req.workspaceId
"};
