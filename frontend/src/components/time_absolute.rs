//! A range of time by its two ends: typed as people write times, or picked in the browser's own fields.

use leptos::prelude::*;
use model::{Bound, TimeRange, Timestamp};

use crate::text::range::{echo, moment};
use crate::text::typed::{A_TIME, civil, field, typed};
use crate::text::zone::Zone;
use crate::ui::react::memo;

/// One end of the range, as it is typed.
#[derive(Clone, Copy)]
struct End {
    name: &'static str,
    id: &'static str,
    error_id: &'static str,
    text: RwSignal<String>,
}

/// Two fields that begin with `range`; what is typed in them goes to `choose`. `now` is the clock.
#[component]
pub(crate) fn Absolute(
    range: TimeRange,
    zone: Zone,
    choose: Callback<TimeRange>,
    now: fn() -> Timestamp,
) -> impl IntoView {
    let text = |bound: Bound| {
        let now_or_at =
            if bound == Bound::Now { "now".to_owned() } else { field(moment(bound, now()), zone) };
        RwSignal::new(now_or_at)
    };
    let from = End { name: "From", id: "time-from", error_id: "time-from-error", text: text(range.from) };
    let to = End { name: "To", id: "time-to", error_id: "time-to-error", text: text(range.to) };
    let read = move || -> Option<Result<TimeRange, String>> {
        let range = TimeRange {
            from: typed(&from.text.get(), zone, now())?,
            to: typed(&to.text.get(), zone, now())?,
        };
        Some(range.resolve(now()).map(|_| range).map_err(|e| format!("{e}.")))
    };
    // Only what was given to be applied is called wrong: nobody is done while typing.
    let given = RwSignal::new(false);
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        given.set(true);
        if let Some(Ok(range)) = untrack(read) {
            choose.run(range);
        }
    };
    let empty = move || match read() {
        Some(Err(sentence)) if given.get() => {
            view! { <p class="field-error" role="alert">{capital(&sentence)}</p> }.into_any()
        }
        _ => ().into_any(),
    };
    let meant = move || match read() {
        Some(Ok(range)) => echo(range, zone, now()),
        _ => String::new(),
    };
    view! {
        <form class="absolute" novalidate on:submit=submit>
            {end(from, zone, now, given)}
            {end(to, zone, now, given)}
            <p class="hint" aria-live="polite">{meant}</p>
            {empty}
            <button type="submit" class="button">"Apply range"</button>
        </form>
    }
    .into_any()
}

fn end(end: End, zone: Zone, now: fn() -> Timestamp, given: RwSignal<bool>) -> AnyView {
    let meant = move || typed(&end.text.get(), zone, now());
    let wrong = memo(move || given.get() && meant().is_none());
    let picked = move || meant().map(|bound| civil(moment(bound, now()), zone)).unwrap_or_default();
    let pick = move |event: web_sys::Event| {
        let value = event_target_value(&event);
        if !value.is_empty() {
            end.text.set(value.replace('T', " "));
        }
    };
    view! {
        <div class="end">
            <label for=end.id>{format!("{} ({})", end.name, zone.name())}</label>
            <input
                id=end.id
                type="text"
                autocomplete="off"
                spellcheck="false"
                aria-invalid=move || wrong.get().then_some("true")
                aria-describedby=move || wrong.get().then_some(end.error_id)
                prop:value=end.text
                on:input=move |event| end.text.set(event_target_value(&event))
            />
            <input
                type="datetime-local"
                step="any"
                aria-label=format!("{}, picked ({})", end.name, zone.name())
                prop:value=picked
                on:change=pick
            />
            <Show when=move || wrong.get()>
                <p class="field-error" id=end.error_id role="alert">{A_TIME}</p>
            </Show>
        </div>
    }
    .into_any()
}

fn capital(sentence: &str) -> String {
    let mut chars = sentence.chars();
    let first: String = chars.next().map(|c| c.to_uppercase().collect()).unwrap_or_default();
    first + chars.as_str()
}
