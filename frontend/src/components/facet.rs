//! The values of a key with how many events have each: a link asks for one alone, a box adds it to those
//! asked for, a button leaves it out.

use leptos::prelude::*;
use model::filter::Key;
use model::{Counted, Facet, Filter};

use super::facet_terms::{Said, excluded, only, said, toggled};
use crate::text;
use crate::text::figures::counted;
use crate::ui::focus::{focus_nth, focused_index};
use crate::ui::icon::Icon;
use crate::ui::react::memo;
use crate::ui::untrusted::Untrusted;
use crate::ui::visible;

/// Values that are shown before more are asked for.
const FIRST: usize = 5;

/// How a query is asked for.
#[derive(Clone, Copy)]
pub(crate) struct Asking {
    /// The query that is shown.
    pub(crate) filter: Signal<Filter>,
    /// Asks for another.
    pub(crate) ask: Callback<Filter>,
    /// The address of another.
    pub(crate) link: Callback<Filter, String>,
}

/// The values of `key`, under `name`. `all`: more of them are wanted, those that begin so.
pub(crate) fn facet(
    name: &'static str,
    key: Key,
    values: Signal<Option<Facet>>,
    all: RwSignal<Option<String>>,
    asking: Asking,
) -> AnyView {
    let id = format!("facet-{}", key.name());
    let named = id.clone();
    let open = memo(move || all.with(Option::is_some));
    let any = memo(move || open.get() || values.with(|v| v.as_ref().is_some_and(|v| !v.values.is_empty())));
    let more = memo(move || {
        values.with(|v| v.as_ref().is_some_and(|v| v.values.len() > FIRST || !v.whole)) || open.get()
    });
    let places = format!("[aria-labelledby={id}] li :is(input, a, button)");
    let list = move || {
        // The list is made anew; the keyboard stays where it was.
        if let Some(here) = focused_index(&places) {
            let places = places.clone();
            request_animation_frame(move || focus_nth(&places, here));
        }
        let most = if open.get() { usize::MAX } else { FIRST };
        let filter = asking.filter.get();
        values.with(|values| {
            let values = values.iter().flat_map(|facet| facet.values.iter().take(most));
            values.map(|value| line(key, value, &filter, asking)).collect_view()
        })
    };
    let shown = move || if open.get() { "Fewer" } else { "More" };
    let label = move || format!("{} of {name}", shown());
    let find = move || {
        open.get().then(|| {
            view! {
                <input
                    type="text"
                    aria-label=format!("{name} that begins with")
                    placeholder="begins with"
                    autocomplete="off"
                    spellcheck="false"
                    on:input=move |event| all.set(Some(event_target_value(&event)))
                />
            }
        })
    };
    view! {
        <section aria-labelledby=named hidden=move || !any.get()>
            <h2 id=id>{name}</h2>
            {find}
            <ul class:all=open>{list}</ul>
            <Show when=move || more.get()>
                <button
                    type="button"
                    class="quiet"
                    aria-label=label
                    aria-expanded=move || open.get().to_string()
                    on:click=move |_| all.set(if open.get_untracked() { None } else { Some(String::new()) })
                >
                    {shown}
                </button>
            </Show>
        </section>
    }
    .into_any()
}

fn line(key: Key, value: &Counted, filter: &Filter, asking: Asking) -> AnyView {
    let said = said(filter, key, &value.value);
    let name = text::value_name(key, &value.value);
    let plain = visible::plain(&name);
    let figure = counted(value.count);
    let value = StoredValue::new(value.value.clone());
    let ask = move |act: fn(&Filter, Key, &str) -> Filter| {
        let filter = asking.filter.get_untracked();
        asking.ask.run(value.with_value(|value| act(&filter, key, value)));
    };
    let href = asking.link.run(value.with_value(|value| only(filter, key, value)));
    let click = move |event: web_sys::MouseEvent| {
        if event.alt_key() {
            event.prevent_default();
            ask(excluded);
        }
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        match event.key().as_str() {
            "-" => ask(excluded),
            "+" => ask(only),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let without = if said == Said::Excluded { "No longer without" } else { "Without" };
    view! {
        <li class:left-out=said == Said::Excluded on:keydown=on_key>
            <label>
                <input
                    type="checkbox"
                    aria-label=format!("Also {plain}")
                    prop:checked=said == Said::Included
                    on:change=move |_| ask(toggled)
                />
            </label>
            // Not its two ends, which would be read as two words.
            <a href=href title=format!("Only {plain}") on:click=click>
                <Untrusted text=name />
            </a>
            <span class="mono">{figure}</span>
            <button
                type="button"
                class="icon-button"
                aria-label=format!("{without} {plain}")
                title=format!("{without} {plain}")
                on:click=move |_| ask(excluded)
            >
                <Icon name="minus" />
            </button>
        </li>
    }
    .into_any()
}
