#![doc = include_str!("../README.md")]

pub mod chain;
pub mod column;
pub mod counts;
pub mod coverage;
pub mod cursor;
pub mod detail;
pub mod event;
pub mod filter;
mod identity;
pub mod json;
mod me;
mod outcome;
pub mod page;
pub mod problem;
pub mod query;
pub mod record;
mod resource;
pub mod status;
pub mod summary;
pub mod time;

pub use chain::Chain;
pub use column::Column;
pub use counts::{Bucket, Count, Counted, Exactness, Facet, Facets, Histogram, Values};
pub use coverage::{Coverage, Gap};
pub use cursor::Cursor;
pub use detail::Detail;
pub use event::{Access, Category, Event, Identity, Outcome, Resource, Via};
pub use filter::Filter;
pub use me::Me;
pub use page::{Cost, Page};
pub use problem::Problem;
pub use query::{Query, Sort};
pub use record::Rejection;
pub use status::{NotCollected, Source, Status, Stream};
pub use summary::Summary;
pub use time::{Bound, Span, TimeRange, Timestamp};
