//! Events of people who act through sessions that do not name them.

use model::Event;
use serde_json::{Value, json};

/// An IAM user, with a key of their own.
pub fn user(name: &str) -> Value {
    json!({ "type": "IAMUser", "userName": name, "accountId": "111122223333", "accessKeyId": format!("AKIA{name}") })
}

/// A role's session, of a name that says nothing.
pub fn session(role: &str, name: &str, key: &str) -> Value {
    json!({
        "type": "AssumedRole", "accountId": "111122223333", "accessKeyId": key,
        "principalId": format!("AROAEXAMPLE:{name}"),
        "arn": format!("arn:aws:sts::111122223333:assumed-role/{role}/{name}"),
        "sessionContext": { "sessionIssuer": { "type": "Role", "userName": role } },
    })
}

/// `id`, done by `who` at `time` of the day before [`now`](crate::now) or of that day: `21T13:00`.
///
/// # Panics
/// Never: what is made is well-formed.
pub fn act(id: &str, time: &str, who: &Value, name: &str, category: &str) -> Event {
    event(&json!({
        "eventVersion": "1.11", "eventID": id, "eventTime": format!("2026-11-{time}:00Z"), "userIdentity": who,
        "eventSource": "rds.amazonaws.com", "eventName": name, "awsRegion": "us-west-2", "readOnly": false,
        "eventCategory": category, "recipientAccountId": "111122223333",
    }))
}

/// `id`, by which `who` begins at `time` the session of `role` that is called `name` and has `key`.
///
/// # Panics
/// Never: what is made is well-formed.
pub fn begin(id: &str, time: &str, who: &Value, (role, name, key): (&str, &str, &str), hours: i64) -> Event {
    let began: model::Timestamp = format!("2026-11-{time}:00Z").parse().expect("a moment");
    event(&json!({
        "eventVersion": "1.11", "eventID": id, "eventTime": began.to_short_string(), "userIdentity": who,
        "eventSource": "sts.amazonaws.com", "eventName": "AssumeRole", "awsRegion": "us-west-2", "readOnly": true,
        "requestParameters": {
            "roleArn": format!("arn:aws:iam::111122223333:role/{role}"), "roleSessionName": name,
        },
        "responseElements": { "credentials": {
            "accessKeyId": key, "expiration": began.plus_millis(hours * 3_600_000).to_short_string(),
        } },
        "eventCategory": "Management", "recipientAccountId": "111122223333",
    }))
}

fn event(record: &Value) -> Event {
    Event::from_record(&record.to_string()).unwrap_or_else(|e| panic!("{e}: {record}"))
}
