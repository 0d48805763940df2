//! The shipped binary under cargo-lambda's Runtime API, cold and warm.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use emulator::Emulator;
use journeys::session;
use model::{Event, Page};
use store::{Config, Retention, Store};

use crate::{api, file};

/// How long something may take before the test is given up.
const PATIENCE: Duration = Duration::from_secs(60);

/// Ends when it is dropped.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn it_answers_cold_and_warm() {
    let emulator = Emulator::memory().unwrap();
    let config = Config { retention: Retention::Forever, ..Config::default() };
    let store = Store::new(emulator.client(), config);
    store.create_table().await.unwrap();
    let events = corpus::cases().iter().filter_map(|case| Event::from_record(case.record).ok()).collect();
    store.put(events, "2026-11-22T16:00:00Z".parse().unwrap()).await.unwrap();
    session::begin(&emulator.client()).await;
    let table = emulator.serve("127.0.0.1:0".parse().unwrap()).await.unwrap();
    let addr = table.addr();
    tokio::task::spawn_blocking(move || cold_and_warm(addr)).await.unwrap();
}

fn cold_and_warm(table: SocketAddr) {
    // Free a moment ago; somebody else may take it, and then the test fails to start, but never lies.
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let _watch = Running(watch(port));
    wait_for(port);
    // Asked before the function starts: the answer is the one of a cold start.
    let cold = std::thread::spawn(move || events(port));
    let _function = Running(function(port, table));
    let cold = cold.join().unwrap();
    assert!(cold > 0);
    for _ in 0..3 {
        assert_eq!(events(port), cold);
    }
}

fn watch(port: u16) -> Child {
    Command::new(file("WHODUNIT_CARGO_LAMBDA", "cargo-lambda"))
        .args(["lambda", "watch", "--quiet", "--only-lambda-apis", "--invoke-address", "127.0.0.1"])
        .args(["--invoke-port", &port.to_string()])
        .arg("--ignore-changes")
        // It wants to see a package, whose code it leaves alone.
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../../infra/hosted"))
        .spawn()
        .unwrap()
}

fn function(port: u16, table: SocketAddr) -> Child {
    Command::new(api())
        .env_clear()
        .env("AWS_LAMBDA_RUNTIME_API", format!("http://127.0.0.1:{port}/.rt/api"))
        .env("AWS_LAMBDA_FUNCTION_NAME", "api")
        .env("AWS_LAMBDA_FUNCTION_VERSION", "1")
        .env("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "256")
        .env("AWS_REGION", "us-east-1")
        .env("AWS_ACCESS_KEY_ID", "test")
        .env("AWS_SECRET_ACCESS_KEY", "test")
        .env("AWS_ENDPOINT_URL", format!("http://{table}"))
        .env("WHODUNIT_RETENTION", "forever")
        .spawn()
        .unwrap()
}

fn wait_for(port: u16) {
    let start = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(start.elapsed() < PATIENCE, "cargo lambda watch does not listen");
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// Asks the function for a page of events; the number of its rows.
fn events(port: u16) -> usize {
    let (path, cookie) = ("/lambda-url/api/api/events?from=2010-01-01", session::cookie());
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    let request = format!("GET {path} HTTP/1.0\r\nhost: localhost\r\ncookie: {cookie}\r\n\r\n");
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    assert!(head.contains(" 200 OK"), "{answer}");
    let page: Page = serde_json::from_str(body).unwrap();
    page.rows.len()
}
