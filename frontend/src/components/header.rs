//! The top of every page.

use leptos::prelude::*;

use super::zone_picker::ZoneMenu;
use crate::paths;
use crate::text::PRODUCT;
use crate::text::zone::Zone;
use crate::ui::theme::ThemeButton;

/// The mark, the way to the event history, the zone, the theme, and what else belongs there.
#[component]
pub(crate) fn Header(
    zone: Signal<Zone>,
    choose_zone: Callback<Zone>,
    on_events: Signal<bool>,
    show_keys: Callback<()>,
    children: Children,
) -> impl IntoView {
    view! {
        <header class="top">
            <a class="brand" href=paths::HOME>
                <img src=paths::MARK alt="" width="20" height="20" />
                {PRODUCT}
            </a>
            <nav aria-label="Main">
                <a href=paths::HOME aria-current=move || on_events.get().then_some("page")>"Events"</a>
            </nav>
            <ZoneMenu zone=zone choose=choose_zone />
            <button
                type="button"
                class="icon-button"
                aria-label="? Keys"
                title="Keys"
                aria-haspopup="dialog"
                on:click=move |_| show_keys.run(())
            >
                "?"
            </button>
            <ThemeButton />
            {children()}
        </header>
    }
    .into_any()
}
