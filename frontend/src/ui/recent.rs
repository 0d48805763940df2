//! What was asked lately, so that it can be asked again.
//!
//! Kept by this tab only, and forgotten with it: queries name the subjects of an investigation, and what
//! `localStorage` holds outlives whoever sat here.

use js_sys::{Array, JSON};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};

const KEY: &str = "whodunit.recent";
const MOST: usize = 10;

/// The texts, the latest first.
pub(crate) fn read() -> Vec<String> {
    let kept = || -> Option<Array> {
        let text = window().session_storage().ok()??.get_item(KEY).ok()??;
        JSON::parse(&text).ok()?.dyn_into().ok()
    };
    kept().map(|texts| texts.iter().filter_map(|text| text.as_string()).collect()).unwrap_or_default()
}

/// Keeps `text`.
pub(crate) fn add(text: &str) {
    let texts: Array = with(read(), text).into_iter().map(JsValue::from).collect();
    // A browser that keeps nothing has nothing to offer later.
    if let (Ok(Some(storage)), Ok(text)) = (window().session_storage(), JSON::stringify(&texts)) {
        let _ = storage.set_item(KEY, &String::from(text));
    }
}

fn with(mut texts: Vec<String>, text: &str) -> Vec<String> {
    texts.retain(|other| other != text);
    if !text.is_empty() {
        texts.insert(0, text.to_owned());
    }
    texts.truncate(MOST);
    texts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_first_and_each_once() {
        let texts = ["a", "b", "", "a"].into_iter().fold(Vec::new(), with);
        assert_eq!(texts, ["a", "b"]);
        let many = (0..30).fold(Vec::new(), |texts, n| with(texts, &n.to_string()));
        assert_eq!((many.len(), many[0].as_str()), (MOST, "29"));
    }
}
