use super::*;
use crate::time::Bound;

/// The records of the theme, from the corpus.
fn corpus(without: &[&str]) -> Vec<Event> {
    let cases = corpus::cases().iter().filter(|case| case.name.starts_with("chain-"));
    cases
        .filter(|case| !without.contains(&case.name))
        .map(|case| Event::from_record(case.record).unwrap())
        .collect()
}

fn event(name: &str) -> Event {
    let case = corpus::cases().iter().find(|case| case.name == name);
    Event::from_record(case.unwrap_or_else(|| panic!("no {name}")).record).unwrap()
}

/// The chain behind `event`, by what the questions mean among `all`, which reach back to `horizon`.
fn walk(event: &Event, all: &[Event], horizon: Timestamp) -> Chain {
    let mut walk = Walk::from(event);
    while let Some(question) = walk.question() {
        let query = question.query();
        let span = query.range.resolve(Timestamp::MAX).unwrap();
        assert!(matches!(query.range.to, Bound::At(_)), "cannot depend on now");
        let found = all.iter().filter(|e| span.contains(e.time) && query.filter.matches(e)).cloned();
        walk.answer(&found.collect::<Vec<_>>(), true);
    }
    walk.end(horizon, Cost::default())
}

/// `proved omar by AssumeRole, …: user`
fn text(chain: &Chain) -> String {
    let hops = chain.hops.iter().map(|hop| {
        let by = hop.event.as_ref().map_or("record", |told| &told.name);
        format!("{:?} {} by {by}", hop.label, hop.who.name().unwrap_or("?"))
    });
    let hops: Vec<String> = hops.collect();
    format!("{}: {:?}", hops.join(", "), chain.end.kind)
}

#[track_caller]
fn check_without(without: &[&str], name: &str, expected: &str) {
    let mut all = corpus(without);
    for turn in 0..2 {
        assert_eq!(text(&walk(&event(name), &all, Timestamp::MIN)), expected, "{name}, turn {turn}");
        all.reverse();
    }
}

#[track_caller]
fn check(name: &str, expected: &str) {
    check_without(&[], name, expected);
}

#[test]
fn chains() {
    check(
        "chain-two-roles-away",
        "Proved omar-debug by AssumeRole, Proved omar by AssumeRole, Proved root by CreateAccessKey, \
         Inferred root by ConsoleLogin: Root",
    );
    check("chain-acts-in-the-console", "Inferred ria by AssumeRole, Inferred ria by ConsoleLogin: User");
    check(
        "chain-by-web-identity",
        "Proved repo:example/cats:ref:refs/heads/main by AssumeRoleWithWebIdentity: Federated",
    );
    check("chain-by-saml", "Proved mina@example.com by AssumeRoleWithSAML: Federated");
    check(
        "chain-by-federated-user",
        "Proved omar by GetFederationToken, Proved root by CreateAccessKey, Inferred root by ConsoleLogin: Root",
    );
    check("chain-by-session-token", "Proved ria by GetSessionToken: User");
    check("chain-by-instance", "Proved ec2.amazonaws.com by AssumeRole: Service");
    check("chain-across-accounts", "Stated kim by AssumeRole: User");
    check("chain-lost", ": Unknown");
    check("root", ": Root");
    check("aws-service", ": Service");
    check("type-absent", ": Service");
    check("saml-user", ": Federated");
    check("web-identity-user", ": Federated");
    check("identity-center-user", ": Federated");
    check("aws-account", ": OtherAccount");
    check("identity-absent", ": Unknown");
    check("iam-user", ": User");
}

