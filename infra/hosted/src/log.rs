//! The log: JSON, one object a line, on standard output, where CloudWatch Logs takes it from.

use std::io::{self, Write};

use tracing::Level;

/// Logs what is as grave as `level` or graver. Once in a process.
///
/// The lines have no time of their own: CloudWatch Logs notes when each one came.
pub fn init(level: Level) {
    tracing_subscriber::fmt().json().without_time().with_target(false).with_max_level(level).init();
}

/// Writes a line of its own form, whatever is logged otherwise.
pub fn line(text: &str) {
    // Where nobody reads there is nobody to tell.
    let _ = writeln!(io::stdout().lock(), "{text}");
}
