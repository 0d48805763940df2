//! Whether a search could have found what it was looking for: a query's range and terms put beside what came in.

use std::fmt;

use crate::asked;
use crate::event::Category;
use crate::filter::{Filter, Key, Term, Test, Value};
use crate::status::{HOUR, Source, Status, Stream};
use crate::time::{Span, Timestamp};

/// Events that are younger may well be on their way: CloudTrail delivers within some 5 minutes on average, and
/// promises nothing.
pub const USUAL_LAG: i64 = 15 * 60_000;
/// The most gaps that are told.
const MOST: usize = 8;

/// A part of a search's range of which events may be wanting, and why. The account is named where the streams
/// that were searched have several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gap {
    /// Nothing ever came that the search's account, Region and category terms let pass.
    Nothing,
    /// The search is for what applications tell, and none ever told anything.
    NoApplication,
    /// The range reaches into what is past retention.
    Expired {
        /// The oldest moment kept.
        horizon: Timestamp,
    },
    /// The range begins before the first hour of which an event came.
    BeforeFirst {
        /// Of which account.
        account: Option<String>,
        /// That hour.
        first: Timestamp,
    },
    /// Hours inside the range, between others, of which no event came.
    Quiet {
        /// Of which account.
        account: Option<String>,
        /// How many; an hour that the range has only in part counts.
        hours: u64,
        /// The first of them.
        first: Timestamp,
    },
    /// The range goes on after the newest event that came.
    AfterLast {
        /// Of which account.
        account: Option<String>,
        /// That event's time.
        last: Timestamp,
        /// Not longer ago than events usually take to come.
        usual: bool,
    },
    /// Of a part of the range the status does not tell, or not of all streams: ask for the status of this range.
    Unknown,
}

/// What of a search's range is not covered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// At most eight, the most telling first. Empty: events came of every hour of the range.
    pub gaps: Vec<Gap>,
}

impl Coverage {
    /// Of `span`, searched with `filter`, whose `account:`, `region:` and `category:` terms choose the streams.
    /// What is asked of the console comes by none. What lies after the status's `now` is no part of the answer:
    /// it has not happened.
    pub fn of(status: &Status, span: Span, filter: &Filter) -> Coverage {
        let mut gaps = Vec::new();
        let to = span.to.min(status.now.plus_millis(1));
        if span.from < status.horizon {
            gaps.push(Gap::Expired { horizon: status.horizon });
        }
        let span = Span { from: span.from.max(status.horizon), to };
        if span.from >= span.to {
            return Coverage { gaps };
        }
        if is_of_the_console(filter) {
            return Coverage { gaps };
        }
        let categories = filter.categories();
        let told: Vec<&Stream> = status.streams.iter().filter(|s| brings(s.source, &categories)).collect();
        let streams: Vec<&Stream> = told.iter().copied().filter(|s| passes(filter, s)).collect();
        if streams.is_empty() {
            gaps.push(match status.more {
                true => Gap::Unknown,
                false if told.is_empty() && categories == [Category::Activity] => Gap::NoApplication,
                false => Gap::Nothing,
            });
            return Coverage { gaps };
        }
        if status.more || span.from < status.span.from || span.to > status.span.to {
            gaps.push(Gap::Unknown);
        }
        let mut accounts: Vec<&str> = streams.iter().map(|stream| &*stream.account).collect();
        accounts.dedup();
        for account in &accounts {
            let named = (accounts.len() > 1).then(|| (*account).to_owned());
            let mut own: Vec<&Stream> = streams.iter().copied().filter(|s| s.account == **account).collect();
            // Where both are searched, a trail's gap is one, whatever applications told meanwhile.
            let came = |stream: &Stream| stream.source != Source::Activity;
            if categories != [Category::Activity] && own.iter().any(|stream| came(stream)) {
                own.retain(|stream| came(stream));
            }
            of_account(&own, named, span, status, &mut gaps);
        }
        // What is usual tells least.
        let is_usual = |gap: &Gap| matches!(gap, Gap::AfterLast { usual: true, .. });
        let (usual, mut rest): (Vec<Gap>, Vec<Gap>) = gaps.into_iter().partition(is_usual);
        rest.extend(usual.into_iter().take(1));
        rest.truncate(MOST);
        Coverage { gaps: rest }
    }

    /// Whether all that is wanting is what usually is: the last minutes.
    pub fn is_usual(&self) -> bool {
        self.gaps.iter().all(|gap| matches!(gap, Gap::AfterLast { usual: true, .. }))
    }
}

