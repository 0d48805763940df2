//! Every path of the console and of its API, in one place.
//!
//! No value of an event becomes an address except through a function of this file, and all of these lead
//! to our own origin.

use model::column::{self, NAMED};
use model::filter::{Key, Term, Test};
use model::{Bound, Column, Filter, Query, TimeRange, Timestamp};
use percent_encoding::percent_decode_str;

/// The event history with the default question: what changed anything in the last 24 hours.
///
/// The token is explicit, so that the default is visible and can be removed.
pub(crate) const HOME: &str = "/events?q=access:write";
/// The event history.
pub(crate) const EVENTS: &str = "/events";
/// Who acts in the accounts.
pub(crate) const IDENTITIES: &str = "/identities";
/// What is acted on.
pub(crate) const RESOURCES: &str = "/resources";
/// The views that were saved.
pub(crate) const VIEWS: &str = "/views";
/// What has arrived, and what is not collected.
pub(crate) const STATUS: &str = "/status";
/// The page itself, as the server gives it now.
pub(crate) const SHELL: &str = "/";
/// Whether the API answers, and whether it holds any event.
pub(crate) const API_HEALTH: &str = "/api/health";
/// The saved views.
pub(crate) const API_VIEWS: &str = "/api/views";
/// What has arrived.
pub(crate) const API_STATUS: &str = "/api/status";
/// Who reads.
pub(crate) const API_ME: &str = "/api/me";
/// Renews a session.
pub(crate) const REFRESH: &str = "/auth/refresh";
/// Ends a session.
pub(crate) const LOGOUT: &str = "/auth/logout";

/// The product's mark.
pub(crate) const MARK: &str = "/favicon.svg";

/// What a path leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Page {
    /// `/`
    Home,
    /// The event history.
    Events,
    /// One event, with its id.
    Event(String),
    /// Two to five events side by side.
    Compare,
    /// Everybody who acts.
    Identities,
    /// One of them: a name in the chain, or `key:` and an access key.
    Identity(String),
    /// What is acted on.
    Resources,
    /// One of them: an ARN, a name or an id.
    Resource(String),
    /// The views that were saved.
    Views,
    /// What has arrived.
    Status,
    /// None of ours.
    NotFound,
}

impl Page {
    /// The same for every event: what has to be made anew when it changes.
    pub(crate) fn kind(&self) -> std::mem::Discriminant<Page> {
        std::mem::discriminant(self)
    }

    /// What the page is called until it knows better.
    pub(crate) fn title(&self) -> &'static str {
        match self {
            Page::Home | Page::Events => "Events",
            Page::Event(_) => "Event",
            Page::Compare => "Compare events",
            Page::Identities => "Identities",
            Page::Identity(_) => "Identity",
            Page::Resources => "Resources",
            Page::Resource(_) => "Resource",
            Page::Views => "Saved views",
            Page::Status => "Status",
            Page::NotFound => "Page not found",
        }
    }

    /// Where in the navigation the page belongs.
    pub(crate) fn section(&self) -> &'static str {
        match self {
            Page::Events => HOME,
            Page::Identities | Page::Identity(_) => IDENTITIES,
            Page::Resources | Page::Resource(_) => RESOURCES,
            Page::Views => VIEWS,
            Page::Status => STATUS,
            Page::Home | Page::Event(_) | Page::Compare | Page::NotFound => "",
        }
    }
}

/// The page at `path`.
pub(crate) fn page(path: &str) -> Page {
    let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
    let decoded = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    match segments[..] {
        [] => Page::Home,
        ["events"] => Page::Events,
        ["events", id] => Page::Event(decoded(id)),
        ["compare"] => Page::Compare,
        ["identities"] => Page::Identities,
        ["identities", id] => Page::Identity(decoded(id)),
        ["resources"] => Page::Resources,
        // Somebody may have pasted an ARN as it is, with its slashes.
        ["resources", ref name @ ..] => Page::Resource(decoded(&name.join("/"))),
        ["views"] => Page::Views,
        ["status"] => Page::Status,
        _ => Page::NotFound,
    }
}

/// The event history with a view's query string.
pub(crate) fn events(view: &str) -> String {
    with_query(EVENTS, view)
}

/// The full page of an event; `view` keeps the way back to the list.
pub(crate) fn event(id: &str, view: &str) -> String {
    with_query(&format!("{EVENTS}/{}", segment(id)), view)
}

