//! What a command needs on the machine, one file for each tool.
//!
//! Each looks first, does nothing when the tool is there, and otherwise says what it is about to
//! install. Only Debian's packages and a rustup target touch anything outside `target`.

pub(crate) mod apt;
pub(crate) mod arm64;
pub(crate) mod cargo_deny;
pub(crate) mod chromium;
pub(crate) mod java;
pub(crate) mod npm;
pub(crate) mod openssl;
pub(crate) mod python;
pub(crate) mod valgrind;
pub(crate) mod wasm;
mod wasm_choice;
