//! Downloads through the streaming Runtime API: what is found is sent while the rest is looked for, and an
//! answer has no limit of 6 MB.

use std::net::SocketAddr;
use std::time::Duration;

use model::Event;
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

use crate::function::{Function, Table};

const EVENTS: usize = 1_500;
/// Of what the table answers, in bytes: enough for a page or two of the events, not for all.
const SHARE: usize = 1_000_000;
/// How long a test waits before it is given up.
const PATIENCE: Duration = Duration::from_secs(120);

/// Events of 5 kB that do not compress well.
fn events() -> Vec<Event> {
    let record = |n: usize| {
        let noise: String =
            (0..1_250).map(|k| format!("{:04x}", (n * 7_919 + k * k * 31 + k * n) % 65_521)).collect();
        let record = json!({"eventVersion": "1.11", "eventTime": "2026-11-22T14:00:00Z",
            "eventID": format!("e-{n}"), "eventName": "PutItem", "eventSource": "dynamodb.amazonaws.com",
            "requestParameters": {"noise": noise}});
        Event::from_record(&record.to_string()).unwrap()
    };
    (0..EVENTS).map(record).collect()
}

/// A way to the table at `to` that lets [`SHARE`] bytes of its answers through, and the others once `open`
/// says so.
async fn sluice(to: SocketAddr, open: watch::Receiver<bool>) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((near, _)) = listener.accept().await {
            let (read, write) = near.into_split();
            let (answers, questions) = TcpStream::connect(to).await.unwrap().into_split();
            let closed = watch::channel(true).1;
            tokio::spawn(pass(read, questions, closed));
            tokio::spawn(pass(answers, write, open.clone()));
        }
    });
    address
}

async fn pass(mut from: OwnedReadHalf, mut to: OwnedWriteHalf, mut open: watch::Receiver<bool>) {
    let (mut buffer, mut passed) = (vec![0; 65_536], 0);
    while let Ok(length @ 1..) = from.read(&mut buffer).await {
        passed += length;
        if passed > SHARE && open.wait_for(|open| *open).await.is_err() {
            return;
        }
        if to.write_all(&buffer[..length]).await.is_err() {
            return;
        }
    }
}

#[tokio::test]
async fn what_is_found_is_sent_before_the_rest_is_found() {
    let table = Table::with(events()).await;
    for encoding in ["identity", "gzip"] {
        let (release, open) = watch::channel(false);
        let function = Function::start("api", sluice(table.served.addr(), open).await).await;
        let asked = json!({"headers": {"accept-encoding": encoding}});
        let download = async {
            let mut answer = function.begin("/api/events.ndjson?from=2010-01-01", asked).await;
            assert!(answer.until(|taken| taken.len() > 50_000).await, "it ended before the table was opened");
            release.send(true).unwrap();
            answer.http().await
        };
        let answer = tokio::time::timeout(PATIENCE, download).await.unwrap();
        assert_eq!((answer.status, &answer.headers["content-type"]), (200, &json!("application/x-ndjson")));
        if encoding == "gzip" {
            assert_eq!(answer.headers["content-encoding"], "gzip");
            assert!(answer.body.starts_with(&[0x1f, 0x8b]));
        } else {
            assert!(answer.body.len() > 6_291_556, "{}", answer.body.len());
            assert_eq!(answer.text().lines().count(), EVENTS);
        }
    }
}
