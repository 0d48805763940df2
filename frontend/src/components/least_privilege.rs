//! The rights that were used, as a policy to take over, beside what it does not know.

use std::sync::Arc;

use leptos::prelude::*;
use model::Policy;
use model::policy::{Action, MAX_DOCUMENT};

use super::counted::counted_list;
use crate::text::figures::{counted, number};
use crate::text::report::spent;
use crate::ui::copy::CopyButton;
use crate::ui::untrusted::{Untrusted, UntrustedBlock};

/// So many resources of an action are shown; the document has all.
const RESOURCES: usize = 5;

/// `policy`, with what was used and what was denied.
#[component]
pub(crate) fn LeastPrivilege(policy: Arc<Policy>) -> impl IntoView {
    if policy.used.is_empty() && policy.denied.is_empty() {
        return view! { <p>"No call in this time needed a right of IAM."</p> }.into_any();
    }
    let caveats: Vec<_> =
        policy.caveats.iter().map(|said| view! { <li><Untrusted text=said.clone() /></li> }).collect();
    let size = format!("{} of {} bytes", number(policy.document_bytes as u64), number(MAX_DOCUMENT as u64));
    let too_long = (!policy.fits)
        .then(|| view! { <p class="partial">"IAM refuses a managed policy of this size: split it."</p> });
    let cost = spent(policy.cost);
    view! {
        <h3>"What this policy does not know"</h3>
        <ul class="bullets">{caveats}</ul>
        {too_long}
        <div class="actions"><CopyButton text=policy.document.clone() label="Copy policy" word=true /> <span class="hint">{size}</span></div>
        <pre class="policy" role="region" aria-label="Policy" tabindex="0"><UntrustedBlock text=policy.document.clone() /></pre>
        {actions("Used", &policy.used)}
        {actions("Denied, and not in the policy", &policy.denied)}
        {counted_list("Events that no right of IAM allows", &policy.no_actions, &|_| None)}
        <p class="hint">{cost}</p>
    }
    .into_any()
}

fn actions(title: &'static str, actions: &[Action]) -> Option<AnyView> {
    let row = |action: &Action| {
        let resources = action.resources.iter().take(RESOURCES);
        let resources: Vec<_> =
            resources.map(|name| view! { <li><Untrusted text=name.clone() /></li> }).collect();
        let more = action.resources.len().checked_sub(RESOURCES + 1);
        let more = more.map(|n| view! { <li class="none">{format!("and {} more", n + 1)}</li> });
        let errors: Vec<_> =
            action.errors.iter().map(|error| view! { <Untrusted text=error.value.clone() /> " " }).collect();
        view! {
            <tr>
                <th scope="row" class="mono"><Untrusted text=action.action.clone() /></th>
                <td class="mono"><ul>{resources}{more}</ul></td>
                <td class="number">{counted(action.count)}</td>
                <td>{errors}</td>
            </tr>
        }
        .into_any()
    };
    let rows: Vec<_> = actions.iter().map(row).collect();
    (!actions.is_empty()).then(|| {
        view! {
            <div class="wide" role="region" aria-label=title tabindex="0">
                <table>
                    <caption>{title}</caption>
                    <thead>
                        <tr>
                            <th scope="col">"Action"</th>
                            <th scope="col">"On"</th>
                            <th scope="col">"Calls"</th>
                            <th scope="col">"Errors"</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    })
}
