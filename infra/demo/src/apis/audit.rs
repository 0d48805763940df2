//! Watching: CloudTrail, Config, GuardDuty.

use crate::api::{Api, read, write};

pub(crate) const DESCRIBE_TRAILS: Api =
    read("cloudtrail", "DescribeTrails", r#"{"trailNameList":[],"includeShadowTrails":true}"#);
pub(crate) const GET_TRAIL_STATUS: Api =
    read("cloudtrail", "GetTrailStatus", r#"{"name":"arn:aws:cloudtrail:$region:$account:trail/main"}"#);
pub(crate) const LOOKUP_EVENTS: Api = read(
    "cloudtrail",
    "LookupEvents",
    r#"{"lookupAttributes":[{"attributeKey":"ReadOnly","attributeValue":"false"}],"maxResults":50}"#,
);
pub(crate) const STOP_LOGGING: Api = write(
    "cloudtrail",
    "StopLogging",
    r#"{"name":"arn:aws:cloudtrail:$region:$account:trail/main"}"#,
    "null",
);
pub(crate) const START_LOGGING: Api = write(
    "cloudtrail",
    "StartLogging",
    r#"{"name":"arn:aws:cloudtrail:$region:$account:trail/main"}"#,
    "null",
);
pub(crate) const DELETE_TRAIL: Api = write(
    "cloudtrail",
    "DeleteTrail",
    r#"{"name":"arn:aws:cloudtrail:$region:$account:trail/main"}"#,
    "null",
);
pub(crate) const PUT_EVENT_SELECTORS: Api = write(
    "cloudtrail",
    "PutEventSelectors",
    r#"{"trailName":"main","eventSelectors":[{"readWriteType":"ReadOnly","includeManagementEvents":false,"dataResources":[],"excludeManagementEventSources":[]}]}"#,
    r#"{"trailARN":"arn:aws:cloudtrail:$region:$account:trail/main","eventSelectors":[{"readWriteType":"ReadOnly","includeManagementEvents":false,"dataResources":[],"excludeManagementEventSources":[]}]}"#,
);

pub(crate) const DESCRIBE_CONFIGURATION_RECORDERS: Api =
    read("config", "DescribeConfigurationRecorders", "null");
pub(crate) const STOP_CONFIGURATION_RECORDER: Api =
    write("config", "StopConfigurationRecorder", r#"{"configurationRecorderName":"default"}"#, "null");
pub(crate) const LIST_DETECTORS: Api = read("guardduty", "ListDetectors", r#"{"maxResults":"50"}"#);
pub(crate) const LIST_FINDINGS: Api =
    read("guardduty", "ListFindings", r#"{"detectorId":"$digest","maxResults":50}"#);
pub(crate) const DELETE_DETECTOR: Api =
    write("guardduty", "DeleteDetector", r#"{"detectorId":"$digest"}"#, "null");
