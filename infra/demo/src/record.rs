//! One call becomes one record: members in [CloudTrail's own order], holes filled.
//!
//! [CloudTrail's own order]: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html

use std::borrow::Cow;

use crate::{
    api::{Api, Kind},
    caller::{Caller, Tool},
    clock::{iso, pretty},
    names,
    rng::Rng,
    template::{escape, fill},
};

/// Values for the holes of a template that the scene decides itself: JSON text, put in as it is.
pub(crate) type Values<'a> = &'a [(&'static str, &'a str)];

/// When and where a call is made.
#[derive(Clone, Copy)]
pub(crate) struct At {
    /// Milliseconds since 1970.
    pub(crate) now: i64,
    pub(crate) region: &'static str,
}

/// The record of a call; `error` is a code (which may be empty) and a message.
pub(crate) fn record(
    rng: &mut Rng,
    at: At,
    caller: &Caller,
    api: &Api,
    values: Values,
    error: Option<(&str, &str)>,
) -> String {
    let region = if api.is_global() { "us-east-1" } else { at.region };
    let account = caller.account;
    let mut holes = Holes { made: Vec::new(), values, caller, region, now: at.now, rng };
    let mut out = String::with_capacity(2_048);
    let put = |out: &mut String, parts: &[&str]| parts.iter().for_each(|part| out.push_str(part));

    put(&mut out, &[r#"{"eventVersion":""#, version(api.service), r#"","userIdentity":"#, &caller.identity]);
    put(&mut out, &[r#","eventTime":""#, &iso(at.now), r#"","eventSource":""#, api.service]);
    put(&mut out, &[r#".amazonaws.com","eventName":""#, api.event, r#"","awsRegion":""#, region]);
    put(&mut out, &[r#"","sourceIPAddress":""#, &caller.address, "\""]);
    if api.kind != Kind::NetworkActivity {
        put(&mut out, &[r#","userAgent":""#, &escape(&agent(caller, api)), "\""]);
    }
    if let Some((code, message)) = error {
        if !code.is_empty() {
            put(&mut out, &[r#","errorCode":""#, code, "\""]);
        }
        put(&mut out, &[r#","errorMessage":""#, &escape(message), "\""]);
    }
    if api.kind != Kind::NetworkActivity {
        out.push_str(r#","requestParameters":"#);
        holes.fill(&mut out, api.request);
        out.push_str(r#","responseElements":"#);
        holes.fill(&mut out, if error.is_some() && api.kind != Kind::SignIn { "null" } else { api.response });
    }
    if !api.additional.is_empty() && api.kind != Kind::ServiceEvent {
        out.push_str(r#","additionalEventData":"#);
        holes.fill(&mut out, api.additional);
    }
    if matches!(api.kind, Kind::Call | Kind::Data | Kind::NetworkActivity) {
        let id = if api.service == "s3" { holes.rng.base32(16) } else { holes.rng.uuid() };
        put(&mut out, &[r#","requestID":""#, &id, "\""]);
    }
    put(&mut out, &[r#","eventID":""#, &holes.rng.uuid(), r#"","readOnly":"#, bool(api.read)]);
    if !api.resources.is_empty() && error.is_none() {
        out.push_str(r#","resources":["#);
        holes.fill(&mut out, api.resources);
        out.push(']');
    }
    put(&mut out, &[r#","eventType":""#, event_type(api.kind), "\""]);
    if !api.version.is_empty() {
        put(&mut out, &[r#","apiVersion":""#, api.version, "\""]);
    }
    let (management, category) = category(api.kind);
    put(&mut out, &[r#","managementEvent":"#, bool(management), r#","recipientAccountId":""#, account, "\""]);
    // What concerns a second account is told to both.
    let of_two = caller.identity.starts_with(r#"{"type":"AWS"#);
    if of_two || given(values, "shared").is_some() {
        let shared = given(values, "shared").unwrap_or_else(|| holes.rng.uuid().into());
        put(&mut out, &[r#","sharedEventID":""#, &shared, "\""]);
    }
    if api.kind == Kind::NetworkActivity {
        out.push_str(r#","vpcEndpointId":"vpce-0a1b2c3d4e5f60718","vpcEndpointAccountId":"111122223333""#);
    }
    if api.kind == Kind::ServiceEvent {
        out.push_str(r#","serviceEventDetails":"#);
        holes.fill(&mut out, api.additional);
    }
    put(&mut out, &[r#","eventCategory":""#, category, "\""]);
    if caller.tool != Tool::Service && api.kind == Kind::Call {
        put(
            &mut out,
            &[
                r#","tlsDetails":{"tlsVersion":"TLSv1.3","cipherSuite":"TLS_AES_128_GCM_SHA256","clientProvidedHostHeader":""#,
            ],
        );
        put(&mut out, &[api.service, ".", region, r#".amazonaws.com"}"#]);
        if caller.tool == Tool::Console {
            out.push_str(r#","sessionCredentialFromConsole":"true""#);
        }
    }
    out.push('}');
    out
}

/// The values of one record's holes: the same name means the same thing throughout.
struct Holes<'a> {
    made: Vec<(&'static str, String)>,
    values: Values<'a>,
    caller: &'a Caller,
    region: &'static str,
    now: i64,
    rng: &'a mut Rng,
}

impl Holes<'_> {
    fn fill(&mut self, out: &mut String, template: &'static str) {
        fill(out, template, |name, out| self.value(name, out));
    }

    fn value(&mut self, name: &'static str, out: &mut String) {
        if let Some(value) = given(self.values, name) {
            return out.push_str(&value);
        }
        match name {
            "account" => return out.push_str(self.caller.account),
            "region" => return out.push_str(self.region),
            "arn" => return out.push_str(&self.caller.arn),
            "zone" => return out.extend([self.region, "a"]),
            "millis" => return out.push_str(&self.now.to_string()),
            "pretty" => return out.push_str(&pretty(self.now)),
            "later" => return out.push_str(&pretty(self.now + 3_600_000)),
            _ => {}
        }
        if let Some((_, value)) = self.made.iter().find(|(made, _)| *made == name) {
            return out.push_str(value);
        }
        let value = names::name(name, self.rng, self.caller.account, self.region);
        out.push_str(&value);
        self.made.push((name, value));
    }
}

/// The value that the scene gave for a hole.
pub(crate) fn given<'a>(values: Values<'a>, name: &str) -> Option<Cow<'a, str>> {
    values.iter().find(|(given, _)| *given == name).map(|(_, value)| Cow::Borrowed(*value))
}

/// The CLI's agent ends with the command: `rds.delete-db-instance`.
fn agent<'a>(caller: &'a Caller, api: &Api) -> Cow<'a, str> {
    if caller.tool != Tool::Cli {
        return Cow::Borrowed(&caller.agent);
    }
    let mut agent = format!("{}{}.", caller.agent, api.service);
    let name: Vec<char> = api.event.chars().collect();
    for (at, c) in name.iter().enumerate() {
        let word_begins = c.is_ascii_uppercase()
            && at > 0
            && (!name[at - 1].is_ascii_uppercase() || name.get(at + 1).is_some_and(char::is_ascii_lowercase));
        if word_begins {
            agent.push('-');
        }
        agent.push(c.to_ascii_lowercase());
    }
    Cow::Owned(agent)
}

/// Services take up new versions of the format at their own pace.
fn version(service: &str) -> &'static str {
    match service {
        "sts" | "signin" | "ssm" | "cloudformation" | "health" => "1.08",
        "iam" | "logs" | "rds" | "sqs" => "1.09",
        "ec2" | "lambda" | "ecs" | "ecr" | "cloudtrail" => "1.10",
        _ => "1.11",
    }
}

fn event_type(kind: Kind) -> &'static str {
    match kind {
        Kind::Call | Kind::Data => "AwsApiCall",
        Kind::NetworkActivity => "AwsVpceEvents",
        Kind::SignIn => "AwsConsoleSignIn",
        Kind::ServiceEvent => "AwsServiceEvent",
    }
}

fn category(kind: Kind) -> (bool, &'static str) {
    match kind {
        Kind::Call | Kind::SignIn | Kind::ServiceEvent => (true, "Management"),
        Kind::Data => (false, "Data"),
        Kind::NetworkActivity => (false, "NetworkActivity"),
    }
}

fn bool(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::apis::database::DELETE_DB_INSTANCE;

    #[test]
    fn a_record_keeps_cloudtrails_key_order_and_means_one_thing_by_one_name() {
        let at = At { now: 1_768_172_096_000, region: "us-west-2" };
        let caller = Caller::iam_user("111122223333", "alana", "AKIAALANA2EXAMPLE", "203.0.113.7");
        let values = [("database", "cats"), ("status", "deleting")];
        let record = record(&mut Rng::new(&[1]), at, &caller, &DELETE_DB_INSTANCE, &values, None);
        let value: serde_json::Value = serde_json::from_str(&record).unwrap();
        assert_eq!(value["eventTime"], "2026-01-11T22:54:56Z");
        assert_eq!(value["responseElements"]["dBInstanceIdentifier"], "cats");
        assert!(value["userAgent"].as_str().unwrap().ends_with("#rds.delete-db-instance"));
        let order =
            ["eventVersion", "userIdentity", "eventTime", "requestParameters", "eventID", "eventCategory"];
        let places: Vec<_> = order.iter().map(|key| record.find(&format!("\"{key}\":"))).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}");
    }
}
