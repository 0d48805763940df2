//! What is around every page: the header, what has to be known wherever one is, the keys that work
//! everywhere, and the focus, which goes to the heading of each new page.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use model::Me;

use super::address::{Address, Step};
use super::keys::{self, ALWAYS, KEYS, Shortcut};
use crate::client::{self, Session};
use crate::components::account::{Account, Reader};
use crate::components::header::Header;
use crate::components::key_sheet::{Group, KeySheet};
use crate::components::notice::Banner;
use crate::paths;
use crate::text::zone::Zone;
use crate::ui::focus::focus;
use crate::ui::location::Location;
use crate::ui::online::online;
use crate::ui::preferences::Preferences;
use crate::ui::react::{effect, memo};

/// How long the first rows have before the page asks who reads.
const SOON: Duration = Duration::from_secs(2);

/// The header, the banners and the sheet of keys. `outdated`: the server gives a newer console.
#[component]
pub(crate) fn Frame(outdated: RwSignal<bool>) -> impl IntoView {
    let address = Address::of_frame();
    let place = Location::of_page().place();
    let path = memo(move || place.with(|place| place.path.clone()));
    let view = address.view;
    let zone = Signal::from(address.zone);
    let choose_zone = Callback::new(move |zone: Zone| {
        let view = view.get_untracked().with_zone(zone).to_string();
        address.go(&paths::here(&path.get_untracked(), &view), Step::Push);
    });
    // To the heading of each new page.
    Effect::new(move |before: Option<String>| {
        let path = path.get();
        // The first page is announced by the browser; `/` only leads to another.
        if before.is_some_and(|before| before != path && before != "/") {
            focus("h1");
        }
        path
    });
    let here = memo(move || path.with(|path| paths::page(path).section()));
    let sheet = RwSignal::new(false);
    let preferences = Preferences::of_page();
    keys::listen(move |shortcut| {
        match shortcut {
            Shortcut::Sheet => sheet.set(true),
            Shortcut::Go(path) => address.go(path, Step::Push),
            Shortcut::Zone => choose_zone.run(address.zone.get_untracked().other()),
            Shortcut::Density => preferences.update(|liked| liked.compact = !liked.compact),
            Shortcut::Wrap => preferences.update(|liked| liked.wrap = !liked.wrap),
            _ => return false,
        }
        true
    });
    let online = online();
    let offline = Signal::derive(move || !online.get());
    let reload = Callback::new(|()| _ = window().location().reload());
    view! {
        <Header
            zone=zone
            choose_zone=choose_zone
            here=here.into()
            show_keys=Callback::new(move |()| sheet.set(true))
        >
            <Reading />
        </Header>
        <Banner shown=offline words="You are offline. What is shown stays; nothing new can be asked." />
        <Banner shown=outdated.into() words="A new version is available." action=("Reload", reload) />
        <KeySheet open=sheet groups=groups() />
    }
    .into_any()
}

/// What is on the sheet.
fn groups() -> Vec<Group> {
    let words = |keys: &[(&'static str, &'static str, Shortcut)]| {
        keys.iter().map(|(key, words, _)| (*key, *words)).collect()
    };
    let single = KEYS.iter().map(|(name, keys)| (*name, words(keys)));
    single.chain([("Always", ALWAYS.to_vec())]).collect()
}

/// Who reads, where that matters.
#[component]
fn Reading() -> impl IntoView {
    let session = Session::of_page();
    // After the first rows, for nobody waits for their own name; or soon, where there are none to come.
    let soon = RwSignal::new(false);
    set_timeout(move || _ = soon.try_set(true), SOON);
    let answered = memo(move || session.answered.get() || session.not_allowed.get() || soon.get());
    let asked = client::follow::<Me>(move || answered.get().then(|| paths::API_ME.to_owned()));
    effect(move || {
        asked.value.with(|me| {
            if let Some(Ok(me)) = me {
                session.me.set(Some(Me::clone(me)));
            }
        });
    });
    let reader = memo(move || match session.me.get() {
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
