//! The list of offers under the query field: the popup of its combobox.

use leptos::prelude::*;

use super::offers::{Kind, Offer};
use crate::ui::react::effect;
use crate::ui::untrusted::Untrusted;

/// The id of the list, for the field's `aria-controls`.
pub(crate) const LIST: &str = "suggestions";

/// The id of the option number `n`, for the field's `aria-activedescendant`.
pub(crate) fn option_id(n: usize) -> String {
    format!("suggestion-{n}")
}

/// The list; `active` is the option that the keyboard is on. The number of a chosen one goes to `choose`.
#[component]
pub(crate) fn OfferList(
    offers: RwSignal<Vec<Offer>>,
    active: RwSignal<Option<usize>>,
    choose: Callback<usize>,
) -> impl IntoView {
    let options = move || {
        let option = |(n, offer): (usize, Offer)| {
            let selected = move || active.get() == Some(n);
            let class = if offer.kind == Kind::Word { "word" } else { "value" };
            view! {
                <li
                    role="option"
                    id=option_id(n)
                    class=class
                    aria-selected=move || selected().to_string()
                    on:pointerdown=move |event| event.prevent_default()
                    on:click=move |_| choose.run(n)
                >
                    <span class="mono"><Untrusted text=offer.text /></span>
                    <span class="help">{offer.note}</span>
                </li>
            }
        };
        offers.get().into_iter().enumerate().map(option).collect_view()
    };
    // The option that the keyboard is on is kept in view.
    effect(move || {
        let id = active.get().map(option_id);
        if let Some(option) = id.and_then(|id| document().get_element_by_id(&id)) {
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Nearest);
            option.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
    view! { <ul class="suggestions" role="listbox" id=LIST aria-label="Suggestions">{options}</ul> }
        .into_any()
}
