//! What has arrived, so that "nothing found" can be told from "nothing received".

use leptos::prelude::*;
use model::Status;

use super::address::Address;
use super::asked::{Asked, asked};
use crate::client;
use crate::components::streams::Streams;
use crate::paths;
use crate::text::PRODUCT;

/// The page at `/status`.
#[component]
pub(crate) fn StatusPage() -> impl IntoView {
    document().set_title(&format!("Status · {PRODUCT}"));
    let zone = Address::of_page().zone;
    let answer = client::follow::<Status>(|| Some(paths::API_STATUS.to_owned()));
    let shown = asked(answer, "Looking what came in …", move |status| {
        view! { <Streams status=status zone=zone.get() /> }.into_any()
    });
    view! { <Asked busy=answer.busy title="Status">{shown}</Asked> }.into_any()
}
