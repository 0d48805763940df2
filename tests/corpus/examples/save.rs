//! Writes the corpus as CloudTrail log files: `cargo run -p corpus --example save -- FOLDER`.
//!
//! `hostile.json` holds the attacker's texts, `cases.json` everything that an ingester accepts: to import
//! into a console that is then looked at by hand, or by the tests in the browser.

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let folder = env::args_os().nth(1).ok_or_else(|| io::Error::other("name the folder to write into"))?;
    let folder = Path::new(&folder);
    fs::create_dir_all(folder)?;
    fs::write(folder.join("hostile.json"), log_file(&corpus::hostile()))?;
    let cases: Vec<&str> = corpus::cases().iter().map(|case| case.record).collect();
    fs::write(folder.join("cases.json"), log_file(&cases))
}

fn log_file<T: AsRef<str>>(records: &[T]) -> String {
    let records: Vec<&str> = records.iter().map(AsRef::as_ref).collect();
    format!("{{\"Records\":[{}]}}\n", records.join(",\n"))
}
