//! The resources that an event refers to.

use leptos::prelude::*;
use model::Resource;
use model::filter::Key;

use super::pivot::{Ask, Pivot};
use crate::paths;
use crate::ui::visible;

/// A table of type and name; what was guessed from the request says so.
#[component]
pub(crate) fn Resources(resources: Vec<Resource>, ask: Ask) -> impl IntoView {
    let any_guess = resources.iter().any(|r| r.derived);
    let rows = resources.into_iter().map(|resource| {
        let guess = resource.derived.then(|| view! { " " <span class="badge note">"guessed"</span> });
        let kind = resource.kind.map(|kind| view! { <Pivot key=Key::ResourceType value=kind ask=ask /> });
        let name = resource.name.map(|name| {
            let history = format!("History of {}", visible::plain(&name));
            view! {
                <Pivot key=Key::Resource value=name.clone() ask=ask />
                " "
                <a class="history" href=paths::resource(&name) aria-label=history>"History"</a>
            }
        });
        view! { <tr><td>{kind}</td><td>{name}{guess}</td></tr> }
    });
    let note = any_guess.then(|| {
        view! { <p class="hint">"Guessed: read from the request's parameters, not named by AWS's own rules."</p> }
    });
    view! {
        <section class="resources">
            <table>
                <caption>"Resources referenced"</caption>
                <thead><tr><th scope="col">"Type"</th><th scope="col">"Name"</th></tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
            {note}
        </section>
    }
    .into_any()
}
