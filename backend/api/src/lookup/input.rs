//! What LookupEvents is asked, read and checked as AWS does; each error names the member and what is taken.

use model::filter::{Key, Term};
use model::{Category, Filter, Span, Timestamp};
use serde_json::{Map, Value};
use wire::Failure;

use super::attribute::{Attribute, AttributeKey, MAX_VALUE};
use super::token::Token;

/// Events on a page when the request does not say, and at most.
pub(super) const MAX_RESULTS: u16 = 50;
/// The most attributes of one request. AWS takes one.
const MAX_ATTRIBUTES: usize = 10;
/// The last millisecond of the year 9999, in seconds.
const MAX_SECONDS: f64 = 253_402_300_799.0;

/// A checked request.
#[derive(Debug, PartialEq)]
pub(super) struct Ask {
    pub(super) attributes: Vec<Attribute>,
    pub(super) category: Category,
    /// Half-open, and the same on every page.
    pub(super) span: Span,
    /// 1 ..= [`MAX_RESULTS`]
    pub(super) max_results: u16,
    /// Where to go on.
    pub(super) at: Option<model::Cursor>,
    /// The parameters that a token is bound to.
    pub(super) asked: String,
}

/// The members of a request, which has to be an object.
pub(super) fn members(body: &[u8]) -> Result<Map<String, Value>, Failure> {
    match serde_json::from_slice(body) {
        Ok(Value::Object(members)) => Ok(members),
        Ok(_) => Err(serialization("the request is not a JSON object")),
        Err(error) => Err(serialization(&format!("the request is not JSON: {error}"))),
    }
}

/// Reads LookupEvents' request; `strict` takes one attribute only.
pub(super) fn lookup_events(body: &[u8], strict: bool, now: Timestamp) -> Result<Ask, Failure> {
    let members = members(body)?;
    let category = match text(&members, "EventCategory")? {
        None => Category::Management,
        Some("insight") => Category::Insight,
        Some(_) => {
            let why = "EventCategory is `insight`, or left out for management events.";
            return Err(Failure::new("InvalidEventCategoryException", why));
        }
    };
    let max_results = max_results(&members, "InvalidMaxResultsException")?;
    let attributes = attributes(&members, category, strict)?;
    let times = Times::of(&members, "InvalidTimeRangeException", now)?;
    times.ask(attributes, category, max_results, text(&members, "NextToken")?, "InvalidNextTokenException")
}

fn attributes(
    members: &Map<String, Value>,
    category: Category,
    strict: bool,
) -> Result<Vec<Attribute>, Failure> {
    let list = match members.get("LookupAttributes") {
        None | Some(Value::Null) => return Ok(Vec::new()),
        Some(Value::Array(list)) => list,
        Some(_) => return Err(serialization("LookupAttributes is not a list")),
    };
    let most = if strict { 1 } else { MAX_ATTRIBUTES };
    if list.len() > most {
        let given = list.len();
        return Err(invalid(format!("LookupAttributes has {given} attributes; at most {most} are taken.")));
    }
    list.iter().map(|each| attribute(each, category)).collect()
}

fn attribute(value: &Value, category: Category) -> Result<Attribute, Failure> {
    let Value::Object(members) = value else {
        return Err(serialization("an element of LookupAttributes is not an object"));
    };
    let given = |member| match text(members, member)? {
        Some(text) if !text.is_empty() => Ok(text),
        _ => Err(invalid(format!("An attribute has no {member}."))),
    };
    let (key, value) = (given("AttributeKey")?, given("AttributeValue")?);
    let Some(name) = AttributeKey::of(key) else {
        return Err(invalid(format!("The AttributeKey is none of {}.", AttributeKey::list())));
    };
    checked(name, value, category)
}

/// An attribute whose value can be meant.
pub(super) fn checked(key: AttributeKey, value: &str, category: Category) -> Result<Attribute, Failure> {
    if value.chars().count() > MAX_VALUE {
        return Err(invalid(format!("The AttributeValue is longer than {MAX_VALUE} characters.")));
    }
    if key == AttributeKey::ReadOnly && !["true", "false"].contains(&value) {
        return Err(invalid("The value of ReadOnly is `true` or `false`.".to_owned()));
    }
    if category == Category::Insight && !key.is_of_insights() {
        let why = "Insights events are looked up by EventId, EventName or EventSource.";
        return Err(invalid(why.to_owned()));
    }
    Ok(Attribute { key, value: value.to_owned() })
}

