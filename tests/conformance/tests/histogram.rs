//! Events over time: rolled or not, a histogram is what counting every event gives.

use conformance::{check_histogram, now, random, store};
use demo::Demo;
use model::{Event, Exactness, Histogram, Query, Timestamp};
use store::{Retention, Roll, Store};

/// Nine days of a made-up account.
fn generated() -> Vec<Event> {
    let demo = Demo { seed: 7, events: 2_000, now_millis: now().millis(), days: 9 };
    demo.records().map(|record| Event::from_record(&record).expect("a record")).collect()
}

async fn filled(events: &[Event]) -> Store {
    let store = store(1, Retention::Forever, 512.0).await;
    store.put(events.to_vec(), now()).await.unwrap();
    store
}

async fn histogram(store: &Store, text: &str, now: Timestamp) -> (Query, Histogram) {
    let query: Query = text.parse().unwrap_or_else(|e| panic!("{text}: {e:?}"));
    let histogram = store.histogram(&query, now).await.unwrap_or_else(|e| panic!("{text}: {e}"));
    (query, histogram)
}

/// Checks an answer and its exactness.
#[track_caller]
fn check((query, histogram): (Query, Histogram), events: &[Event], exactness: Exactness) -> Histogram {
    check_histogram(events, &query, &histogram);
    assert_eq!(histogram.exactness, exactness, "{query}: {:?}", histogram.cost);
    histogram
}

const QUERIES: [&str; 22] = [
    "",
    "from=-9d",
    "from=-8d&to=-30h",
    "from=-5d",
    "from=-3h&to=-61m",
    "from=-40m",
    "from=-10s",
    "q=category:any&from=-9d",
    "q=category:insight,activity&from=-9d",
    "q=-category:management&from=-9d",
    "q=outcome:denied&from=-9d",
    "q=outcome:denied,failed&from=-9d",
    "q=access:write&from=-9d",
    "q=event:AssumeRole&from=-9d",
    "q=event:AssumeRole,GetObject+category:any&from=-9d",
    "q=service:S3,kms+category:any&from=-9d",
    "q=region:US-EAST-1&from=-9d",
    "q=rtype:aws::s3::bucket&from=-9d",
    "q=error:AccessDenied&from=-9d",
    "q=-service:kms&from=-9d",
    "q=event:Delete*+access:write&from=-9d",
    "q=who:nobody&from=-9d",
];

#[tokio::test]
async fn rolled_or_not_a_histogram_is_exact() {
    let events = generated();
    let store = filled(&events).await;
    for rolled in [false, true] {
        for text in QUERIES {
            check(histogram(&store, text, now()).await, &events, Exactness::Exact);
        }
        if !rolled {
            let done = store.roll(Roll::Everything, now(), |_, _| {}).await.unwrap();
            assert!(done.hours > 100 && done.left == 0, "{done:?}");
        }
    }
}

#[tokio::test]
async fn every_frequent_value_of_every_key_is_exact() {
    let events = generated();
    let store = filled(&events).await;
    store.roll(Roll::Everything, now(), |_, _| {}).await.unwrap();
    use model::filter::{Filter, Key, Term};
    for key in [Key::Who, Key::Account, Key::Ip, Key::AccessKey, Key::Event, Key::Error, Key::ResourceType] {
        let mut values: Vec<&str> = events.iter().step_by(40).flat_map(|event| event.values(key)).collect();
        values.sort_unstable();
        values.dedup();
        assert!(!values.is_empty(), "{}", key.name());
        for value in values.into_iter().take(8) {
            let filter = Filter::new([Term::is(key, value)]);
            let query = Query { filter, .."from=-9d".parse().unwrap() };
            let histogram = store.histogram(&query, now()).await.unwrap();
            check((query, histogram), &events, Exactness::Exact);
        }
    }
}

/// Every oddity that a record can have: names without end, lists of addresses, ten resources.
#[tokio::test]
async fn the_corpus_is_counted_whole() {
    let events: Vec<Event> =
        corpus::cases().iter().filter_map(|case| Event::from_record(case.record).ok()).collect();
    let store = filled(&events).await;
    store.roll(Roll::Everything, now(), |_, _| {}).await.unwrap();
    for terms in ["", "+outcome:failed", "+access:write", "+service:iam", "+who:alana", "+region:us-east-1"] {
        let text = format!("q=category:any{terms}&from=2010-01-01&to=2200-01-01");
        check(histogram(&store, &text, now()).await, &events, Exactness::Exact);
    }
}

#[tokio::test]
async fn what_is_past_the_budget_is_said_to_be_more() {
    let events = random(3, 4_000);
    let store = filled(&events).await.with_read_budget(2.0);
    for text in ["from=-2h", "q=-who:bo&from=-2h"] {
        let (query, counted) = histogram(&store, text, now()).await;
        let counted = check((query, counted), &events, Exactness::AtLeast);
        // One answer's worth may come on top.
        assert!(counted.cost.read_units < 2.0 + 128.0, "{text}: {:?}", counted.cost);
    }
    store.roll(Roll::Everything, now(), |_, _| {}).await.unwrap();
    // Finding out what is rolled costs more; of the rest an engine may tell all in its first answer.
    check(histogram(&store.with_read_budget(0.4), "from=-2h", now()).await, &events, Exactness::AtLeast);
    check(histogram(&store.with_read_budget(9.0), "from=-2h", now()).await, &events, Exactness::Exact);
}

#[tokio::test]
async fn nothing_past_retention_is_counted_and_the_hour_it_cuts_is_counted_live() {
    let events = generated();
    let store = store(2, Retention::Days(5), 512.0).await;
    store.put(events.clone(), now()).await.unwrap();
    store.roll(Roll::Everything, now(), |_, _| {}).await.unwrap();
    for minutes in [0, 17, 600] {
        let later = now().plus_millis(minutes * 60_000);
        let horizon = Retention::Days(5).horizon(later);
        let kept: Vec<Event> = events.iter().filter(|event| event.time >= horizon).cloned().collect();
        check(histogram(&store, "from=-9d&q=category:any", later).await, &kept, Exactness::Exact);
    }
    let (_, gone) = histogram(&store, "from=-9d&to=-6d", now()).await;
    assert_eq!((gone.span, gone.buckets.len()), (None, 0));
}

#[tokio::test]
async fn events_named_by_their_ids_are_fetched() {
    let events = generated();
    let store = filled(&events).await;
    let text = format!("q=id:{},{},nothing&from=-9d", events[5].id, events[900].id);
    let counted = check(histogram(&store, &text, now()).await, &events, Exactness::Exact);
    assert_eq!(counted.cost.round_trips, 1);
}
