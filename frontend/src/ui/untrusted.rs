//! The one way in which a text of an event comes onto the page.
//!
//! Text nodes only, isolated from the direction of what surrounds them, with everything that hides made
//! visible; see [`visible`](super::visible).

use leptos::prelude::*;

use super::marks;
use super::visible::{Piece, foreign, pieces};

/// The longest text in a line of a table or a list, in characters.
pub(crate) const LINE: usize = 300;
/// How much of its end an identifier keeps where it is cut, in characters.
const TAIL: usize = 8;
/// The longest text shown before it is folded, in characters.
pub(crate) const FOLD: usize = 2_000;

/// Shows `text` on one line (at most [`LINE`] characters). With `identity`, letters beyond ASCII are pointed
/// out: a name is what people trust by its looks.
#[component]
pub(crate) fn Untrusted(
    #[prop(into)] text: String,
    #[prop(optional)] identity: bool,
    /// Where there is no room for it all, the middle gives way: both ends of an identifier tell.
    #[prop(optional)]
    both_ends: bool,
) -> impl IntoView {
    let badge = identity.then(|| foreign(&text)).flatten().map(|codes| {
        view! { <span class="badge note" title=codes>"non-ASCII"</span> }
    });
    let cut = both_ends.then(|| text.len().checked_sub(TAIL)).flatten();
    // Characters that join or reorder must not be taken apart.
    if let Some(cut) = cut.filter(|cut| (4..LINE).contains(cut) && text.bytes().all(|b| b.is_ascii_graphic()))
    {
        let (head, tail) = text.split_at(cut);
        return view! {
            <bdi class="untrusted ends" dir="ltr"><span>{head.to_owned()}</span><span>{tail.to_owned()}</span></bdi>
        }
        .into_any();
    }
    view! {
        <bdi class="untrusted" dir="ltr">{shown(&text, true, LINE)}</bdi>
        {badge}
    }
    .into_any()
}

/// Shows `text` in full, over as many lines as it has; beyond [`FOLD`] characters it is folded, with a
/// button that shows the rest. Every place of `needle` in it is marked.
#[component]
pub(crate) fn UntrustedBlock(
    #[prop(into)] text: String,
    #[prop(optional)] needle: Option<Signal<String>>,
) -> impl IntoView {
    let all = RwSignal::new(false);
    let long = text.chars().count() > FOLD;
    let body = move || {
        let needle = needle.map(|needle| needle.get()).unwrap_or_default();
        let parts = marks::split(&text, &needle);
        // What was looked for is not folded away.
        let before =
            parts.first().filter(|(_, mark)| !mark && parts.len() > 1).map_or(0, |(part, _)| part.len());
        let fold = long && !all.get();
        marked(parts, false, if fold { FOLD + before } else { usize::MAX })
    };
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

/// Shows the stretches of a text over as many lines as it has, those with `true` marked; at most `limit`
/// characters.
#[component]
pub(crate) fn Marked(parts: Vec<(String, bool)>, limit: usize) -> impl IntoView {
    let parts = parts.iter().map(|(text, mark)| (text.as_str(), *mark)).collect();
    view! { <bdi class="untrusted block" dir="ltr">{marked(parts, false, limit)}</bdi> }.into_any()
}

fn marked(parts: Vec<(&str, bool)>, one_line: bool, limit: usize) -> Vec<AnyView> {
    let mut views = Vec::new();
    let (mut room, mut rest) = (limit, 0);
    for (text, mark) in parts {
        let length = text.chars().count();
        let end = text.char_indices().nth(room).map_or(text.len(), |(at, _)| at);
        let stretch = shown(&text[..end], one_line, usize::MAX);
        match mark {
            true if end > 0 => views.push(view! { <mark>{stretch}</mark> }.into_any()),
            _ => views.extend(stretch),
        }
        rest += length - length.min(room);
        room -= length.min(room);
    }
    if rest > 0 {
        views.push(more(rest));
    }
    views
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
            Piece::More(n) => more(n),
        })
        .collect()
}

fn more(n: usize) -> AnyView {
    view! { <span class="more">{format!("… {n} more characters")}</span> }.into_any()
}

fn sign(sign: &'static str, name: &'static str) -> AnyView {
    view! { <span class="sign" title=name>{sign}</span> }.into_any()
}
