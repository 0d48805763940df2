//! What speaks for an event being what was delivered, and what is not checked.

use std::sync::Arc;

use leptos::prelude::*;
use model::Detail;
use wasm_bindgen_futures::spawn_local;

use crate::text::{arrival, moment, moment::Zone};
use crate::ui::copy::CopyButton;
use crate::ui::hash::sha256;
use crate::ui::untrusted::Untrusted;

/// The event's id, the hash and length of its record, and when it came.
#[component]
pub(crate) fn Integrity(detail: Arc<Detail>, zone: Zone) -> impl IntoView {
    let hash = RwSignal::new(None::<Option<String>>);
    let record = detail.clone();
    spawn_local(async move {
        let _ = hash.try_set(Some(sha256(record.record.as_bytes()).await));
    });
    let shown = move || match hash.get() {
        None => view! { <span class="none">"computing …"</span> }.into_any(),
        Some(None) => {
            view! { <span class="none">"This browser computes no hashes on a page without HTTPS."</span> }
                .into_any()
        }
        Some(Some(hash)) => view! {
            <code class="hash">{hash.clone()}</code>
            <CopyButton text=hash label="Copy SHA-256" />
            <p class="under">"computed in this browser, over the bytes shown under Raw"</p>
        }
        .into_any(),
    };
    let id = detail.summary.id.clone();
    let received = match detail.received {
        Some(received) => {
            let lag = arrival::lag(received.millis() - detail.summary.time.millis());
            format!("{}, {lag} after it happened", moment::full(received, zone.offset(received)))
        }
        None => "not recorded".to_owned(),
    };
    let row =
        |name: &'static str, value: AnyView| view! { <tr><th scope="row">{name}</th><td>{value}</td></tr> };
    view! {
        <table class="integrity">
            {row("Event ID", view! { <code><Untrusted text=id.clone() /></code> <CopyButton text=id label="Copy event ID" /> }.into_any())}
            {row("SHA-256", shown.into_any())}
            {row("Length", format!("{} bytes", detail.record.len()).into_any())}
            {row("Received", received.into_any())}
        </table>
        <p class="hint">
            "CloudTrail's digest files are not checked here. They prove that a log file was not changed after its delivery: see aws cloudtrail validate-logs."
        </p>
    }
    .into_any()
}
