//! AWS services at work in the account: by themselves (`AWSService`) or through service-linked roles.

use crate::{
    api::Api,
    apis::{audit::*, compute::*, database::*, function::*, identity::*, key::*, operation::*, storage::*},
    caller::{Caller, PROD, RUST, Session, Tool, VAULT},
    names::{access_key, name, principal},
    stage::Stage,
};

/// Lambda takes a function's role; the function opens its log and does its work.
pub(crate) fn function_starts(stage: &mut Stage) {
    let lambda = Caller::service(PROD, "lambda.amazonaws.com");
    let function = name("function", &mut stage.rng, PROD, stage.region);
    let (role, key) = (format!("lambda-{function}"), access_key(&mut stage.rng, "ASIA"));
    let assumed =
        [("roleaccount", PROD), ("rolename", role.as_str()), ("session", &function), ("newkey", &key)];
    stage.call(&lambda, &ASSUME_ROLE_BY_SERVICE, &assumed);
    let more = format!(
        r#","inScopeOf":{{"issuerType":"AWS::Lambda::Function","credentialsIssuedTo":"arn:aws:lambda:{}:{PROD}:function:{function}"}}"#,
        stage.region
    );
    let session = Session { more: &more, ..Session::new(PROD, &role, &function, &key, stage.now) };
    let address = format!("203.0.113.{}", stage.rng.between(200, 250));
    let caller = Caller::session(&session, &address, RUST, Tool::Sdk);
    stage.pause(0, 2);
    stage.call(&caller, &CREATE_LOG_STREAM, &[]);
    if stage.rng.chance(30) {
        stage.call(&caller, &GET_PARAMETER, &[]);
    }
    if stage.rng.chance(15) {
        stage.call(&lambda, &INVOKE, &[("function", &function)]);
    }
}

/// SQS, S3 and others use keys on behalf of no one.
pub(crate) fn service_decrypts(stage: &mut Stage) {
    let host = *stage.rng.pick(&["sqs.amazonaws.com", "sns.amazonaws.com", "dynamodb.amazonaws.com"]);
    let caller = Caller::service(PROD, host);
    let api = if stage.rng.chance(60) { &GENERATE_DATA_KEY } else { &DECRYPT_OBJECT };
    stage.call(&caller, api, &[]);
}

/// CloudTrail checks that it may write to its bucket.
pub(crate) fn trail_checks_bucket(stage: &mut Stage) {
    let caller = Caller::service(PROD, "cloudtrail.amazonaws.com");
    stage.call(&caller, &GET_BUCKET_ACL, &[]);
}

/// Auto Scaling replaces an instance.
pub(crate) fn scaling(stage: &mut Stage) {
    let (role, host) = ("AWSServiceRoleForAutoScaling", "autoscaling.amazonaws.com");
    let caller = Caller::service_linked(PROD, role, host, "AutoScaling", stage.now);
    stage.call(&caller, &DESCRIBE_INSTANCE_STATUS, &[]);
    if stage.rng.chance(35) {
        stage.call(&caller, &TERMINATE_INSTANCES, &[]);
        stage.pause(5, 30);
        let kind = [("type", "c7i.xlarge"), ("keypair", "cats-batch"), ("groupname", "cats-batch")];
        stage.call(&caller, &RUN_INSTANCES, &kind);
        stage.pause(20, 60);
        stage.call(&caller, &REGISTER_TARGETS, &[]);
    }
}

