//! Our own machines: instances, tasks and workers, day and night.

use crate::{
    apis::{
        compute::CREATE_NETWORK_INTERFACE, container::*, database::GET_ITEM, identity::*, key::*,
        operation::*, storage::*,
    },
    caller::{BOTO, Caller, ECS_AGENT, JAVA, PROD, SSM_AGENT, Session, Tool},
    names::{access_key, name},
    rng::Rng,
    stage::Stage,
};

/// The SSM agent of an instance says that it is alive.
pub(crate) fn heartbeat(stage: &mut Stage) {
    let instance = name("instance", &mut stage.rng, PROD, stage.region);
    let caller = machine(stage, "cats-batch-instance", &instance, SSM_AGENT);
    stage.call(&caller, &UPDATE_INSTANCE_INFORMATION, &[("self", &instance)]);
    if stage.rng.chance(30) {
        stage.pause(1, 3);
        stage.call(&caller, &LIST_ASSOCIATIONS, &[("self", &instance)]);
    }
}

/// EC2 takes the role for an instance: the key that the instance's calls carry for hours.
pub(crate) fn role_for_instance(stage: &mut Stage) {
    let ec2 = Caller::service(PROD, "ec2.amazonaws.com");
    let (role, instance) = ("cats-batch-instance", name("instance", &mut stage.rng, PROD, stage.region));
    let (key, _) = credentials(role, &instance, stage.now);
    let assumed = [("roleaccount", PROD), ("rolename", role), ("session", &instance), ("newkey", &key)];
    stage.call(&ec2, &ASSUME_ROLE_BY_SERVICE, &assumed);
}

/// ECS starts a task: it takes the role, the image, the secrets, and opens a log.
pub(crate) fn task_start(stage: &mut Stage) {
    let ecs = Caller::service(PROD, "ecs-tasks.amazonaws.com");
    let task = stage.rng.hex(32);
    let key = access_key(&mut stage.rng, "ASIA");
    let assumed =
        [("roleaccount", PROD), ("rolename", "ecs-execution"), ("session", &task), ("newkey", &key)];
    stage.call(&ecs, &ASSUME_ROLE_BY_SERVICE, &assumed);
    let session = Session::new(PROD, "ecs-execution", &task, &key, stage.now);
    let agent = Caller::session(&session, "10.0.3.77", ECS_AGENT, Tool::Sdk);
    if stage.rng.chance(25) {
        let linked = Caller::service_linked(
            PROD,
            "AWSServiceRoleForECS",
            "ecs.amazonaws.com",
            "ecs-service-scheduler",
            stage.now,
        );
        stage.call(&linked, &CREATE_NETWORK_INTERFACE, &[]);
    }
    stage.pause(1, 4);
    stage.call(&agent, &GET_AUTHORIZATION_TOKEN, &[]);
    stage.call(&agent, &BATCH_GET_IMAGE, &[]);
    stage.pause(1, 3);
    stage.call(&agent, &GET_SECRET_VALUE, &[]);
    if stage.rng.chance(40) {
        stage.call(&agent, &DECRYPT, &[]);
    }
    stage.call(&agent, &CREATE_LOG_STREAM, &[]);
    if stage.rng.chance(30) {
        stage.call(&agent, &SUBMIT_TASK_STATE_CHANGE, &[]);
    }
}

/// The web tasks read secrets, parameters and tables; sometimes too fast.
pub(crate) fn web_reads_secret(stage: &mut Stage) {
    let task = name("digest", &mut Rng::new(&[stage.rng.below(12)]), PROD, stage.region);
    let caller = machine(stage, "cats-web-task", &task[..32], JAVA);
    for _ in 0..stage.rng.between(1, 4) {
        match stage.rng.below(20) {
            0 => stage.fail(&caller, &GET_PARAMETER, &[], "ThrottlingException", "Rate exceeded"),
            1 => {
                let message =
                    "Secrets Manager can't find the specified secret value for staging label: AWSPREVIOUS";
                stage.fail(&caller, &GET_SECRET_VALUE, &[], "ResourceNotFoundException", message);
            }
            2..8 => stage.call(&caller, &GET_PARAMETER, &[]),
            8..14 => stage.call(&caller, &GET_SECRET_VALUE, &[]),
            14..17 => stage.call(&caller, &GET_ITEM, &[]),
            _ => stage.call(&caller, &DECRYPT, &[]),
        }
        stage.pause(0, 20);
    }
}

/// Batch workers decrypt what they read.
pub(crate) fn worker_decrypts(stage: &mut Stage) {
    let caller = worker(stage);
    for _ in 0..stage.rng.between(1, 6) {
        stage.call(&caller, &DECRYPT_OBJECT, &[]);
        stage.pause(0, 3);
    }
}

/// Photos come in, thumbnails go out: data events.
pub(crate) fn objects(stage: &mut Stage) {
    let caller = worker(stage);
    let object = name("object", &mut stage.rng, PROD, stage.region);
    stage.call(&caller, &GET_OBJECT, &[("bucket", "cat-photos"), ("object", &object)]);
    stage.pause(0, 2);
    stage.call(&caller, &PUT_OBJECT, &[("bucket", "cat-thumbnails"), ("object", &object)]);
}

/// A worker without a cache asks for the same key forty times in two seconds.
pub(crate) fn decrypt_storm(stage: &mut Stage) {
    let caller = worker(stage);
    let key = name("kmskey", &mut stage.rng, PROD, stage.region);
    for _ in 0..40 {
        stage.call(&caller, &DECRYPT_OBJECT, &[("kmskey", &key), ("bucket", "cat-photos")]);
        stage.now += stage.rng.below(2) as i64 * 100;
    }
}

fn worker(stage: &mut Stage) -> Caller {
    let instance = name("instance", &mut stage.rng, PROD, stage.region);
    machine(stage, "cats-batch-instance", &instance, BOTO)
}

/// A session of a machine's role.
fn machine(stage: &Stage, role: &str, name: &str, agent: &str) -> Caller {
    let (key, since) = credentials(role, name, stage.now);
    let mut rng = Rng::of_text(name);
    let address = format!("10.0.{}.{}", rng.below(4), rng.between(4, 250));
    if role == "cats-web-task" {
        return Caller::session(&Session::new(PROD, role, name, &key, since), &address, agent, Tool::Sdk);
    }
    let more = format!(
        r#","inScopeOf":{{"issuerType":"AWS::EC2::Instance","credentialsIssuedTo":"arn:aws:ec2:{}:{PROD}:instance/{name}"}}"#,
        stage.region
    );
    let context = r#","ec2RoleDelivery":"2.0""#;
    let session = Session { more: &more, context, ..Session::new(PROD, role, name, &key, since) };
    Caller::session(&session, &address, agent, Tool::Sdk)
}

/// The key of a machine and since when it has it. It lives for six hours: calls of one machine share it.
fn credentials(role: &str, name: &str, now: i64) -> (String, i64) {
    let since = now - now.rem_euclid(6 * 3_600_000);
    (access_key(&mut Rng::of_text(&format!("{role}{name}{since}")), "ASIA"), since)
}
