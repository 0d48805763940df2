//! What arrived: noted once, bounded, and told within a known cost.

use conformance::{now, random, store, store_over};
use emulator::Emulator;
use model::status::HOUR;
use model::{Coverage, Filter, Gap, NotCollected, Source, Span, Timestamp};
use store::{Delivery, Retention, Store};

const ACCOUNT: &str = "111122223333";

/// A log file of five minutes that ends `minutes` before now.
fn file(region: &str, minutes: i64) -> Delivery {
    let newest = now().plus_millis(-minutes * 60_000);
    let mut file = Delivery::at(ACCOUNT, region, Source::LogFiles, newest);
    file.add(&format!("{region}-{minutes}-a"), newest);
    file.add(&format!("{region}-{minutes}-b"), newest.plus_millis(-1).max(file.half));
    file
}

async fn kept(days: u32) -> Store {
    store(1, Retention::Days(days), 512.0).await
}

#[tokio::test]
async fn what_comes_again_is_counted_as_that_and_nothing_else() {
    let store = kept(90).await;
    let file = file("us-east-1", 30);
    let first = store.note(&file, now()).await.unwrap();
    // The stream's name in the directory, once, and the file.
    assert_eq!((first.again, first.write_units), (false, 2.0));
    for _ in 0..3 {
        let again = store.note(&file, now().plus_millis(1_000)).await.unwrap();
        assert_eq!((again.again, again.write_units), (true, 2.0));
    }
    let status = store.status(None, now()).await.unwrap();
    let [stream] = &status.streams[..] else { panic!("{status:?}") };
    assert_eq!((stream.files, stream.events, stream.rejected, stream.redelivered), (1, 2, 0, 3));
    assert_eq!(
        (stream.last_event, stream.lag, stream.last_received),
        (file.newest, Some(1_800), Some(now()))
    );
    assert_eq!((&*stream.account, &*stream.region, stream.source), (ACCOUNT, "us-east-1", Source::LogFiles));
    assert!(!stream.approximate);
}

#[tokio::test]
async fn files_in_any_order_and_at_once_give_the_same_sums_and_the_newest_event() {
    let store = kept(90).await;
    let mut files: Vec<Delivery> = (0..100).map(|n| file("us-east-1", 60 + n * 5)).collect();
    fastrand::Rng::with_seed(1).shuffle(&mut files);
    let notes = files.iter().chain(&files[..10]).map(|file| store.note(file, now()));
    let notes: Vec<_> = futures::future::join_all(notes).await.into_iter().map(Result::unwrap).collect();
    assert_eq!(notes.iter().filter(|noted| noted.again).count(), 10);
    let status = store.status(None, now()).await.unwrap();
    let stream = &status.streams[0];
    assert_eq!((stream.files, stream.events, stream.redelivered), (100, 200, 10));
    assert_eq!(stream.last_event, Some(now().plus_millis(-HOUR)));
    let oldest = now().plus_millis(-(60 + 99 * 5) * 60_000 - 1).millis();
    assert_eq!(stream.first_hour, Some(Timestamp::from_millis(oldest - oldest.rem_euclid(HOUR))));
}

/// What a file costs beside its events, and what an hour without one looks like.
#[tokio::test]
async fn a_file_every_five_minutes_costs_a_write_unit_each() {
    let store = kept(90).await;
    let mut units = 0.0;
    // Two days, but for three hours of the last night.
    let night = 600..780;
    let minutes: Vec<i64> = (1..=2 * 1_440).step_by(5).filter(|minute| !night.contains(minute)).collect();
    for minute in minutes.iter().rev() {
        units += store.note(&file("us-east-1", *minute), now()).await.unwrap().write_units;
    }
    assert_eq!(units, minutes.len() as f64 + 1.0);
    let status = store.status(None, now()).await.unwrap();
    let stream = &status.streams[0];
    assert_eq!((stream.files, stream.quiet_hours()), (minutes.len() as u64, 3));
    let gaps = |from: i64, to: i64| {
        let span = Span { from: now().plus_millis(from * HOUR), to: now().plus_millis(to * HOUR) };
        Coverage::of(&status, span, &Filter::default()).gaps
    };
    assert_eq!(gaps(-40, -20), []);
    let first = now().plus_millis(-13 * HOUR);
    assert_eq!(gaps(-20, -1), [Gap::Quiet { account: None, hours: 3, first }]);
}

#[tokio::test]
async fn a_busy_half_day_is_bounded_and_says_what_it_no_longer_knows() {
    let store = kept(90).await;
    let files = |n: i64| {
        let newest = Timestamp::from_millis(now().millis() - 600_000 + n * 10);
        let mut file = Delivery::at(ACCOUNT, "us-east-1", Source::EventBridge, newest);
        file.add(&format!("e-{n}"), newest);
        file
    };
    let mut dearest = 0.0_f64;
    for n in 0..420 {
        let noted = store.note(&files(n), now()).await.unwrap();
        assert!(!noted.again, "{n}");
        dearest = dearest.max(noted.write_units);
    }
    // One to be refused for want of room, three for an item of two and a half kilobytes.
    assert!(dearest <= 4.0, "{dearest}");
    let status = store.status(None, now()).await.unwrap();
    let stream = &status.streams[0];
    assert_eq!((stream.files, stream.approximate), (420, true));
    assert_eq!(stream.last_event, files(419).newest);
    // What came among the first is known for ever.
    assert!(store.note(&files(7), now()).await.unwrap().again);
    assert!(!store.note(&files(410), now()).await.unwrap().again);
}

