//! What reads so fast? 110 events in one second, the most seen in real logs.

use super::Story;
use crate::{
    apis::{compute::DESCRIBE_INSTANCE, identity::GET_CALLER_IDENTITY},
    caller::{BOTO, Tool},
    rhythm::{DAY, HOUR},
    scenes::people::jonas,
    stage::Stage,
};

pub(super) const STORY: Story = Story {
    name: "The impatient script",
    question: "Instances could not be described for a minute: rate exceeded. Whose script asked so often?",
    query: "who:jonas event:DescribeInstances",
    event: "DescribeInstances",
    facts: &[("who", "jonas"), ("access key", "AKIAQ3CATS5YEXAMPLE2"), ("tool", "Boto3")],
    ago: 2 * DAY + 2 * HOUR,
    play,
};

fn play(stage: &mut Stage) {
    let mut script = jonas();
    (script.agent, script.tool) = (BOTO.to_owned(), Tool::Sdk);
    stage.call(&script, &GET_CALLER_IDENTITY, &[]);
    stage.now = (stage.now / 1_000 + 2) * 1_000;
    for number in 0..110 {
        stage.now += 9;
        if number < 90 {
            stage.call(&script, &DESCRIBE_INSTANCE, &[]);
        } else {
            let message = "Request limit exceeded.";
            stage.fail(&script, &DESCRIBE_INSTANCE, &[], "Client.RequestLimitExceeded", message);
        }
    }
}
