//! What proves that a call issued a key, and what does not.

use super::*;

#[test]
fn every_kind_of_call_that_issues_a_key() {
    let acts = event("chain-lost");
    let key = acts.access_key.clone().unwrap();
    for (service, name, response) in [
        ("sts", "AssumeRole", r#"{"credentials":{"accessKeyId":"KEY"}}"#),
        ("sts", "AssumeRoleWithSAML", r#"{"credentials":{"accessKeyId":"KEY"}}"#),
        ("sts", "AssumeRoleWithWebIdentity", r#"{"credentials":{"accessKeyId":"KEY"}}"#),
        ("sts", "AssumeRoot", r#"{"credentials":{"accessKeyId":"KEY"}}"#),
        ("sts", "GetSessionToken", r#"{"credentials":{"accessKeyId":"KEY"}}"#),
        ("sts", "GetFederationToken", r#"{"credentials":{"accessKeyId":"KEY"}}"#),
        ("iam", "CreateAccessKey", r#"{"accessKey":{"accessKeyId":"KEY"}}"#),
        ("cognito-identity", "GetCredentialsForIdentity", r#"{"credentials":{"accessKeyId":"KEY"}}"#),
        ("rolesanywhere", "CreateSession", r#"{"credentialSet":[{"credentials":{"accessKeyId":"KEY"}}]}"#),
    ] {
        let by = |source: &str, response: &str, more: &str| {
            let record = format!(
                r#"{{"eventVersion":"1.11","eventID":"1","eventTime":"2026-01-20T17:00:00Z","eventName":"{name}",
                "eventSource":"{source}","userIdentity":{{"type":"IAMUser","userName":"ana"}}{more},
                "responseElements":{}}}"#,
                response.replace("KEY", &key)
            );
            let mut walk = Walk::from(&acts);
            walk.answer(&[Event::from_record(&record).unwrap()], true);
            walk.end(Timestamp::MIN, Cost::default()).hops.len()
        };
        let source = format!("{service}.amazonaws.com");
        assert_eq!(by(&source, response, ""), 1, "{name}");
        assert_eq!(by(&source, r#"{"credentials":{"note":"KEY"}}"#, ""), 0, "{name} without the key");
        assert_eq!(by(&source, response, r#","errorCode":"AccessDenied""#), 0, "{name} refused");
        assert_eq!(by("shop.example", response, ""), 0, "{name} of somebody else");
        let activity = r#","eventCategory":"ActivityAuditLog""#;
        assert_eq!(by(&source, response, activity), 0, "{name} as an application's own event");
    }
}

#[test]
fn nobody_is_put_before_the_call_that_issued_the_key() {
    // The decoy names a session after the key, the refused call asked for the same session a second before.
    let decoys = ["chain-decoy-session-name", "chain-refused"];
    for name in decoys {
        let told = walk(&event("chain-two-roles-away"), &corpus(&[]), Timestamp::MIN);
        assert!(told.hops.iter().all(|hop| hop.event.as_ref().is_none_or(|told| told.id != event(name).id)));
    }
    let only_decoys: Vec<Event> = decoys.iter().map(|name| event(name)).collect();
    let chain = walk(&event("chain-two-roles-away"), &only_decoys, Timestamp::MIN);
    assert_eq!(text(&chain), "Stated omar by record: Named");
}

#[test]
fn a_key_that_several_calls_claim_proves_nothing() {
    let call = event("chain-role-assumes-a-role");
    let request = call.request_id.clone().unwrap();
    // The label of the hop beside another record of the key's issue: a minute earlier, of another request.
    let beside = |from: &str, to: &str| {
        let other = call.record.replace(&call.id, "other").replace(&request, "another");
        let other = other.replace("09:05:00Z", "09:04:00Z").replace(from, to);
        let mut all = corpus(&[]);
        all.push(Event::from_record(&other).unwrap());
        let chain = walk(&event("chain-two-roles-away"), &all, Timestamp::MIN);
        assert_eq!(
            chain.hops[0].event.as_ref().unwrap().id,
            call.id,
            "the nearest to the session's beginning"
        );
        chain.hops[0].label
    };
    assert_eq!(beside("", ""), Label::Inferred);
    // A corrected record comes under another event id, and for the same request.
    assert_eq!(beside("another", &request), Label::Proved);
    // One that is plainly for another session, or later than the key's use, does not claim it.
    for (from, to) in [("release-7", "other"), ("09:04:00Z", "10:00:00Z"), ("role/team/ops/deploy", "role/x")]
    {
        assert_eq!(beside(from, to), Label::Proved, "{to}");
    }
}
