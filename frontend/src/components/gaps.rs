//! What of a search's range is not covered, in a line that opens.

use leptos::prelude::*;
use model::Gap;

use crate::paths;
use crate::text::count;
use crate::ui::untrusted::Untrusted;

/// The `gaps` as sentences; `open` where nothing was found, for there they matter most.
#[component]
pub(crate) fn Gaps(gaps: Vec<Gap>, open: bool) -> impl IntoView {
    let head = format!("Not all of this range is covered: {}", count(gaps.len(), "gap"));
    let list: Vec<_> = gaps.iter().map(|gap| view! { <li><Untrusted text=gap.to_string() /></li> }).collect();
    view! {
        <details class="gaps" open=open>
            <summary>{head}</summary>
            <ul class="bullets">{list}</ul>
            <p><a href=paths::STATUS>"What came in, and what is not collected"</a></p>
        </details>
    }
    .into_any()
}
