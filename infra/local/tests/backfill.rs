//! `whodunit backfill` against a real S3: that of an emulated account.
//!
//! Run where there is one, with credentials that it takes:
//! `WHODUNIT_TEST_S3=http://127.0.0.1:4566 cargo test -p local --features emulated-account --test backfill`

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use aws_sdk_s3::Client;
use aws_sdk_s3::config::{BehaviorVersion, Builder, Region};
use flate2::Compression;
use flate2::write::GzEncoder;
use futures::StreamExt;
use model::Timestamp;
use serde_json::Value;

const EVENTS_IN_A_FILE: usize = 20;

fn address() -> String {
    std::env::var("WHODUNIT_TEST_S3").expect("the address of an S3 in WHODUNIT_TEST_S3")
}

async fn bucket(name: &str) -> (Client, String) {
    let aws = aws_config::defaults(BehaviorVersion::latest())
        .http_client(aws_smithy_http_client::Builder::new().build_http())
        .region(Region::new("us-east-1"))
        .endpoint_url(address())
        .load()
        .await;
    let client = Client::from_conf(Builder::from(&aws).force_path_style(true).build());
    let bucket = format!("backfill-{name}-{}", std::process::id());
    client.create_bucket().bucket(&bucket).send().await.unwrap();
    (client, bucket)
}

async fn put(client: &Client, bucket: &str, key: &str, bytes: Vec<u8>) {
    client.put_object().bucket(bucket).key(key).body(bytes.into()).send().await.unwrap();
}

/// A log file of the region, `age` days old, by its key and content.
fn log(number: usize, region: &str, age: i64) -> (String, Vec<u8>) {
    let time = api::now().plus_millis(-age * 86_400_000);
    let records: Vec<String> =
        (0..EVENTS_IN_A_FILE).map(|n| record(number * 100 + n, region, time)).collect();
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    write!(gzip, r#"{{"Records":[{}]}}"#, records.join(",")).unwrap();
    let day = time.to_string()[..10].replace('-', "/");
    let key =
        format!("trail/AWSLogs/111122223333/CloudTrail/{region}/{day}/111122223333_{number:06}.json.gz");
    (key, gzip.finish().unwrap())
}

fn record(number: usize, region: &str, time: Timestamp) -> String {
    format!(
        r#"{{"eventVersion":"1.11","userIdentity":{{"type":"IAMUser","userName":"alana"}},"eventTime":"{time}","eventSource":"rds.amazonaws.com","eventName":"DeleteDBInstance","awsRegion":"{region}","eventID":"{number:032x}","readOnly":false}}"#
    )
}

fn backfill(bucket: &str, data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_whodunit"));
    command.args(["backfill", "--prefix", "trail/", "--json", "--bucket", bucket, "--data"]).arg(data);
    command.args(["--s3-endpoint-url", &address()]).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

#[track_caller]
fn report(output: &Output) -> Value {
    let errors = String::from_utf8_lossy(&output.stderr);
    serde_json::from_slice(&output.stdout).unwrap_or_else(|e| panic!("{e}: {errors}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn log_files_within_the_retention_are_stored_and_nothing_else_is_read() {
    let (client, bucket) = bucket("all").await;
    for (number, region, age) in [(1, "eu-west-1", 400), (2, "eu-west-1", 30), (3, "us-east-1", 0)] {
        let (key, bytes) = log(number, region, age);
        put(&client, &bucket, &key, bytes).await;
    }
    let folder = "trail/AWSLogs/111122223333";
    let (key, mut cut) = log(4, "us-east-1", 1);
    cut.truncate(40);
    put(&client, &bucket, &key, cut).await;
    put(&client, &bucket, &format!("{folder}/CloudTrail/"), Vec::new()).await;
    put(&client, &bucket, &format!("{folder}/CloudTrail-Digest/us-east-1/x.json.gz"), vec![1]).await;
    put(&client, &bucket, "elsewhere/AWSLogs/1/CloudTrail/x/2026/11/22/x.json", vec![1]).await;

    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("x.db");
    let first = backfill(&bucket, &data).output().unwrap();
    let told = report(&first);
    assert_eq!((&told["complete"], &told["objects"], &told["others"]), (&true.into(), &3.into(), &1.into()));
    assert_eq!((&told["receipt"]["stored"], &told["days"]), (&40.into(), &310.into()), "{told}");
    assert_eq!(told["receipt"]["failed"]["count"], 1);
    assert!(!first.status.success(), "an object that could not be read is told by the exit code");

    let region = backfill(&bucket, &data).args(["--only-region", "eu-west-1"]).output().unwrap();
    let told = report(&region);
    assert_eq!((&told["objects"], &told["receipt"]["duplicates"]), (&1.into(), &20.into()), "{told}");
    assert!(region.status.success());

    let nothing = backfill("there-is-no-such-bucket", &data).output().unwrap();
    let error = String::from_utf8_lossy(&nothing.stderr);
    assert_eq!(error, "error: there is no bucket there-is-no-such-bucket\n");
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn one_that_was_killed_or_interrupted_goes_on_where_it_was() {
    const FILES: usize = 2_500;
    let (client, bucket) = bucket("ended").await;
    let region = |n: usize| if n.is_multiple_of(2) { "us-east-1" } else { "eu-west-1" };
    let puts = futures::stream::iter(0..FILES).map(|n| log(n, region(n), (n % 80) as i64));
    let (client, name) = (&client, &bucket);
    puts.for_each_concurrent(16, |(key, bytes)| async move { put(client, name, &key, bytes).await }).await;

    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("x.db");
    // The line is written when the checkpoint was.
    let until_checkpoint_then = |signal: &str| {
        let mut child = backfill(&bucket, &data).spawn().unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines().map_while(Result::ok);
        let line = lines.find(|line| line.contains(" records in "));
        assert!(line.is_some(), "it ended before its first checkpoint");
        let killed = Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap();
        assert!(killed.success());
        let rest: Vec<String> = lines.collect();
        (child.wait_with_output().unwrap(), rest)
    };
    assert_eq!(until_checkpoint_then("-KILL").0.status.code(), None);
    let (interrupted, lines) = until_checkpoint_then("-INT");
    assert_eq!(lines.last().unwrap(), "Ended before the end; the same command goes on from there.");
    let told = report(&interrupted);
    assert_eq!((interrupted.status.code(), &told["complete"]), (Some(130), &false.into()));
    let objects = |told: &Value| told["objects"].as_u64().unwrap() as usize;
    let second = objects(&told);

    let last = backfill(&bucket, &data).output().unwrap();
    let told = report(&last);
    assert_eq!((last.status.code(), &told["complete"]), (Some(0), &true.into()));
    assert!(second > 0 && objects(&told) + second < FILES, "what was stored is not read again: {told}");
    assert_eq!(told["receipt"]["duplicates"], 0, "Ctrl-C ends behind what was stored: {told}");

    // Everything is there, and a new run begins at the beginning.
    let again = backfill(&bucket, &data).output().unwrap();
    let told = report(&again);
    assert_eq!(objects(&told), FILES);
    assert_eq!(told["receipt"]["duplicates"], FILES * EVENTS_IN_A_FILE, "{told}");
}
