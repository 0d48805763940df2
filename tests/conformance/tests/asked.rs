//! What was asked of the console, until it is an event: counted once, whatever dies or comes between.

use conformance::{now, store};
use futures::future::join_all;
use model::{Event, Source, Timestamp};
use store::{Delivery, Pending, Retention, Store};

async fn kept() -> Store {
    store(1, Retention::Days(90), 512.0).await
}

/// What waits, by what was asked and how often.
fn told(pending: &[Pending]) -> Vec<(&str, u64)> {
    let mut told: Vec<_> = pending.iter().map(|p| (p.text.as_str(), p.times)).collect();
    told.sort();
    told
}

#[tokio::test]
async fn a_question_asked_again_is_one_and_costs_a_write_unit_each_time() {
    let store = kept().await;
    let text = "x".repeat(600);
    let later = |n: i64| now().plus_millis(n * 1_000);
    let asked = join_all((0..20).map(|n| store.ask(&text, later(n)))).await;
    assert!(asked.into_iter().all(|units| units.unwrap() == 1.0));
    assert_eq!(store.ask("other", later(30)).await.unwrap(), 1.0);
    let pending = store.pending(100).await.unwrap();
    assert_eq!(told(&pending), [("other", 1), (text.as_str(), 20)]);
    let first = pending.iter().find(|p| p.times == 20).unwrap();
    assert!((now()..=later(19)).contains(&first.time));
}

#[tokio::test]
async fn what_was_sealed_stands_still_and_what_came_after_is_another_event() {
    let store = kept().await;
    store.ask("a", now()).await.unwrap();
    let [sealed] = &store.pending(100).await.unwrap()[..] else { panic!("one") };
    // The roller dies here, and the same is asked again.
    store.ask("a", now().plus_millis(5_000)).await.unwrap();
    let again = store.pending(100).await.unwrap();
    assert_eq!(std::slice::from_ref(sealed), again, "the next makes the same event again");
    store.settle(sealed).await.unwrap();
    let [rest] = &store.pending(100).await.unwrap()[..] else { panic!("one") };
    assert_eq!((rest.text.as_str(), rest.times, rest.time), ("a", 1, now().plus_millis(5_000)));
    assert_ne!(rest.id, sealed.id);
    store.settle(rest).await.unwrap();
    assert!(store.pending(100).await.unwrap().is_empty());
}

#[tokio::test]
async fn of_two_rollers_the_slower_takes_nothing_away() {
    let store = kept().await;
    store.ask("a", now()).await.unwrap();
    let [one, other] = join_all([store.pending(100), store.pending(100)]).await.try_into().unwrap();
    let (one, other) = (one.unwrap(), other.unwrap());
    assert_eq!(one, other);
    store.settle(&one[0]).await.unwrap();
    // Asked between the one's end and the other's.
    store.ask("a", now()).await.unwrap();
    store.settle(&other[0]).await.unwrap();
    let rest = store.pending(100).await.unwrap();
    assert_eq!(told(&rest), [("a", 1)]);
    assert_ne!(rest[0].id, one[0].id);
}

/// Many ask while rollers come and go: every question is in exactly one event.
#[tokio::test]
async fn nothing_is_lost_and_nothing_doubled_while_rolling() {
    let store = kept().await;
    let asking = join_all((0..60).map(|n| {
        let store = &store;
        async move { store.ask(["a", "b", "c"][n % 3], now()).await.unwrap() }
    }));
    let rolling = async {
        let mut done = Vec::new();
        for _ in 0..10 {
            for pending in store.pending(100).await.unwrap() {
                store.settle(&pending).await.unwrap();
                done.push(pending);
            }
            tokio::task::yield_now().await;
        }
        done
    };
    let (_, mut done) = futures::future::join(asking, rolling).await;
    done.extend(store.pending(100).await.unwrap());
    done.sort_by_key(|pending| pending.id);
    done.dedup();
    assert_eq!(done.iter().map(|pending| pending.times).sum::<u64>(), 60);
}

#[tokio::test]
async fn no_search_and_no_status_meets_it() {
    let store = kept().await;
    store.ask("a", now()).await.unwrap();
    let query = "q=category:any&from=-90d".parse().unwrap();
    assert!(store.page(&query, now()).await.unwrap().rows.is_empty());
    assert!(store.status(None, now()).await.unwrap().streams.is_empty());
}

/// Forty questions, as events; then one of an application that is older than all of them.
#[tokio::test]
async fn asking_makes_no_table_look_full_and_no_feed_alive() {
    let store = kept().await;
    let event = |id: &str, source: &str, time: Timestamp| {
        let record = format!(
            r#"{{"eventID":"{id}","eventTime":"{time}","eventName":"SearchEvents","eventSource":"{source}","eventCategory":"ActivityAuditLog"}}"#
        );
        Event::from_record(&record).unwrap()
    };
    let asked = (0..40).map(|n| event(&format!("own-{n}"), model::asked::SOURCE, now().plus_millis(n)));
    store.put(asked.collect(), now()).await.unwrap();
    assert_eq!(store.newest(now()).await.unwrap(), None);

    let old = now().plus_millis(-86_400_000);
    let shops = event("shop", "shop.example.com", old);
    let mut delivery = Delivery::at("111122223333", "us-east-1", Source::Activity, old);
    delivery.add(&shops.id, old);
    store.put(vec![shops], now()).await.unwrap();
    store.note(&delivery, now()).await.unwrap();
    assert_eq!(store.newest(now()).await.unwrap(), Some(old));

    let managed = now().plus_millis(-3_600_000);
    let record =
        event("managed", "s3.amazonaws.com", managed).record.replace("ActivityAuditLog", "Management");
    store.put(vec![Event::from_record(&record).unwrap()], now()).await.unwrap();
    assert_eq!(store.newest(now()).await.unwrap(), Some(managed));
}
