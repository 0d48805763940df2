//! The histogram as a table, for those who don't see bars or don't trust them.

use leptos::prelude::*;
use model::{Histogram, TimeRange};

use super::histogram::range;
use crate::text::bars::stretch;
use crate::text::count;
use crate::text::figures::counted;
use crate::text::zone::Zone;

/// A row for each bar that has events, the newest first, with a link that asks for it alone.
pub(crate) fn bar_table(shown: &Histogram, zone: Zone, link: Callback<TimeRange, String>) -> AnyView {
    let mut rows = Vec::new();
    for bar in shown.buckets.iter().rev().filter(|bar| bar.ok + bar.denied + bar.failed > 0) {
        let time = stretch(bar.from, bar.to, zone);
        let figure = |n| {
            let n = counted(model::Count { n, exactness: bar.exactness });
            view! { <td class="mono">{n}</td> }
        };
        let href = range(std::slice::from_ref(bar)).map(|range| link.run(range));
        let name = format!("Zoom to {time}");
        rows.push(
            view! {
                <tr>
                    <th scope="row" class="mono">{time}</th>
                    {figure(bar.ok)} {figure(bar.denied)} {figure(bar.failed)}
                    <td><a href=href aria-label=name>"Zoom"</a></td>
                </tr>
            }
            .into_any(),
        );
    }
    let empty = shown.buckets.len() - rows.len();
    let caption = format!("Bars with events, newest first; {} without", count(empty, "bar"));
    view! {
        <div class="bar-table" role="region" aria-label="Events over time as a table" tabindex="0">
            <table>
                <caption>{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">"Time"</th>
                        <th scope="col">"OK"</th>
                        <th scope="col">"Denied"</th>
                        <th scope="col">"Failed"</th>
                        <th scope="col">"Only this"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
