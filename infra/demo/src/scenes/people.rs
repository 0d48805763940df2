//! People: those of IAM Identity Center, who sign in and get a key for a few hours, and the last IAM users.

use crate::{
    apis::identity::{ASSUME_ROLE_WITH_SAML, CONSOLE_LOGIN, FEDERATE},
    caller::{BROWSER, CLI, CONSOLE, Caller, PROD, Session, Tool},
    names::{access_key, principal},
    stage::Stage,
};

/// Someone with a place in Identity Center's directory.
pub(crate) struct Person {
    pub(crate) email: &'static str,
    /// The role that their permission set becomes in an account.
    pub(crate) role: &'static str,
    pub(crate) permission_set: &'static str,
    pub(crate) address: &'static str,
}

pub(super) const PEOPLE: &[Person] = &[
    Person {
        email: "kim@example.com",
        role: DEVELOPER,
        permission_set: "Developer",
        address: "198.51.100.23",
    },
    Person {
        email: "omar@example.com",
        role: DEVELOPER,
        permission_set: "Developer",
        address: "198.51.100.41",
    },
    Person {
        email: "yuki@example.com",
        role: DEVELOPER,
        permission_set: "Developer",
        address: "203.0.113.118",
    },
    Person {
        email: "lucia@example.com",
        role: OPERATOR,
        permission_set: "Operator",
        address: "198.51.100.23",
    },
    Person {
        email: "tomasz@example.com",
        role: OPERATOR,
        permission_set: "Operator",
        address: "203.0.113.90",
    },
    Person { email: "ines@example.com", role: ANALYST, permission_set: "Analyst", address: "198.51.100.77" },
    Person { email: "noor@example.com", role: ANALYST, permission_set: "Analyst", address: "203.0.113.14" },
];
pub(super) const DEVELOPER: &str = "AWSReservedSSO_Developer_2f0a6c1d9b3e4875";
pub(super) const OPERATOR: &str = "AWSReservedSSO_Operator_81c4e7d20f6ab953";
pub(super) const ANALYST: &str = "AWSReservedSSO_Analyst_c3b5a9e0172d4f68";

/// The user whose laptop is in Seattle.
pub(crate) fn alana() -> Caller {
    Caller::iam_user(PROD, "alana", "AKIAQ3CATS2XEXAMPLE7", "205.251.233.48")
}

/// A pipeline of old, with a key that was never changed.
pub(crate) fn ci_legacy() -> Caller {
    Caller::iam_user(PROD, "ci-legacy", "AKIAQ3CATS4CEXAMPLE3", "198.51.100.200")
}

/// The user who writes scripts.
pub(crate) fn jonas() -> Caller {
    Caller::iam_user(PROD, "jonas", "AKIAQ3CATS5YEXAMPLE2", "198.51.100.23")
}

/// Identity Center asserts who it is, STS issues a key: the session's calls carry that key.
pub(crate) fn sign_in(stage: &mut Stage, person: &Person, account: &'static str, console: bool) -> Caller {
    let Person { email, role, permission_set, address } = *person;
    let user = principal("user-", PROD, email).to_lowercase();
    let credential = stage.rng.uuid();
    let person = format!(
        r#""onBehalfOf":{{"userId":"{user}","identityStoreArn":"arn:aws:identitystore::{PROD}:identitystore/d-9067example"}},"credentialId":"{credential}""#
    );
    let directory = format!(r#"{{"type":"IdentityCenterUser","accountId":"{account}",{person}}}"#);
    let portal = Caller::outside(account, directory, address, BROWSER);
    stage.call(&portal, &FEDERATE, &[("permissionset", permission_set)]);
    let saml = format!(
        r#"{{"type":"SAMLUser","principalId":"EXAMPLE=:{email}","userName":"{email}","identityProvider":"EXAMPLE="}}"#
    );
    let asserted = Caller::outside(account, saml, address, BROWSER);
    let (key, id) = (access_key(&mut stage.rng, "ASIA"), principal("AROA", account, role));
    stage.call(
        &asserted,
        &ASSUME_ROLE_WITH_SAML,
        &[
            ("roleaccount", account),
            ("rolename", role),
            ("session", email),
            ("roleid", &id),
            ("newkey", &key),
        ],
    );
    let (agent, tool) = if console { (CONSOLE, Tool::Console) } else { (CLI, Tool::Cli) };
    let path = "/aws-reserved/sso.amazonaws.com/";
    let more = format!(",{person}");
    let session = Session { path, more: &more, ..Session::new(account, role, email, &key, stage.now) };
    stage.pause(1, 5);
    if console {
        let browser = Caller::session(&session, address, BROWSER, Tool::Console);
        stage.call(&browser, &CONSOLE_LOGIN, &[("mfaused", "No")]);
    }
    Caller::session(&session, address, agent, tool)
}
