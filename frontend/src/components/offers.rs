//! What the query bar offers at the caret: keys with their help, values, signs, and whole questions.

use std::sync::Arc;

use leptos::prelude::{RwSignal, Signal};
use model::filter::{Completion, Key, Term, Wanted, complete_at};
use model::{Facet, Page};

use super::known_values::known_values;
use crate::text::count;
use crate::text::figures::counted;

/// Values in the list at once; more are found by typing on.
const MOST_VALUES: usize = 12;
/// What may stand before a term, and what it does.
const SIGNS: [(&str, &str); 2] = [
    ("-", "not: what follows is excluded"),
    ("@", "a path in the record, as @requestParameters.bucketName:x"),
];

/// The values of a key, which somebody else has to ask for.
#[derive(Clone, Copy)]
pub(crate) struct Suggest {
    /// The key whose values are typed, and how they begin.
    pub(crate) wanted: RwSignal<Option<(Key, String)>>,
    /// What is known of that by now, or of what was wanted before.
    pub(crate) found: Signal<Option<Facet>>,
}

/// The key whose values are typed at `caret`, and what is typed of one.
pub(crate) fn wanted(text: &str, caret: usize) -> Option<(Key, String)> {
    let completion = complete_at(text, byte_offset(text, caret));
    match completion.wanted {
        Wanted::Value(key) if !key.is_closed() => Some((key, completion.prefix)),
        _ => None,
    }
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Offer {
    /// What is offered; perhaps a value of an event.
    pub(crate) text: String,
    /// What is said beside it.
    pub(crate) note: String,
    pub(crate) kind: Kind,
    pub(crate) does: Does,
}

/// What an offer is, for the eye: its class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A word of the language, with its help.
    Word,
    /// A value, or a whole question.
    Value,
}

/// What happens when an offer is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Does {
    /// The field holds this, with the caret there, in UTF-16 units.
    Type(String, u32),
    /// This term is asked for with the others, instead of what is typed.
    Add(Term),
    /// This query is asked, instead of everything.
    Repeat(String),
}

/// The offers for `text` with the caret at `caret`, which is counted as browsers count: in UTF-16 units.
/// `found` are values with their counts, `pages` the rows whose values are known where there are none;
/// `recent` what was asked lately.
pub(crate) fn offers(
    text: &str,
    caret: usize,
    found: Option<&Facet>,
    pages: &[Arc<Page>],
    recent: &[String],
) -> Vec<Offer> {
    if text.trim().is_empty() {
        return recent
            .iter()
            .map(|query| repeat(query))
            .chain(keys(text, &complete_at(text, 0)))
            .chain(signs(text, 0))
            .collect();
    }
    let caret = byte_offset(text, caret);
    let completion = complete_at(text, caret);
    let mut offers: Vec<Offer> = Term::guess(text).map(search_as).into_iter().collect();
    match completion.wanted {
        Wanted::Key => offers.extend(keys(text, &completion)),
        Wanted::Value(key) => offers.extend(values(text, &completion, key, found, pages)),
        Wanted::Path | Wanted::Nothing => {}
    }
    if completion.wanted == Wanted::Key && completion.range.is_empty() && !text[..caret].ends_with('-') {
        offers.extend(signs(text, caret));
    }
    offers
}

fn repeat(query: &str) -> Offer {
    Offer {
        text: query.to_owned(),
        note: "asked before".to_owned(),
        kind: Kind::Value,
        does: Does::Repeat(query.to_owned()),
    }
}

fn search_as(term: Term) -> Offer {
    let text = term.to_string();
    let (key, value) = text.split_once(':').unwrap_or_default();
    Offer {
        text: format!("Search as {key}: {value}"),
        note: String::new(),
        kind: Kind::Value,
        does: Does::Add(term),
    }
}

fn keys(text: &str, completion: &Completion) -> Vec<Offer> {
    let offer = |name: &str| Offer {
        text: format!("{name}:"),
        note: Key::from_name(name).map(Key::help).unwrap_or_default().to_owned(),
        kind: Kind::Word,
        does: taken(completion.accept(text, name)),
    };
    completion.suggestions().into_iter().map(offer).collect()
}

fn values(
    text: &str,
    completion: &Completion,
    key: Key,
    found: Option<&Facet>,
    pages: &[Arc<Page>],
) -> Vec<Offer> {
    let prefix = completion.prefix.to_lowercase();
    let begins = |value: &str| value.to_lowercase().starts_with(&prefix);
    let found = found.filter(|facet| facet.key == key.name() && !key.is_closed());
    let found = found.map(|facet| facet.values.iter().filter(|value| begins(&value.value)));
    let known: Vec<(String, String)> = if key.is_closed() {
        completion.suggestions().into_iter().map(|word| (word.to_owned(), String::new())).collect()
    } else if let Some(found) = found.filter(|found| found.clone().next().is_some()) {
        let events = |n: u64| if n == 1 { "event" } else { "events" };
        let note = |count| format!("{} {}", counted(count), events(count.n));
        found.take(MOST_VALUES).map(|value| (value.value.clone(), note(value.count))).collect()
    } else {
        let rows = known_values(pages, key, &completion.prefix, MOST_VALUES);
        rows.into_iter().map(|(value, rows)| (value, format!("in {}", count(rows, "loaded row")))).collect()
    };
    // What is typed already is no offer.
    let others = known.into_iter().filter(|(value, _)| *value != completion.prefix);
    others
        .map(|(value, note)| {
            let does = taken(completion.accept(text, &value));
            Offer { text: value, note, kind: Kind::Value, does }
        })
        .collect()
}

