//! A button that copies a text.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::announce::{Announcer, announcer};
use super::clipboard;
use super::icon::Icon;
use super::visible::{escaped, hidden_count};

/// Copies `text` as it is, and says so; also how many characters of it don't show themselves. If there are
/// any, a second button beside copies it with those spelled out.
///
/// `label` is the button's name. With `word` it is also shown. It is in the tab order while `reachable`, and
/// pressed by the key `key`.
#[component]
pub(crate) fn CopyButton(
    #[prop(into)] text: String,
    #[prop(into)] label: String,
    #[prop(optional)] word: bool,
    #[prop(default = Signal::stored(true))] reachable: Signal<bool>,
    #[prop(optional)] key: Option<&'static str>,
) -> impl IntoView {
    let hidden = hidden_count(&text);
    let escaped = (hidden > 0).then(|| {
        let contains = format!("contains {}", characters(hidden));
        let name = format!("{label} escaped");
        let note = word.then(|| view! { <span class="badge note">{contains.clone()}</span> });
        let title = format!("{name}: {contains}");
        view! { {note} {button(escaped(&text), name, title, "escaped", word, reachable, None)} }
    });
    view! { {button(text, label.clone(), label, "copy", word, reachable, key)} {escaped} }.into_any()
}

fn button(
    text: String,
    label: String,
    title: String,
    icon: &'static str,
    word: bool,
    reachable: Signal<bool>,
    key: Option<&'static str>,
) -> AnyView {
    let done = RwSignal::new(false);
    let announcer = announcer();
    let text = StoredValue::new(text);
    let click = move |event: web_sys::MouseEvent| {
        event.stop_propagation();
        copy_and_say(text.get_value(), announcer, done);
    };
    let icon = move || if done.get() { "check" } else { icon };
    let class = if word { "button small" } else { "icon-button" };
    let shown = word.then(|| label.clone());
    view! {
        <button
            type="button"
            class=class
            aria-label=(!word).then(|| title.clone())
            aria-keyshortcuts=key
            title=title
            tabindex=move || if reachable.get() { "0" } else { "-1" }
            on:click=click
        >
            {move || view! { <Icon name=icon() /> }}
            {shown}
        </button>
    }
    .into_any()
}

/// Copies `text` as it is and says so; `done` is true for the next two seconds.
pub(crate) fn copy_and_say(text: String, announcer: Announcer, done: RwSignal<bool>) {
    spawn_local(async move {
        let copied = clipboard::copy(&text).await;
        announcer.say(sentence(copied, hidden_count(&text)));
        let _ = done.try_set(copied);
        set_timeout(move || _ = done.try_set(false), Duration::from_secs(2));
    });
}

fn characters(hidden: usize) -> String {
    if hidden == 1 { "1 hidden character".to_owned() } else { format!("{hidden} hidden characters") }
}

fn sentence(copied: bool, hidden: usize) -> String {
    match (copied, hidden) {
        (false, _) => "The browser did not allow copying.".to_owned(),
        (true, 0) => "Copied.".to_owned(),
        (true, n) => format!("Copied. It contains {}.", characters(n)),
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
