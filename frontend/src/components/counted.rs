//! Values with how many events have each, the most frequent first.

use leptos::prelude::*;
use model::Counted;
use model::report::MAX_VALUES;

use crate::text::figures::counted;
use crate::ui::untrusted::Untrusted;

/// Where a value leads.
pub(crate) type Lead<'a> = &'a dyn Fn(&str) -> Option<String>;

/// So many are shown at once; the rest unfolds.
const FIRST: usize = 5;

/// `values` under the heading `title`; nothing where there are none.
pub(crate) fn counted_list(title: &'static str, values: &[Counted], lead: Lead<'_>) -> Option<AnyView> {
    let item = |value: &Counted| {
        let text = view! { <Untrusted text=value.value.clone() identity=true /> }.into_any();
        let text = match lead(&value.value) {
            Some(href) => view! { <a href=href>{text}</a> }.into_any(),
            None => text,
        };
        view! { <li>{text} <span class="number">{counted(value.count)}</span></li> }.into_any()
    };
    let (first, rest) = values.split_at(values.len().min(FIRST));
    let rest = (!rest.is_empty()).then(|| {
        // Of so many there may be others, which nobody counted.
        let of = if values.len() < MAX_VALUES { "" } else { " of the most frequent" };
        view! {
            <details><summary>{format!("{} more{of}", rest.len())}</summary><ul>{rest.iter().map(item).collect::<Vec<_>>()}</ul></details>
        }
    });
    (!values.is_empty()).then(|| {
        view! { <section class="counted"><h2>{title}</h2><ul>{first.iter().map(item).collect::<Vec<_>>()}</ul>{rest}</section> }
            .into_any()
    })
}