#[tokio::test]
async fn telling_has_a_cost_and_a_bound() {
    let store = kept(90).await;
    for region in 0..60 {
        for minute in [30, 24 * 60, 48 * 60] {
            store.note(&file(&format!("r-{region}"), minute), now()).await.unwrap();
        }
    }
    let status = store.status(None, now()).await.unwrap();
    assert_eq!((status.streams.len(), status.more), (60, false));
    // The directory and the three kinds of events; then fifty streams, then ten.
    assert_eq!(status.cost.round_trips, 3);
    // Half a unit for each kind, for the directory, and for a stream's inside and its two ends.
    assert!(status.cost.read_units <= 60.0 * 1.5 + 2.5, "{:?}", status.cost);

    let poor = store.with_read_budget(8.0).status(None, now()).await.unwrap();
    assert_eq!((poor.streams.len(), poor.more), (50, true));
    let span = Span { from: now().plus_millis(-HOUR), to: now() };
    assert!(Coverage::of(&poor, span, &Filter::default()).gaps.contains(&Gap::Unknown));

    for n in 0..260 {
        store.note(&file(&format!("s-{n}"), 30), now()).await.unwrap();
    }
    let many = store.status(None, now()).await.unwrap();
    assert_eq!((many.streams.len(), many.more), (300, true));
    assert!(many.cost.read_units <= 512.0, "{:?}", many.cost);
}

#[tokio::test]
async fn what_is_past_retention_is_not_told_whether_it_is_deleted_or_not() {
    let store = kept(2).await;
    store.note(&file("us-east-1", 4 * 1_440), now()).await.unwrap();
    assert_eq!(store.status(None, now()).await.unwrap().streams, []);
    store.note(&file("us-east-1", 30), now()).await.unwrap();
    let status = store.status(None, now()).await.unwrap();
    let today = now().plus_millis(-HOUR);
    assert_eq!((status.streams[0].files, status.streams[0].first_hour), (1, Some(today)));
    assert_eq!(status.retention_days, Some(2));
}

#[tokio::test]
async fn a_span_has_its_own_sums_and_the_ends_are_of_all_time() {
    let store = store(1, Retention::Forever, 512.0).await;
    for minute in [30, 1_000 * 1_440, 2_000 * 1_440] {
        store.note(&file("us-east-1", minute), now()).await.unwrap();
    }
    let about = now().plus_millis(-1_000 * 24 * HOUR);
    let span = Span { from: about.plus_millis(-24 * HOUR), to: about.plus_millis(24 * HOUR) };
    let status = store.status(Some(span), now()).await.unwrap();
    let stream = &status.streams[0];
    assert_eq!((status.span, stream.files, stream.runs.len()), (span, 1, 1));
    assert_eq!(stream.last_event, Some(now().plus_millis(-30 * 60_000)));
    assert!(stream.first_hour < Some(span.from));
    // So long a span is cut to its end.
    let status = store.status(Some(Span::ALL), now()).await.unwrap();
    assert!(status.span.from > Timestamp::MIN && status.span.to == Timestamp::MAX);
}

#[tokio::test]
async fn what_never_came_is_named() {
    let store = store(2, Retention::Forever, 512.0).await;
    let status = store.status(None, now()).await.unwrap();
    let kinds = [NotCollected::DataEvents, NotCollected::NetworkActivity, NotCollected::InsightEvents];
    assert_eq!((&status.streams[..], &status.not_collected[..]), (&[][..], &kinds[..]));
    assert_eq!(Coverage::of(&status, status.span, &Filter::default()).gaps, [Gap::Nothing]);
    // These are of all categories but Insights.
    store.put(random(3, 60), now()).await.unwrap();
    store.note(&file("us-east-1", 30), now()).await.unwrap();
    let status = store.status(None, now()).await.unwrap();
    let [NotCollected::InsightEvents, NotCollected::Regions { regions }] = &status.not_collected[..] else {
        panic!("{:?}", status.not_collected)
    };
    assert!(regions.len() == 16 && !regions.contains(&"us-east-1".to_owned()));
}

#[tokio::test]
async fn without_a_table_noting_fails_and_says_so() {
    let client = Emulator::memory().unwrap().client();
    let store = store_over(client.clone(), 1, Retention::Forever, 512.0).await;
    let elsewhere =
        Store::new(client, store::Config { table: "none".to_owned(), ..store::Config::default() });
    assert!(elsewhere.note(&file("us-east-1", 30), now()).await.is_err());
    assert!(elsewhere.status(None, now()).await.is_err());
    assert_eq!(store.status(None, now()).await.unwrap().streams, []);
}
