//! A button and the small dialog that it opens beneath itself.
//!
//! Focus goes into the dialog when it opens and back to the button when it closes, unless it went elsewhere;
//! a click or a step of the focus elsewhere closes it too. A click between its fields gives it the focus
//! itself, and is none elsewhere.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::icon::Icon;
use crate::ui::react::effect;

/// A button named `label` that shows `trigger` and opens the dialog named `label` around `children`.
#[component]
pub(crate) fn Popover(
    label: &'static str,
    #[prop(into)] trigger: Signal<String>,
    open: RwSignal<bool>,
    /// The single key that presses the button.
    #[prop(optional)]
    keys: Option<&'static str>,
    children: ChildrenFn,
) -> impl IntoView {
    let root = NodeRef::<html::Div>::new();
    let button = NodeRef::<html::Button>::new();
    let dialog = NodeRef::<html::Div>::new();
    effect(move || {
        if let (true, Some(dialog)) = (open.get(), dialog.get()) {
            // What is chosen already, else what comes first.
            let find = |selector| dialog.query_selector(selector).ok().flatten();
            let start = find("[aria-current]").or_else(|| find("input, button, a"));
            if let Some(start) = start.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
                let _ = start.focus();
            }
        }
    });
    // What had the focus in the dialog is gone with it, whether something was chosen or Escape pressed.
    Effect::new(move |before: Option<bool>| {
        let now = open.get();
        if before == Some(true) && !now {
            request_animation_frame(move || {
                let nowhere = document().active_element().is_none_or(|active| active.tag_name() == "BODY");
                if let (true, Some(button)) = (nowhere, button.try_get_untracked().flatten()) {
                    let _ = button.focus();
                }
            });
        }
        now
    });
    let on_key = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            event.stop_propagation();
            open.set(false);
        }
    };
    let outside = move |target: Option<web_sys::EventTarget>| {
        let node = target.and_then(|t| t.dyn_into::<web_sys::Node>().ok());
        root.get_untracked().is_some_and(|root| node.is_some_and(|node| !root.contains(Some(&node))))
    };
    let on_leave = move |event: web_sys::FocusEvent| {
        if outside(event.related_target()) {
            open.set(false);
        }
    };
    let click = window_event_listener(leptos::ev::pointerdown, move |event| {
        if open.get_untracked() && outside(event.target()) {
            open.set(false);
        }
    });
    on_cleanup(move || click.remove());
    let name = move || {
        let shown = trigger.get();
        if shown == label { shown } else { format!("{label}: {shown}") }
    };
    view! {
        <div class="popover" node_ref=root on:keydown=on_key on:focusout=on_leave>
            <button
                type="button"
                class="button"
                node_ref=button
                aria-label=name
                aria-haspopup="dialog"
                aria-keyshortcuts=keys
                aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|o| *o = !*o)
            >
                <span class="clip">{trigger}</span>
                <Icon name="down" />
            </button>
            <Show when=move || open.get()>
                <div class="popover-body" role="dialog" aria-label=label tabindex="-1" node_ref=dialog>
                    {children()}
                </div>
            </Show>
        </div>
    }
    .into_any()
}
