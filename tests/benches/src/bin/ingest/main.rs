//! `cargo run --release -p benches --bin ingest`: what an event costs between its packed file and the
//! finished items, on one core and without a network, beside two other ways to do (less than) that.
#![allow(clippy::print_stdout, reason = "printing is what it is for")]

mod inputs;
mod instructions;
mod pipelines;
mod python;

use std::fs;
use std::time::Instant;

use anyhow::{Context, Result};
use model::Timestamp;

use inputs::Input;

/// For how long each pipeline is measured, in seconds.
const SECONDS: f64 = 3.0;

fn main() -> Result<()> {
    let now: Timestamp = "2026-11-22T14:00:00Z".parse().context("the moment")?;
    let mut inputs = inputs::all(now)?;
    if let Some((pipeline, input, rounds)) = instructions::asked() {
        let input = inputs.swap_remove(input);
        return (0..rounds).try_for_each(|_| run(&pipeline, &input, now).map(drop));
    }
    println!("{:<20} {:<32} {:>10} {:>12} {:>12}", "", "", "events/s", "µs a file", "instructions");
    println!("{:<20} {:<32} {:>10} {:>12} {:>12}", "input", "pipeline", "a core", "of CPU", "an event");
    let python = python::Python::set_up();
    for (number, input) in inputs.iter().enumerate() {
        for pipeline in ["ours", "naive"] {
            let (mut events, mut rounds) = (run(pipeline, input, now)?, 0_u32);
            let (per_round, begun) = (events, cpu_seconds());
            while cpu_seconds() - begun < SECONDS {
                run(pipeline, input, now)?;
                rounds += 1;
            }
            events *= u64::from(rounds);
            let seconds = cpu_seconds() - begun;
            let instructions = instructions::count(pipeline, number, per_round);
            line(input, title(pipeline), events as f64, f64::from(rounds), seconds, instructions);
        }
        if let Ok(python) = &python {
            let (events, rounds, seconds) = python.run(&input.files)?;
            line(input, "Python: msgspec, zstandard", events, rounds, seconds, None);
        }
    }
    println!(
        "Valgrind counts SHA-256 as done without SHA instructions: in ours, 55 for each byte of a record."
    );
    if let Err(error) = python {
        println!("Python is left out: {error:#}");
    }
    Ok(())
}

fn run(pipeline: &str, input: &Input, now: Timestamp) -> Result<u64> {
    match pipeline {
        "ours" => pipelines::ours(&input.files, now),
        _ => pipelines::naive(&input.files),
    }
}

fn title(pipeline: &str) -> &'static str {
    match pipeline {
        "ours" => "ours, to finished items",
        _ => "flate2 + serde_json::Value + zstd",
    }
}

fn line(input: &Input, title: &str, events: f64, rounds: f64, seconds: f64, instructions: Option<u64>) {
    let per_file = seconds * 1e6 / (rounds * input.files.len() as f64);
    let instructions = instructions.map_or("-".to_owned(), |n| n.to_string());
    println!("{:<20} {title:<32} {:>10.0} {per_file:>12.1} {instructions:>12}", input.name, events / seconds);
}

/// Time that this thread was on a core, in seconds: what others do on the machine does not count. Where
/// the system does not tell, time on the clock.
fn cpu_seconds() -> f64 {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanos = told.as_deref().and_then(|text| text.split(' ').next()?.parse::<f64>().ok());
    static BEGUN: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);
    nanos.map_or_else(|| BEGUN.elapsed().as_secs_f64(), |nanos| nanos / 1e9)
}
