//! The endpoint for other processes, spoken to in plain HTTP.

mod common;

use std::net::SocketAddr;

use common::{TABLE, create_table, event, put_batch};
use emulator::{Emulator, Error};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const LOOPBACK: &str = "127.0.0.1:0";

async fn post(addr: SocketAddr, headers: &str, body: &str) -> String {
    let mut stream = TcpStream::connect(addr).await.unwrap();
    let length = body.len();
    let request = format!(
        "POST / HTTP/1.1\r\nHost: {addr}\r\nConnection: close\r\nContent-Length: {length}\r\n{headers}\r\n{body}"
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer
}

#[tokio::test]
async fn another_process_sees_the_same_tables_until_the_endpoint_is_dropped() {
    let emulator = Emulator::memory().unwrap();
    create_table(&emulator.client()).await;
    put_batch(&emulator.client(), [event(0, 10)]).await;
    let served = emulator.serve(LOOPBACK.parse().unwrap()).await.unwrap();

    let scan = "X-Amz-Target: DynamoDB_20120810.Scan\r\n";
    let answer = post(served.addr(), scan, &format!(r#"{{"TableName":"{TABLE}"}}"#)).await;
    assert!(answer.starts_with("HTTP/1.1 200") && answer.contains(r#""Count":1"#), "{answer}");
    let answer = post(served.addr(), scan, r#"{"TableName":"nowhere"}"#).await;
    assert!(answer.starts_with("HTTP/1.1 400") && answer.contains("ResourceNotFoundException"), "{answer}");

    let addr = served.addr();
    drop(served);
    while TcpStream::connect(addr).await.is_ok() {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn web_pages_are_refused() {
    let emulator = Emulator::memory().unwrap();
    let served = emulator.serve(LOOPBACK.parse().unwrap()).await.unwrap();
    let headers = "X-Amz-Target: DynamoDB_20120810.ListTables\r\nOrigin: http://evil.example\r\n";
    assert!(post(served.addr(), headers, "{}").await.starts_with("HTTP/1.1 403"));
}

#[tokio::test]
async fn an_address_in_use_is_named() {
    let emulator = Emulator::memory().unwrap();
    let served = emulator.serve(LOOPBACK.parse().unwrap()).await.unwrap();
    let error = emulator.serve(served.addr()).await.unwrap_err();
    assert!(matches!(error, Error::Listen(..)), "{error:?}");
    assert!(error.to_string().contains(&served.addr().to_string()), "{error}");
}
