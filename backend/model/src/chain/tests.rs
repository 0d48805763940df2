mod bounds;
mod proof;

use super::*;
use crate::event::Event;
use crate::time::{Bound, Timestamp};

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
    check("chain-acts-in-the-console", "Stated ria by AssumeRole, Inferred ria by ConsoleLogin: User");
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
    let pool = "Proved ? by GetCredentialsForIdentity, \
         Stated us-west-2:7e6d5c4b-9999-4888-8777-66665555444a by record: Federated";
    check("chain-by-identity-pool", pool);
    check(
        "chain-by-roles-anywhere",
        "Proved 111122223333 by CreateSession, Stated CN=printer-2 by record: Named",
    );
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
    check(
        "assumed-role-in-scope-of",
        "Stated arn:aws:lambda:us-west-2:111122223333:function:thumbnails by record: Service",
    );
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
fn another_accounts_record_alone_does_not_name_the_caller() {
    let absent = ["chain-caller-without-a-response"];
    check_without(&absent, "chain-across-accounts", "Proved 111122223333 by AssumeRole: OtherAccount");
    // A switch of roles in the console names whom it was from.
    let absent = ["chain-switch-by-the-user"];
    let expected = "Inferred 111122223333 by AssumeRole, Stated ria by SwitchRole: User";
    check_without(&absent, "chain-acts-in-the-console", expected);
    // Without it the call of the same second is all there is.
    let absent = ["chain-switch-of-roles"];
    let expected = "Inferred ria by AssumeRole, Inferred ria by ConsoleLogin: User";
    check_without(&absent, "chain-acts-in-the-console", expected);
    let absent = ["chain-switch-by-the-user", "chain-switch-to-the-role"];
    check_without(&absent, "chain-acts-in-the-console", "Stated ria by SwitchRole: User");
    let absent = ["chain-switch-by-the-user", "chain-switch-to-the-role", "chain-switch-of-roles"];
    check_without(&absent, "chain-acts-in-the-console", ": Unknown");
}

#[test]
fn a_switch_by_somebody_else_confirms_nothing() {
    let mut all = corpus(&["chain-switch-of-roles"]);
    let switch = event("chain-switch-of-roles");
    for (from, to, label) in [
        ("user/ria", "user/ria", Label::Stated),
        ("user/ria", "user/bob", Label::Inferred),
        ("10:20:00Z", "10:20:06Z", Label::Inferred),
        ("role/ops/ria", "role/other/ria", Label::Inferred),
        (r#""SwitchRole":"Success""#, r#""SwitchRole":"Success"},"errorCode":"x","y":{"#, Label::Inferred),
    ] {
        let record = switch.record.replace(from, to);
        all.push(Event::from_record(&record).unwrap());
        let chain = walk(&event("chain-acts-in-the-console"), &all, Timestamp::MIN);
        assert_eq!((chain.hops[0].label, chain.hops[0].who.name()), (label, Some("ria")), "{to}");
        all.pop();
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