#[test]
fn what_the_record_itself_states_when_the_call_is_not_recorded() {
    check("assumed-role-source-identity", "Stated mina by record: Named");
    check("assumed-role-identity-center", "Stated 94482488-3041-7098-0aaf-1f2e3d4c5b6a by record: Federated");
    check_without(&["chain-saml"], "chain-by-saml", "Stated mina@example.com by record: Federated");
    check("assumed-role-instance", "Stated ec2.amazonaws.com by record: Service");
    check("assumed-role-web-identity", "Stated system:serviceaccount:cats:web by record: Federated");
    check("federated-user", "Stated alana by record: User");
    check("assumed-role", ": Unknown");
    check("assumed-role-assumed-root", ": Unknown");
    let lost = ["chain-user-assumes-a-role"];
    check_without(
        &lost,
        "chain-two-roles-away",
        "Proved omar-debug by AssumeRole, Stated omar by record: Named",
    );
}

#[test]
fn a_role_is_a_services_by_its_path_and_not_by_its_name() {
    let host = "resource-explorer-2.amazonaws.com";
    let record = event("assumed-role-service-linked").record;
    let path = record.replace(":role/", &format!(":role/aws-service-role/{host}/"));
    for (record, expected) in
        [(&*record, ": Unknown".to_owned()), (&path, format!("Stated {host} by record: Service"))]
    {
        let event = Event::from_record(record).unwrap();
        assert_eq!(text(&walk(&event, &[], Timestamp::MIN)), expected);
    }
    // A role that only looks like Identity Center's, and a session named after whoever one likes.
    let record = event("chain-by-saml").record.replace("aws-reserved/sso.amazonaws.com/", "");
    let record = record.replace("onBehalfOf", "somethingElse");
    let event = Event::from_record(&record).unwrap();
    assert_eq!(text(&walk(&event, &[], Timestamp::MIN)), "Inferred mina@example.com by record: Named");
}

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
fn another_accounts_record_alone_does_not_name_the_caller() {
    let absent = ["chain-caller-without-a-response"];
    check_without(&absent, "chain-across-accounts", "Proved 111122223333 by AssumeRole: OtherAccount");
    // A switch of roles in the console names whom it was from.
    let absent = ["chain-switch-by-the-user"];
    let expected = "Inferred 111122223333 by AssumeRole, Stated ria by SwitchRole: User";
    check_without(&absent, "chain-acts-in-the-console", expected);
    let absent = ["chain-switch-by-the-user", "chain-switch-to-the-role"];
    check_without(&absent, "chain-acts-in-the-console", "Stated ria by SwitchRole: User");
    let absent = ["chain-switch-by-the-user", "chain-switch-to-the-role", "chain-switch-of-roles"];
    check_without(&absent, "chain-acts-in-the-console", ": Unknown");
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
    let mut all = corpus(&[]);
    let call = event("chain-role-assumes-a-role");
    let copy = |id: &str, time: &str| {
        let record = call.record.replace(&call.id, id).replace("09:05:00Z", time);
        Event::from_record(&record).unwrap()
    };
    all.push(copy("copy", "09:04:00Z"));
    let chain = walk(&event("chain-two-roles-away"), &all, Timestamp::MIN);
    assert_eq!((chain.hops[0].label, &chain.hops[0].event.as_ref().unwrap().id), (Label::Inferred, &call.id));
    // One that is plainly for another session, or later than the key's use, does not claim it.
    for (from, to) in [("release-7", "other"), ("09:04:00Z", "10:00:00Z"), ("role/team/ops/deploy", "role/x")]
    {
        all.pop();
        let record = copy("copy", "09:04:00Z").record.replace(from, to);
        all.push(Event::from_record(&record).unwrap());
        let chain = walk(&event("chain-two-roles-away"), &all, Timestamp::MIN);
        assert_eq!(chain.hops[0].label, Label::Proved, "{to}");
    }
}

#[test]
fn the_origin_is_who_acted_and_not_who_made_their_key() {
    let all = corpus(&[]);
    for (name, origin, label) in [
        ("chain-two-roles-away", "omar", Label::Proved),
        ("chain-acts-in-the-console", "ria", Label::Inferred),
        ("chain-across-accounts", "kim", Label::Stated),
        ("iam-user", "alana", Label::Proved),
        ("chain-lost", "job-19", Label::Proved),
    ] {
        let chain = walk(&event(name), &all, Timestamp::MIN);
        let (who, weakest) = chain.origin();
        assert_eq!((who.name(), weakest), (Some(origin), label), "{name}");
    }
}

