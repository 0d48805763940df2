//! `whodunit` as a person uses it: in a terminal and in a browser.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;

fn whodunit(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_whodunit")).args(args).output().unwrap()
}

#[track_caller]
fn text(bytes: &[u8]) -> &str {
    str::from_utf8(bytes).unwrap()
}

/// Writes every file of the corpus into `folder`.
fn write_corpus(folder: &Path) {
    for file in corpus::files() {
        std::fs::write(folder.join(file.name), file.bytes).unwrap();
    }
}

#[test]
fn what_was_imported_is_found_again() {
    let dir = tempfile::tempdir().unwrap();
    let logs = dir.path().join("logs");
    std::fs::create_dir(&logs).unwrap();
    write_corpus(&logs);
    let (logs, data) = (logs.to_str().unwrap(), dir.path().join("x.db"));
    let kept = ["--data", data.to_str().unwrap(), "--retention", "forever"];

    let first = whodunit(&[&["import", logs, "--json"], &kept[..]].concat());
    let receipt: Value = serde_json::from_slice(&first.stdout).unwrap();
    assert_eq!(receipt["failed"]["count"], 1, "the cut gzip file: {receipt}");
    assert!(!first.status.success(), "a file that failed is told by the exit code");
    let stored = receipt["stored"].as_u64().unwrap();
    assert!(stored > 0);
    let again = whodunit(&[&["import", logs, "--json"], &kept[..]].concat());
    let receipt: Value = serde_json::from_slice(&again.stdout).unwrap();
    assert_eq!(receipt["stored"], 0, "{receipt}");

    let range = ["--from", "2010-01-01", "--limit", "1000"];
    let json = whodunit(&[&["search", "category:any", "--format", "json"], &range[..], &kept[..]].concat());
    let found: Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(found["Records"].as_array().unwrap().len() as u64, stored);
    let note = format!("{stored} events shown, which is all there are\n");
    assert_eq!(text(&json.stderr), note);

    let one = whodunit(
        &[&["search", "--format", "ndjson", "--limit", "1", "--from", "2010-01-01"], &kept[..]].concat(),
    );
    assert_eq!(text(&one.stdout).lines().count(), 1);
    assert_eq!(text(&one.stderr), "1 event shown; there are more, see --limit\n");
    let csv = whodunit(&[&["search", "--format", "csv"], &range[..], &kept[..]].concat());
    assert!(text(&csv.stdout).starts_with("\"User name\","));
    let table = whodunit(&[&["search"], &range[..], &kept[..]].concat());
    assert!(text(&table.stdout).starts_with("TIME "), "{}", text(&table.stdout));
    assert!(text(&table.stderr).contains(" of which an event came is 20"), "{}", text(&table.stderr));
    let nothing = ["search", "event:NoSuchEvent region:mars-1", "--from", "2010-01-01", "--format", "json"];
    let nothing = whodunit(&[&nothing[..], &kept[..]].concat());
    assert!(
        text(&nothing.stderr).ends_with("Nothing has come in that this search could find.\n"),
        "{nothing:?}"
    );
}

#[test]
fn a_name_means_the_sessions_that_it_began() {
    let dir = tempfile::tempdir().unwrap();
    let (logs, data) = (dir.path().join("chain.jsonl"), dir.path().join("x.db"));
    let records =
        corpus::cases().iter().filter(|case| case.name.starts_with("chain-")).map(|case| case.record);
    std::fs::write(&logs, records.collect::<Vec<_>>().join("\n")).unwrap();
    let kept = ["--data", data.to_str().unwrap(), "--retention", "forever"];
    whodunit(&[&["import", logs.to_str().unwrap()], &kept[..]].concat());
    let search = |query: &str, format: &str| {
        let asked = ["search", query, "--from", "2026-01-20", "--to", "2026-01-21", "--format", format];
        whodunit(&[&asked[..], &kept[..]].concat())
    };
    for format in ["ndjson", "table"] {
        let found = search("who:omar", format);
        let lines: Vec<&str> = text(&found.stderr).lines().collect();
        assert_eq!(lines[1], "3 sessions that these names began count as theirs.", "{lines:?}");
        // By the second role, which omar came to by the first.
        assert!(text(&found.stdout).contains("release-7"), "{}", text(&found.stdout));
    }
    let nobody = search("who:mina@example.com", "ndjson");
    assert_eq!(text(&nobody.stderr).lines().count(), 1, "{}", text(&nobody.stderr));
}

