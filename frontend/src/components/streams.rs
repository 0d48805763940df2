//! What came in, by account, Region and way: a row for each.

use leptos::prelude::*;
use model::asked::SOURCE;
use model::filter::{Key, Term};
use model::{NotCollected, Source, Status, Stream, Timestamp};

use crate::paths;
use crate::text::report::spent;
use crate::text::{arrival, figures, moment, moment::Zone};
use crate::ui::badge::{Badge, Tone};
use crate::ui::untrusted::Untrusted;

const COLUMNS: [&str; 12] = [
    "Account",
    "Region",
    "Way in",
    "Last event",
    "Last received",
    "Lag",
    "Files",
    "Events",
    "Rejected",
    "Redelivered",
    "First covered",
    "Quiet hours",
];

/// The streams of `status`, and what is not among them.
#[component]
pub(crate) fn Streams(status: std::sync::Arc<Status>, zone: Zone) -> impl IntoView {
    let time = |moment: Timestamp| moment::short(moment, zone.offset(moment));
    let kept = match status.retention_days {
        Some(days) => format!("Events are kept for {days} days: since {}.", time(status.horizon)),
        None => "Events are kept for ever.".to_owned(),
    };
    let caption = format!("What came in, {} to {}", time(status.span.from), time(status.span.to));
    let head: Vec<_> = COLUMNS.iter().map(|name| view! { <th scope="col">{*name}</th> }).collect();
    let rows: Vec<_> = status.streams.iter().map(|stream| row(stream, zone)).collect();
    let table = match rows.is_empty() {
        true => view! { <p class="hint">"Nothing has come in yet."</p> }.into_any(),
        false => view! {
            <div class="wide" role="region" aria-label="What came in" tabindex="0">
                <table class="streams">
                    <caption>{caption}</caption>
                    <thead><tr>{head}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any(),
    };
    let more = status.more.then(|| view! { <p>"There are more streams than are listed here."</p> });
    let approximate = status
        .streams
        .iter()
        .any(|stream| stream.approximate)
        .then_some(" ≤: there was too much in half a day to tell all that came again; so many or less.");
    let cost = spent(status.cost);
    view! {
        <p>{kept}</p>
        {table}
        {more}
        <p class="hint">
            "A quiet hour lies between hours of which events came, and none came of it: nothing happened, or nothing was delivered; CloudTrail writes no file for an hour without events."
            {approximate} " " {cost}
        </p>
        <NotThere not_collected=status.not_collected.clone() />
        <h2>"Asked here"</h2>
        <p>
            "Whoever looks into the history leaves a trace there, within minutes: "
            <a href=paths::everything([Term::is(Key::Service, SOURCE)])>"what was searched, opened and downloaded"</a> "."
        </p>
    }
    .into_any()
}

fn row(stream: &Stream, zone: Zone) -> AnyView {
    let time = |moment: Option<Timestamp>| {
        match moment {
        Some(moment) => view! {
            <td><time class="mono" datetime=moment.to_string()>{moment::short(moment, zone.offset(moment))}</time></td>
        }
        .into_any(),
        None => view! { <td class="none">"never"</td> }.into_any(),
    }
    };
    let lag = stream.lag.map(|seconds| {
        let late = (stream.source != Source::ByHand && arrival::is_late(seconds * 1_000))
            .then(|| view! { " " <Badge tone=Tone::Denied word="late" /> });
        view! { {arrival::lag(seconds * 1_000)} {late} }
    });
    let about = if stream.approximate { "≤ " } else { "" };
    let number =
        |n: u64| view! { <td class="number">{format!("{about}{}", figures::number(n))}</td> }.into_any();
    let rejected = match stream.rejected {
        0 => number(0),
        n => view! { <td class="number"><strong>{format!("{about}{}", figures::number(n))}</strong></td> }
            .into_any(),
    };
    view! {
        <tr>
            <th scope="row" class="mono"><Untrusted text=stream.account.clone() /></th>
            <td class="mono"><Untrusted text=stream.region.clone() /></td>
            <td>{stream.source.label()}</td>
            {time(stream.last_event)}
            {time(stream.last_received)}
            <td>{lag}</td>
            {number(stream.files)}
            {number(stream.events)}
            {rejected}
            {number(stream.redelivered)}
            {time(stream.first_hour)}
            <td class="number">{figures::number(stream.quiet_hours())}</td>
        </tr>
    }
    .into_any()
}

/// What nothing ever came of.
#[component]
fn NotThere(not_collected: Vec<NotCollected>) -> impl IntoView {
    let list: Vec<_> =
        not_collected.iter().map(|what| view! { <li><Untrusted text=what.to_string() /></li> }).collect();
    let shown = match list.is_empty() {
        true => view! { <p>"Something of every kind and of every usual Region came."</p> }.into_any(),
        false => view! { <ul class="bullets">{list}</ul> }.into_any(),
    };
    view! { <h2>"Not collected"</h2> {shown} }.into_any()
}
