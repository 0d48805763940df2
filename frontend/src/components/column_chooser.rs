//! The menu that says which columns the table has, in which order, and how its rows look.
//!
//! A column is moved by dragging it, and by buttons that do the same without a pointer.

use std::sync::Arc;

use leptos::prelude::*;
use model::column::{MAX_COLUMNS, NAMED};
use model::{Column, Page};

use super::columns::{PRESETS, moved, preset, share};
use crate::ui::focus::focus_nth;
use crate::ui::icon::Icon;
use crate::ui::popover::Popover;
use crate::ui::preferences::Preferences;
use crate::ui::untrusted::Untrusted;
use crate::ui::visible;

/// The button and its menu. `choose` is given the new columns; `page` are the rows that are loaded.
#[component]
pub(crate) fn ColumnChooser(
    columns: Memo<Vec<Column>>,
    page: Signal<Option<Arc<Page>>>,
    choose: Callback<Vec<Column>>,
) -> impl IntoView {
    let presets = move || {
        let preset = |(name, list): (&'static str, &'static str)| {
            let chosen = preset(list);
            let current = columns.with(|columns| *columns == chosen).then_some("true");
            view! {
                <li>
                    <button type="button" aria-current=current on:click=move |_| choose.run(chosen.clone())>{name}</button>
                </li>
            }
        };
        PRESETS.map(preset).collect_view()
    };
    view! {
        <Popover label="Columns" trigger="Columns" open=RwSignal::new(false)>
            <div class="columns">
                <ul class="presets" aria-label="Sets of columns">{presets}</ul>
                <p class="hint">"In this order; beside each, how many of the loaded rows have it."</p>
                {move || list(columns.get(), page.get(), choose)}
                <PathForm columns=columns choose=choose />
                <RowLooks />
            </div>
        </Popover>
    }
    .into_any()
}

/// The columns that are shown, then those that could be.
fn list(columns: Vec<Column>, page: Option<Arc<Page>>, choose: Callback<Vec<Column>>) -> AnyView {
    let full = columns.len() == MAX_COLUMNS;
    let others = NAMED.iter().map(|(column, ..)| column).filter(|column| !columns.contains(column));
    let all: Vec<Column> = columns.iter().chain(others).cloned().collect();
    let columns = StoredValue::new(columns);
    let dragged = StoredValue::new(None::<usize>);
    let shift = move |from: usize, to: usize, button: &'static str| {
        choose.run(columns.with_value(|columns| moved(columns, from, to)));
        refocus(button, to);
    };
    let item = move |(n, column): (usize, Column)| {
        let last = columns.with_value(Vec::len) - 1;
        let chosen = n <= last;
        let share = page.as_ref().and_then(|page| share(page, &column)).map(|share| format!(" {share} %"));
        let name = visible::plain(&column.heading());
        // What happened is the link to the event, and always there.
        let fixed = column == Column::Event || (full && !chosen);
        let heading = column.heading().into_owned();
        let change = move |_| {
            let mut columns = columns.get_value();
            let place = if chosen { columns.len() - 1 } else { columns.len() };
            if chosen {
                columns.remove(n);
            } else {
                columns.push(column.clone());
            }
            choose.run(columns);
            refocus(CHECKS, if chosen { n.min(place) } else { place });
        };
        let step = |word: &'static str, all: &'static str, to: Option<usize>| {
            view! {
                <button
                    type="button"
                    class="icon-button"
                    aria-label=format!("Move {name} {word}")
                    aria-disabled=to.is_none().then_some("true")
                    on:click=move |_| if let Some(to) = to { shift(n, to, all) }
                >
                    <Icon name=word />
                </button>
            }
        };
        let steps = chosen.then(|| {
            let down = (n < last).then_some(n + 1);
            (step("up", UPS, n.checked_sub(1)), step("down", DOWNS, down))
        });
        let drop_here = move |event: web_sys::DragEvent| {
            event.prevent_default();
            if let Some(from) = dragged.get_value().filter(|_| chosen) {
                shift(from, n, UPS);
            }
        };
        view! {
            <li
                draggable=chosen.then_some("true")
                on:dragstart=move |_| dragged.set_value(Some(n))
                on:dragover=|event| event.prevent_default()
                on:drop=drop_here
            >
                <label class="switch">
                    <input type="checkbox" prop:checked=chosen disabled=fixed on:change=change />
                    <span><Untrusted text=heading /><small>{share}</small></span>
                </label>
                {steps}
            </li>
        }
        .into_any()
    };
    let items: Vec<AnyView> = all.into_iter().enumerate().map(item).collect();
    view! { <ol>{items}</ol> }.into_any()
}

const CHECKS: &str = ".columns ol input";
const UPS: &str = ".columns ol button:nth-of-type(1)";
const DOWNS: &str = ".columns ol button:nth-of-type(2)";

/// The list is made anew; the keyboard stays where it was.
fn refocus(selector: &'static str, n: usize) {
    request_animation_frame(move || focus_nth(selector, n));
}

/// Adds what stands at a path of the record.
#[component]
fn PathForm(columns: Memo<Vec<Column>>, choose: Callback<Vec<Column>>) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new(false);
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let path = typed.get_untracked();
        let mut columns = columns.get_untracked();
        let column = Column::at(path.trim().trim_start_matches('@'));
        let column = column.filter(|column| columns.len() < MAX_COLUMNS && !columns.contains(column));
        wrong.set(column.is_none());
        if let Some(column) = column {
            typed.set(String::new());
            columns.push(column);
            choose.run(columns);
        }
    };
    view! {
        <form on:submit=submit>
            <input
                type="text"
                aria-label="Path of the record"
                placeholder="requestParameters.bucketName"
                autocomplete="off"
                spellcheck="false"
                prop:value=typed
                on:input=move |event| typed.set(event_target_value(&event))
            />
            <button type="submit" class="button">"Add"</button>
            <Show when=move || wrong.get()>
                <p class="field-error" role="alert">
                    "Names with dots between them, not shown yet; a table has 20 columns at most."
                </p>
            </Show>
        </form>
    }
    .into_any()
}

/// How rows look: remembered by this browser, no part of the address.
#[component]
fn RowLooks() -> impl IntoView {
    let liked = Preferences::of_page();
    let switch = |words: &'static str, get: fn(&Preferences) -> bool, flip: fn(&mut Preferences)| {
        view! {
            <label class="switch">
                <input type="checkbox" prop:checked=move || liked.with(get) on:change=move |_| liked.update(flip) />
                {words}
            </label>
        }
        .into_any()
    };
    view! {
        <div class="looks">
            {switch("Narrow rows (d)", |liked| liked.compact, |liked| liked.compact = !liked.compact)}
            {switch("Wrap long values (w)", |liked| liked.wrap, |liked| liked.wrap = !liked.wrap)}
            {switch("One click is one row", |liked| liked.fold, |liked| liked.fold = !liked.fold)}
        </div>
    }
    .into_any()
}
