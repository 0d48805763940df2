//! The reader's account: who is signed in, as what, and the way out.

use leptos::prelude::*;

use crate::ui::popover::Popover;
use crate::ui::untrusted::Untrusted;
use crate::ui::visible;

/// Who reads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reader {
    /// What the issuer calls them; empty when they may not see anything.
    pub(crate) name: String,
    /// What they may do.
    pub(crate) groups: Vec<String>,
}

impl Reader {
    fn role(&self) -> &'static str {
        let is = |group: &str| self.groups.iter().any(|one| one == group);
        match (is("admin"), is("auditor")) {
            (true, _) => "Administrator",
            (false, true) => "Auditor",
            (false, false) => "No access to this history",
        }
    }

    /// For the button, where there is little room.
    fn short(&self) -> String {
        if self.name.is_empty() { "Account".to_owned() } else { visible::plain(&self.name) }
    }
}

/// The menu. `failed`: signing out did not work.
#[component]
pub(crate) fn Account(reader: Reader, failed: Signal<bool>, sign_out: Callback<()>) -> impl IntoView {
    let open = RwSignal::new(false);
    let role = reader.role();
    let trigger = reader.short();
    view! {
        <div class="account">
            <Popover label="Account" trigger=trigger open=open>
                <p class="reader">
                    <Untrusted text=reader.name.clone() identity=true />
                    <span>{role}</span>
                </p>
                <button type="button" class="button" on:click=move |_| sign_out.run(())>"Sign out"</button>
                <Show when=move || failed.get()>
                    <p class="field-error" role="alert">
                        "Signing out did not work: the server gave no answer. You are still signed in."
                    </p>
                </Show>
            </Popover>
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_in_words() {
        let reader = |groups: &[&str]| Reader {
            name: "Ana".to_owned(),
            groups: groups.iter().map(|group| (*group).to_owned()).collect(),
        };
        for (groups, role) in [
            (&["auditor"][..], "Auditor"),
            (&["admin"], "Administrator"),
            (&["auditor", "admin"], "Administrator"),
            (&[], "No access to this history"),
        ] {
            assert_eq!(reader(groups).role(), role);
        }
        assert_eq!(Reader::default().short(), "Account");
        assert_eq!(reader(&[]).short(), "Ana");
    }
}
