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

/// Links out of an empty answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Ways {
    /// The terms that can be removed, in words, each with the query that is left.
    pub(crate) without: Vec<(String, String)>,
    /// The same query of every category, where only management events were searched.
    pub(crate) every: Option<String>,
    /// Longer ranges.
    pub(crate) wider: Vec<(&'static str, String)>,
}

/// Something is stored, but nothing matches: what can be asked instead. `range` is the range in words; `found`
/// says how many events there are without each term, and `meant` are words that are like those asked for.
#[component]
pub(crate) fn NoMatch(
    range: String,
    ways: Ways,
    found: Vec<Signal<String>>,
    meant: Signal<Vec<(String, String)>>,
) -> impl IntoView {
    let mut found = found.into_iter();
    let without: Vec<AnyView> = ways
        .without
        .into_iter()
        .map(|(term, href)| {
            let found = found.next().map(|found| view! { <b>{found}</b> });
            view! { <li><a class="button" href=href><bdi dir="ltr">{format!("Without {term}")}</bdi> " " {found}</a></li> }
                .into_any()
        })
        .collect();
    let without = (!without.is_empty()).then(|| {
        view! { <p>"Ask for less:"</p> <ul class="ways">{without}</ul> }
    });
    let every = ways.every.into_iter().map(|href| ("Search every category".to_owned(), href)).collect();
    let wider = ways.wider.into_iter().map(|(label, href)| (label.to_owned(), href)).collect();
    view! {
        <div class="notice">
            <h2>"No events match"</h2>
            <p>{format!("Time range: {range}.")}</p>
            {move || links("Did you mean:", meant.get())}
            {without}
            {links("Only management events were searched:", every)}
            {links("Look further back:", wider)}
        </div>
    }
    .into_any()
}

fn links(about: &'static str, links: Vec<(String, String)>) -> Option<AnyView> {
    let link = |(words, href): (String, String)| {
        view! { <li><a class="button" href=href><bdi dir="ltr">{words}</bdi></a></li> }
    };
    let any = !links.is_empty();
    any.then(|| {
        view! { <p>{about}</p> <ul class="ways">{links.into_iter().map(link).collect_view()}</ul> }.into_any()
    })
}

/// The read budget ended before the range did: how far the search came, and the way on. `none`: with
/// nothing found so far, which is not the same as nothing.
#[component]
pub(crate) fn Partial(sentence: String, on: Option<String>, none: bool) -> impl IntoView {
    let link = |class| on.map(|href| view! { " " <a href=href class=class>"Continue"</a> });
    if none {
        return view! {
            <div class="notice">
                <h2>"Nothing found so far"</h2>
                <p>{sentence}</p>
                {link("button primary")}
            </div>
        }
        .into_any();
    }
    view! { <p class="partial">{sentence}{link("")}</p> }.into_any()
}

/// Behind the last page: the events that stood here are gone, or there never were any.
#[component]
pub(crate) fn NoMore() -> impl IntoView {
    view! { <div class="notice"><h2>"No more events"</h2><p>"The range of time ends here."</p></div> }
        .into_any()
}
