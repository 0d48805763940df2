//! A page is: the address bar, an answer that follows it, a view of both.

pub(crate) mod address;
mod around;
pub(crate) mod compare;
pub(crate) mod event;
pub(crate) mod events;
pub(crate) mod facets;
pub(crate) mod frame;
pub(crate) mod insight;
pub(crate) mod keys;
pub(crate) mod later;
pub(crate) mod live;
pub(crate) mod marked;
pub(crate) mod not_found;
pub(crate) mod nothing;
pub(crate) mod panel;
pub(crate) mod results;
pub(crate) mod seen;
pub(crate) mod selection;
pub(crate) mod share;
pub(crate) mod suggest;
pub(crate) mod trouble;
