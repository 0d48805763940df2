//! The top of every page.

use leptos::prelude::*;

use crate::paths;
use crate::text::PRODUCT;
use crate::text::moment::Zone;
use crate::ui::theme::ThemeButton;

/// The mark, the way to the event history, the zone, the theme, and what else belongs there.
#[component]
pub(crate) fn Header(
    zone: Signal<Zone>,
    switch_zone: Callback<()>,
    on_events: Signal<bool>,
    show_keys: Callback<()>,
    children: Children,
) -> impl IntoView {
    let label = move || match zone.get() {
        Zone::Utc => "UTC",
        Zone::Local => "Local time",
    };
    let title = move || match zone.get() {
        Zone::Utc => "Times are in UTC. Show them in this browser's zone",
        Zone::Local => "Times are in this browser's zone. Show them in UTC",
    };
    view! {
        <header class="top">
            <a class="brand" href=paths::HOME>
                <img src=paths::MARK alt="" width="20" height="20" />
                {PRODUCT}
            </a>
            <nav aria-label="Main">
                <a href=paths::HOME aria-current=move || on_events.get().then_some("page")>"Events"</a>
            </nav>
            <button type="button" class="quiet" title=title on:click=move |_| switch_zone.run(())>{label}</button>
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