/// All events that `terms` find, as far back as events are usually kept.
pub(crate) fn everything(terms: impl IntoIterator<Item = Term>) -> String {
    let range = TimeRange { from: Bound::Ago(90, model::time::Unit::Days), to: Bound::Now };
    let filter = Filter::new(terms.into_iter().chain([Term::is(Key::Category, "any")]));
    events(&Query { filter, range, ..Query::default() }.to_string())
}

/// The range of a page about an identity or a resource to which a link leads: as far back as events are kept,
/// usually.
const LONG: &str = "from=-90d";

/// The page about an identity.
pub(crate) fn identity(id: &str) -> String {
    with_query(&format!("{IDENTITIES}/{}", segment(id)), LONG)
}

/// The page about a resource.
pub(crate) fn resource(name: &str) -> String {
    with_query(&format!("{RESOURCES}/{}", segment(name)), LONG)
}

/// The events that are found by `query`, a text that the API gave, and by `terms` in `range`; none where that
/// is no query.
pub(crate) fn found_by(
    query: &str,
    terms: impl IntoIterator<Item = Term>,
    range: TimeRange,
) -> Option<String> {
    let filter: Filter = query.parse().ok()?;
    let filter = terms.into_iter().fold(filter, |filter, term| filter.with(term));
    Some(events(&Query { filter, range, ..Query::default() }.to_string()))
}

/// The events that were made with any of `keys`.
pub(crate) fn by_keys(keys: &[&str], range: TimeRange) -> Option<String> {
    let one = |key: &&str| Term::is(Key::AccessKey, key);
    let values = keys.iter().map(one).filter_map(|term| match term.test {
        Test::Key(_, mut values) => values.pop(),
        _ => None,
    });
    let term = Term { test: Test::Key(Key::AccessKey, values.collect()), negated: false };
    let filter = Filter::new([term, Term::is(Key::Category, "any")]);
    (!keys.is_empty()).then(|| events(&Query { filter, range, ..Query::default() }.to_string()))
}

/// Where a view is saved.
pub(crate) fn save(view: &str) -> String {
    let view: String = form_urlencoded::byte_serialize(view.as_bytes()).collect();
    format!("{VIEWS}?save={view}")
}

/// The view that the address of [`save`] asks to save.
pub(crate) fn to_save(search: &str) -> Option<String> {
    let mut pairs = form_urlencoded::parse(search.trim_start_matches('?').as_bytes());
    pairs.find(|(name, _)| name == "save").map(|(_, value)| value.into_owned())
}

/// A saved view; `seen` is the state of it that is to be deleted.
pub(crate) fn api_view(id: &str, seen: Option<Timestamp>) -> String {
    let seen = seen.map(|seen| format!("seen={seen}")).unwrap_or_default();
    with_query(&format!("{API_VIEWS}/{}", segment(id)), &seen)
}

/// The page at `path`, which must be one of ours, in another view.
pub(crate) fn here(path: &str, view: &str) -> String {
    with_query(path, view)
}

/// Two to five events side by side; `reference` is the one that the others are held against.
///
/// Each id is encoded before they are joined, so that a comma in one divides nothing.
pub(crate) fn compare(ids: &[String], reference: Option<&str>) -> String {
    let list: Vec<String> = ids.iter().map(|id| segment(id)).collect();
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("ids", &list.join(","));
    if let Some(id) = reference {
        query.append_pair("ref", id);
    }
    with_query("/compare", &query.finish())
}

/// The same, with `all` those fields too that are the same; `view` keeps the way back to the list.
pub(crate) fn comparison(ids: &[String], reference: Option<&str>, all: bool, view: &str) -> String {
    let all = if all { "&diff=all" } else { "" };
    let view = if view.is_empty() { String::new() } else { format!("&{view}") };
    format!("{}{all}{view}", compare(ids, reference))
}

/// Where to sign in, from where it goes on to `next`, a path of ours with its query.
pub(crate) fn sign_in(next: &str) -> String {
    let next: String = form_urlencoded::byte_serialize(next.as_bytes()).collect();
    format!("/auth/login?next={next}")
}

/// A page of rows, with those of `columns` that the rows do not have; in an order of their own, for the order
/// on the page is no part of the question.
pub(crate) fn api_events(query: &Query, columns: &[Column]) -> String {
    let named = NAMED.iter().map(|(column, ..)| column);
    let named = named.filter(|column| column.needs_record() && columns.contains(column));
    let paths = columns.iter().filter(|column| matches!(column, Column::Path(_)));
    with_query("/api/events", &with_columns(query.to_string(), &column::list(named.chain(paths))))
}