#[test]
fn what_is_too_old_is_explained() {
    let dir = tempfile::tempdir().unwrap();
    write_corpus(dir.path());
    let (logs, data) = (dir.path().join("records.json"), dir.path().join("x.db"));
    let output =
        whodunit(&["import", logs.to_str().unwrap(), "--data", data.to_str().unwrap(), "--retention", "1"]);
    assert!(output.status.success(), "{output:?}");
    assert!(text(&output.stdout).contains("3 not stored: older than the retention"), "{output:?}");
    assert!(text(&output.stderr).contains("--retention forever"), "{output:?}");
}

#[test]
fn a_channel_is_made_once_and_listed() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("x.db");
    let kept = ["--data", data.to_str().unwrap()];
    let channels = |args: &[&str]| whodunit(&[&["channels"], args, &kept[..]].concat());
    let create = ["create", "cats-shop", "--account", "111122223333", "--external-id", "X-1"];

    let none = channels(&["list"]);
    assert!(none.stdout.is_empty() && text(&none.stderr).contains("channels create"), "{none:?}");
    let made = channels(&create);
    let arn = text(&made.stdout).trim_end();
    assert!(arn.starts_with("arn:aws:cloudtrail:us-east-1:111122223333:channel/"), "{made:?}");
    let again = channels(&create);
    assert!(!again.status.success() && text(&again.stderr).contains(arn), "{again:?}");
    let elsewhere = channels(&[&create[..], &["--region", "eu-west-1", "--json"]].concat());
    let elsewhere: Value = serde_json::from_slice(&elsewhere.stdout).unwrap();
    assert_eq!((&elsewhere["name"], &elsewhere["externalId"]), (&"cats-shop".into(), &"X-1".into()));

    let list: Value = serde_json::from_slice(&channels(&["list", "--json"]).stdout).unwrap();
    assert_eq!(list.as_array().unwrap().len(), 2, "{list}");
    assert!(text(&channels(&["list"]).stdout).contains(arn));
    let wrong = channels(&["create", "a b", "--account", "111122223333"]);
    assert!(text(&wrong.stderr).starts_with("error: `a b` is no name"), "{wrong:?}");
}

#[test]
fn a_key_is_issued_once_listed_and_revoked() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("x.db");
    let kept = ["--data", data.to_str().unwrap()];
    let keys = |args: &[&str]| whodunit(&[&["keys"], args, &kept[..]].concat());

    let unsigned =
        whodunit(&[&["serve", "--require-signature", "--listen", "127.0.0.1:0"], &kept[..]].concat());
    assert!(text(&unsigned.stderr).contains("`whodunit keys create` makes it"), "{unsigned:?}");
    let issued: Value =
        serde_json::from_slice(&keys(&["create", "--label", "a\u{1b}b", "--json"]).stdout).unwrap();
    let (id, secret) = (issued["accessKeyId"].as_str().unwrap(), issued["secretAccessKey"].as_str().unwrap());
    assert_eq!((&id[..4], id.len(), secret.len()), ("WHOD", 20, 40));
    let listed = keys(&["list"]);
    assert!(text(&listed.stdout).starts_with(id) && text(&listed.stdout).contains(r"a\u{1b}b"), "{listed:?}");
    assert!(!text(&keys(&["list", "--json"]).stdout).contains(secret), "it is shown once");
    assert!(text(&keys(&["revoke", id]).stdout).contains("revoked"));
    let unknown = keys(&["revoke", "WHODAAAAAAAAAAAAAAAA"]);
    assert!(!unknown.status.success() && text(&unknown.stderr).contains("whodunit keys list"), "{unknown:?}");
    let long = keys(&["create", "--label", &"x".repeat(129)]);
    assert_eq!(text(&long.stderr), "error: a label has at most 128 characters\n");
}

