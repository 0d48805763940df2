//! The seven lines that answer the question of the page: who, when, where from, in which region, what,
//! with which access key, and did it work. Always all of them, always in this order.

use std::sync::Arc;

use leptos::children::ViewFn;
use leptos::prelude::*;
use model::filter::{Key, Term};
use model::{Detail, Timestamp};

use super::event_row::{AccessMark, OutcomeBadge};
use super::pivot::{Ask, Pivot, pivot};
use super::telling::{Said, telling};
use crate::paths;
use crate::text::{self, agent, arrival, moment, moment::Zone};
use crate::ui::badge::{Badge, Tone};
use crate::ui::copy::CopyButton;
use crate::ui::untrusted::{Untrusted, UntrustedBlock};
use crate::ui::visible;

/// The lines of `detail`.
#[component]
pub(crate) fn Facts(
    detail: Arc<Detail>,
    zone: Zone,
    now: Timestamp,
    ask: Ask,
    /// Who is behind it, once that is known.
    origin: ViewFn,
) -> impl IntoView {
    let said = Said::of(&detail.record);
    let rows = [
        ("Who", who(&detail, ask, origin.run())),
        ("When", when(&detail, &said, zone, now)),
        ("Where from", where_from(&detail, &said, ask)),
        ("Which region", region(&detail, &said, ask)),
        ("What", what(&detail, &said, ask)),
        ("Access key", access_key(&detail, ask)),
        ("Outcome", outcome(&detail, ask)),
    ];
    let row = |(name, value)| view! { <div class="fact"><dt>{name}</dt><dd>{value}</dd></div> };
    view! { <dl class="facts">{rows.map(row).collect_view()}</dl> }.into_any()
}

fn value_of(key: Key, value: &Option<String>, ask: Ask) -> Option<AnyView> {
    let identity = matches!(key, Key::Who | Key::Role | Key::Session);
    value.clone().map(|value| pivot(Term::is(key, &value), value, ask, identity))
}

/// A lesser value under a line's first, with its name.
fn under(name: &'static str, value: Option<AnyView>) -> Option<AnyView> {
    value.map(|value| view! { <p class="under"><span class="name">{name}</span>" "{value}</p> }.into_any())
}

fn or_none(value: Option<AnyView>, sentence: &'static str) -> AnyView {
    value.unwrap_or_else(|| view! { <span class="none">{sentence}</span> }.into_any())
}

/// A value that cannot be asked for, only copied.
fn plain(value: &Option<String>) -> Option<AnyView> {
    let copy_only = |text: String| {
        view! {
            <span class="pivot">
                <span class="value"><Untrusted text=text.clone() /></span>
                <span class="pivots"><CopyButton label=format!("Copy {}", visible::plain(&text)) text=text /></span>
            </span>
        }
    };
    value.clone().map(|text| copy_only(text).into_any())
}

fn who(detail: &Detail, ask: Ask, origin: AnyView) -> AnyView {
    let identity = &detail.identity;
    let differing = |name: &Option<String>| name.clone().filter(|n| Some(n) != identity.user_name.as_ref());
    let service = identity.invoked_by.is_some() && identity.user_name.is_none();
    let name =
        if service { plain(&identity.invoked_by) } else { value_of(Key::Who, &identity.user_name, ask) };
    let about = identity.user_name.as_deref().map(|name| {
        view! { <p class="under"><a href=paths::identity(name)>"About this identity"</a></p> }
    });
    let mfa = detail.mfa.map(|mfa| {
        let word = if mfa { "yes" } else { "no" };
        pivot(Term::is(Key::Mfa, &mfa.to_string()), word.to_owned(), ask, false)
    });
    view! {
        {or_none(name, "The record names nobody")}
        {about}
        {origin}
        {under("as role", value_of(Key::Role, &identity.role_name, ask))}
        {under("session", value_of(Key::Session, &differing(&identity.session_name), ask))}
        {under("source identity", value_of(Key::Who, &differing(&identity.source_identity), ask))}
        {under("Identity Center user", value_of(Key::Who, &differing(&identity.identity_center_user), ask))}
        {under("type", value_of(Key::Type, &identity.kind, ask))}
        {under("account", value_of(Key::Account, &identity.account, ask))}
        {under("ARN", plain(&identity.arn))}
        {under("called by", (!service).then(|| plain(&identity.invoked_by)).flatten())}
        {under("MFA", mfa)}
    }
    .into_any()
}

