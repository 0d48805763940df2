//! What the pages are made of. A component gets values and gives links or callbacks: it never asks the
//! API and never reads the address bar.

pub(crate) mod account;
pub(crate) mod chips;
pub(crate) mod download;
pub(crate) mod empty;
pub(crate) mod event_detail;
pub(crate) mod event_row;
pub(crate) mod event_table;
pub(crate) mod facts;
pub(crate) mod header;
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
pub(crate) mod time_absolute;
pub(crate) mod time_range;
pub(crate) mod tree;
pub(crate) mod zone_picker;
