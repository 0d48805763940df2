//! The rows that were loaded lately: the query bar offers their values.

use std::sync::Arc;

use leptos::prelude::*;
use model::Page;

use crate::client::Answer;
use crate::ui::react::effect;

/// So many pages, of at most a hundred rows, are remembered.
const MOST: usize = 10;

/// The pages that `rows` had last, the latest first.
pub(crate) fn seen(rows: Answer<Page>) -> Signal<Vec<Arc<Page>>> {
    let seen = RwSignal::new(Vec::<Arc<Page>>::new());
    effect(move || {
        if let Some(Ok(page)) = rows.value.get() {
            seen.update(|seen| {
                seen.insert(0, page);
                seen.truncate(MOST);
            });
        }
    });
    seen.into()
}
