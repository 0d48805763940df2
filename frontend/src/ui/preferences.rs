//! What this browser remembers of how its reader likes the page: never anything of an event or a query.
//!
//! One JSON text under one key, with a version. A text of another version, or one that cannot be read, is
//! as if nothing had been kept. The theme has a key of its own, for `boot.js` needs it before the first
//! paint; see [`theme`](super::theme).

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

const KEY: &str = "whodunit.preferences";
const VERSION: u32 = 1;

/// How the reader likes the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Preferences {
    /// Of the form of this text; [`VERSION`].
    version: u32,
    /// Rows of 26 px instead of 32.
    pub(crate) compact: bool,
    /// Long values go over several lines instead of being cut.
    pub(crate) wrap: bool,
    /// Keys without a modifier do something.
    pub(crate) shortcuts: bool,
    /// Where the event that is open stands.
    pub(crate) panel: Side,
    /// How wide the panel is when it stands at the side, in CSS pixels.
    pub(crate) panel_width: u16,
}

/// Where the panel stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Side {
    /// Beside the table.
    #[default]
    Side,
    /// Below the table.
    Bottom,
    /// Under the event's row.
    Inline,
}

impl Default for Preferences {
    fn default() -> Preferences {
        Preferences {
            version: VERSION,
            compact: false,
            wrap: false,
            shortcuts: true,
            panel: Side::Side,
            panel_width: 468,
        }
    }
}

impl Preferences {
    fn read(text: &str) -> Preferences {
        let kept: Option<Preferences> = serde_json::from_str(text).ok();
        kept.filter(|kept| kept.version == VERSION).unwrap_or_default()
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
                let _ = storage.set_item(KEY, &serde_json::to_string(&now).unwrap_or_default());
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
        let changed = Preferences { compact: true, panel: Side::Bottom, ..Preferences::default() };
        assert_eq!(Preferences::read(&serde_json::to_string(&changed).unwrap()), changed);
    }

    #[test]
    fn what_cannot_be_read_is_forgotten() {
        for text in ["", "{", "[]", r#"{"version":2,"compact":true}"#, r#"{"version":1,"panel":"above"}"#] {
            assert_eq!(Preferences::read(text), Preferences::default(), "{text}");
        }
        assert!(Preferences::read(r#"{"version":1,"compact":true,"later":1}"#).compact);
    }
}
