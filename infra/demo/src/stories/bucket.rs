//! Who made the backups public? A person behind two roles.

use super::{Before, Story};
use crate::{
    apis::{identity::*, storage::*},
    caller::{CLI, Caller, PROD, Session, TERRAFORM, Tool, VAULT},
    names::principal,
    rhythm::{DAY, HOUR},
    scenes::{
        deployment::deployer,
        people::{Person, sign_in},
    },
    stage::Stage,
};

pub(super) const STORY: Story = Story {
    name: "The public bucket",
    question: "A bucket of backups can be read by everyone. Which person stands behind the role that opened it?",
    query: "event:PutBucketPolicy resource:cat-backups",
    event: "PutBucketPolicy",
    facts: &[
        ("session", "restore-test"),
        ("role", "backup-admin"),
        ("access key, issued by AssumeRole", "ASIAQ3CATSV4EXAMPLE2"),
        ("account", VAULT),
        ("who may read", r#""Principal":"*""#),
    ],
    ago: DAY + 6 * HOUR,
    play,
};

/// Weeks before, nobody's story: the pipeline lets one role read the bucket.
pub(super) const BEFORE: Before = Before { ago: 16 * DAY + 4 * HOUR, play: allow_one_role };

const ONE_ROLE: &str = r#"{"Sid":"RestoreRead","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::777788889999:role/backup-restore"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::cat-backups/*"}"#;
const PUBLIC: &str = r#"{"Sid":"PublicRead","Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::cat-backups/*"}"#;

fn allow_one_role(stage: &mut Stage) {
    let pipeline = deployer(stage, VAULT, TERRAFORM);
    let bucket = ("bucket", "cat-backups");
    let none = "The bucket policy does not exist";
    stage.fail(&pipeline, &GET_BUCKET_POLICY, &[bucket], "NoSuchBucketPolicy", none);
    stage.pause(1, 3);
    stage.call(&pipeline, &PUT_BUCKET_POLICY, &[bucket, ("statement", ONE_ROLE)]);
    stage.pause(1, 3);
    stage.call(&pipeline, &GET_BUCKET_POLICY, &[bucket]);
}

const MINA: Person = Person {
    email: "mina@example.com",
    role: "AWSReservedSSO_Admin_0d5e8b7a6c194f32",
    permission_set: "Admin",
    address: "198.51.100.23",
};

fn play(stage: &mut Stage) {
    let mina = sign_in(stage, &MINA, PROD, false);
    stage.pause(10, 20);
    stage.call(&mina, &GET_CALLER_IDENTITY, &[]);

    let pipeline = assume(stage, &mina, PROD, "platform-pipeline", "mina-debug", "ASIAQ3CATSP4EXAMPLE6");
    stage.pause(10, 20);
    stage.call(&pipeline, &LIST_BUCKETS, &[]);

    let admin = assume(stage, &pipeline, VAULT, "backup-admin", "restore-test", "ASIAQ3CATSV4EXAMPLE2");
    let (bucket, policy) = (("bucket", "cat-backups"), ("statement", PUBLIC));
    stage.pause(20, 40);
    stage.call(&admin, &GET_BUCKET_POLICY, &[bucket]);
    stage.pause(60, 90);
    let message =
        "Access Denied: public policies are blocked by the BlockPublicPolicy block public access setting.";
    stage.fail(&admin, &PUT_BUCKET_POLICY, &[bucket, policy], "AccessDenied", message);
    stage.pause(30, 60);
    stage.call(&admin, &PUT_BUCKET_PUBLIC_ACCESS_BLOCK, &[bucket]);
    stage.pause(5, 15);
    stage.call(&admin, &PUT_BUCKET_POLICY, &[bucket, policy]);
    stage.pause(20, 30);
    stage.call(&admin, &GET_BUCKET_POLICY, &[bucket]);
}

/// One link of the chain. Across accounts the call is recorded in both, joined by sharedEventID.
fn assume(
    stage: &mut Stage,
    by: &Caller,
    account: &'static str,
    role: &str,
    name: &str,
    key: &str,
) -> Caller {
    let (id, shared) = (principal("AROA", account, role), stage.rng.uuid());
    let values = [
        ("roleaccount", account),
        ("rolename", role),
        ("session", name),
        ("roleid", id.as_str()),
        ("newkey", key),
        ("shared", &shared),
    ];
    stage.call(by, &ASSUME_ROLE, &values);
    if by.account != account {
        let principal = principal("AROA", by.account, "platform-pipeline");
        let identity = format!(
            r#"{{"type":"AWSAccount","principalId":"{principal}:mina-debug","accountId":"{}"}}"#,
            by.account
        );
        let seen = Caller::outside(account, identity, &by.address, "aws-cli/2.31.18");
        stage.call(&seen, &ASSUME_ROLE, &values);
    }
    // The person stays known within the account that signed them in.
    let more = r#","onBehalfOf":{"userId":"94482488-3041-7098-0aaf-1f2e3d4c5b6a"}"#;
    let more = if by.account == account { more } else { "" };
    let session = Session { more, ..Session::new(account, role, name, key, stage.now) };
    Caller::session(&session, &by.address, CLI, Tool::Cli)
}
