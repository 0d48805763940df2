//! How many events a second BatchWriteItem takes, into a table with twelve indexes, by each road:
//!
//! ```text
//! cargo run -p emulator --example throughput [--release] [EVENTS]
//! ```
//!
//! Events are made and the requests built before the clock starts; four batches are under way at a
//! time. Beside the rate stands the processor time per event of the whole process, which other
//! work on the machine disturbs less.
#![allow(clippy::print_stdout, reason = "it is what it is for")]

use std::collections::HashMap;
use std::error::Error;
use std::time::Instant;

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::types::{
    AttributeDefinition, AttributeValue, BillingMode, GlobalSecondaryIndex, KeySchemaElement, KeyType,
    Projection, ProjectionType, PutRequest, ReturnConsumedCapacity, ScalarAttributeType, WriteRequest,
};
use emulator::Emulator;

type Failure = Box<dyn Error + Send + Sync>;

const TABLE: &str = "events";
const INDEXES: usize = 12;
const BATCH: usize = 25;
const UNDER_WAY: usize = 4;

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let events: usize = std::env::args().nth(1).map_or(Ok(10_000), |n| n.parse())?;
    let folder = tempfile::tempdir()?;
    println!("{events} events, {INDEXES} indexes, batches of {BATCH}, {UNDER_WAY} at a time");
    for over in ["in process", "HTTP"] {
        let roads =
            [("memory", None, false), ("file", Some("a.db"), false), ("file, bulk", Some("b.db"), true)];
        for (kept, name, bulk) in roads {
            let emulator = match name {
                Some(name) => Emulator::file(&folder.path().join(format!("{over} {name}")))?,
                None => Emulator::memory()?,
            };
            let served = emulator.serve("127.0.0.1:0".parse()?).await?;
            let client = if over == "HTTP" { over_http(&emulator, &served) } else { emulator.client() };
            measure(&format!("{kept}, {over}"), &emulator, &client, bulk, events).await?;
        }
    }
    Ok(())
}

fn over_http(emulator: &Emulator, served: &emulator::Served) -> Client {
    let config = emulator.client().config().to_builder();
    let http = aws_smithy_http_client::Builder::new().build_http();
    let config = config.endpoint_url(format!("http://{}", served.addr())).http_client(http);
    Client::from_conf(config.build())
}

async fn measure(
    name: &str,
    emulator: &Emulator,
    client: &Client,
    bulk: bool,
    events: usize,
) -> Result<(), Failure> {
    create_table(client).await?;
    for round in ["new", "again"] {
        let batches: Vec<_> = (0..events).step_by(BATCH).map(batch).collect::<Result<_, Failure>>()?;
        let (clock, before) = (Instant::now(), processor_seconds());
        let bulk = bulk.then(|| emulator.bulk()).transpose()?;
        let mut under_way = tokio::task::JoinSet::new();
        for batch in batches {
            let request = client.batch_write_item().request_items(TABLE, batch);
            let request = request.return_consumed_capacity(ReturnConsumedCapacity::Total);
            if under_way.len() == UNDER_WAY {
                under_way.join_next().await.transpose()?.transpose()?;
            }
            under_way.spawn(request.send());
        }
        while let Some(done) = under_way.join_next().await {
            done??;
        }
        bulk.map_or(Ok(()), emulator::Bulk::finish)?;
        let rate = events as f64 / clock.elapsed().as_secs_f64();
        let cost = (processor_seconds() - before) / events as f64 * 1e6;
        println!("{name:22} {round:6} {rate:7.0} events/s  {cost:6.0} us of processor per event");
    }
    Ok(())
}

/// Processor time of this process so far, by Linux's account; 0 elsewhere.
fn processor_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    // utime and stime, in ticks of 10 ms.
    fields.skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}

