//! What people do in office hours: look at a lot, change a little, mistype a password.

use super::people::{ANALYST, DEVELOPER, OPERATOR, PEOPLE, Person, alana, ci_legacy, jonas, sign_in};
use crate::{
    api::Api,
    apis::{
        audit::*, compute::*, container::*, database::*, function::*, identity::*, key::*, operation::*,
        storage::*,
    },
    caller::{BROWSER, Caller, DEV, PROD, Tool, VAULT},
    names::access_key,
    stage::Stage,
};

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

/// The key of the old pipeline is due: a new one is made, the old one put to rest.
pub(crate) fn change_key(stage: &mut Stage) {
    stage.region = "us-east-1";
    let caller = sign_in(stage, &PEOPLE[3], PROD, true);
    let key = access_key(&mut stage.rng, "AKIA");
    stage.call(&caller, &CREATE_ACCESS_KEY, &[("newuser", "mail-relay"), ("longkey", &key)]);
    stage.pause(60, 300);
    let key = access_key(&mut stage.rng, "AKIA");
    stage.call(&caller, &UPDATE_ACCESS_KEY, &[("newuser", "mail-relay"), ("longkey", &key)]);
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
    let mut caller = jonas();
    (caller.agent, caller.tool) = (BROWSER.to_owned(), Tool::Console);
    caller.identity =
        format!(r#"{{"type":"IAMUser","accountId":"{PROD}","accessKeyId":"","userName":"{name}"}}"#);
    stage.fail(&caller, &CONSOLE_LOGIN_FAILED, &[], "", message);
    if known {
        stage.pause(5, 40);
        caller.identity = jonas().identity.replace(r#""accessKeyId":"AKIAQ3CATS5YEXAMPLE2","#, "");
        stage.call(&caller, &CONSOLE_LOGIN, &[("mfaused", "Yes")]);
    }
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
            if console && stage.rng.chance(40) {
                load_page(stage, &caller, looks);
            }
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

/// After a click a page of the console reads at once what it shows.
fn load_page(stage: &mut Stage, caller: &Caller, looks: &[Api]) {
    for _ in 0..stage.rng.between(3, 4) {
        stage.pass(50, 600);
        let api = stage.rng.pick(looks);
        stage.call(caller, api, &[]);
    }
}
