//! Which objects of a bucket are loaded, told from their keys alone.
//!
//! A bucket holds years of logs, of which a table keeps months. So whole folders are leapt over: listing
//! goes on behind them, and what is in them is neither fetched nor listed.

use serde::Serialize;

use super::day::Day;
use super::key::{Folder, Key};

/// The folders with records. Beside them lie digests, and the logs of other services.
const SERVICES: [&str; 2] = ["CloudTrail", "CloudTrail-Insight"];

/// What is loaded.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Plan {
    /// The first day.
    pub(super) from: Option<Day>,
    /// The last day.
    pub(super) to: Option<Day>,
    /// Of these accounts; of all when empty.
    pub(super) accounts: Vec<String>,
    /// Of these regions; of all when empty.
    pub(super) regions: Vec<String>,
}

/// What to do at an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// It holds events.
    Load,
    /// It does not.
    Pass,
    /// There is nothing wanted from it up to and including this key.
    Leap {
        to: String,
        /// Calendar days that lie between, before the first that is wanted.
        days: u64,
    },
}

impl Plan {
    /// What to do at the object `key`.
    pub(super) fn step(&self, key: &str) -> Step {
        let Key { account: Some(account), service, region, day, name } = Key::parse(key) else {
            return Step::Pass;
        };
        let over = |folder: Folder<'_>| Step::Leap { to: folder.end(), days: 0 };
        let wanted =
            |list: &[String], folder: Folder<'_>| list.is_empty() || list.iter().any(|n| n == folder.name);
        if !wanted(&self.accounts, account) {
            return over(account);
        }
        let Some(service) = service else { return Step::Pass };
        if !SERVICES.contains(&service.name) {
            return over(service);
        }
        let Some(region) = region else { return Step::Pass };
        if !wanted(&self.regions, region) {
            return over(region);
        }
        match (day, self.from, self.to) {
            (Some(day), Some(from), _) if day < from => {
                // The folder's own name sorts before everything in it.
                Step::Leap { to: format!("{}{}", region.path, from.folder()), days: from.since(day) }
            }
            (Some(day), _, Some(to)) if day > to => over(region),
            (Some(_), _, _) if !name.is_empty() => Step::Load,
            _ => Step::Pass,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(plan: &Plan, key: &str, expected: Step) {
        let step = plan.step(key);
        if let Step::Leap { to, .. } = &step {
            assert!(key < to.as_str(), "{key} {to}: a leap goes forward");
        }
        assert_eq!(step, expected, "{key}");
    }

    fn leap(to: &str, days: u64) -> Step {
        Step::Leap { to: to.to_owned(), days }
    }

    #[test]
    fn log_files_are_loaded_and_nothing_else_is() {
        let all = Plan::default();
        check(&all, "AWSLogs/1/CloudTrail/us-east-1/2026/11/22/a.json.gz", Step::Load);
        check(&all, "p/AWSLogs/o-x/1/CloudTrail-Insight/us-east-1/2026/11/22/a.json.gz", Step::Load);
        check(&all, "AWSLogs/1/CloudTrail/", Step::Pass);
        check(&all, "AWSLogs/1/CloudTrail/us-east-1/2026/11/22/", Step::Pass);
        check(&all, "AWSLogs/1/CloudTrail/us-east-1/readme.txt", Step::Pass);
        check(&all, "AWSLogs/1/", Step::Pass);
        check(&all, "site/index.html", Step::Pass);
        let digest = "AWSLogs/1/CloudTrail-Digest/us-east-1/2026/11/22/a.json.gz";
        check(&all, digest, leap("AWSLogs/1/CloudTrail-Digest0", 0));
        check(&all, "AWSLogs/1/Config/us-east-1/2026/1/2/x.gz", leap("AWSLogs/1/Config0", 0));
    }

    #[test]
    fn days_that_are_not_wanted_are_leapt_over() {
        let (from, to) = ("2026-08-24".parse().ok(), "2026-10-31".parse().ok());
        let plan = Plan { from, to, ..Plan::default() };
        let region = "AWSLogs/1/CloudTrail/us-east-1";
        check(&plan, &format!("{region}/2026/08/22/a.gz"), leap(&format!("{region}/2026/08/24"), 2));
        check(&plan, &format!("{region}/2019/12/31/a.gz"), leap(&format!("{region}/2026/08/24"), 2_428));
        check(&plan, &format!("{region}/2026/08/24/a.gz"), Step::Load);
        check(&plan, &format!("{region}/2026/10/31/a.gz"), Step::Load);
        check(&plan, &format!("{region}/2026/11/01/a.gz"), leap(&format!("{region}0"), 0));
        assert!(format!("{region}/2026/08/24") < format!("{region}/2026/08/24/a.gz"));
    }

    #[test]
    fn other_accounts_and_regions_are_leapt_over() {
        let plan = Plan { accounts: vec!["1".into()], regions: vec!["eu-west-1".into()], ..Plan::default() };
        check(&plan, "AWSLogs/2/CloudTrail/eu-west-1/2026/11/22/a.gz", leap("AWSLogs/20", 0));
        check(
            &plan,
            "AWSLogs/1/CloudTrail/us-east-1/2026/11/22/a.gz",
            leap("AWSLogs/1/CloudTrail/us-east-10", 0),
        );
        check(&plan, "AWSLogs/1/CloudTrail/eu-west-1/2026/11/22/a.gz", Step::Load);
    }
}
