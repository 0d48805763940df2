//! Who pays for a hundred GPUs in Hong Kong?

use super::Story;
use crate::{
    api::Api,
    apis::{audit::*, compute::*, database::*, function::*, identity::*, key::*, storage::*},
    caller::{BOTO, Tool},
    rhythm::{DAY, HOUR},
    scenes::people::ci_legacy,
    stage::Stage,
};

pub(super) const STORY: Story = Story {
    name: "The stolen key",
    question: "GPU instances run in a region that nobody uses. Which key started them, and what else did it try?",
    query: "key:AKIAQ3CATS4CEXAMPLE3 region:ap-east-1",
    event: "RunInstances",
    facts: &[
        ("who", "ci-legacy"),
        ("access key", "AKIAQ3CATS4CEXAMPLE3"),
        ("from", "192.0.2.222"),
        ("region", "ap-east-1"),
        ("what", "p4d.24xlarge"),
        ("key pair", "miner"),
    ],
    ago: 2 * DAY + 7 * HOUR,
    play,
};

fn play(stage: &mut Stage) {
    let mut thief = ci_legacy();
    (thief.address, thief.agent, thief.tool) = ("192.0.2.222".to_owned(), BOTO.to_owned(), Tool::Sdk);
    stage.region = "us-east-1";
    stage.call(&thief, &GET_CALLER_IDENTITY, &[]);
    stage.pause(5, 15);
    stage.call(&thief, &LIST_BUCKETS, &[]);
    // What may this key do? Almost nothing.
    const TRIES: &[Api] = &[
        GET_ACCOUNT_SUMMARY,
        LIST_USERS,
        LIST_ROLES,
        LIST_ACCESS_KEYS,
        LIST_SECRETS,
        GET_SECRET_VALUE,
        LIST_FUNCTIONS,
        LIST_TABLES,
        DESCRIBE_DB_INSTANCES,
        DESCRIBE_TRAILS,
        LIST_DETECTORS,
        DESCRIBE_KEY,
        GET_PARAMETER,
    ];
    for api in TRIES {
        stage.pause(1, 3);
        stage.deny(&thief, api, &[]);
    }
    stage.pause(30, 60);
    stage.deny(&thief, &CREATE_USER, &[("newuser", "support")]);
    stage.deny(&thief, &ATTACH_USER_POLICY, &[("newuser", "ci-legacy"), ("policy", "AdministratorAccess")]);
    stage.pause(200, 400);
    // But it may start instances: in which region does nobody look?
    stage.call(&thief, &DESCRIBE_REGIONS, &[]);
    for region in ["eu-north-1", "sa-east-1", "ap-east-1"] {
        stage.region = region;
        stage.pause(3, 9);
        stage.call(&thief, &DESCRIBE_INSTANCES, &[]);
        stage.call(&thief, &DESCRIBE_INSTANCE_TYPES, &[]);
    }
    let names = [("keypair", "miner"), ("groupname", "miner"), ("group", "sg-0c4f3e2d1b0a99887")];
    stage.call(&thief, &CREATE_KEY_PAIR, &names);
    stage.pause(2, 5);
    stage.call(&thief, &CREATE_SECURITY_GROUP, &names);
    let open = [("group", "sg-0c4f3e2d1b0a99887"), ("cidr", "0.0.0.0/0"), ("port", "22")];
    stage.call(&thief, &AUTHORIZE_SECURITY_GROUP_INGRESS, &open);
    for kind in ["p4d.24xlarge", "p4d.24xlarge", "g5.48xlarge", "g5.48xlarge", "g5.48xlarge", "p4d.24xlarge"]
    {
        stage.pause(3, 20);
        let values = [names[0], names[1], names[2], ("type", kind), ("image", "ami-0a1b2c3d4e5f60718")];
        if stage.rng.chance(30) {
            let message = "You have requested more vCPU capacity than your current vCPU limit of 384 allows for the \
                           instance bucket that the specified instance type belongs to.";
            stage.fail(&thief, &RUN_INSTANCES, &values, "Client.VcpuLimitExceeded", message);
        } else {
            stage.call(&thief, &RUN_INSTANCES, &values);
        }
    }
    stage.call(&thief, &RUN_INSTANCES, &[names[0], names[1], names[2], ("type", "p4d.24xlarge")]);
    for _ in 0..10 {
        stage.pause(60, 300);
        stage.call(&thief, &DESCRIBE_INSTANCES, &[]);
    }
}
