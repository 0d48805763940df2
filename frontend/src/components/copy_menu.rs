//! What can be taken away of an event: one button, and behind it the forms.

use leptos::prelude::*;
use model::Detail;

use crate::text::copied::{lookup_command, markdown_row};
use crate::text::outcome;
use crate::ui::copy::CopyButton;
use crate::ui::popover::Popover;

/// The forms of `detail`, which has the address `link`.
#[component]
pub(crate) fn CopyMenu(detail: std::sync::Arc<Detail>, link: String) -> impl IntoView {
    let open = RwSignal::new(false);
    let forms = forms(&detail, &link);
    view! {
        <Popover label="Copy" trigger="Copy" open=open>
            <ul class="copies">
                {forms
                    .iter()
                    .map(|(label, text)| view! { <li><CopyButton text=text.clone() label=*label word=true /></li> })
                    .collect::<Vec<_>>()}
            </ul>
        </Popover>
    }
    .into_any()
}

fn forms(detail: &Detail, link: &str) -> [(&'static str, String); 5] {
    let summary = &detail.summary;
    let optional = |value: &Option<String>| value.clone().unwrap_or_default();
    let row = [
        summary.time.to_short_string(),
        summary.name.clone(),
        optional(&summary.user_name),
        optional(&summary.source_ip),
        optional(&summary.region),
        optional(&summary.resource_name),
        outcome(summary.outcome).to_owned(),
        link.to_owned(),
    ];
    [
        ("Link", link.to_owned()),
        ("Event ID", summary.id.clone()),
        ("JSON, as stored", detail.record.clone()),
        ("AWS CLI command", lookup_command(&summary.id, summary.region.as_deref())),
        ("Markdown row", markdown_row(row.iter().map(String::as_str))),
    ]
}
