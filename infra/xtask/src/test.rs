//! `cargo xtask test`: everything that must pass, as a list of named steps.
//!
//! A failing step does not stop the others; the summary at the end says what to type to repeat it.

mod account;
mod arm64;
mod browser;
mod clients;
mod deny;
mod lambda;
mod playwright;
mod second_engine;
mod steps;
mod template;

use crate::process;
use anyhow::{Result, bail};
use clap::ValueEnum;
use std::time::{Duration, Instant};
use steps::{STEPS, Step, When};

/// Check everything: format, lints, licences, tests, the console's weight, the browser
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Also run the store's tests on this engine
    #[arg(long, value_enum, default_value = "embedded")]
    engine: Engine,
    /// Only these steps, separated by commas
    #[arg(long, value_delimiter = ',', value_name = "STEP")]
    only: Vec<String>,
    /// List the steps and stop
    #[arg(long)]
    list: bool,
}

/// A DynamoDB to test against.
#[derive(Clone, Copy, Debug, PartialEq, ValueEnum)]
enum Engine {
    /// The one inside whodunit: always tested
    Embedded,
    /// Amazon's, fetched from npm under its own licence; needs Java
    DynamodbLocal,
}

/// What became of a step.
struct Outcome {
    step: &'static Step,
    error: Option<anyhow::Error>,
    took: Duration,
}

pub(crate) fn run(args: &Args) -> Result<()> {
    if args.list {
        for step in &STEPS {
            let when = match step.when {
                When::Always => "",
                When::Engine(_) => " (with --engine)",
                When::Named => " (only by name)",
            };
            println!("{:<16}{}{when}", step.name, step.what);
        }
        return Ok(());
    }
    let mut outcomes = Vec::new();
    for step in chosen(&args.only, args.engine)? {
        let start = Instant::now();
        let result = process::timed(&format!("step {}: {}", step.name, step.what), step.work);
        if let Err(error) = &result {
            eprintln!("    {error:#}");
        }
        outcomes.push(Outcome { step, error: result.err(), took: start.elapsed() });
    }
    summarise(&outcomes)
}

/// The steps asked for, in the order of [`STEPS`].
fn chosen(only: &[String], engine: Engine) -> Result<Vec<&'static Step>> {
    for name in only {
        if !STEPS.iter().any(|step| step.name == name) {
            let names: Vec<_> = STEPS.iter().map(|step| step.name).collect();
            bail!("there is no step {name}; the steps are {}", names.join(", "));
        }
    }
    let wanted = |step: &&Step| match only {
        [] => step.when == When::Always || step.when == When::Engine(engine),
        _ => only.iter().any(|name| step.name == name),
    };
    Ok(STEPS.iter().filter(wanted).collect())
}

fn summarise(outcomes: &[Outcome]) -> Result<()> {
    println!();
    for Outcome { step, error, took } in outcomes {
        let word = if error.is_some() { "FAILED" } else { "passed" };
        println!("{:<16}{word:>7}{:>9.1} s", step.name, took.as_secs_f64());
    }
    for Outcome { step, error, .. } in outcomes {
        if let Some(error) = error {
            println!("\n{}: {error:#}\n    again: cargo xtask test --only {}", step.name, step.name);
        }
    }
    let failed = outcomes.iter().filter(|outcome| outcome.error.is_some()).count();
    println!("\n{} passed, {failed} failed", outcomes.len() - failed);
    if failed > 0 {
        // The summary has said it all.
        std::process::exit(1);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(only: &[&str], engine: Engine) -> Vec<&'static str> {
        let only: Vec<_> = only.iter().map(|&name| name.to_owned()).collect();
        chosen(&only, engine).unwrap().iter().map(|step| step.name).collect()
    }

    #[test]
    fn the_other_engine_comes_on_top() {
        let embedded = names(&[], Engine::Embedded);
        let both = names(&[], Engine::DynamodbLocal);
        assert!(!embedded.contains(&"dynamodb-local"));
        assert!(embedded.iter().all(|name| both.contains(name)));
        assert_eq!(both.len(), embedded.len() + 1);
        assert!(!both.contains(&"advisories"));
    }

    #[test]
    fn only_what_is_named_runs() {
        assert_eq!(names(&["clippy", "fmt"], Engine::DynamodbLocal), ["fmt", "clippy"]);
        assert_eq!(names(&["dynamodb-local"], Engine::Embedded), ["dynamodb-local"]);
        let error = chosen(&["klippy".into()], Engine::Embedded).err().unwrap().to_string();
        assert!(error.starts_with("there is no step klippy; the steps are fmt, "), "{error}");
    }
}
