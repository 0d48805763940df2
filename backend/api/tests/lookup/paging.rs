//! Pages: nothing lost, nothing twice, whatever comes in meanwhile.

use super::*;

fn event(id: &str, time: &str, name: &str) -> Event {
    let record = format!(
        r#"{{"eventID":"{id}","eventTime":"{time}","eventName":"{name}","eventSource":"ec2.amazonaws.com"}}"#
    );
    Event::from_record(&record).unwrap()
}

/// Many in each second, so that order rests on the id.
fn many(count: usize) -> Vec<Event> {
    let at = |n: usize| format!("2026-11-22T14:{:02}:{:02}Z", n / 110 / 60, n / 110 % 60);
    (0..count).map(|n| event(&format!("id-{n:05}"), &at(n), ["StopX", "StartX"][n % 2])).collect()
}

#[tokio::test]
async fn a_thousand_events_in_pages_of_any_size() {
    let door = Door::with(many(1_100), Settings::default()).await;
    let mut expected: Vec<String> = (0..1_100).map(|n| format!("id-{n:05}")).collect();
    expected.reverse();
    for (size, pages) in [(50, 22), (49, 23), (7, 158)] {
        let (found, count) = door.all(json!({"MaxResults": size})).await;
        assert_eq!(ids(&found), expected);
        assert_eq!(count, pages, "of {size}");
    }
    let (found, _) = door.all(attributes(&[("EventName", "StopX"), ("ReadOnly", "false")])).await;
    assert_eq!(found.len(), 550);
}

#[tokio::test]
async fn what_comes_in_late_moves_no_page() {
    let door = Door::with(many(200), Settings::default()).await;
    let first: Value = serde_json::from_str(&door.ask(&json!({})).await.body).unwrap();
    // Newer than all, and older than the first page's.
    let late =
        vec![event("newest", "2026-11-22T15:59:59Z", "StopX"), event("zz", "2026-11-22T14:00:00Z", "StopX")];
    door.store.put(late, now()).await.unwrap();
    let (rest, _) = door.all(json!({"NextToken": first["NextToken"]})).await;
    let mut found = ids(first["Events"].as_array().unwrap());
    found.extend(ids(&rest));
    assert_eq!(found.len(), 201, "all that was there, and the late one that lies ahead");
    assert!(found.contains(&"zz") && !found.contains(&"newest"));
    assert_eq!(std::collections::BTreeSet::from_iter(&found).len(), 201, "none twice");
}

#[tokio::test]
async fn both_ends_of_a_range_belong_to_it() {
    let door = Door::with(many(500), Settings::default()).await;
    let second = |text: &str| text.parse::<Timestamp>().unwrap().millis() / 1_000;
    let (start, end) = (second("2026-11-22T14:00:01Z"), second("2026-11-22T14:00:02Z"));
    let (found, _) = door.all(json!({"StartTime": start, "EndTime": end})).await;
    assert_eq!(found.len(), 220);
    let (found, _) = door.all(json!({"StartTime": start, "EndTime": start})).await;
    assert_eq!(found.len(), 110);
    let (found, _) = door.all(json!({"StartTime": start as f64 + 0.5, "EndTime": end})).await;
    assert_eq!(found.len(), 110);
}
