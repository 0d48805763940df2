//! The API's function as it is shipped, the `bootstrap` that `sam build` makes: what it costs to start, and
//! that it answers under the Runtime API of [`cargo lambda watch`].
//!
//! Not part of a plain `cargo test`, which has no such binary. `WHODUNIT_API_BOOTSTRAP` names it,
//! `WHODUNIT_CARGO_LAMBDA` the program cargo-lambda.
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

fn bootstrap() -> std::path::PathBuf {
    file("WHODUNIT_API_BOOTSTRAP", "the API's bootstrap, which `sam build` or `cargo lambda build` makes")
}
