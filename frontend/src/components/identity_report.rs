//! What is known of an identity, a session or a key: how much, when, from where, through which sessions, and
//! which sessions it began itself.

use std::sync::Arc;

use leptos::prelude::*;
use model::chain::Link;
use model::filter::{Key, Term};
use model::report::Begun;
use model::{Exactness, Report, TimeRange, Timestamp};

use super::counted::counted_list;
use super::lanes::Lanes;
use crate::paths;
use crate::text::report::{share, spent, tally};
use crate::text::{moment, moment::Zone};
use crate::ui::untrusted::Untrusted;

/// The report of `range`.
#[component]
pub(crate) fn IdentityReport(report: Arc<Report>, range: TimeRange, zone: Zone) -> impl IntoView {
    let Some(span) = report.span else {
        return view! { <p>"Nothing of this time is kept any more."</p> }.into_any();
    };
    let time = |moment: Timestamp| moment::short(moment, zone.offset(moment));
    if report.events.total().n == 0 && report.searched_to.is_none() {
        let said = format!("No event of this name or key between {} and {}.", time(span.from), time(span.to));
        return view! { <p>{said}</p> }.into_any();
    }
    let searched = report.searched_to.map(|to| {
        let said = format!("Looked back to {} only: what is older would have cost more than one answer may. Narrow the time to see it.", time(to));
        view! { <p class="partial">{said}</p> }
    });
    let or_none = |moment: Option<Timestamp>| moment.map_or_else(|| "not in this range".to_owned(), time);
    let facts = [
        ("Events", tally(&report.events)),
        ("Denied", share(&report.events)),
        ("First seen", or_none(report.first.or(report.events.first))),
        ("Last seen", or_none(report.events.last)),
    ];
    let facts = facts.map(|(name, value)| view! { <div class="fact"><dt>{name}</dt><dd>{value}</dd></div> });
    let found = |key: Key, value: &str| paths::found_by(&report.query, [Term::is(key, value)], range);
    let lists = [
        counted_list("Regions", &report.regions, &|value| found(Key::Region, value)),
        counted_list("Where from", &report.addresses, &|value| found(Key::Ip, value)),
        counted_list("Accounts", &report.accounts, &|value| found(Key::Account, value)),
        counted_list("Roles", &report.roles, &|value| Some(paths::identity(value))),
        counted_list("What they did", &report.events_by_name, &|value| {
            found(Key::Event, value.split_once(':').map_or(value, |(_, event)| event))
        }),
    ];
    let cost = spent(report.cost);
    view! {
        {searched}
        <dl class="facts">{facts.into_iter().collect::<Vec<_>>()}</dl>
        <p>
            <a href=paths::found_by(&report.query, [], range)>"Their events"</a> " · "
            <a href=paths::by_keys(&keys(&report), range)>"Everything they did, the sessions that they began included"</a>
        </p>
        <div class="counts">{lists.into_iter().flatten().collect::<Vec<_>>()}</div>
        <h2>"Sessions"</h2>
        <Lanes report=report.clone() zone=zone />
        <h2>"Sessions that they began"</h2>
        {begun(&report, zone)}
        <p class="hint">{cost}</p>
    }
    .into_any()
}

/// The keys of the sessions, and of those that they began: all that was done with them is one question.
fn keys(report: &Report) -> Vec<&str> {
    let own = report.sessions.iter().filter_map(|session| session.access_key.as_deref());
    let began = report.begun.iter().filter(|begun| begun.link != Link::Key).map(|begun| &*begun.access_key);
    let mut keys: Vec<&str> = Vec::new();
    for key in own.chain(began) {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys
}

fn begun(report: &Report, zone: Zone) -> AnyView {
    let rest = (report.begun_exactness != Exactness::Exact)
        .then(|| view! { <p class="hint">"There may be more than are listed."</p> });
    if report.begun.is_empty() {
        return view! { <p class="hint">"No call of theirs in this time issued credentials."</p> {rest} }
            .into_any();
    }
    let rows: Vec<_> = report.begun.iter().map(|begun| row(begun, zone)).collect();
    view! {
        <div class="wide" role="region" aria-label="Sessions that they began" tabindex="0">
            <table>
                <thead>
                    <tr>
                        <th scope="col">"Whose"</th>
                        <th scope="col">"Key issued"</th>
                        <th scope="col">"By"</th>
                        <th scope="col">"When"</th>
                        <th scope="col">"Done with it"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {rest}
    }
    .into_any()
}

fn row(begun: &Begun, zone: Zone) -> AnyView {
    let of = begun.of.clone().map(|of| view! { <Untrusted text=of identity=true /> });
    let session = begun.session_name.clone().map(|name| {
        view! { <span class="about">" session " <Untrusted text=name identity=true /></span> }
    });
    let key_only = (begun.link == Link::Key)
        .then(|| view! { <span class="about">" a user's key: who holds it is not known"</span> });
    let hops = (begun.hops > 1).then(|| format!(", {} calls away", begun.hops));
    let key = begun.access_key.clone();
    let used = match &begun.used {
        Some(used) => tally(used),
        None => "not looked at".to_owned(),
    };
    let time = begun.call.time;
    view! {
        <tr>
            <th scope="row">{of}{session}{key_only}</th>
            <td class="mono"><a href=paths::identity(&key)><Untrusted text=key.clone() /></a></td>
            <td><a href=paths::event(&begun.call.id, "")><Untrusted text=begun.call.name.clone() /></a>{hops}</td>
            <td><time class="mono" datetime=time.to_string()>{moment::short(time, zone.offset(time))}</time></td>
            <td>{used}</td>
        </tr>
    }
    .into_any()
}
