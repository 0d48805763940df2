//! Whether the page is still the one that the server gives: a newer console may have been deployed while
//! this one was open, and may speak otherwise with the API.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::http;
use crate::paths;

/// How long a check is good for, in milliseconds.
const FRESH: f64 = 300_000.0;

/// What is known of the version.
#[derive(Clone, Copy)]
pub(crate) struct Version {
    /// The server gives another console than this one.
    pub(crate) outdated: RwSignal<bool>,
    checked: StoredValue<f64>,
}

impl Version {
    /// For everything below the component that calls this. It is checked when the reader comes back to
    /// the page after a while.
    pub(crate) fn provide() -> Version {
        let version =
            Version { outdated: RwSignal::new(false), checked: StoredValue::new(js_sys::Date::now()) };
        provide_context(version);
        let back = window_event_listener(leptos::ev::focus, move |_| {
            if js_sys::Date::now() - version.checked.get_value() > FRESH {
                version.check();
            }
        });
        on_cleanup(move || back.remove());
        version
    }

    /// Of the page that is being made.
    pub(crate) fn of_page() -> Version {
        expect_context()
    }

    /// Asks the server for its page, and looks whether it names the application that runs here.
    pub(crate) fn check(self) {
        self.checked.set_value(js_sys::Date::now());
        let Some(script) = document().query_selector("script[data-wasm]").ok().flatten() else { return };
        // The glue names the parts that are loaded later.
        let mine = ["data-wasm", "data-glue"].map(|name| script.get_attribute(name).unwrap_or_default());
        spawn_local(async move {
            // A page that is none of the console's (a proxy's, say) tells nothing.
            if let Ok(page) = http::get(paths::SHELL, None).await {
                let same = mine.iter().all(|name| page.contains(name));
                let _ = self.outdated.try_set(page.contains("data-wasm=") && !same);
            }
        });
    }
}
