//! Which time is asked about: presets, an amount of a unit, or two moments; and in which zone.

use leptos::prelude::*;
use model::{Bound, TimeRange, Timestamp};

use super::time_absolute::Absolute;
use super::zone_picker::ZoneChoice;
use crate::text::range::{PRESETS, label};
use crate::text::zone::Zone;
use crate::ui::popover::Popover;

const UNITS: [(&str, &str); 3] = [("m", "minutes"), ("h", "hours"), ("d", "days")];

/// A button with the range in words, and the dialog that changes it, `choose` is
/// given the new range, `choose_zone` another zone. `now` is the clock.
#[component]
pub(crate) fn TimeRangePicker(
    range: Signal<TimeRange>,
    zone: Signal<Zone>,
    choose: Callback<TimeRange>,
    choose_zone: Callback<Zone>,
    now: fn() -> Timestamp,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let chosen = Callback::new(move |range| {
        open.set(false);
        choose.run(range);
    });
    let words = Signal::derive(move || label(range.get(), zone.get()));
    view! {
        <Popover label="Time range" trigger=words open=open keys="t">
            <Presets range=range choose=chosen />
            <Relative choose=chosen />
            {move || view! { <Absolute range=range.get() zone=zone.get() choose=chosen now=now /> }}
            <div class="zone" role="group" aria-labelledby="zone-label">
                <p id="zone-label">"Time zone"</p>
                <ZoneChoice zone=zone choose=choose_zone />
            </div>
        </Popover>
    }
    .into_any()
}

#[component]
fn Presets(range: Signal<TimeRange>, choose: Callback<TimeRange>) -> impl IntoView {
    let presets = PRESETS.iter().filter_map(|&(from, words)| {
        let preset = TimeRange { from: from.parse().ok()?, to: Bound::Now };
        let current = move || (range.get() == preset).then_some("true");
        Some(view! {
            <li>
                <button type="button" aria-current=current on:click=move |_| choose.run(preset)>{words}</button>
            </li>
        })
    });
    view! { <ul class="presets">{presets.collect_view()}</ul> }.into_any()
}

#[component]
fn Relative(choose: Callback<TimeRange>) -> impl IntoView {
    let amount = RwSignal::new("2".to_owned());
    let unit = RwSignal::new("d".to_owned());
    let error = RwSignal::new(None::<String>);
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let from = format!("-{}{}", amount.get_untracked().trim(), unit.get_untracked()).parse::<Bound>();
        error.set(from.is_err().then(|| "Give a whole number from 1 to 999999.".to_owned()));
        if let Ok(from) = from {
            choose.run(TimeRange { from, to: Bound::Now });
        }
    };
    let options =
        UNITS.map(|(letter, name)| view! { <option value=letter selected=letter == "d">{name}</option> });
    view! {
        <form class="relative" on:submit=submit>
            <label>
                "Last "
                <input
                    type="text"
                    inputmode="numeric"
                    size="6"
                    aria-label="Amount"
                    prop:value=amount
                    on:input=move |event| amount.set(event_target_value(&event))
                />
            </label>
            <select aria-label="Unit" on:change=move |event| unit.set(event_target_value(&event))>
                {options.collect_view()}
            </select>
            <button type="submit" class="button">"Apply"</button>
            <FieldError error=error />
        </form>
    }
    .into_any()
}

#[component]
fn FieldError(error: RwSignal<Option<String>>) -> impl IntoView {
    view! { <Show when=move || error.with(Option::is_some)><p class="field-error" role="alert">{move || error.get()}</p></Show> }
        .into_any()
}
