//! Control items: texts beside the events that no query meets.

use conformance::{all_pages, now, random, store};
use model::Query;
use store::Retention;

#[tokio::test]
async fn a_text_is_kept_under_its_name_until_it_is_removed() {
    let store = store(1, Retention::Forever, 512.0).await;
    assert_eq!(store.control("backfill#b/").await.unwrap(), None);
    store.set_control("backfill#b/", "one").await.unwrap();
    store.set_control("backfill#b/p", "another").await.unwrap();
    store.set_control("backfill#b/", "two").await.unwrap();
    assert_eq!(store.control("backfill#b/").await.unwrap().as_deref(), Some("two"));
    store.remove_control("backfill#b/").await.unwrap();
    store.remove_control("backfill#b/").await.unwrap();
    assert_eq!(store.control("backfill#b/").await.unwrap(), None);
    assert_eq!(store.control("backfill#b/p").await.unwrap().as_deref(), Some("another"));
}

#[tokio::test]
async fn no_query_meets_a_control_item() {
    let store = store(2, Retention::Forever, 512.0).await;
    let events = random(7, 20);
    store.put(events.clone(), now()).await.unwrap();
    // The name of an event that is there, and of one that is not.
    for name in [events[0].id.as_str(), "nothing"] {
        store.set_control(name, "{}").await.unwrap();
    }
    let everything: Query = "q=category:any&from=1970-01-01&to=9999-01-01".parse().unwrap();
    assert_eq!(all_pages(&store, &everything, now()).await.0.len(), 20);
    assert_eq!(store.event("nothing", now()).await.unwrap(), None);
    assert!(store.event(&events[0].id, now()).await.unwrap().is_some());
    let again = store.put(events, now()).await.unwrap();
    assert_eq!(again.write_units, 0.0);
}

#[tokio::test]
async fn a_list_has_a_text_under_each_name() {
    let store = store(1, Retention::Forever, 512.0).await;
    assert_eq!(store.entries("channels").await.unwrap(), []);
    assert_eq!(store.entry("channels", "b").await.unwrap(), None);
    for (name, text) in [("b", "first"), ("a", "2"), ("b", "1")] {
        store.set_entry("channels", name, text).await.unwrap();
    }
    store.set_entry("others", "c", "3").await.unwrap();
    let owned = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    assert_eq!(store.entries("channels").await.unwrap(), [owned("a", "2"), owned("b", "1")]);
    assert_eq!(store.entry("channels", "b").await.unwrap().as_deref(), Some("1"));
}