fn when(detail: &Detail, said: &Said<'_>, zone: Zone, now: Timestamp) -> AnyView {
    let time = detail.summary.time;
    let full = moment::full(time, zone.offset(time));
    let lag = detail.received.map(|received| received.millis() - time.millis());
    let received = lag.map(|lag| format!(" · received {} later ", arrival::lag(lag)));
    let late =
        lag.filter(|lag| arrival::is_late(*lag)).map(|_| view! { <Badge tone=Tone::Denied word="late" /> });
    let began = said.text("userIdentity.sessionContext.attributes.creationDate");
    let session = began.and_then(|began| began.parse::<Timestamp>().ok()).map(|began| {
        let before = moment::duration((time.millis() - began.millis()).max(0));
        let began = moment::full(began, zone.offset(began));
        view! { <p class="under"><span class="name">"session since "</span>{began}{format!(" · {before} before")}</p> }
    });
    view! {
        <span class="pivot">
            <time class="value mono" datetime=time.to_string()>{full}</time>
            <span class="pivots"><CopyButton text=time.to_short_string() label="Copy time" /></span>
        </span>
        <p class="under">{moment::ago(time, now)}{received}{late}</p>
        {session}
    }
    .into_any()
}

fn where_from(detail: &Detail, said: &Said<'_>, ask: Ask) -> AnyView {
    let ip = &detail.summary.source_ip;
    let service = ip.as_deref().is_some_and(text::is_service_host);
    let badge = service.then(|| view! { <span class="badge note">"AWS service"</span> });
    let agent = detail.user_agent.as_deref().and_then(agent::short);
    let agent = agent.map(|agent| view! { <p class="under"><span class="name">"with "</span>{agent}</p> });
    view! {
        {or_none(value_of(Key::Ip, ip, ask), "The record has no source address")}
        {badge}
        {agent}
        {under("user agent", value_of(Key::Agent, &detail.user_agent, ask))}
        {under("via", Some(view! { <Pivot key=Key::Via value=detail.via.as_str() ask=ask /> }.into_any()))}
        {under("VPC endpoint", said.pivot("vpcEndpointId", ask))}
        {under("TLS", said.pivot("tlsDetails.tlsVersion", ask))}
    }
    .into_any()
}

fn region(detail: &Detail, said: &Said<'_>, ask: Ask) -> AnyView {
    let summary = &detail.summary;
    let host = said.text("tlsDetails.clientProvidedHostHeader");
    let global = text::is_global(summary.service(), summary.region.as_deref(), host.as_deref());
    let note = "Global service event: the service has no region, its events are recorded in us-east-1.";
    view! {
        {or_none(value_of(Key::Region, &summary.region, ask), "The record has no region")}
        {global.then(|| view! { <p class="under">{note}</p> })}
    }
    .into_any()
}

fn what(detail: &Detail, said: &Said<'_>, ask: Ask) -> AnyView {
    let summary = &detail.summary;
    let resource = value_of(Key::Resource, &summary.resource_name, ask);
    let others = (detail.resources.len() > 1).then(|| {
        view! { <p class="under">{format!("and {} more, below", text::count(detail.resources.len() - 1, "resource"))}</p> }
    });
    let telling = telling(&summary.name).iter().map(|path| {
        let name = path.rsplit('.').next().unwrap_or(path);
        under(name, said.pivot(path, ask))
    });
    view! {
        <Pivot key=Key::Event value=summary.name.clone() ask=ask />
        {under("service", value_of(Key::Service, &Some(summary.service().to_owned()), ask))}
        <p class="under">
            <span class="name">"access"</span>
            " "
            <AccessMark access=summary.access />
            <Pivot key=Key::Access value=summary.access.as_str() ask=ask />
        </p>
        {under("resource", resource)}
        {others}
        {telling.collect::<Vec<_>>()}
    }
    .into_any()
}

fn access_key(detail: &Detail, ask: Ask) -> AnyView {
    let key = &detail.summary.access_key;
    let kind =
        key.as_deref().and_then(text::key_kind).map(|kind| view! { <span class="as">" " {kind}</span> });
    view! { {or_none(value_of(Key::AccessKey, key, ask), "No access key in the record")} {kind} }.into_any()
}

fn outcome(detail: &Detail, ask: Ask) -> AnyView {
    let message = detail.error_message.clone().map(|text| {
        view! {
            <p class="under">
                <UntrustedBlock text=text.clone() />
                <CopyButton text=text label="Copy error message" />
            </p>
        }
    });
    view! {
        <OutcomeBadge outcome=detail.summary.outcome />
        " "
        {value_of(Key::Error, &detail.summary.error_code, ask)}
        {message}
    }
    .into_any()
}
