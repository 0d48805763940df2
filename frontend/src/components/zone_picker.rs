//! Which zone moments are shown in: UTC, the browser's, or any by its name.

use leptos::prelude::*;

use crate::text::zone::Zone;
use crate::ui::intl;
use crate::ui::popover::Popover;

/// A button that shows the zone, and the dialog that changes it. `choose` is given the new zone.
#[component]
pub(crate) fn ZoneMenu(zone: Signal<Zone>, choose: Callback<Zone>) -> impl IntoView {
    let open = RwSignal::new(false);
    let chosen = Callback::new(move |zone| {
        open.set(false);
        choose.run(zone);
    });
    let name = Signal::derive(move || zone.get().name().to_owned());
    view! {
        <Popover label="Time zone" trigger=name open=open>
            <ZoneChoice zone=zone choose=chosen />
        </Popover>
    }
    .into_any()
}

/// The zones as buttons, and a field for the name of another.
#[component]
pub(crate) fn ZoneChoice(zone: Signal<Zone>, choose: Callback<Zone>) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let error = RwSignal::new(false);
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let named = typed.get_untracked().trim().replace(' ', "_").parse();
        error.set(named.is_err());
        if let Ok(named) = named {
            choose.run(named);
        }
    };
    let button = move |offered: Zone, name: String| {
        let current = move || (zone.get() == offered).then_some("true");
        view! {
            <li>
                <button type="button" aria-current=current on:click=move |_| choose.run(offered)>{name}</button>
            </li>
        }
    };
    let local = match intl::local() {
        Some(name) => format!("Local ({name})"),
        None => "Local".to_owned(),
    };
    let named = move || match zone.get() {
        Zone::Named(name) => Some(button(zone.get(), name.to_owned())),
        _ => None,
    };
    let names = intl::names().into_iter().map(|name| view! { <option value=name></option> });
    view! {
        <ul class="presets zones">{button(Zone::Utc, "UTC".to_owned())}{button(Zone::Local, local)}{named}</ul>
        <form class="relative" on:submit=submit>
            <label>
                "Another zone "
                <input
                    type="text"
                    list="zones"
                    size="18"
                    placeholder="Europe/Berlin"
                    autocomplete="off"
                    spellcheck="false"
                    aria-invalid=move || error.get().then_some("true")
                    aria-describedby=move || error.get().then_some("zone-error")
                    prop:value=typed
                    on:input=move |event| typed.set(event_target_value(&event))
                />
            </label>
            <datalist id="zones">{names.collect_view()}</datalist>
            <button type="submit" class="button">"Use"</button>
            <Show when=move || error.get()>
                <p class="field-error" id="zone-error" role="alert">
                    "This browser knows no such zone. Names look like Europe/Berlin."
                </p>
            </Show>
        </form>
    }
    .into_any()
}
