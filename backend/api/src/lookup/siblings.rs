//! ListInsightsData: Insights events once more, asked by dimensions.
//!
//! A record of an Insights event does not name its trail, so `InsightSource` is checked for its form alone:
//! the answer is from every trail whose files come in.

use model::{Category, Timestamp};
use serde_json::{Map, Value};
use wire::Failure;

use super::attribute::{Attribute, AttributeKey};
use super::input::{self, Ask, Times, serialization, text};

const CODE: &str = "InvalidParameterException";

/// Reads [ListInsightsData]'s request.
///
/// [ListInsightsData]: https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_ListInsightsData.html
pub(super) fn list_insights_data(body: &[u8], now: Timestamp) -> Result<Ask, Failure> {
    let members = input::members(body)?;
    if text(&members, "DataType")? != Some("InsightsEvents") {
        return Err(Failure::new(CODE, "DataType is InsightsEvents."));
    }
    let source = text(&members, "InsightSource")?.unwrap_or_default();
    if !(source.starts_with("arn:") && source.len() <= 256 && source.contains(":trail/")) {
        return Err(Failure::new(CODE, "InsightSource is the ARN of a trail."));
    }
    let max_results = input::max_results(&members, CODE)?;
    let attributes = dimensions(&members)?;
    let times = Times::of(&members, CODE, now)?;
    times.ask(attributes, Category::Insight, max_results, text(&members, "NextToken")?, CODE)
}

fn dimensions(members: &Map<String, Value>) -> Result<Vec<Attribute>, Failure> {
    let map = match members.get("Dimensions") {
        None | Some(Value::Null) => return Ok(Vec::new()),
        Some(Value::Object(map)) => map,
        Some(_) => return Err(serialization("Dimensions is not an object")),
    };
    let dimension = |(key, value): (&String, &Value)| {
        let Some(value) = value.as_str() else { return Err(serialization("a dimension is not a string")) };
        let name = AttributeKey::of(key).filter(|name| name.is_of_insights());
        let name = name.ok_or(Failure::new(CODE, "A dimension is EventId, EventName or EventSource."))?;
        let bad_value = |failure: Failure| Failure { code: CODE, ..failure };
        input::checked(name, value, Category::Insight).map_err(bad_value)
    };
    map.iter().map(dimension).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(change: Value) -> Result<Ask, Failure> {
        let mut request = json!({"DataType": "InsightsEvents",
            "InsightSource": "arn:aws:cloudtrail:us-east-1:111122223333:trail/all"});
        for (member, value) in change.as_object().unwrap() {
            request[member] = value.clone();
        }
        list_insights_data(request.to_string().as_bytes(), Timestamp::MAX)
    }

    #[test]
    fn a_dimension_is_an_attribute() {
        let ask = read(json!({"Dimensions": {"EventName": "RunInstances"}, "MaxResults": 3})).unwrap();
        let expected = Attribute { key: AttributeKey::EventName, value: "RunInstances".to_owned() };
        assert_eq!((ask.attributes, ask.category, ask.max_results), (vec![expected], Category::Insight, 3));
    }

    #[test]
    fn whatever_is_wrong_is_a_parameter() {
        for change in [
            json!({"DataType": "Other"}),
            json!({"InsightSource": "trail"}),
            json!({"Dimensions": {"Username": "x"}}),
            json!({"Dimensions": {"EventName": "x".repeat(2_001)}}),
            json!({"MaxResults": 51}),
            json!({"StartTime": 2, "EndTime": 1}),
            json!({"NextToken": "none"}),
        ] {
            assert_eq!(read(change.clone()).unwrap_err().code, CODE, "{change}");
        }
        assert_eq!(read(json!({"Dimensions": []})).unwrap_err().code, "SerializationException");
    }
}
