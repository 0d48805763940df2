//! The menu of links to what is shown.

use leptos::prelude::*;

use crate::ui::popover::Popover;

/// Whether the link is frozen, its name, and what it shows.
const LINKS: [(bool, &str, &str); 2] = [
    (
        true,
        "Frozen",
        "The same range of time whenever it is opened, from its first page. Events that CloudTrail delivers late may still be added.",
    ),
    (false, "Live", "As the address is now: the last 24 hours are then the last before it is opened."),
];

/// A button that opens the menu; the link chosen goes to `copy`, `true` for a frozen one.
#[component]
pub(crate) fn CopyLink(copy: Callback<bool>) -> impl IntoView {
    let open = RwSignal::new(false);
    let link = move |(frozen, name, what): (bool, &'static str, &'static str)| {
        let click = move |_| {
            open.set(false);
            copy.run(frozen);
        };
        view! {
            <li>
                <button type="button" on:click=click>
                    <strong>{name}</strong>
                    <span>{what}</span>
                </button>
            </li>
        }
    };
    view! {
        <Popover label="Copy link" trigger="Copy link" open=open>
            <ul class="kinds">{LINKS.map(link).collect_view()}</ul>
        </Popover>
    }
    .into_any()
}
