//! Pages whose code is a file of its own: loaded when it is first shown, so that it costs the first rows
//! nothing.
//!
//! The code is cut at a function with `#[wasm_split(name, fallible)]`, which gives a [`Part`] and from outside is
//! asynchronous. What only it leads to is in `lazy-{name}-{hash}.wasm`; pages that share much share a name.

use std::pin::Pin;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_split_helpers::SplitLoaderError;

use crate::client::Version;
use crate::components::notice::{Trouble, TroubleNotice};
use crate::text::PRODUCT;
use crate::ui::focus::{focus, is_within};

/// Makes the view, as often as it is shown.
pub(crate) type Make = Arc<dyn Fn() -> AnyView + Send + Sync>;
/// What a function gives whose code is loaded later.
pub(crate) type Part = Result<Make, SplitLoaderError>;
/// A [`Part`] on its way.
pub(crate) type Coming = Pin<Box<dyn Future<Output = Part>>>;

/// The part that makes views by `make`.
pub(crate) fn part(make: impl Fn() -> AnyView + Send + Sync + 'static) -> Part {
    Ok(Arc::new(make))
}

/// The page that `load` brings. Until it is there, and if it does not come, the page has the heading `title`.
pub(crate) fn page(title: &'static str, load: impl Fn() -> Coming + Send + Sync + 'static) -> AnyView {
    document().set_title(&format!("{title} · {PRODUCT}"));
    let loaded = Loaded::follow(Box::new(load));
    (move || {
        // Who was on the heading, or asked once more, is on the heading.
        if is_within("h1, main [role=alert]") {
            focus("h1");
        }
        let busy = loaded.is_coming().to_string();
        loaded.shown().unwrap_or_else(|rest| {
            view! { <main class="page" aria-busy=busy><h1 tabindex="-1">{title}</h1>{rest}</main> }.into_any()
        })
    })
    .into_any()
}

/// What `load` brings, for a region of a page: until it is there, `coming` keeps its place.
pub(crate) fn region(coming: fn() -> AnyView, load: impl Fn() -> Coming + Send + Sync + 'static) -> AnyView {
    let loaded = Loaded::follow(Box::new(load));
    (move || match loaded.state.get() {
        State::Coming => coming(),
        _ => loaded.shown().unwrap_or_else(|rest| rest),
    })
    .into_any()
}

/// What `load` brings, and nothing until it is there or if it does not come: what is shown elsewhere, too.
pub(crate) fn aside(load: impl Fn() -> Coming + Send + Sync + 'static) -> AnyView {
    let loaded = Loaded::follow(Box::new(load));
    (move || loaded.shown().ok()).into_any()
}

/// How far a part is.
#[derive(Clone)]
enum State {
    Coming,
    Failed,
    Here(Make),
}

/// A part that is loaded, and again when the reader asks for it.
#[derive(Clone, Copy)]
struct Loaded {
    state: RwSignal<State>,
    retry: Callback<()>,
}

impl Loaded {
    fn follow(load: Box<dyn Fn() -> Coming + Send + Sync>) -> Loaded {
        let state = RwSignal::new(State::Coming);
        let version = Version::of_page();
        let ask = move || {
            let coming = load();
            spawn_local(async move {
                let next = match coming.await {
                    Ok(make) => State::Here(make),
                    Err(_) => {
                        // The file may be gone because there is a newer console: then a banner says so.
                        version.check();
                        State::Failed
                    }
                };
                // The reader may have gone elsewhere meanwhile.
                let _ = state.try_set(next);
            });
        };
        ask();
        let retry = Callback::new(move |()| {
            state.set(State::Coming);
            ask();
        });
        Loaded { state, retry }
    }

    fn is_coming(self) -> bool {
        self.state.with(|state| matches!(state, State::Coming))
    }

    /// The part; or, while it is not there, what is shown instead.
    fn shown(self) -> Result<AnyView, AnyView> {
        match self.state.get() {
            State::Here(make) => Ok(make()),
            State::Coming => Err(view! { <p class="waiting">"Loading …"</p> }.into_any()),
            State::Failed => {
                let trouble = Trouble {
                    title: "This part of the console did not load",
                    message: "Check that the server is running and that this device is online. If that does \
                              not help, reload the page."
                        .to_owned(),
                    request_id: None,
                };
                Err(view! { <TroubleNotice trouble=trouble retry=self.retry /> }.into_any())
            }
        }
    }
}
