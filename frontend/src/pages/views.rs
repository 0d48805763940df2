//! The saved views: addresses of the event history under a name. `?save=` and a query string asks to save one.

use leptos::prelude::*;
use leptos::task::spawn_local;
use model::column::USUAL;
use model::view::{Draft, Views};
use model::{Me, SavedView};

use super::address::{Address, Step};
use super::asked::{Asked, asked};
use super::trouble::trouble;
use crate::client::{self, Failure, Method, Session};
use crate::components::download::FORMATS;
use crate::components::saved_views::{Doing, Listed, SavedViews};
use crate::components::view_form::ViewForm;
use crate::paths;
use crate::text::PRODUCT;
use crate::ui::announce::announcer;
use crate::ui::focus::focus;
use crate::ui::location::Location;
use crate::ui::react::memo;
use crate::ui::untrusted::Untrusted;
use crate::url::{View, parse};

/// The page at `/views`.
#[component]
pub(crate) fn ViewsPage() -> impl IntoView {
    document().set_title(&format!("Saved views · {PRODUCT}"));
    let address = Address::of_page();
    let zone = address.zone;
    let answer = client::follow::<Views>(|| Some(paths::API_VIEWS.to_owned()));
    let place = Location::of_page().place();
    let saving =
        memo(move || place.with(|place| paths::to_save(&place.search)).map(|query| read(&query).to_string()));
    let (busy, trouble, open) = (RwSignal::new(false), RwSignal::new(None), RwSignal::new(None));
    let (session, announcer) = (Session::of_page(), announcer());
    let send = move |method: Method, path: String, draft: Option<Draft>, said: &'static str| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        trouble.set(None);
        spawn_local(async move {
            let body = draft.and_then(|draft| serde_json::to_string(&draft).ok());
            let result = session.change(method, &path, body.as_deref()).await;
            let _ = busy.try_set(false);
            match result {
                None => {}
                Some(Ok(_)) => {
                    let _ = open.try_set(None);
                    announcer.say(said.to_owned());
                    if method == Method::Post {
                        address.go(paths::VIEWS, Step::Replace);
                    }
                    focus("h1");
                    answer.retry();
                }
                Some(Err(failure)) => _ = trouble.try_set(Some(why(&failure))),
            }
        });
    };
    let save = Callback::new(move |(name, shared)| {
        let url = saving.get_untracked().unwrap_or_default();
        let draft = Draft { name, url, shared, seen: None };
        send(Method::Post, paths::API_VIEWS.to_owned(), Some(draft), "View saved.");
    });
    let change = Callback::new(move |(view, name, shared): (SavedView, String, bool)| {
        let draft = Draft { name, url: view.url, shared, seen: Some(view.updated) };
        send(Method::Put, paths::api_view(&view.id, None), Some(draft), "View changed.");
    });
    let delete = Callback::new(move |view: SavedView| {
        send(Method::Delete, paths::api_view(&view.id, Some(view.updated)), None, "View deleted.");
    });
    let cancel = Callback::new(move |()| {
        let back = saving.get_untracked().unwrap_or_default();
        address.go(&paths::events(&back), Step::Push);
    });
    // A link renews no session: it has to be good before it is followed.
    let asked_for_links = RwSignal::new(0_u32);
    let renew = Callback::new(move |()| asked_for_links.update(|n| *n += 1));
    client::follow::<Me>(move || (asked_for_links.get() > 0).then(|| paths::API_ME.to_owned()));
    let doing = Doing { change, delete, busy, trouble, open };
    let shown = asked(answer, "Looking what was saved …", move |views: std::sync::Arc<Views>| {
        let more = views.more.then(|| view! { <p class="hint">"There are more than are listed."</p> });
        match views.views.is_empty() {
            true => view! {
                <p>"None yet. A search is saved by “Save view” in the " <a href=paths::HOME>"event history"</a> "."</p>
            }
            .into_any(),
            false => view! {
                <SavedViews views=views.views.iter().map(listed).collect() zone=zone.get() doing=doing renew=renew />
                {more}
            }
            .into_any(),
        }
    });
    let form = move || {
        saving.get().map(|query| {
            view! {
                <section aria-labelledby="save-view">
                    <h2 id="save-view">"Save this view"</h2>
                    <p class="mono"><Untrusted text=query /></p>
                    <ViewForm name=String::new() shared=false busy=busy trouble=trouble save=save cancel=cancel />
                </section>
            }
        })
    };
    view! {
        <Asked busy=answer.busy title="Saved views">
            {form}
            {shown}
        </Asked>
    }
    .into_any()
}

/// What was saved, as this page understands it: what others saved is none of ours until it has been read.
fn read(query: &str) -> View {
    parse(query).view.kept()
}

/// A saved view with where it leads. Its files have its columns, if it has some of its own.
fn listed(saved: &SavedView) -> Listed {
    let view = read(&saved.url);
    let own = if view.columns() == USUAL { &[] } else { view.columns() };
    let file = |(format, form)| (form, paths::api_download(format, &view.query, own, true));
    let files = FORMATS.map(file).to_vec();
    let query = view.to_string();
    let href = paths::events(&view.clone().of_saved(Some(saved.id.clone())).to_string());
    Listed { view: saved.clone(), query, href, files }
}

fn why(failure: &Failure) -> String {
    let trouble = trouble(failure);
    format!("{}. {}", trouble.title, trouble.message)
}
