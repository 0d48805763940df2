//! The answer to the first question, which `boot.js` asked while the application was still on its way.

use js_sys::{Promise, Reflect};
use leptos::prelude::window;
use model::Query;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// Where `boot.js` leaves the question and the promise of its answer.
const PLACE: &str = "whodunit";

/// The answer to `path`, if that was the first question. It is taken: a second time there is none.
pub(super) async fn answer(path: &str) -> Option<Response> {
    let window: JsValue = window().into();
    let left = Reflect::get(&window, &PLACE.into()).ok().filter(|left| left.is_object())?;
    let asked = Reflect::get(&left, &"asked".into()).ok()?.as_string()?;
    let answer: Promise = Reflect::get(&left, &"answer".into()).ok()?.dyn_into().ok()?;
    if !same(&asked, path) {
        return None;
    }
    let _ = Reflect::set(&window, &PLACE.into(), &JsValue::UNDEFINED);
    JsFuture::from(answer).await.ok()?.dyn_into().ok()
}

/// Whether two paths ask for the same: their queries may be spelled differently.
fn same(asked: &str, path: &str) -> bool {
    let parts = |path: &str| {
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        (path.to_owned(), query.parse::<Query>().ok())
    };
    let (one, other) = (parts(asked), parts(path));
    asked == path || (one.1.is_some() && one == other)
}

#[cfg(test)]
mod tests {
    use super::same;

    #[test]
    fn a_question_is_known_in_another_spelling() {
        let path = "/api/events?q=access:write&from=-7d";
        assert!(same("/api/events?from=-7d&q=access%3Awrite&to=now&size=50", path));
        assert!(same("/api/events?", "/api/events"));
        assert!(same("/api/events/a", "/api/events/a"));
        assert!(!same("/api/events?q=access:read&from=-7d", path));
        assert!(!same("/api/events/a", "/api/events/b"));
        assert!(!same("/api/events?q=nosuchkey:1", "/api/events"));
    }
}
