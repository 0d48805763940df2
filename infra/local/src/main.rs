#![doc = include_str!("../README.md")]
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command-line tool talks to its terminal")]

mod aws;
mod backfill;
mod channels;
mod dictionary;
mod files;
mod import;
mod keys;
mod progress;
mod search;
mod seed;
mod serve;
mod signals;
mod table;
mod upkeep;

use std::process::ExitCode;

use clap::Parser;

/// Who did what in your AWS account: CloudTrail's event history on your own machine.
#[derive(Parser)]
#[command(name = "whodunit", version, max_term_width = 100)]
enum Command {
    Serve(serve::Args),
    Import(import::Args),
    Backfill(backfill::Args),
    Search(search::Args),
    Channels(channels::Args),
    Keys(keys::Args),
    Dictionary(dictionary::Args),
}

#[tokio::main]
async fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        // Off AWS nobody answers where its machines ask for their region.
        .with_env_filter("warn,aws_config::imds=error")
        .init();
    let done = match Command::parse() {
        Command::Serve(args) => serve::run(args).await,
        Command::Import(args) => import::run(args).await,
        Command::Backfill(args) => backfill::run(args).await,
        Command::Search(args) => search::run(args).await,
        Command::Channels(args) => channels::run(args).await,
        Command::Keys(args) => keys::run(args).await,
        Command::Dictionary(args) => dictionary::run(&args),
    };
    match done {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_well_formed() {
        super::Command::command().debug_assert();
    }
}
