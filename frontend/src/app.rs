//! The application: what is on every page, and which page an address has.

use leptos::prelude::*;
use leptos::task::spawn_local;
use model::Me;

use crate::client::{self, Session};
use crate::components::account::{Account, Reader};
use crate::components::header::Header;
use crate::components::session_ended::SessionEnded;
use crate::pages::address::{Address, Step};
use crate::pages::event::EventPage;
use crate::pages::events::EventsPage;
use crate::pages::not_found::NotFoundPage;
use crate::paths::{self, Page};
use crate::ui::announce::{Announcer, LiveRegion};
use crate::ui::focus::focus;
use crate::ui::location::Location;
use crate::ui::preferences::Preferences;

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
    let session = Session::provide();
    Preferences::provide();
    let place = Location::provide().place();
    let page = Memo::new(move |_| place.with(|place| paths::page(&place.path)));
    view! {
        <Frame />
        {show(page)}
        <SessionEnded open=session.ended sign_in=client::sign_in_here />
        <LiveRegion announcer=announcer />
    }
    .into_any()
}

/// The page that the address leads to, made anew when it leads to another kind of page.
fn show(page: Memo<Page>) -> impl IntoView {
    let kind = Memo::new(move |_| page.with(Page::kind));
    move || {
        // Read, not only tracked: a memo that nobody reads follows nothing.
        kind.get();
        match page.get_untracked() {
            Page::Home => home(),
            Page::Events => view! { <EventsPage /> }.into_any(),
            Page::Event(_) => view! { <EventPage id=event_id(page) /> }.into_any(),
            Page::Compare | Page::NotFound => view! { <NotFoundPage /> }.into_any(),
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

/// The header; and the focus, which goes to the heading of each new page.
#[component]
fn Frame() -> impl IntoView {
    let address = Address::of_frame();
    let place = Location::of_page().place();
    let path = Memo::new(move |_| place.with(|place| place.path.clone()));
    let view = address.view;
    let zone = Signal::from(address.zone);
    let switch_zone = Callback::new(move |()| {
        let view = view.get_untracked();
        let view = view.with_zone(view.zone.other()).to_string();
        address.go(&paths::here(&path.get_untracked(), &view), Step::Push);
    });
    Effect::new(move |before: Option<String>| {
        let path = path.get();
        // The first page is announced by the browser; `/` only leads to another.
        if before.is_some_and(|before| before != path && before != "/") {
            focus("h1");
        }
        path
    });
    let on_events = Signal::derive(move || path.with(|path| path == paths::EVENTS));
    view! {
        <Header zone=zone switch_zone=switch_zone on_events=on_events>
            <Reading />
        </Header>
    }
    .into_any()
}

/// Who reads, where that matters.
#[component]
fn Reading() -> impl IntoView {
    let session = Session::of_page();
    let asked = client::follow::<Me>(|| Some(paths::API_ME.to_owned()));
    Effect::new(move |_| {
        asked.value.with(|me| {
            if let Some(Ok(me)) = me {
                session.me.set(Some(Me::clone(me)));
            }
        });
    });
    let reader = Memo::new(move |_| match session.me.get() {
        _ if session.not_allowed.get() => Some(Reader::default()),
        Some(me) if me.sign_in => Some(Reader { name: me.name, groups: me.groups }),
        _ => None,
    });
    let failed = RwSignal::new(false);
    let sign_out = Callback::new(move |()| {
        failed.set(false);
        spawn_local(async move { failed.set(client::sign_out().await.is_err()) });
    });
    let account = move || {
        let reader = reader.get()?;
        Some(view! { <Account reader=reader failed=failed.into() sign_out=sign_out /> })
    };
    view! { {account} }.into_any()
}
