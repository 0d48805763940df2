//! Against a table of the embedded DynamoDB.

use emulator::Emulator;

use super::*;

async fn sessions() -> Sessions {
    let sessions = Sessions::new(Emulator::memory().unwrap().client(), Config::default());
    sessions.create_table().await.unwrap();
    sessions
}

fn at(text: &str) -> Timestamp {
    format!("2026-11-22T{text}Z").parse().unwrap()
}

fn ana() -> Person {
    Person { subject: "sub-1".into(), name: "Ana".into(), groups: vec!["auditor".into()] }
}

fn tokens(refresh: Option<&str>) -> Tokens {
    Tokens { fresh_until: at("09:00:00"), refresh: refresh.map(str::to_owned) }
}

/// The one item of the table.
async fn item(sessions: &Sessions) -> item::Item {
    let scan = sessions.client.scan().table_name(&sessions.config.table).send().await.unwrap();
    let mut items = scan.items.unwrap();
    assert_eq!(items.len(), 1, "{items:?}");
    items.remove(0)
}

#[tokio::test]
async fn a_session_is_found_until_it_is_over() {
    let sessions = sessions().await;
    sessions.create_table().await.unwrap();
    let id = sessions.begin(ana(), &tokens(None), at("08:00:00")).await.unwrap();
    let found = sessions.find(&id, at("08:44:59")).await.unwrap().unwrap();
    assert_eq!(found.person, ana());
    assert_eq!((found.began, found.fresh_until), (at("08:00:00"), at("09:00:00")));
    assert_eq!(sessions.find(&id, at("08:45:00")).await.unwrap(), None);
    assert_eq!(sessions.find(&SessionId::random().unwrap(), at("08:00:00")).await.unwrap(), None);
}

#[tokio::test]
async fn its_use_keeps_it_but_not_beyond_the_absolute_end() {
    let sessions = sessions().await;
    let id = sessions.begin(ana(), &tokens(None), at("08:00:00")).await.unwrap();
    let mut now = at("08:00:00");
    while let Some(session) = sessions.find(&id, now).await.unwrap() {
        assert!(sessions.touch(&id, &session, now).await.unwrap());
        now = now.plus_millis(30 * 60 * 1_000);
    }
    assert_eq!(now, at("20:00:00"));
}

#[tokio::test]
async fn its_use_is_written_down_every_five_minutes_only() {
    let sessions = sessions().await;
    let id = sessions.begin(ana(), &tokens(None), at("08:00:00")).await.unwrap();
    for (now, seen) in [
        ("08:04:59", "08:00:00"),
        ("08:05:00", "08:05:00"),
        ("08:09:59", "08:05:00"),
        ("08:10:01", "08:10:01"),
    ] {
        let session = sessions.find(&id, at(now)).await.unwrap().unwrap();
        assert!(sessions.touch(&id, &session, at(now)).await.unwrap());
        assert_eq!(sessions.find(&id, at(now)).await.unwrap().unwrap().seen, at(seen), "{now}");
    }
    let end = at("08:55:01").seconds().to_string();
    assert_eq!(item(&sessions).await[EXPIRY], AttributeValue::N(end));
}

#[tokio::test]
async fn what_comes_late_does_not_bring_it_back() {
    let sessions = sessions().await;
    let id = sessions.begin(ana(), &tokens(Some("one")), at("08:00:00")).await.unwrap();
    let session = sessions.find(&id, at("08:30:00")).await.unwrap().unwrap();
    assert!(matches!(sessions.lease(&id, &session, at("08:30:00")).await.unwrap(), Lease::Ours(Some(_))));
    assert_eq!(sessions.end(&id).await.unwrap().as_deref(), Some("one"));

    assert!(!sessions.touch(&id, &session, at("08:30:00")).await.unwrap());
    assert!(!sessions.renew(&id, &session, &ana(), &tokens(Some("two")), at("08:30:00")).await.unwrap());
    sessions.release(&id, &session).await.unwrap();
    assert!(matches!(sessions.lease(&id, &session, at("08:30:00")).await.unwrap(), Lease::Others));
    assert_eq!(sessions.find(&id, at("08:30:00")).await.unwrap(), None);
    assert_eq!(sessions.client.scan().table_name("whodunit-sessions").send().await.unwrap().count, 0);
    assert_eq!(sessions.end(&id).await.unwrap(), None);
}