fn signs(text: &str, caret: usize) -> impl Iterator<Item = Offer> {
    SIGNS.into_iter().map(move |(sign, help)| {
        let typed = format!("{}{sign}{}", &text[..caret], &text[caret..]);
        Offer {
            text: sign.to_owned(),
            note: help.to_owned(),
            kind: Kind::Word,
            does: taken((typed, caret + sign.len())),
        }
    })
}

/// Typed, with the caret counted as browsers do.
fn taken((text, caret): (String, usize)) -> Does {
    let units = text[..caret].encode_utf16().count();
    Does::Type(text, u32::try_from(units).unwrap_or(u32::MAX))
}

fn byte_offset(text: &str, units: usize) -> usize {
    let mut counted = 0;
    for (at, c) in text.char_indices() {
        if counted >= units {
            return at;
        }
        counted += c.len_utf16();
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str, recent: &[String]) -> Vec<String> {
        offers(text, text.len(), None, &[], recent).into_iter().map(|offer| offer.text).collect()
    }

    #[test]
    fn a_caret_is_counted_as_the_browser_does() {
        for (units, bytes) in [(0, 0), (2, 4), (4, 8), (99, 9)] {
            assert_eq!(byte_offset("a한😀b", units), bytes);
        }
        let [offer] = &offers("😀 outc", 7, None, &[], &[])[..] else { panic!("one offer") };
        assert_eq!(
            (offer.text.as_str(), &offer.does),
            ("outcome:", &Does::Type("😀 outcome:".to_owned(), 11))
        );
    }

    #[test]
    fn an_empty_field_offers_what_was_asked_then_all_keys_then_signs() {
        let texts = texts("", &["who:ana".to_owned()]);
        assert_eq!(texts[..2], ["who:ana", "who:"]);
        assert_eq!(texts[texts.len() - 2..], ["-", "@"]);
        assert_eq!(texts.len(), 1 + Key::ALL.len() + 2);
    }

    #[test]
    fn words_of_closed_sets_are_offered_but_not_the_one_that_stands() {
        assert_eq!(texts("outcome:", &[]), ["ok", "denied", "failed"]);
        assert_eq!(texts("outcome:ok,", &[]), ["ok", "denied", "failed"]);
        assert!(texts("outcome:ok", &[]).is_empty());
        assert!(texts("-", &[]).iter().all(|text| text.ends_with(':')));
        assert!(texts("who:ana ", &[]).contains(&"-".to_owned()));
    }

    #[test]
    fn values_come_with_their_counts_once_they_are_known() {
        let found: Facet = serde_json::from_value(serde_json::json!({
            "key": "event", "whole": true, "values": [
                { "value": "PutObject", "count": { "n": 4120, "exactness": "exact" } },
                { "value": "PutKeyPolicy", "count": { "n": 1, "exactness": "atLeast" } },
            ]
        }))
        .unwrap();
        let notes = |text: &str| -> Vec<(String, String)> {
            let offers = offers(text, text.len(), Some(&found), &[], &[]);
            offers.into_iter().map(|offer| (offer.text, offer.note)).collect()
        };
        let both = [("PutObject", "4,120 events"), ("PutKeyPolicy", "≥ 1 event")];
        assert_eq!(notes("event:pu"), both.map(|(value, note)| (value.to_owned(), note.to_owned())));
        assert_eq!(notes("event:putk").len(), 1);
        assert!(notes("who:pu").is_empty());
        assert_eq!(wanted("who:ana event:Pu", 16), Some((Key::Event, "Pu".to_owned())));
        assert_eq!((wanted("outcome:o", 9), wanted("eve", 3)), (None, None));
    }

    #[test]
    fn what_is_pasted_can_be_searched_for_as_what_it_is() {
        for (text, first) in [
            ("8f2c11d0-4c1e-4b1a-9c55-0a1b2c3d4e5f", "Search as id: 8f2c11d0-4c1e-4b1a-9c55-0a1b2c3d4e5f"),
            (" AKIAIOSFODNN7EXAMPLE ", "Search as key: AKIAIOSFODNN7EXAMPLE"),
            ("arn:aws:s3:::cats", "Search as resource: arn:aws:s3:::cats"),
            ("2001:db8::/32", "Search as ip: 2001:db8::/32"),
        ] {
            let offers = offers(text, text.len(), None, &[], &[]);
            assert_eq!(offers[0].text, first);
            assert!(matches!(offers[0].does, Does::Add(_)));
        }
    }
}
