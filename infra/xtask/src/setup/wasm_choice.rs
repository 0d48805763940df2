//! Which Rust compiles for the browser, decided from facts about the machine.
//!
//! rustup with its `wasm32-unknown-unknown` target is the usual way. Where rustup cannot download,
//! Debian's `rustc-web` with the standard library's source is the other.
//! `WHODUNIT_WASM_TOOLCHAIN` overrides the choice.

use anyhow::{Result, bail};
use std::str::FromStr;

/// What `WHODUNIT_WASM_TOOLCHAIN` asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Choice {
    Auto,
    Rustup,
    Debian,
}

/// What there is on this machine.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Facts {
    /// The toolchain in use has the standard library for the target.
    pub(crate) target: bool,
    /// rustup can be started.
    pub(crate) rustup: bool,
    /// Debian's compiler and sources are installed and new enough.
    pub(crate) debian: bool,
    /// Debian's packages can be installed without a password.
    pub(crate) apt: bool,
}

/// One way to get there. Those that need nothing new come first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Way {
    UseTarget,
    UseDebian,
    AddTarget,
    InstallDebian,
}

/// The ways to try, in order, each only if the one before it failed.
pub(crate) fn ways(choice: Choice, facts: Facts) -> Result<Vec<Way>> {
    let rustup = choice != Choice::Debian;
    let debian = choice != Choice::Rustup;
    if rustup && facts.target {
        return Ok(vec![Way::UseTarget]);
    }
    if debian && facts.debian {
        return Ok(vec![Way::UseDebian]);
    }
    let mut ways = Vec::new();
    if rustup && facts.rustup {
        ways.push(Way::AddTarget);
    }
    if debian && facts.apt {
        ways.push(Way::InstallDebian);
    }
    if ways.is_empty() {
        bail!(match choice {
            Choice::Rustup =>
                "rustup is missing: install it from https://rustup.rs, or set \
                WHODUNIT_WASM_TOOLCHAIN=debian on Debian",
            Choice::Debian =>
                "Debian's WASM toolchain is missing: run `sudo apt-get install \
                rustc-web cargo-web rust-web-src`, or set WHODUNIT_WASM_TOOLCHAIN=auto",
            Choice::Auto =>
                "no Rust here can compile for the browser: with rustup, run `rustup target \
                add wasm32-unknown-unknown`; on Debian, `sudo apt-get install rustc-web cargo-web \
                rust-web-src`",
        });
    }
    Ok(ways)
}

impl FromStr for Choice {
    type Err = anyhow::Error;

    fn from_str(text: &str) -> Result<Choice> {
        match text {
            "" | "auto" => Ok(Choice::Auto),
            "rustup" => Ok(Choice::Rustup),
            "debian" => Ok(Choice::Debian),
            _ => bail!("WHODUNIT_WASM_TOOLCHAIN={text} is none of auto, rustup and debian"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTHING: Facts = Facts { target: false, rustup: false, debian: false, apt: false };

    #[track_caller]
    fn check(choice: Choice, facts: Facts, expected: &[Way]) {
        assert_eq!(ways(choice, facts).unwrap(), expected);
    }

    #[test]
    fn what_is_there_is_used() {
        let all = Facts { target: true, rustup: true, debian: true, apt: true };
        check(Choice::Auto, all, &[Way::UseTarget]);
        check(Choice::Rustup, all, &[Way::UseTarget]);
        check(Choice::Debian, all, &[Way::UseDebian]);
        check(Choice::Auto, Facts { target: false, ..all }, &[Way::UseDebian]);
    }

    #[test]
    fn rustup_is_tried_before_debian() {
        let fresh = Facts { rustup: true, apt: true, ..NOTHING };
        check(Choice::Auto, fresh, &[Way::AddTarget, Way::InstallDebian]);
        check(Choice::Rustup, fresh, &[Way::AddTarget]);
        check(Choice::Debian, fresh, &[Way::InstallDebian]);
        check(Choice::Auto, Facts { rustup: false, ..fresh }, &[Way::InstallDebian]);
        check(Choice::Auto, Facts { apt: false, ..fresh }, &[Way::AddTarget]);
    }

    #[test]
    fn a_choice_that_cannot_be_had_says_what_to_do() {
        for (choice, advice) in [
            (Choice::Auto, "rustup target add"),
            (Choice::Rustup, "https://rustup.rs"),
            (Choice::Debian, "apt-get install rustc-web"),
        ] {
            let message = ways(choice, NOTHING).unwrap_err().to_string();
            assert!(message.contains(advice), "{message}");
        }
    }

    #[test]
    fn the_variable_takes_three_words() {
        assert_eq!("".parse::<Choice>().unwrap(), Choice::Auto);
        assert_eq!("debian".parse::<Choice>().unwrap(), Choice::Debian);
        let error = "nix".parse::<Choice>().unwrap_err().to_string();
        assert_eq!(error, "WHODUNIT_WASM_TOOLCHAIN=nix is none of auto, rustup and debian");
    }
}
