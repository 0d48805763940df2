//! What a person sees while files are loaded.

use std::io::IsTerminal;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use ingest::Receipt;

/// A bar over `total` (bytes, objects), or one without an end. It moves on standard error while that is a
/// terminal, else it is silent.
pub(crate) fn bar(total: Option<u64>, template: &str) -> ProgressBar {
    let terminal = std::io::stderr().is_terminal();
    let target = if terminal { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let bar = ProgressBar::with_draw_target(total, target);
    match ProgressStyle::with_template(template) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// `12345 records in 6.2 s: 1991 a second`, of what was dealt with so far, whatever became of it.
pub(crate) fn rate(receipt: &Receipt, elapsed: Duration) -> String {
    let done = receipt.stored
        + receipt.duplicates
        + receipt.expired
        + receipt.conflicts.count
        + receipt.rejected.count;
    let seconds = elapsed.as_secs_f64().max(0.001);
    format!("{done} records in {seconds:.1} s: {:.0} a second", done as f64 / seconds)
}
