//! The functions that people wait for as they are shipped, each the `bootstrap` that `sam build` makes: what
//! they cost to start, and that the API's answers under the Runtime API of [`cargo lambda watch`].
//!
//! Not part of a plain `cargo test`, which has no such binaries. `WHODUNIT_API_BOOTSTRAP` and
//! `WHODUNIT_INSIGHT_BOOTSTRAP` name them, `WHODUNIT_CARGO_LAMBDA` the program cargo-lambda.
//!
//! [`cargo lambda watch`]: https://www.cargo-lambda.info/commands/watch.html

#![expect(clippy::print_stdout, reason = "figures are worth seeing also when they are within the budget")]

mod start;
mod watch;

/// The file that the environment variable `name` names.
#[track_caller]
fn file(name: &str, what: &str) -> std::path::PathBuf {
    let path = std::env::var_os(name).unwrap_or_else(|| panic!("set {name} to the path of {what}"));
    let path = std::path::PathBuf::from(path);
    assert!(path.is_file(), "{name}: there is no file {}", path.display());
    path
}

/// The API's function: rows and events.
fn api() -> std::path::PathBuf {
    file("WHODUNIT_API_BOOTSTRAP", "the API's bootstrap, which `sam build` or `cargo lambda build` makes")
}

/// The function of counts and reports.
fn insight() -> std::path::PathBuf {
    file("WHODUNIT_INSIGHT_BOOTSTRAP", "insight's bootstrap, which `sam build` or `cargo lambda build` makes")
}
