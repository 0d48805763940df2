//! What a request asks, told from its method and address alone.

use std::collections::BTreeMap;

use axum::http::{Method, Uri};
use model::Query;
use percent_encoding::percent_decode_str;

/// Name of an event, and its parameters.
pub(super) type Question = (&'static str, BTreeMap<String, String>);

/// The question of a request that shows events or what is made of them; `None` for any other, and for one that
/// cannot be read.
pub(super) fn question(method: &Method, uri: &Uri) -> Option<Question> {
    // axum answers HEAD wherever it answers GET.
    if method != Method::GET && method != Method::HEAD {
        return None;
    }
    let asked = uri.query().unwrap_or_default();
    let query: Query = asked.parse().ok()?;
    let mut parameters = BTreeMap::new();
    let mut add = |name: &str, value: String| parameters.insert(name.to_owned(), value);
    let path = uri.path().strip_prefix("/api/")?;
    let name = match path.split('/').collect::<Vec<_>>()[..] {
        ["events" | "histogram" | "facets" | "values"] => "SearchEvents",
        ["events.csv" | "events.json" | "events.ndjson"] => {
            add("format", path.trim_start_matches("events.").to_owned());
            "ExportEvents"
        }
        ["events", id] | ["events", id, "chain"] => {
            add("eventId", decoded(id));
            return Some(("GetEvent", parameters));
        }
        ["identities", name] | ["identities", name, "policy"] => {
            add("name", decoded(name));
            "GetIdentity"
        }
        ["resources"] => {
            let names = form_urlencoded::parse(asked.as_bytes()).filter(|(name, _)| name == "name");
            add("name", names.last().map(|(_, name)| name.into_owned()).unwrap_or_default());
            "GetResource"
        }
        _ => return None,
    };
    add("from", query.range.from.to_string());
    add("to", query.range.to.to_string());
    if !query.filter.is_empty() {
        add("q", query.filter.to_string());
    }
    Some((name, parameters))
}

fn decoded(segment: &str) -> String {
    percent_decode_str(segment).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(uri: &str, expected: &str) {
        let told = question(&Method::GET, &uri.parse().unwrap());
        let text = |(name, parameters): Question| {
            let said: Vec<String> =
                parameters.iter().map(|(name, value)| format!("{name}={value}")).collect();
            format!("{name} {}", said.join(" "))
        };
        assert_eq!(told.map(text).unwrap_or_default(), expected, "{uri}");
    }

    #[test]
    fn the_requests_of_a_page_are_one_question() {
        let asked = "SearchEvents from=-7d q=who:ana event:Delete* to=now";
        check("/api/events?q=event:Delete*+who:ana&from=-7d&size=25&cols=via", asked);
        check("/api/histogram?q=who:ana+event:Delete*&from=-7d", asked);
        check("/api/facets?q=who:ana+event:Delete*&from=-7d&keys=region", asked);
        check("/api/values?q=who:ana+event:Delete*&from=-7d&key=ip&prefix=203", asked);
    }

    #[test]
    fn every_path_that_shows_events_has_a_question() {
        check("/api/events.csv?cols=time", "ExportEvents format=csv from=-24h to=now");
        check("/api/events/a%2Fb?from=-7d", "GetEvent eventId=a/b");
        check("/api/events/1-2/chain", "GetEvent eventId=1-2");
        check("/api/identities/key%3AAKIA1", "GetIdentity from=-24h name=key:AKIA1 to=now");
        check(
            "/api/identities/ana/policy?q=service:s3",
            "GetIdentity from=-24h name=ana q=service:s3 to=now",
        );
        check("/api/resources?name=a&name=b+c&to=-1h", "GetResource from=-24h name=b c to=-1h");
        let shows_no_event = ["/api/me", "/api/health", "/api/status", "/api/views", "/api/views/{id}"];
        for path in crate::paths().concat() {
            let told = question(&Method::GET, &path.replace(['{', '}'], "x").parse().unwrap());
            assert_eq!(told.is_none(), shows_no_event.contains(&path.as_str()), "{path}");
        }
    }

    #[test]
    fn what_cannot_be_read_and_what_is_no_question() {
        check("/api/events?q=nosuchkey:1", "");
        check("/api/events?from=yesterday", "");
        check("/api/nothing", "");
        check("/", "");
        assert_eq!(question(&Method::POST, &"/api/events".parse().unwrap()), None);
        assert!(question(&Method::HEAD, &"/api/events".parse().unwrap()).is_some());
    }
}
