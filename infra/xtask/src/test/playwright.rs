//! Playwright's tests, and which of them failed: that is said again after all the steps, for an hour of output
//! may lie between.

use crate::{paths, process};
use anyhow::{Result, anyhow};
use serde_json::Value;
use std::fs;
use std::process::Command;

/// Runs the tests of `playwright`, whose results land in `target/{folder}`. The error of tests that fail names
/// each, with the first line of what was wrong.
pub(super) fn run(what: &str, playwright: &mut Command, folder: &str) -> Result<()> {
    let report = paths::target().join(folder).join("report.json");
    if report.exists() {
        fs::remove_file(&report)?;
    }
    playwright.arg("--reporter=list,json").env("PLAYWRIGHT_JSON_OUTPUT_FILE", &report);
    process::run(what, playwright).map_err(|error| {
        let report = fs::read_to_string(&report).ok().and_then(|text| serde_json::from_str(&text).ok());
        let failures = report.map(|report: Value| failures(&report)).unwrap_or_default();
        let named: String = failures.iter().map(|failure| format!("\n    {failure}")).collect();
        anyhow!("{error:#}{named}")
    })
}

/// `file:line title: what was wrong` of each test of `report` that failed, as
/// [Playwright's JSON](https://playwright.dev/docs/test-reporters#json-reporter) has them: suites of suites.
fn failures(report: &Value) -> Vec<String> {
    let list = |value: &Value, name: &str| value[name].as_array().cloned().unwrap_or_default();
    let own = list(report, "specs").into_iter().filter(|spec| spec["ok"] == false).map(|spec| {
        let results = list(&spec, "tests").iter().flat_map(|test| list(test, "results")).collect::<Vec<_>>();
        let message = results.iter().find_map(|result| result["error"]["message"].as_str());
        let wrong = message.map(plain).unwrap_or_default();
        let text = |name: &str| spec[name].as_str().unwrap_or_default().to_owned();
        format!("{}:{} {}: {wrong}", text("file"), spec["line"], text("title"))
    });
    let inner = list(report, "suites");
    own.chain(inner.iter().flat_map(failures)).collect()
}

/// The first line of `message`, without a terminal's colours.
fn plain(message: &str) -> String {
    let mut parts = message.lines().next().unwrap_or_default().split('\u{1b}');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once('m').map_or("", |(_, rest)| rest))
}

#[cfg(test)]
mod tests {
    use super::failures;
    use serde_json::json;

    #[test]
    fn what_failed_is_named_with_its_place_and_why() {
        let test = |message: &str| json!([{ "results": [{ "error": { "message": message } }] }]);
        let report = json!({ "suites": [{ "specs": [], "suites": [{ "specs": [
            { "title": "rows", "ok": false, "file": "a.spec.ts", "line": 7,
              "tests": test("Error: \u{1b}[2mexpect\u{1b}[22m failed\nmore") },
            { "title": "columns", "ok": true, "file": "a.spec.ts", "line": 9, "tests": [] },
        ] }] }, { "specs": [{ "title": "pages", "ok": false, "file": "b.spec.ts", "line": 1, "tests": [] }] }] });
        assert_eq!(failures(&report), ["a.spec.ts:7 rows: Error: expect failed", "b.spec.ts:1 pages: "]);
        assert!(failures(&json!({})).is_empty());
    }
}
