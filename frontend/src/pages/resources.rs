//! What is acted on: what was changed lately, and a field for the name, id or ARN of anything.
//!
//! Names of resources are too many to be counted; the latest writes are one page of the history.

use std::sync::Arc;

use leptos::prelude::*;
use model::{Page, Summary};

use super::address::Address;
use super::asked::{Asked, Overview, asked};
use crate::client;
use crate::components::event_row::AccessMark;
use crate::paths;
use crate::text::{moment, moment::Zone};
use crate::ui::untrusted::Untrusted;

/// The page at `/resources`.
#[component]
pub(crate) fn ResourcesPage() -> impl IntoView {
    document().set_title(&format!("Resources · {}", crate::text::PRODUCT));
    let zone = Address::of_page().zone;
    let answer = client::follow::<Page>(|| Some(paths::api_changed()));
    let shown =
        asked(answer, "Looking what was changed …", move |page: Arc<Page>| changed(&page.rows, zone.get()));
    view! {
        <Asked busy=answer.busy title="Resources">
            <Overview
                label="Name, id or ARN"
                hint="All names of one thing lead to the same history."
                lead=paths::resource
            />
            {shown}
        </Asked>
    }
    .into_any()
}

/// Each resource once, with its latest write.
fn latest(rows: &[Summary]) -> Vec<(&Summary, &str)> {
    let mut found: Vec<(&Summary, &str)> = Vec::new();
    for row in rows {
        if let Some(name) =
            row.resource_name.as_deref().filter(|name| found.iter().all(|(_, other)| other != name))
        {
            found.push((row, name));
        }
    }
    found
}

fn changed(rows: &[Summary], zone: Zone) -> AnyView {
    let line = |(row, name): &(&Summary, &str)| {
        let who = row.user_name.clone().map(|who| view! { <Untrusted text=who identity=true /> });
        view! {
            <tr>
                <th scope="row"><a href=paths::resource(name)><Untrusted text=*name /></a></th>
                <td><AccessMark access=row.access /> <Untrusted text=row.name.clone() /></td>
                <td>{who}</td>
                <td><time class="mono" datetime=row.time.to_string()>{moment::short(row.time, zone.offset(row.time))}</time></td>
            </tr>
        }
        .into_any()
    };
    let lines: Vec<_> = latest(rows).iter().map(line).collect();
    if lines.is_empty() {
        return view! { <p>"Nothing was changed in the last 7 days. What is older is found by its name."</p> }.into_any();
    }
    view! {
        <div class="wide" role="region" aria-label="Changed lately" tabindex="0">
            <table>
                <caption>{format!("Changed lately: named by the last {} writes that worked", rows.len())}</caption>
                <thead>
                    <tr>
                        <th scope="col">"Resource"</th>
                        <th scope="col">"By"</th>
                        <th scope="col">"Who"</th>
                        <th scope="col">"When"</th>
                    </tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_resource_stands_once_with_its_latest_write() {
        let row = |(id, name): (&str, Option<&str>)| -> Summary {
            let row = serde_json::json!({ "eventID": id, "eventTime": "2026-11-22T14:00:00Z", "eventName": "A",
                "eventSource": "s3.amazonaws.com", "category": "management", "access": "write", "outcome": "ok",
                "resourceName": name });
            serde_json::from_value(row).unwrap()
        };
        let rows = [("1", Some("a")), ("2", None), ("3", Some("b")), ("4", Some("a"))].map(row);
        let found: Vec<_> = latest(&rows).iter().map(|(row, name)| (row.id.as_str(), *name)).collect();
        assert_eq!(found, [("1", "a"), ("3", "b")]);
    }
}
