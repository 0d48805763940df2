//! The query: its terms as chips, and a field in which the next one is typed.
//!
//! Typing asks nothing. Enter or the button gives the whole query to `run`; so does removing a chip. The
//! field is an editable combobox after the pattern of the ARIA practices,
//! <https://www.w3.org/WAI/ARIA/apg/patterns/combobox/>.

use leptos::html;
use leptos::prelude::*;
use model::filter::{ParseError, Term};
use model::{Filter, Problem};

use super::chips::{CategoryHint, Chips};
use super::query_error::QueryError;
use super::suggestions::{LIST, SuggestionList, Suggestions, option_id};

/// Where the keyboard goes for a new query.
pub(crate) const FIELD: &str = "#query";

/// The bar for `text`, the query of the address bar, which may be none. A query that is one goes to `run`.
/// `children` stand between the field and the button.
#[component]
pub(crate) fn QueryBar(
    #[prop(into)] text: Signal<String>,
    run: Callback<Filter>,
    children: Children,
) -> impl IntoView {
    let field = NodeRef::<html::Input>::new();
    let terms = RwSignal::new(Vec::<Term>::new());
    let draft = RwSignal::new(String::new());
    let error = RwSignal::new(None::<(String, Problem)>);
    Effect::new(move |_| {
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
            run.run(filter);
        }
        Err(reason) => error.set(Some(*reason)),
    };
    let remove = Callback::new(move |term: Term| {
        terms.update(|terms| terms.retain(|t| *t != term));
        submit();
    });
    let add = Callback::new(move |term: Term| {
        terms.update(|terms| terms.push(term));
        submit();
    });
    let mend = Callback::new(move |text: String| {
        draft.set(text);
        error.set(None);
        submit();
    });
    // Backspace at the beginning takes the last term back into the field.
    let take_back = move || {
        if let Some(Some(term)) = terms.try_update(Vec::pop) {
            draft.set(term.to_string());
        }
    };
    let reason = move || {
        error.get().map(|(text, problem)| view! { <QueryError text=text problem=problem mend=mend /> })
    };
    view! {
        <form
            class="query-bar"
            role="search"
            aria-label="Events"
            on:submit=move |event| {
                event.prevent_default();
                submit();
            }
        >
            <div class="query-box" on:click=move |_| drop(field.get_untracked().map(|f| f.focus()))>
                <CategoryHint terms=terms.into() add=add />
                <Chips terms=terms.into() remove=remove />
                <QueryField field=field draft=draft invalid=Signal::derive(move || error.get().is_some()) take_back=take_back />
            </div>
            {children()}
            <button type="submit" class="button primary">"Search"</button>
        </form>
        {reason}
    }
    .into_any()
}

#[component]
fn QueryField(
    field: NodeRef<html::Input>,
    draft: RwSignal<String>,
    invalid: Signal<bool>,
    take_back: impl Fn() + Copy + 'static,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let active = RwSignal::new(None::<usize>);
    let caret = RwSignal::new(0_usize);
    let suggestions = Signal::derive(move || Suggestions::at(&draft.get(), caret.get()));
    let count = move || suggestions.with(|s| s.words.len());
    let shown = Memo::new(move |_| open.get() && count() > 0);
    let look = move || {
        let place = field.get_untracked().and_then(|f| f.selection_start().ok().flatten());
        caret.set(place.unwrap_or(0) as usize);
        active.set(None);
    };
    let choose = Callback::new(move |word: &'static str| {
        let (text, place) = suggestions.get_untracked().take(&draft.get_untracked(), word);
        draft.set(text.clone());
        caret.set(place as usize);
        active.set(None);
        if let Some(field) = field.get_untracked() {
            field.set_value(&text);
            let _ = field.set_selection_range(place, place);
        }
    });
    let on_key = move |event: web_sys::KeyboardEvent| {
        let words = suggestions.get_untracked().words;
        let last = words.len().wrapping_sub(1);
        let at = active.get_untracked();
        let move_to = |n: usize| {
            event.prevent_default();
            active.set(Some(n));
        };
        match event.key().as_str() {
            "ArrowDown" if !shown.get_untracked() => open.set(true),
            "ArrowDown" => move_to(at.map_or(0, |n| if n >= last { 0 } else { n + 1 })),
            "ArrowUp" if shown.get_untracked() => {
                move_to(at.map_or(last, |n| if n == 0 { last } else { n - 1 }))
            }
            "Enter" => match at.and_then(|n| words.get(n)).filter(|_| shown.get_untracked()) {
                Some(word) => {
                    event.prevent_default();
                    choose.run(word);
                }
                None => open.set(false),
            },
            "Escape" if shown.get_untracked() => {
                event.stop_propagation();
                open.set(false);
            }
            "Escape" => drop(field.get_untracked().map(|f| f.blur())),
            "Backspace" if draft.with_untracked(String::is_empty) => {
                event.prevent_default();
                take_back();
            }
            _ => {}
        }
    };
    view! {
        <div class="query-field">
            <input
                id="query"
                type="text"
                node_ref=field
                role="combobox"
                aria-label="Query"
                aria-autocomplete="list"
                aria-expanded=move || shown.get().to_string()
                aria-controls=LIST
                aria-activedescendant=move || shown.get().then(|| active.get().map(option_id)).flatten()
                aria-invalid=move || invalid.get().then_some("true")
                aria-describedby=move || invalid.get().then_some("query-error")
                placeholder="who:ana  event:Put*  outcome:denied"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                prop:value=draft
                on:input=move |event| {
                    draft.set(event_target_value(&event));
                    look();
                    open.set(true);
                }
                on:keydown=on_key
                on:click=move |_| {
                    look();
                    open.set(true);
                }
                on:blur=move |_| open.set(false)
            />
            <kbd aria-hidden="true">"/"</kbd>
            <Show when=move || shown.get()>
                <SuggestionList suggestions=suggestions active=active.into() choose=choose />
            </Show>
        </div>
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
    }
}