/// What `span` lacks of the account of `streams`, of all of which any may bring an hour's events.
fn of_account(
    streams: &[&Stream],
    account: Option<String>,
    span: Span,
    status: &Status,
    gaps: &mut Vec<Gap>,
) {
    let first = streams.iter().filter_map(|stream| stream.first_hour).min();
    let last = streams.iter().filter_map(|stream| stream.last_event).max();
    let (Some(first), Some(last)) = (first, last) else {
        gaps.push(Gap::Nothing);
        return;
    };
    if span.from < first {
        gaps.push(Gap::BeforeFirst { account: account.clone(), first });
    }
    let inside =
        Span { from: span.from.max(first).max(status.span.from), to: span.to.min(last).min(status.span.to) };
    let quiet = quiet(streams, inside);
    if let Some(first) = quiet.first {
        gaps.push(Gap::Quiet { account: account.clone(), hours: quiet.hours, first });
    }
    if last.plus_millis(1) < span.to {
        let usual = span.to.millis() - last.millis() <= USUAL_LAG;
        gaps.push(Gap::AfterLast { account, last, usual });
    }
}

#[derive(Default)]
struct Quiet {
    hours: u64,
    first: Option<Timestamp>,
}

/// The hours that `span` touches and none of `streams` has events of.
fn quiet(streams: &[&Stream], span: Span) -> Quiet {
    let mut covered: Vec<Span> = streams.iter().flat_map(|stream| stream.covered()).collect();
    covered.sort_unstable_by_key(|span| span.from.millis());
    let mut quiet = Quiet::default();
    // On whole hours, as what is covered.
    let mut at = span.from.plus_millis(-span.from.millis().rem_euclid(HOUR));
    let end = Span { from: span.to, to: span.to };
    for next in covered.into_iter().chain([end]) {
        let until = next.from.min(span.to);
        if at < until {
            let hours = (until.millis() - at.millis() + HOUR - 1) / HOUR;
            quiet.hours += hours.unsigned_abs();
            quiet.first = quiet.first.or(Some(at));
        }
        at = at.max(next.to);
    }
    quiet
}

/// Whether only what was asked of the console is searched.
fn is_of_the_console(filter: &Filter) -> bool {
    let own = |value: &Value| matches!(value, Value::Exact(text) if text.eq_ignore_ascii_case(asked::SOURCE));
    filter.terms().iter().any(|Term { test, negated }| match test {
        Test::Key(Key::Service, values) => !negated && values.iter().all(own),
        _ => false,
    })
}

/// Whether events of one of `categories` come by `source`: an application's events say nothing of whether a
/// trail's came, nor these of those.
fn brings(source: Source, categories: &[Category]) -> bool {
    match source {
        Source::ByHand => true,
        Source::Activity => categories.contains(&Category::Activity),
        Source::LogFiles | Source::EventBridge => categories.iter().any(|c| *c != Category::Activity),
    }
}

/// Whether the terms about accounts and Regions let `stream` pass, as far as they speak of whole values. An
/// event may belong to two accounts, so a term that cannot be told lets it pass.
fn passes(filter: &Filter, stream: &Stream) -> bool {
    filter.terms().iter().all(|Term { test, negated }| {
        let (values, own) = match test {
            Test::Key(Key::Account, values) => (values, &stream.account),
            Test::Key(Key::Region, values) => (values, &stream.region),
            _ => return true,
        };
        let exact = |value: &Value| match value {
            Value::Exact(text) => Some(text.eq_ignore_ascii_case(own)),
            _ => None,
        };
        match values.iter().map(exact).collect::<Option<Vec<bool>>>() {
            Some(same) => same.contains(&true) != *negated,
            None => true,
        }
    })
}

impl fmt::Display for Gap {
    /// A sentence.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let of = |account: &Option<String>| {
            account.as_ref().map_or(String::new(), |account| format!(" of account {account}"))
        };
        let time = |moment: &Timestamp| moment.to_short_string();
        match self {
            Gap::Nothing => f.write_str("Nothing has come in that this search could find."),
            Gap::NoApplication => {
                f.write_str("No application has told anything: there is only what was asked of the console.")
            }
            Gap::Expired { horizon } => {
                write!(f, "The range begins before {}: what is older is not kept.", time(horizon))
            }
            Gap::BeforeFirst { account, first } => {
                write!(f, "The first hour{} of which an event came is {}.", of(account), time(first))
            }
            Gap::Quiet { account, hours, first } => {
                let (hours, verb) = match hours {
                    1 => ("1 hour".to_owned(), "is"),
                    n => (format!("{n} hours"), "are"),
                };
                write!(
                    f,
                    "{hours}{} in the range {verb} without any event, from {} on: quiet, or not delivered.",
                    of(account),
                    time(first)
                )
            }
            Gap::AfterLast { account, last, usual: true } => {
                write!(
                    f,
                    "The newest event{} is of {}: later ones may be on their way.",
                    of(account),
                    time(last)
                )
            }
            Gap::AfterLast { account, last, usual: false } => {
                write!(
                    f,
                    "The newest event{} is of {}: it was quiet since, or nothing was delivered.",
                    of(account),
                    time(last)
                )
            }
            Gap::Unknown => f.write_str("What came in is not known for all of this range."),
        }
    }
}

#[cfg(test)]
mod tests;
