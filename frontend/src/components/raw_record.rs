//! The record as it was delivered, byte for byte.

use leptos::prelude::*;

use crate::ui::clipboard;
use crate::ui::copy::CopyButton;
use crate::ui::icon::Icon;
use crate::ui::untrusted::UntrustedBlock;

/// The exact text, to read, to copy and to keep as a file. Characters that hide are shown as chips; what
/// is copied and saved is the text itself.
#[component]
pub(crate) fn RawRecord(record: String, file_name: String) -> impl IntoView {
    let text = StoredValue::new(record);
    let save = move |_| _ = text.with_value(|text| clipboard::save(&file_name, text));
    view! {
        <div class="actions">
            <CopyButton text=text.get_value() label="Copy raw" word=true />
            <button type="button" class="button small" on:click=save>
                <Icon name="download" />
                "Download raw"
            </button>
        </div>
        <pre class="raw" tabindex="0" role="region" aria-label="Raw record">
            <UntrustedBlock text=text.get_value() />
        </pre>
    }
    .into_any()
}
