//! Filters with counts: beside the rows where there is room for them, else in a sheet.

use leptos::prelude::*;
use model::filter::Key;
use model::{Facet, Facets as Counts, Query, Values};

use super::insight::Asked;
use super::trouble::trouble;
use crate::client::{self, Answer};
use crate::components::facet::{Asking, facet};
use crate::components::facet_terms::{apart_from, is_about_key};
use crate::paths;
use crate::ui::dialog::Dialog;
use crate::ui::preferences::Preferences;
use crate::ui::react::{effect, memo};

/// The keys, with what they are called.
const FACETS: [(&str, Key); 8] = [
    ("Outcome", Key::Outcome),
    ("Service", Key::Service),
    ("Region", Key::Region),
    ("Who", Key::Who),
    ("Event", Key::Event),
    ("Error", Key::Error),
    ("Account", Key::Account),
    ("Where from", Key::Ip),
];

/// Up to these widths there is no room beside the rows: at all, and between them and the panel. In
/// `style/40-table.css` too.
const NARROW: &str = "(max-width: 1100px)";
const NARROW_BESIDE: &str = "(max-width: 1439px)";

/// Whether filters have no room beside the rows; `panel` says that the panel is at their other side.
pub(crate) fn is_narrow(panel: bool) -> bool {
    let width = if panel { NARROW_BESIDE } else { NARROW };
    window().match_media(width).ok().flatten().is_some_and(|narrow| narrow.matches())
}

/// The filters of the query that was `asked`; in a `sheet` where there is no room. `panel`: see [`is_narrow`].
#[component]
pub(crate) fn Facets(
    asked: Asked,
    asking: Asking,
    sheet: RwSignal<bool>,
    panel: Memo<bool>,
) -> impl IntoView {
    let resizes = RwSignal::new(0_u32);
    let narrow = memo(move || {
        resizes.track();
        is_narrow(panel.get())
    });
    let resized = window_event_listener(leptos::ev::resize, move |_| resizes.update(|n| *n += 1));
    on_cleanup(move || resized.remove());
    let liked = Preferences::of_page();
    let shown = memo(move || if narrow.get() { sheet.get() } else { liked.with(|liked| liked.facets) });
    let asked = memo(move || asked.get().filter(|_| shown.get()).map(|(_, query)| query));
    view! {
        <Show
            when=move || narrow.get()
            fallback=move || view! {
                <Show when=move || shown.get()>
                    <aside class="facets" aria-label="Filters">{facets(asked, asking)}</aside>
                </Show>
            }
        >
            <Dialog open=sheet id="filters" title="Filters">
                <div class="facets">{facets(asked, asking)}</div>
                <form method="dialog" class="choices">
                    <button class="button">"Close"</button>
                </form>
            </Dialog>
        </Show>
    }
    .into_any()
}

fn facets(asked: Memo<Option<Query>>, asking: Asking) -> AnyView {
    let many = client::follow::<Counts>(move || {
        asked.with(|query| {
            let query = query.as_ref()?;
            // What is asked for of a key says nothing of its other values.
            let keys: Vec<Key> = FACETS.iter().map(|(_, key)| *key).collect();
            let keys: Vec<Key> = keys.into_iter().filter(|key| !is_about_key(&query.filter, *key)).collect();
            (!keys.is_empty()).then(|| paths::api_facets(query, &keys))
        })
    });
    let failed = memo(move || {
        many.value.with(|value| Some(trouble(value.as_ref()?.as_ref().err()?).title.to_lowercase()))
    });
    let trouble = move || {
        failed.get().map(|sentence| {
            view! {
                <p role="alert">
                    {format!("No counts: {sentence}. ")}
                    <button type="button" class="button small" on:click=move |_| many.retry()>"Retry"</button>
                </p>
            }
        })
    };
    let lists: Vec<AnyView> = FACETS.iter().map(|&(name, key)| one(name, key, asked, many, asking)).collect();
    view! { {trouble} {lists} }.into_any()
}

/// The values of one key: asked for with the others, or by itself where the query says something of it, or
/// where more of them are wanted.
fn one(
    name: &'static str,
    key: Key,
    asked: Memo<Option<Query>>,
    many: Answer<Counts>,
    asking: Asking,
) -> AnyView {
    let all = RwSignal::new(None::<String>);
    let own = client::follow::<Values>(move || {
        let prefix = all.get();
        asked.with(|query| {
            let query = query.as_ref()?;
            let mine = is_about_key(&query.filter, key);
            let apart = Query { filter: apart_from(&query.filter, key), ..query.clone() };
            (mine || prefix.is_some())
                .then(|| paths::api_values(&apart, key, prefix.as_deref().unwrap_or_default()))
        })
    });
    // Older counts stay until there are newer ones.
    let values = RwSignal::new(None::<Facet>);
    effect(move || {
        let alone = own.value.with(|value| match value {
            Some(Ok(own)) => Some(own.facet.clone()),
            _ => None,
        });
        let among = || {
            many.value.with(|value| match value {
                Some(Ok(many)) => many.facets.iter().find(|facet| facet.key == key.name()).cloned(),
                _ => None,
            })
        };
        let newer = alone.or_else(among);
        if newer.is_some() && values.with_untracked(|values| *values != newer) {
            values.set(newer);
        }
    });
    facet(name, key, values.into(), all, asking)
}
