//! A value and what can be asked about it: only this, without this, copy.

use leptos::prelude::*;
use model::filter::{Key, Term};

use crate::ui::copy::CopyButton;
use crate::ui::icon::Icon;
use crate::ui::untrusted::Untrusted;
use crate::ui::visible;

/// A value with its pivots. `add` is given the term that was chosen.
#[component]
pub(crate) fn Pivot(
    key: Key,
    #[prop(into)] value: String,
    add: Callback<Term>,
    #[prop(optional)] identity: bool,
) -> impl IntoView {
    let buttons = PivotButtonsProps {
        include: Some(Term::is(key, &value)),
        exclude: Some(Term::is_not(key, &value)),
        value: value.clone(),
        add,
        reachable: Signal::stored(true),
    };
    view! {
        <span class="pivot">
            <span class="value"><Untrusted text=value identity=identity /></span>
            {PivotButtons(buttons)}
        </span>
    }
    .into_any()
}

/// The buttons alone: include, exclude (where the value can be asked for), copy. They are in the tab order
/// while `reachable`.
#[component]
pub(crate) fn PivotButtons(
    include: Option<Term>,
    exclude: Option<Term>,
    value: String,
    add: Callback<Term>,
    reachable: Signal<bool>,
) -> impl IntoView {
    let what = visible::plain(&value);
    let tabindex = move || if reachable.get() { "0" } else { "-1" };
    let button = |term: Option<Term>, name: String, icon: &'static str| {
        term.map(|term| {
            let click = move |event: web_sys::MouseEvent| {
                event.stop_propagation();
                add.run(term.clone());
            };
            view! {
                <button
                    type="button"
                    class="icon-button"
                    aria-label=name.clone()
                    title=name
                    tabindex=tabindex
                    on:click=click
                >
                    <Icon name=icon />
                </button>
            }
        })
    };
    view! {
        <span class="pivots">
            {button(include, format!("Only {what}"), "plus")}
            {button(exclude, format!("Without {what}"), "minus")}
            <CopyButton text=value label=format!("Copy {what}") reachable=reachable />
        </span>
    }
    .into_any()
}
