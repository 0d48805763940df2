//! Keys of the objects that a trail delivers, see [CloudTrail log file names]:
//!
//! ```text
//! key = [prefix "/"] "AWSLogs/" [organisation "/"] account "/" service "/" region "/" year "/" month "/" day "/" name
//! ```
//!
//! [CloudTrail log file names]: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/get-and-view-cloudtrail-log-files.html

use super::day::Day;

/// A key, by its folders; those that it has not are absent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Key<'a> {
    pub(super) account: Option<Folder<'a>>,
    /// `CloudTrail`, `CloudTrail-Digest`, or another service that writes below `AWSLogs/`, such as `Config`.
    pub(super) service: Option<Folder<'a>>,
    pub(super) region: Option<Folder<'a>>,
    pub(super) day: Option<Day>,
    /// What follows the last folder; empty for a marker.
    pub(super) name: &'a str,
}

/// A folder of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Folder<'a> {
    pub(super) name: &'a str,
    /// The key up to here, with the slash.
    pub(super) path: &'a str,
}

impl<'a> Key<'a> {
    /// The folders of `key`. None of them where it is not below `AWSLogs/`.
    pub(super) fn parse(key: &'a str) -> Key<'a> {
        let mut end = 0;
        let mut folders = key.split_inclusive('/').filter_map(|part| {
            end += part.len();
            part.strip_suffix('/').map(|name| Folder { name, path: &key[..end] })
        });
        let name = key.rsplit('/').next().unwrap_or_default();
        if !folders.by_ref().any(|folder| folder.name == "AWSLogs") {
            return Key { name, ..Key::default() };
        }
        // The organisation's id stands before the account in the logs of its trail.
        let account = folders.by_ref().find(|folder| !folder.name.starts_with("o-"));
        let (service, region) = (folders.next(), folders.next());
        let mut part = || folders.next().map(|folder| folder.name);
        let day = match (part(), part(), part()) {
            (Some(year), Some(month), Some(day)) => format!("{year}-{month}-{day}").parse().ok(),
            _ => None,
        };
        Key { account, service, region, day, name }
    }
}

impl Folder<'_> {
    /// What sorts behind everything in it, and before everything else that follows: after a slash comes
    /// the digit 0.
    pub(super) fn end(self) -> String {
        format!("{}0", self.path.trim_end_matches('/'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The folders of `key` as one text, and its name.
    fn parts(key: &str) -> (String, &str) {
        let Key { account, service, region, day, name } = Key::parse(key);
        let folder = |folder: Option<Folder<'_>>| folder.map_or("-".to_owned(), |f| f.name.to_owned());
        let day = day.map_or("-".to_owned(), |d| d.to_string());
        ([folder(account), folder(service), folder(region), day].join(" "), name)
    }

    #[test]
    fn folders_with_and_without_prefix_and_organisation() {
        let log = "111122223333/CloudTrail/us-east-1/2026/11/22/x_20261122T1405Z_ab.json.gz";
        for before in ["AWSLogs/", "AWSLogs/o-exampleorg/", "audit/a b/AWSLogs/", "/AWSLogs/"] {
            let expected = "111122223333 CloudTrail us-east-1 2026-11-22".to_owned();
            assert_eq!(parts(&format!("{before}{log}")), (expected, "x_20261122T1405Z_ab.json.gz"));
        }
        let path = "p/AWSLogs/1/CloudTrail/";
        assert_eq!(Key::parse(path).service, Some(Folder { name: "CloudTrail", path }));
        assert_eq!(parts(path), ("1 CloudTrail - -".to_owned(), ""));
        assert_eq!(parts("AWSLogs/1/Config/us-east-1/2026/1/2/Snap/x.gz").0, "1 Config us-east-1 -");
        assert_eq!(parts("AWSLogs/1/CloudTrail/x/2026/13/01/a").0, "1 CloudTrail x -");
        for other in ["", "x", "awslogs/1/CloudTrail/", "xAWSLogs/1/CloudTrail/x", "AWSLogs"] {
            assert_eq!(parts(other).0, "- - - -", "{other}");
        }
    }

    #[test]
    fn the_end_of_a_folder_is_behind_all_of_it_and_before_the_next() {
        let end = Folder { name: "CloudTrail", path: "AWSLogs/1/CloudTrail/" }.end();
        assert!("AWSLogs/1/CloudTrail/~/\u{10ffff}" < end.as_str());
        assert!(end.as_str() < "AWSLogs/1/CloudTrailX/a" && end.as_str() < "AWSLogs/1/Config/a");
        assert!("AWSLogs/1/CloudTrail-Digest/a" < end.as_str());
    }
}
