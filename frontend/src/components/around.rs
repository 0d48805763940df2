//! What else happened around an event, in one respect: who did it, with which key, from where, to what.

use leptos::prelude::*;
use model::{Summary, Timestamp};

use super::event_row::OutcomeBadge;
use crate::paths;
use crate::text::{arrival, moment, moment::Zone};
use crate::ui::untrusted::Untrusted;
use crate::ui::visible;

/// Two choices: of what kind, with the value each has, and how far. `pick` is given the number of a kind,
/// `reach` the number of minutes.
#[component]
pub(crate) fn AroundChoices(
    kinds: Vec<(&'static str, String)>,
    picked: RwSignal<usize>,
    reaches: &'static [usize],
    reach: RwSignal<usize>,
) -> impl IntoView {
    let set = |signal: RwSignal<usize>| {
        move |event: web_sys::Event| {
            if let Ok(n) = event_target_value(&event).parse() {
                signal.set(n);
            }
        }
    };
    let kinds = kinds.into_iter().enumerate().map(|(n, (kind, value))| {
        let words = format!("same {kind}: {}", visible::plain(&value));
        view! { <option value=n.to_string() selected=n == picked.get_untracked()>{words}</option> }
    });
    let reaches = reaches.iter().map(|minutes| {
        let chosen = *minutes == reach.get_untracked();
        view! { <option value=minutes.to_string() selected=chosen>{format!("± {minutes} min")}</option> }
    });
    view! {
        <div class="around-choices">
            <select aria-label="Events of" on:change=set(picked)>{kinds.collect::<Vec<_>>()}</select>
            <select aria-label="How far" on:change=set(reach)>{reaches.collect::<Vec<_>>()}</select>
        </div>
    }
    .into_any()
}

/// `rows` in the order of time, this event marked among them.
#[component]
pub(crate) fn AroundList(rows: Vec<Summary>, id: String, time: Timestamp, zone: Zone) -> impl IntoView {
    let rows = rows.into_iter().map(|row| {
        let this = row.id == id;
        let who = row.user_name.clone().map(|name| view! { <Untrusted text=name identity=true /> });
        let name = view! { <Untrusted text=row.name.clone() /> };
        let name = match this {
            true => view! { <strong>{name}</strong> " (this event)" }.into_any(),
            false => view! { <a href=paths::event(&row.id, "")>{name}</a> }.into_any(),
        };
        view! {
            <li class:this=this aria-current=this.then_some("true")>
                <time class="mono" datetime=row.time.to_string()>{moment::clock(row.time, zone.offset(row.time))}</time>
                <span class="mono distance">{arrival::distance(row.time.millis() - time.millis())}</span>
                <span class="event">{name}</span>
                <span class="who">{who}</span>
                <OutcomeBadge outcome=row.outcome />
            </li>
        }
        .into_any()
    });
    view! { <ol class="around">{rows.collect::<Vec<_>>()}</ol> }.into_any()
}
