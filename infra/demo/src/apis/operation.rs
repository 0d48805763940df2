//! Running things: Systems Manager, logs, metrics, health.

use crate::api::{Api, read, write};

pub(crate) const UPDATE_INSTANCE_INFORMATION: Api = write(
    "ssm",
    "UpdateInstanceInformation",
    r#"{"instanceId":"$self","agentVersion":"3.3.2299.0","agentStatus":"Active","platformType":"Linux","platformName":"Amazon Linux","platformVersion":"2023","iPAddress":"$private","computerName":"ip-10-0-1-17.$region.compute.internal","agentName":"amazon-ssm-agent","availabilityZone":"$zone","sSMConnectionChannel":"ssmmessages"}"#,
    "null",
);
pub(crate) const LIST_ASSOCIATIONS: Api =
    read("ssm", "ListInstanceAssociations", r#"{"instanceId":"$self","maxResults":20}"#);
pub(crate) const START_SESSION: Api = write(
    "ssm",
    "StartSession",
    r#"{"target":"$instance","documentName":"SSM-SessionManagerRunShell"}"#,
    r#"{"sessionId":"$who-$hex","tokenValue":"Value hidden due to security reasons.","streamUrl":"wss://ssmmessages.$region.amazonaws.com/v1/data-channel/$who-$hex?role=publish_subscribe"}"#,
);

pub(crate) const CREATE_LOG_STREAM: Api = write(
    "logs",
    "CreateLogStream",
    r#"{"logGroupName":"$loggroup","logStreamName":"2026/[1]$digest"}"#,
    "null",
)
.version("20140328");
pub(crate) const DESCRIBE_LOG_GROUPS: Api =
    read("logs", "DescribeLogGroups", r#"{"logGroupNamePrefix":"$loggroup","limit":50}"#).version("20140328");
pub(crate) const START_QUERY: Api = read("logs", "StartQuery", r#"{"logGroupNames":["$loggroup"],"startTime":1767225600,"endTime":1767229200,"queryString":"HIDDEN_DUE_TO_SECURITY_REASONS","limit":1000}"#).answering(r#"{"queryId":"$uuid2"}"#).version("20140328");
pub(crate) const PUT_RETENTION_POLICY: Api =
    write("logs", "PutRetentionPolicy", r#"{"logGroupName":"$loggroup","retentionInDays":30}"#, "null")
        .version("20140328");

pub(crate) const DESCRIBE_ALARMS: Api =
    read("monitoring", "DescribeAlarms", r#"{"alarmNames":["$alarm"],"maxRecords":100}"#);
pub(crate) const LIST_METRICS: Api =
    read("monitoring", "ListMetrics", r#"{"namespace":"AWS/RDS","recentlyActive":"PT3H"}"#);
pub(crate) const PUT_METRIC_ALARM: Api = write(
    "monitoring",
    "PutMetricAlarm",
    r#"{"alarmName":"$alarm","actionsEnabled":true,"alarmActions":["arn:aws:sns:$region:$account:alarms"],"metricName":"HTTPCode_Target_5XX_Count","namespace":"AWS/ApplicationELB","statistic":"Sum","period":60,"evaluationPeriods":3,"threshold":25.5,"comparisonOperator":"GreaterThanThreshold"}"#,
    "null",
);
pub(crate) const GET_RESOURCES: Api = read(
    "tagging",
    "GetResources",
    r#"{"resourcesPerPage":100,"resourceTypeFilters":["ec2:instance","rds:db"],"tagFilters":[]}"#,
);
pub(crate) const DESCRIBE_EVENT_AGGREGATES: Api = read(
    "health",
    "DescribeEventAggregates",
    r#"{"aggregateField":"eventTypeCategory","filter":{"eventStatusCodes":["open","upcoming"]}}"#,
);
pub(crate) const GET_COST_AND_USAGE: Api = read(
    "ce",
    "GetCostAndUsage",
    r#"{"timePeriod":{"Start":"2026-01-01","End":"2026-02-01"},"granularity":"DAILY","metrics":["UnblendedCost"],"groupBy":[{"Type":"DIMENSION","Key":"SERVICE"}]}"#,
);
