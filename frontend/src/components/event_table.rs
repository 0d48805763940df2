//! The table of events: a native table with a caption, one body for each day.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use model::column::USUAL;
use model::{Column, Page, Sort, Summary};

use super::bursts::{Burst, bursts, names, words};
use super::columns::{beside, is_tight, shown};
use super::event_row::{Drawn, Rows, event_row};
use crate::paths;
use crate::text::moment::{self, Zone};
use crate::ui::preferences::Preferences;
use crate::ui::react::memo;
use crate::ui::untrusted::Untrusted;
use crate::ui::visible;
use crate::ui::width::width_of;

/// The width of the boxes that mark rows; in `style/40-table.css` too.
const PICK: i32 = 48;

/// The rows of `page` in `columns`. `view` is the query string that a row's full page keeps; `sort_href`
/// turns the order.
#[component]
pub(crate) fn EventTable(
    page: Arc<Page>,
    columns: Vec<Column>,
    caption: String,
    sort: Sort,
    sort_href: String,
    zone: Zone,
    view: String,
    rows: Rows,
) -> impl IntoView {
    let section = NodeRef::<html::Div>::new();
    let width = width_of(Signal::derive(move || section.get().map(|s| s.into())), ".results");
    let drawn: Vec<Drawn<'_>> =
        columns.iter().enumerate().map(|(n, column)| draw(n, column, &page)).collect();
    let headings = headings(&drawn, sort, sort_href);
    let room = move || width.get() - if rows.picking.get() { PICK } else { 0 };
    let tight = columns.clone();
    let shown = memo(move || shown(&columns, room()));
    let span = move || {
        shown.with(|shown| shown.iter().filter(|shown| **shown).count()) + usize::from(rows.picking.get())
    };
    let mut n = 0;
    let mut bodies = Vec::new();
    for (name, day, mixed) in by_day(&page.rows, zone) {
        let mut views = Vec::new();
        let mut folds: Vec<(Option<AnyView>, Option<Memo<bool>>)> =
            day.iter().map(|_| (None, None)).collect();
        for burst in bursts(day) {
            let (button, shown) = folded(day, &burst, rows.selected);
            folds[burst.head].0 = Some(button);
            for read in burst.reads {
                folds[read].1 = Some(shown);
            }
        }
        for (row, fold) in day.iter().zip(folds) {
            let href = paths::event(&row.id, &view);
            views.push(event_row(n, row, href, &drawn, (zone.offset(row.time), mixed), fold, rows));
            n += 1;
        }
        let day = view! {
            <tbody>
                <tr class="day"><th scope="rowgroup" colspan=span>{name}</th></tr>
                {views}
            </tbody>
        };
        bodies.push(day.into_any());
    }
    let liked = Preferences::of_page();
    let class = move || {
        let mut class = "table".to_owned();
        for (n, _) in shown.get().iter().enumerate().filter(|(_, shown)| !**shown) {
            class += &format!(" no-{n}");
        }
        class += if is_tight(&tight, &shown.get(), room()) { " tight" } else { "" };
        liked.with(|liked| {
            class += if liked.compact { " compact" } else { "" };
            class += if liked.wrap { " wrap" } else { "" };
        });
        class
    };
    let pick = move || {
        let heading =
            || view! { <th scope="col" class="pick"><span class="visually-hidden">"Selected"</span></th> };
        rows.picking.get().then(heading)
    };
    view! {
        <div class=class node_ref=section>
            <table>
                <caption>{caption}</caption>
                <thead><tr>{pick} {headings}</tr></thead>
                {bodies}
            </table>
        </div>
    }
    .into_any()
}

/// The button by which the reads of `burst` are opened, gone where the reader wants every row by itself; and
/// whether they are shown, for they are, too, when one of them is the event that is open.
fn folded(rows: &[Summary], burst: &Burst, selected: Signal<Option<String>>) -> (AnyView, Memo<bool>) {
    let liked = Preferences::of_page();
    let open = RwSignal::new(false);
    let ids: Vec<String> = burst.reads.iter().map(|at| rows[*at].id.clone()).collect();
    let shown = memo(move || {
        let within = || selected.with(|id| id.as_ref().is_some_and(|id| ids.contains(id)));
        open.get() || !liked.with(|liked| liked.fold) || within()
    });
    let (many, about) = words(rows, burst);
    let label = format!("{many}{about}");
    let names: Vec<String> = names(rows, burst).into_iter().map(visible::plain).collect();
    let click = move |event: web_sys::MouseEvent| {
        // The row would open its event.
        event.stop_propagation();
        open.update(|open| *open = !*open);
    };
    let button = view! {
        <button
            type="button"
            class="quiet"
            aria-label=label
            title=names.join(", ")
            aria-expanded=move || shown.get().to_string()
            hidden=move || !liked.with(|liked| liked.fold)
            on:click=click
        >
            {many}<span>" reads"</span>
        </button>
    };
    (button.into_any(), shown)
}

/// A column with the class of its cells: what it is, and its place, by which a column without room is left
/// out.
fn draw<'a>(n: usize, column: &Column, page: &'a Page) -> Drawn<'a> {
    let mono = !matches!(
        column,
        Column::Who
            | Column::Event
            | Column::Outcome
            | Column::Access
            | Column::Agent
            | Column::Role
            | Column::Session
    );
    let word = if matches!(column, Column::Path(_)) { "path" } else { column.id() };
    let extra = if USUAL.contains(column) { String::new() } else { format!("extra extra-{word}") };
    let own = if extra.is_empty() { word } else { &extra };
    let class = format!("{own} c{n}{}", if mono { " mono" } else { "" });
    let beside = column.needs_record().then(|| beside(page, column).unwrap_or_default());
    Drawn { column: column.clone(), class, beside }
}

fn headings(drawn: &[Drawn<'_>], sort: Sort, sort_href: String) -> Vec<AnyView> {
    let (order, turn) = match sort {
        Sort::NewestFirst => ("descending", "Time, newest first. Show oldest first"),
        Sort::OldestFirst => ("ascending", "Time, oldest first. Show newest first"),
    };
    let heading = |drawn: &Drawn<'_>| {
        let class = drawn.class.clone();
        match &drawn.column {
            Column::Time => view! {
                <th scope="col" class=class aria-sort=order>
                    <a href=sort_href.clone() class="sort" aria-label=turn title=turn>"Time"</a>
                </th>
            }
            .into_any(),
            Column::Path(path) => view! {
                <th scope="col" class=class title=visible::plain(path)>
                    <Untrusted text=path.as_str() both_ends=true />
                </th>
            }
            .into_any(),
            column => view! { <th scope="col" class=class>{column.heading()}</th> }.into_any(),
        }
    };
    drawn.iter().map(heading).collect()
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
        let zone_name = if mixed { zone.name().to_owned() } else { moment::offset_name(first) };
        (format!("{}, {zone_name}", moment::day(rows[0].time, first)), rows, mixed)
    };
    rows.chunk_by(same_day).map(day).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

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
