#![doc = include_str!("../README.md")]
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command-line tool talks to its terminal")]

mod bench;
mod build;
mod deploy;
mod dynamodb_local;
mod paths;
mod process;
mod run;
mod setup;
mod site;
mod test;

use clap::Parser;

/// The project's own commands. Each sets up what it needs on a fresh machine.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
enum Command {
    Run(run::Args),
    Build(build::Args),
    Deploy(deploy::Args),
    Test(test::Args),
    Bench(bench::Args),
    DynamodbLocal(dynamodb_local::Args),
}

fn main() -> anyhow::Result<()> {
    match Command::parse() {
        Command::Run(args) => run::run(&args),
        Command::Build(args) => build::run(&args),
        Command::Deploy(args) => deploy::run(&args),
        Command::Test(args) => test::run(&args),
        Command::Bench(args) => bench::run(&args),
        Command::DynamodbLocal(args) => dynamodb_local::run(&args),
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
