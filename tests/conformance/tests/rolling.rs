//! What may happen between a mark and its roller: redelivery, late events, death between two steps, two
//! rollers at once. Whatever did, counts are right or say that they are not, and the next roll repairs them.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::config::interceptors::BeforeTransmitInterceptorContextRef;
use aws_sdk_dynamodb::config::{ConfigBag, Intercept, RuntimeComponents};
use aws_sdk_dynamodb::error::BoxError;
use aws_sdk_dynamodb::types::AttributeValue;
use conformance::{check_histogram, now, random};
use emulator::Emulator;
use model::{Event, Exactness, Query, Timestamp};
use store::schema::Index;
use store::{Config, Retention, Roll, Rolled, Store};

/// Lets so many requests through, and none after them: the process died there.
#[derive(Debug)]
struct DiesAfter(Arc<AtomicUsize>);

impl Intercept for DiesAfter {
    fn name(&self) -> &'static str {
        "DiesAfter"
    }

    fn read_before_transmit(
        &self,
        _: &BeforeTransmitInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let alive = self.0.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1));
        alive.map(|_| ()).map_err(|_| "died".into())
    }
}

fn dying(client: &Client, after: usize) -> Client {
    let dies = DiesAfter(Arc::new(AtomicUsize::new(after)));
    Client::from_conf(client.config().to_builder().interceptor(dies).build())
}

/// Another process with the same table: it has not marked anything.
fn process(client: &Client) -> Store {
    let config = Config { table: TABLE.to_owned(), retention: Retention::Forever, ..Config::default() };
    Store::new(client.clone(), config)
}

const TABLE: &str = "rolling";

async fn table() -> (Client, Store) {
    let client = Emulator::memory().expect("an engine").client();
    let store = process(&client);
    store.create_table().await.unwrap();
    (client, store)
}

async fn roll(store: &Store, roll: Roll, now: Timestamp) -> Rolled {
    store.roll(roll, now, |_, _| {}).await.unwrap()
}

fn minutes(n: i64) -> Timestamp {
    now().plus_millis(n * 60_000)
}

/// The counts of two hours are those of `events`; returns what reading them cost, and whether it was live.
async fn check(store: &Store, events: &[Event]) -> f64 {
    let mut units = 0.0;
    for terms in ["category:any", "category:any+service:s3", "category:any+who:alana", "category:data"] {
        let query: Query = format!("q={terms}&from=2026-11-20&to=2026-11-25").parse().unwrap();
        let histogram = store.histogram(&query, now()).await.unwrap();
        check_histogram(events, &query, &histogram);
        assert_eq!(histogram.exactness, Exactness::Exact, "{query}");
        units += histogram.cost.read_units;
    }
    units
}

#[tokio::test]
async fn a_redelivery_changes_nothing_and_makes_nothing_dirty() {
    let (_, store) = table().await;
    let events = random(1, 120);
    store.put(events.clone(), now()).await.unwrap();
    let first = roll(&store, Roll::Everything, now()).await;
    assert!(first.hours > 3 && first.left == 0, "{first:?}");
    let again = store.put(events.clone(), minutes(1)).await.unwrap();
    assert_eq!(again.write_units, 0.0);
    assert_eq!(roll(&store, Roll::Everything, now()).await, Rolled { read_units: 0.5, ..Rolled::default() });
    check(&store, &events).await;
}

#[tokio::test]
async fn a_late_event_makes_its_hour_dirty_and_is_counted_before_and_after_the_roll() {
    let (_, store) = table().await;
    let (early, late) = (random(2, 120), random(3, 30));
    let all = [early.clone(), late.clone()].concat();
    store.put(early, now()).await.unwrap();
    roll(&store, Roll::Everything, now()).await;
    store.put(late, minutes(1)).await.unwrap();
    let live = check(&store, &all).await;
    assert!(roll(&store, Roll::Everything, now()).await.hours > 0);
    let rolled = check(&store, &all).await;
    assert!(rolled < live, "{rolled} units rolled, {live} live");
}

/// Wherever the writer dies, and after any number of its retries that die, too.
#[tokio::test]
async fn a_writer_that_dies_leaves_no_event_uncounted() {
    let events = random(4, 60);
    for steps in 1..12 {
        let (client, store) = table().await;
        let died = process(&dying(&client, steps)).put(events.clone(), now()).await;
        roll(&store, Roll::Everything, now()).await;
        let stored = store.histogram(&"q=category:any".parse().unwrap(), now()).await.unwrap();
        let counted: u64 = stored.buckets.iter().map(|b| b.ok + b.denied + b.failed).sum();
        let all = conformance::all_pages(&store, &"q=category:any".parse().unwrap(), now()).await.0;
        assert_eq!(counted, all.len() as u64, "after {steps} requests: {died:?}");
        process(&client).put(events.clone(), minutes(1)).await.unwrap();
        check(&store, &events).await;
        roll(&store, Roll::Everything, now()).await;
        check(&store, &events).await;
    }
}

#[tokio::test]
async fn a_roller_that_dies_leaves_the_hours_dirty_and_the_next_one_repairs_them() {
    let (early, late) = (random(5, 60), random(6, 60));
    let all = [early.clone(), late.clone()].concat();
    let mut died = 0;
    for steps in (0..60).step_by(3) {
        let (client, store) = table().await;
        store.put(early.clone(), now()).await.unwrap();
        roll(&store, Roll::Everything, now()).await;
        store.put(late.clone(), minutes(1)).await.unwrap();
        let dies = process(&dying(&client, steps)).roll(Roll::Everything, now(), |_, _| {}).await;
        died += usize::from(dies.is_err());
        check(&store, &all).await;
        roll(&store, Roll::Everything, now()).await;
        check(&store, &all).await;
    }
    assert!(died > 5, "{died}");
}

