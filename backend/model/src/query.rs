//! A question to the event history, and its one text form.
//!
//! The text is that of a URL's query string, so the address bar, the request line, the command line and
//! a test case are the same thing:
//!
//! ```text
//! q=…&from=…&to=…&sort=…&size=…&at=…
//! q     a filter (see `filter`)                  default: empty
//! from  a bound of time (see `time`)             default: -24h
//! to    a bound of time                          default: now
//! sort  "-time" (newest first) / "time"          default: -time
//! size  1 ..= 100 rows                           default: 50
//! at    a cursor                                 default: the first page
//! ```
//!
//! Defaults are left out of the text. Parameters with other names are ignored: they belong to the view.

use std::fmt;
use std::str::FromStr;

use crate::cursor::Cursor;
use crate::filter::Filter;
use crate::problem::Problem;
use crate::time::{Bound, TimeRange};

/// Rows on a page when the query doesn't say.
pub const DEFAULT_SIZE: u16 = 50;
/// The most rows on a page.
pub const MAX_SIZE: u16 = 100;
/// The longest query string accepted, in bytes.
pub const MAX_QUERY_STRING: usize = 16 * 1024;

/// Which events, of which time, in which order, and which page of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// Which events.
    pub filter: Filter,
    /// Of which time.
    pub range: TimeRange,
    /// In which order.
    pub sort: Sort,
    /// Rows on a page, 1 ..= [`MAX_SIZE`].
    pub size: u16,
    /// Which page; `None` is the first.
    pub at: Option<Cursor>,
}

/// The order of an answer: by time, and by event id where times are equal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// `-time`
    #[default]
    NewestFirst,
    /// `time`
    OldestFirst,
}

impl Sort {
    /// The text form.
    pub fn as_str(self) -> &'static str {
        match self {
            Sort::NewestFirst => "-time",
            Sort::OldestFirst => "time",
        }
    }
}

impl Default for Query {
    fn default() -> Query {
        Query {
            filter: Filter::default(),
            range: TimeRange::default(),
            sort: Sort::default(),
            size: DEFAULT_SIZE,
            at: None,
        }
    }
}

impl FromStr for Query {
    type Err = Box<Problem>;

    /// From a query string without its `?`. A parameter given twice counts the last time.
    fn from_str(text: &str) -> Result<Query, Box<Problem>> {
        if text.len() > MAX_QUERY_STRING {
            let message =
                format!("the query string is longer than {MAX_QUERY_STRING} bytes; shorten the query");
            return Err(problem("tooLong", message, "q"));
        }
        let mut query = Query::default();
        for (name, value) in form_urlencoded::parse(text.as_bytes()) {
            query.set(&name, &value)?;
        }
        Ok(query)
    }
}

impl Query {
    /// Sets the parameter `name` from its text. Names that are not a query's are ignored; an empty
    /// value is the default.
    pub fn set(&mut self, name: &str, value: &str) -> Result<(), Box<Problem>> {
        let default = Query::default();
        let bound = |name: &str, fallback: Bound| match value {
            "" => Ok(fallback),
            text => text.parse().map_err(|e: crate::time::TimeError| problem("badTime", e.to_string(), name)),
        };
        match name {
            "q" => {
                self.filter = value.parse().map_err(|e: crate::filter::ParseError| Box::new(e.problem()))?
            }
            "from" => self.range.from = bound(name, default.range.from)?,
            "to" => self.range.to = bound(name, default.range.to)?,
            "sort" => {
                self.sort = match value {
                    "" | "-time" => Sort::NewestFirst,
                    "time" => Sort::OldestFirst,
                    _ => {
                        return Err(problem(
                            "badSort",
                            "sort is `-time` (newest first) or `time`".into(),
                            name,
                        ));
                    }
                }
            }
            "size" => {
                self.size = match (value, value.parse()) {
                    ("", _) => DEFAULT_SIZE,
                    (_, Ok(size)) if (1..=MAX_SIZE).contains(&size) => size,
                    _ => {
                        return Err(problem(
                            "badSize",
                            format!("size is a number from 1 to {MAX_SIZE}"),
                            name,
                        ));
                    }
                }
            }
            "at" => {
                self.at = match value {
                    "" => None,
                    text => Some(text.parse().map_err(|e: crate::cursor::CursorError| {
                        problem("badCursor", e.to_string(), name)
                    })?),
                }
            }
            _ => {}
        }
        Ok(())
    }
}

impl fmt::Display for Query {
    /// The canonical query string: parameters in a fixed order, defaults left out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let default = Query::default();
        let mut text = form_urlencoded::Serializer::new(String::new());
        let mut pair = |name: &str, value: String, is_default: bool| {
            if !is_default {
                text.append_pair(name, &value);
            }
        };
        pair("q", self.filter.to_string(), self.filter.is_empty());
        pair("from", self.range.from.to_string(), self.range.from == default.range.from);
        pair("to", self.range.to.to_string(), self.range.to == default.range.to);
        pair("sort", self.sort.as_str().to_owned(), self.sort == default.sort);
        pair("size", self.size.to_string(), self.size == default.size);
        pair("at", self.at.as_ref().map(Cursor::to_string).unwrap_or_default(), self.at.is_none());
        f.write_str(&text.finish())
    }
}

fn problem(code: &str, message: String, parameter: &str) -> Box<Problem> {
    let parameter = Some(parameter.to_owned());
    Box::new(Problem { code: code.to_owned(), message, parameter, place: None, did_you_mean: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, canonical: &str) {
        let query: Query = text.parse().unwrap_or_else(|e| panic!("{text}: {e:?}"));
        assert_eq!(query.to_string(), canonical, "{text}");
        assert_eq!(query.to_string().parse(), Ok(query), "{text}");
    }

    #[test]
    fn one_text_form() {
        check("", "");
        check("q=&from=&to=&sort=&size=&at=", "");
        check("from=-24h&to=now&sort=-time&size=50", "");
        check("size=100&q=event%3ADeleteDBInstance", "q=event%3ADeleteDBInstance&size=100");
        check("q=access:write+region:us-west-2", "q=access%3Awrite+region%3Aus-west-2");
        check(
            "from=2026-11-22&to=-1h&sort=time&at=AAAA",
            "from=2026-11-22T00%3A00%3A00Z&to=-1h&sort=time&at=AAAA",
        );
        check("sel=abc&tab=record&tz=local&size=25", "size=25");
    }

    #[test]
    fn what_is_wrong_names_its_parameter() {
        for (text, parameter) in [
            ("from=yesterday", "from"),
            ("to=-1y", "to"),
            ("sort=name", "sort"),
            ("size=0", "size"),
            ("size=101", "size"),
            ("at=no%20cursor", "at"),
            ("q=nosuchkey:1", "q"),
        ] {
            let problem = text.parse::<Query>().unwrap_err();
            assert_eq!(problem.parameter.as_deref(), Some(parameter), "{text}: {problem:?}");
        }
    }
}
