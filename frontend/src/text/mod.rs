//! Sentences and the forms of figures: what the page says, apart from where it says it.
//!
//! Pure functions of values, so that every sentence is tested natively.

pub(crate) mod agent;
pub(crate) mod arrival;
pub(crate) mod bars;
pub(crate) mod chain;
pub(crate) mod copied;
pub(crate) mod figures;
pub(crate) mod history;
pub(crate) mod moment;
pub(crate) mod range;
pub(crate) mod report;
pub(crate) mod typed;
pub(crate) mod words;
pub(crate) mod zone;

use model::filter::Key;
use model::{Access, Bound, Outcome, Page, Query, Sort, Summary, Timestamp};

use self::moment::Zone;

/// The product's name.
pub(crate) const PRODUCT: &str = "Whodunit";

/// Said when the page position in the address leads nowhere any more.
pub(crate) const PAGE_LOST: &str = "Page position no longer valid: this is the first page.";

/// The longest link that every program passes on whole, in bytes.
pub(crate) const LONGEST_LINK: usize = 1_800;
/// Said of a longer one.
pub(crate) const LONG_LINK: &str = "The link to this view is long, and long links are cut by some programs; narrow the query, or save the view.";

/// `1 event`, `5,000 events`.
pub(crate) fn count(n: usize, one: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{} {one}s", figures::number(n as u64)) }
}

/// The table's caption: what is loaded, never a total that nobody counted; and when it was asked for, where
/// that is its end.
pub(crate) fn caption(page: &Page, query: &Query, first_page: bool, zone: Zone) -> String {
    let rows = count(page.rows.len(), "event");
    let order = match query.sort {
        Sort::NewestFirst => "newest first",
        Sort::OldestFirst => "oldest first",
    };
    let whole = first_page && page.next.is_none() && page.searched_to.is_none();
    let scope = if whole { "" } else { " on this page" };
    let as_of = match query.range.to {
        Bound::Now => {
            // Nobody means the milliseconds of now.
            let to = Timestamp::from_millis(page.span.to.seconds() * 1_000);
            let offset = zone.offset(to);
            format!(" · as of {} {}", moment::clock(to, offset), moment::offset_name(offset))
        }
        _ => String::new(),
    };
    format!("{rows}{scope} · {order}{as_of}")
}

/// How far a search came before its read budget was spent: `Searched back to 21 Nov 2026 03:10, 3 matches so
/// far.`
pub(crate) fn searched(page: &Page, to: Timestamp, sort: Sort, zone: Zone) -> String {
    let direction = if (sort == Sort::NewestFirst) == page.backward { "forward" } else { "back" };
    let found = match page.rows.len() {
        0 => "no match".to_owned(),
        1 => "1 match".to_owned(),
        rows => format!("{rows} matches"),
    };
    format!("Searched {direction} to {}, {found} so far.", moment::short(to, zone.offset(to)))
}

/// `Rows 1 to 50` on the first page; further in, only how many, for nobody counted those before.
pub(crate) fn position(rows: usize, first_page: bool) -> String {
    if first_page && rows > 0 { format!("Rows 1 to {rows}") } else { count(rows, "row") }
}

/// What is announced when a row is selected: `DeleteDBInstance, ok, row 3 of 50`.
pub(crate) fn row_announcement(row: &Summary, index: usize, rows: usize) -> String {
    format!("{}, {}, row {} of {rows}", row.name, outcome(row.outcome).to_lowercase(), index + 1)
}

/// The word on an outcome's badge.
pub(crate) fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Ok => "OK",
        Outcome::Denied => "Denied",
        Outcome::Failed => "Failed",
    }
}

/// What a value of `key` is called: the words of outcomes as their badges have them.
pub(crate) fn value_name(key: Key, value: &str) -> String {
    let known = [Outcome::Ok, Outcome::Denied, Outcome::Failed].into_iter().find(|o| o.as_str() == value);
    known.filter(|_| key == Key::Outcome).map_or_else(|| value.to_owned(), |known| outcome(known).to_owned())
}

/// What the button for live does next; `may` is whether newer events would stand on the page.
pub(crate) fn live_button(on: bool, may: bool) -> &'static str {
    match (on, may) {
        (false, _) => "Look for new events every five seconds (l)",
        (true, true) => "Stop looking for new events (l)",
        (true, false) => {
            "New events are not looked for here: this is no first page up to now. Switch off (l)"
        }
    }
}

/// `12 new events`; with `more`, there may be more of them.
pub(crate) fn news(n: usize, more: bool) -> String {
    if more { format!("{n} or more new events") } else { count(n, "new event") }
}

/// The word for the read/write mark.
pub(crate) fn access(access: Access) -> &'static str {
    match access {
        Access::Read => "Read",
        Access::Write => "Write",
    }
}

