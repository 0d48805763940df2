//! Every story's facts are in the records, and its chains can be followed.

use std::collections::{HashMap, HashSet};

use demo::{Demo, stories};
use serde_json::Value;

const NOW: i64 = 1_795_362_891_000; // 2026-11-22T15:54:51Z

fn records() -> Vec<String> {
    Demo::new(NOW).records().collect()
}

/// The events of one caller, by a text that its records hold, in order.
fn names(records: &[String], text: &str) -> Vec<String> {
    records
        .iter()
        .filter(|record| record.contains(text))
        .map(|record| {
            serde_json::from_str::<Value>(record).unwrap()["eventName"].as_str().unwrap().to_owned()
        })
        .collect()
}

#[test]
fn each_storys_facts_stand_together_in_one_record_whatever_the_seed() {
    for seed in 1..20 {
        let records: Vec<String> = Demo { seed, events: 0, ..Demo::new(NOW) }.records().collect();
        for story in stories() {
            let event = format!(r#""eventName":"{}""#, story.event);
            let told = |record: &&String| {
                record.contains(&event) && story.facts.iter().all(|(_, value)| record.contains(value))
            };
            assert!(records.iter().any(|record| told(&record)), "{}, seed {seed}", story.name);
        }
    }
}

#[test]
fn one_database_is_deleted_and_it_was_protected_before() {
    let records = records();
    let deletions = names(&records, r#""eventName":"DeleteDBInstance""#);
    assert_eq!(deletions.len(), 2, "one refused, one done");
    let last_day: Vec<String> = records
        .iter()
        .filter(|r| r.contains("205.251.233.48") && r.contains("cat-photos-prod"))
        .cloned()
        .collect();
    let chain = names(&last_day, "");
    let tail = &chain[chain.len() - 7..];
    assert_eq!(
        tail,
        [
            "DescribeDBSnapshots",
            "DeleteDBInstance",
            "ModifyDBInstance",
            "DescribeDBInstances",
            "DeleteDBInstance",
            "DeleteDBSnapshot",
            "DeleteDBSnapshot"
        ]
    );
    let deletion = records.iter().rfind(|r| r.contains(r#""eventName":"DeleteDBInstance""#)).unwrap();
    let time = serde_json::from_str::<Value>(deletion).unwrap()["eventTime"].as_str().unwrap().to_owned();
    assert!(time.as_str() > "2026-11-21T15:54:51Z", "within the last day: {time}");
}

#[test]
fn the_stolen_key_is_denied_often_before_it_starts_instances() {
    let records = records();
    let thief: Vec<String> =
        records.iter().filter(|record| record.contains(r#""192.0.2.222""#)).cloned().collect();
    let denied = thief.iter().filter(|r| r.contains("not authorized")).count();
    let started = thief.iter().filter(|r| r.contains("RunInstances") && !r.contains("errorCode")).count();
    assert!(denied >= 15 && started >= 1, "{denied} denied, {started} started");
    let elsewhere =
        records.iter().filter(|r| r.contains(r#""awsRegion":"ap-east-1""#) && !r.contains("192.0.2.222"));
    assert_eq!(elsewhere.count(), 0, "nobody else uses that region");
}

#[test]
fn a_chain_of_roles_can_be_followed_by_its_keys() {
    let records = records();
    let value = |text: &str| -> Value {
        let record = records.iter().rfind(|record| record.contains(text)).unwrap();
        serde_json::from_str(record).unwrap()
    };
    let mut link = value(r#""eventName":"PutBucketPolicy""#);
    let mut who = Vec::new();
    while let Some(key) = link["userIdentity"]["accessKeyId"].as_str() {
        who.push(link["userIdentity"]["arn"].as_str().unwrap().rsplit('/').next().unwrap().to_owned());
        let issued = format!(r#""credentials":{{"accessKeyId":"{key}""#);
        let record = records.iter().find(|record| record.contains(&issued)).unwrap();
        link = serde_json::from_str(record).unwrap();
    }
    assert_eq!(who, ["restore-test", "mina-debug", "mina@example.com"]);
    assert_eq!(link["userIdentity"]["type"], "SAMLUser");
}

#[test]
fn the_bucket_was_open_to_one_role_before_it_was_open_to_everyone() {
    let records = records();
    let written: Vec<Value> = records
        .iter()
        .filter(|record| record.contains(r#""eventName":"PutBucketPolicy""#))
        .map(|record| serde_json::from_str(record).unwrap())
        .filter(|record: &Value| record.get("errorCode").is_none())
        .collect();
    let [before, after] = &written[..] else { panic!("{} written", written.len()) };
    assert_eq!(before["resources"], after["resources"], "one bucket of one account");
    let policy = |record: &Value| record["requestParameters"]["bucketPolicy"]["Statement"].clone();
    assert_eq!(policy(before)[0]["Principal"]["AWS"], "arn:aws:iam::777788889999:role/backup-restore");
    assert_eq!(policy(after)[0]["Principal"], "*");
    assert_eq!(policy(before)[0]["Action"], policy(after)[0]["Action"]);
}

#[test]
fn a_change_in_the_console_is_followed_at_once_by_what_its_page_reads() {
    let records = records();
    let mut of_key: HashMap<String, Vec<(String, bool)>> = HashMap::new();
    for record in records.iter().filter(|r| r.contains(r#""sessionCredentialFromConsole":"true""#)) {
        let record: Value = serde_json::from_str(record).unwrap();
        let Some(key) = record["userIdentity"]["accessKeyId"].as_str() else { continue };
        let time = record["eventTime"].as_str().unwrap().to_owned();
        let read = record["readOnly"] == true && record.get("errorCode").is_none();
        of_key.entry(key.to_owned()).or_default().push((time, read));
    }
    let second =
        |time: &str| time[14..16].parse::<i64>().unwrap() * 60 + time[17..19].parse::<i64>().unwrap();
    let at_once = |one: &str, next: &str| one[..14] == next[..14] && second(next) - second(one) < 3;
    let loads_a_page = |first: &[(String, bool)]| {
        let [(start, read), rest @ ..] = first else { return false };
        !read && rest.len() == 2 && rest.iter().all(|(time, read)| *read && at_once(start, time))
    };
    let changes =
        of_key.values().flat_map(|calls| calls.windows(3)).filter(|calls| loads_a_page(calls)).count();
    assert!(changes >= 10, "{changes} changes");
}

#[test]
fn sessions_of_people_use_keys_that_a_record_shows_being_issued() {
    let records = records();
    let issued: HashSet<&str> = records
        .iter()
        .filter_map(|record| Some(&record.split_once(r#""credentials":{"accessKeyId":""#)?.1[..20]))
        .collect();
    let mut sessions = 0;
    for record in
        records.iter().filter(|r| r.contains("assumed-role/AWSReservedSSO_") && !r.contains("SAMLUser"))
    {
        let record: Value = serde_json::from_str(record).unwrap();
        let Some(key) = record["userIdentity"]["accessKeyId"].as_str() else { continue };
        assert_eq!(key.len(), 20, "{key}");
        assert!(issued.contains(key), "{key} comes from nowhere");
        sessions += 1;
    }
    assert!(sessions > 100);
}

#[test]
fn a_hundred_and_ten_events_share_one_second() {
    let records = records();
    let mut most = 0;
    let times: Vec<Value> = records
        .iter()
        .map(|record| serde_json::from_str::<Value>(record).unwrap()["eventTime"].clone())
        .collect();
    for same in times.chunk_by(|a, b| a == b) {
        most = most.max(same.len());
    }
    assert!((110..115).contains(&most), "{most}");
}