/// The query string with the list of `columns`, unless that is empty.
fn with_columns(query: String, columns: &str) -> String {
    if columns.is_empty() { query } else { with(query, "cols", columns) }
}

/// The events of `query`'s filter and range over time.
pub(crate) fn api_histogram(query: &Query) -> String {
    with_query("/api/histogram", &counted(query))
}

/// The most frequent values of `keys` among the events of `query`'s filter and range.
pub(crate) fn api_facets(query: &Query, keys: &[Key]) -> String {
    let keys: Vec<&str> = keys.iter().map(|key| key.name()).collect();
    with_query("/api/facets", &with(counted(query), "keys", &keys.join(",")))
}

/// The values of `key` among these events that begin with `prefix`.
pub(crate) fn api_values(query: &Query, key: Key, prefix: &str) -> String {
    let asked = with(counted(query), "key", key.name());
    with_query("/api/values", &if prefix.is_empty() { asked } else { with(asked, "prefix", prefix) })
}

/// What of a query matters to a count: neither page nor order.
fn counted(query: &Query) -> String {
    let Query { size, sort, .. } = Query::default();
    Query { size, sort, at: None, ..query.clone() }.to_string()
}

fn with(query: String, name: &str, value: &str) -> String {
    form_urlencoded::Serializer::new(query).append_pair(name, value).finish()
}

/// One event in full.
pub(crate) fn api_event(id: &str) -> String {
    format!("/api/events/{}", segment(id))
}

/// Who is behind an event.
pub(crate) fn api_chain(id: &str) -> String {
    format!("{}/chain", api_event(id))
}

/// The most frequent values of `key` in the last week.
pub(crate) fn api_top(key: Key) -> String {
    let range = TimeRange { from: Bound::Ago(7, model::time::Unit::Days), to: Bound::Now };
    let filter = Filter::new([Term::is(Key::Category, "any")]);
    api_facets(&Query { filter, range, ..Query::default() }, &[key])
}

/// What was changed in the last week, the latest first.
pub(crate) fn api_changed() -> String {
    let range = TimeRange { from: Bound::Ago(7, model::time::Unit::Days), to: Bound::Now };
    let filter = Filter::new([Term::is(Key::Access, "write"), Term::is(Key::Outcome, "ok")]);
    api_events(&Query { filter, range, size: 100, ..Query::default() }, &[])
}

/// What an identity did in the range.
pub(crate) fn api_identity(id: &str, range: TimeRange) -> String {
    with_query(&format!("/api/identities/{}", segment(id)), &in_range(range))
}

/// The rights that an identity used in the range.
pub(crate) fn api_policy(id: &str, range: TimeRange) -> String {
    with_query(&format!("/api/identities/{}/policy", segment(id)), &in_range(range))
}

/// What happened to a resource in the range.
pub(crate) fn api_resource(name: &str, range: TimeRange) -> String {
    with_query("/api/resources", &with(in_range(range), "name", name))
}

fn in_range(range: TimeRange) -> String {
    Query { range, ..Query::default() }.to_string()
}

/// A form of download.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// Rows for a spreadsheet.
    Csv,
    /// One document in the shape of a CloudTrail log file.
    Json,
    /// One record a line.
    Ndjson,
}

/// The page of rows of `query` as a file, or with `whole` all events that match. A CSV has `columns`, or
/// AWS's where there are none.
pub(crate) fn api_download(format: Format, query: &Query, columns: &[Column], whole: bool) -> String {
    let extension = match format {
        Format::Csv => "csv",
        Format::Json => "json",
        Format::Ndjson => "ndjson",
    };
    let columns = if format == Format::Csv { column::list(columns) } else { String::new() };
    let asked = match whole {
        true => Query { size: Query::default().size, at: None, ..query.clone() }.to_string(),
        false => with(query.to_string(), "page", "1"),
    };
    with_query(&format!("/api/events.{extension}"), &with_columns(asked, &columns))
}

/// With the characters that may stand in a query string as they are: people read these addresses.
fn with_query(path: &str, query: &str) -> String {
    if query.is_empty() {
        return path.to_owned();
    }
    let readable = query.replace("%3A", ":").replace("%2C", ",").replace("%40", "@").replace("%2F", "/");
    format!("{path}?{readable}")
}

/// One segment of a path: everything but letters, digits and `-._~` is percent-encoded.
fn segment(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
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
}
