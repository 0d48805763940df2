//! An element in the middle of a table, under the row that is selected.
//!
//! The page's own element is moved there and back, so that it keeps what it shows. Whoever made it can
//! take it away wherever it stands.

use leptos::prelude::*;
use web_sys::{Element, HtmlElement};

const ROW: &str = "tr.inline-panel";

/// Moves `panel` into a row of its own under the selected one if `inline`, and else to the end of `home`.
/// Nothing is moved that stands where it belongs.
pub(crate) fn place(panel: &HtmlElement, inline: bool, home: &str) {
    let find = |selector: &str| document().query_selector(selector).ok().flatten();
    let row = find("tr.selected").filter(|_| inline);
    let held = find(ROW);
    if let (Some(row), Some(held)) = (&row, &held)
        && row.next_element_sibling().as_ref() == Some(held)
        && held.contains(Some(panel))
    {
        span(held);
        return;
    }
    let moved = match row {
        Some(row) => under(&row).is_some_and(|cell| cell.append_child(panel).is_ok()),
        None => false,
    };
    if !moved && let Some(home) = find(home).filter(|home| panel.parent_element().as_ref() != Some(home)) {
        let _ = home.append_child(panel);
    }
    if let Some(held) = held {
        held.remove();
    }
}

/// The cell of a new row under `row`.
fn under(row: &Element) -> Option<Element> {
    let below = document().create_element("tr").ok()?;
    below.set_class_name("inline-panel");
    let cell = document().create_element("td").ok()?;
    below.append_child(&cell).ok()?;
    row.after_with_node_1(&below).ok()?;
    span(&below);
    Some(cell)
}

/// As many columns as the separators of the days have.
fn span(row: &Element) {
    let day = document().query_selector(".day th").ok().flatten();
    let columns = day.and_then(|day| day.get_attribute("colspan")).unwrap_or_default();
    if let Some(cell) = row.first_element_child() {
        let _ = cell.set_attribute("colspan", &columns);
    }
}

/// Takes the row away that held a panel.
pub(crate) fn clear() {
    if let Some(row) = document().query_selector(ROW).ok().flatten() {
        row.remove();
    }
}
