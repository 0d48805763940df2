//! What happened to a resource: its names, who had to do with it, and the line of time.

use std::sync::Arc;

use leptos::prelude::*;
use model::filter::{Key, Term};
use model::history::{Known, ReadDay};
use model::{Bound, History, Outcome, Summary, TimeRange, Timestamp};

use super::counted::counted_list;
use super::event_row::OutcomeBadge;
use crate::paths;
use crate::text::history::{Entry, did, entries, older, reads};
use crate::text::report::{spent, tally};
use crate::text::{moment, moment::Zone};
use crate::ui::untrusted::Untrusted;

/// Makes the view of what changed between two events, given their ids.
pub(crate) type Changes = Arc<dyn Fn(String, String) -> AnyView + Send + Sync>;

/// The history over `range`.
#[component]
pub(crate) fn Timeline(
    history: Arc<History>,
    range: TimeRange,
    zone: Zone,
    changes: Changes,
) -> impl IntoView {
    let time = |moment: Timestamp| moment::short(moment, zone.offset(moment));
    let Some(span) = history.span else {
        return view! { <p>"Nothing of this time is kept any more."</p> }.into_any();
    };
    let empty = history.write_rows.is_empty() && history.read_days.is_empty();
    let searched = history.searched_to.map(|to| {
        let said = format!("Looked back to {} only: what is older would have cost more than one answer may. Narrow the time to see it.", time(to));
        view! { <p class="partial">{said}</p> }
    });
    let none = (empty && history.searched_to.is_none()).then(|| {
        let said = format!("No event named it between {} and {}.", time(span.from), time(span.to));
        view! { <p>{said}</p> }
    });
    let found = |key: Key, value: &str| paths::found_by(&history.query, [Term::is(key, value)], range);
    let lists = [
        counted_list("Who wrote", &history.writers, &|value| Some(paths::identity(value))),
        counted_list("Who read", &history.readers, &|value| Some(paths::identity(value))),
        counted_list("Regions", &history.regions, &|value| found(Key::Region, value)),
        counted_list("Where from", &history.addresses, &|value| found(Key::Ip, value)),
        counted_list("Accounts", &history.accounts, &|value| found(Key::Account, value)),
    ];
    let made = history.made.as_ref().map(|row| row.id.clone());
    let entry = |entry: &Entry<'_>| match entry {
        Entry::Gap(millis) => {
            view! { <li class="gap">{format!("{} without an event", moment::duration(*millis))}</li> }
                .into_any()
        }
        Entry::Reads(day) => read_day(day, &history.query, zone),
        Entry::Older(left, last) => {
            // Its moment has more of them, it may be.
            let range = TimeRange { to: Bound::At(last.plus_millis(1)), ..range };
            let href = paths::found_by(&history.query, [Term::is(Key::Access, "write")], range);
            view! { <li class="gap">{older(*left)} ": " <a href=href>"these writes"</a></li> }.into_any()
        }
        Entry::Write(row, before) => write(row, *before, made.as_deref() == Some(&row.id), zone, &changes),
    };
    let line: Vec<_> = entries(&history).iter().map(entry).collect();
    let cost = spent(history.cost);
    view! {
        {searched}
        {none}
        {names(&history)}
        {facts(&history, zone)}
        <p><a href=paths::found_by(&history.query, [], range)>"Its events"</a></p>
        <div class="counts">{lists.into_iter().flatten().collect::<Vec<_>>()}</div>
        <h2>"What happened"</h2>
        <ol class="timeline">{line}</ol>
        <p class="hint">{cost}</p>
    }
    .into_any()
}

fn names(history: &History) -> AnyView {
    let known = |known: Known| match known {
        Known::Asked => "",
        Known::Arn => " (its ARN, or what that ends in)",
        Known::Made => " (named so when it was created)",
    };
    let names: Vec<_> = history
        .names
        .iter()
        .map(|name| view! { <li class="mono"><Untrusted text=name.name.clone() />{known(name.known)}</li> })
        .collect();
    let others: Vec<_> = history
        .others
        .iter()
        .map(|other| {
            let kind = other.kind.clone().map(|kind| view! { " " <Untrusted text=kind /> });
            view! { <li><a href=paths::resource(&other.name)><Untrusted text=other.name.clone() /></a>{kind}</li> }
        })
        .collect();
    let others = (!others.is_empty()).then(
        || view! { <h3>"Others of the same name, left out here"</h3> <ul class="bullets">{others}</ul> },
    );
    view! { <ul class="bullets">{names}</ul> {others} }.into_any()
}

