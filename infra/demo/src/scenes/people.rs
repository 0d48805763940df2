//! People: they sign in through IAM Identity Center, look at a lot, and change a little.

use crate::{
    api::Api,
    apis::{
        audit::*, compute::*, container::*, database::*, function::*, identity::*, key::*, operation::*,
        storage::*,
    },
    caller::{BROWSER, CLI, CONSOLE, Caller, DEV, PROD, Session, Tool, VAULT},
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

const PEOPLE: &[Person] = &[
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
const DEVELOPER: &str = "AWSReservedSSO_Developer_2f0a6c1d9b3e4875";
const OPERATOR: &str = "AWSReservedSSO_Operator_81c4e7d20f6ab953";
const ANALYST: &str = "AWSReservedSSO_Analyst_c3b5a9e0172d4f68";

/// A developer looks why something is slow, and may change a setting.
pub(crate) fn developer(stage: &mut Stage) {
    const LOOKS: &[Api] = &[
        DESCRIBE_SERVICES,
        DESCRIBE_TASKS,
        LIST_TASKS,
        DESCRIBE_TASK_DEFINITION,
        DESCRIBE_LOG_GROUPS,
        START_QUERY,
        GET_FUNCTION,
        LIST_FUNCTIONS,
        DESCRIBE_STACKS,
        DESCRIBE_STACK_EVENTS,
        DESCRIBE_ALARMS,
        GET_QUEUE_ATTRIBUTES,
        DESCRIBE_TABLE,
        LIST_TABLES,
        DESCRIBE_INSTANCE,
        GET_ROLE,
        LIST_ATTACHED_ROLE_POLICIES,
        GET_BUCKET_TAGGING,
    ];
    const CHANGES: &[Api] =
        &[UPDATE_FUNCTION_CONFIGURATION, PUT_PARAMETER, CREATE_QUEUE, SUBSCRIBE, PUT_RULE, ADD_PERMISSION];
    let account = *stage.rng.pick(&[PROD, PROD, DEV]);
    work(stage, DEVELOPER, account, LOOKS, CHANGES, 15);
}

/// An operator looks after machines and databases.
pub(crate) fn operator(stage: &mut Stage) {
    const LOOKS: &[Api] = &[
        DESCRIBE_INSTANCES,
        DESCRIBE_INSTANCE_STATUS,
        DESCRIBE_VOLUMES,
        DESCRIBE_SECURITY_GROUPS,
        DESCRIBE_SUBNETS,
        DESCRIBE_VPCS,
        DESCRIBE_ROUTE_TABLES,
        DESCRIBE_DB_INSTANCES,
        DESCRIBE_DB_SNAPSHOTS,
        DESCRIBE_TARGET_HEALTH,
        DESCRIBE_LOAD_BALANCERS,
        DESCRIBE_AUTO_SCALING_GROUPS,
        DESCRIBE_TRAILS,
        LIST_DETECTORS,
        LIST_FINDINGS,
        DESCRIBE_KEY,
        LIST_SECRETS,
        LIST_USERS,
        LIST_ROLES,
        GET_POLICY_VERSION,
        DESCRIBE_EVENT_AGGREGATES,
    ];
    const CHANGES: &[Api] = &[
        STOP_INSTANCES,
        START_INSTANCES,
        CREATE_TAGS,
        SET_DESIRED_CAPACITY,
        PUT_METRIC_ALARM,
        PUT_RETENTION_POLICY,
        UPDATE_TABLE,
        ENABLE_KEY_ROTATION,
        PUT_SECRET_VALUE,
        ATTACH_ROLE_POLICY,
        PUT_ROLE_POLICY,
        CREATE_ROLE,
        PUT_BUCKET_LIFECYCLE,
        START_SESSION,
        CREATE_SNAPSHOT,
    ];
    let account = *stage.rng.pick(&[PROD, PROD, PROD, DEV, VAULT]);
    work(stage, OPERATOR, account, LOOKS, CHANGES, 25);
}

/// An analyst reads, and now and then tries a door that is closed.
pub(crate) fn analyst(stage: &mut Stage) {
    const LOOKS: &[Api] = &[
        GET_COST_AND_USAGE,
        LIST_METRICS,
        GET_RESOURCES,
        LIST_BUCKETS,
        GET_BUCKET_LOCATION,
        START_QUERY,
        LOOKUP_EVENTS,
        DESCRIBE_TABLE,
        DESCRIBE_ALARMS,
    ];
    work(stage, ANALYST, PROD, LOOKS, &[], 0);
}

/// Alana, Jonas and an old pipeline still have long-term keys from before there was Identity Center.
pub(crate) fn iam_user(stage: &mut Stage) {
    const LOOKS: &[Api] = &[
        DESCRIBE_DB_INSTANCES,
        DESCRIBE_DB_SNAPSHOTS,
        LIST_TAGS_FOR_RESOURCE,
        LIST_BUCKETS,
        DESCRIBE_INSTANCES,
        GET_CALLER_IDENTITY,
        GET_PARAMETER,
    ];
    let caller = [alana, jonas, ci_legacy][stage.rng.weighted([5, 3, 2].into_iter())]();
    for _ in 0..stage.rng.between(2, 8) {
        let api = stage.rng.pick(LOOKS);
        stage.call(&caller, api, &[]);
        stage.pause(2, 120);
    }
}

/// A sign-in that fails: one's own password, or a name that does not exist.
pub(crate) fn mistyped_password(stage: &mut Stage) {
    stage.region = "us-east-1";
    let known = stage.rng.chance(70);
    let (name, message) = if known {
        ("jonas", "Failed authentication")
    } else {
        ("HIDDEN_DUE_TO_SECURITY_REASONS", "No username found in supplied account")
    };
    let identity =
        format!(r#"{{"type":"IAMUser","accountId":"{PROD}","accessKeyId":"","userName":"{name}"}}"#);
    let mut caller = jonas();
    caller.identity = identity;
    (caller.agent, caller.tool) = (BROWSER.to_owned(), Tool::Sdk);
    // No error code: CloudTrail gives a failed sign-in a message only.
    let at = stage.records.len();
    stage.fail(&caller, &CONSOLE_LOGIN_FAILED, &[], "", message);
    for (_, record) in &mut stage.records[at..] {
        *record = record
            .replace(r#""errorCode":"","#, "")
            .replace(r#""responseElements":null"#, r#""responseElements":{"ConsoleLogin":"Failure"}"#);
    }
    if known {
        stage.pause(5, 40);
        caller.identity = caller_of_console("jonas");
        stage.call(&caller, &CONSOLE_LOGIN, &[("mfaused", "Yes")]);
    }
}

/// The user whose laptop is in Seattle.
pub(crate) fn alana() -> Caller {
    Caller::iam_user(PROD, "alana", "AKIAQ3CATS2XEXAMPLE7", "205.251.233.48")
}

/// A pipeline of old, with a key that was never changed.
pub(crate) fn ci_legacy() -> Caller {
    Caller::iam_user(PROD, "ci-legacy", "AKIAQ3CATS4CEXAMPLE3", "198.51.100.200")
}

fn jonas() -> Caller {
    Caller::iam_user(PROD, "jonas", "AKIAQ3CATS5YEXAMPLE2", "198.51.100.23")
}

fn caller_of_console(name: &str) -> String {
    let id = principal("AIDA", PROD, name);
    format!(
        r#"{{"type":"IAMUser","principalId":"{id}","arn":"arn:aws:iam::{PROD}:user/{name}","accountId":"{PROD}","userName":"{name}"}}"#
    )
}

fn work(stage: &mut Stage, role: &str, account: &'static str, looks: &[Api], changes: &[Api], percent: u64) {
    let colleagues: Vec<&Person> = PEOPLE.iter().filter(|person| person.role == role).collect();
    let person = *stage.rng.pick(&colleagues);
    stage.region = if stage.rng.chance(75) { "us-west-2" } else { "us-east-1" };
    let console = stage.rng.chance(60);
    let caller = sign_in(stage, person, account, console);
    for _ in 0..stage.rng.between(4, 22) {
        stage.pause(1, 90);
        if !changes.is_empty() && stage.rng.chance(percent) {
            let api = stage.rng.pick(changes);
            stage.call(&caller, api, &[("who", person.email)]);
        } else {
            let api = stage.rng.pick(looks);
            match stage.rng.below(100) {
                0..4 => stage.deny(&caller, api, &[]),
                4..6 => stage.fail(&caller, api, &[], "ThrottlingException", "Rate exceeded"),
                6 => stage.fail(&caller, api, &[], "ValidationException", "The parameter is not valid."),
                _ => stage.call(&caller, api, &[]),
            }
        }
    }
}

/// Identity Center asserts who it is, STS issues a key: the session's calls carry that key.
pub(crate) fn sign_in(stage: &mut Stage, person: &Person, account: &'static str, console: bool) -> Caller {
    let Person { email, role, permission_set, address } = *person;
    let directory = format!(
        r#"{{"type":"IdentityCenterUser","accountId":"{account}","onBehalfOf":{{"userId":"{}","identityStoreArn":"arn:aws:identitystore::{PROD}:identitystore/d-9067example"}},"credentialId":"{}"}}"#,
        principal("user-", PROD, email).to_lowercase(),
        stage.rng.uuid()
    );
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
    let session = Session { account, role, path, name: email, key: &key, since: stage.now, more: "" };
    stage.pause(1, 5);
    if console {
        let browser = Caller::session(&session, address, BROWSER, Tool::Console);
        stage.call(&browser, &CONSOLE_LOGIN, &[("mfaused", "No")]);
    }
    Caller::session(&session, address, agent, tool)
}