#[test]
fn mistakes_are_answered_with_what_to_do() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("x.db");
    let data = data.to_str().unwrap();
    let wrong = whodunit(&["search", "evnt:Delete*", "--data", data]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(text(&wrong.stderr).contains("\n  evnt:Delete*\n  ^^^^"), "{}", text(&wrong.stderr));
    let range = whodunit(&["search", "--from", "yesterday", "--data", data]);
    assert!(text(&range.stderr).starts_with("error in --from: "), "{}", text(&range.stderr));
    let nowhere = whodunit(&["search", "event:x"]);
    assert!(
        text(&nowhere.stderr).contains("--data FILE, or --endpoint-url URL"),
        "{}",
        text(&nowhere.stderr)
    );
    let nothing = whodunit(&["import", "no/such/folder", "--data", data]);
    assert!(!nothing.status.success() && text(&nothing.stdout).contains("no/such/folder: "), "{nothing:?}");
    let open = whodunit(&["serve", "--listen", "0.0.0.0:0"]);
    assert!(text(&open.stderr).contains("can be reached by other machines"), "{}", text(&open.stderr));
}

/// Ends when it is dropped.
struct Serving(Child);

impl Drop for Serving {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts `whodunit serve` on a free port, and gives its address as it is printed.
fn serve(args: &[&str]) -> (Serving, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_whodunit"))
        .args(["serve", "--listen", "127.0.0.1:0"])
        .args(args)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let address = line.trim_end().strip_prefix("Whodunit is ready at http://").unwrap().to_owned();
    (Serving(child), address)
}

fn get(address: &str, path: &str) -> Value {
    let mut stream = TcpStream::connect(address).unwrap();
    // Of version 1.0, so that the answer ends where the connection does and has no chunks.
    write!(stream, "GET {path} HTTP/1.0\r\nHost: {address}\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("HTTP/1.0 200 "), "{answer}");
    serde_json::from_str(body).unwrap()
}

#[test]
fn the_demo_tells_who_deleted_the_database() {
    let (_serving, address) = serve(&["--demo", "--demo-events", "300"]);
    let page = get(&address, "/api/events?q=event:DeleteDBInstance&from=-90d");
    let row = &page["rows"][0];
    assert_eq!((&row["userName"], &row["awsRegion"]), (&"alana".into(), &"us-west-2".into()), "{page}");
    assert_eq!(row["sourceIPAddress"], "205.251.233.48");
    let detail = get(&address, &format!("/api/events/{}", row["eventID"].as_str().unwrap()));
    assert!(detail["record"].as_str().unwrap().contains("DeleteDBInstance"), "{detail}");
}

#[test]
fn the_demo_is_added_once_and_kept() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("x.db");
    let args = ["--demo", "--demo-events", "250", "--data", data.to_str().unwrap()];
    let all = || {
        let (_serving, address) = serve(&args);
        get(&address, "/api/events.json?q=category:any+-service:whodunit&from=-90d&sort=time")["Records"]
            .as_array()
            .unwrap()
            .len()
    };
    let first = all();
    assert!(first >= 200, "{first}");
    assert!(all() <= first, "time passes, and only takes events away");
}

#[cfg(unix)]
#[test]
fn it_ends_when_it_is_asked_to() {
    let (mut serving, _) = serve(&[]);
    let signal =
        |child: &Child| Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(signal(&serving.0).success());
    assert!(serving.0.wait().unwrap().success());
}