#[test]
fn absence_is_not_claimed_of_what_may_be_past_retention() {
    let began = "2026-01-20T17:00:00Z".parse().unwrap();
    for (horizon, past) in [(Timestamp::MIN, false), (began, false), (began.plus_millis(1), true)] {
        assert_eq!(walk(&event("chain-lost"), &[], horizon).end.past_retention, past);
    }
    // Of a long-lived key nothing says when it was made; of a service there is nothing to look for.
    assert!(walk(&event("iam-user"), &[], began).end.past_retention);
    assert!(!walk(&event("aws-service"), &[], began).end.past_retention);
}

/// `count` sessions, each of which began the next: the last of them, and all.
fn long(count: usize, last_issues: Option<usize>) -> (Event, Vec<Event>) {
    let key = |n: usize| format!("ASIALONGCHAINNUMBER{n:03}");
    let call = |n: usize, issued: usize| {
        let record = format!(
            r#"{{"eventVersion":"1.11","eventID":"e{n}","eventTime":"2026-01-20T09:{n:02}:00Z","eventName":"AssumeRole",
            "eventSource":"sts.amazonaws.com","userIdentity":{{"type":"AssumedRole","accessKeyId":"{}"}},
            "responseElements":{{"credentials":{{"accessKeyId":"{}"}}}}}}"#,
            key(n),
            key(issued)
        );
        Event::from_record(&record).unwrap()
    };
    let mut all: Vec<Event> = (0..count).map(|n| call(n, n + 1)).collect();
    all.extend(last_issues.map(|issued| call(count, issued)));
    (all.last().unwrap().clone(), all)
}

#[test]
fn it_ends_however_long_or_round_the_chain_is() {
    let (event, all) = long(40, None);
    let chain = walk(&event, &all, Timestamp::MIN);
    assert_eq!((chain.hops.len(), chain.end.kind), (MAX_HOPS, EndKind::Bound));
    let (_, mut all) = long(3, Some(0));
    // All in one second, so that no order in time breaks the circle.
    for event in &mut all {
        event.time = Timestamp::MIN;
    }
    let chain = walk(&all[3], &all, Timestamp::MIN);
    assert_eq!((chain.hops.len(), chain.end.kind), (3, EndKind::Bound));
}

#[test]
fn what_was_not_looked_through_is_said() {
    let mut walk = Walk::from(&event("chain-lost"));
    while walk.question().is_some() {
        walk.answer(&[], false);
    }
    assert_eq!(walk.end(Timestamp::MIN, Cost::default()).end.kind, EndKind::Bound);
}

#[test]
fn no_record_panics_and_no_key_is_asked_for_that_is_none() {
    for case in corpus::cases() {
        let Ok(event) = Event::from_record(case.record) else { continue };
        let walk = Walk::from(&event);
        if let Some(Question::Key(key, _)) = walk.question() {
            assert!(key.len() >= 16 && key.bytes().all(|b| b.is_ascii_alphanumeric()), "{}", case.name);
        }
    }
    let masked = event("chain-lost").record.replace("ASIACHAINLOST2EXAMPLE", "AKIA****************");
    let walk = Walk::from(&Event::from_record(&masked).unwrap());
    assert!(!matches!(walk.question(), Some(Question::Key(..))));
}

#[test]
fn what_is_written_is_read() {
    for case in ["chain-two-roles-away", "chain-across-accounts", "chain-lost"] {
        let chain = walk(&event(case), &corpus(&[]), Timestamp::MAX);
        let text = serde_json::to_string(&chain).unwrap();
        assert_eq!(serde_json::from_str::<Chain>(&text).unwrap(), chain, "{text}");
        for hop in &chain.hops {
            let names = hop.who.identity.names();
            assert!(names.iter().all(|name| !hop.why.contains(name)), "{}", hop.why);
        }
    }
}