/// `MaxResults`, refused by the error `code`.
pub(super) fn max_results(members: &Map<String, Value>, code: &'static str) -> Result<u16, Failure> {
    let number = match members.get("MaxResults") {
        None | Some(Value::Null) => return Ok(MAX_RESULTS),
        Some(Value::Number(number)) => number.as_i64(),
        Some(_) => return Err(serialization("MaxResults is not a number")),
    };
    match number.and_then(|n| u16::try_from(n).ok()) {
        Some(n) if (1..=MAX_RESULTS).contains(&n) => Ok(n),
        _ => Err(Failure::new(code, format!("MaxResults is a number from 1 to {MAX_RESULTS}."))),
    }
}

/// The range of time, as it was given and as it is meant: both ends belong to it.
pub(super) struct Times {
    given: [Option<i64>; 2],
    span: Span,
}

impl Times {
    /// `StartTime` and `EndTime`, refused by the error `code` where they make no range.
    pub(super) fn of(
        members: &Map<String, Value>,
        code: &'static str,
        now: Timestamp,
    ) -> Result<Times, Failure> {
        let (start, end) = (seconds(members, "StartTime")?, seconds(members, "EndTime")?);
        let from = start.map_or(Timestamp::MIN, Timestamp::from_millis);
        let last = end.map_or(now, Timestamp::from_millis);
        if from > last {
            let what = if end.is_some() { "EndTime" } else { "the present" };
            return Err(Failure::new(code, format!("StartTime is after {what}.")));
        }
        Ok(Times { given: [start, end], span: Span { from, to: last.plus_millis(1) } })
    }

    /// The request, on the page that `token` names; refused by the error `code` when it is none.
    pub(super) fn ask(
        self,
        attributes: Vec<Attribute>,
        category: Category,
        max_results: u16,
        token: Option<&str>,
        code: &'static str,
    ) -> Result<Ask, Failure> {
        let mut sorted = attributes.clone();
        sorted.sort();
        let asked = format!("{category} {sorted:?} {:?}", self.given);
        let (span, at) = match token {
            None => (self.span, None),
            Some(text) => {
                let why = "The NextToken is not one of this request. Begin again without it, or repeat the \
                           parameters it was given for.";
                let token = Token::read(text, &asked).ok_or_else(|| Failure::new(code, why))?;
                (token.span, Some(token.cursor))
            }
        };
        Ok(Ask { attributes, category, span, max_results, at, asked })
    }
}

impl Ask {
    /// The question to the store; what it finds may be more.
    pub(super) fn filter(&self) -> Filter {
        let category = Term::is(Key::Category, self.category.as_str());
        Filter::new(self.attributes.iter().map(Attribute::term).chain([category]))
    }
}

/// Epoch seconds, whole or not, as milliseconds.
fn seconds(members: &Map<String, Value>, name: &str) -> Result<Option<i64>, Failure> {
    match members.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::Number(number)) => {
            let seconds = number.as_f64().filter(|s| (0.0..=MAX_SECONDS).contains(s));
            let outside = || serialization(&format!("{name} is not within the years 1970 to 9999"));
            seconds.map(|s| Some((s * 1_000.0).round() as i64)).ok_or_else(outside)
        }
        Some(_) => Err(serialization(&format!("{name} is not a number of seconds since 1970"))),
    }
}

/// A text member.
pub(super) fn text<'a>(members: &'a Map<String, Value>, name: &str) -> Result<Option<&'a str>, Failure> {
    match members.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(serialization(&format!("{name} is not a string"))),
    }
}

pub(super) fn serialization(why: &str) -> Failure {
    Failure::new("SerializationException", why)
}

fn invalid(why: String) -> Failure {
    Failure::new("InvalidLookupAttributesException", why)
}

#[cfg(test)]
mod tests;
