//! Who writes markup into the log? The user agent is any text the caller likes.

use super::Story;
use crate::{
    apis::identity::GET_CALLER_IDENTITY, caller::Tool, rhythm::HOUR, scenes::people::ci_legacy, stage::Stage,
};

pub(super) const STORY: Story = Story {
    name: "The strange user agent",
    question: "Can text of an attacker do harm in the console?",
    query: "event:GetCallerIdentity agent:*script*",
    event: "GetCallerIdentity",
    facts: &[("a text turned around", "\u{202e}"), ("markup", "<script>alert(1)</script>")],
    ago: 2 * HOUR,
    play,
};

fn play(stage: &mut Stage) {
    let mut caller = ci_legacy();
    caller.address = "192.0.2.222".to_owned();
    caller.tool = Tool::Sdk;
    caller.agent = "photo\u{202e}gpj.exe <script>alert(1)</script>".to_owned();
    stage.call(&caller, &GET_CALLER_IDENTITY, &[]);
}
