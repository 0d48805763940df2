use super::*;

#[track_caller]
fn check(text: &str, canonical: &str) {
    let parsed = parse(text);
    assert!(parsed.is_clean(), "{text}: {parsed:?}");
    assert_eq!(parsed.view.to_string(), canonical, "{text}");
    assert_eq!(parse(canonical).view, parsed.view, "{text}");
}

#[test]
fn one_text_form() {
    check("", "");
    assert!(parse("utm=1").foreign && !parse("q=access:write&tab=raw").foreign);
    check("?tz=utc&tab=record&sel=", "");
    check("tab=raw&sel=a%20b&tz=local&size=25&x=1", "size=25&tz=local&sel=a+b&tab=raw");
    check("tab=around&sel=1", "sel=1&tab=around");
    check("q=access:write&sel=1", "q=access%3Awrite&sel=1");
    check("cols=time,event,service,who,from,region,resource,outcome", "");
    check("sel=1&cols=event,@a.b", "cols=event%2C%40a.b&sel=1");
    check("live=1&q=a", "q=a&live=1");
    check("live=0", "");
    check("view=0a&q=a&sel=1", "q=a&sel=1&view=0a");
    check("view=", "");
    check("cols=time,mfa", "cols=event%2Ctime%2Cmfa");
}

#[test]
fn what_cannot_be_read_is_named_and_falls_back() {
    for (text, word) in [
        ("tz=mars", "tz"),
        (&*format!("view={}", "a".repeat(33)), "view"),
        ("from=noon", "from"),
        ("cols=time,time", "cols"),
        ("at=!!", "Page position"),
    ] {
        let parsed = parse(text);
        assert_eq!(parsed.view, View::default(), "{text}");
        assert!(parsed.notices[0].contains(word), "{text}: {:?}", parsed.notices);
    }
    let parsed = parse("q=nosuchkey:1&from=-7d");
    let (text, problem) = parsed.bad_query.unwrap();
    assert_eq!((text.as_str(), problem.parameter.as_deref()), ("nosuchkey:1", Some("q")));
    assert_eq!(parsed.view.to_string(), "from=-7d");
}

#[test]
fn a_column_is_added_once() {
    let view = View::default().with_column(Column::Via).with_column(Column::Via);
    assert_eq!(view.columns().len(), column::USUAL.len() + 1);
    let mut full = view;
    for n in 0..30 {
        full = full.with_column(Column::Path(format!("p{n}")));
    }
    assert_eq!(full.columns().len(), column::MAX_COLUMNS);
    assert!(parse(&full.to_string()).is_clean());
}

#[test]
fn a_frozen_view_has_moments() {
    let span = TimeRange::default().resolve("2026-11-22T14:00:00Z".parse().unwrap()).unwrap();
    let frozen = |text: &str| parse(text).view.frozen(span).to_string();
    let range = "from=2026-11-21T14%3A00%3A00Z&to=2026-11-22T14%3A00%3A00.001Z";
    assert_eq!(frozen("q=a&at=AAAA&tz=local&sel=1"), format!("q=a&{range}&tz=local&sel=1"));
    let already = format!("{range}&at=AAAA");
    assert_eq!(frozen(&already), already);
    assert_eq!(frozen(&format!("{already}&live=1")), already);
}

#[test]
fn another_question_begins_at_its_first_page() {
    let view = parse("at=AAAA&sel=1&from=-7d&tab=raw").view;
    assert_eq!(view.with_filter(Filter::default()).to_string(), "from=-7d&tab=raw");
    let denied: Term = "outcome:denied".parse().unwrap();
    let pivoted = view.pivoted(!denied.clone()).pivoted(denied);
    assert_eq!(pivoted.to_string(), "q=outcome%3Adenied&from=-7d&sel=1&tab=raw");
    assert_eq!(view.at("BBBB".parse().ok()).to_string(), "from=-7d&at=BBBB&tab=raw");
}
