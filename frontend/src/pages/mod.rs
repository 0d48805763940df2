//! A page is: the address bar, an answer that follows it, a view of both.

pub(crate) mod about;
pub(crate) mod address;
mod around;
mod asked;
mod behind;
pub(crate) mod compare;
pub(crate) mod coverage;
pub(crate) mod event;
pub(crate) mod events;
pub(crate) mod frame;
mod identities;
mod identity;

pub(crate) mod keys;
pub(crate) mod later;
pub(crate) mod marked;
pub(crate) mod not_found;
pub(crate) mod nothing;
pub(crate) mod panel;
mod resource;
mod resources;
pub(crate) mod results;
pub(crate) mod seen;
pub(crate) mod selection;
pub(crate) mod share;
mod status;
pub(crate) mod trouble;
mod views;
