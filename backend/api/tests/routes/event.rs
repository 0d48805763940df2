//! `GET /api/events/{id}`

use model::{Detail, Event, Problem};
use store::Retention;

use crate::{Api, events, now};

#[tokio::test]
async fn every_event_comes_back_with_its_record_byte_for_byte() {
    let api = Api::with_corpus().await;
    for event in events() {
        let id: String = event.id.bytes().map(|byte| format!("%{byte:02X}")).collect();
        let answer = api.get(&format!("/api/events/{id}")).await;
        assert_eq!(answer.status, 200, "{}", event.id);
        assert_eq!(answer.json::<Detail>(), Detail::of(&event, Some(now())), "{}", event.id);
    }
}

#[tokio::test]
async fn an_unknown_event_is_not_found() {
    let api = Api::with_corpus().await;
    for id in ["nope", "%00", "%F0%9F%90%B1", &"x".repeat(5_000)] {
        let answer = api.get(&format!("/api/events/{id}")).await;
        assert_eq!((answer.status.as_u16(), &*answer.json::<Problem>().code), (404, "notFound"), "{id}");
    }
}

#[tokio::test]
async fn an_event_past_retention_is_not_found() {
    let fresh = corpus::cases()[0].record;
    let event = Event::from_record(fresh).unwrap();
    let days = u32::try_from((now().millis() - event.time.millis()) / 86_400_000).unwrap();
    for (days, status) in [(days + 1, 200), (days, 404)] {
        let api = Api::with(vec![event.clone()], Retention::Days(days)).await;
        assert_eq!(api.get(&format!("/api/events/{}", event.id)).await.status, status, "{days} days");
    }
}
