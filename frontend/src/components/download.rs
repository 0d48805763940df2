//! The download menu: plain links to the API, with the page's own question.

use std::sync::Arc;

use leptos::prelude::*;
use model::{Bound, Column, Page, Query, TimeRange};

use crate::paths::{Format, api_download};
use crate::text::{count, moment::Zone, range::echo};
use crate::ui::popover::Popover;
use crate::ui::react::effect;

pub(crate) const FORMATS: [(Format, &str); 3] =
    [(Format::Csv, "CSV"), (Format::Json, "JSON"), (Format::Ndjson, "NDJSON")];

/// The rows that are shown, or all matching events, as files. `prepare` runs when the links come into view.
#[component]
pub(crate) fn Download(
    query: Signal<Query>,
    columns: Memo<Vec<Column>>,
    page: Signal<Option<Arc<Page>>>,
    zone: Signal<Zone>,
    prepare: Callback<()>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let of_table = RwSignal::new(false);
    effect(move || {
        if open.get() {
            prepare.run(());
        }
    });
    let body = move || {
        let (query, page) = (query.get(), page.get());
        let columns = if of_table.get() { columns.get() } else { Vec::new() };
        let asked = meant(&query, page.as_deref());
        let links = |words: String, name: &'static str, whole: bool| {
            let link = |(format, form): (Format, &'static str)| {
                let href = api_download(format, &asked, &columns, whole);
                view! {
                    <a
                        class="button"
                        href=href
                        download
                        rel="external"
                        aria-label=format!("{form}, {name}")
                        on:click=move |_| open.set(false)
                    >
                        {form}
                    </a>
                }
            };
            view! { <div class="files"><p>{words}</p>{FORMATS.map(link).collect_view()}</div> }.into_any()
        };
        let here = page.as_ref().filter(|page| !page.rows.is_empty());
        let here = here
            .map(|page| links(format!("This page: {}", count(page.rows.len(), "row")), "this page", false));
        let all = match page.as_ref().filter(|page| is_whole(page)) {
            Some(page) => format!("All matching: {}", count(page.rows.len(), "event")),
            None => "All matching: not counted".to_owned(),
        };
        let span = page.as_ref().map(|page| echo(frozen(page), zone.get(), page.span.to));
        view! {
            <p class="hint">{span}</p>
            {here}
            {links(all, "all matching", true)}
        }
        .into_any()
    };
    view! {
        <Popover label="Download" trigger="Download" open=open>
            {body}
            <label class="switch">
                <input type="checkbox" prop:checked=of_table on:change=move |_| of_table.update(|of| *of = !*of) />
                "CSV with the table's columns, not AWS's"
            </label>
            <p class="hint">
                "JSON and NDJSON are the evidence: each record as it was delivered, byte for byte (NDJSON puts it on one line). CSV is for reading."
            </p>
        </Popover>
    }
    .into_any()
}

/// The question that the rows answer: what was relative is as it was when they were asked for. A page
/// further in is bound to the words of its question, and knows the moments itself.
fn meant(query: &Query, page: Option<&Page>) -> Query {
    match page {
        Some(page) if query.at.is_none() => Query { range: frozen(page), ..query.clone() },
        _ => query.clone(),
    }
}

/// The moments between which `page` was asked for.
fn frozen(page: &Page) -> TimeRange {
    TimeRange { from: Bound::At(page.span.from), to: Bound::At(page.span.to) }
}

/// Whether the rows are all that match.
fn is_whole(page: &Page) -> bool {
    page.next.is_none() && page.prev.is_none() && page.searched_to.is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_holds_what_the_rows_were_asked_for() {
        let page: Page = serde_json::from_str(
            r#"{"rows": [], "span": {"from": "2026-11-21T00:00:00Z", "to": "2026-11-22T00:00:00Z"},
                "cost": {"readUnits": 1.0, "roundTrips": 1}}"#,
        )
        .unwrap();
        let meant = |query: &str| meant(&query.parse().unwrap(), Some(&page)).to_string();
        assert_eq!(meant("size=25"), "from=2026-11-21T00%3A00%3A00Z&to=2026-11-22T00%3A00%3A00Z&size=25");
        assert_eq!(meant("from=-7d&at=AAAA"), "from=-7d&at=AAAA");
    }
}
