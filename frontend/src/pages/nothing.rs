//! No rows at all: because nothing is stored, or because nothing matches.

use leptos::prelude::*;
use model::filter::{Key, Term, Test};
use model::{Bound, Query, TimeRange};

use crate::client::{self, Health, Session};
use crate::components::chips::words;
use crate::components::empty::{NoData, NoMatch, Ways};
use crate::paths;
use crate::text::range::{PRESETS, label};
use crate::ui::visible;
use crate::url::View;

/// Says why, once it is known whether anything is stored.
pub(crate) fn nothing(view: &View) -> AnyView {
    let health = client::follow::<Health>(|| Some(paths::API_HEALTH.to_owned()));
    let range = label(view.query.range, view.zone);
    let ways = ways_out(view);
    let session = Session::of_page();
    let hosted = move || session.me.with(|me| me.as_ref().is_some_and(|me| me.sign_in));
    let shown = move || match health.value.get() {
        None => ().into_any(),
        Some(Ok(health)) if health.newest_event.is_none() => view! { <NoData hosted=hosted() /> }.into_any(),
        Some(Ok(_) | Err(_)) => view! { <NoMatch range=range.clone() ways=ways.clone() /> }.into_any(),
    };
    shown.into_any()
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
