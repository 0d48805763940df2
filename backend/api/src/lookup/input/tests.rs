use serde_json::json;

use super::*;

const NOW: i64 = 1_795_000_000_000;

fn read(request: &Value) -> Result<Ask, Failure> {
    lookup_events(request.to_string().as_bytes(), false, Timestamp::from_millis(NOW))
}

fn one(key: &str, value: &str) -> Value {
    json!({ "LookupAttributes": [{ "AttributeKey": key, "AttributeValue": value }] })
}

#[track_caller]
fn refused(request: &Value, code: &str, sentence: &str) {
    let failure = read(request).unwrap_err();
    assert_eq!((failure.code, &*failure.message), (code, sentence), "{request}");
}

#[test]
fn what_is_left_out_has_its_default() {
    for nothing in [json!({}), json!({"StartTime": null, "LookupAttributes": [], "Unknown": 1})] {
        let ask = read(&nothing).unwrap();
        assert_eq!((ask.max_results, ask.category), (50, Category::Management));
        assert_eq!(ask.span, Span { from: Timestamp::MIN, to: Timestamp::from_millis(NOW + 1) });
        assert_eq!((ask.at, ask.attributes.len()), (None, 0));
    }
}

#[test]
fn both_ends_of_the_range_belong_to_it() {
    let ask = read(&json!({"StartTime": 1767225600.5, "EndTime": 1767225601})).unwrap();
    let millis = |t| Timestamp::from_millis(t);
    assert_eq!(ask.span, Span { from: millis(1_767_225_600_500), to: millis(1_767_225_601_001) });
    assert!(read(&json!({"StartTime": 1767225600, "EndTime": 1767225600})).is_ok());
    assert!(read(&json!({"StartTime": NOW / 1_000 + 9, "EndTime": NOW / 1_000 + 10})).is_ok());
}

#[test]
fn what_is_refused_is_named() {
    const ATTRIBUTES: &str = "InvalidLookupAttributesException";
    let keys = "The AttributeKey is none of EventId, EventName, ReadOnly, Username, ResourceType, \
                ResourceName, EventSource, AccessKeyId.";
    refused(&one("EventRegion", "x"), ATTRIBUTES, keys);
    refused(&one("eventName", "x"), ATTRIBUTES, keys);
    for value in ["True", "other"] {
        refused(&one("ReadOnly", value), ATTRIBUTES, "The value of ReadOnly is `true` or `false`.");
    }
    refused(&one("EventName", ""), ATTRIBUTES, "An attribute has no AttributeValue.");
    refused(&json!({"LookupAttributes": [{}]}), ATTRIBUTES, "An attribute has no AttributeKey.");
    let long = "_".repeat(2_001);
    refused(&one("EventName", &long), ATTRIBUTES, "The AttributeValue is longer than 2000 characters.");
    assert!(read(&one("EventName", &long[1..])).is_ok());
    let max = "MaxResults is a number from 1 to 50.";
    for number in [json!(0), json!(51), json!(-1), json!(1.5), json!(100_000)] {
        refused(&json!({"MaxResults": number}), "InvalidMaxResultsException", max);
    }
    let category = "EventCategory is `insight`, or left out for management events.";
    refused(&json!({"EventCategory": "management"}), "InvalidEventCategoryException", category);
    const RANGE: &str = "InvalidTimeRangeException";
    refused(&json!({"StartTime": 2, "EndTime": 1}), RANGE, "StartTime is after EndTime.");
    refused(&json!({"StartTime": NOW / 1_000 + 1}), RANGE, "StartTime is after the present.");
    let token = "The NextToken is not one of this request. Begin again without it, or repeat the parameters \
                 it was given for.";
    refused(&json!({"NextToken": "abc"}), "InvalidNextTokenException", token);
}

#[test]
fn what_has_the_wrong_type_cannot_be_read() {
    for (request, sentence) in [
        (json!([]), "the request is not a JSON object"),
        (json!({"StartTime": "2026-01-01T00:00:00Z"}), "StartTime is not a number of seconds since 1970"),
        (json!({"EndTime": -1}), "EndTime is not within the years 1970 to 9999"),
        (json!({"EndTime": 1e15}), "EndTime is not within the years 1970 to 9999"),
        (json!({"MaxResults": "5"}), "MaxResults is not a number"),
        (json!({"LookupAttributes": {}}), "LookupAttributes is not a list"),
        (json!({"LookupAttributes": ["x"]}), "an element of LookupAttributes is not an object"),
        (json!({"NextToken": 1}), "NextToken is not a string"),
        (
            one("EventName", "x").as_object().map(|_| json!({"EventCategory": 1})).unwrap(),
            "EventCategory is not a string",
        ),
    ] {
        refused(&request, "SerializationException", sentence);
    }
    assert_eq!(members(b"{").unwrap_err().code, "SerializationException");
}

#[test]
fn insights_have_three_attributes() {
    for (key, taken) in [("EventId", true), ("EventName", true), ("EventSource", true), ("Username", false)] {
        let mut request = one(key, "x");
        request["EventCategory"] = json!("insight");
        assert_eq!(read(&request).is_ok(), taken, "{key}");
    }
}

#[test]
fn several_attributes_are_more_than_aws_takes() {
    let attribute = |value: usize| json!({"AttributeKey": "Username", "AttributeValue": value.to_string()});
    let request = |count| json!({"LookupAttributes": (0..count).map(attribute).collect::<Vec<_>>()});
    assert_eq!(read(&request(10)).unwrap().attributes.len(), 10);
    let sentence = "LookupAttributes has 11 attributes; at most 10 are taken.";
    refused(&request(11), "InvalidLookupAttributesException", sentence);
    let strict = lookup_events(request(2).to_string().as_bytes(), true, Timestamp::MAX).unwrap_err();
    assert_eq!(strict.message, "LookupAttributes has 2 attributes; at most 1 are taken.");
}

#[test]
fn a_token_keeps_the_range_of_the_first_call() {
    let first = read(&json!({})).unwrap();
    let token = Token { span: first.span, cursor: "AAAA".parse().unwrap() }.text(&first.asked);
    let later = Timestamp::from_millis(NOW + 60_000);
    let next = |request: Value| lookup_events(request.to_string().as_bytes(), false, later);
    let second = next(json!({"NextToken": token, "MaxResults": 7})).unwrap();
    assert_eq!((second.span, second.max_results), (first.span, 7));
    for other in [json!({"StartTime": 0}), json!({"EventCategory": "insight"}), one("EventName", "A")] {
        let mut request = other;
        request["NextToken"] = json!(token);
        assert_eq!(next(request).unwrap_err().code, "InvalidNextTokenException");
    }
}
