//! What is acted on: what was named most, and a field for the name, id or ARN of anything else.

use leptos::prelude::*;
use model::Facets;
use model::filter::Key;

use super::asked::{Asked, Overview, asked, top};
use crate::client;
use crate::paths;

/// The page at `/resources`.
#[component]
pub(crate) fn ResourcesPage() -> impl IntoView {
    let answer = client::follow::<Facets>(move || Some(paths::api_top(Key::Resource)));
    let shown = asked(answer, "Looking what was acted on …", |facets| top(&facets, paths::resource));
    view! {
        <Asked busy=answer.busy title="Resources">
            <Overview
                label="Name, id or ARN"
                hint="All names of one thing lead to the same history."
                lead=paths::resource
            />
            {shown}
        </Asked>
    }
    .into_any()
}
