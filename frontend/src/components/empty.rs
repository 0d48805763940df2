//! No rows: why that may be, and what to do.

use leptos::prelude::*;

/// Nothing was ever stored: what to run, or, where events come by themselves, that they will.
#[component]
pub(crate) fn NoData(hosted: bool) -> impl IntoView {
    let advice = if hosted {
        view! {
            <p>
                "CloudTrail delivers what happens in the account within some minutes, and this page is filled by \
                 that. Search again in a quarter of an hour; if there is nothing then, whoever runs this console \
                 should look at its alarms."
            </p>
        }
        .into_any()
    } else {
        view! {
            <p>"Nothing has been imported into this table. On the machine that serves this page, run"</p>
            <pre tabindex="0"><code>"whodunit import PATH"</code></pre>
            <p>
                "with a CloudTrail log file, or a folder of them as S3 delivers them ("
                <code>"AWSLogs/…/CloudTrail/…"</code> "), then search again."
            </p>
        }
        .into_any()
    };
    view! {
        <div class="notice">
            <h2>"No events yet"</h2>
            {advice}
        </div>
    }
    .into_any()
}

/// Something is stored, but nothing matches: the tokens that can be removed, and wider ranges, each as
/// (words, link). `range` is the range in words.
#[component]
pub(crate) fn NoMatch(
    range: String,
    without: Vec<(String, String)>,
    wider: Vec<(&'static str, String)>,
) -> impl IntoView {
    let removals = (!without.is_empty()).then(|| {
        let links = without.into_iter().map(|(term, href)| {
            view! { <li><a class="button" href=href>"Without " <bdi dir="ltr">{term}</bdi></a></li> }
        });
        view! { <p>"Ask for less:"</p> <ul class="ways">{links.collect_view()}</ul> }
    });
    let widenings = (!wider.is_empty()).then(|| {
        let links = wider.into_iter().map(|(label, href)| {
            view! { <li><a class="button" href=href>{label}</a></li> }
        });
        view! { <p>"Look further back:"</p> <ul class="ways">{links.collect_view()}</ul> }
    });
    view! {
        <div class="notice">
            <h2>"No events match"</h2>
            <p>{format!("Time range: {range}.")}</p>
            {removals}
            {widenings}
        </div>
    }
    .into_any()
}

/// The read budget ended before the range did: how far the search came, and the way on.
#[component]
pub(crate) fn Partial(sentence: String, on: Option<String>) -> impl IntoView {
    let link = on.map(|href| view! { " " <a href=href>"Continue"</a> });
    view! { <p class="partial">{sentence}{link}</p> }.into_any()
}
