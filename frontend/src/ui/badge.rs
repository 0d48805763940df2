//! A word in a coloured box: the word says it, the colour only helps.

use leptos::prelude::*;

/// How a badge is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    /// No box at all.
    Quiet,
    /// Refused.
    Denied,
    /// Gone wrong.
    Failed,
}

/// A word in the colour of `tone`.
#[component]
pub(crate) fn Badge(tone: Tone, word: &'static str) -> impl IntoView {
    let class = match tone {
        Tone::Quiet => "badge-quiet",
        Tone::Denied => "badge denied",
        Tone::Failed => "badge failed",
    };
    view! { <span class=class>{word}</span> }.into_any()
}
