//! The one way in which a text of an event comes onto the page.
//!
//! Text nodes only, isolated from the direction of what surrounds them, with everything that hides made
//! visible; see [`visible`](super::visible).

use leptos::prelude::*;

use super::visible::{Piece, foreign, pieces};

/// The longest text in a line of a table or a list, in characters.
pub(crate) const LINE: usize = 300;
/// The longest text shown before it is folded, in characters.
pub(crate) const FOLD: usize = 2_000;

/// Shows `text` on one line (at most [`LINE`] characters). With `identity`, letters beyond ASCII are pointed
/// out: a name is what people trust by its looks.
#[component]
pub(crate) fn Untrusted(#[prop(into)] text: String, #[prop(optional)] identity: bool) -> impl IntoView {
    let badge = identity.then(|| foreign(&text)).flatten().map(|codes| {
        view! { <span class="badge note" title=codes>"non-ASCII"</span> }
    });
    view! {
        <bdi class="untrusted" dir="ltr">{shown(&text, true, LINE)}</bdi>
        {badge}
    }
    .into_any()
}

/// Shows `text` in full, over as many lines as it has; beyond [`FOLD`] characters it is folded, with a
/// button that shows the rest.
#[component]
pub(crate) fn UntrustedBlock(#[prop(into)] text: String) -> impl IntoView {
    let all = RwSignal::new(false);
    let long = text.chars().count() > FOLD;
    let body = move || shown(&text, false, if all.get() { usize::MAX } else { FOLD });
    let button = long.then(|| {
        let label = move || if all.get() { "Show less" } else { "Show all" };
        view! { <button type="button" class="quiet" on:click=move |_| all.update(|a| *a = !*a)>{label}</button> }
    });
    view! {
        <bdi class="untrusted block" dir="ltr">{body}</bdi>
        {button}
    }
    .into_any()
}

fn shown(text: &str, one_line: bool, limit: usize) -> Vec<AnyView> {
    pieces(text, one_line, limit)
        .into_iter()
        .map(|piece| match piece {
            Piece::Plain(text) => text.into_any(),
            Piece::Hidden(code, name) => {
                view! { <span class="hidden-char" title=name>{code}</span> }.into_any()
            }
            Piece::Newline => sign("↵", "line break"),
            Piece::Tab => sign("⇥", "tab"),
            Piece::More(n) => {
                view! { <span class="more">{format!("… {n} more characters")}</span> }.into_any()
            }
        })
        .collect()
}

fn sign(sign: &'static str, name: &'static str) -> AnyView {
    view! { <span class="sign" title=name>{sign}</span> }.into_any()
}
