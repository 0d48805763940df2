//! The record as it was delivered, byte for byte: to read, to copy, to keep and to print.

use std::sync::Arc;

use leptos::prelude::*;
use model::Detail;

use crate::ui::clipboard;
use crate::ui::copy::CopyButton;
use crate::ui::icon::Icon;
use crate::ui::untrusted::{Marked, UntrustedBlock};

/// Changes between tree and text, and gives the exact text away.
#[component]
pub(crate) fn RawActions(detail: Arc<Detail>, raw: Signal<bool>, toggle: Callback<()>) -> impl IntoView {
    let copied = detail.record.clone();
    let save = move |_| _ = clipboard::save(&format!("{}.json", detail.summary.id), &detail.record);
    view! {
        <div class="actions">
            <button
                type="button"
                class="button small"
                aria-pressed=move || raw.get().to_string()
                on:click=move |_| toggle.run(())
            >
                "Raw"
            </button>
            <CopyButton text=copied label="Copy raw" word=true />
            <button type="button" class="button small" on:click=save>
                <Icon name="download" />
                "Download raw"
            </button>
        </div>
    }
    .into_any()
}

/// The exact text. Characters that hide are shown as chips.
#[component]
pub(crate) fn RawRecord(record: String) -> impl IntoView {
    view! {
        <pre class="raw" tabindex="0" role="region" aria-label="Raw record">
            <UntrustedBlock text=record />
        </pre>
    }
    .into_any()
}

/// The exact text, where it came from and when: on paper only.
#[component]
pub(crate) fn PrintedRecord(record: String, link: String, as_of: String) -> impl IntoView {
    view! {
        <div class="print-only">
            <p class="mono">{link} " as of " {as_of}</p>
            <pre class="raw"><Marked parts=vec![(record, false)] limit=usize::MAX /></pre>
        </div>
    }
    .into_any()
}
