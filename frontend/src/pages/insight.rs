//! The pages that answer more than one event can: one entry for all of them, so that they can be loaded
//! apart from the event history.

use leptos::prelude::*;

use super::identities::IdentitiesPage;
use super::identity::IdentityPage;
use super::resource::ResourcePage;
use super::resources::ResourcesPage;
use super::status::StatusPage;
use super::views::ViewsPage;
use crate::paths::Page;

/// `page`, which is about `subject`.
#[component]
pub(crate) fn Insight(page: Page, subject: Memo<String>) -> impl IntoView {
    match page {
        Page::Identities => view! { <IdentitiesPage /> }.into_any(),
        Page::Identity(_) => view! { <IdentityPage id=subject /> }.into_any(),
        Page::Resources => view! { <ResourcesPage /> }.into_any(),
        Page::Resource(_) => view! { <ResourcePage name=subject /> }.into_any(),
        Page::Views => view! { <ViewsPage /> }.into_any(),
        _ => view! { <StatusPage /> }.into_any(),
    }
}
