//! What the pages are made of. A component gets values and gives links or callbacks: it never asks the
//! API and never reads the address bar.

pub(crate) mod account;
pub(crate) mod around;
pub(crate) mod chips;
mod copy_menu;
pub(crate) mod download;
mod embedded;
pub(crate) mod empty;
pub(crate) mod event_detail;
pub(crate) mod event_row;
pub(crate) mod event_table;
pub(crate) mod facts;
pub(crate) mod header;
mod integrity;
pub(crate) mod key_sheet;
pub(crate) mod known_values;
pub(crate) mod notice;
pub(crate) mod offer_list;
pub(crate) mod offers;
pub(crate) mod paging;
pub(crate) mod pivot;
pub(crate) mod query_bar;
pub(crate) mod query_error;
pub(crate) mod query_field;
pub(crate) mod raw_record;
pub(crate) mod record_tree;
pub(crate) mod resources;
pub(crate) mod session_ended;
mod telling;
pub(crate) mod time_absolute;
pub(crate) mod time_range;
pub(crate) mod tree;
mod tree_keys;
mod tree_search;
mod tree_state;
pub(crate) mod zone_picker;
