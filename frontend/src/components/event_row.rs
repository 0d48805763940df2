//! One event as a row of the table, or as a card on a narrow screen.

use leptos::prelude::*;
use model::{Access, Outcome, Summary};

use crate::text::{self, moment};
use crate::ui::badge::{Badge, Tone};
use crate::ui::untrusted::Untrusted;
use crate::ui::visible;

/// The row of `row` with its full page at `href`. A click anywhere on it that is not meant for the link
/// alone gives its id to `open`.
#[component]
pub(crate) fn EventRow(
    row: Summary,
    href: String,
    /// Minutes east of UTC.
    offset: i64,
    /// Whether offsets differ within the day, so that each row has to say its own.
    says_offset: bool,
    selected: Signal<Option<String>>,
    open: Callback<String>,
) -> impl IntoView {
    let id = row.id.clone();
    let is_selected = Memo::new(move |_| selected.with(|s| s.as_deref() == Some(id.as_str())));
    let id = row.id.clone();
    let click = move |event: web_sys::MouseEvent| {
        let other_tab = event.ctrl_key() || event.meta_key() || event.shift_key() || event.button() != 0;
        let selecting = window().get_selection().ok().flatten().is_some_and(|s| !s.is_collapsed());
        if other_tab || (selecting && event.detail() != 0) {
            return;
        }
        event.prevent_default();
        open.run(id.clone());
    };
    let clock = moment::clock(row.time, offset);
    let zone = says_offset.then(|| view! { <span class="offset">{moment::offset_name(offset)}</span> });
    let resource = row.resource_name.as_deref().map(model::event::short_name).map(str::to_owned);
    let whole_resource = row.resource_name.as_deref().map(visible::plain);
    let others = (row.resource_count > 1).then(|| format!(" +{}", row.resource_count - 1));
    let address = row.source_ip.as_deref().map(visible::plain);
    view! {
        <tr class:selected=is_selected data-id=row.id.clone() on:click=click>
            <td class="time">
                <time datetime=row.time.to_string()>{clock}</time>
                {zone}
            </td>
            <th scope="row" class="event">
                <AccessMark access=row.access />
                <a href=href aria-current=move || is_selected.get().then_some("true")>
                    <Untrusted text=row.name.clone() />
                </a>
            </th>
            <td class="service mono"><Untrusted text=row.service().to_owned() /></td>
            <td class="who">{who(&row)}</td>
            <td class="from mono" title=address>{row.source_ip.clone().map(untrusted)}</td>
            <td class="region mono">{row.region.clone().map(untrusted)}</td>
            <td class="resource mono" title=whole_resource>{resource.map(untrusted)}{others}</td>
            <td class="outcome"><OutcomeBadge outcome=row.outcome /></td>
        </tr>
    }
    .into_any()
}

fn untrusted(text: String) -> impl IntoView {
    view! { <Untrusted text=text /> }
}

fn who(row: &Summary) -> impl IntoView + use<> {
    let name = row.user_name.clone().map(|name| view! { <Untrusted text=name identity=true /> });
    let role = row.role_name.clone().map(|role| {
        view! { <span class="as">" as " <Untrusted text=role identity=true /></span> }
    });
    (name, role)
}

/// A filled square for a write, an empty one for a read; the word for those who don't see it.
#[component]
pub(crate) fn AccessMark(access: Access) -> impl IntoView {
    let class = match access {
        Access::Write => "mark write",
        Access::Read => "mark read",
    };
    let word = text::access(access);
    view! { <span class=class role="img" aria-label=word title=word></span> }.into_any()
}

/// The word for an outcome; success is quiet.
#[component]
pub(crate) fn OutcomeBadge(outcome: Outcome) -> impl IntoView {
    let tone = match outcome {
        Outcome::Ok => Tone::Quiet,
        Outcome::Denied => Tone::Denied,
        Outcome::Failed => Tone::Failed,
    };
    view! { <Badge tone=tone word=text::outcome(outcome) /> }.into_any()
}
