//! Answers that were asked for before the reader wanted them: the events beside the one that is open, so
//! that going along the rows waits for nothing.
//!
//! Only what never changes may be kept: an event, under its id. It is gone with the page.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::http;

/// How many answers are kept, and the longest that is, in bytes.
const KEPT: usize = 8;
const LONGEST: usize = 400_000;

/// The answers by their paths, the latest last.
#[derive(Clone, Copy)]
pub(crate) struct Ahead(StoredValue<Vec<(String, String)>>);

impl Ahead {
    /// For everything below the component that calls this.
    pub(crate) fn provide() -> Ahead {
        let ahead = Ahead(StoredValue::new(Vec::new()));
        provide_context(ahead);
        ahead
    }

    /// Of the page that is being made.
    pub(crate) fn of_page() -> Ahead {
        expect_context()
    }

    /// The answer to `path`, if it is there already.
    pub(super) fn answer(self, path: &str) -> Option<String> {
        self.0.with_value(|kept| kept.iter().find(|(kept, _)| kept == path).map(|(_, text)| text.clone()))
    }

    /// Asks for `path`, unless it is there. A failure is for the one who really asks.
    pub(crate) fn fetch(self, path: String) {
        if self.answer(&path).is_some() {
            return;
        }
        spawn_local(async move {
            if let Ok(text) = http::get(&path, None).await {
                self.keep(path, text);
            }
        });
    }

    fn keep(self, path: String, text: String) {
        let _ = self.0.try_update_value(|kept| keep(kept, path, text));
    }
}

fn keep(kept: &mut Vec<(String, String)>, path: String, text: String) {
    if text.len() > LONGEST {
        return;
    }
    kept.retain(|(other, _)| *other != path);
    if kept.len() == KEPT {
        kept.remove(0);
    }
    kept.push((path, text));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_go_and_giants_do_not_stay() {
        let mut kept = Vec::new();
        for n in 0..=KEPT {
            keep(&mut kept, n.to_string(), "text".to_owned());
        }
        keep(&mut kept, "1".to_owned(), "again".to_owned());
        keep(&mut kept, "giant".to_owned(), "x".repeat(LONGEST + 1));
        assert_eq!(kept.len(), KEPT);
        assert_eq!((kept[0].0.as_str(), kept[KEPT - 1].1.as_str()), ("2", "again"));
    }
}
