//! Instructions, counted by valgrind: a figure that does not depend on the machine's mood.
//!
//! Valgrind's processor has no SHA instructions, so the hash of a record counts for 55 an octet there, and
//! for about 2 where it really runs: of ours, some 80,000 an event are no more than that.

use std::env;
use std::process::{Command, Stdio};

/// Asks this program to run a pipeline on an input, so many times, and to print nothing.
const ASK: &str = "--count";

/// What [`count`] asked this process for: pipeline, number of the input, rounds.
pub(crate) fn asked() -> Option<(String, usize, u32)> {
    let mut args = env::args().skip(1);
    if args.next()? != ASK {
        return None;
    }
    Some((args.next()?, args.next()?.parse().ok()?, args.next()?.parse().ok()?))
}

/// Instructions for each of the `events` of an input, or `None` where there is no valgrind. What a second
/// round takes is counted, so that start and input don't count.
pub(crate) fn count(pipeline: &str, input: usize, events: u64) -> Option<u64> {
    let (one, two) = (rounds(pipeline, input, 1)?, rounds(pipeline, input, 2)?);
    Some(two.checked_sub(one)? / events.max(1))
}

fn rounds(pipeline: &str, input: usize, rounds: u32) -> Option<u64> {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(env::current_exe().ok()?)
        .args([ASK, pipeline, &input.to_string(), &rounds.to_string()])
        .stdout(Stdio::null())
        .output()
        .ok()?;
    // `==123== Collected : 1234567`
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    told.lines().find_map(|line| line.split_once("Collected : ")?.1.trim().parse().ok())
}
