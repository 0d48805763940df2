//! The terms of the query as chips, each with a button that removes it.

use leptos::prelude::*;
use model::filter::{Head, Key, Term, Test, tokens};

use crate::ui::icon::Icon;
use crate::ui::untrusted::Untrusted;
use crate::ui::visible;

/// A chip for each of `terms`; what is removed goes to `remove`.
#[component]
pub(crate) fn Chips(terms: Signal<Vec<Term>>, remove: Callback<Term>) -> impl IntoView {
    move || {
        let chip = |term: Term| view! { <Chip term=term remove=remove /> };
        terms.get().into_iter().map(chip).collect_view()
    }
}

#[component]
fn Chip(term: Term, remove: Callback<Term>) -> impl IntoView {
    let words = words(&term);
    let class = if term.negated { "chip negated" } else { "chip" };
    let name = format!("Remove {}", visible::plain(&words));
    view! {
        <span class=class>
            <Untrusted text=words />
            <button type="button" aria-label=name on:click=move |_| remove.run(term.clone())>
                <Icon name="x" />
            </button>
        </span>
    }
    .into_any()
}

/// `region = eu-central-1, us-east-1`, `service ≠ kms`, `contains "text"`.
pub(crate) fn words(term: &Term) -> String {
    let text = term.to_string();
    let sign = if term.negated { "≠" } else { "=" };
    let Some(token) = tokens(&text).into_iter().next() else { return text };
    let values: Vec<&str> = token.values.iter().map(|range| &text[range.clone()]).collect();
    let values = values.join(", ");
    match token.head {
        Head::Key(name) => format!("{} {sign} {values}", &text[name]),
        Head::Path(path) => format!("@{} {sign} {values}", &text[path]),
        Head::Text if term.negated => format!("does not contain {values}"),
        Head::Text => format!("contains {values}"),
    }
}

/// What is shown when no term names a category: that only management events are, and a button that asks
/// for every kind.
#[component]
pub(crate) fn CategoryHint(terms: Signal<Vec<Term>>, add: Callback<Term>) -> impl IntoView {
    let names_category = |term: &Term| matches!(term.test, Test::Key(Key::Category, _));
    let hidden = move || terms.with(|terms| terms.iter().any(names_category));
    let title = "Only management events are shown. Show every category";
    view! {
        <Show when=move || !hidden()>
            <button
                type="button"
                class="chip default"
                title=title
                aria-label="management events only. Show every category"
                on:click=move |_| add.run(Term::is(Key::Category, "any"))
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
}
