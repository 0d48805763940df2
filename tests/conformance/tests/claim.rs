//! Claims: of all who come with an id, one is first.

use conformance::{all_pages, now, random, store};
use model::Query;
use store::Retention;

#[tokio::test]
async fn whoever_comes_later_gets_the_first_text() {
    let store = store(1, Retention::Forever, 512.0).await;
    assert_eq!(store.claim("a", "first", now()).await.unwrap(), "first");
    assert_eq!(store.claim("a", "second", now()).await.unwrap(), "first");
    assert_eq!(store.claim("b", "second", now()).await.unwrap(), "second");
}

#[tokio::test]
async fn of_many_at_once_one_is_first() {
    let store = store(1, Retention::Days(90), 512.0).await;
    let texts: Vec<String> = (0..20).map(|n| n.to_string()).collect();
    let claims = texts.iter().map(|text| store.claim("a", text, now()));
    let kept: Vec<String> = futures::future::try_join_all(claims).await.unwrap();
    assert!(kept.iter().all(|text| *text == kept[0]), "{kept:?}");
}

#[tokio::test]
async fn a_claim_is_no_event() {
    let store = store(1, Retention::Forever, 512.0).await;
    let events = random(7, 20);
    for event in &events {
        store.claim(&event.id, "claimed", event.time).await.unwrap();
    }
    assert_eq!(store.event(&events[0].id, now()).await.unwrap(), None);
    store.put(events.clone(), now()).await.unwrap();
    let everything: Query = "q=category:any&from=1970-01-01&to=9999-01-01".parse().unwrap();
    assert_eq!(all_pages(&store, &everything, now()).await.0.len(), 20);
    assert_eq!(store.claim(&events[0].id, "late", now()).await.unwrap(), "claimed");
}
