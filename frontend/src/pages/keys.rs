//! The keys of the event history that need no mouse and no modifier.

use leptos::prelude::*;

use crate::ui::focus::{is_typing, is_within};

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shortcut {
    /// To the query.
    Query,
    /// To the next row.
    Next,
    /// To the row before.
    Previous,
    /// One level back.
    Back,
}

/// The shortcut of a key; `in_list` is whether the focus is on a row.
fn shortcut(key: &str, in_list: bool) -> Option<Shortcut> {
    match key {
        "/" => Some(Shortcut::Query),
        "j" => Some(Shortcut::Next),
        "k" => Some(Shortcut::Previous),
        "ArrowDown" if in_list => Some(Shortcut::Next),
        "ArrowUp" if in_list => Some(Shortcut::Previous),
        "Escape" => Some(Shortcut::Back),
        _ => None,
    }
}

/// Gives `act` every shortcut that is pressed while this page is shown, outside fields and dialogs.
pub(crate) fn listen(act: impl Fn(Shortcut) + 'static) {
    let handle = window_event_listener(leptos::ev::keydown, move |event| {
        let modified = event.ctrl_key() || event.meta_key() || event.alt_key();
        if modified || event.default_prevented() || is_typing() {
            return;
        }
        if let Some(shortcut) = shortcut(&event.key(), is_within(".table tbody")) {
            event.prevent_default();
            act(shortcut);
        }
    });
    on_cleanup(move || handle.remove());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_scroll_the_page_unless_the_focus_is_on_a_row() {
        assert_eq!(shortcut("ArrowDown", false), None);
        assert_eq!(shortcut("ArrowDown", true), Some(Shortcut::Next));
        assert_eq!(shortcut("k", false), Some(Shortcut::Previous));
        assert_eq!(shortcut("x", true), None);
    }
}
