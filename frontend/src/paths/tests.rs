use model::Column;
use model::column;

use super::*;

#[test]
fn a_path_leads_to_a_page() {
    assert_eq!(page("/"), Page::Home);
    assert_eq!(page("/events/"), Page::Events);
    assert_eq!(page("/compare"), Page::Compare);
    assert_eq!(page("/events/a/b"), Page::NotFound);
    assert_eq!(page("/identities"), Page::Identities);
    assert_eq!(page("/resources/"), Page::Resources);
    assert_eq!(page("/views"), Page::Views);
    assert_eq!(page("/status"), Page::Status);
    for name in ["cat-backups", "arn:aws:iam::1:role/ops/deployer", "a/b?c#d e", "한"] {
        let bare = |path: String| path.split('?').next().unwrap_or_default().to_owned();
        assert_eq!(page(&bare(resource(name))), Page::Resource(name.to_owned()), "{name}");
        assert_eq!(page(&bare(identity(name))), Page::Identity(name.to_owned()), "{name}");
    }
    assert_eq!(page("/resources/arn:aws:s3:::a/b"), Page::Resource("arn:aws:s3:::a/b".to_owned()));
    assert_eq!(page("/identities/a/b"), Page::NotFound);
    for id in ["8f2c11d0-4c1e", "a/b?c#d e", "100%", "%2", "한"] {
        assert_eq!(page(&event(id, "")), Page::Event(id.to_owned()), "{id}");
    }
    assert_eq!(page("/events/%zz%2"), Page::Event("%zz%2".to_owned()));
    assert_eq!(page("/events/%+1"), Page::Event("%+1".to_owned()));
}

#[test]
fn all_paths() {
    let query: Query = "from=-7d&to=-1h&size=25&at=AAAA".parse().unwrap();
    let id = "8f2c11d0-4c1e-4a57-9f1c-0f5d2b7a9e31";
    let snapshot = [
        HOME.to_owned(),
        EVENTS.to_owned(),
        events("q=region%3Aeu-central-1&sel=a%2525"),
        event(id, ""),
        event(id, "from=-7d"),
        here(EVENTS, "tz=local"),
        compare(&[id.to_owned(), "a,b".to_owned()], None),
        compare(&["1".to_owned(), "2".to_owned()], Some("2")),
        comparison(&["1".to_owned(), "2".to_owned()], None, true, "from=-7d"),
        api_events(&query, &column::read("via,time,agent,@a.b").unwrap()),
        api_events(&Query::default(), &[Column::Time]),
        api_histogram(&query),
        api_facets(&query, &[Key::Who, Key::ResourceType]),
        api_values(&Query::default(), Key::Event, ""),
        api_values(&query, Key::Event, "a b,"),
        api_event(id),
        api_chain(id),
        everything([Term::is(Key::AccessKey, "AKIA")]),
        identity("ana@example.com"),
        resource("arn:aws:s3:::cat-backups"),
        api_top(Key::Who),
        api_changed(),
        api_identity("key:a/b", Query::default().range),
        api_policy("ana", query.range),
        api_resource("arn:aws:s3:::cat-backups", query.range),
        by_keys(&["B", "A"], query.range).unwrap(),
        found_by("who:ana", [Term::is(Key::Region, "us-east-1")], query.range).unwrap(),
        save("q=who:ana+b&from=-7d"),
        api_view("0a/", Some("2026-11-22T14:33:02.700Z".parse().unwrap())),
        [IDENTITIES, RESOURCES, VIEWS, STATUS, API_STATUS, API_VIEWS].join(" "),
        api_download(Format::Csv, &query, &[], true),
        api_download(Format::Csv, &query, &[Column::Event, Column::Via], false),
        api_download(Format::Json, &query, &[Column::Event], true),
        api_download(Format::Ndjson, &Query::default(), &[], true),
        API_HEALTH.to_owned(),
        API_ME.to_owned(),
        REFRESH.to_owned(),
        LOGOUT.to_owned(),
        sign_in("/events?q=who:ana+b&from=-7d"),
        MARK.to_owned(),
    ];
    assert_eq!(
        snapshot.join("\n"),
        "/events?q=access:write\n\
         /events\n\
         /events?q=region:eu-central-1&sel=a%2525\n\
         /events/8f2c11d0-4c1e-4a57-9f1c-0f5d2b7a9e31\n\
         /events/8f2c11d0-4c1e-4a57-9f1c-0f5d2b7a9e31?from=-7d\n\
         /events?tz=local\n\
         /compare?ids=8f2c11d0-4c1e-4a57-9f1c-0f5d2b7a9e31,a%252Cb\n\
         /compare?ids=1,2&ref=2\n\
         /compare?ids=1,2&diff=all&from=-7d\n\
         /api/events?from=-7d&to=-1h&size=25&at=AAAA&cols=agent,via,@a.b\n\
         /api/events\n\
         /api/histogram?from=-7d&to=-1h\n\
         /api/facets?from=-7d&to=-1h&keys=who,rtype\n\
         /api/values?key=event\n\
         /api/values?from=-7d&to=-1h&key=event&prefix=a+b,\n\
         /api/events/8f2c11d0-4c1e-4a57-9f1c-0f5d2b7a9e31\n\
         /api/events/8f2c11d0-4c1e-4a57-9f1c-0f5d2b7a9e31/chain\n\
         /events?q=key:AKIA+category:any&from=-90d\n\
         /identities/ana%40example.com?from=-90d\n\
         /resources/arn%3Aaws%3As3%3A%3A%3Acat-backups?from=-90d\n\
         /api/facets?q=category:any&from=-7d&keys=who\n\
         /api/events?q=access:write+outcome:ok&from=-7d&size=100\n\
         /api/identities/key%3Aa%2Fb\n\
         /api/identities/ana/policy?from=-7d&to=-1h\n\
         /api/resources?from=-7d&to=-1h&name=arn:aws:s3:::cat-backups\n\
         /events?q=key:A,B+category:any&from=-7d&to=-1h\n\
         /events?q=who:ana+region:us-east-1&from=-7d&to=-1h\n\
         /views?save=q%3Dwho%3Aana%2Bb%26from%3D-7d\n\
         /api/views/0a%2F?seen=2026-11-22T14:33:02.700Z\n\
         /identities /resources /views /status /api/status /api/views\n\
         /api/events.csv?from=-7d&to=-1h\n\
         /api/events.csv?from=-7d&to=-1h&size=25&at=AAAA&page=1&cols=event,via\n\
         /api/events.json?from=-7d&to=-1h\n\
         /api/events.ndjson\n\
         /api/health\n\
         /api/me\n\
         /auth/refresh\n\
         /auth/logout\n\
         /auth/login?next=%2Fevents%3Fq%3Dwho%3Aana%2Bb%26from%3D-7d\n\
         /favicon.svg"
    );
}

#[test]
fn what_is_to_be_saved_is_read_as_it_was_written() {
    for view in ["", "q=who:ana+b&from=-7d", "q=%22a%26b%22"] {
        let address = save(view);
        assert_eq!(to_save(address.strip_prefix(VIEWS).unwrap()).as_deref(), Some(view));
    }
    assert_eq!(to_save("?tz=local"), None);
}

#[test]
fn a_hostile_id_stays_one_segment() {
    assert_eq!(event("../..//evil?x#y", ""), "/events/..%2F..%2F%2Fevil%3Fx%23y");
    assert_eq!(event("javascript:alert(1)", ""), "/events/javascript%3Aalert%281%29");
}
