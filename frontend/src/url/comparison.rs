//! The address bar of a comparison.
//!
//! ```text
//! ids       two to five event ids, divided by commas, each percent-encoded by itself
//! ref       the id of the one that the others are held against    default: the first
//! diff      `all` for the fields that are equal too               default: those that differ
//! ```
//!
//! Whatever else stands there is the view of the list that it came from.

use percent_encoding::percent_decode_str;

/// How many events can stand side by side.
pub(crate) const EVENTS: std::ops::RangeInclusive<usize> = 2..=5;

/// Which events are compared, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Comparison {
    /// Each once.
    pub(crate) ids: Vec<String>,
    /// The place of the reference among them.
    pub(crate) reference: usize,
    /// Whether fields are shown that are equal.
    pub(crate) all: bool,
}

/// Reads a query string, with or without its `?`.
pub(crate) fn parse(search: &str) -> Comparison {
    let mut comparison = Comparison::default();
    let mut reference = String::new();
    for (name, value) in form_urlencoded::parse(search.trim_start_matches('?').as_bytes()) {
        match &*name {
            "ids" => {
                comparison.ids.clear();
                for id in value.split(',').filter(|id| !id.is_empty()) {
                    let id = percent_decode_str(id).decode_utf8_lossy().into_owned();
                    if !comparison.ids.contains(&id) {
                        comparison.ids.push(id);
                    }
                }
            }
            "ref" => reference = value.into_owned(),
            "diff" => comparison.all = value == "all",
            _ => {}
        }
    }
    comparison.reference = comparison.ids.iter().position(|id| *id == reference).unwrap_or(0);
    comparison
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paths;

    #[test]
    fn an_address_comes_back() {
        let ids = ["8f2c", "a,b", "c%2C+d&e"].map(str::to_owned).to_vec();
        let path = paths::comparison(&ids, Some("a,b"), true, "q=access%3Awrite");
        let search = path.split_once('?').unwrap().1;
        assert_eq!(parse(search), Comparison { ids, reference: 1, all: true });
        assert_eq!(crate::url::parse(search).view.to_string(), "q=access%3Awrite");
    }

    #[test]
    fn what_cannot_be_read_is_left_out() {
        assert_eq!(parse("ids=1,,2,1&ref=9&diff=some").ids, ["1", "2"]);
        assert_eq!(parse("?ids=1,2&ref=9").reference, 0);
        assert_eq!(parse(""), Comparison::default());
    }
}
