//! Who turned off the lights?

use super::Story;
use crate::{
    apis::{audit::*, identity::*},
    caller::{CLI, Caller, PROD, Session, Tool},
    names::principal,
    rhythm::{DAY, HOUR},
    scenes::people::jonas,
    stage::Stage,
};

pub(super) const STORY: Story = Story {
    name: "The stopped trail",
    question: "For half an hour nothing was logged. Who stopped the trail, and what failed?",
    query: "event:DeleteTrail,PutEventSelectors,StopLogging service:cloudtrail",
    event: "StopLogging",
    facts: &[
        ("session", "tmp-admin-7f"),
        ("role", "cats-break-glass"),
        ("access key", "ASIAQ3CATSTR4EXAMPLE"),
        ("from", "203.0.113.201"),
        ("trail", "trail/main"),
    ],
    ago: 3 * DAY + 3 * HOUR,
    play,
};

fn play(stage: &mut Stage) {
    let jonas = Caller { address: "203.0.113.201".to_owned(), ..jonas() };
    let (role, name, key) = ("cats-break-glass", "tmp-admin-7f", "ASIAQ3CATSTR4EXAMPLE");
    let id = principal("AROA", PROD, role);
    stage.call(
        &jonas,
        &ASSUME_ROLE,
        &[("roleaccount", PROD), ("rolename", role), ("session", name), ("roleid", &id), ("newkey", key)],
    );
    let session = Session::new(PROD, role, name, key, stage.now);
    let caller = Caller::session(&session, "203.0.113.201", CLI, Tool::Cli);
    stage.pause(10, 20);
    stage.call(&caller, &DESCRIBE_TRAILS, &[]);
    stage.call(&caller, &GET_TRAIL_STATUS, &[]);
    stage.pause(20, 30);
    stage.deny(&caller, &DELETE_TRAIL, &[]);
    stage.pause(10, 20);
    stage.deny(&caller, &PUT_EVENT_SELECTORS, &[]);
    stage.pause(15, 25);
    stage.call(&caller, &STOP_LOGGING, &[]);
    stage.pause(5, 9);
    stage.deny(&caller, &STOP_CONFIGURATION_RECORDER, &[]);
    stage.deny(&caller, &DELETE_DETECTOR, &[]);
    stage.pause(1_500, 1_800);
    stage.call(&caller, &LOOKUP_EVENTS, &[]);
    stage.call(&caller, &START_LOGGING, &[]);
}
