//! Where a log file is from, by its name. CloudTrail [names its files] so:
//!
//! ```text
//! key  = [prefix "/"] "AWSLogs/" [organisation "/"] account "/" service "/" region "/" year "/" month "/" day "/" name
//! name = account "_" service "_" region "_" YYYYMMDD "T" HHmm "Z_" unique ".json.gz"
//! ```
//!
//! [names its files]: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/get-and-view-cloudtrail-log-files.html

use model::Timestamp;

/// Where a trail's file is from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TrailFile {
    pub(crate) account: String,
    pub(crate) region: String,
    /// When CloudTrail wrote it, to the minute, if the name tells.
    pub(crate) time: Option<Timestamp>,
}

impl TrailFile {
    /// Of the file `name`, a path or a key; `None` when it is not named as a trail names its files.
    pub(crate) fn of(name: &str) -> Option<TrailFile> {
        let (folders, file) = name.rsplit_once(['/', '\\']).unwrap_or(("", name));
        let mut words = file.split('_');
        let by_name = [words.next(), words.next(), words.next()];
        let time = words.next().and_then(time);
        if let [Some(account), Some(service), Some(region)] = by_name
            && time.is_some()
        {
            return origin(account, service, region, time);
        }
        let mut folders = folders.split(['/', '\\']).skip_while(|folder| *folder != "AWSLogs").skip(1);
        // The organisation's id stands before the account in the logs of its trail.
        let account = folders.find(|folder| !folder.starts_with("o-"))?;
        origin(account, folders.next()?, folders.next()?, None)
    }
}

fn origin(account: &str, service: &str, region: &str, time: Option<Timestamp>) -> Option<TrailFile> {
    let is_account = account.len() == 12 && account.bytes().all(|b| b.is_ascii_digit());
    let is_trail = service.starts_with("CloudTrail") && service != "CloudTrail-Digest";
    (is_account && is_trail && !region.is_empty()).then(|| TrailFile {
        account: account.to_owned(),
        region: region.to_owned(),
        time,
    })
}

/// `20261122T1405Z`
fn time(text: &str) -> Option<Timestamp> {
    if text.len() != 14 || !text.is_ascii() {
        return None;
    }
    let (date, clock) = (&text[..8], &text[8..]);
    let clock = clock.strip_prefix('T')?.strip_suffix('Z')?;
    let (year, month, day) = (&date[..4], &date[4..6], &date[6..]);
    format!("{year}-{month}-{day}T{}:{}:00Z", &clock[..2], &clock[2..]).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, expected: Option<(&str, &str, Option<&str>)>) {
        let found = TrailFile::of(name);
        let expected = expected.map(|(account, region, time)| TrailFile {
            account: account.to_owned(),
            region: region.to_owned(),
            time: time.map(|time| time.parse().unwrap()),
        });
        assert_eq!(found, expected, "{name}");
    }

    #[test]
    fn a_file_of_a_trail_is_told_by_its_name_or_its_folders() {
        let file = "111122223333_CloudTrail_us-east-1_20261122T1405Z_AbCd.json.gz";
        let expected = Some(("111122223333", "us-east-1", Some("2026-11-22T14:05:00Z")));
        for folder in ["", "s3://b/p/AWSLogs/111122223333/CloudTrail/us-east-1/2026/11/22/", "C:\\logs\\"] {
            check(&format!("{folder}{file}"), expected);
        }
        let insight = "1/111122223333_CloudTrail-Insight_eu-west-1_20261122T1405Z_a.json.gz";
        check(insight, Some(("111122223333", "eu-west-1", Some("2026-11-22T14:05:00Z"))));
        let folders = "logs/AWSLogs/o-exampleorg/111122223333/CloudTrail/us-east-1/2026/11/22/renamed.json";
        check(folders, Some(("111122223333", "us-east-1", None)));
    }

    #[test]
    fn other_names_tell_nothing() {
        for name in [
            "",
            "demo",
            "events.json",
            "AWSLogs",
            "AWSLogs/1/CloudTrail/us-east-1/a.json",
            "AWSLogs/111122223333/Config/us-east-1/a.json",
            "AWSLogs/111122223333/CloudTrail-Digest/us-east-1/a.json",
            "111122223333_Config_us-east-1_20261122T1405Z_a.json.gz",
            "111122223333_CloudTrail_us-east-1_20261322T1405Z_a.json.gz",
            "111122223333_CloudTrail_us-east-1_éééééééZ_a.json.gz",
        ] {
            check(name, None);
        }
    }
}
