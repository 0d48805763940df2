//! The views that were saved: each leads to its events; one's own can be changed and deleted.

use leptos::prelude::*;
use model::SavedView;

use super::view_form::ViewForm;
use crate::text::{moment, moment::Zone};
use crate::ui::untrusted::Untrusted;
use crate::ui::visible;

/// What is done with views, and how it goes.
#[derive(Clone, Copy)]
pub(crate) struct Doing {
    /// Is given a view, its new name, and whether it is shared.
    pub(crate) change: Callback<(SavedView, String, bool)>,
    /// Is given the view to delete.
    pub(crate) delete: Callback<SavedView>,
    /// Something is under way.
    pub(crate) busy: RwSignal<bool>,
    /// Why the last thing was not done.
    pub(crate) trouble: RwSignal<Option<String>>,
    /// The id of the view that is being changed, and whether by deletion.
    pub(crate) open: RwSignal<Option<(String, bool)>>,
}

/// A view with where it leads.
#[derive(Clone)]
pub(crate) struct Listed {
    pub(crate) view: SavedView,
    /// Its query string, as we write it.
    pub(crate) query: String,
    /// Its events.
    pub(crate) href: String,
    /// All of them as files: the name of the form, and the address.
    pub(crate) files: Vec<(&'static str, String)>,
}

/// `views` in their order; `renew` runs when links to files come into view.
#[component]
pub(crate) fn SavedViews(views: Vec<Listed>, zone: Zone, doing: Doing, renew: Callback<()>) -> impl IntoView {
    let items: Vec<_> = views.into_iter().map(|view| item(view, zone, doing, renew)).collect();
    view! { <ul class="views">{items}</ul> }.into_any()
}

/// All that a view finds now, as files.
fn downloads(files: Vec<(&'static str, String)>, name: &str, renew: Callback<()>) -> AnyView {
    let link = |(form, href): (&'static str, String)| {
        let label = format!("{form}, all of {name}");
        view! { <a class="button small" href=href download rel="external" aria-label=label>{form}</a> }
    };
    view! {
        <details on:toggle=move |_| renew.run(())>
            <summary aria-label=format!("Download {name}")>"Download"</summary>
            {files.into_iter().map(link).collect_view()}
        </details>
    }
    .into_any()
}

fn item(listed: Listed, zone: Zone, doing: Doing, renew: Callback<()>) -> AnyView {
    let Listed { view: saved, query, href, files } = listed;
    let name = visible::plain(&saved.name);
    let files = downloads(files, &name, renew);
    let seen = if saved.shared { "shared" } else { "only you" };
    let by = (!saved.own).then(|| view! { " by " <Untrusted text=saved.owner.clone() identity=true /> });
    let changed = moment::short(saved.updated, zone.offset(saved.updated));
    let own = saved.own;
    let id = StoredValue::new(saved.id.clone());
    let view = StoredValue::new(saved.clone());
    let state = move || {
        doing.open.get().filter(|(open, _)| id.with_value(|id| id == open)).map(|(_, deleting)| deleting)
    };
    let open = move |deleting: bool| {
        doing.trouble.set(None);
        doing.open.set(Some((id.get_value(), deleting)));
    };
    let close = Callback::new(move |()| doing.open.set(None));
    let (rename, delete) = (format!("Rename {name}"), format!("Delete {name}"));
    let actions = move || {
        let saved = view.get_value();
        match state() {
            Some(false) => {
                let save = Callback::new(move |(name, shared)| doing.change.run((view.get_value(), name, shared)));
                view! { <ViewForm name=saved.name shared=saved.shared busy=doing.busy trouble=doing.trouble save=save cancel=close /> }
                .into_any()
            }
            Some(true) => view! {
                <span>"Delete it for good?"</span>
                <button type="button" class="button small" on:click=move |_| doing.delete.run(view.get_value())>"Delete"</button>
                <button type="button" class="button small" on:click=move |_| close.run(())>"Keep"</button>
                <Show when=move || doing.trouble.with(Option::is_some)>
                    <p class="field-error" role="alert">{move || doing.trouble.get()}</p>
                </Show>
            }
            .into_any(),
            None if own => view! {
                <button type="button" class="button small" aria-label=rename.clone() on:click=move |_| open(false)>"Rename"</button>
                <button type="button" class="button small" aria-label=delete.clone() on:click=move |_| open(true)>"Delete"</button>
            }
            .into_any(),
            None => ().into_any(),
        }
    };
    view! {
        <li>
            <span class="view">
                <a href=href><strong><Untrusted text=saved.name.clone() /></strong></a>
                <span class="mono"><Untrusted text=query.clone() /></span>
                <span class="about">{seen}{by}" · "{changed}</span>
            </span>
            {files}
            {actions}
        </li>
    }
    .into_any()
}
