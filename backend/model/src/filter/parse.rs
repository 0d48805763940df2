//! Text to filter.

use super::{Filter, ParseError};

impl std::str::FromStr for Filter {
    type Err = ParseError;

    fn from_str(_text: &str) -> Result<Filter, ParseError> {
        Ok(Filter::default())
    }
}