/// Permanent or temporary, which the first four letters of an access key say.
///
/// See [unique identifiers](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html).
pub(crate) fn key_kind(access_key: &str) -> Option<&'static str> {
    match access_key.get(..4) {
        Some("AKIA") => Some("permanent"),
        Some("ASIA") => Some("temporary"),
        _ => None,
    }
}

/// The caption for an address that is a service's host name.
pub(crate) fn is_service_host(source_ip: &str) -> bool {
    source_ip.ends_with(".amazonaws.com") || source_ip == "AWS Internal"
}

/// Whether the service has no region, so that its events are all recorded in us-east-1.
///
/// See [global service events](https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html#cloudtrail-concepts-global-service-events).
pub(crate) fn is_global(service: &str, region: Option<&str>, host: Option<&str>) -> bool {
    const GLOBAL: [&str; 9] = [
        "account",
        "cloudfront",
        "globalaccelerator",
        "health",
        "iam",
        "organizations",
        "route53",
        "support",
        "waf",
    ];
    let global = GLOBAL.contains(&service) || (service == "sts" && host == Some("sts.amazonaws.com"));
    global && region == Some("us-east-1")
}

/// The line of carets under a query: `at` spaces, then one caret for each wrong character (at least one).
pub(crate) fn carets(at: usize, len: usize) -> String {
    const WIDEST: usize = 400;
    format!("{}{}", " ".repeat(at.min(WIDEST)), "^".repeat(len.clamp(1, WIDEST)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::{Cost, Span};

    fn page(rows: usize, more: bool) -> Page {
        let row: Summary = serde_json::from_str(
            r#"{"eventID":"1","eventTime":"2026-11-22T14:32:07Z","eventName":"DeleteDBInstance",
                "eventSource":"rds.amazonaws.com","category":"management","access":"write","outcome":"ok"}"#,
        )
        .unwrap();
        Page {
            rows: vec![row; rows],
            extra: None,
            next: more.then(|| "AAAA".parse().unwrap()),
            prev: None,
            span: Span::ALL,
            searched_to: None,
            backward: false,
            followed: None,
            cost: Cost::default(),
        }
    }

    #[test]
    fn a_caption_counts_only_what_is_there() {
        let caption = |rows, more, query: &str, first| {
            let to = "2026-11-22T14:33:02.700Z".parse().unwrap();
            let page = Page { span: Span { to, ..Span::ALL }, ..page(rows, more) };
            caption(&page, &query.parse().unwrap(), first, Zone::Utc)
        };
        assert_eq!(caption(50, true, "", true), "50 events on this page · newest first · as of 14:33:02 UTC");
        assert_eq!(caption(1, false, "sort=time&to=-1h", true), "1 event · oldest first");
        assert_eq!(caption(7, false, "to=2026-11-22", false), "7 events on this page · newest first");
    }

    #[test]
    fn an_unfinished_search_never_says_that_there_is_nothing() {
        let to = "2026-11-21T03:10:07Z".parse().unwrap();
        let said =
            |rows, backward, sort| searched(&Page { backward, ..page(rows, true) }, to, sort, Zone::Utc);
        let (newest, oldest) = (Sort::NewestFirst, Sort::OldestFirst);
        assert_eq!(said(0, false, newest), "Searched back to 21 Nov 2026 03:10, no match so far.");
        assert_eq!(said(1, false, oldest), "Searched forward to 21 Nov 2026 03:10, 1 match so far.");
        assert_eq!(said(2, true, newest), "Searched forward to 21 Nov 2026 03:10, 2 matches so far.");
    }

    #[test]
    fn a_position_is_given_only_where_it_is_known() {
        assert_eq!(position(50, true), "Rows 1 to 50");
        assert_eq!(position(50, false), "50 rows");
        assert_eq!(position(0, true), "0 rows");
    }

    #[test]
    fn a_selected_row_is_announced_in_words() {
        assert_eq!(row_announcement(&page(1, false).rows[0], 2, 50), "DeleteDBInstance, ok, row 3 of 50");
    }

    #[test]
    fn an_access_key_tells_its_kind() {
        assert_eq!(key_kind("AKIAIOSFODNN7EXAMPLE"), Some("permanent"));
        assert_eq!(key_kind("ASIAIOSFODNN7EXAMPLE"), Some("temporary"));
        assert_eq!(key_kind("ключ"), None);
    }

    #[test]
    fn services_without_a_region() {
        assert!(is_global("iam", Some("us-east-1"), None));
        assert!(is_global("sts", Some("us-east-1"), Some("sts.amazonaws.com")));
        assert!(!is_global("sts", Some("us-east-1"), Some("sts.us-east-1.amazonaws.com")));
        assert!(!is_global("iam", Some("cn-north-1"), None) && !is_global("rds", Some("us-east-1"), None));
    }

    #[test]
    fn carets_stand_under_the_place() {
        assert_eq!(carets(3, 2), "   ^^");
        assert_eq!(carets(0, 0), "^");
        assert_eq!(carets(usize::MAX, usize::MAX).len(), 800);
    }
}
