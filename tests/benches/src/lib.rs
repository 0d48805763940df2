#![doc = include_str!("../README.md")]

mod counts;
mod pages;
mod stored;
mod table;
mod writes;

pub use counts::{CountCost, Rolling, counts, roll};
pub use pages::{Combination, PageCost, combined, one_filter, unfiltered};
pub use stored::Stored;
pub use table::{Table, load, load_corpus};
pub use writes::Writes;
