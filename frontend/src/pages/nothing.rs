//! No rows at all: because nothing is stored, or because nothing matches.

use leptos::prelude::*;
use model::filter::{Key, Term, Test, nearest};
use model::{Bound, Count, Filter, Histogram, Query, Span, TimeRange, Values};
use wasm_split_helpers::wasm_split;

use super::later::{self, Part, part};
use super::suggest::COUNTED;
use crate::client::{self, Health, Session};
use crate::components::chips::words;
use crate::components::empty::{NoData, NoMatch, Ways};
use crate::paths;
use crate::text::figures::{counted, totals};
use crate::text::range::{PRESETS, label};
use crate::ui::visible;
use crate::url::View;

/// Of so many terms it is counted what there is without them, and for so many it is looked what was meant.
const MOST_COUNTED: usize = 6;
const MOST_MEANT: usize = 2;

/// Says why, once it is known whether anything is stored; `span` is what was searched.
pub(crate) fn nothing(view: &View, span: Span) -> AnyView {
    let asked = (view.clone(), span);
    later::region(|| ().into_any(), move || Box::pin(load(asked.clone())))
}

#[wasm_split(nothing, fallible)]
fn load(asked: (View, Span)) -> Part {
    part(move || why(&asked.0, asked.1))
}

fn why(view: &View, span: Span) -> AnyView {
    let health = client::follow::<Health>(|| Some(paths::API_HEALTH.to_owned()));
    let range = label(view.query.range, view.zone);
    let ways = ways_out(view);
    let searched = Query {
        range: TimeRange { from: Bound::At(span.from), to: Bound::At(span.to) },
        ..view.query.clone()
    };
    let found = found(&searched);
    let meant = meant(view, &searched);
    let session = Session::of_page();
    let hosted = move || session.me.with(|me| me.as_ref().is_some_and(|me| me.sign_in));
    let shown = move || match health.value.get() {
        None => ().into_any(),
        Some(Ok(health)) if health.newest_event.is_none() => view! { <NoData hosted=hosted() /> }.into_any(),
        Some(Ok(_) | Err(_)) => {
            view! { <NoMatch range=range.clone() ways=ways.clone() found=found.clone() meant=meant /> }
                .into_any()
        }
    };
    shown.into_any()
}

/// How many events there are without each of the first terms, in words once it is known.
fn found(query: &Query) -> Vec<Signal<String>> {
    let count = |term: &Term| {
        let path = paths::api_histogram(&Query { filter: query.filter.without(term), ..query.clone() });
        let answer = client::follow::<Histogram>(move || Some(path.clone()));
        let words = move || {
            let Some(Ok(histogram)) = answer.value.get() else { return String::new() };
            let n = totals(&histogram.buckets).iter().sum();
            counted(Count { n, exactness: histogram.exactness })
        };
        Signal::derive(words)
    };
    query.filter.terms().iter().take(MOST_COUNTED).map(count).collect()
}

/// The value that a term asks for, where it is one that somebody may have mistyped.
fn typed(term: &Term) -> Option<(Key, String)> {
    match term.exact()? {
        (key, values) if values.len() == 1 && COUNTED.contains(&key) => Some((key, values[0].to_owned())),
        _ => None,
    }
}

/// What may have been meant by values that do not exist: in words, each with its address.
fn meant(view: &View, query: &Query) -> Signal<Vec<(String, String)>> {
    let mut found = Vec::new();
    for term in query.filter.terms() {
        let Some((key, value)) = typed(term).filter(|_| found.len() < MOST_MEANT) else { continue };
        // Few mistake how a word begins; and many words are too many to be offered all.
        let begin: String = value.chars().take(if value.len() > 4 { 2 } else { 1 }).collect();
        let path = paths::api_values(&Query { filter: Filter::default(), ..query.clone() }, key, &begin);
        let answer = client::follow::<Values>(move || Some(path.clone()));
        let (view, term) = (view.clone(), term.clone());
        let word = move || {
            let Some(Ok(values)) = answer.value.get() else { return None };
            let known = values.facet.values.iter().map(|value| value.value.as_str());
            let meant = Term::is(key, nearest(&value, known.map(|word| (word, word)))?);
            let filter = view.query.filter.without(&term).with(meant.clone());
            let there = paths::events(&view.with_filter(filter).to_string());
            (meant != term).then(|| (visible::plain(&words(&meant)), there))
        };
        found.push(Signal::derive(word));
    }
    Signal::derive(move || found.iter().filter_map(|word| word.get()).collect())
}

/// Links that ask for less: without each term, of every category, and of longer ranges.
fn ways_out(view: &View) -> Ways {
    let query = &view.query;
    let link = |query: Query| paths::events(&view.with_query(query).to_string());
    let without = query.filter.terms().iter().map(|term| {
        let filter = query.filter.without(term);
        (visible::plain(&words(term)), link(Query { filter, ..query.clone() }))
    });
    let names_category = |term: &Term| matches!(term.test, Test::Key(Key::Category, _));
    let every = (!query.filter.terms().iter().any(names_category)).then(|| {
        let filter = query.filter.with(Term::is(Key::Category, "any"));
        link(Query { filter, ..query.clone() })
    });
    let wider =
        PRESETS.iter().filter(|(from, _)| matches!(*from, "-7d" | "-90d")).filter_map(|&(from, words)| {
            let range = TimeRange { from: from.parse().ok()?, to: Bound::Now };
            is_longer(range.from, query.range.from).then(|| (words, link(Query { range, ..query.clone() })))
        });
    Ways { without: without.collect(), every, wider: wider.collect() }
}

/// Whether a range from `from` on begins earlier than one from `than` on, or may do so.
fn is_longer(from: Bound, than: Bound) -> bool {
    let millis = |bound| match bound {
        Bound::Ago(amount, unit) => Some(i64::from(amount) * unit.millis()),
        Bound::Now | Bound::At(_) => None,
    };
    millis(than).is_none_or(|than| millis(from).is_some_and(|from| from > than))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_single_value_of_an_open_set_may_be_mistyped() {
        let typed = |query: &str| {
            let filter: Filter = query.parse().unwrap();
            typed(&filter.terms()[0])
        };
        assert_eq!(typed("event:DeleteDbInstnace"), Some((Key::Event, "DeleteDbInstnace".to_owned())));
        for query in ["event:Delete*", "-event:A", "event:A,B", "outcome:ok", "DROP"] {
            assert_eq!(typed(query), None, "{query}");
        }
    }

    #[test]
    fn the_ways_out_of_an_empty_answer() {
        let ways = ways_out(&crate::url::parse("q=access:write+who:ana&from=-168h&sel=1").view);
        let query = |link: &str| link.strip_prefix(paths::EVENTS).unwrap_or("elsewhere").to_owned();
        let without: Vec<_> =
            ways.without.iter().map(|(words, link)| (words.as_str(), query(link))).collect();
        assert_eq!(
            without,
            [
                ("who = ana", "?q=access:write&from=-168h".to_owned()),
                ("access = write", "?q=who:ana&from=-168h".to_owned()),
            ]
        );
        let wider: Vec<_> = ways.wider.iter().map(|(words, link)| (*words, query(link))).collect();
        assert_eq!(wider, [("Last 90 days", "?q=who:ana+access:write&from=-90d".to_owned())]);
        let every = ways.every.map(|link| query(&link));
        assert_eq!(every.as_deref(), Some("?q=who:ana+access:write+category:any&from=-168h"));
        assert_eq!(ways_out(&crate::url::parse("q=category:data").view).every, None);
    }
}
