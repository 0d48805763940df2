//! The download menu: plain links to the API, with the page's own query.

use leptos::prelude::*;
use model::Query;

use crate::paths::{Format, api_download};
use crate::ui::popover::Popover;

const FORMATS: [(Format, &str, &str); 3] = [
    (Format::Csv, "CSV", "The columns of a row, for a spreadsheet"),
    (Format::Json, "JSON", "The records as recorded, in the shape of a CloudTrail log file"),
    (Format::Ndjson, "NDJSON", "The records as recorded, one a line"),
];

/// All matching events as a file, not only this page. `prepare` runs when the links come into view.
#[component]
pub(crate) fn Download(query: Signal<Query>, prepare: Callback<()>) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move |_| {
        if open.get() {
            prepare.run(());
        }
    });
    let links = move || {
        let link = |(format, name, what): (Format, &'static str, &'static str)| {
            let href = api_download(format, &query.get());
            view! {
                <li>
                    <a href=href download rel="external" on:click=move |_| open.set(false)>
                        <strong>{name}</strong>
                        <span>{what}</span>
                    </a>
                </li>
            }
        };
        FORMATS.map(link).collect_view()
    };
    view! {
        <Popover label="Download" trigger="Download" open=open>
            <p>"All matching events of the time range:"</p>
            <ul class="downloads">{links}</ul>
        </Popover>
    }
    .into_any()
}
