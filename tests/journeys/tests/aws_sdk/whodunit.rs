//! `whodunit` as a person runs it, and the SDK's clients that ask it.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::LazyLock;

use aws_sdk_cloudtrail::config::retry::RetryConfig;
use aws_sdk_cloudtrail::config::{BehaviorVersion, Credentials, Region};
use journeys::binary::build;
use serde_json::{Value, json};
use tempfile::TempDir;

pub(crate) const ACCOUNT: &str = "111122223333";
const READY: &str = "Whodunit is ready at ";

static PROGRAM: LazyLock<PathBuf> = LazyLock::new(|| build("whodunit"));

/// An access key: its id and its secret.
pub(crate) type Key = (String, String);

/// A file of events that is not served yet: only one process has it open.
pub(crate) struct Events(TempDir);

impl Events {
    /// `count` management events, one a second from 2026-11-22T10:00:00Z on, one in ten of them a write.
    pub(crate) fn new(count: u32) -> Events {
        let events = Events(tempfile::tempdir().unwrap());
        let records: Vec<Value> = (0..count).map(record).collect();
        let logs = events.0.path().join("logs.json");
        std::fs::write(&logs, json!({ "Records": records }).to_string()).unwrap();
        events.run(&["import", logs.to_str().unwrap(), "--retention", "forever"]);
        events
    }

    /// A new key.
    pub(crate) fn key(&self) -> Key {
        let made: Value = serde_json::from_str(&self.run(&["keys", "create", "--json"])).unwrap();
        let text = |name: &str| made[name].as_str().unwrap().to_owned();
        (text("accessKeyId"), text("secretAccessKey"))
    }

    /// The ARN of a new channel for audit events.
    pub(crate) fn channel(&self) -> String {
        let made = self.run(&["channels", "create", "shop", "--account", ACCOUNT, "--json"]);
        serde_json::from_str::<Value>(&made).unwrap()["arn"].as_str().unwrap().to_owned()
    }

    fn run(&self, args: &[&str]) -> String {
        let output = self.command(args).output().unwrap();
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(&*PROGRAM);
        command.args(args).arg("--data").arg(self.0.path().join("events.db"));
        command
    }

    /// Serves them with more `options`.
    pub(crate) fn serve(self, options: &[&str]) -> Serving {
        let always = ["serve", "--listen", "127.0.0.1:0", "--retention", "forever"];
        let mut command = self.command(&[&always, options].concat());
        let mut process = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines().map_while(Result::ok);
        let url = lines.find_map(|line| line.strip_prefix(READY).map(str::to_owned)).unwrap();
        Serving { url, process, _events: self }
    }
}

/// The id of the `n`th record.
pub(crate) fn id(n: u32) -> String {
    format!("00000000-0000-4000-8000-{n:012}")
}

fn record(n: u32) -> Value {
    let (minute, second) = (n / 60, n % 60);
    json!({"eventVersion": "1.11", "eventID": id(n),
        "eventTime": format!("2026-11-22T{:02}:{:02}:{second:02}Z", 10 + minute / 60, minute % 60),
        "eventName": if n.is_multiple_of(10) { "PutBucketTagging" } else { "GetBucketTagging" },
        "eventSource": "s3.amazonaws.com", "readOnly": !n.is_multiple_of(10),
        "userIdentity": {"type": "IAMUser", "userName": if n.is_multiple_of(3) { "alana" } else { "kim" }},
        "eventCategory": "Management"})
}

/// A running server. Ends when it is dropped.
pub(crate) struct Serving {
    url: String,
    process: Child,
    _events: Events,
}

impl Drop for Serving {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A key that nobody gave out.
pub(crate) fn nobodys() -> Key {
    ("AKIAIOSFODNN7EXAMPLE".to_owned(), "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY".to_owned())
}

impl Serving {
    /// What LookupEvents is asked with.
    pub(crate) fn cloudtrail(&self, (id, secret): &Key) -> aws_sdk_cloudtrail::Client {
        let config = aws_sdk_cloudtrail::Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new("us-east-1"))
            .endpoint_url(&self.url)
            .http_client(aws_smithy_http_client::Builder::new().build_http())
            .retry_config(RetryConfig::disabled())
            .credentials_provider(Credentials::new(id, secret, None, None, "test"));
        aws_sdk_cloudtrail::Client::from_conf(config.build())
    }

    /// What PutAuditEvents is asked with.
    pub(crate) fn cloudtrail_data(&self, (id, secret): &Key) -> aws_sdk_cloudtraildata::Client {
        let config = aws_sdk_cloudtraildata::Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new("us-east-1"))
            .endpoint_url(&self.url)
            .http_client(aws_smithy_http_client::Builder::new().build_http())
            .retry_config(RetryConfig::disabled())
            .credentials_provider(Credentials::new(id, secret, None, None, "test"));
        aws_sdk_cloudtraildata::Client::from_conf(config.build())
    }
}
