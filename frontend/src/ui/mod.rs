//! Elements of the page that know nothing of events: only leptos and the browser.

pub(crate) mod announce;
pub(crate) mod badge;
pub(crate) mod clipboard;
pub(crate) mod copy;
pub(crate) mod dialog;
pub(crate) mod focus;
pub(crate) mod hash;
pub(crate) mod icon;
pub(crate) mod inline;
pub(crate) mod intl;
pub(crate) mod location;
pub(crate) mod marks;
pub(crate) mod online;
pub(crate) mod popover;
pub(crate) mod preferences;
pub(crate) mod react;
pub(crate) mod recent;
pub(crate) mod splitter;
pub(crate) mod tabs;
pub(crate) mod theme;
pub(crate) mod untrusted;
pub(crate) mod visible;
pub(crate) mod width;
