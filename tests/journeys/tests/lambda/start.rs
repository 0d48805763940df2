//! The budget of the start: everybody who opens the console after a pause waits for it.
//!
//! Counted in instructions, which are nearly the same on a busy machine: from the program's first to its first
//! poll of the Runtime API, with settings read, TLS and clients built, and the connection to DynamoDB opened.
//! That connection is plain HTTP here, so the handshake of TLS is not in the count; see `infra/hosted`.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::{api, insight};

/// Most bytes of a binary and most instructions of its start. The first rows wait for the API alone, the
/// counts beside them for insight, which is asked at the same time.
const API: (u64, u64) = (5_000_000, 3_000_000);
const INSIGHT: (u64, u64) = (5_500_000, 3_000_000);

#[test]
fn the_binaries_are_small() {
    for (bootstrap, (most, _)) in [(api(), API), (insight(), INSIGHT)] {
        let size = bootstrap.metadata().unwrap().len();
        assert!(size <= most, "{}: {size} bytes; the budget is {most}", bootstrap.display());
        println!("{size} bytes of {most}");
    }
}

#[test]
fn the_first_poll_comes_soon() {
    for (bootstrap, (_, most)) in [(api(), API), (insight(), INSIGHT)] {
        // The fewest of three: a busy machine adds to them, by up to a twentieth, and never takes any away.
        let count = (0..3).map(|_| instructions(&bootstrap)).min().unwrap();
        assert!(count <= most, "{}: {count} instructions; the budget is {most}", bootstrap.display());
        println!("{count} instructions of {most}");
    }
}

/// The instructions of `bootstrap` until its first poll, counted by valgrind.
fn instructions(bootstrap: &Path) -> u64 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let here = listener.local_addr().unwrap().to_string();
    let valgrind = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(bootstrap)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("AWS_LAMBDA_RUNTIME_API", &here)
        .env("AWS_LAMBDA_FUNCTION_NAME", "api")
        .env("AWS_LAMBDA_FUNCTION_VERSION", "1")
        .env("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "256")
        .env("AWS_REGION", "us-east-1")
        .env("AWS_ACCESS_KEY_ID", "test")
        .env("AWS_SECRET_ACCESS_KEY", "test")
        .env("AWS_ENDPOINT_URL", format!("http://{here}"))
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("valgrind counts the instructions; install it (Debian package valgrind)");
    while !first_line(&listener.accept().unwrap().0).contains("/runtime/invocation/next") {}
    // It waits for its first event now, and will never get one.
    let stopped = Command::new("kill").arg(valgrind.id().to_string()).status().unwrap();
    assert!(stopped.success());
    let told = String::from_utf8(valgrind.wait_with_output().unwrap().stderr).unwrap();
    let count = told.lines().find_map(|line| line.split_once("Collected : "));
    let (_, count) = count.unwrap_or_else(|| panic!("valgrind did not count: {told}"));
    count.trim().parse().unwrap()
}

/// Reads a request and, when it is DynamoDB that is asked how it is, answers.
fn first_line(stream: &TcpStream) -> String {
    let mut lines = BufReader::new(stream).lines().map(|line| line.unwrap());
    let first = lines.next().unwrap_or_default();
    lines.take_while(|line| !line.is_empty()).for_each(drop);
    if first.starts_with("GET / ") {
        let answer = b"HTTP/1.1 200 OK\r\ncontent-length: 7\r\n\r\nhealthy";
        (&mut &*stream).write_all(answer).unwrap();
    }
    first
}
