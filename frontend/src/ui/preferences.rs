//! What this browser remembers of how its reader likes the page: never anything of an event or a query.
//!
//! One text under one key, in the form of a query string (whose reader is loaded anyway), with a version. A
//! text of another version, or one that cannot be read, is as if nothing had been kept. The theme has a key
//! of its own, for `boot.js` needs it before the first paint; see [`theme`](super::theme).

use leptos::prelude::*;

const KEY: &str = "whodunit.preferences";
const VERSION: u32 = 1;

/// How the reader likes the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Preferences {
    /// Rows of 26 px instead of 32.
    pub(crate) compact: bool,
    /// Long values go over several lines instead of being cut.
    pub(crate) wrap: bool,
    /// Keys without a modifier do something.
    pub(crate) shortcuts: bool,
    /// Filters with counts stand beside the table, where there is room.
    pub(crate) facets: bool,
    /// Reads that follow one another at once are one row.
    pub(crate) fold: bool,
    /// Where the event that is open stands.
    pub(crate) panel: Position,
    /// How wide the panel is when it stands at the side, in CSS pixels.
    pub(crate) panel_width: u16,
}

/// Where the panel stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Position {
    /// Beside the table.
    #[default]
    Beside,
    /// Below the table.
    Bottom,
    /// Under the event's row.
    Inline,
}

const POSITIONS: [(&str, Position); 3] =
    [("side", Position::Beside), ("bottom", Position::Bottom), ("inline", Position::Inline)];

impl Default for Preferences {
    fn default() -> Preferences {
        Preferences {
            compact: false,
            wrap: false,
            shortcuts: true,
            facets: true,
            fold: true,
            panel: Position::Beside,
            panel_width: 468,
        }
    }
}

impl Preferences {
    fn read(text: &str) -> Preferences {
        let mut read = Preferences::default();
        let mut version = None;
        for (name, value) in form_urlencoded::parse(text.as_bytes()) {
            let flag = value == "true";
            match &*name {
                "version" => version = value.parse().ok(),
                "compact" => read.compact = flag,
                "wrap" => read.wrap = flag,
                "shortcuts" => read.shortcuts = flag,
                "facets" => read.facets = flag,
                "fold" => read.fold = flag,
                "panel" => {
                    let named = POSITIONS.into_iter().find(|(word, _)| *word == value);
                    read.panel = named.map_or(read.panel, |(_, side)| side);
                }
                "panelWidth" => read.panel_width = value.parse().unwrap_or(read.panel_width),
                _ => {}
            }
        }
        if version == Some(VERSION) { read } else { Preferences::default() }
    }

    fn text(&self) -> String {
        let Preferences { compact, wrap, shortcuts, facets, fold, panel, panel_width } = self;
        let panel = POSITIONS.into_iter().find(|(_, side)| side == panel).map_or("", |(word, _)| word);
        format!(
            "version={VERSION}&compact={compact}&wrap={wrap}&shortcuts={shortcuts}&facets={facets}&fold={fold}&\
             panel={panel}&panelWidth={panel_width}"
        )
    }

    /// Makes them known to everything below, and keeps what is changed.
    pub(crate) fn provide() -> RwSignal<Preferences> {
        let storage = || window().local_storage().ok().flatten();
        let kept = storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
        let preferences = RwSignal::new(kept.map(|text| Preferences::read(&text)).unwrap_or_default());
        provide_context(preferences);
        Effect::new(move |before: Option<Preferences>| {
            let now = preferences.get();
            // A browser that keeps nothing still changes the page.
            if let Some(storage) = storage().filter(|_| before.is_some_and(|before| before != now)) {
                let _ = storage.set_item(KEY, &now.text());
            }
            now
        });
        preferences
    }

    /// Of the page that is being made.
    pub(crate) fn of_page() -> RwSignal<Preferences> {
        expect_context()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_comes_back() {
        let changed = Preferences { compact: true, panel: Position::Bottom, ..Preferences::default() };
        assert_eq!(Preferences::read(&changed.text()), changed);
    }

    #[test]
    fn what_cannot_be_read_is_forgotten() {
        for text in
            ["", "{}", "compact=true", "version=2&compact=true", "version=1&panel=above&panelWidth=-1"]
        {
            assert_eq!(Preferences::read(text), Preferences::default(), "{text}");
        }
        assert!(Preferences::read("later=1&version=1&compact=true").compact);
    }
}
