//! A button that copies a text.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::announce::announcer;
use super::clipboard;
use super::icon::Icon;
use super::visible::hidden_count;

/// Copies `text` as it is, and says so; also how many characters of it don't show themselves.
///
/// `label` is the button's name. With `word` it is also shown. It is in the tab order while `reachable`.
#[component]
pub(crate) fn CopyButton(
    #[prop(into)] text: Signal<String>,
    #[prop(into)] label: String,
    #[prop(optional)] word: bool,
    #[prop(default = Signal::stored(true))] reachable: Signal<bool>,
) -> impl IntoView {
    let done = RwSignal::new(false);
    let announcer = announcer();
    let click = move |event: web_sys::MouseEvent| {
        event.stop_propagation();
        spawn_local(async move {
            let text = text.get_untracked();
            let copied = clipboard::copy(&text).await;
            announcer.say(sentence(copied, hidden_count(&text)));
            done.set(copied);
            set_timeout(move || _ = done.try_set(false), Duration::from_secs(2));
        });
    };
    let icon = move || if done.get() { "check" } else { "copy" };
    let class = if word { "button small" } else { "icon-button" };
    let shown = word.then(|| label.clone());
    let name = (!word).then(|| label.clone());
    view! {
        <button
            type="button"
            class=class
            aria-label=name
            title=label
            tabindex=move || if reachable.get() { "0" } else { "-1" }
            on:click=click
        >
            {move || view! { <Icon name=icon() /> }}
            {shown}
        </button>
    }
    .into_any()
}

fn sentence(copied: bool, hidden: usize) -> String {
    match (copied, hidden) {
        (false, _) => "The browser did not allow copying.".to_owned(),
        (true, 0) => "Copied.".to_owned(),
        (true, 1) => "Copied. It contains 1 hidden character.".to_owned(),
        (true, n) => format!("Copied. It contains {n} hidden characters."),
    }
}

#[cfg(test)]
mod tests {
    use super::sentence;

    #[test]
    fn copying_says_what_the_eye_does_not_see() {
        assert_eq!(sentence(true, 0), "Copied.");
        assert_eq!(sentence(true, 1), "Copied. It contains 1 hidden character.");
        assert_eq!(sentence(false, 3), "The browser did not allow copying.");
    }
}
