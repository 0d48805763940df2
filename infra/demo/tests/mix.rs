//! The mix of the demo's events resembles that of real management logs, because budgets are tested on it.

use std::{collections::HashSet, sync::LazyLock};

use demo::Demo;
use serde_json::Value;

const NOW: i64 = 1_795_362_891_000; // 2026-11-22T15:54:51Z

fn demo(events: usize) -> Vec<String> {
    Demo { events, ..Demo::new(NOW) }.records().collect()
}

/// Twenty thousand records, parsed once for all tests.
static PARSED: LazyLock<Vec<Value>> =
    LazyLock::new(|| demo(20_000).iter().map(|record| serde_json::from_str(record).unwrap()).collect());

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_seed_others() {
    assert_eq!(demo(2_000), demo(2_000));
    let other: Vec<String> = Demo { seed: 2, events: 2_000, ..Demo::new(NOW) }.records().collect();
    assert_ne!(demo(2_000), other);
}

#[test]
fn the_count_is_exact_and_the_stories_are_its_least() {
    for events in [1_000, 5_000, 12_345] {
        assert_eq!(demo(events).len(), events);
    }
    let least = demo(0).len();
    assert!((150..250).contains(&least), "{least}");
    assert_eq!(Demo { days: 0, events: 500, ..Demo::new(NOW) }.records().count(), 500);
}

#[test]
fn ids_are_distinct_times_ascend_and_lie_within_the_days_asked_for() {
    let records = &*PARSED;
    let ids: HashSet<&str> = records.iter().map(|record| record["eventID"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), 20_000);
    let times: Vec<&str> = records.iter().map(|record| record["eventTime"].as_str().unwrap()).collect();
    assert!(times.is_sorted());
    assert!(times[0] >= "2026-08-24T15:54:51Z" && times[times.len() - 1] <= "2026-11-22T15:54:51Z");
}

#[test]
fn sizes_are_those_of_real_records() {
    // Real, compact: p50 1,562, p90 1,845, p99 2,434, max 66,385.
    let mut sizes: Vec<usize> = demo(50_000).iter().map(String::len).collect();
    sizes.sort_unstable();
    let at = |percent: usize| sizes[sizes.len() * percent / 100];
    assert!((1_450..1_650).contains(&at(50)), "p50 {}", at(50));
    assert!((1_750..1_950).contains(&at(90)), "p90 {}", at(90));
    assert!((2_200..2_700).contains(&at(99)), "p99 {}", at(99));
    let max = sizes[sizes.len() - 1];
    assert!((40_000..70_000).contains(&max), "max {max}");
}

#[test]
fn shares_are_those_of_real_logs() {
    let records = &*PARSED;
    let percent =
        |of: fn(&Value) -> bool| records.iter().filter(|record| of(record)).count() * 100 / records.len();
    let shares = [
        ("writes", percent(|r| r["readOnly"] == false), 12..30),
        ("errors", percent(|r| r.get("errorCode").is_some()), 2..8),
        ("with an access key", percent(|r| r["userIdentity"]["accessKeyId"].is_string()), 60..85),
        ("with resources", percent(|r| r.get("resources").is_some()), 25..45),
        ("assumed roles", percent(|r| r["userIdentity"]["type"] == "AssumedRole"), 65..90),
        ("by AWS services", percent(|r| r["userIdentity"]["type"] == "AWSService"), 10..25),
        ("management", percent(|r| r["eventCategory"] == "Management"), 90..99),
        (
            "in two regions",
            percent(|r| ["us-west-2", "us-east-1"].iter().any(|x| r["awsRegion"] == *x)),
            90..100,
        ),
    ];
    for (name, share, bounds) in shares {
        assert!(bounds.contains(&share), "{name}: {share} %");
    }
}

#[test]
fn there_is_something_of_every_kind() {
    let records = &*PARSED;
    let apis: HashSet<String> =
        records.iter().map(|r| format!("{}{}", r["eventSource"], r["eventName"])).collect();
    assert!(apis.len() >= 100, "{} APIs", apis.len());
    for (pointer, values) in [
        ("/eventCategory", &["Management", "Data", "NetworkActivity", "Insight", "ActivityAuditLog"][..]),
        ("/eventType", &["AwsApiCall", "AwsConsoleSignIn", "AwsServiceEvent", "AwsVpceEvents"]),
        (
            "/userIdentity/type",
            &["IAMUser", "Root", "SAMLUser", "WebIdentityUser", "AWSAccount", "IdentityCenterUser"],
        ),
        ("/recipientAccountId", &["111122223333", "444455556666", "777788889999"]),
        ("/errorCode", &["AccessDenied", "ThrottlingException", "NoSuchEntityException", "VpceAccessDenied"]),
    ] {
        for value in values {
            let found = records.iter().any(|r| r.pointer(pointer).is_some_and(|found| found == value));
            assert!(found, "no {value} at {pointer}");
        }
    }
}

#[test]
fn no_hole_is_left_open() {
    for record in demo(20_000) {
        let text = record.replace("\"Principal\":\"*\"", "");
        assert!(!text.contains('$'), "{record}");
        for open in
            ["\"keypair\"", "\"groupname\"", "\"change\"", "\"rolename\"", "\"newuser\"", "\"dbsnapshot\""]
        {
            assert!(!text.contains(open), "{open} in {record}");
        }
    }
}

#[test]
fn nights_and_weekends_are_quiet() {
    let records = demo(50_000);
    let in_hour = |hour: &str| {
        records.iter().filter(|r| r.contains(&format!("T{hour}:")) && r.contains("SAMLUser")).count()
    };
    assert!(in_hour("16") > 5 * (in_hour("03") + in_hour("04")), "{} {}", in_hour("16"), in_hour("03"));
    let on = |day: &str| {
        records.iter().filter(|record| record.contains(&format!(r#""eventTime":"{day}"#))).count()
    };
    let (friday, saturday) = (on("2026-11-13"), on("2026-11-14"));
    assert!(friday * 10 > saturday * 13, "{friday} {saturday}");
}
