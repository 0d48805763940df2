//! The pages that answer more than one event can: one part of the application for all of them, loaded when the
//! first of them is shown.

use leptos::prelude::*;
use wasm_split_helpers::wasm_split;

use super::identities::IdentitiesPage;
use super::identity::IdentityPage;
use super::later::{Part, part};
use super::resource::ResourcePage;
use super::resources::ResourcesPage;
use super::status::StatusPage;
use super::views::ViewsPage;
use crate::paths::{self, Page};
use crate::ui::location::Location;

/// The page that the address leads to.
#[wasm_split(about, fallible)]
pub(crate) fn about_page() -> Part {
    part(about)
}

fn about() -> AnyView {
    let place = Location::of_page().place();
    let page = move || place.with(|place| paths::page(&place.path));
    // The subject of the path; the last one, once the path leads to another kind of page.
    let kind = untrack(page).kind();
    let subject = Memo::new(move |before: Option<&String>| match page() {
        mine @ (Page::Identity(_) | Page::Resource(_)) if mine.kind() != kind => {
            before.cloned().unwrap_or_default()
        }
        Page::Identity(id) | Page::Resource(id) => id,
        _ => before.cloned().unwrap_or_default(),
    });
    match untrack(page) {
        Page::Identities => view! { <IdentitiesPage /> }.into_any(),
        Page::Identity(_) => view! { <IdentityPage id=subject /> }.into_any(),
        Page::Resources => view! { <ResourcesPage /> }.into_any(),
        Page::Resource(_) => view! { <ResourcePage name=subject /> }.into_any(),
        Page::Views => view! { <ViewsPage /> }.into_any(),
        _ => view! { <StatusPage /> }.into_any(),
    }
}
