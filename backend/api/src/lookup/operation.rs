//! Which operation is asked for, and what becomes of those that are not answered.
//!
//! Whodunit never changes an account, so what CloudTrail's API can change is refused as AWS refuses whoever
//! has no right to it. What only AWS can know is refused as not supported: an empty list of trails would be
//! read as "there is no trail".

use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use wire::{Caller, Failure};

/// What is to be done about a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operation {
    LookupEvents,
    ListInsightsData,
    /// It could be answered by AWS alone; the sentence says why and what to do.
    Unanswerable(&'static str),
    /// It is one of CloudTrail's, and is not done here.
    Refused(&'static str),
}

/// What stands before the operation's name in `X-Amz-Target`: the AWS CLI and boto3 send the first, the
/// Smithy SDKs (Rust, Go, JavaScript) the second.
const PREFIXES: [&str; 2] =
    ["com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.", "CloudTrail_20131101."];

const TRAILS: &str = "Whodunit keeps the events that trails deliver and does not know the trails themselves. \
                      Ask AWS CloudTrail for them.";
const PUBLIC_KEYS: &str = "Whodunit does not keep the public keys of digest files. Validate log files \
                           against AWS CloudTrail.";
const INSIGHTS_METRICS: &str = "Whodunit keeps Insights events and no metrics of them. LookupEvents with the \
                                event category insight, and ListInsightsData, find the events.";

/// CloudTrail's other operations (its service model of 2026-11).
#[rustfmt::skip]
const OTHERS: [&str; 52] = [
    "AddTags", "CancelQuery", "CreateChannel", "CreateDashboard", "CreateEventDataStore", "CreateTrail",
    "DeleteChannel", "DeleteDashboard", "DeleteEventDataStore", "DeleteResourcePolicy", "DeleteTrail",
    "DeregisterOrganizationDelegatedAdmin", "DescribeQuery", "DisableFederation", "EnableFederation",
    "GenerateQuery", "GetChannel", "GetDashboard", "GetEventConfiguration", "GetEventDataStore",
    "GetEventSelectors", "GetImport", "GetInsightSelectors", "GetQueryResults", "GetResourcePolicy",
    "ListChannels", "ListDashboards", "ListEventDataStores", "ListImportFailures", "ListImports",
    "ListQueries", "ListTags", "PutEventConfiguration", "PutEventSelectors", "PutInsightSelectors",
    "PutResourcePolicy", "RegisterOrganizationDelegatedAdmin", "RemoveTags", "RestoreEventDataStore",
    "SearchSampleQueries", "StartDashboardRefresh", "StartEventDataStoreIngestion", "StartImport",
    "StartLogging", "StartQuery", "StopEventDataStoreIngestion", "StopImport", "StopLogging",
    "UpdateChannel", "UpdateDashboard", "UpdateEventDataStore", "UpdateTrail",
];

/// The operation that `headers` ask for.
///
/// The content type has to be the protocol's. A page of the web cannot send it without asking first (CORS),
/// which nobody here allows.
pub(super) fn of(headers: &HeaderMap) -> Result<Operation, Failure> {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let kind = text(CONTENT_TYPE.as_str()).split(';').next().unwrap_or_default().trim();
    if !kind.eq_ignore_ascii_case("application/x-amz-json-1.1") {
        let why = "The content type of this API is application/x-amz-json-1.1.";
        return Err(Failure::new("UnknownOperationException", why));
    }
    let target = text("x-amz-target");
    let unknown = || {
        let why = "X-Amz-Target names no operation of CloudTrail_20131101.";
        Failure::new("UnknownOperationException", why)
    };
    let name = PREFIXES.iter().find_map(|prefix| target.strip_prefix(prefix)).ok_or_else(unknown)?;
    match name {
        "LookupEvents" => Ok(Operation::LookupEvents),
        "ListInsightsData" => Ok(Operation::ListInsightsData),
        "DescribeTrails" | "GetTrail" | "GetTrailStatus" | "ListTrails" => {
            Ok(Operation::Unanswerable(TRAILS))
        }
        "ListPublicKeys" => Ok(Operation::Unanswerable(PUBLIC_KEYS)),
        "ListInsightsMetricData" => Ok(Operation::Unanswerable(INSIGHTS_METRICS)),
        other => {
            let known = OTHERS.iter().find(|name| **name == other);
            known.map(|name| Operation::Refused(name)).ok_or_else(unknown)
        }
    }
}

/// As AWS refuses whoever has no right to `operation`.
pub(super) fn refusal(operation: &str, caller: Option<&Caller>) -> Failure {
    let who = caller.map_or("anonymous", Caller::access_key_id);
    let action = format!("cloudtrail:{operation}");
    let why = format!("no identity-based policy allows the {action} action");
    Failure::new(
        "AccessDeniedException",
        format!("User: {who} is not authorized to perform: {action} because {why}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(kind: &str, target: &str) -> Result<Operation, Failure> {
        let mut headers = HeaderMap::new();
        headers.insert("content-type", kind.parse().unwrap());
        headers.insert("x-amz-target", target.parse().unwrap());
        of(&headers)
    }

    const KIND: &str = "application/x-amz-json-1.1";

    #[test]
    fn both_spellings_of_the_target() {
        for prefix in PREFIXES {
            assert_eq!(asked(KIND, &format!("{prefix}LookupEvents")), Ok(Operation::LookupEvents));
        }
        assert_eq!(
            asked("Application/X-Amz-Json-1.1; charset=utf-8", "CloudTrail_20131101.CreateTrail"),
            Ok(Operation::Refused("CreateTrail"))
        );
    }

    #[test]
    fn what_is_no_operation_is_unknown() {
        for (kind, target) in [
            (KIND, ""),
            (KIND, "LookupEvents"),
            (KIND, "CloudTrail_20131102.LookupEvents"),
            (KIND, "CloudTrail_20131101.lookupevents"),
            (KIND, "CloudTrail_20131101.LookupEvents2"),
            (KIND, "x.CloudTrail_20131101.LookupEvents"),
            ("application/json", "CloudTrail_20131101.LookupEvents"),
            ("text/plain", "CloudTrail_20131101.LookupEvents"),
        ] {
            let failure = asked(kind, target).unwrap_err();
            assert_eq!(failure.code, "UnknownOperationException", "{kind} {target}");
        }
        assert_eq!(of(&HeaderMap::new()).unwrap_err().code, "UnknownOperationException");
    }

    #[test]
    fn a_refusal_is_aws_own() {
        let expected = "User: anonymous is not authorized to perform: cloudtrail:StopLogging because no \
                        identity-based policy allows the cloudtrail:StopLogging action";
        assert_eq!(refusal("StopLogging", None).message, expected);
    }
}
