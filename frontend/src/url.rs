//! The address bar: all that the page shows, as one text.
//!
//! ```text
//! q from to sort size at    the query (see `model::query`): also the API's request line
//! tz                        utc (default), local, or a name such as Europe/Berlin
//! cols                      the columns of the table, in their order (see `model::column`)
//! sel                       the event open in the panel
//! live                      1: newer events are looked for, from the first page on
//! tab                       record (default), raw, request, identity, around or integrity
//! view                      the saved view that this is; what it says stands for what the address does not say
//! ```
//!
//! Parameters with other names are dropped. A value that cannot be read falls back to its default and is
//! named in a notice; a query that does not parse is kept as it was typed, to be mended.

pub(crate) mod comparison;
pub(crate) mod saved;

use std::fmt;

use model::column::{self, Column};
use model::filter::Term;
use model::{Bound, Filter, Problem, Query, Span, TimeRange};

use crate::text::PAGE_LOST;
use crate::text::moment::Zone;

/// The longest id of a saved view.
const MAX_VIEW_ID: usize = 32;

/// What the address bar says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct View {
    /// Which events.
    pub(crate) query: Query,
    /// The columns that the reader chose, [`Column::Event`] among them; empty for the usual ones.
    chosen: Vec<Column>,
    /// The event open in the panel.
    pub(crate) selected: Option<String>,
    /// What of the record is shown.
    pub(crate) tab: Tab,
    /// The zone that moments are shown in.
    pub(crate) zone: Zone,
    /// Newer events are looked for.
    pub(crate) live: bool,
    /// The id of the saved view that this is: no other question is, nor one that is frozen.
    pub(crate) saved: Option<String>,
}

/// The sections of an event's detail.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Tab {
    /// The record as a tree.
    #[default]
    Record,
    /// The record's bytes, in the same section.
    Raw,
    /// What was asked and answered.
    Request,
    /// Who, as the record has it.
    Identity,
    /// What else happened.
    Around,
    /// What speaks for the record being the one delivered.
    Integrity,
}

impl Tab {
    const ALL: [Tab; 6] = [Tab::Record, Tab::Raw, Tab::Request, Tab::Identity, Tab::Around, Tab::Integrity];

    /// The tab of that word; any other word is the default.
    pub(crate) fn named(word: &str) -> Tab {
        Tab::ALL.into_iter().find(|tab| tab.as_str() == word).unwrap_or_default()
    }

    /// The word in the URL.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Tab::Record => "record",
            Tab::Raw => "raw",
            Tab::Request => "request",
            Tab::Identity => "identity",
            Tab::Around => "around",
            Tab::Integrity => "integrity",
        }
    }
}

/// A query string, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Parsed {
    /// What could be read; the rest is as by default.
    pub(crate) view: View,
    /// The query as it was typed and why it is none.
    pub(crate) bad_query: Option<(String, Problem)>,
    /// What was ignored, each as a sentence.
    pub(crate) notices: Vec<String>,
    /// Whether there are parameters that are none of ours.
    pub(crate) foreign: bool,
}

/// Reads a query string, with or without its `?`.
pub(crate) fn parse(search: &str) -> Parsed {
    let mut parsed = Parsed::default();
    for (name, value) in form_urlencoded::parse(search.trim_start_matches('?').as_bytes()) {
        parsed.set(&name, &value);
    }
    parsed
}

impl Parsed {
    fn set(&mut self, name: &str, value: &str) {
        let view = &mut self.view;
        match (name, value) {
            ("tz", _) => match value.parse() {
                Ok(zone) => view.zone = zone,
                Err(()) => self.ignored(name, "This browser knows no such time zone"),
            },
            ("cols", _) => match column::read(value) {
                Ok(columns) => *view = view.with_columns(columns).of_saved(view.saved.take()),
                Err(problem) => self.ignored(name, &problem.message),
            },
            ("sel", "") => view.selected = None,
            ("sel", id) if id.len() <= model::event::MAX_EVENT_ID => view.selected = Some(id.to_owned()),
            ("sel", _) => self.ignored(name, "That is not an event ID"),
            ("live", word) => view.live = word == "1",
            ("view", "") => view.saved = None,
            ("view", id) if id.len() <= MAX_VIEW_ID => view.saved = Some(id.to_owned()),
            ("view", _) => self.ignored(name, "That is no saved view"),
            ("tab", word) => view.tab = Tab::named(word),
            ("q" | "from" | "to" | "sort" | "size" | "at", _) => self.set_query(name, value),
            _ => self.foreign = true,
        }
    }

    fn set_query(&mut self, name: &str, value: &str) {
        match self.view.query.set(name, value) {
            Ok(()) => {}
            Err(problem) if name == "q" => self.bad_query = Some((value.to_owned(), *problem)),
            Err(_) if name == "at" => self.notices.push(PAGE_LOST.into()),
            Err(problem) => self.ignored(name, &problem.message),
        }
    }

