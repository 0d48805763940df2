//! Writes the demo as the log files that a trail delivers:
//! `cargo run -p demo --example write -- 50000 DIR` makes
//! `DIR/AWSLogs/<account>/CloudTrail/<region>/<year>/<month>/<day>/….json`, one file per account, region and day.
//! The demo ends now, or at a third argument, in milliseconds since 1970: then it is the same at every hour.

use std::{collections::BTreeMap, env, fs, path::PathBuf, time::SystemTime};

use anyhow::{Context, Result};
use demo::Demo;

fn main() -> Result<()> {
    let mut arguments = env::args().skip(1);
    let usage = "usage: write EVENTS DIR [END]";
    let events = arguments.next().context(usage)?.parse().context("EVENTS is a number")?;
    let dir = PathBuf::from(arguments.next().context(usage)?);
    let end = match arguments.next() {
        Some(end) => end.parse().context("END is a number of milliseconds since 1970")?,
        None => i64::try_from(SystemTime::now().duration_since(SystemTime::UNIX_EPOCH)?.as_millis())?,
    };

    let mut files: BTreeMap<PathBuf, String> = BTreeMap::new();
    for record in (Demo { events, ..Demo::new(end) }).records() {
        let value: serde_json::Value = serde_json::from_str(&record)?;
        let [account, region, time] = ["recipientAccountId", "awsRegion", "eventTime"]
            .map(|key| value[key].as_str().unwrap_or_default());
        let day = &time[..10];
        let path = dir.join(format!("AWSLogs/{account}/CloudTrail/{region}/{}", day.replace('-', "/"))).join(
            format!("{account}_CloudTrail_{region}_{}T0000Z_EXAMPLEabcdefghi.json", day.replace('-', "")),
        );
        let text = files.entry(path).or_default();
        text.push_str(if text.is_empty() { "{\"Records\":[" } else { "," });
        text.push_str(&record);
    }
    for (path, text) in files {
        fs::create_dir_all(path.parent().unwrap_or(&dir))?;
        fs::write(path, text + "]}")?;
    }
    Ok(())
}
