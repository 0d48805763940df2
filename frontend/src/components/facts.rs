//! The seven lines that answer the question of the page: who, when, where from, in which region, what,
//! with which access key, and did it work. Always all of them, always in this order.

use leptos::prelude::*;
use model::filter::{Key, Term};
use model::{Detail, Timestamp};

use super::event_row::{AccessMark, OutcomeBadge};
use super::pivot::Pivot;
use crate::text::{self, moment, moment::Zone};
use crate::ui::copy::CopyButton;
use crate::ui::untrusted::{Untrusted, UntrustedBlock};
use crate::ui::visible;

/// The lines of `detail`. `add` is given the pivots that are chosen.
#[component]
pub(crate) fn Facts(detail: Detail, zone: Zone, now: Timestamp, add: Callback<Term>) -> impl IntoView {
    let row = |name: &'static str, value: AnyView| view! { <div class="fact"><dt>{name}</dt><dd>{value}</dd></div> };
    view! {
        <dl class="facts">
            {row("Who", who(&detail, add))}
            {row("When", when(&detail, zone, now))}
            {row("Where from", where_from(&detail, add))}
            {row("Which region", region(&detail, add))}
            {row("What", what(&detail, add))}
            {row("Access key", access_key(&detail, add))}
            {row("Outcome", outcome(&detail, add))}
        </dl>
    }
    .into_any()
}

fn pivot(key: Key, value: &Option<String>, add: Callback<Term>) -> Option<AnyView> {
    let identity = matches!(key, Key::Who | Key::Role | Key::Session);
    value.clone().map(|value| view! { <Pivot key=key value=value add=add identity=identity /> }.into_any())
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

fn who(detail: &Detail, add: Callback<Term>) -> AnyView {
    let identity = &detail.identity;
    let differing = |name: &Option<String>| name.clone().filter(|n| Some(n) != identity.user_name.as_ref());
    let service = identity.invoked_by.is_some() && identity.user_name.is_none();
    let name = if service { plain(&identity.invoked_by) } else { pivot(Key::Who, &identity.user_name, add) };
    let mfa = detail.mfa.map(|mfa| mfa.to_string());
    view! {
        {or_none(name, "The record names nobody")}
        {under("as role", pivot(Key::Role, &identity.role_name, add))}
        {under("session", pivot(Key::Session, &differing(&identity.session_name), add))}
        {under("source identity", pivot(Key::Who, &differing(&identity.source_identity), add))}
        {under("Identity Center user", pivot(Key::Who, &differing(&identity.identity_center_user), add))}
        {under("type", pivot(Key::Type, &identity.kind, add))}
        {under("account", pivot(Key::Account, &identity.account, add))}
        {under("ARN", plain(&identity.arn))}
        {under("called by", (!service).then(|| plain(&identity.invoked_by)).flatten())}
        {under("MFA", pivot(Key::Mfa, &mfa, add))}
    }
    .into_any()
}

fn when(detail: &Detail, zone: Zone, now: Timestamp) -> AnyView {
    let time = detail.summary.time;
    let full = moment::full(time, zone.offset(time));
    let received = detail.received.map(|received| {
        let lag = received.millis() - time.millis();
        format!(" · stored here {} later", moment::duration(lag.max(0)))
    });
    view! {
        <span class="pivot">
            <time class="value mono" datetime=time.to_string()>{full}</time>
            <span class="pivots"><CopyButton text=time.to_short_string() label="Copy time" /></span>
        </span>
        <p class="under">{moment::ago(time, now)}{received}</p>
    }
    .into_any()
}

fn where_from(detail: &Detail, add: Callback<Term>) -> AnyView {
    let ip = &detail.summary.source_ip;
    let service = ip.as_deref().is_some_and(text::is_service_host);
    let badge = service.then(|| view! { <span class="badge note">"AWS service"</span> });
    view! {
        {or_none(pivot(Key::Ip, ip, add), "The record has no source address")}
        {badge}
        {under("with", pivot(Key::Agent, &detail.user_agent, add))}
        {under("via", Some(view! { <Pivot key=Key::Via value=detail.via.as_str() add=add /> }.into_any()))}
    }
    .into_any()
}

fn region(detail: &Detail, add: Callback<Term>) -> AnyView {
    or_none(pivot(Key::Region, &detail.summary.region, add), "The record has no region")
}

fn what(detail: &Detail, add: Callback<Term>) -> AnyView {
    let summary = &detail.summary;
    let resource = pivot(Key::Resource, &summary.resource_name, add);
    let others = (detail.resources.len() > 1).then(|| {
        view! { <p class="under">{format!("and {} more, below", text::count(detail.resources.len() - 1, "resource"))}</p> }
    });
    view! {
        <Pivot key=Key::Event value=summary.name.clone() add=add />
        {under("service", pivot(Key::Service, &Some(summary.service().to_owned()), add))}
        <p class="under">
            <span class="name">"access"</span>
            " "
            <AccessMark access=summary.access />
            <Pivot key=Key::Access value=summary.access.as_str() add=add />
        </p>
        {under("resource", resource)}
        {others}
    }
    .into_any()
}

fn access_key(detail: &Detail, add: Callback<Term>) -> AnyView {
    let key = &detail.summary.access_key;
    let kind =
        key.as_deref().and_then(text::key_kind).map(|kind| view! { <span class="as">" " {kind}</span> });
    view! { {or_none(pivot(Key::AccessKey, key, add), "No access key in the record")} {kind} }.into_any()
}

fn outcome(detail: &Detail, add: Callback<Term>) -> AnyView {
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
        {pivot(Key::Error, &detail.summary.error_code, add)}
        {message}
    }
    .into_any()
}