/// Does something between two requests of another process.
struct Between {
    requests: AtomicUsize,
    work: Mutex<Option<Box<dyn FnOnce() + Send>>>,
}

impl std::fmt::Debug for Between {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Between")
    }
}

impl Intercept for Between {
    fn name(&self) -> &'static str {
        "Between"
    }

    fn read_before_transmit(
        &self,
        _: &BeforeTransmitInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        if self.requests.fetch_sub(1, Ordering::SeqCst) == 0
            && let Some(work) = self.work.lock().unwrap().take()
        {
            std::thread::spawn(work).join().unwrap();
        }
        Ok(())
    }
}

fn on_its_own<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(work)
}

/// The later of two rollers finds that a rollup is not the one that it read; and a mark that was set meanwhile
/// has another version.
#[tokio::test]
async fn two_rollers_and_a_writer_between_any_two_steps() {
    let (early, late) = (random(7, 60), random(8, 60));
    let all = [early.clone(), late.clone()].concat();
    let mut left = 0;
    for steps in (0..70).step_by(3) {
        for second_rolls in [false, true] {
            let (client, store) = table().await;
            store.put(early.clone(), now()).await.unwrap();
            let (second, late) = (process(&client), late.clone());
            let work = Box::new(move || {
                on_its_own(async {
                    second.put(late, now()).await.unwrap();
                    if second_rolls {
                        roll(&second, Roll::Everything, now()).await;
                    }
                });
            });
            let between = Between { requests: AtomicUsize::new(steps), work: Mutex::new(Some(work)) };
            let slow = Client::from_conf(client.config().to_builder().interceptor(between).build());
            left += roll(&process(&slow), Roll::Everything, now()).await.left;
            let happened = conformance::all_pages(&store, &everything(), now()).await.0.len() == all.len();
            let there = if happened { &all } else { &early };
            check(&store, there).await;
            roll(&store, Roll::Everything, now()).await;
            check(&store, there).await;
        }
    }
    assert!(left > 10, "{left}: the slow roller met what the others did");
}

#[tokio::test]
async fn a_mark_is_left_alone_until_it_is_settled() {
    let (client, store) = table().await;
    store.put(random(9, 60), now()).await.unwrap();
    let first = roll(&store, Roll::Settled, minutes(0)).await;
    assert!(first.hours == 0 && first.left > 3, "{first:?}");
    assert_eq!(roll(&store, Roll::Settled, minutes(14)).await.hours, 0);
    // Another process marks anew: only from then on it is seen to be quiet.
    process(&client).put(random(10, 1), minutes(14)).await.unwrap();
    let settled = roll(&store, Roll::Settled, minutes(15)).await;
    assert_eq!((settled.hours, settled.left), (first.left - 1, 1));
    assert_eq!(roll(&store, Roll::Settled, minutes(29)).await.hours, 0);
    assert_eq!(roll(&store, Roll::Settled, minutes(30)).await.hours, 1);
}

/// What one process marked just now it does not mark again; what was rolled it does.
#[tokio::test]
async fn an_hour_is_marked_once_in_a_while() {
    let (client, store) = table().await;
    let events = random(11, 5);
    let one = |n: usize| vec![at_the_same_time(&events[n])];
    let other = process(&client);
    let units = [
        store.put(one(0), now()).await.unwrap().write_units,
        store.put(one(1), now()).await.unwrap().write_units,
        other.put(one(2), now()).await.unwrap().write_units,
        store.put(one(3), minutes(6)).await.unwrap().write_units,
    ];
    let items = [0, 1, 2, 3].map(|n| writes(&one(n)[0]));
    let marks: Vec<f64> = units.iter().zip(items).map(|(units, items)| units - items).collect();
    assert_eq!(marks, [1.0, 0.0, 1.0, 1.0]);
}

/// A table that was written before there were marks: nothing is in its rollups, and nothing says so.
#[tokio::test]
async fn a_table_without_marks_is_counted_live_until_it_is_rolled() {
    let (client, store) = table().await;
    let events = random(12, 1_000);
    store.put(events.clone(), now()).await.unwrap();
    forget_marks(&client).await;
    store.remove_control("counts").await.unwrap();
    let live = check(&store, &events).await;
    assert!(roll(&process(&client), Roll::Everything, now()).await.hours > 3);
    assert!(check(&store, &events).await < live);
}

async fn forget_marks(client: &Client) {
    let marks = client.query().table_name(TABLE).key_condition_expression("pk = :pk");
    let marks =
        marks.expression_attribute_values(":pk", AttributeValue::S("C#dirty".to_owned())).send().await;
    for mut mark in marks.unwrap().items.unwrap() {
        mark.retain(|name, _| name == "pk" || name == "sk");
        client.delete_item().table_name(TABLE).set_key(Some(mark)).send().await.unwrap();
    }
}

fn everything() -> Query {
    "q=category:any&from=-1d".parse().unwrap()
}

/// `event` in the hour before [`now`], as a management event.
fn at_the_same_time(event: &Event) -> Event {
    let mut record: serde_json::Value = serde_json::from_str(&event.record).unwrap();
    record["eventTime"] = "2026-11-22T13:30:00Z".into();
    record["eventCategory"] = "Management".into();
    Event::from_record(&record.to_string()).unwrap()
}

/// The write units of an event's items: one each, and one for each index entry.
fn writes(event: &Event) -> f64 {
    let items = store::items(event, &Config::default(), now()).unwrap();
    let entries = |item: &store::Item| {
        Index::ALL.iter().filter(|index| item.contains_key(index.attribute())).count() + 1
    };
    items.iter().map(entries).sum::<usize>() as f64
}
