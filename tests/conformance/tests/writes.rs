//! Storing: once, whole, and as long as promised.

use conformance::{all_pages, ids, now, random, store};
use model::{Event, Query};
use store::{PutOutcome, Retention};

fn event(id: &str, time: &str, more: &str) -> Event {
    Event::from_record(&format!(
        r#"{{"eventVersion":"1.11","userIdentity":{{"type":"IAMUser","userName":"alana"}},"eventTime":"{time}","eventSource":"rds.amazonaws.com","eventName":"DeleteDBInstance","awsRegion":"us-west-2","eventID":"{id}","readOnly":false{more}}}"#
    ))
    .unwrap()
}

fn everything() -> Query {
    "q=category:any&from=1970-01-01&to=9999-01-01".parse().unwrap()
}

#[tokio::test]
async fn an_event_delivered_again_is_there_once_and_costs_no_write() {
    let store = store(1, Retention::Forever, 512.0).await;
    let events = random(1, 60);
    let first = store.put(events.clone(), now()).await.unwrap();
    assert!(first.outcomes.iter().all(|o| *o == PutOutcome::Stored));
    assert!(first.write_units > 60.0);
    let again = store.put(events.clone(), now()).await.unwrap();
    assert!(again.outcomes.iter().all(|o| *o == PutOutcome::Duplicate));
    assert_eq!(again.write_units, 0.0);
    let (rows, _) = all_pages(&store, &everything(), now()).await;
    assert_eq!(rows.len(), 60);
}

#[tokio::test]
async fn the_same_id_with_other_content_is_reported_and_the_first_is_kept() {
    let store = store(1, Retention::Forever, 512.0).await;
    let time = "2026-11-22T13:00:00Z";
    let first = event("id-1", time, "");
    // In one call, and with another time: the id alone is the identity.
    let later = event("id-1", "2026-11-22T13:30:00Z", "");
    let put = store.put(vec![first.clone(), first.clone(), later.clone()], now()).await.unwrap();
    assert_eq!(put.outcomes, [PutOutcome::Stored, PutOutcome::Duplicate, PutOutcome::Conflict]);
    let spaced = Event::from_record(&first.record.replace("\":\"", "\": \"")).unwrap();
    assert_ne!(spaced.record, first.record);
    let put = store.put(vec![later, spaced], now()).await.unwrap();
    assert_eq!(put.outcomes, [PutOutcome::Conflict, PutOutcome::Duplicate]);
    let kept = store.event("id-1", now()).await.unwrap().unwrap();
    assert_eq!(kept.record, *first.record);
}

#[tokio::test]
async fn the_record_comes_back_byte_for_byte_whatever_its_size() {
    let store = store(1, Retention::Forever, 512.0).await;
    let mut noise = fastrand::Rng::with_seed(1);
    let hex: String = (0..1_500_000).map(|_| char::from(b"0123456789abcdef"[noise.usize(0..16)])).collect();
    let time = "2026-11-22T13:00:00Z";
    let large = event("large", time, &format!(r#","requestParameters":{{"payload":"{hex}"}}"#));
    let odd = event(
        "odd",
        time,
        ",\n\t\"requestParameters\" : {\"n\":1.0, \"n\":12345678901234567890, \"s\":\"\\ud800\"}  ",
    );
    store.put(vec![large.clone(), odd.clone()], now()).await.unwrap();
    for event in [&large, &odd] {
        let detail = store.event(&event.id, now()).await.unwrap().unwrap();
        assert!(detail.record == *event.record, "{}", event.id);
        assert_eq!(detail.received, Some(now()));
    }
    // In a page, too, where the row alone cannot tell.
    let query: Query = format!("q={}&from=-24h", &hex[hex.len() - 40..]).parse().unwrap();
    let (rows, _) = all_pages(&store, &query, now()).await;
    assert_eq!(ids(&rows), ["large"]);
}

#[tokio::test]
async fn every_record_of_the_corpus_comes_back_byte_for_byte() {
    let store = store(1, Retention::Forever, 512.0).await;
    let events: Vec<Event> =
        corpus::cases().iter().filter_map(|c| Event::from_record(c.record).ok()).collect();
    assert!(events.len() > 200);
    let put = store.put(events.clone(), now()).await.unwrap();
    for (event, outcome) in events.iter().zip(put.outcomes) {
        assert_eq!(outcome, PutOutcome::Stored, "{}", event.id);
        let detail = store.event(&event.id, now()).await.unwrap().unwrap();
        assert!(detail.record == *event.record, "{}", event.id);
    }
    let (rows, _) = all_pages(&store, &everything(), now()).await;
    assert_eq!(rows, conformance::expected(&events, &everything(), model::Span::ALL));
}

#[tokio::test]
async fn what_is_past_retention_is_neither_stored_nor_shown() {
    let store = store(1, Retention::Days(1), 512.0).await;
    let old = event("old", "2026-11-21T13:59:59Z", "");
    let young = event("young", "2026-11-21T14:00:00Z", "");
    let put = store.put(vec![old, young], now()).await.unwrap();
    assert_eq!(put.outcomes, [PutOutcome::Expired, PutOutcome::Stored]);
    let (rows, _) = all_pages(&store, &everything(), now()).await;
    assert_eq!(ids(&rows), ["young"]);
    // A second later it is past retention, though nothing has deleted it.
    let later = now().plus_millis(1_000);
    assert_eq!(all_pages(&store, &everything(), later).await.0, []);
    assert_eq!(store.event("young", later).await.unwrap(), None);
    assert_eq!(store.newest(later).await.unwrap(), None);
    let by_id: Query = "q=id:young&from=-90d".parse().unwrap();
    assert_eq!(all_pages(&store, &by_id, later).await.0, []);
    assert_eq!(all_pages(&store, &by_id, now()).await.0.len(), 1);
}

#[tokio::test]
async fn events_that_arrive_between_pages_neither_shift_nor_repeat_the_rows() {
    let store = store(1, Retention::Forever, 512.0).await;
    let burst: Vec<Event> =
        (0..110).map(|n| event(&format!("a-{n:03}"), "2026-11-22T13:00:00Z", "")).collect();
    store.put(burst.clone(), now()).await.unwrap();
    let mut query: Query = "from=-24h&size=25".parse().unwrap();
    let first = store.page(&query, now()).await.unwrap();
    // Newer ones, and older ones of the very same second.
    let newer = event("b-000", "2026-11-22T13:00:01Z", "");
    let older = event("A-000", "2026-11-22T13:00:00Z", "");
    store.put(vec![newer, older], now()).await.unwrap();
    query.at = first.next.clone();
    let mut rows = first.rows;
    rows.extend(all_pages(&store, &query, now().plus_millis(60_000)).await.0);
    let mut wanted: Vec<String> = (0..110).rev().map(|n| format!("a-{n:03}")).collect();
    wanted.push("A-000".to_owned());
    assert_eq!(ids(&rows), wanted);
}

#[tokio::test]
async fn the_newest_event_is_of_any_category() {
    let store = store(2, Retention::Forever, 512.0).await;
    assert_eq!(store.newest(now()).await.unwrap(), None);
    let data = event("d", "2026-11-22T13:00:00Z", r#","eventCategory":"Data""#);
    let management = event("m", "2026-11-22T12:00:00Z", "");
    store.put(vec![data.clone(), management], now()).await.unwrap();
    assert_eq!(store.newest(now()).await.unwrap(), Some(data.time));
}
