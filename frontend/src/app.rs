//! The application: what all pages share, and which page an address leads to.

use leptos::prelude::*;

use crate::client::{self, Ahead, Session, Version};
use crate::components::session_ended::SessionEnded;
use crate::pages::about::about_page;
use crate::pages::compare::compare_page;
use crate::pages::event::EventPage;
use crate::pages::events::EventsPage;
use crate::pages::frame::Frame;
use crate::pages::later;
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
            Page::Event(_) => view! { <EventPage id=event_id(page) /> }.into_any(),
            Page::Compare => later::page("Compare events", || Box::pin(compare_page())),
            kind @ (Page::Identities
            | Page::Identity(_)
            | Page::Resources
            | Page::Resource(_)
            | Page::Views
            | Page::Status) => later::page(kind.title(), || Box::pin(about_page())),
            Page::NotFound => view! { <NotFoundPage /> }.into_any(),
        }
    }
}

/// The id in the path; the last one, once the path leads elsewhere.
fn event_id(page: Memo<Page>) -> Memo<String> {
    Memo::new(move |before: Option<&String>| match page.get() {
        Page::Event(id) => id,
        _ => before.cloned().unwrap_or_default(),
    })
}

/// `/` only leads to another page.
fn home() -> AnyView {
    let location = Location::of_page();
    request_animation_frame(move || location.go(paths::HOME, Step::Replace));
    ().into_any()
}
