//! Events side by side: a row for each field of any, a column for each event.

use leptos::prelude::*;
use model::Timestamp;

use super::diff::{Kind, Row};
use crate::text::copied::{csv_row, markdown_row};
use crate::text::{count, moment, moment::Zone, words};
use crate::ui::copy::CopyButton;
use crate::ui::untrusted::{FOLD, Marked, Untrusted};

/// More rows than this are only in the copies.
const ROWS: usize = 500;

/// What stands at the top of a column.
#[derive(Clone)]
pub(crate) struct Heading {
    /// The event's name, or its id when it could not be loaded.
    pub(crate) name: String,
    /// Its own page.
    pub(crate) href: String,
    /// When, and who.
    pub(crate) about: Option<(Timestamp, Option<String>)>,
    /// Why it could not be loaded.
    pub(crate) trouble: Option<String>,
}

/// `rows` under `headings`, against the column `reference`; with `all`, those too that are the same. `pin` is
/// given the number of another reference, `show` whether all are to be shown, `retry` a column to load again.
#[component]
pub(crate) fn CompareTable(
    headings: Vec<Heading>,
    rows: Vec<Row>,
    reference: usize,
    all: bool,
    zone: Zone,
    pin: Callback<usize>,
    show: Callback<bool>,
    retry: Callback<usize>,
) -> impl IntoView {
    let same = rows.iter().filter(|row| row.kind == Kind::Same).count();
    let hidden = match (same, all) {
        (0, _) => "No field is identical.".to_owned(),
        (1, false) => "1 identical field hidden.".to_owned(),
        (n, false) => format!("{n} identical fields hidden."),
        (n, true) => format!("{} of them identical.", count(n, "field")),
    };
    let shown: Vec<Row> = rows.into_iter().filter(|row| all || row.kind != Kind::Same).collect();
    let (first, last): (Vec<Row>, Vec<Row>) = shown.into_iter().partition(|row| row.kind != Kind::Expected);
    let more = (first.len() > ROWS).then(|| {
        view! { <p class="hint">{format!("{} more: copy as CSV for all.", count(first.len() - ROWS, "field"))}</p> }
    });
    let (markdown, csv) = copies(&headings, &first, &last);
    let width = headings.len() + 1;
    let body =
        |rows: &[Row]| rows.iter().take(ROWS).map(|row| line(row, reference, &headings)).collect::<Vec<_>>();
    let caption = headings.get(reference).map(|heading| {
        let when =
            heading.about.as_ref().map(|(time, _)| format!(", {}", moment::full(*time, zone.offset(*time))));
        view! { "Reference: " <Untrusted text=heading.name.clone() /> {when} ". " {hidden} }
    });
    let expected = (!last.is_empty()).then(|| {
        view! {
            <tbody>
                <tr class="day"><th scope="rowgroup" colspan=width>"Expected to differ"</th></tr>
                {body(&last)}
            </tbody>
        }
    });
    let tops =
        headings.iter().enumerate().map(|(n, heading)| top(n, heading, n == reference, zone, pin, retry));
    view! {
        <div class="actions">
            <button
                type="button"
                class="button small"
                aria-pressed=all.to_string()
                on:click=move |_| show.run(!all)
            >
                "Show identical fields"
            </button>
            <CopyButton text=markdown label="Copy as Markdown" word=true />
            <CopyButton text=csv label="Copy as CSV" word=true />
        </div>
        <div class="compare" role="region" aria-label="Comparison" tabindex="0">
            <table>
                <caption>{caption}</caption>
                <thead><tr><th scope="col" class="path">"Field"</th>{tops.collect::<Vec<_>>()}</tr></thead>
                <tbody>{body(&first)}</tbody>
                {expected}
            </table>
        </div>
        {more}
    }
    .into_any()
}

fn top(
    n: usize,
    heading: &Heading,
    is_reference: bool,
    zone: Zone,
    pin: Callback<usize>,
    retry: Callback<usize>,
) -> AnyView {
    let about = heading.about.clone().map(|(time, who)| {
        let who = who.map(|who| view! { <Untrusted text=who identity=true /> });
        view! { <span class="about">{moment::full(time, zone.offset(time))} <br /> {who}</span> }
    });
    let button = |word: &'static str, act: Callback<usize>| {
        view! { <button type="button" class="button small" on:click=move |_| act.run(n)>{word}</button> }
            .into_any()
    };
    let state = match &heading.trouble {
        Some(trouble) => {
            view! { <span class="field-error">{trouble.clone()}</span> {button("Retry", retry)} }.into_any()
        }
        None if is_reference => view! { <span class="badge note">"reference"</span> }.into_any(),
        None => button("Pin as reference", pin),
    };
    view! {
        <th scope="col" class:reference=is_reference>
            <a href=heading.href.clone()><Untrusted text=heading.name.clone() /></a>
            {about}
            {state}
        </th>
    }
    .into_any()
}

fn line(row: &Row, reference: usize, headings: &[Heading]) -> AnyView {
    let against = row.cells.get(reference).cloned().flatten();
    let cells = row.cells.iter().zip(headings).enumerate().map(|(n, (cell, heading))| {
        if heading.trouble.is_some() {
            return view! { <td class="none">"not loaded"</td> }.into_any();
        }
        let (sign, word) = match cell {
            None => ("∅", "absent"),
            Some(_) if n == reference => ("", ""),
            Some(_) if *cell == against => ("=", "same"),
            Some(_) => ("≠", "different"),
        };
        let sign = (!sign.is_empty())
            .then(|| view! { <span class="state" role="img" aria-label=word title=word>{sign}</span> " " });
        let parts = match (cell, &against) {
            (Some(text), Some(against)) if n != reference => words::marked(against, text),
            (Some(text), _) => vec![(text.clone(), false)],
            (None, _) => Vec::new(),
        };
        view! { <td class:reference=n == reference>{sign} <Marked parts=parts limit=FOLD /></td> }.into_any()
    });
    view! {
        <tr>
            <th scope="row" class="path mono"><Untrusted text=row.path.clone() /></th>
            {cells.collect::<Vec<_>>()}
        </tr>
    }
    .into_any()
}

/// The rows that are shown, as Markdown and as CSV.
fn copies(headings: &[Heading], first: &[Row], last: &[Row]) -> (String, String) {
    let names = || std::iter::once("Field").chain(headings.iter().map(|heading| heading.name.as_str()));
    let rule = std::iter::repeat_n("---", headings.len() + 1).collect::<Vec<_>>().join(" | ");
    let mut markdown = format!("{}| {rule} |\n", markdown_row(names()));
    let mut csv = csv_row(names());
    for row in first.iter().chain(last) {
        let cells = || {
            std::iter::once(row.path.as_str()).chain(row.cells.iter().map(|c| c.as_deref().unwrap_or("∅")))
        };
        markdown.push_str(&markdown_row(cells()));
        csv.push_str(&csv_row(cells()));
    }
    (markdown, csv)
}
