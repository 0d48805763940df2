//! What must appear nowhere, or in one place only.

use architecture::{sources, without_tests};

/// No line of `folder`, but for the files in `except`, contains any of `words` before its tests.
#[track_caller]
fn absent(folder: &str, words: &[&str], except: &[&str]) {
    for (file, text) in sources(folder) {
        if except.iter().any(|name| file.ends_with(name)) {
            continue;
        }
        for (n, line) in without_tests(&text).lines().enumerate() {
            let code = line.split("//").next().unwrap_or(line);
            let found = words.iter().find(|word| code.contains(**word));
            assert!(found.is_none(), "{file}:{}: {found:?} in {line:?}", n + 1);
        }
    }
}

#[test]
fn untrusted_text_never_becomes_markup() {
    let ways = [
        "inner_html",
        "insert_adjacent_html",
        "set_outer_html",
        "create_element_from_html",
        "document.write",
    ];
    absent("frontend/src", &ways, &[]);
    absent("frontend/src", &["style="], &[]);
}

#[test]
fn the_model_has_no_clock_and_no_environment() {
    absent(
        "backend/model/src",
        &["SystemTime", "Instant::now", "now_utc", "std::env", "std::fs", "std::net::Tcp"],
        &[],
    );
    absent("backend/store/src", &["SystemTime", "std::env", "std::fs"], &[]);
}

#[test]
fn only_the_store_knows_dynamodb() {
    absent("backend/api/src", &["aws_sdk_dynamodb"], &["main.rs"]);
    absent("backend/ingest/src", &["aws_sdk_dynamodb", "AttributeValue"], &[]);
    absent("backend/wire/src", &["aws_sdk_dynamodb", "AttributeValue"], &[]);
    absent("frontend/src", &["dynamodb::"], &[]);
}

#[test]
fn the_browser_asks_in_one_file_and_spells_paths_in_one_module() {
    absent("frontend/src", &["gloo_net"], &["client/http.rs"]);
    absent("frontend/src", &["\"/api/"], &["paths/api.rs", "paths/tests.rs"]);
    absent("frontend/src", &["\"/auth/", "\"/events"], &["src/paths.rs", "paths/tests.rs"]);
    absent("frontend/src/ui", &["model::", "crate::paths", "crate::client"], &[]);
    absent("frontend/src/components", &["crate::client", "use_navigate", "use_location"], &[]);
}

#[test]
fn the_browser_knows_no_token() {
    absent(
        "frontend/src",
        &["id_token", "access_token", "refresh_token", "Bearer", "\"Authorization\""],
        &[],
    );
    absent("backend/auth/src", &["debug!", "trace!"], &[]);
    // It has every secret access key in its hands.
    absent("backend/wire/src", &["debug!", "trace!", "Event"], &["signature/tests.rs"]);
}

#[test]
fn the_query_writes_no_scan() {
    // A Scan reads the whole table whatever it is asked.
    absent("backend/store/src", &[".scan()"], &[]);
}
