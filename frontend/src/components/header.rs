//! The top of every page.

use leptos::prelude::*;

use super::zone_picker::ZoneMenu;
use crate::paths;
use crate::text::PRODUCT;
use crate::text::zone::Zone;
use crate::ui::popover::Popover;
use crate::ui::theme::ThemeButton;

/// The sections of the console, each with where it begins.
const SECTIONS: [(&str, &str); 5] = [
    ("Events", paths::HOME),
    ("Identities", paths::IDENTITIES),
    ("Resources", paths::RESOURCES),
    ("Views", paths::VIEWS),
    ("Status", paths::STATUS),
];

/// The mark, the ways to the sections (`here` is the one that is shown), the zone, the theme, and what else
/// belongs there.
#[component]
pub(crate) fn Header(
    zone: Signal<Zone>,
    choose_zone: Callback<Zone>,
    here: Signal<&'static str>,
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
                <ul class="sections">{links(here)}</ul>
                <Menu here=here />
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

fn links(here: Signal<&'static str>) -> Vec<AnyView> {
    let link = |(name, href): (&'static str, &'static str)| {
        let current = move || (here.get() == href).then_some("page");
        view! { <li><a href=href aria-current=current>{name}</a></li> }.into_any()
    };
    SECTIONS.into_iter().map(link).collect()
}

/// The same ways, where there is no room for them side by side.
#[component]
fn Menu(here: Signal<&'static str>) -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <div class="menu">
            <Popover label="Menu" trigger="Menu" open=open>
                <ul class="sections" on:click=move |_| open.set(false)>{links(here)}</ul>
            </Popover>
        </div>
    }
    .into_any()
}
