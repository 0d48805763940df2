//! The download of everything: the same events as all pages, whole and in order.

use conformance::{expected, now, random, store};
use futures::TryStreamExt;
use model::{Event, Query, Summary};
use store::{Retention, Stored};

#[tokio::test]
async fn an_export_is_every_match_in_order_with_its_record() {
    let events = random(3, 350);
    let store = store(2, Retention::Forever, 1.0).await;
    store.put(events.clone(), now()).await.unwrap();
    for text in [
        "q=category:any&from=-24h",
        "q=who:alana&from=-24h&sort=time&size=1",
        "q=boto3&from=-24h",
        "from=-1h",
    ] {
        let query: Query = text.parse().unwrap();
        let chunks: Vec<Vec<Stored>> = store.export(query.clone(), now()).try_collect().await.unwrap();
        let exported = chunks.into_iter().flatten().map(|stored| stored.event);
        let exported: Vec<Event> = exported.collect();
        let rows: Vec<Summary> = exported.iter().map(Summary::of).collect();
        assert_eq!(rows, expected(&events, &query, query.range.resolve(now()).unwrap()), "{text}");
        assert!(exported.iter().all(|e| events.contains(e)), "{text}");
    }
}
