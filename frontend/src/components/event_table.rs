//! The table of events: a native table with a caption, one body for each day.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use model::{Page, Sort, Summary};

use super::event_row::EventRow;
use crate::paths;
use crate::text::moment::{self, Zone};
use crate::ui::width::width_of;

/// The columns: class, heading.
const COLUMNS: [(&str, &str); 8] = [
    ("time", "Time"),
    ("event", "Event"),
    ("service", "Service"),
    ("who", "Who"),
    ("from", "Where from"),
    ("region", "Region"),
    ("resource", "Resource"),
    ("outcome", "Outcome"),
];

/// How many columns a table of that width shows: the numbers stand in `style/40-table.css` too.
fn visible_columns(width: i32) -> usize {
    match width {
        0 | 1000.. => COLUMNS.len(),
        800..1000 => COLUMNS.len() - 2,
        _ => COLUMNS.len() - 3,
    }
}

/// The rows of `page`. `view` is the query string that a row's full page keeps; `sort_href` turns the order.
#[component]
pub(crate) fn EventTable(
    page: Arc<Page>,
    caption: String,
    sort: Sort,
    sort_href: String,
    zone: Zone,
    view: String,
    selected: Signal<Option<String>>,
    open: Callback<String>,
) -> impl IntoView {
    let section = NodeRef::<html::Div>::new();
    let width = width_of(Signal::derive(move || section.get().map(|s| s.into())));
    let columns = move || visible_columns(width.get());
    let bodies = by_day(&page.rows, zone).into_iter().map(|(name, rows, mixed)| {
        let rows = rows.iter().map(|row| {
            let href = paths::event(&row.id, &view);
            let offset = zone.offset(row.time);
            view! {
                <EventRow row=row.clone() href=href offset=offset says_offset=mixed selected=selected open=open />
            }
        });
        view! {
            <tbody>
                <tr class="day"><th scope="rowgroup" colspan=columns>{name}</th></tr>
                {rows.collect_view()}
            </tbody>
        }
    });
    view! {
        <div class="table" node_ref=section>
            <table>
                <caption>{caption}</caption>
                <thead><tr>{headings(sort, sort_href)}</tr></thead>
                {bodies.collect_view()}
            </table>
        </div>
    }
    .into_any()
}

fn headings(sort: Sort, sort_href: String) -> Vec<AnyView> {
    let (order, turn) = match sort {
        Sort::NewestFirst => ("descending", "Time, newest first. Show oldest first"),
        Sort::OldestFirst => ("ascending", "Time, oldest first. Show newest first"),
    };
    let heading = |(class, name): (&'static str, &'static str)| match class {
        "time" => view! {
            <th scope="col" class=class aria-sort=order>
                <a href=sort_href.clone() class="sort" aria-label=turn title=turn>{name}</a>
            </th>
        }
        .into_any(),
        _ => view! { <th scope="col" class=class>{name}</th> }.into_any(),
    };
    COLUMNS.into_iter().map(heading).collect()
}

/// The rows of each day with the day's name, and whether offsets differ within it.
fn by_day(rows: &[Summary], zone: Zone) -> Vec<(String, &[Summary], bool)> {
    let offset = |row: &Summary| zone.offset(row.time);
    let same_day = |a: &Summary, b: &Summary| {
        moment::day_number(a.time, offset(a)) == moment::day_number(b.time, offset(b))
    };
    let day = |rows| {
        let rows: &[Summary] = rows;
        let first = offset(&rows[0]);
        let mixed = rows.iter().any(|row| offset(row) != first);
        let zone_name = if mixed { "local time".to_owned() } else { moment::offset_name(first) };
        (format!("{}, {zone_name}", moment::day(rows[0].time, first)), rows, mixed)
    };
    rows.chunk_by(same_day).map(day).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_separator_spans_the_columns_that_are_there() {
        assert_eq!([0, 320, 799, 800, 999, 1000].map(visible_columns), [8, 5, 5, 6, 6, 8]);
    }

    #[test]
    fn rows_are_grouped_by_the_day_that_is_shown() {
        let row = |time: &str| -> Summary {
            serde_json::from_value(serde_json::json!({
                "eventID": time, "eventTime": time, "eventName": "A", "eventSource": "s3.amazonaws.com",
                "category": "management", "access": "read", "outcome": "ok"
            }))
            .unwrap()
        };
        let rows = [row("2026-11-22T00:00:00Z"), row("2026-11-21T23:59:59Z"), row("2026-11-21T01:00:00Z")];
        let days = by_day(&rows, Zone::Utc);
        let days: Vec<_> = days.iter().map(|(name, rows, _)| (name.as_str(), rows.len())).collect();
        assert_eq!(days, [("Sunday 22 November 2026, UTC", 1), ("Saturday 21 November 2026, UTC", 2)]);
        assert!(by_day(&[], Zone::Utc).is_empty());
    }
}
