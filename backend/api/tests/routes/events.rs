//! `GET /api/events`

use model::{Column, Filter, Page, Problem, column};

use crate::{Api, events};

const ALL_TIME: &str = "from=2010-01-01&to=2200-01-01";

#[tokio::test]
async fn pages_give_every_event_once_newest_first() {
    let api = Api::with_corpus().await;
    let mut expected: Vec<_> = events().into_iter().filter(|e| Filter::default().matches(e)).collect();
    expected.sort_by(|a, b| (b.time, &b.id).cmp(&(a.time, &a.id)));
    let (mut found, mut at) = (Vec::new(), String::new());
    loop {
        let page: Page = api.get(&format!("/api/events?{ALL_TIME}&size=20&at={at}")).await.json();
        assert!(page.rows.len() <= 20);
        found.extend(page.rows.into_iter().map(|row| row.id));
        match page.next {
            Some(next) => at = next.to_string(),
            None => break,
        }
    }
    assert_eq!(found, expected.into_iter().map(|e| e.id).collect::<Vec<_>>());
}

#[tokio::test]
async fn a_query_finds_what_it_means() {
    let api = Api::with_corpus().await;
    let filter: Filter = "event:RunInstances access:write".parse().unwrap();
    let expected = events().iter().filter(|event| filter.matches(event)).count();
    let page: Page =
        api.get(&format!("/api/events?{ALL_TIME}&q=event:RunInstances+access:write")).await.json();
    assert!(expected > 0 && page.rows.len() == expected, "{page:?}");
    assert!(page.rows.iter().all(|row| row.name == "RunInstances"));
}

#[tokio::test]
async fn what_is_wrong_with_a_question_is_told_with_its_place() {
    let api = Api::with_corpus().await;
    for (query, status, code, parameter) in [
        ("q=evnt:RunInstances", 400, "badQuery", "q"),
        ("from=yesterday", 400, "badTime", "from"),
        ("size=1000", 400, "badSize", "size"),
        ("sort=name", 400, "badSort", "sort"),
        ("at=!", 400, "badCursor", "at"),
        ("at=AAAA", 400, "badCursor", "at"),
        ("cols=nosuch", 400, "badColumns", "cols"),
    ] {
        let answer = api.get(&format!("/api/events?{query}")).await;
        let problem: Problem = answer.json();
        assert_eq!((answer.status.as_u16(), &*problem.code), (status, code), "{query}");
        assert_eq!(problem.parameter.as_deref(), Some(parameter), "{query}");
    }
    let problem: Problem = api.get("/api/events?q=evnt:RunInstances").await.json();
    assert_eq!(problem.place.map(|place| place.at), Some(0), "{problem:?}");
    assert!(problem.did_you_mean.unwrap_or_default().contains("event"));
}

#[tokio::test]
async fn a_cursor_beside_another_query_is_refused() {
    let api = Api::with_corpus().await;
    let page: Page = api.get(&format!("/api/events?{ALL_TIME}&size=5")).await.json();
    let at = page.next.unwrap();
    assert_eq!(api.get(&format!("/api/events?{ALL_TIME}&size=5&at={at}")).await.status, 200);
    let answer = api.get(&format!("/api/events?{ALL_TIME}&size=5&q=access:write&at={at}")).await;
    assert_eq!((answer.status.as_u16(), &*answer.json::<Problem>().code), (400, "badCursor"));
}

#[tokio::test]
async fn columns_of_the_record_come_beside_the_rows_with_one_request() {
    let api = Api::with_corpus().await;
    let plain: Page = api.get(&format!("/api/events?{ALL_TIME}&size=30")).await.json();
    let same: Page = api.get(&format!("/api/events?{ALL_TIME}&size=30&cols=time,event,who")).await.json();
    assert_eq!((same.extra, same.cost), (None, plain.cost), "what rows have costs nothing");

    let cols = "agent,@requestParameters,lag,mfa";
    let asked = format!("/api/events?{ALL_TIME}&size=30&cols=time,{cols}");
    let page: Page = api.get(&asked).await.json();
    assert_eq!((&page.rows, &page.next), (&plain.rows, &plain.next));
    assert_eq!(page.cost.round_trips, plain.cost.round_trips + 1);
    // Half a unit for each 4 KB of an item.
    let units = page.cost.read_units - plain.cost.read_units;
    assert!((15.0..=30.0).contains(&units), "{units} units for 30 records");

    let (extra, columns) = (page.extra.unwrap(), column::read(cols).unwrap());
    assert_eq!(extra.columns.join(","), cols);
    let all = events();
    for (row, cells) in page.rows.iter().zip(&extra.cells) {
        let event = all.iter().find(|event| event.id == row.id).unwrap();
        let whole = columns.iter().map(|c: &Column| c.of_event(event, Some(crate::now())));
        let cut: Vec<String> = whole.map(|text| model::summary::cut(&text)).collect();
        assert_eq!(*cells, cut, "{}", row.id);
    }
    assert!(extra.cells.iter().any(|cells| !cells[0].is_empty()));
}

#[tokio::test]
async fn columns_are_no_part_of_what_a_cursor_is_bound_to() {
    let api = Api::with_corpus().await;
    let page: Page = api.get(&format!("/api/events?{ALL_TIME}&size=5&cols=agent")).await.json();
    let at = page.next.unwrap();
    assert_eq!(api.get(&format!("/api/events?{ALL_TIME}&size=5&at={at}")).await.status, 200);
    assert_eq!(api.get(&format!("/api/events?{ALL_TIME}&size=5&cols=mfa&at={at}")).await.status, 200);
}

#[tokio::test]
async fn parameters_of_the_view_are_ignored() {
    let api = Api::with_corpus().await;
    assert_eq!(api.get("/api/events?sel=x&tab=record&tz=local&live=1").await.status, 200);
}
