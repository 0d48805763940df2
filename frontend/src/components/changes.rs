//! What differs between the request parameters of two events.

use leptos::prelude::*;
use model::Change;
use model::difference::{MAX_CHANGES, diff};
use model::json::Json;

use crate::text::words;
use crate::ui::untrusted::{FOLD, Marked, Untrusted};

/// Where the two records' request parameters differ.
pub(crate) fn changes(before: &str, after: &str) -> Vec<Change> {
    let parameters = |record: &str| -> String {
        let json = Json::parse(record).ok();
        let found =
            json.and_then(|json| json.at("requestParameters").first().map(|found| found.text().to_owned()));
        found.unwrap_or_else(|| "null".to_owned())
    };
    diff(&parameters(before), &parameters(after))
}

/// `changes` as a table: the place, what was there, what is there.
#[component]
pub(crate) fn ChangeTable(changes: Vec<Change>) -> impl IntoView {
    if changes.is_empty() {
        return view! { <p class="hint">"Both asked for the same: nothing differs in the request parameters."</p> }
            .into_any();
    }
    let more = (changes.len() >= MAX_CHANGES)
        .then(|| view! { <p class="hint">"There are more differences: compare the two events."</p> });
    let rows: Vec<_> = changes.iter().map(row).collect();
    view! {
        <div class="wide" role="region" aria-label="What changed" tabindex="0">
            <table class="changes">
                <thead><tr><th scope="col">"Where"</th><th scope="col">"Before"</th><th scope="col">"After"</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {more}
    }
    .into_any()
}

fn row(change: &Change) -> AnyView {
    let absent = || view! { <td class="none">"absent"</td> }.into_any();
    let before = change.before.clone().map_or_else(absent, |text| {
        view! { <td><Marked parts=vec![(text, false)] limit=FOLD /></td> }.into_any()
    });
    let after = change.after.clone().map_or_else(absent, |text| {
        let parts = match &change.before {
            Some(before) => words::marked(before, &text),
            None => vec![(text, false)],
        };
        view! { <td><Marked parts=parts limit=FOLD /></td> }.into_any()
    });
    let path = if change.path.is_empty() { "(all)".to_owned() } else { change.path.clone() };
    view! { <tr><th scope="row" class="mono"><Untrusted text=path /></th>{before}{after}</tr> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::changes;

    #[test]
    fn only_the_request_parameters_count() {
        let record = |id: u8, policy: &str| {
            format!(
                r#"{{"eventID":"{id}","requestParameters":{{"bucketName":"b","bucketPolicy":{policy}}}}}"#
            )
        };
        let found = changes(&record(1, r#"{"Version":"1"}"#), &record(2, r#"{"Version":"2"}"#));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].path, "bucketPolicy.Version");
        assert_eq!((found[0].before.as_deref(), found[0].after.as_deref()), (Some("1"), Some("2")));
        assert!(changes(&record(1, "null"), &record(2, "null")).is_empty());
    }
}
