//! Effects and memos whose code is loaded once, however many there are: Leptos makes a copy for each closure.

use leptos::prelude::*;

/// As [`Effect::new`], for an effect that keeps nothing.
pub(crate) fn effect(run: impl Fn() + 'static) {
    boxed(Box::new(run));
}

fn boxed(run: Box<dyn Fn()>) {
    Effect::new(move |_| run());
}

/// As [`Memo::new`], for a memo that does not look at what it was.
pub(crate) fn memo<T: PartialEq + Send + Sync + 'static>(
    make: impl Fn() -> T + Send + Sync + 'static,
) -> Memo<T> {
    boxed_memo(Box::new(make))
}

fn boxed_memo<T: PartialEq + Send + Sync + 'static>(make: Box<dyn Fn() -> T + Send + Sync>) -> Memo<T> {
    Memo::new(move |_| make())
}
