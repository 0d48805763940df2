//! `GET /api/resources?name=`

use model::history::Known;
use model::{Event, Exactness, History, Problem};
use store::Retention;

use crate::{Api, now};

async fn history(api: &Api, name: &str) -> History {
    let answer = api.get(&format!("/api/resources?from=1970-01-01&to=9999-12-31&name={name}")).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json()
}

async fn demo() -> (Api, Vec<Event>) {
    let demo = demo::Demo { events: 2_000, ..demo::Demo::new(now().millis()) };
    let all: Vec<Event> = demo.records().map(|record| Event::from_record(&record).unwrap()).collect();
    (Api::with(all.clone(), Retention::default()).await, all)
}

#[tokio::test]
async fn the_public_bucket_of_the_demo() {
    let (api, all) = demo().await;
    let history = history(&api, "cat-backups").await;
    assert_eq!(history.kind.as_deref(), Some("AWS::S3::Bucket"));
    assert_eq!(history.exactness, Exactness::Exact);
    let opened = history.write_rows.iter().find(|row| row.name == "PutBucketPolicy").unwrap();
    let event = all.iter().find(|event| event.id == opened.id).unwrap();
    assert!(event.record.contains("restore-test") && history.changed.is_some());
    assert_eq!(history.writes.total().n, history.write_rows.len() as u64);
    let per_day: u64 = history.read_days.iter().map(|day| day.reads.total().n).sum();
    assert_eq!(per_day, history.reads.total().n);
    assert!(history.cost.read_units < 12.0 && history.cost.round_trips <= 4, "{:?}", history.cost);
    // The ARN is the same page.
    let by_arn = self::history(&api, "arn:aws:s3:::cat-backups").await;
    assert_eq!((by_arn.write_rows, by_arn.reads), (history.write_rows, history.reads));
}

#[tokio::test]
async fn the_deleted_database_of_the_demo() {
    let (api, _) = demo().await;
    let history = history(&api, "cat-photos-prod").await;
    let writes: Vec<&str> = history.write_rows.iter().map(|row| row.name.as_str()).collect();
    assert!(writes.contains(&"DeleteDBInstance") && writes.contains(&"ModifyDBInstance"), "{writes:?}");
    assert!(history.writes.denied + history.writes.failed > 0, "the refusal is among them");
    assert_eq!(history.writers[0].value, "alana");
    assert!(history.cost.read_units < 8.0 && history.cost.round_trips <= 4, "{:?}", history.cost);
}

#[tokio::test]
async fn the_names_of_what_was_made_are_found_by_any_of_them() {
    let record = |id: &str, time: &str, name: &str, rest: &str| {
        let record = format!(
            r#"{{"eventVersion":"1.11","eventID":"{id}","eventTime":"{time}","eventName":"{name}","readOnly":false,
            "eventSource":"cognito-idp.amazonaws.com","awsRegion":"eu-west-1","recipientAccountId":"111122223333",
            "userIdentity":{{"type":"IAMUser","userName":"ana"}},{rest}}}"#
        );
        Event::from_record(&record).unwrap()
    };
    let made =
        r#""requestParameters":{"poolName":"cats"},"responseElements":{"userPool":{"id":"eu-west-1_Ab"}}"#;
    let events = vec![
        record("1", "2026-11-20T10:00:00Z", "CreateUserPool", made),
        record(
            "2",
            "2026-11-21T10:00:00Z",
            "UpdateUserPool",
            r#""requestParameters":{"userPoolId":"eu-west-1_Ab"}"#,
        ),
    ];
    let api = Api::with(events, Retention::default()).await;
    for name in ["cats", "eu-west-1_Ab"] {
        let history = history(&api, name).await;
        assert_eq!((history.write_rows.len(), history.names.len()), (2, 2), "{name}");
        assert_eq!(history.names[1].known, Known::Made);
        // Rows, the record of the making, rows of the other name, and its record again where that has it.
        assert!(history.cost.read_units <= 2.0 && history.cost.round_trips <= 4, "{:?}", history.cost);
    }
}

#[tokio::test]
async fn what_nobody_touched_and_what_is_no_name() {
    let api = Api::with_corpus().await;
    let history = history(&api, "arn:aws:s3:::nothing%2Fhere").await;
    assert_eq!((history.writes.total().n, history.kind, history.exactness), (0, None, Exactness::Exact));
    for name in ["", &"x".repeat(3_000)] {
        let problem: Problem = api.get(&format!("/api/resources?name={name}")).await.json();
        assert_eq!((problem.code.as_str(), problem.parameter.as_deref()), ("badName", Some("name")));
    }
}
