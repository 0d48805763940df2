//! Everybody who acts: those who acted most, and a field for the name, key or ARN of anybody else.

use leptos::prelude::*;
use model::Facets;
use model::filter::Key;

use super::asked::{Asked, Overview, asked, top};
use crate::client;
use crate::paths;

/// The page at `/identities`.
#[component]
pub(crate) fn IdentitiesPage() -> impl IntoView {
    document().set_title(&format!("Identities · {}", crate::text::PRODUCT));
    let answer = client::follow::<Facets>(move || Some(paths::api_top(Key::Who)));
    let shown = asked(answer, "Looking who acted …", |facets| top(&facets, paths::identity));
    view! {
        <Asked busy=answer.busy title="Identities">
            <Overview
                label="Name, access key or ARN"
                hint="A user, a role, a session's name, a source identity, or a key such as ASIA…"
                lead=paths::identity
            />
            {shown}
        </Asked>
    }
    .into_any()
}
