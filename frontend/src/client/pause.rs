//! A second that passes.

use js_sys::Promise;
use leptos::prelude::window;
use wasm_bindgen_futures::JsFuture;

const SECOND: i32 = 1_000;

/// Ends after a second.
pub(super) async fn pause() {
    let mut start = |resolve: js_sys::Function, _reject: js_sys::Function| {
        let started = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, SECOND);
        if started.is_err() {
            let _ = resolve.call0(&resolve);
        }
    };
    // It is never rejected.
    let _ = JsFuture::from(Promise::new(&mut start)).await;
}
