//! The pipeline: a GitHub workflow takes the role `deployer` and brings out a version.

use crate::{
    api::Api,
    apis::{compute::*, container::*, database::*, function::*, identity::*, key::*, storage::*},
    caller::{BOTO, Caller, PROD, Session, TERRAFORM, Tool},
    names::{access_key, principal},
    stage::Stage,
};

/// Image, task definition, service; or a function; now and then a stack.
pub(crate) fn deploy(stage: &mut Stage) {
    let caller = deployer(stage, PROD, BOTO);
    let number = stage.rng.between(100, 999).to_string();
    let service = *stage.rng.pick(&["web", "api", "worker"]);
    let repository = format!("cats/{service}");
    let values = [
        ("number", number.as_str()),
        ("service", service),
        ("repository", &repository),
        ("cluster", "cats-prod"),
    ];
    if stage.rng.chance(60) {
        for api in [
            &GET_AUTHORIZATION_TOKEN,
            &PUT_IMAGE,
            &DESCRIBE_TASK_DEFINITION,
            &REGISTER_TASK_DEFINITION,
            &UPDATE_SERVICE,
        ] {
            stage.call(&caller, api, &values);
            stage.pause(2, 20);
        }
        for _ in 0..stage.rng.between(1, 6) {
            stage.call(&caller, &DESCRIBE_SERVICES, &values);
            stage.pause(15, 16);
        }
    } else if stage.rng.chance(70) {
        stage.call(&caller, &GET_FUNCTION, &[]);
        stage.pause(1, 4);
        stage.call(&caller, &UPDATE_FUNCTION_CODE, &values);
    } else {
        stage.call(&caller, &CREATE_CHANGE_SET, &values);
        stage.pause(10, 30);
        stage.call(&caller, &DESCRIBE_STACKS, &[]);
        stage.call(&caller, &EXECUTE_CHANGE_SET, &values);
        stage.pause(20, 60);
        stage.call(&caller, &DESCRIBE_STACK_EVENTS, &[]);
    }
}

/// Terraform reads the whole state, and is throttled for it.
pub(crate) fn plan(stage: &mut Stage) {
    const LOOKS: &[Api] = &[
        DESCRIBE_VPCS,
        DESCRIBE_SUBNETS,
        DESCRIBE_ROUTE_TABLES,
        DESCRIBE_SECURITY_GROUPS,
        DESCRIBE_IMAGES,
        GET_ROLE,
        LIST_ATTACHED_ROLE_POLICIES,
        GET_POLICY_VERSION,
        DESCRIBE_DB_INSTANCES,
        DESCRIBE_TABLE,
        GET_BUCKET_POLICY,
        GET_BUCKET_TAGGING,
        DESCRIBE_KEY,
        GET_QUEUE_ATTRIBUTES,
        DESCRIBE_LOAD_BALANCERS,
    ];
    let caller = deployer(stage, PROD, TERRAFORM);
    stage.call(&caller, &GET_CALLER_IDENTITY, &[]);
    for _ in 0..stage.rng.between(20, 50) {
        let api = stage.rng.pick(LOOKS);
        match stage.rng.below(30) {
            0 => stage.fail(
                &caller,
                &DESCRIBE_VPCS,
                &[],
                "Client.RequestLimitExceeded",
                "Request limit exceeded.",
            ),
            1 => stage.fail(
                &caller,
                &GET_ROLE,
                &[],
                "NoSuchEntityException",
                "The role with name cats-old cannot be found.",
            ),
            _ => stage.call(&caller, api, &[]),
        }
        stage.now += stage.rng.below(900) as i64;
    }
}

/// The role that the pipeline takes in `account`, by a token of GitHub.
pub(crate) fn deployer(stage: &mut Stage, account: &'static str, agent: &str) -> Caller {
    let provider = format!("arn:aws:iam::{account}:oidc-provider/token.actions.githubusercontent.com");
    let subject = "repo:cat-photos/web:ref:refs/heads/main";
    let identity = format!(
        r#"{{"type":"WebIdentityUser","principalId":"{provider}:sts.amazonaws.com:{subject}","userName":"{subject}","identityProvider":"{provider}"}}"#
    );
    let address = format!("192.0.2.{}", stage.rng.between(10, 60));
    let github = Caller::outside(
        account,
        identity,
        &address,
        "aws-sdk-nodejs/2.1692.0 linux/v20.19.5 configure-aws-credentials",
    );
    let (key, id) = (access_key(&mut stage.rng, "ASIA"), principal("AROA", account, "deployer"));
    let session = "GitHubActions";
    stage.call(
        &github,
        &ASSUME_ROLE_WITH_WEB_IDENTITY,
        &[
            ("roleaccount", account),
            ("rolename", "deployer"),
            ("session", session),
            ("roleid", &id),
            ("newkey", &key),
        ],
    );
    let session = Session::new(account, "deployer", session, &key, stage.now);
    stage.pause(2, 9);
    Caller::session(&session, &address, agent, Tool::Sdk)
}
