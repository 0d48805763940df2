//! The width of an element, followed.

use crate::ui::react::effect;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};

/// The width of `element` in CSS pixels, kept up to date; until it is drawn, that of what `around` finds, so
/// that nothing moves when it is.
pub(crate) fn width_of(element: Signal<Option<Element>>, around: &str) -> ReadSignal<i32> {
    let found = document().query_selector(around).ok().flatten();
    let (width, set_width) = signal(found.map_or(0, |found| found.client_width()));
    let observer = StoredValue::new_local(None::<(ResizeObserver, Closure<dyn FnMut()>)>);
    effect(move || {
        let Some(element) = element.get() else { return };
        let observed = element.clone();
        let changed = Closure::<dyn FnMut()>::new(move || {
            if width.try_get_untracked() != Some(observed.client_width()) {
                let _ = set_width.try_set(observed.client_width());
            }
        });
        let made = ResizeObserver::new(changed.as_ref().unchecked_ref());
        if let Ok(made) = made {
            made.observe(&element);
            observer.set_value(Some((made, changed)));
        }
    });
    on_cleanup(move || {
        if let Some(Some((observer, _))) = observer.try_update_value(Option::take) {
            observer.disconnect();
        }
    });
    width
}