#[tokio::test]
async fn only_one_at_a_time_exchanges_tokens() {
    let sessions = sessions().await;
    let id = sessions.begin(ana(), &tokens(Some("one")), at("08:00:00")).await.unwrap();
    let session = sessions.find(&id, at("08:00:00")).await.unwrap().unwrap();
    let ask = |now: &'static str| sessions.lease(&id, &session, at(now));

    let attempts = futures::future::join_all((0..8).map(|_| ask("08:30:00"))).await;
    let ours: Vec<_> = attempts
        .into_iter()
        .filter(|lease| matches!(lease, Ok(Lease::Ours(Some(t))) if t == "one"))
        .collect();
    assert_eq!(ours.len(), 1);

    // Given back, or its holder never heard of again.
    sessions.release(&id, &session).await.unwrap();
    assert!(matches!(ask("08:30:01").await.unwrap(), Lease::Ours(_)));
    assert!(matches!(ask("08:30:20").await.unwrap(), Lease::Others));
    assert!(matches!(ask("08:30:22").await.unwrap(), Lease::Ours(_)));

    // Done: who read the session before cannot exchange the old token again, nor overwrite the new.
    let groups = Person { name: "Ana B.".into(), groups: vec![], ..ana() };
    let fresh = Tokens { fresh_until: at("10:00:00"), refresh: Some("two".to_owned()) };
    assert!(sessions.renew(&id, &session, &groups, &fresh, at("08:30:23")).await.unwrap());
    assert!(matches!(ask("09:30:00").await.unwrap(), Lease::Others));
    assert!(!sessions.renew(&id, &session, &ana(), &tokens(Some("thief")), at("08:30:24")).await.unwrap());

    let renewed = sessions.find(&id, at("08:30:24")).await.unwrap().unwrap();
    assert_eq!((renewed.person.clone(), renewed.version), (groups, 1));
    assert_eq!((renewed.began, renewed.seen), (at("08:00:00"), at("08:30:23")));
    let lease = sessions.lease(&id, &renewed, at("08:30:25")).await.unwrap();
    assert!(matches!(lease, Lease::Ours(Some(token)) if token == "two"));
}

#[tokio::test]
async fn without_rotation_the_token_stays() {
    let sessions = sessions().await;
    let id = sessions.begin(ana(), &tokens(Some("one")), at("08:00:00")).await.unwrap();
    let session = sessions.find(&id, at("08:00:00")).await.unwrap().unwrap();
    assert!(sessions.renew(&id, &session, &ana(), &tokens(None), at("08:30:00")).await.unwrap());
    assert_eq!(sessions.end(&id).await.unwrap().as_deref(), Some("one"));
}

#[tokio::test]
async fn the_table_tells_nobody_who_reads_it() {
    let sessions = sessions().await;
    let id = sessions.begin(ana(), &tokens(Some("a-refresh-token")), at("08:00:00")).await.unwrap();
    let text = format!("{:?}", item(&sessions).await);
    assert!(!text.contains(&id.text()) && text.contains(&id.key()), "{text}");
    let closed = item(&sessions).await.remove(REFRESH_TOKEN).unwrap();
    let closed = closed.as_b().unwrap().as_ref();
    assert!(!closed.windows(7).any(|bytes| bytes == b"refresh"));
    // Another session's id does not open it.
    let other = SessionId::random().unwrap();
    assert_eq!(item::open(&other, &item(&sessions).await), None);
}

#[tokio::test]
async fn without_its_table_nothing_is_known() {
    let sessions = Sessions::new(Emulator::memory().unwrap().client(), Config::default());
    let id = SessionId::random().unwrap();
    assert!(matches!(sessions.find(&id, at("08:00:00")).await, Err(Error::Table(_))));
    assert!(matches!(sessions.begin(ana(), &tokens(None), at("08:00:00")).await, Err(Error::Table(_))));
}
