//! Who may know whom: the packages that each room depends on.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

const ROOMS: [&str; 17] = [
    "api",
    "architecture",
    "auth",
    "benches",
    "conformance",
    "corpus",
    "demo",
    "emulator",
    "frontend",
    "hosted",
    "ingest",
    "journeys",
    "local",
    "model",
    "store",
    "wire",
    "xtask",
];

/// Each package's dependencies, those of its tests left out.
fn dependencies() -> BTreeMap<String, BTreeSet<String>> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1"])
        .current_dir(architecture::root())
        .output()
        .expect("cargo metadata");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let packages = metadata["packages"].as_array().expect("packages");
    let name = |value: &Value| value["name"].as_str().expect("a name").to_owned();
    let normal = |package: &Value| {
        let all = package["dependencies"].as_array().expect("dependencies");
        all.iter().filter(|d| d["kind"].is_null()).map(name).collect()
    };
    packages.iter().map(|package| (name(package), normal(package))).collect()
}

#[test]
fn every_room_is_known() {
    let packages: Vec<String> = dependencies().into_keys().collect();
    assert_eq!(packages, ROOMS);
}

#[test]
fn a_room_knows_only_the_rooms_it_may() {
    let may: BTreeMap<&str, &[&str]> = BTreeMap::from([
        ("model", &[][..]),
        ("store", &["model"]),
        ("wire", &["model", "store"]),
        ("ingest", &["model", "store", "wire"]),
        ("api", &["model", "store", "wire"]),
        ("auth", &["model"]),
        ("frontend", &["model"]),
        ("hosted", &["api", "auth", "ingest", "model", "store", "wire"]),
        ("local", &["api", "demo", "emulator", "ingest", "model", "store", "wire"]),
        ("emulator", &[]),
        ("demo", &[]),
        ("corpus", &[]),
        ("xtask", &[]),
    ]);
    let dependencies = dependencies();
    for (room, may) in may {
        let rooms: Vec<&str> =
            dependencies[room].iter().map(String::as_str).filter(|d| ROOMS.contains(d)).collect();
        assert!(rooms.iter().all(|d| may.contains(d)), "{room} knows {rooms:?}, may know {may:?}");
    }
}

#[test]
fn outer_formats_stay_in_their_rooms() {
    let dependencies = dependencies();
    let never = |room: &str, parts: &[&str]| {
        let found: Vec<&String> =
            dependencies[room].iter().filter(|d| parts.iter().any(|part| d.contains(part))).collect();
        assert!(found.is_empty(), "{room} depends on {found:?}");
    };
    never("model", &["aws", "tokio", "http", "axum", "lambda", "web", "js-sys", "futures", "chrono", "zstd"]);
    never("store", &["http", "axum", "lambda", "aws-sdk-s3", "aws-config", "flate2", "emulator"]);
    never("ingest", &["aws", "dynamo", "lambda", "zstd"]);
    never("wire", &["aws-sdk", "aws-config", "dynamo", "lambda", "zstd"]);
    never("api", &["aws", "lambda", "openidconnect", "flate2", "zstd", "dynoxide"]);
    never("auth", &["lambda", "aws-config", "aws-sdk-s3", "store", "zstd"]);
    // Its search for credentials is most of what a tutorial's function does before its first event.
    never("hosted", &["aws-config", "aws-sdk-sts", "emulator", "dynoxide"]);
    never("frontend", &["aws", "tokio", "store"]);
    assert!(dependencies["model"].len() <= 4, "model stays small: {:?}", dependencies["model"]);
}
