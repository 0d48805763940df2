//! `GET /api/events.csv`, `.json` and `.ndjson`

use aws_sdk_dynamodb::primitives::Blob;
use aws_sdk_dynamodb::types::AttributeValue;
use emulator::Emulator;
use model::{Event, Page, Problem};
use store::{Config, Retention, Store};

use crate::{Api, events, now};

const EVERYTHING: &str = "q=category:any&from=2010-01-01&to=2200-01-01&sort=time";

/// The corpus in the order of `EVERYTHING`.
fn sorted() -> Vec<Event> {
    let mut events = events();
    events.sort_by(|a, b| (a.time, &a.id).cmp(&(b.time, &b.id)));
    events
}

#[tokio::test]
async fn json_holds_every_record_byte_for_byte() {
    let answer = Api::with_corpus().await.get(&format!("/api/events.json?{EVERYTHING}")).await;
    let records: Vec<String> = sorted().iter().map(|event| event.record.to_string()).collect();
    assert_eq!(answer.text(), format!("{{\"Records\":[{}]}}\n", records.join(",\n")));
    assert_eq!(answer.header("content-type"), "application/json");
}

#[tokio::test]
async fn ndjson_holds_a_record_per_line() {
    let answer = Api::with_corpus().await.get(&format!("/api/events.ndjson?{EVERYTHING}")).await;
    let lines: Vec<String> = sorted().iter().map(|e| e.record.replace(['\n', '\r'], " ")).collect();
    assert_eq!(answer.text().lines().collect::<Vec<_>>(), lines);
}

#[tokio::test]
async fn csv_is_safe_to_open() {
    let answer = Api::with_corpus().await.get(&format!("/api/events.csv?{EVERYTHING}")).await;
    let mut reader = csv::Reader::from_reader(&*answer.body);
    assert_eq!(&reader.headers().unwrap()[0], "User name");
    let lines: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(lines.len(), events().len());
    for (line, event) in lines.iter().zip(sorted()) {
        assert_eq!(&line[11], event.id);
        assert!(line.iter().all(|field| !field.starts_with(['=', '+', '-', '@', '\t', '\r'])), "{line:?}");
    }
}

#[tokio::test]
async fn a_csv_has_the_columns_that_were_asked_for() {
    let api = Api::with_corpus().await;
    let answer = api.get(&format!("/api/events.csv?{EVERYTHING}&cols=id,lag,@eventID")).await;
    let mut reader = csv::Reader::from_reader(&*answer.body);
    assert_eq!(reader.headers().unwrap(), vec!["Event ID", "Lag (s)", "'@eventID"]);
    let lines: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    for (line, event) in lines.iter().zip(sorted()) {
        let lag = (now().millis() - event.time.millis()).max(0) / 1_000;
        assert_eq!(line, vec![event.id.clone(), lag.to_string(), event.id]);
    }
    assert_eq!(lines.len(), events().len());

    let plain = api.get(&format!("/api/events.json?{EVERYTHING}")).await;
    let with = api.get(&format!("/api/events.json?{EVERYTHING}&cols=id")).await;
    assert_eq!(plain.body, with.body, "evidence has no columns");
}

#[tokio::test]
async fn a_download_of_a_page_is_that_page() {
    let api = Api::with_corpus().await;
    let first: Page = api.get(&format!("/api/events?{EVERYTHING}&size=7")).await.json();
    let asked = format!("{EVERYTHING}&size=7&at={}", first.next.unwrap());
    let page: Page = api.get(&format!("/api/events?{asked}")).await.json();
    let answer = api.get(&format!("/api/events.ndjson?{asked}&page=1")).await;
    let ids: Vec<String> = answer.text().lines().map(|l| Event::from_record(l).unwrap().id).collect();
    assert_eq!(ids, page.rows.iter().map(|row| row.id.clone()).collect::<Vec<_>>());
    assert_eq!(ids.len(), 7);

    let name = |answer: &crate::Answer| answer.header("content-disposition").to_owned();
    let of_first = api.get(&format!("/api/events.ndjson?{EVERYTHING}&size=7&page=1")).await;
    assert_ne!(name(&answer), name(&of_first), "two pages don't share a name");
    let lost = api.get(&format!("/api/events.csv?{EVERYTHING}&at=AAAA&page=1")).await;
    assert_eq!((lost.status.as_u16(), &*lost.json::<Problem>().code), (400, "badCursor"));
}

#[tokio::test]
async fn a_file_is_named_for_what_was_asked() {
    let api = Api::with_corpus().await;
    let name = |answer: &crate::Answer| answer.header("content-disposition").to_owned();
    let one = name(&api.get("/api/events.csv?from=2023-07-01&to=2023-08-01").await);
    let prefix = "attachment; filename=\"whodunit_events_20230701T000000Z_20230801T000000Z_";
    assert!(one.starts_with(prefix) && one.ends_with(".csv\"") && one.len() == prefix.len() + 13, "{one}");
    let other = name(&api.get("/api/events.csv?from=2023-07-01&to=2023-08-01&q=access:write").await);
    assert_ne!(one, other);
}

#[tokio::test]
async fn a_question_that_cannot_be_answered_is_not_a_download() {
    let answer = Api::with_corpus().await.get("/api/events.csv?q=nosuchkey:1").await;
    assert_eq!((answer.status.as_u16(), &*answer.json::<Problem>().code), (400, "badQuery"));
    let answer = Api::broken().get("/api/events.json").await;
    assert_eq!((answer.status.as_u16(), &*answer.json::<Problem>().code), (503, "unreachable"));
}

#[tokio::test]
async fn a_download_that_fails_on_the_way_does_not_end_as_if_it_were_whole() {
    let emulator = Emulator::memory().unwrap();
    let config = Config { retention: Retention::Forever, ..Config::default() };
    let store = Store::new(emulator.client(), config.clone());
    store.create_table().await.unwrap();
    store.put(events(), now()).await.unwrap();
    spoil(&emulator, &config.table, &sorted().last().unwrap().id).await;
    let api = Api { router: api::router(store.clone(), now), store };

    let response = api.answer("GET", &format!("/api/events.json?{EVERYTHING}")).await;
    assert_eq!(response.status(), 200, "what comes first is fine");
    assert!(axum::body::to_bytes(response.into_body(), usize::MAX).await.is_err());
}

/// Makes the stored record of the event `id` unreadable.
async fn spoil(emulator: &Emulator, table: &str, id: &str) {
    let client = emulator.client();
    let items = client.scan().table_name(table).send().await.unwrap().items.unwrap_or_default();
    let holds = |value: &AttributeValue| value.as_s().is_ok_and(|text| text.contains(id));
    for mut item in items.into_iter().filter(|item| item.values().any(holds)) {
        for value in item.values_mut().filter(|value| value.is_b()) {
            *value = AttributeValue::B(Blob::new(b"junk".as_slice()));
        }
        client.put_item().table_name(table).set_item(Some(item)).send().await.unwrap();
    }
}
