//! Whether the browser believes that it is connected.

use leptos::prelude::*;

/// `false` while the browser says that there is no network.
pub(crate) fn online() -> ReadSignal<bool> {
    let (online, set) = signal(window().navigator().on_line());
    let up = window_event_listener(leptos::ev::online, move |_| set.set(true));
    let down = window_event_listener(leptos::ev::offline, move |_| set.set(false));
    on_cleanup(move || {
        up.remove();
        down.remove();
    });
    online
}