async fn create_table(client: &Client) -> Result<(), Failure> {
    let index_key = |n: usize| format!("x{n:02}");
    let mut request = client
        .create_table()
        .table_name(TABLE)
        .billing_mode(BillingMode::PayPerRequest)
        .key_schema(key("pk", KeyType::Hash)?)
        .key_schema(key("sk", KeyType::Range)?);
    let names = ["pk", "sk", "t"].map(str::to_owned).into_iter().chain((0..INDEXES).map(index_key));
    for name in names {
        let definition = AttributeDefinition::builder().attribute_name(name);
        let text = definition.attribute_type(ScalarAttributeType::S).build()?;
        request = request.attribute_definitions(text);
    }
    for n in 0..INDEXES {
        let projection = Projection::builder().projection_type(ProjectionType::Include);
        let index = GlobalSecondaryIndex::builder()
            .index_name(index_key(n))
            .key_schema(key(&index_key(n), KeyType::Hash)?)
            .key_schema(key("t", KeyType::Range)?)
            .projection(projection.non_key_attributes("s").build());
        request = request.global_secondary_indexes(index.build()?);
    }
    request.send().await?;
    Ok(())
}

fn key(name: &str, kind: KeyType) -> Result<KeySchemaElement, Failure> {
    Ok(KeySchemaElement::builder().attribute_name(name).key_type(kind).build()?)
}

fn batch(first: usize) -> Result<Vec<WriteRequest>, Failure> {
    let put = |n| -> Result<WriteRequest, Failure> {
        let put = PutRequest::builder().set_item(Some(event(n))).build()?;
        Ok(WriteRequest::builder().put_request(put).build())
    };
    (first..first + BATCH).map(put).collect()
}

/// An event of about 900 bytes: random id, rising time, in 8 to 12 indexes of 3 to 1,213 values.
fn event(n: usize) -> HashMap<String, AttributeValue> {
    let random = |salt: u64| mix(n as u64 * 31 + salt);
    let id = format!("{:016x}{:016x}", random(100), random(101));
    let (day, second) = (1 + n / 3_000 % 28, n % 3_000 * 28);
    let (hour, minute, second) = (second / 3_600, second / 60 % 60, second % 60);
    let time = format!("2024-05-{day:02}T{hour:02}:{minute:02}:{second:02}.000Z#{id}");
    let s = |text: &str| AttributeValue::S(text.to_owned());
    let row = [
        ("n", "DescribeDBInstances"),
        ("u", "alana-the-administrator"),
        ("i", "205.251.233.48"),
        ("e", "rds.amazonaws.com"),
        ("r", "us-west-2"),
        ("k", "AKIAIOSFODNN7EXAMPLE"),
        ("a", "123456789012"),
        ("q", "arn:aws:rds:us-west-2:123456789012:db:orders"),
        ("y", "AWS::RDS::DBInstance"),
    ];
    let row = row.map(|(name, value)| (name.to_owned(), s(value)));
    let record: Vec<u8> = (0..35).flat_map(|word| random(200 + word).to_le_bytes()).collect();
    let mut item = HashMap::from([
        ("pk".to_owned(), s(&format!("E#{id}"))),
        ("sk".to_owned(), s("E")),
        ("t".to_owned(), s(&time)),
        ("s".to_owned(), AttributeValue::M(row.into())),
        ("z".to_owned(), AttributeValue::B(record.into())),
        ("x".to_owned(), AttributeValue::N("1734567890".to_owned())),
    ]);
    for index in 0..INDEXES as u64 {
        if index < 8 || random(index).is_multiple_of(2) {
            let value = random(50 + index) % (3 + index * index * 10);
            item.insert(format!("x{index:02}"), s(&format!("some-value-{value}#0")));
        }
    }
    item
}

/// [SplitMix64](https://prng.di.unimi.it/splitmix64.c)'s finisher.
fn mix(n: u64) -> u64 {
    let n = n.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let n = (n ^ (n >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let n = (n ^ (n >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    n ^ (n >> 31)
}
