//! The dialog over a page whose session is over. The page stays, to be read or copied; only sign-in, which
//! comes back to it, lets it ask anything again.

use leptos::html;
use leptos::prelude::*;

/// Shown while `open`; `sign_in` gives the address that leads through sign-in to this very page.
#[component]
pub(crate) fn SessionEnded(open: RwSignal<bool>, sign_in: fn() -> String) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let href = RwSignal::new(String::new());
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        if !open.get() {
            dialog.close();
        } else if !dialog.open() {
            href.set(sign_in());
            // It only fails for a dialog that is gone from the page, or open.
            let _ = dialog.show_modal();
        }
    });
    view! {
        <dialog
            class="modal"
            aria-labelledby="session-ended"
            node_ref=dialog
            on:close=move |_| open.set(false)
        >
            <h2 id="session-ended">"Session ended"</h2>
            <p>"You were signed out, or were away for too long. What this page shows stays as it was."</p>
            <p>"Sign in to go on where you are."</p>
            <div class="choices">
                <a class="button primary" href=href rel="external">"Sign in"</a>
                <button type="button" class="button" on:click=move |_| open.set(false)>"Not now"</button>
            </div>
        </dialog>
    }
    .into_any()
}
