//! Who uses the root user?

use super::Story;
use crate::{
    apis::identity::*,
    caller::{Caller, PROD},
    rhythm::{DAY, HOUR},
    stage::Stage,
};

pub(super) const STORY: Story = Story {
    name: "The root user",
    question: "Root signed in without MFA. What did it leave behind?",
    query: "who:root event:CreateAccessKey",
    event: "CreateAccessKey",
    facts: &[
        ("who", r#""type":"Root""#),
        ("from", "198.51.100.201"),
        ("the new key", "AKIAQ3CATSR7EXAMPLE5"),
    ],
    ago: 6 * DAY + 4 * HOUR,
    play,
};

fn play(stage: &mut Stage) {
    let address = "198.51.100.201";
    stage.region = "us-east-1";
    let signing_in = Caller::root(PROD, "", stage.now, address);
    stage.call(&signing_in, &CONSOLE_LOGIN, &[("mfaused", "No")]);
    let root = Caller::root(PROD, "ASIAQ3CATSRT2EXAMPLE", stage.now, address);
    stage.pause(20, 40);
    stage.call(&root, &GET_ACCOUNT_SUMMARY, &[]);
    stage.call(&root, &LIST_ACCESS_KEYS, &[]);
    stage.pause(30, 60);
    stage.call(&root, &CREATE_OWN_ACCESS_KEY, &[("owner", "root"), ("longkey", "AKIAQ3CATSR7EXAMPLE5")]);
    stage.pause(5, 9);
    stage.call(&root, &LIST_ACCESS_KEYS, &[]);
    stage.pause(60, 90);
    stage.call(&root, &LIST_USERS, &[]);
}