    fn ignored(&mut self, name: &str, reason: &str) {
        let instead = match name {
            "from" => "The range begins 24 hours ago",
            "to" => "The range ends now",
            "sort" => "The newest events come first",
            "size" => "A page has 50 rows",
            "tz" => "Times are in UTC",
            "cols" => "The columns are the usual ones",
            _ => "Nothing is shown for it",
        };
        self.notices.push(format!("Ignored in the address: {name}. {reason}. {instead}."));
    }

    /// The query as it stands in the address, whether it is one or not.
    pub(crate) fn query_text(&self) -> String {
        self.bad_query.as_ref().map_or_else(|| self.view.query.filter.to_string(), |(text, _)| text.clone())
    }

    /// Whether everything was understood.
    pub(crate) fn is_clean(&self) -> bool {
        self.bad_query.is_none() && self.notices.is_empty()
    }
}

impl View {
    /// This view with another filter: from its first page, with no event open.
    pub(crate) fn with_filter(&self, filter: Filter) -> View {
        self.with_query(Query { filter, ..self.query.clone() })
    }

    /// This view with one term more, and without its opposite. The event that is open stays so.
    pub(crate) fn pivoted(&self, term: Term) -> View {
        let filter = self.query.filter.without(&!term.clone()).with(term);
        self.with_filter(filter).selecting(self.selected.clone())
    }

    /// This view with another query: from its first page, with no event open.
    pub(crate) fn with_query(&self, query: Query) -> View {
        View { query: Query { at: None, ..query }, selected: None, saved: None, ..self.clone() }
    }

    /// This view with the moments that its range means, from the first page: a cursor is of its range as it
    /// was typed.
    pub(crate) fn frozen(&self, span: Span) -> View {
        let range = TimeRange { from: Bound::At(span.from), to: Bound::At(span.to) };
        let still = self.with_live(false);
        if matches!((self.query.range.from, self.query.range.to), (Bound::At(_), Bound::At(_))) {
            return still;
        }
        still.with_query(Query { range, ..self.query.clone() }).selecting(self.selected.clone())
    }

    /// This view at another page position.
    pub(crate) fn at(&self, cursor: Option<model::Cursor>) -> View {
        View { query: Query { at: cursor, ..self.query.clone() }, selected: None, ..self.clone() }
    }

    /// This view with an event open in the panel, or none.
    pub(crate) fn selecting(&self, selected: Option<String>) -> View {
        View { selected, ..self.clone() }
    }

    /// The columns of the table, in their order.
    pub(crate) fn columns(&self) -> &[Column] {
        if self.chosen.is_empty() { column::USUAL } else { &self.chosen }
    }

    /// This view with other columns. What happened is always among them: it is the link to the event.
    pub(crate) fn with_columns(&self, mut columns: Vec<Column>) -> View {
        if !columns.is_empty() && !columns.contains(&Column::Event) {
            columns.insert(0, Column::Event);
        }
        columns.truncate(column::MAX_COLUMNS);
        let chosen = if columns == column::USUAL { Vec::new() } else { columns };
        View { chosen, saved: None, ..self.clone() }
    }

    /// This view with one column more, unless it is there or there are as many as there may be.
    pub(crate) fn with_column(&self, column: Column) -> View {
        let mut columns = self.columns().to_vec();
        if !columns.contains(&column) && columns.len() < column::MAX_COLUMNS {
            columns.push(column);
        }
        self.with_columns(columns)
    }

    /// This view with another tab.
    pub(crate) fn with_tab(&self, tab: Tab) -> View {
        View { tab, ..self.clone() }
    }

    /// This view, looking for newer events or not.
    pub(crate) fn with_live(&self, live: bool) -> View {
        View { live, saved: None, ..self.clone() }
    }

    /// This view in another zone.
    pub(crate) fn with_zone(&self, zone: Zone) -> View {
        View { zone, saved: None, ..self.clone() }
    }
}

impl fmt::Display for View {
    /// The canonical query string: a fixed order, defaults left out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = form_urlencoded::Serializer::new(self.query.to_string());
        if self.zone != Zone::default() {
            text.append_pair("tz", self.zone.as_str());
        }
        if !self.chosen.is_empty() {
            text.append_pair("cols", &column::list(&self.chosen));
        }
        if let Some(id) = &self.selected {
            text.append_pair("sel", id);
        }
        if self.tab != Tab::default() {
            text.append_pair("tab", self.tab.as_str());
        }
        if self.live {
            text.append_pair("live", "1");
        }
        if let Some(id) = &self.saved {
            text.append_pair("view", id);
        }
        f.write_str(&text.finish())
    }
}

#[cfg(test)]
mod tests;
