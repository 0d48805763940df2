//! The address that names a saved view (`view=`).
//!
//! Where it says nothing the view does. Once both are put together it says all of it, so that whoever reads it knows;
//! and who asks for anything else has left the view.

use super::{Parsed, Tab, View, parse};

/// Reads the query string `search` of an address that names the saved view `id`, whose own is `kept`: what the
/// address says stands over what the view says. It is that view as long as both ask for the same.
pub(crate) fn parse_saved(kept: &str, search: &str, id: &str) -> Parsed {
    let kept = parse(kept).view.kept();
    let mut parsed = parse(&format!("{kept}&{}", search.trim_start_matches('?')));
    parsed.view.saved = (parsed.view.kept() == kept).then(|| id.to_owned());
    parsed
}

impl View {
    /// This view as what is kept under a name, and as what is asked: without place, event and name.
    pub(crate) fn kept(&self) -> View {
        View { saved: None, tab: Tab::default(), ..self.at(None) }
    }

    /// This view as the saved one of that id, or as none.
    pub(crate) fn of_saved(self, saved: Option<String>) -> View {
        View { saved, ..self }
    }
}

#[cfg(test)]
mod tests {
    use model::{Column, Filter, TimeRange};

    use super::*;
    use crate::text::moment::Zone;

    #[test]
    fn a_saved_view_stands_for_what_the_address_does_not_say() {
        let read = |search: &str| {
            let parsed = parse_saved("q=outcome:denied&from=-7d&cols=event,who&sel=1&tab=raw", search, "0a");
            assert!(parsed.is_clean(), "{parsed:?}");
            parsed.view.to_string()
        };
        let kept = "q=outcome%3Adenied&from=-7d&cols=event%2Cwho";
        assert_eq!(read("?view=0a"), format!("{kept}&view=0a"));
        assert_eq!(read(&format!("{kept}&view=0a")), format!("{kept}&view=0a"));
        assert_eq!(
            read("view=0a&sel=2&tab=around&at=AAAA"),
            "q=outcome%3Adenied&from=-7d&at=AAAA&cols=event%2Cwho&sel=2&tab=around&view=0a"
        );
        // Another question is no longer that view, and says all of itself.
        assert_eq!(read("view=0a&from=-1h"), "q=outcome%3Adenied&from=-1h&cols=event%2Cwho");
        assert_eq!(read("view=0a&from=-24h&live=1"), "q=outcome%3Adenied&cols=event%2Cwho&live=1");
    }

    #[test]
    fn what_is_asked_otherwise_is_no_longer_the_saved_view() {
        let view = parse("q=a&from=-7d&view=0a&sel=1").view;
        let saved = |view: &View| view.saved.is_some();
        assert!(saved(&view.at(None)) && saved(&view.selecting(None)) && saved(&view.with_tab(Tab::Raw)));
        let span = TimeRange::default().resolve("2026-11-22T14:00:00Z".parse().unwrap()).unwrap();
        for other in [
            view.with_filter(Filter::default()),
            view.with_columns(vec![Column::Event]),
            view.with_live(true),
            view.with_zone(Zone::Local),
            view.frozen(span),
            view.kept(),
        ] {
            assert!(!saved(&other), "{other}");
        }
    }
}
