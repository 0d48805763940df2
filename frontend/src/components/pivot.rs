//! A value and what can be asked about it: only this, without this, everything about it, copy.
//!
//! The value is a link, and so one stop of the Tab key. There + and − ask at once; the arrows and the menu
//! key go to the buttons beside it.

use leptos::prelude::*;
use model::filter::{Key, Term};
use model::{Filter, Query, TimeRange};

use crate::paths;
use crate::ui::copy::CopyButton;
use crate::ui::focus::step_within;
use crate::ui::icon::Icon;
use crate::ui::untrusted::Untrusted;
use crate::ui::visible;

/// How values are asked for.
#[derive(Clone, Copy)]
pub(crate) struct Ask {
    /// Is given the term that was chosen, for the question at hand.
    pub(crate) add: Callback<Term>,
    /// The time in which a value is asked for alone.
    pub(crate) range: TimeRange,
}

impl Ask {
    /// The events that `terms` find, whatever the question at hand.
    pub(crate) fn link(self, terms: impl IntoIterator<Item = Term>) -> String {
        let query = Query { filter: Filter::new(terms), range: self.range, ..Query::default() };
        paths::events(&query.to_string())
    }
}

/// A value with its pivots.
#[component]
pub(crate) fn Pivot(
    key: Key,
    #[prop(into)] value: String,
    ask: Ask,
    #[prop(optional)] identity: bool,
) -> impl IntoView {
    pivot(Term::is(key, &value), value, ask, identity)
}

/// `value` with its pivots, which is asked for with `term`.
pub(crate) fn pivot(term: Term, value: String, ask: Ask, identity: bool) -> AnyView {
    let href = ask.link([term.clone()]);
    let buttons = PivotButtonsProps {
        term: Some(term.clone()),
        value: value.clone(),
        add: ask.add,
        column: None,
        reachable: Signal::stored(false),
    };
    view! {
        <span class="pivot" on:keydown=move |event| on_key(&event, &term, ask.add)>
            <a class="value" href=href><Untrusted text=value identity=identity /></a>
            {PivotButtons(buttons)}
        </span>
    }
    .into_any()
}

fn on_key(event: &web_sys::KeyboardEvent, term: &Term, add: Callback<Term>) {
    let modified = event.ctrl_key() || event.meta_key() || event.alt_key();
    let menu = event.key() == "ContextMenu" || (event.key() == "F10" && event.shift_key());
    match event.key().as_str() {
        _ if modified => return,
        "+" => add.run(term.clone()),
        "-" => add.run(!term.clone()),
        "ArrowRight" => step_within(event, 1),
        "ArrowLeft" => step_within(event, -1),
        _ if menu => step_within(event, 1),
        _ => return,
    }
    event.prevent_default();
    event.stop_propagation();
}

/// The buttons alone: include, exclude (where the value can be asked for), show as a column, copy. They are
/// in the tab order while `reachable`.
#[component]
pub(crate) fn PivotButtons(
    term: Option<Term>,
    value: String,
    add: Callback<Term>,
    column: Option<Callback<()>>,
    reachable: Signal<bool>,
) -> impl IntoView {
    let what = visible::plain(&value);
    let button = |name: String, icon: &'static str, act: Callback<()>| {
        let click = move |event: web_sys::MouseEvent| {
            event.stop_propagation();
            act.run(());
        };
        view! {
            <button
                type="button"
                class="icon-button"
                aria-label=name.clone()
                title=name
                tabindex=move || if reachable.get() { "0" } else { "-1" }
                on:click=click
            >
                <Icon name=icon />
            </button>
        }
        .into_any()
    };
    let asking = |term: Term| Callback::new(move |()| add.run(term.clone()));
    let include = term.clone().map(|term| button(format!("Only {what}"), "plus", asking(term)));
    let exclude = term.map(|term| button(format!("Without {what}"), "minus", asking(!term)));
    let column = column.map(|column| button("Show as column".to_owned(), "column", column));
    view! {
        <span class="pivots">
            {include}
            {exclude}
            {column}
            <CopyButton text=value label=format!("Copy {what}") reachable=reachable />
        </span>
    }
    .into_any()
}