/// Config and Resource Explorer read everything, in bursts within a second or two.
pub(crate) fn inventory(stage: &mut Stage) {
    const LOOKS: &[Api] = &[
        DESCRIBE_VOLUMES,
        DESCRIBE_SECURITY_GROUPS,
        DESCRIBE_SUBNETS,
        DESCRIBE_NETWORK_INTERFACES,
        DESCRIBE_DB_INSTANCES,
        LIST_TAGS_FOR_RESOURCE,
        DESCRIBE_TABLE,
        GET_BUCKET_POLICY,
        GET_BUCKET_TAGGING,
        GET_ROLE,
        DESCRIBE_KEY,
        DESCRIBE_CONFIGURATION_RECORDERS,
        LIST_ATTACHED_ROLE_POLICIES,
    ];
    if stage.rng.chance(15) {
        stage.region = *stage.rng.pick(&["eu-central-1", "ap-northeast-2"]);
    }
    let caller = if stage.rng.chance(60) {
        Caller::service_linked(
            PROD,
            "AWSServiceRoleForConfig",
            "config.amazonaws.com",
            "AWSConfig-Describe",
            stage.now,
        )
    } else {
        let (role, host) = ("AWSServiceRoleForResourceExplorer", "resource-explorer-2.amazonaws.com");
        Caller::service_linked(PROD, role, host, "resource-explorer-2", stage.now)
    };
    for _ in 0..stage.rng.between(4, 16) {
        let api = stage.rng.pick(LOOKS);
        match stage.rng.below(40) {
            0 => stage.fail(
                &caller,
                &GET_BUCKET_POLICY,
                &[],
                "NoSuchBucketPolicy",
                "The bucket policy does not exist",
            ),
            1 => stage.fail(&caller, api, &[], "ThrottlingException", "Rate exceeded"),
            _ => stage.call(&caller, api, &[]),
        }
        stage.now += stage.rng.below(300) as i64;
    }
}

/// A vendor of another account reads metrics through a role made for it.
pub(crate) fn monitoring_vendor(stage: &mut Stage) {
    const LOOKS: &[Api] = &[
        LIST_METRICS,
        DESCRIBE_ALARMS,
        GET_RESOURCES,
        DESCRIBE_INSTANCES,
        DESCRIBE_LOAD_BALANCERS,
        DESCRIBE_DB_INSTANCES,
    ];
    let id = principal("AIDA", "123456789012", "vendor");
    let identity = format!(r#"{{"type":"AWSAccount","principalId":"{id}","accountId":"123456789012"}}"#);
    let agent = "python-requests/2.32.5 vendor-crawler/7.71";
    let vendor = Caller::outside(PROD, identity, "192.0.2.140", agent);
    let (role, session) = ("monitoring-vendor", "vendor-crawler");
    let (key, id) = (access_key(&mut stage.rng, "ASIA"), principal("AROA", PROD, role));
    stage.call(
        &vendor,
        &ASSUME_ROLE,
        &[("roleaccount", PROD), ("rolename", role), ("session", session), ("roleid", &id), ("newkey", &key)],
    );
    let session = Session::new(PROD, role, session, &key, stage.now);
    let caller = Caller::session(&session, "192.0.2.140", agent, Tool::Sdk);
    for _ in 0..stage.rng.between(3, 9) {
        let api = stage.rng.pick(LOOKS);
        stage.call(&caller, api, &[]);
        stage.now += stage.rng.below(700) as i64;
    }
}

/// Backup makes snapshots and forgets old ones.
pub(crate) fn nightly_snapshots(stage: &mut Stage) {
    let account = *stage.rng.pick(&[PROD, VAULT]);
    let caller = Caller::service_linked(
        account,
        "AWSServiceRoleForBackup",
        "backup.amazonaws.com",
        "AWSBackup",
        stage.now,
    );
    for _ in 0..stage.rng.between(1, 4) {
        stage.call(&caller, &CREATE_SNAPSHOT, &[]);
        stage.pause(1, 9);
        stage.call(&caller, &DELETE_SNAPSHOT, &[]);
    }
    stage.call(&caller, &CREATE_DB_SNAPSHOT, &[("dbsnapshot", "awsbackup-job-nightly")]);
}

/// KMS turns a key by itself: an event without a caller.
pub(crate) fn key_rotation(stage: &mut Stage) {
    let mut caller = Caller::service(PROD, "AWS Internal");
    caller.identity = format!(r#"{{"accountId":"{PROD}","invokedBy":"AWS Internal"}}"#);
    stage.call(&caller, &ROTATE_KEY, &[]);
}