fn facts(history: &History, zone: Zone) -> AnyView {
    let time = |moment: Timestamp| moment::short(moment, zone.offset(moment));
    let by = |row: &Summary| {
        let (when, href) = (time(row.time), paths::event(&row.id, ""));
        let who = row.user_name.clone().map(|who| view! { " by " <Untrusted text=who identity=true /> });
        view! { <a href=href><Untrusted text=row.name.clone() /></a> {who} ", " {when} }.into_any()
    };
    let text = |text: String| view! { {text} }.into_any();
    let seen =
        |pick: fn(Timestamp, Timestamp) -> Timestamp, one: Option<Timestamp>, other: Option<Timestamp>| {
            let both = one.zip(other).map(|(one, other)| pick(one, other));
            both.or(one)
                .or(other)
                .map_or_else(|| text("not in this range".to_owned()), |moment| text(time(moment)))
        };
    let kind = history.kind.clone().map(|kind| view! { <Untrusted text=kind /> }.into_any());
    let facts = [
        ("Type", kind),
        ("First seen", Some(seen(Ord::min, history.writes.first, history.reads.first))),
        ("Last seen", Some(seen(Ord::max, history.writes.last, history.reads.last))),
        ("Last changed", history.changed.as_ref().map(by)),
        ("Writes", Some(text(tally(&history.writes)))),
        ("Reads", Some(text(tally(&history.reads)))),
    ];
    let facts = facts.into_iter().filter_map(|(name, value)| {
        value.map(|value| view! { <div class="fact"><dt>{name}</dt><dd>{value}</dd></div> }.into_any())
    });
    view! { <dl class="facts">{facts.collect::<Vec<_>>()}</dl> }.into_any()
}

fn read_day(day: &ReadDay, query: &str, zone: Zone) -> AnyView {
    let who = counted_list("Who", &day.who, &|value| Some(paths::identity(value)));
    let what = counted_list("What", &day.events, &|_| None);
    let range = TimeRange { from: Bound::At(day.day), to: Bound::At(day.day.plus_millis(86_400_000)) };
    let all = paths::found_by(query, [Term::is(Key::Access, "read")], range);
    // A day of UTC, whatever the zone that moments are shown in.
    let name = if zone == Zone::Utc { "" } else { ", UTC" };
    let summary = format!("{}{name}: {}", moment::day(day.day, 0), reads(day));
    view! {
        <li class="reads">
            <details>
                <summary>{summary}</summary>
                <div class="counts">{who}{what}</div>
                <p><a href=all>"These reads"</a></p>
            </details>
        </li>
    }
    .into_any()
}

fn write(row: &Summary, before: Option<&Summary>, made: bool, zone: Zone, changes: &Changes) -> AnyView {
    let time = moment::full(row.time, zone.offset(row.time));
    let who = row.user_name.clone().map(|who| {
        view! { <a href=paths::identity(&who)><Untrusted text=who.clone() identity=true /></a> }.into_any()
    });
    let who = who.unwrap_or_else(|| view! { <span class="none">"nobody who is named"</span> }.into_any());
    let role = row
        .role_name
        .clone()
        .map(|role| view! { <span class="as">" as " <Untrusted text=role identity=true /></span> });
    let from =
        row.source_ip.clone().map(|ip| view! { " from " <span class="mono"><Untrusted text=ip /></span> });
    let region =
        row.region.clone().map(|region| view! { " in " <span class="mono"><Untrusted text=region /></span> });
    let changed = before.filter(|_| row.outcome == Outcome::Ok).map(|before| {
        let (before, after, changes) = (before.id.clone(), row.id.clone(), changes.clone());
        let open = RwSignal::new(false);
        let shown = move || open.get().then(|| changes(before.clone(), after.clone()));
        let label = format!("What changed since the {} before", visible(&row.name));
        view! {
            <button
                type="button"
                class="button small"
                aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {label}
            </button>
            {shown}
        }
    });
    view! {
        <li class="write">
            <time class="mono" datetime=row.time.to_string()>{time}</time>
            <p>
                <strong><a href=paths::event(&row.id, "")><Untrusted text=row.name.clone() /></a></strong> " "
                <OutcomeBadge outcome=row.outcome />
            </p>
            <p>{who}{role} " " {did(row, made)} {from}{region}</p>
            {changed}
        </li>
    }
    .into_any()
}

fn visible(text: &str) -> String {
    crate::ui::visible::plain(text)
}
