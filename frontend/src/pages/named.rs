//! The saved view that the address names (`view=`): what it is called, and what it asks for where the address does not.
//!
//! Once the two are put together, the address says all of it. It keeps the name of the view as long as both ask for
//! the same: another question, other columns, or a frozen link is no longer that view, for its owner may change it.

use leptos::prelude::*;
use model::view::Views;
use wasm_split_helpers::wasm_split;

use super::address::{Address, Step};
use super::asked::asked;
use super::later::{Part, part};
use crate::ui::location::Location;
use crate::ui::react::{effect, memo};
use crate::ui::untrusted::Untrusted;
use crate::url::saved::parse_saved;
use crate::{client, paths};

const GONE: &str = "The saved view in the address is not there: it was deleted, or is not shared with you. Choose another \
                    under Views, or ask whoever gave you the link. What else the address asks for is shown.";

/// The history that may be a saved view.
#[derive(Clone, Copy)]
pub(super) struct Named {
    pub(super) address: Address,
    /// Is given the id of the view once the address says all of it.
    pub(super) held: RwSignal<Option<String>>,
    pub(super) notices: RwSignal<Vec<String>>,
}

/// What the view is called, while the address names one. With the page of views, for both read them.
#[wasm_split(about, fallible)]
pub(super) fn named_view(named: Named) -> Part {
    part(move || view_of(named))
}

fn view_of(Named { address, held, notices }: Named) -> AnyView {
    let place = Location::of_page().place();
    let id = memo(move || address.view.with(|view| view.saved.clone()));
    let answer =
        client::follow::<Views>(move || id.with(Option::is_some).then(|| paths::API_VIEWS.to_owned()));
    effect(move || {
        let (Some(id), Some(Ok(views))) = (id.get(), answer.value.get()) else { return };
        let here = address.view.get_untracked();
        let whole = match views.views.iter().find(|view| view.id == id) {
            Some(view) => {
                parse_saved(&view.url, &place.with_untracked(|place| place.search.clone()), &id).view
            }
            None => {
                notices.set(vec![GONE.to_owned()]);
                here.clone().of_saved(None)
            }
        };
        held.set(Some(id));
        if whole != here {
            address.show(&whole, Step::Replace);
        }
    });
    let line = asked(answer, "Looking what was saved …", move |views| {
        let found = id.with(|id| views.views.iter().find(|view| id.as_ref() == Some(&view.id)));
        let name = found.map(|view| {
            let by =
                (!view.own).then(|| view! { " by " <Untrusted text=view.owner.clone() identity=true /> });
            view! {
                <p class="hint">
                    "Saved view " <strong><Untrusted text=view.name.clone() /></strong> {by} " · "
                    <a href=paths::VIEWS>"All saved views"</a>
                </p>
            }
        });
        view! { {name} }.into_any()
    });
    view! { {line} }.into_any()
}
