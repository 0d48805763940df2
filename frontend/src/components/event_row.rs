//! One event as a row of the table, or as a card on a narrow screen.

use std::sync::Arc;

use leptos::prelude::*;
use model::{Access, Column, Outcome, Summary};

use crate::text::{self, moment};
use crate::ui::badge::{Badge, Tone};
use crate::ui::react::memo;
use crate::ui::untrusted::Untrusted;
use crate::ui::visible;

/// What all rows of a table share.
#[derive(Clone, Copy)]
pub(crate) struct Rows {
    /// The event that is open.
    pub(crate) selected: Signal<Option<String>>,
    /// Is given the id of a row that is chosen.
    pub(crate) open: Callback<String>,
    /// Whether rows have a box to mark them with.
    pub(crate) picking: RwSignal<bool>,
    /// The ids that are marked.
    pub(crate) marked: RwSignal<Vec<String>>,
    /// Is given the id of a row whose mark is made or taken away.
    pub(crate) mark: Callback<String>,
}

/// A column of a table that is drawn.
pub(crate) struct Drawn<'a> {
    pub(crate) column: Column,
    /// Of its cells.
    pub(crate) class: String,
    /// The values that no row has.
    pub(crate) beside: Option<Vec<&'a str>>,
}

/// The row of `row`, the `n`-th, with its full page at `href`. A click anywhere on it that is not meant
/// for the link alone opens it.
pub(crate) fn event_row(
    n: usize,
    row: &Summary,
    href: String,
    columns: &[Drawn<'_>],
    // Minutes east of UTC, and whether they differ within the day, so that each row has to say its own.
    (offset, says_offset): (i64, bool),
    // What opens the reads that are folded under it; and, of such a read, whether it is shown.
    (mut opener, shown): (Option<AnyView>, Option<Memo<bool>>),
    rows: Rows,
) -> AnyView {
    let id: Arc<str> = row.id.as_str().into();
    let mine = id.clone();
    let is_selected = memo(move || rows.selected.with(|s| s.as_deref() == Some(&*mine)));
    let mine = id.clone();
    let click = move |event: web_sys::MouseEvent| {
        let other_tab = event.ctrl_key() || event.meta_key() || event.shift_key() || event.button() != 0;
        let selecting = window().get_selection().ok().flatten().is_some_and(|s| !s.is_collapsed());
        if other_tab || (selecting && event.detail() != 0) {
            return;
        }
        event.prevent_default();
        rows.open.run(mine.to_string());
    };
    let clock = moment::clock(row.time, offset);
    let name = format!("Select {}, {clock}", visible::plain(&row.name));
    let mut clock = Some((clock, says_offset.then(|| moment::offset_name(offset))));
    let mut href = Some(href);
    let cell = |drawn: &Drawn<'_>| {
        let class = drawn.class.clone();
        match &drawn.column {
            Column::Event => view! {
                <th scope="row" class=class>
                    <AccessMark access=row.access />
                    <a href=href.take() aria-current=move || is_selected.get().then_some("true")>
                        <Untrusted text=row.name.clone() />
                    </a>
                    {opener.take()}
                </th>
            }
            .into_any(),
            Column::Time => {
                let (clock, zone) = clock.take().unwrap_or_default();
                let zone = zone.map(|zone| view! { <span class="offset">{zone}</span> });
                view! { <td class=class><time datetime=row.time.to_string()>{clock}</time> {zone}</td> }
                    .into_any()
            }
            Column::Who => view! { <td class=class>{who(row)}</td> }.into_any(),
            Column::Outcome => view! { <td class=class><OutcomeBadge outcome=row.outcome /></td> }.into_any(),
            Column::Access => view! { <td class=class>{text::access(row.access)}</td> }.into_any(),
            column => match &drawn.beside {
                Some(values) => value(class, column, values.get(n).copied().unwrap_or_default(), None),
                None => {
                    let text = column.of_row(row).unwrap_or_default();
                    let more = (*column == Column::Resource && row.resource_count > 1)
                        .then(|| format!(" +{}", row.resource_count - 1));
                    value(class, column, &text, more)
                }
            },
        }
    };
    let cells: Vec<AnyView> = columns.iter().map(cell).collect();
    let hidden = move || shown.is_some_and(|shown| !shown.get());
    let pick = move || rows.picking.get().then(|| pick(id.clone(), name.clone(), rows));
    view! {
        <tr class:selected=is_selected class:folded=shown.is_some() data-id=row.id.clone() hidden=hidden on:click=click>
            {pick}
            {cells}
        </tr>
    }
    .into_any()
}

/// The box that marks the event `id`.
fn pick(id: Arc<str>, name: String, rows: Rows) -> AnyView {
    let mine = id.clone();
    let is_marked = move || rows.marked.with(|marked| marked.iter().any(|marked| **marked == *mine));
    let shown = is_marked.clone();
    let change = move |event: web_sys::Event| {
        rows.mark.run(id.to_string());
        // There may be as many marked as there can be: then the box stays empty.
        event_target::<web_sys::HtmlInputElement>(&event).set_checked(untrack(&is_marked));
    };
    view! {
        <td class="pick" on:click=|event| event.stop_propagation()>
            <input type="checkbox" aria-label=name prop:checked=shown on:change=change />
        </td>
    }
    .into_any()
}

/// A cell of one text, with what else is to be said after it.
fn value(class: String, column: &Column, text: &str, more: Option<String>) -> AnyView {
    if text.is_empty() {
        return view! { <td class=class></td> }.into_any();
    }
    let title = (text.len() > 12).then(|| visible::plain(text));
    // Cards have no headings.
    let name = class.contains("extra").then(|| visible::plain(&column.heading()));
    let short = if *column == Column::Resource { model::event::short_name(text) } else { text };
    let identity = matches!(column, Column::Role | Column::Session);
    let sentence = matches!(column, Column::Agent);
    view! {
        <td class=class title=title data-name=name>
            <Untrusted text=short identity=identity both_ends=!identity && !sentence />
            {more.map(|more| view! { <span class="as">{more}</span> })}
        </td>
    }
    .into_any()
}

fn who(row: &Summary) -> impl IntoView + use<> {
    let name = row.user_name.clone().map(|name| view! { <Untrusted text=name identity=true /> });
    let role = row.role_name.clone().map(|role| {
        view! { <span class="as">" as " <Untrusted text=role identity=true /></span> }
    });
    (name, role)
}

/// A filled square for a write, an empty one for a read; the word for those who don't see it.
#[component]
pub(crate) fn AccessMark(access: Access) -> impl IntoView {
    let class = match access {
        Access::Write => "mark write",
        Access::Read => "mark read",
    };
    let word = text::access(access);
    view! { <span class=class role="img" aria-label=word title=word></span> }.into_any()
}

/// The word for an outcome; success is quiet.
#[component]
pub(crate) fn OutcomeBadge(outcome: Outcome) -> impl IntoView {
    let tone = match outcome {
        Outcome::Ok => Tone::Quiet,
        Outcome::Denied => Tone::Denied,
        Outcome::Failed => Tone::Failed,
    };
    view! { <Badge tone=tone word=text::outcome(outcome) /> }.into_any()
}
