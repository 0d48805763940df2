//! The category of a record, also of one that is older than `eventCategory` (version 1.07).

use super::Fields;
use crate::event::Category;

/// `eventCategory`; a category that is not known and none at all are told from `eventType` and
/// `managementEvent`.
pub(super) fn of(record: &Fields<'_>) -> Category {
    let named = record.text("eventCategory").unwrap_or_default();
    match named.as_str() {
        "Management" => return Category::Management,
        // Aggregated: what data events did in five minutes.
        "Data" | "Aggregated" => return Category::Data,
        "NetworkActivity" => return Category::Network,
        "Insight" => return Category::Insight,
        "ActivityAuditLog" => return Category::Activity,
        _ => {}
    }
    match record.text("eventType").as_deref() {
        Some("AwsCloudTrailInsight") => Category::Insight,
        // Documented in the plural, found in the singular.
        Some("AwsVpceEvents" | "AwsVpceEvent") => Category::Network,
        Some("AwsAggregatedEvent") => Category::Data,
        Some("ActivityLog") => Category::Activity,
        _ if record.truth("managementEvent") == Some(false) => Category::Data,
        _ => Category::Management,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::Json;

    #[track_caller]
    fn check(record: &str, expected: Category) {
        assert_eq!(of(&Fields::of(Json::parse(record).ok())), expected, "{record}");
    }

    #[test]
    fn named_or_told_from_what_else_is_there() {
        check(r#"{"eventCategory":"Management","managementEvent":false}"#, Category::Management);
        check(r#"{"eventCategory":"Aggregated"}"#, Category::Data);
        check(r#"{"eventCategory":"ActivityAuditLog"}"#, Category::Activity);
        check(r#"{"eventCategory":"Tomorrow"}"#, Category::Management);
        check(r#"{"eventCategory":"Tomorrow","managementEvent":"false"}"#, Category::Data);
        check(r#"{"eventType":"AwsCloudTrailInsight"}"#, Category::Insight);
        check(r#"{"eventType":"AwsVpceEvent"}"#, Category::Network);
        check(r#"{"managementEvent":false}"#, Category::Data);
        check("{}", Category::Management);
    }
}
