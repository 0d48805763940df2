//! `GET /api/status`

use ingest::{Limits, Loader};
use model::{Coverage, Filter, Gap, Problem, Source, Span, Status};
use store::Retention;

use crate::{Api, now};

const NAME: &str = "AWSLogs/111122223333/CloudTrail/us-east-1/2026/11/22/\
                    111122223333_CloudTrail_us-east-1_20261122T1455Z_a.json.gz";

fn file(times: &[&str]) -> String {
    let record = |time: &&str| {
        format!(
            r#"{{"eventVersion":"1.11","eventTime":"2026-11-22T{time}Z","eventID":"e-{time}","eventName":"A",
            "eventSource":"s3.amazonaws.com","awsRegion":"us-east-1","recipientAccountId":"111122223333"}}"#
        )
    };
    format!(r#"{{"Records":[{}]}}"#, times.iter().map(record).collect::<Vec<_>>().join(","))
}

#[tokio::test]
async fn tells_what_was_loaded_and_what_a_search_lacks() {
    let api = Api::with(vec![], Retention::Days(90)).await;
    for _ in 0..2 {
        let mut loader = Loader::new(api.store.clone(), Limits::default(), now());
        loader.file(NAME, file(&["13:10:00", "14:50:00"]).as_bytes()).await.unwrap();
        loader.finish().await.unwrap();
    }
    let status: Status = api.get("/api/status").await.json();
    let [stream] = &status.streams[..] else { panic!("{status:?}") };
    assert_eq!(
        (&*stream.account, &*stream.region, stream.source),
        ("111122223333", "us-east-1", Source::LogFiles)
    );
    assert_eq!((stream.files, stream.events, stream.redelivered, stream.lag), (1, 2, 1, Some(4_200)));
    assert_eq!((status.retention_days, status.cost.round_trips), (Some(90), 2));
    assert!(status.cost.read_units <= 4.0, "{:?}", status.cost);

    let day: Status = api.get("/api/status?q=event:A&from=-1d").await.json();
    assert_eq!(day.span, Span { from: now().plus_millis(-86_400_000), to: now().plus_millis(1) });
    let gaps = Coverage::of(&day, day.span, &Filter::default()).gaps;
    assert!(matches!(gaps[..], [Gap::BeforeFirst { .. }, Gap::AfterLast { usual: false, .. }]), "{gaps:?}");
}

#[tokio::test]
async fn a_range_that_is_none_is_refused_and_a_table_that_is_none_told() {
    let api = Api::with(vec![], Retention::Forever).await;
    for uri in ["/api/status?from=yesterday", "/api/status?from=now&to=-1h"] {
        let answer = api.get(uri).await;
        assert_eq!((answer.status.as_u16(), &*answer.json::<Problem>().code), (400, "badTime"), "{uri}");
    }
    assert_eq!(Api::broken().get("/api/status").await.status, 503);
}
