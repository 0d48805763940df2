//! The field in which the next term is typed: an editable combobox after the pattern of the ARIA practices.
//!
//! <https://www.w3.org/WAI/ARIA/apg/patterns/combobox/>. The list proposes; nothing is taken unless chosen.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use model::filter::Term;
use model::{Filter, Page};

use super::offer_list::{LIST, OfferList, option_id};
use super::offers::{Does, Offer, Suggest, offers, wanted};
use crate::ui::react::{effect, memo};
use crate::ui::recent;

/// What the field asks of the bar around it.
#[derive(Clone, Copy)]
pub(crate) struct Asks {
    /// Adds these terms to the others; with `true` the query is asked too.
    pub(crate) add: Callback<(Vec<Term>, bool)>,
    /// Asks this query instead.
    pub(crate) repeat: Callback<String>,
    /// Gives the last term back into the field.
    pub(crate) take_back: Callback<()>,
    /// Moves the focus to the last chip.
    pub(crate) to_chips: Callback<()>,
}

/// The field over `draft`; `known` are the pages whose values are offered.
#[component]
pub(crate) fn QueryField(
    field: NodeRef<html::Input>,
    draft: RwSignal<String>,
    invalid: Signal<bool>,
    known: Signal<Vec<Arc<Page>>>,
    suggest: Suggest,
    asks: Asks,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let active = RwSignal::new(None::<usize>);
    let offered = RwSignal::new(Vec::<Offer>::new());
    let shown = memo(move || open.get() && offered.with(|offered| !offered.is_empty()));
    let caret = move || field.get_untracked().and_then(|f| f.selection_start().ok().flatten()).unwrap_or(0);
    let collect = move || {
        let text = draft.get_untracked();
        let found = suggest.found.get_untracked();
        let offers = known
            .with_untracked(|known| offers(&text, caret() as usize, found.as_ref(), known, &recent::read()));
        offered.set(offers);
    };
    let look = move || {
        suggest.wanted.set(wanted(&draft.get_untracked(), caret() as usize));
        collect();
        active.set(None);
        open.set(true);
    };
    // Values that come while the list is open come into it, unless the keyboard is in it already.
    effect(move || {
        suggest.found.get();
        if open.get_untracked() && active.get_untracked().is_none() {
            collect();
        }
    });
    let choose = Callback::new(move |n: usize| {
        let Some(offer) = offered.with_untracked(|offered| offered.get(n).cloned()) else { return };
        open.set(false);
        match offer.does {
            Does::Type(text, place) => {
                draft.set(text.clone());
                if let Some(field) = field.get_untracked() {
                    field.set_value(&text);
                    let _ = field.set_selection_range(place, place);
                }
                // After a key come its values; after a value nothing must.
                if text.ends_with([':', '-', '@']) {
                    look();
                }
            }
            Does::Add(term) => {
                draft.set(String::new());
                asks.add.run((vec![term], true));
            }
            Does::Repeat(query) => asks.repeat.run(query),
        }
    });
    let on_input = move |event: web_sys::Event| {
        draft.set(event_target_value(&event));
        let kind = js_sys::Reflect::get(&event, &"inputType".into()).ok().and_then(|kind| kind.as_string());
        let pasted = kind.as_deref() == Some("insertFromPaste");
        if let Some(filter) = draft.with_untracked(|draft| pasted.then(|| keyed(draft)).flatten()) {
            draft.set(String::new());
            return asks.add.run((filter.terms().to_vec(), false));
        }
        look();
        // A pasted id is nothing else: Enter takes it as what it is.
        let first = offered
            .with_untracked(|offered| matches!(offered.first(), Some(Offer { does: Does::Add(_), .. })));
        if pasted && first {
            active.set(Some(0));
        }
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() {
            return;
        }
        let last = offered.with_untracked(Vec::len).wrapping_sub(1);
        let at = active.get_untracked();
        let move_to = |n: usize| {
            event.prevent_default();
            active.set(Some(n));
        };
        let empty = draft.with_untracked(String::is_empty);
        match event.key().as_str() {
            "ArrowDown" if !shown.get_untracked() => look(),
            "ArrowDown" => move_to(at.map_or(0, |n| if n >= last { 0 } else { n + 1 })),
            "ArrowUp" if shown.get_untracked() => {
                move_to(at.map_or(last, |n| if n == 0 { last } else { n - 1 }))
            }
            "Enter" => match at.filter(|_| shown.get_untracked()) {
                Some(n) => {
                    event.prevent_default();
                    choose.run(n);
                }
                None => open.set(false),
            },
            "Escape" if shown.get_untracked() => {
                event.stop_propagation();
                open.set(false);
            }
            "Escape" => drop(field.get_untracked().map(|f| f.blur())),
            "Backspace" if empty => {
                event.prevent_default();
                asks.take_back.run(());
            }
            "ArrowLeft" if empty => asks.to_chips.run(()),
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
                on:input=on_input
                on:keydown=on_key
                on:click=move |_| look()
                on:blur=move |_| open.set(false)
            />
            <kbd aria-hidden="true">"/"</kbd>
            <Show when=move || shown.get()>
                <OfferList offers=offered active=active choose=choose />
            </Show>
        </div>
    }
    .into_any()
}

/// The query that `text` is, if it has a key in it: a sentence is not taken apart.
fn keyed(text: &str) -> Option<Filter> {
    use model::filter::Test;
    let filter: Filter = text.parse().ok()?;
    filter.terms().iter().any(|term| !matches!(term.test, Test::Text(_))).then_some(filter)
}

#[cfg(test)]
mod tests {
    use super::keyed;

    #[test]
    fn a_pasted_query_is_told_from_a_sentence() {
        assert_eq!(keyed("who:ana DROP").map(|filter| filter.terms().len()), Some(2));
        assert!(keyed("not authorized to perform").is_none() && keyed("who:\"ana").is_none());
    }
}
