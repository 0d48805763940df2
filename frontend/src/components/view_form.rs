//! What a saved view is called, and whether others see it.

use leptos::prelude::*;
use model::view::MAX_NAME;

/// A form that begins with `name` and `shared`, and gives what was entered to `save`. `trouble` is why it was
/// not saved, `busy` while it is under way.
#[component]
pub(crate) fn ViewForm(
    name: String,
    shared: bool,
    busy: RwSignal<bool>,
    trouble: RwSignal<Option<String>>,
    save: Callback<(String, bool)>,
    cancel: Callback<()>,
) -> impl IntoView {
    let (name, shared) = (RwSignal::new(name), RwSignal::new(shared));
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let typed = name.get_untracked().trim().to_owned();
        match typed.is_empty() {
            true => trouble.set(Some("Give the view a name.".to_owned())),
            false => save.run((typed, shared.get_untracked())),
        }
    };
    view! {
        <form class="save-view" on:submit=submit>
            <label>
                "Name"
                <input
                    type="text"
                    autocomplete="off"
                    maxlength=MAX_NAME.to_string()
                    prop:value=name
                    on:input=move |event| name.set(event_target_value(&event))
                />
            </label>
            <label class="switch">
                <input type="checkbox" prop:checked=shared on:change=move |event| shared.set(event_target_checked(&event)) />
                "Others who may read this history see it too"
            </label>
            <Show when=move || trouble.with(Option::is_some)>
                <p class="field-error" role="alert">{move || trouble.get()}</p>
            </Show>
            <div class="choices">
                <button type="submit" class="button primary" aria-disabled=move || busy.get().then_some("true")>"Save"</button>
                <button type="button" class="button" on:click=move |_| cancel.run(())>"Cancel"</button>
            </div>
        </form>
    }
    .into_any()
}
