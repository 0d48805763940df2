//! The address bar as a signal: links inside the page, Back and Forward.
//!
//! Written here because a routing library was an eighth of what a reader had to load, for five addresses
//! that do not nest.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlAnchorElement, MouseEvent};

/// What a change of the address leaves behind in the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// An entry: Back leads here again.
    Push,
    /// Nothing: Back leads to what was before.
    Replace,
}

/// Where the page is: the path, and the query string with its `?`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) path: String,
    pub(crate) search: String,
}

/// The address bar.
#[derive(Clone, Copy)]
pub(crate) struct Location(RwSignal<Place>);

impl Location {
    /// Makes the address bar known to everything below, and follows links and the history from now on.
    pub(crate) fn provide() -> Location {
        let location = Location(RwSignal::new(place()));
        provide_context(location);
        let moved = window_event_listener(leptos::ev::popstate, move |_| location.0.set(place()));
        let clicked = window_event_listener(leptos::ev::click, move |event| location.follow(&event));
        on_cleanup(move || {
            moved.remove();
            clicked.remove();
        });
        location
    }

    /// Of the page that is being made.
    pub(crate) fn of_page() -> Location {
        expect_context()
    }

    /// Where the page is.
    pub(crate) fn place(self) -> Signal<Place> {
        self.0.into()
    }

    /// Goes to `address`, a path of this origin with or without a query string. Another path is shown
    /// from its top.
    pub(crate) fn go(self, address: &str, step: Step) {
        let before = self.0.get_untracked().path;
        // A browser that refuses (they do after hundreds of changes a second) stays where it was.
        if let Ok(history) = window().history() {
            let _ = match step {
                Step::Push => history.push_state_with_url(&JsValue::NULL, "", Some(address)),
                Step::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(address)),
            };
        }
        let after = place();
        if before != after.path {
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
        self.0.set(after);
    }

    /// A click on a link inside the page is followed without loading it again.
    fn follow(self, event: &MouseEvent) {
        let modified = event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key();
        if event.default_prevented() || event.button() != 0 || modified {
            return;
        }
        let link = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = link.and_then(|element| element.closest("a[href]").ok().flatten());
        let Some(link) = link.and_then(|element| element.dyn_into::<HtmlAnchorElement>().ok()) else {
            return;
        };
        let inside = link.origin() == window().location().origin().unwrap_or_default();
        let elsewhere = !link.target().is_empty() || link.has_attribute("download") || !link.rel().is_empty();
        // A link to a place on this page is the browser's.
        if inside && !elsewhere && link.hash().is_empty() {
            event.prevent_default();
            self.go(&format!("{}{}", link.pathname(), link.search()), Step::Push);
        }
    }
}

fn place() -> Place {
    let location = window().location();
    Place { path: location.pathname().unwrap_or_default(), search: location.search().unwrap_or_default() }
}
