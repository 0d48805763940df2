//! The application: what all pages share, and which page an address leads to.

use leptos::prelude::*;

use crate::client::{self, Ahead, Session, Version};
use crate::components::session_ended::SessionEnded;
use crate::pages::compare::ComparePage;
use crate::pages::event::EventPage;
use crate::pages::events::EventsPage;
use crate::pages::frame::Frame;
use crate::pages::insight::Insight;
use crate::pages::not_found::NotFoundPage;
use crate::paths::{self, Page};
use crate::ui::announce::{Announcer, LiveRegion};
use crate::ui::location::{Location, Step};
use crate::ui::preferences::Preferences;
use crate::ui::react::memo;

/// Puts the application in the place of the shell that `index.html` shows until now.
pub fn start() {
    let Some(root) = document().get_element_by_id("app") else { return };
    root.set_text_content(None);
    let root = wasm_bindgen::JsCast::unchecked_into(root);
    leptos::mount::mount_to(root, App).forget();
}

/// The console.
#[component]
pub(crate) fn App() -> impl IntoView {
    let announcer = Announcer::provide();
    Ahead::provide();
    let session = Session::provide();
    let version = Version::provide();
    Preferences::provide();
    let place = Location::provide().place();
    let page = memo(move || place.with(|place| paths::page(&place.path)));
    view! {
        <Frame outdated=version.outdated />
        {show(page)}
        <SessionEnded open=session.ended sign_in=client::sign_in_here />
        <LiveRegion announcer=announcer />
    }
    .into_any()
}

/// The page that the address leads to, made anew when it leads to another kind of page.
fn show(page: Memo<Page>) -> impl IntoView {
    let kind = memo(move || page.with(Page::kind));
    move || {
        // Read, not only tracked: a memo that nobody reads follows nothing.
        kind.get();
        match page.get_untracked() {
            Page::Home => home(),
            Page::Events => view! { <EventsPage /> }.into_any(),
            Page::Event(_) => view! { <EventPage id=subject(page) /> }.into_any(),
            Page::Compare => view! { <ComparePage /> }.into_any(),
            kind @ (Page::Identities
            | Page::Identity(_)
            | Page::Resources
            | Page::Resource(_)
            | Page::Views
            | Page::Status) => view! { <Insight page=kind subject=subject(page) /> }.into_any(),
            Page::NotFound => view! { <NotFoundPage /> }.into_any(),
        }
    }
}

/// What the page is about, as the path says; the last one, once the path leads to another kind of page.
fn subject(page: Memo<Page>) -> Memo<String> {
    let kind = page.with_untracked(Page::kind);
    Memo::new(move |before: Option<&String>| {
        let mine = page.with(|page| page.subject().filter(|_| page.kind() == kind).map(str::to_owned));
        mine.or_else(|| before.cloned()).unwrap_or_default()
    })
}

/// `/` only leads to another page.
fn home() -> AnyView {
    let location = Location::of_page();
    request_animation_frame(move || location.go(paths::HOME, Step::Replace));
    ().into_any()
}
