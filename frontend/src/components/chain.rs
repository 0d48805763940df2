//! Who is behind an event: from whoever stands furthest back, through the sessions that they began, to the
//! caller. Each step says how it is known, in a word and by a shape.

use std::sync::Arc;

use leptos::prelude::*;
use model::Chain;
use model::chain::{Hop, Label, Who};
use model::filter::{Key, Term};

use crate::paths;
use crate::text::chain::{did, label, through};
use crate::text::report::spent;
use crate::text::{moment, moment::Zone};
use crate::ui::untrusted::Untrusted;

/// The chain, outermost whoever it ends with.
#[component]
pub(crate) fn ChainList(chain: Arc<Chain>, zone: Zone) -> impl IntoView {
    let past = chain
        .end
        .past_retention
        .then_some(" What came before may be older than what is kept: that nothing is found says nothing.");
    let end = view! { <p class="hint">{chain.end.why.clone()}{past}</p> };
    let mut end = Some(end.into_any());
    let hops = &chain.hops;
    let mut list = view! { <li>{who(&chain.caller)}<p class="told">"made this event"</p>{hops.is_empty().then(|| end.take())}</li> }
        .into_any();
    for (n, hop) in hops.iter().enumerate() {
        let last = n + 1 == hops.len();
        list = view! { <li>{who(&hop.who)}{last.then(|| end.take())}{told(hop, zone)}<ol>{list}</ol></li> }
            .into_any();
    }
    let cost = spent(chain.cost);
    view! {
        <section class="chain" aria-label="Who is behind this">
            <ol>{list}</ol>
            <p class="hint">{cost}</p>
        </section>
    }
    .into_any()
}

/// A name, and what else the record says of them.
fn who(who: &Who) -> AnyView {
    let identity = &who.identity;
    let name = who.name().map(|name| view! { <Untrusted text=name identity=true /> }.into_any());
    let name = name.unwrap_or_else(|| view! { <span class="none">"nobody who is named"</span> }.into_any());
    let mfa = who.mfa.map(|mfa| if mfa { "yes" } else { "no" }.to_owned());
    let role = identity.role_name.clone();
    let about = [
        ("", identity.kind.clone()),
        ("as role ", role),
        ("account ", identity.account.clone()),
        ("from ", who.source_ip.clone()),
        ("MFA ", mfa),
        ("vouched for by ", who.provider.clone()),
    ];
    let about = about.into_iter().filter_map(|(name, value)| {
        value.map(|value| view! { <span>{name}<Untrusted text=value /></span> }.into_any())
    });
    let key = who.access_key.clone().map(|key| {
        let href = paths::everything([Term::is(Key::AccessKey, &key)]);
        view! { <span>"key "<a href=href><Untrusted text=key /></a></span> }
    });
    view! { <p class="node"><strong>{name}</strong><span class="about">{about.collect::<Vec<_>>()}{key}</span></p> }
        .into_any()
}

/// What they did for the next, and how that is known.
fn told(hop: &Hop, zone: Zone) -> AnyView {
    let event = hop.event.clone().map(|told| {
        let time = moment::full(told.time, zone.offset(told.time));
        let name = view! { <a href=paths::event(&told.id, "")><Untrusted text=told.name /></a> };
        view! { {name} " " <time class="mono" datetime=told.time.to_string()>{time}</time> }
    });
    view! {
        <p class="told">
            {did(hop.link, event.is_some())} {event} " " <How label=hop.label /> <span class="why">{hop.why.clone()}</span>
        </p>
    }
    .into_any()
}

/// The word, and a shape for it: a full disk, a ring, a broken ring.
#[component]
pub(crate) fn How(label: Label) -> impl IntoView {
    let word = self::label(label);
    view! { <span class=format!("how {word}")>{word}</span> }.into_any()
}

/// Whoever is behind the caller, for the line that says who; nothing where the caller stands for themselves.
#[component]
pub(crate) fn Origin(chain: Arc<Chain>) -> impl IntoView {
    let origin = through(&chain).zip(chain.origin().0.name().map(str::to_owned));
    let line = origin.map(|(way, name)| {
        view! { <p class="under origin"><span class="name">"behind it "</span><Untrusted text=name identity=true />{way}</p> }
    });
    view! { {line} }.into_any()
}
