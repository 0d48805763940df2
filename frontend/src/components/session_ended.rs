//! The dialog over a page whose session is over. The page stays, to be read or copied; only sign-in, which
//! comes back to it, lets it ask anything again.

use leptos::prelude::*;

use crate::ui::dialog::Dialog;
use crate::ui::react::memo;

/// Shown while `open`; `sign_in` gives the address that leads through sign-in to this very page.
#[component]
pub(crate) fn SessionEnded(open: RwSignal<bool>, sign_in: fn() -> String) -> impl IntoView {
    let href = memo(move || if open.get() { sign_in() } else { String::new() });
    view! {
        <Dialog open=open id="session-ended" title="Session ended">
            <p>"You were signed out, or were away for too long. What this page shows stays as it was."</p>
            <p>"Sign in to go on where you are."</p>
            <div class="choices">
                <a class="button primary" href=href rel="external">"Sign in"</a>
                <button type="button" class="button" on:click=move |_| open.set(false)>"Not now"</button>
            </div>
        </Dialog>
    }
    .into_any()
}
