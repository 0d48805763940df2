//! One polite live region for the page, so that announcements never talk over one another.

use leptos::prelude::*;

/// Says sentences to those who don't see them.
#[derive(Clone, Copy)]
pub(crate) struct Announcer(RwSignal<String>);

impl Announcer {
    /// Makes the page's announcer known to everything below.
    pub(crate) fn provide() -> Announcer {
        let announcer = Announcer(RwSignal::new(String::new()));
        provide_context(announcer);
        announcer
    }

    /// Says `sentence` when the reader's voice is free.
    pub(crate) fn say(self, sentence: String) {
        // The same words again are news only when the text differs.
        let again = self.0.with_untracked(|said| *said == sentence);
        self.0.set(if again { sentence + "\u{A0}" } else { sentence });
    }
}

/// The page's announcer.
pub(crate) fn announcer() -> Announcer {
    use_context().unwrap_or_else(Announcer::provide)
}

/// The live region; once on the page.
#[component]
pub(crate) fn LiveRegion(announcer: Announcer) -> impl IntoView {
    view! { <p class="visually-hidden" role="status" aria-live="polite">{move || announcer.0.get()}</p> }
        .into_any()
}
