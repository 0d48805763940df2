//! The address bar of the page: what it says, and how it is changed.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};

use crate::paths;
use crate::text::moment::Zone;
use crate::url::{Parsed, View, parse};

/// What a change of the address leaves behind in the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// An entry: Back leads here again.
    Push,
    /// Nothing: Back leads to what was before.
    Replace,
}

/// The address bar.
#[derive(Clone, Copy)]
pub(crate) struct Address {
    /// What it says, with what of it could not be read.
    pub(crate) parsed: Memo<Parsed>,
    /// What of it could be read.
    pub(crate) view: Signal<View>,
    /// The zone that moments are shown in.
    pub(crate) zone: Memo<Zone>,
    navigate: StoredValue<Box<dyn Fn(String, Step)>, LocalStorage>,
}

impl Address {
    /// Of the page that is being made.
    pub(crate) fn of_page() -> Address {
        let search = use_location().search;
        let parsed = Memo::new(move |_| parse(&search.get()));
        let navigate = use_navigate();
        let go = move |path: String, step| {
            let options =
                NavigateOptions { replace: step == Step::Replace, scroll: false, ..Default::default() };
            navigate(&path, options);
        };
        Address {
            parsed,
            view: Signal::derive(move || parsed.with(|parsed| parsed.view.clone())),
            zone: Memo::new(move |_| parsed.with(|parsed| parsed.view.zone)),
            navigate: StoredValue::new_local(Box::new(go)),
        }
    }

    /// Goes to a path of [`paths`].
    pub(crate) fn go(self, path: String, step: Step) {
        self.navigate.with_value(|navigate| navigate(path, step));
    }

    /// Shows `view` in the event history.
    pub(crate) fn show(self, view: &View, step: Step) {
        self.go(paths::events(&view.to_string()), step);
    }
}

/// The address of `path` as somebody else can open it.
pub(crate) fn absolute(path: &str) -> String {
    format!("{}{path}", window().location().origin().unwrap_or_default())
}
