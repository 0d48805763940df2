//! `cargo xtask deploy`: everything into an AWS account, and the console's address at the end.
//!
//! The same as the three commands of the README (`sam build`, `sam deploy`, upload of the site), with what
//! they need set up first.

pub(crate) mod emulated;
pub(crate) mod sam;
mod upload;

use crate::setup::python;
use crate::site;
use anyhow::Result;

/// The outputs that say what to do next, in this order. Which of them there are depends on the parameters.
const NEXT: [&str; 6] = [
    "NextCreateUser",
    "NextJoinGroup",
    "NextNotifyBucket",
    "NextCreateKey",
    "NextPointClient",
    "NextCreateChannel",
];

/// Build everything, deploy it with SAM, upload the console, and say where it is
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Deploy into an emulated AWS account on this machine, put some activity into it, and open the console
    #[arg(long)]
    emulated: bool,
    /// Name of the CloudFormation stack
    #[arg(long, value_name = "NAME", default_value = "whodunit")]
    stack_name: String,
    /// Only upload the console and say where it is: after `sam deploy` or `cdk deploy`
    #[arg(long, conflicts_with = "emulated")]
    site_only: bool,
    /// Arguments for `sam deploy`: `-- --guided`, `-- --parameter-overrides Architecture=x86_64`
    #[arg(last = true)]
    sam: Vec<String>,
}

pub(crate) fn run(args: &Args) -> Result<()> {
    if args.emulated {
        return emulated::show(&args.stack_name);
    }
    let tools = python::environment("deploy")?;
    let manifest = site::build(site::Effort::Full)?;
    let account = sam::Account { tools: &tools, stack: &args.stack_name, environment: &[] };
    if !args.site_only {
        account.build(sam::architecture(&args.sam))?;
        account.deploy(&args.sam)?;
    }
    let outputs = account.outputs()?;
    upload::site(&account, &outputs, &manifest)?;
    println!("\nWhodunit is at {}", outputs.get("Address")?);
    for step in NEXT {
        if let Ok(command) = outputs.get(step) {
            println!("\n{}\n    {command}", outputs.description(step));
        }
    }
    Ok(())
}
