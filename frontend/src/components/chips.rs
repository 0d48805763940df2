//! The terms of the query as chips, each of which can be edited, turned round and removed.
//!
//! By keyboard too: the arrows go from one button to the next and on into the field, Delete removes,
//! `-` excludes and `+` includes.

use leptos::prelude::*;
use model::filter::{Head, Key, Term, Test, tokens};

use super::query_bar::FIELD;
use crate::ui::focus::{focus_now, focus_nth, focused_index};
use crate::ui::icon::Icon;
use crate::ui::untrusted::Untrusted;
use crate::ui::visible;

/// The button of each chip that edits it.
pub(crate) const CHIPS: &str = ".chip .edit";
const BUTTONS: &str = ".chip button";

const SCANS: &str = "no index holds such a filter, so the events that the others leave are read one by one";
const ALL_SCAN: &str = "No index holds what is asked for, so every event of the time range is read, some for each page. \
     A name, an event, a service, a key or an address beside it makes the search quick; so does a narrow time range.";

/// What is done to a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Change {
    /// It goes back into the field.
    Edit,
    /// Included becomes excluded, and the other way round.
    Flip,
    Remove,
}

/// A chip for each of `terms`; what is to be changed goes to `change`.
#[component]
pub(crate) fn Chips(terms: Signal<Vec<Term>>, change: Callback<(Term, Change)>) -> impl IntoView {
    move || terms.get().into_iter().map(|term| chip(term, change)).collect_view()
}

fn chip(term: Term, change: Callback<(Term, Change)>) -> AnyView {
    let (subject, sign, values) = parts(&term);
    let name = visible::plain(&words(&term));
    let scans = is_slow(&term).then(|| {
        view! { <span class="scans" title=SCANS>"scans" <span class="visually-hidden">{SCANS}</span></span> }
    });
    let class = if term.negated { "chip negated" } else { "chip" };
    let turned = if term.negated { "include" } else { "exclude" };
    let negated = term.negated;
    let doing = StoredValue::new(term);
    let act = move |what: Change| change.run((doing.get_value(), what));
    let on_key = move |event: web_sys::KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        match event.key().as_str() {
            "Delete" | "Backspace" => act(Change::Remove),
            "-" if !negated => act(Change::Flip),
            "+" if negated => act(Change::Flip),
            "ArrowLeft" => step(-1),
            "ArrowRight" => step(1),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let button = |class: &'static str, name: String, shown: AnyView, what: Change| {
        let click = move |event: web_sys::MouseEvent| {
            event.stop_propagation();
            act(what);
        };
        view! { <button type="button" class=class aria-label=name on:click=click>{shown}</button> }
    };
    let edit = view! { <Untrusted text=values /> }.into_any();
    view! {
        <span class=class role="group" aria-label=name.clone() on:keydown=on_key>
            {subject.map(|subject| view! { <Untrusted text=subject /> })}
            {button("sign", format!("{sign} ({turned} instead: {name})"), sign.into_any(), Change::Flip)}
            {button("edit", format!("Edit {name}"), edit, Change::Edit)}
            {scans}
            {button("remove", format!("Remove {name}"), view! { <Icon name="x" /> }.into_any(), Change::Remove)}
        </span>
    }
    .into_any()
}

/// To the button beside the one that has the focus; after the last comes the field.
fn step(by: isize) {
    let Some(here) = focused_index(BUTTONS) else { return };
    let there = here.saturating_add_signed(by);
    focus_nth(BUTTONS, there);
    if there == here + 1 && focused_index(BUTTONS) == Some(here) {
        focus_now(FIELD);
    }
}

/// What is compared (nothing for a text), how, and with what.
fn parts(term: &Term) -> (Option<String>, &'static str, String) {
    let text = term.to_string();
    let Some(token) = tokens(&text).into_iter().next() else { return (None, "", text) };
    let values: Vec<&str> = token.values.iter().map(|range| &text[range.clone()]).collect();
    let values = values.join(", ");
    let sign = if term.negated { "≠" } else { "=" };
    match token.head {
        Head::Key(name) => (Some(text[name].to_owned()), sign, values),
        Head::Path(path) => (Some(format!("@{}", &text[path])), sign, values),
        Head::Text if term.negated => (None, "does not contain", values),
        Head::Text => (None, "contains", values),
    }
}

/// `region = eu-central-1, us-east-1`, `service ≠ kms`, `contains "text"`.
pub(crate) fn words(term: &Term) -> String {
    match parts(term) {
        (Some(subject), sign, values) => format!("{subject} {sign} {values}"),
        (None, sign, values) => format!("{sign} {values}"),
    }
}

/// Says that a query is slow when no index holds any of its terms.
#[component]
pub(crate) fn Scans(terms: Signal<Vec<Term>>) -> impl IntoView {
    let all = move || terms.with(|terms| !terms.is_empty() && terms.iter().all(is_slow));
    view! { <Show when=all><p class="hint scans-hint">{ALL_SCAN}</p></Show> }.into_any()
}

/// Categories are no filter that takes time: they say where to look.
fn is_slow(term: &Term) -> bool {
    !term.is_indexed() && !names_category(term)
}

fn names_category(term: &Term) -> bool {
    matches!(term.test, Test::Key(Key::Category, _))
}

/// What is shown when no term names a category: that only management events are, and a button that asks
/// for every kind.
#[component]
pub(crate) fn CategoryHint(terms: Signal<Vec<Term>>, add: Callback<(Vec<Term>, bool)>) -> impl IntoView {
    let hidden = move || terms.with(|terms| terms.iter().any(names_category));
    let title = "Only management events are shown. Show every category";
    view! {
        <Show when=move || !hidden()>
            <button
                type="button"
                class="chip default"
                title=title
                aria-label="management events only. Show every category"
                on:click=move |_| add.run((vec![Term::is(Key::Category, "any")], true))
            >
                "management events only"
            </button>
        </Show>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::Filter;

    #[track_caller]
    fn check(query: &str, expected: &str) {
        let filter: Filter = query.parse().unwrap();
        assert_eq!(words(&filter.terms()[0]), expected, "{query}");
    }

    #[test]
    fn chips_in_words() {
        check("region:us-east-1,eu-west-1", "region = eu-west-1, us-east-1");
        check("-service:kms", "service ≠ kms");
        check("@requestParameters.name:a*", "@requestParameters.name = a*");
        check("-\"a b\"", "does not contain \"a b\"");
        check("DROP", "contains DROP");
    }

    #[test]
    fn what_is_slow() {
        let slow = |query: &str| query.parse::<Filter>().unwrap().terms().iter().all(is_slow);
        assert!(slow("outcome:denied DROP -who:ana event:Put*"));
        assert!(!slow("who:ana outcome:denied") && !slow("category:any"));
    }
}
