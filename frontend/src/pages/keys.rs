//! The keys that need no mouse and no modifier: one table, from which the sheet of keys is made too.
//!
//! A key either does something that a page has to know of, or presses what stands on the page and names
//! the key by `aria-keyshortcuts`: then there is nothing to do where that is not.

use leptos::prelude::*;

use crate::paths;
use crate::ui::focus::{is_typing, is_within, press};
use crate::ui::preferences::Preferences;

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shortcut {
    /// To the query.
    Query,
    /// To the next row.
    Next,
    /// To the row before.
    Previous,
    /// Open the selected event beside the table, or close it.
    TogglePanel,
    /// The same question again.
    Again,
    /// One level back.
    Back,
    /// To a page of the navigation.
    Go(&'static str),
    /// UTC or the browser's zone.
    Zone,
    /// Narrow rows or wide ones.
    Density,
    /// Long values over several lines or cut.
    Wrap,
    /// Mark the row for comparison.
    Mark,
    /// Copy a link to what is shown.
    Link,
    /// The sheet of keys.
    Sheet,
    /// Presses what is on the page under this key.
    Press,
}

/// A key, what it is said to do, and what it does.
type Key = (&'static str, &'static str, Shortcut);

/// The keys, in groups with their names.
pub(crate) const KEYS: [(&str, &[Key]); 3] = [
    (
        "Moving",
        &[
            ("/", "to the query", Shortcut::Query),
            ("j", "next event (also ↓ in the list)", Shortcut::Next),
            ("k", "previous event (also ↑ in the list)", Shortcut::Previous),
            ("o", "open the event beside the table, or close it", Shortcut::TogglePanel),
            ("f", "full page of the event", Shortcut::Press),
            ("[", "newer page", Shortcut::Press),
            ("]", "older page", Shortcut::Press),
            ("g e", "to the event history", Shortcut::Go(paths::HOME)),
            ("g i", "to the identities", Shortcut::Go(paths::IDENTITIES)),
            ("g r", "to the resources", Shortcut::Go(paths::RESOURCES)),
            ("g v", "to the saved views", Shortcut::Go(paths::VIEWS)),
        ],
    ),
    (
        "Looking",
        &[
            ("t", "time range", Shortcut::Press),
            ("u", "UTC or local time", Shortcut::Zone),
            ("r", "ask again", Shortcut::Again),
            ("l", "look for new events, or no longer", Shortcut::Press),
            (".", "show the new events that wait", Shortcut::Press),
            ("h", "filters with counts on or off", Shortcut::Press),
            ("d", "narrow or wide rows", Shortcut::Density),
            ("w", "wrap long values", Shortcut::Wrap),
        ],
    ),
    (
        "Keeping",
        &[
            ("x", "mark the row for comparison", Shortcut::Mark),
            ("c", "compare what is marked", Shortcut::Press),
            ("y", "copy a frozen link", Shortcut::Link),
            ("e", "copy the event's JSON", Shortcut::Press),
            ("?", "this sheet", Shortcut::Sheet),
        ],
    ),
];

/// The keys that do something whether or not single keys are switched on: told on the sheet too.
pub(crate) const ALWAYS: [(&str, &str); 5] = [
    ("Enter", "open the row; once more, into the panel"),
    ("Esc", "one level back: menu, panel, marks"),
    ("Ctrl Enter", "run the query from anywhere in the form (⌘ on a Mac)"),
    ("+ −", "on a value in the panel: only this, without this"),
    ("Shift F10", "what can be asked about the value"),
];

/// The shortcut of `key` after `before`; `in_list` is whether the focus is on a row.
fn shortcut(before: &str, key: &str, in_list: bool) -> Option<Shortcut> {
    match key {
        "ArrowDown" if in_list => return Some(Shortcut::Next),
        "ArrowUp" if in_list => return Some(Shortcut::Previous),
        "Escape" => return Some(Shortcut::Back),
        _ => {}
    }
    let typed = if before.is_empty() { key.to_owned() } else { format!("{before} {key}") };
    let mut all = KEYS.iter().flat_map(|(_, keys)| keys.iter());
    all.find(|(keys, ..)| *keys == typed).map(|(.., shortcut)| *shortcut)
}

/// Gives `act` every shortcut that is pressed while this page is shown, outside fields and dialogs. `act`
/// says whether it knew what to do.
pub(crate) fn listen(act: impl Fn(Shortcut) -> bool + 'static) {
    let preferences = Preferences::of_page();
    // The key before, where it begins a pair.
    let before = StoredValue::new(String::new());
    let handle = window_event_listener(leptos::ev::keydown, move |event| {
        let modified = event.ctrl_key() || event.meta_key() || event.alt_key();
        let key = event.key();
        if modified || event.default_prevented() || is_typing() || key == "Shift" {
            return;
        }
        let first = before.get_value();
        before.set_value(if key == "g" && first.is_empty() { key.clone() } else { String::new() });
        let single = key.chars().count() == 1;
        if single && !preferences.with_untracked(|preferences| preferences.shortcuts) {
            return;
        }
        let done = match shortcut(&first, &key, is_within(".table tr[data-id]")) {
            Some(Shortcut::Press) => press(&format!("[aria-keyshortcuts='{key}']")),
            Some(shortcut) => act(shortcut),
            None => false,
        };
        if done {
            event.prevent_default();
        }
    });
    on_cleanup(move || handle.remove());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_scroll_the_page_unless_the_focus_is_on_a_row() {
        assert_eq!(shortcut("", "ArrowDown", false), None);
        assert_eq!(shortcut("", "ArrowDown", true), Some(Shortcut::Next));
        assert_eq!(shortcut("", "k", false), Some(Shortcut::Previous));
        assert_eq!(shortcut("", "q", true), None);
    }

    #[test]
    fn a_pair_of_keys_is_no_single_one() {
        assert_eq!(shortcut("g", "e", false), Some(Shortcut::Go(paths::HOME)));
        assert_eq!(shortcut("", "e", false), Some(Shortcut::Press));
        assert_eq!(shortcut("g", "j", false), None);
    }

    #[test]
    fn every_key_stands_once_and_none_that_browsers_need() {
        let keys: Vec<&str> = KEYS.iter().flat_map(|(_, keys)| keys.iter().map(|(key, ..)| *key)).collect();
        for (n, key) in keys.iter().enumerate() {
            assert!(!keys[..n].contains(key), "{key}");
            assert!(!["'", " ", "Tab", "Enter"].contains(key), "{key}");
        }
    }
}
