#![doc = include_str!("../README.md")]

mod counts;
mod pages;
mod starts;
mod stored;
mod table;
mod writes;

pub use counts::{CountCost, Rolling, counts, roll};
pub use pages::{Combination, PageCost, combined, one_filter, unfiltered};
pub use starts::{Start, by_counts};
pub use stored::Stored;
pub use table::{Table, load, load_corpus};
pub use writes::Writes;
