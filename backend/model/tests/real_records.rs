//! Real records, and AWS's own answers about them. They are not part of the repository: where the folder
//! that holds them is absent, these tests say so and do nothing.

#![allow(clippy::print_stderr, reason = "a test that is skipped has to be seen")]

mod real;

use std::fs;
use std::path::Path;

use model::json::Json;
use model::{Access, Event, Timestamp};

/// (file, line) of every record.
fn records(folder: &Path) -> Vec<(String, String)> {
    let mut records = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if name.ends_with(".jsonl") && name != "lookup_truth.jsonl" {
            records.extend(
                fs::read_to_string(&path).unwrap().lines().map(|line| (name.clone(), line.to_owned())),
            );
        }
    }
    records
}

#[test]
fn every_record_is_kept_or_refused_with_a_sentence() {
    let Some(folder) = real::folder() else { return };
    let records = records(&folder);
    let mut refused = 0;
    for (file, record) in &records {
        match Event::from_record(record) {
            Ok(event) => assert_eq!(&*event.record, record),
            Err(why) => {
                refused += 1;
                assert!((20..300).contains(&why.to_string().len()), "{file}: {why}");
                assert!(!file.starts_with("invictus") && !file.starts_with("stratus"), "{file}: {why}");
            }
        }
    }
    eprintln!("{} records, {refused} of them refused", records.len());
    assert!(records.len() > 1_000 && refused * 50 < records.len());
}

#[test]
fn names_tell_reads_from_writes_as_records_do() {
    let Some(folder) = real::folder() else { return };
    let (mut agree, mut differ) = (0, Vec::new());
    for (_, record) in records(&folder) {
        let said = Json::parse(&record).ok().and_then(|json| json.get("readOnly")?.as_bool());
        let silent = record.replacen(r#""readOnly":true"#, r#""readOnly":null"#, 1);
        let silent = silent.replacen(r#""readOnly":false"#, r#""readOnly":null"#, 1);
        let (Some(said), Ok(event)) = (said, Event::from_record(&silent)) else { continue };
        if said == (event.access == Access::Read) {
            agree += 1;
        } else {
            differ.push(event.name);
        }
    }
    eprintln!("{agree} agree, {} do not: {differ:?}", differ.len());
    assert!(agree > 1_000 && differ.len() * 200 < agree, "{differ:?}");
}

#[test]
fn rows_are_those_of_lookup_events() {
    let Some(folder) = real::folder() else { return };
    let mut compared = 0;
    for line in fs::read_to_string(folder.join("lookup_truth.jsonl")).unwrap().lines() {
        let line = Json::parse(line).unwrap();
        let row = line.get("lookup").unwrap();
        let event = Event::from_record(line.get("record").unwrap().text()).unwrap();
        let text = |key: &str| row.get(key).and_then(Json::scalar_text).map(|text| text.into_owned());
        assert_eq!(text("EventId").as_ref(), Some(&event.id));
        assert_eq!(text("EventName").as_ref(), Some(&event.name));
        assert_eq!(text("EventSource").as_ref(), Some(&event.source));
        assert_eq!(text("EventTime").unwrap().parse::<Timestamp>(), Ok(event.time));
        assert_eq!(text("Username"), event.identity.user_name);
        assert_eq!(text("AccessKeyId"), event.access_key);
        assert_eq!(text("ReadOnly").unwrap(), (event.access == Access::Read).to_string());

        let theirs = row.get("Resources").unwrap().items();
        // What is marked `derived` is ours alone: no client of AWS is shown it.
        let ours: Vec<_> = event.resources.iter().filter(|resource| !resource.derived).collect();
        assert_eq!(theirs.len(), ours.len(), "{}: {:?}", event.name, event.resources);
        for (theirs, ours) in theirs.iter().zip(ours) {
            let text = |key: &str| theirs.get(key).and_then(Json::as_str).map(|text| text.into_owned());
            assert_eq!(text("ResourceType"), ours.kind, "{}", event.name);
            let (theirs, ours) = (text("ResourceName").unwrap(), ours.name.clone().unwrap());
            // Whoever anonymised the records dropped a digit of one VPC's id: in the record of
            // CreateSecurityGroup, not in the row.
            let digit_dropped = event.name == "CreateSecurityGroup" && ours.starts_with("vpc-");
            assert!(theirs == ours || (digit_dropped && theirs.starts_with(&ours)), "{}: {ours}", event.name);
        }
        compared += 1;
        assert!(!event.resources.iter().any(|r| r.derived), "{}", event.name);
    }
    eprintln!("{compared} rows compared");
    assert!(compared > 0);
}

#[test]
fn most_writes_name_what_they_were_done_to() {
    let Some(folder) = real::folder() else { return };
    let (mut named, mut nameless) = (0, Vec::new());
    for (_, record) in records(&folder) {
        let Ok(event) = Event::from_record(&record) else { continue };
        if event.access == Access::Read || event.error_code.is_some() {
            continue;
        }
        if event.resources.iter().any(|resource| !resource.derived) {
            named += 1;
        } else {
            nameless.push(format!("{} {}", event.source, event.name));
        }
    }
    nameless.sort_unstable();
    eprintln!("{named} writes name something, {} do not: {nameless:?}", nameless.len());
    // Of those that do not, a third is people signing in.
    assert!(named > 400 && nameless.len() * 8 < named, "{nameless:?}");
}
