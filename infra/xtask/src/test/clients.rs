//! The step `clients`: AWS's own clients, unmodified, against `whodunit serve`.

use super::steps::compile_rooms;
use crate::setup::python;
use crate::{paths, process};
use anyhow::Result;

pub(crate) fn check() -> Result<()> {
    let clients = python::environment("clients")?;
    let other = python::environment("trailscraper")?;
    compile_rooms()?;
    let mut pytest = clients.command("python");
    // -B: nothing is written beside the sources.
    pytest.args(["-B", "-m", "pytest", "--quiet"]).current_dir(paths::root().join("tests/clients"));
    pytest.env("WHODUNIT_BINARIES", paths::binaries(false));
    pytest.env("WHODUNIT_TRAILSCRAPER", other.program("trailscraper"));
    process::run("AWS's clients against the server (pytest)", &mut pytest)
}
