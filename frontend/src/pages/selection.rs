//! Which row the reader is on, and which event is open beside the rows.

use leptos::prelude::*;
use model::Page;

use super::address::{Address, Step};
use crate::client::Answer;
use crate::paths;
use crate::text::row_announcement;
use crate::ui::announce::Announcer;
use crate::ui::focus::{focus, focus_nth, focused_index, is_shown};
use crate::ui::visible;

/// The links of the rows, in their order.
const ROWS: &str = ".table tr[data-id] th a";
/// Below this width an event opens on its own page instead of beside the table.
const NARROW: &str = "(max-width: 1100px)";

/// The rows that are shown, and what moves among them.
#[derive(Clone, Copy)]
pub(crate) struct Selection {
    pub(crate) address: Address,
    pub(crate) rows: Answer<Page>,
    pub(crate) announcer: Announcer,
}

impl Selection {
    /// Opens an event beside the table, or on its own page where there is no room beside. The one that is
    /// open already gets the focus.
    pub(crate) fn open(self, id: String) {
        let view = self.address.view.get_untracked();
        if window().match_media(NARROW).ok().flatten().is_some_and(|narrow| narrow.matches()) {
            return self.address.go(&paths::event(&id, &view.selecting(None).to_string()), Step::Push);
        }
        if view.selected.as_ref() == Some(&id) {
            return focus(".panel h2");
        }
        if let Some(index) = self.index_of(&id) {
            self.announce(index);
        }
        // Back leaves the panel, however many events were looked at in it.
        let step = if view.selected.is_some() { Step::Replace } else { Step::Push };
        self.address.show(&view.selecting(Some(id)), step);
    }

    /// Opens the event of the row that has the focus, or of the first row; closes what is open.
    pub(crate) fn toggle(self) {
        if self.address.view.with_untracked(|view| view.selected.is_some()) {
            return self.close();
        }
        let Some(Ok(page)) = self.rows.value.get_untracked() else { return };
        if let Some(row) = page.rows.get(focused_index(ROWS).unwrap_or(0)) {
            self.open(row.id.clone());
        }
    }

    /// The event of the row that has the focus, else the one that is open.
    pub(crate) fn here(self) -> Option<String> {
        let Some(Ok(page)) = self.rows.value.get_untracked() else { return None };
        let row = focused_index(ROWS).and_then(|index| page.rows.get(index));
        row.map(|row| row.id.clone()).or_else(|| self.address.view.get_untracked().selected)
    }

    /// Closes the panel and goes back to its row.
    pub(crate) fn close(self) {
        let view = self.address.view.get_untracked();
        if let Some(id) = &view.selected {
            self.address.show(&view.selecting(None), Step::Push);
            if let Some(index) = self.index_of(id) {
                focus_nth(ROWS, index);
            }
        }
    }

    /// Moves `by` rows from where the focus or the panel is. The panel follows if it is open.
    pub(crate) fn step(self, by: isize) {
        let Some(Ok(page)) = self.rows.value.get_untracked() else { return };
        let view = self.address.view.get_untracked();
        let here = focused_index(ROWS).or_else(|| self.index_of(view.selected.as_ref()?));
        let mut there = match here {
            Some(here) => here.saturating_add_signed(by).min(page.rows.len().saturating_sub(1)),
            None => 0,
        };
        // Over rows that are folded away.
        let onward = if by < 0 { -1 } else { 1 };
        while !is_shown(ROWS, there) {
            let Some(next) = there.checked_add_signed(onward).filter(|next| *next < page.rows.len()) else {
                return;
            };
            there = next;
        }
        let Some(row) = page.rows.get(there) else { return };
        focus_nth(ROWS, there);
        self.announce(there);
        if view.selected.is_some() {
            self.address.show(&view.selecting(Some(row.id.clone())), Step::Replace);
        }
    }

    fn announce(self, index: usize) {
        if let Some(Ok(page)) = self.rows.value.get_untracked() {
            let sentence = page.rows.get(index).map(|row| row_announcement(row, index, page.rows.len()));
            self.announcer.say(visible::plain(&sentence.unwrap_or_default()));
        }
    }

    /// The events beside the one that is open.
    pub(crate) fn neighbours(self, id: &str) -> Vec<String> {
        let Some(here) = self.index_of(id) else { return Vec::new() };
        self.rows.value.with_untracked(|value| {
            let rows = value.as_ref().and_then(|answer| answer.as_ref().ok()).map(|page| &page.rows);
            let beside = [here.checked_sub(1), Some(here + 1)].into_iter().flatten();
            beside.filter_map(|n| Some(rows?.get(n)?.id.clone())).collect()
        })
    }

    fn index_of(self, id: &str) -> Option<usize> {
        self.rows.value.with_untracked(|value| match value {
            Some(Ok(page)) => page.rows.iter().position(|row| row.id == id),
            _ => None,
        })
    }
}
