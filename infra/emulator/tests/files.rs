//! A DynamoDB in a file: kept, shared, refused.

mod common;

use common::{TABLE, create_table, event, put_batch};
use emulator::{Emulator, Error};

#[tokio::test]
async fn data_survives_closing_and_opening() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("events.db");
    {
        let client = Emulator::file(&path).unwrap().client();
        create_table(&client).await;
        put_batch(&client, (0..25).map(|n| event(n, 300))).await;
    }
    let client = Emulator::file(&path).unwrap().client();
    let all = client.scan().table_name(TABLE).index_name("userName").send().await.unwrap();
    assert_eq!(all.count(), 25);
}

#[tokio::test]
async fn a_bulk_load_is_in_the_file_when_it_is_finished() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("events.db");
    let emulator = Emulator::file(&path).unwrap();
    create_table(&emulator.client()).await;
    let bulk = emulator.bulk().unwrap();
    put_batch(&emulator.client(), (0..25).map(|n| event(n, 300))).await;
    bulk.finish().unwrap();

    // The file alone, without the log beside it, as after a power cut.
    let copy = folder.path().join("copy.db");
    std::fs::copy(&path, &copy).unwrap();
    let client = Emulator::file(&copy).unwrap().client();
    assert_eq!(client.scan().table_name(TABLE).send().await.unwrap().count(), 25);
    drop(emulator.bulk().unwrap());
    put_batch(&emulator.client(), [event(25, 300)]).await;
}

#[tokio::test]
async fn a_killed_process_loses_nothing_even_in_a_bulk_load() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("events.db");
    let emulator = Emulator::file(&path).unwrap();
    create_table(&emulator.client()).await;
    let _bulk = emulator.bulk().unwrap();
    put_batch(&emulator.client(), (0..25).map(|n| event(n, 300))).await;

    // What a kill would leave behind: the file and its log as the operating system has them.
    let killed = folder.path().join("killed.db");
    std::fs::copy(&path, &killed).unwrap();
    std::fs::copy(folder.path().join("events.db-wal"), folder.path().join("killed.db-wal")).unwrap();
    let client = Emulator::file(&killed).unwrap().client();
    assert_eq!(client.scan().table_name(TABLE).send().await.unwrap().count(), 25);
}

#[tokio::test]
async fn a_file_may_be_open_twice_and_both_see_what_either_writes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("events.db");
    let (one, two) = (Emulator::file(&path).unwrap().client(), Emulator::file(&path).unwrap().client());
    create_table(&one).await;
    put_batch(&two, [event(0, 10)]).await;
    put_batch(&one, [event(1, 10)]).await;
    let all = two.scan().table_name(TABLE).send().await.unwrap();
    assert_eq!(all.count(), 2);
}

#[test]
fn what_cannot_be_opened_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("nowhere").join("events.db");
    let error = Emulator::file(&missing).unwrap_err();
    assert!(matches!(error, Error::Folder(_)), "{error:?}");
    assert_eq!(
        error.to_string(),
        format!("cannot open {}: its folder does not exist; make it first", missing.display())
    );

    let log = folder.path().join("log.json");
    std::fs::write(&log, r#"{"Records":[]}"#.repeat(1_000)).unwrap();
    let before = std::fs::read(&log).unwrap();
    let error = Emulator::file(&log).unwrap_err();
    assert!(matches!(error, Error::NotADatabase(_)), "{error:?}");
    assert_eq!(std::fs::read(&log).unwrap(), before, "somebody's file is left as it was");

    let error = Emulator::file(folder.path()).unwrap_err();
    assert!(matches!(error, Error::Open(..)), "{error:?}");
}

#[test]
fn a_name_that_looks_like_a_uri_is_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file:events.db?mode=memory");
    drop(Emulator::file(&path).unwrap());
    assert!(path.is_file());
}
