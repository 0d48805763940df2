//! Who deleted the database?

use super::Story;
use crate::{
    apis::{database::*, identity::GET_CALLER_IDENTITY},
    rhythm::HOUR,
    scenes::people::alana,
    stage::Stage,
};

pub(super) const STORY: Story = Story {
    name: "The deleted database",
    question: "The database of the cat photos is gone. Who deleted it, when, from where, in which region, with which \
               access key?",
    query: "event:DeleteDBInstance rtype:AWS::RDS::DBInstance",
    event: "DeleteDBInstance",
    facts: &[
        ("who", "alana"),
        ("from", "205.251.233.48"),
        ("region", "us-west-2"),
        ("access key", "AKIAQ3CATS2XEXAMPLE7"),
        ("database", "cat-photos-prod"),
        ("without a last snapshot", r#""skipFinalSnapshot":true"#),
        ("it worked", r#""dBInstanceStatus":"deleting""#),
    ],
    ago: 5 * HOUR,
    play,
};

fn play(stage: &mut Stage) {
    let alana = alana();
    let database = ("database", "cat-photos-prod");
    stage.call(&alana, &GET_CALLER_IDENTITY, &[]);
    stage.pause(20, 40);
    stage.call(&alana, &DESCRIBE_DB_INSTANCES, &[database]);
    stage.pause(40, 90);
    stage.call(&alana, &DESCRIBE_DB_SNAPSHOTS, &[database]);
    stage.pause(60, 90);
    let message = "Cannot delete protected DB Instance, please disable deletion protection and try again.";
    stage.fail(&alana, &DELETE_DB_INSTANCE, &[database], "InvalidParameterCombinationException", message);
    stage.pause(50, 80);
    let unprotect = ("change", r#""deletionProtection":false"#);
    stage.call(&alana, &MODIFY_DB_INSTANCE, &[database, unprotect, ("status", "available")]);
    stage.pause(30, 60);
    stage.call(&alana, &DESCRIBE_DB_INSTANCES, &[database]);
    stage.pause(20, 40);
    stage.call(&alana, &DELETE_DB_INSTANCE, &[database, ("status", "deleting")]);
    stage.pause(90, 150);
    for snapshot in ["cat-photos-prod-before-migration", "cat-photos-prod-2026"] {
        stage.call(&alana, &DELETE_DB_SNAPSHOT, &[database, ("dbsnapshot", snapshot)]);
        stage.pause(10, 20);
    }
}
