//! The address bar of the page: what it says, and how it is changed.

use leptos::prelude::*;

use crate::paths;
use crate::text::moment::Zone;
use crate::ui::location::Location;
pub(crate) use crate::ui::location::Step;
use crate::ui::react::memo;
use crate::url::{Parsed, View, parse};

/// The address bar.
#[derive(Clone, Copy)]
pub(crate) struct Address {
    /// What it says, with what of it could not be read.
    pub(crate) parsed: Memo<Parsed>,
    /// What of it could be read.
    pub(crate) view: Signal<View>,
    /// The zone that moments are shown in.
    pub(crate) zone: Memo<Zone>,
    location: Location,
}

impl Address {
    /// Of the page that is being made. Once the path leads to another kind of page, it stays as it was.
    pub(crate) fn of_page() -> Address {
        let mine = Location::of_page().place().with_untracked(|place| paths::page(&place.path).kind());
        Address::while_(move |path| paths::page(path).kind() == mine)
    }

    /// Of whatever page is shown.
    pub(crate) fn of_frame() -> Address {
        Address::while_(|_| true)
    }

    fn while_(mine: impl Fn(&str) -> bool + Send + Sync + 'static) -> Address {
        let location = Location::of_page();
        let place = location.place();
        let parsed = Memo::new(move |before: Option<&Parsed>| {
            place.with(|place| match before {
                Some(before) if !mine(&place.path) => before.clone(),
                _ => parse(&place.search),
            })
        });
        Address {
            parsed,
            view: Signal::derive(move || parsed.with(|parsed| parsed.view.clone())),
            zone: memo(move || parsed.with(|parsed| parsed.view.zone)),
            location,
        }
    }

    /// Goes to a path of [`paths`].
    pub(crate) fn go(self, path: &str, step: Step) {
        self.location.go(path, step);
    }

    /// Shows `view` in the event history.
    pub(crate) fn show(self, view: &View, step: Step) {
        self.go(&paths::events(&view.to_string()), step);
    }
}

/// The address of `path` as somebody else can open it.
pub(crate) fn absolute(path: &str) -> String {
    format!("{}{path}", window().location().origin().unwrap_or_default())
}
