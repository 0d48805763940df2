//! The query: its terms as chips, and a field in which the next one is typed.
//!
//! Typing asks nothing. Enter or the button gives the whole query to `run`; so does changing a chip.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use model::filter::{ParseError, Term};
use model::{Filter, Page, Problem};

use super::chips::{CHIPS, CategoryHint, Change, Chips, Scans};
use super::offers::Suggest;
use super::query_error::QueryError;
use super::query_field::{Asks, QueryField};
use crate::ui::focus::{focus, focus_nth};
use crate::ui::react::effect;
use crate::ui::recent;

/// Where the keyboard goes for a new query.
pub(crate) const FIELD: &str = "#query";

/// The bar for `text`, the query of the address bar, which may be none. A query that is one goes to `run`.
/// `known` are the pages whose values are offered until `suggest` knows better. `children` stand between the field and the button.
#[component]
pub(crate) fn QueryBar(
    #[prop(into)] text: Signal<String>,
    known: Signal<Vec<Arc<Page>>>,
    suggest: Suggest,
    run: Callback<Filter>,
    children: Children,
) -> impl IntoView {
    let field = NodeRef::<html::Input>::new();
    let terms = RwSignal::new(Vec::<Term>::new());
    let draft = RwSignal::new(String::new());
    let error = RwSignal::new(None::<(String, Problem)>);
    effect(move || {
        let read = whole(&[], &text.get());
        terms.set(read.as_ref().map(|filter| filter.terms().to_vec()).unwrap_or_default());
        draft.set(read.as_ref().err().map(|reason| reason.0.clone()).unwrap_or_default());
        error.set(read.err().map(|reason| *reason));
    });
    let submit = move || match whole(&terms.get_untracked(), &draft.get_untracked()) {
        Ok(filter) => {
            error.set(None);
            draft.set(String::new());
            terms.set(filter.terms().to_vec());
            recent::add(&filter.to_string());
            run.run(filter);
        }
        Err(reason) => {
            point_at(field, &draft.get_untracked(), &reason);
            error.set(Some(*reason));
        }
    };
    let change = Callback::new(move |(term, change): (Term, Change)| {
        let at = terms.with_untracked(|terms| terms.iter().position(|t| *t == term));
        terms.update(|terms| terms.retain(|t| *t != term));
        match change {
            Change::Remove => {
                submit();
                focus(FIELD);
            }
            Change::Flip => {
                terms.update(|terms| terms.push(!term.clone()));
                submit();
                let at = terms.with_untracked(|terms| terms.iter().position(|t| *t == !term.clone())).or(at);
                request_animation_frame(move || focus_nth(CHIPS, at.unwrap_or(0)));
            }
            Change::Edit => {
                // What is typed already becomes a chip, or stays before what comes into the field.
                let typed = draft.get_untracked();
                match typed.parse::<Filter>() {
                    Ok(filter) => {
                        terms.update(|terms| terms.extend(filter.terms().to_vec()));
                        draft.set(term.to_string());
                    }
                    Err(_) => draft.set(format!("{typed} {term}")),
                }
                focus(FIELD);
            }
        }
    });
    let add = Callback::new(move |(added, ask): (Vec<Term>, bool)| {
        terms.update(|terms| terms.extend(added));
        if ask {
            submit();
        }
    });
    let mend = Callback::new(move |text: String| {
        draft.set(text);
        error.set(None);
        submit();
    });
    let asks = Asks {
        add,
        repeat: Callback::new(move |query: String| {
            terms.set(Vec::new());
            mend.run(query);
        }),
        take_back: Callback::new(move |()| {
            if let Some(Some(term)) = terms.try_update(Vec::pop) {
                draft.set(term.to_string());
            }
        }),
        to_chips: Callback::new(move |()| focus_nth(CHIPS, terms.with_untracked(Vec::len).saturating_sub(1))),
    };
    let reason = move || {
        error.get().map(|(text, problem)| view! { <QueryError text=text problem=problem mend=mend /> })
    };
    view! {
        <div
            class="query-bar"
            role="search"
            aria-label="Events"
            on:keydown=move |event| {
                if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
                    event.prevent_default();
                    submit();
                }
            }
        >
            <form
                id="ask"
                class="query-box"
                on:submit=move |event| {
                    event.prevent_default();
                    submit();
                }
                on:click=move |_| drop(field.get_untracked().map(|f| f.focus()))
            >
                <CategoryHint terms=terms.into() add=add />
                <Chips terms=terms.into() change=change />
                <QueryField
                    field=field
                    draft=draft
                    invalid=Signal::derive(move || error.with(Option::is_some))
                    known=known
                    suggest=suggest
                    asks=asks
                />
            </form>
            {children()}
            <button type="submit" form="ask" class="button primary">"Search"</button>
        </div>
        <Scans terms=terms.into() />
        {reason}
    }
    .into_any()
}

/// The filter of `terms` and of what is typed beside them; else what was typed and why it is no query.
fn whole(terms: &[Term], draft: &str) -> Result<Filter, Box<(String, Problem)>> {
    let typed: Filter = draft.parse().map_err(|e: ParseError| Box::new((draft.to_owned(), e.problem())))?;
    let filter = Filter::new(terms.iter().chain(typed.terms()).cloned());
    // Together they may be more than a query can hold.
    let text = filter.to_string();
    text.parse().map_err(|e: ParseError| Box::new((text, e.problem())))
}

/// Selects what is wrong in the field, where the focus stays.
fn point_at(field: NodeRef<html::Input>, draft: &str, (text, problem): &(String, Problem)) {
    if let (Some(field), Some(place), true) = (field.get_untracked(), problem.place, text == draft) {
        let (from, to) = units(text, place.at, place.len);
        let _ = field.focus();
        let _ = field.set_selection_range(from, to);
    }
}

/// Where the `len` characters at `at` begin and end in UTF-16 units.
fn units(text: &str, at: usize, len: usize) -> (u32, u32) {
    let count = |n: usize| text.chars().take(n).map(|c| c.len_utf16() as u32).sum();
    (count(at), count(at + len))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_joins_the_terms() {
        let terms: Filter = "access:write".parse().unwrap();
        assert_eq!(whole(terms.terms(), "who:ana").unwrap(), "access:write who:ana".parse().unwrap());
        assert_eq!(whole(terms.terms(), "").unwrap(), terms);
        let (text, problem) = *whole(terms.terms(), "usre:ana").unwrap_err();
        assert_eq!((text.as_str(), problem.place.map(|p| (p.at, p.len))), ("usre:ana", Some((0, 4))));
        assert_eq!(units("😀 usre:ana", 2, 4), (3, 7));
    }
}
