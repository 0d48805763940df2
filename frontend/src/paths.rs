//! Every path of the console and of its API, in one place.
//!
//! No value of an event becomes an address except through a function of this module, and all of these lead
//! to our own origin.

mod api;

use model::filter::{Key, Term, Test};
use model::{Bound, Filter, Query, TimeRange};
use percent_encoding::percent_decode_str;

pub(crate) use self::api::*;

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
mod tests;
