//! Sessions as lanes: a row of a table for each, with its events drawn over the time of the report. What is
//! drawn stands in words in the same row.

use leptos::prelude::*;
use model::report::{Dot, KeyKind, MAX_BUCKETS, Session};
use model::{Report, Timestamp};

use crate::paths;
use crate::text::figures::counted;
use crate::text::report::{share, tally};
use crate::text::{moment, moment::Zone};
use crate::ui::untrusted::Untrusted;

/// Of a lane, in units of its drawing: a bucket is 4 wide.
const BUCKET: u32 = 4;
const HEIGHT: u32 = 20;

/// The sessions of `report`.
#[component]
pub(crate) fn Lanes(report: std::sync::Arc<Report>, zone: Zone) -> impl IntoView {
    let Some(span) = report.span.filter(|_| !report.sessions.is_empty()) else {
        return view! { <p class="hint">"No session in this time."</p> }.into_any();
    };
    let time = |moment: Timestamp| moment::short(moment, zone.offset(moment));
    let shown = report.sessions.len() as u64;
    let caption = match report.session_count.n {
        n if n > shown => format!("The {shown} sessions used last, of {}", counted(report.session_count)),
        _ => format!("Sessions, used last first: {}", counted(report.session_count)),
    };
    let axis = format!("{} to {}", time(span.from), time(span.to));
    let millis = (span.to.millis() - span.from.millis()).unsigned_abs();
    let buckets = millis.div_ceil(report.bucket_millis.max(1)).clamp(1, MAX_BUCKETS.unsigned_abs());
    let width = u32::try_from(buckets).unwrap_or(1);
    let rows: Vec<_> = report.sessions.iter().map(|session| row(session, width, zone)).collect();
    view! {
        <div class="wide" role="region" aria-label="Sessions" tabindex="0">
            <table class="lanes">
                <caption>{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">"Access key"</th>
                        <th scope="col">"Role"</th>
                        <th scope="col">"Events"</th>
                        <th scope="col">"Denied"</th>
                        <th scope="col">"First and last"</th>
                        <th scope="col">{axis}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <p class="hint">"In a lane, a disk is events that worked, a square some that were denied, a cross some that failed."</p>
    }
    .into_any()
}

fn row(session: &Session, width: u32, zone: Zone) -> AnyView {
    let time =
        |moment: Option<Timestamp>| moment.map(|at| moment::short(at, zone.offset(at))).unwrap_or_default();
    let kind = match session.kind {
        KeyKind::Permanent => "permanent",
        KeyKind::Temporary => "temporary",
        KeyKind::Unknown => "",
    };
    let key = match session.access_key.clone() {
        Some(key) => view! { <a href=paths::identity(&key)><Untrusted text=key.clone() /></a> }.into_any(),
        None => view! { <span class="none">"without a key"</span> }.into_any(),
    };
    let role = session.role_name.clone().map(|role| view! { <Untrusted text=role identity=true /> });
    let (first, last) = (time(session.events.first), time(session.events.last));
    let when = if first == last { first } else { format!("{first} to {last}") };
    view! {
        <tr>
            <th scope="row" class="mono">{key} <span class="about">{kind}</span></th>
            <td>{role}</td>
            <td>{tally(&session.events)}</td>
            <td class="number">{share(&session.events)}</td>
            <td>{when}</td>
            <td>{lane(&session.dots, width)}</td>
        </tr>
    }
    .into_any()
}

/// A line from the first bucket to the last, and a shape for each: what was denied or failed covers what worked.
fn lane(dots: &[Dot], width: u32) -> Option<AnyView> {
    let x = |dot: &Dot| u32::from(dot.bucket) * BUCKET + BUCKET / 2;
    let (first, last) = (x(dots.first()?), x(dots.last()?));
    let shape = |dot: &Dot| {
        let x = x(dot);
        let (class, path) = match dot {
            Dot { denied: 1.., .. } => ("denied", format!("M{} 6h8v8h-8z", x.saturating_sub(4))),
            Dot { failed: 1.., .. } => ("failed", format!("M{} 6l8 8m0-8l-8 8", x.saturating_sub(4))),
            _ => ("ok", format!("M{} 10a3 3 0 1 0 6 0a3 3 0 1 0-6 0", x.saturating_sub(3))),
        };
        view! { <path class=class d=path></path> }.into_any()
    };
    let shapes: Vec<_> = dots.iter().map(shape).collect();
    let view_box = format!("0 0 {} {HEIGHT}", width * BUCKET);
    Some(
        view! {
            <svg class="lane" viewBox=view_box aria-hidden="true" focusable="false">
                <path class="line" d=format!("M{first} 10H{last}")></path>
                {shapes}
            </svg>
        }
        .into_any(),
    )
}
