//! Live: new events are looked for every few seconds, and wait until the reader wants them.

use std::time::Duration;

use leptos::prelude::*;
use model::{Bound, Page, Query, Sort, TimeRange};

use super::address::{Address, Step};
use crate::client::{self, Answer};
use crate::paths;
use crate::text::{live_button, news};
use crate::ui::announce::announcer;
use crate::ui::focus::{focus, is_reading};
use crate::ui::react::{effect, memo};
use crate::url::View;

const TICK: Duration = Duration::from_secs(5);
/// The longest pause after failures, in ticks.
const LONGEST: u32 = 12;
/// At most so often, in ticks, is anything said aloud.
const QUIET: u32 = 2;

/// What is known of newer events.
#[derive(Clone, Copy)]
pub(crate) struct Live {
    address: Address,
    rows: Answer<Page>,
    polled: Answer<Page>,
    /// How many events wait, and whether there may be more.
    waiting: Memo<(usize, bool)>,
}

/// Whether newer events would stand on this page: the first, the newest first, up to now.
fn may_follow(view: &View) -> bool {
    view.query.at.is_none() && view.query.sort == Sort::NewestFirst && view.query.range.to == Bound::Now
}

/// `view` as it can be followed.
fn followed(view: &View) -> View {
    let range = TimeRange { to: Bound::Now, ..view.query.range };
    let query = Query { range, sort: Sort::NewestFirst, at: None, ..view.query.clone() };
    view.with_query(query).with_live(true)
}

/// How many rows of `newer` are not in `older`; and whether there may be more, behind the page.
fn new_rows(older: &Page, newer: &Page) -> (usize, bool) {
    let known = |id: &str| older.rows.iter().any(|row| row.id == id);
    let new = newer.rows.iter().filter(|row| !known(&row.id)).count();
    (new, new > 0 && new == newer.rows.len() && newer.next.is_some())
}

impl Live {
    /// Looks for newer events than `rows` while the address says so.
    pub(crate) fn follow(address: Address, rows: Answer<Page>) -> Live {
        let view = address.view;
        let path = memo(move || {
            let follows = |view: &View| view.live && may_follow(view);
            view.with(|view| follows(view).then(|| paths::api_events(&view.query, view.columns())))
        });
        let tick = RwSignal::new(0_u32);
        let polled = client::follow::<Page>(move || path.get().filter(|_| tick.get() > 0));
        let (pause, rest) = (StoredValue::new(0_u32), StoredValue::new(1_u32));
        let step = move || {
            let busy = rows.busy.get_untracked() || polled.busy.get_untracked();
            if path.with_untracked(Option::is_none) || busy || document().hidden() || is_reading() {
                return;
            }
            let left = pause.get_value();
            pause.set_value(left.saturating_sub(1));
            if left == 0 {
                tick.update(|n| *n += 1);
            }
        };
        if let Ok(ticking) = set_interval_with_handle(step, TICK) {
            on_cleanup(move || ticking.clear());
        }
        // After each failure twice as long.
        effect(move || {
            let failed = polled.value.with(|value| matches!(value, Some(Err(_))));
            rest.update_value(|rest| *rest = if failed { (*rest * 2).min(LONGEST) } else { 1 });
            pause.set_value(rest.get_value() - 1);
        });
        // What was found for another question is none of this one's.
        effect(move || {
            path.get();
            tick.set(0);
        });
        let waiting = memo(move || {
            let newer = polled.value.get().and_then(Result::ok);
            let older = rows.value.get().and_then(Result::ok);
            newer.zip(older).map_or((0, false), |(newer, older)| new_rows(&older, &newer))
        });
        let (voice, said) = (announcer(), StoredValue::new(0_u32));
        effect(move || {
            let (n, more) = waiting.get();
            let now = tick.get_untracked();
            if n > 0 && (said.get_value() == 0 || now >= said.get_value() + QUIET) {
                said.set_value(now.max(1));
                voice.say(news(n, more));
            }
        });
        Live { address, rows, polled, waiting }
    }

    /// The button that follows what happens, or no longer.
    pub(crate) fn button(self) -> AnyView {
        let Live { address, .. } = self;
        let view = address.view;
        let on = memo(move || view.with(|view| view.live));
        let turn = move |_| {
            let view = view.get_untracked();
            let next = if view.live { view.with_live(false) } else { followed(&view) };
            address.show(&next, Step::Push);
        };
        let title = move || view.with(|view| live_button(view.live, may_follow(view)));
        view! {
            <button
                type="button"
                class="button live"
                title=title
                aria-pressed=move || on.get().to_string()
                aria-keyshortcuts="l"
                on:click=turn
            >
                "Live"
            </button>
        }
        .into_any()
    }

    /// How many events wait, while some do: they come when they are called.
    pub(crate) fn pill(self) -> AnyView {
        let Live { rows, polled, waiting, .. } = self;
        let come = move |_| {
            if let Some(Ok(newer)) = polled.value.get_untracked() {
                rows.value.set(Some(Ok(newer)));
                focus(".table tr[data-id] th a");
            }
        };
        let pill = move || {
            let (n, more) = waiting.get();
            (n > 0).then(|| {
                view! {
                    <div class="news">
                        <button type="button" class="button primary" aria-keyshortcuts="." on:click=come>
                            {news(n, more)}
                        </button>
                    </div>
                }
            })
        };
        pill.into_any()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_newest_up_to_now_can_be_followed() {
        let view = |text: &str| crate::url::parse(text).view;
        assert!(may_follow(&view("q=who:ana&from=-1h&live=1")));
        for text in ["at=AAAA", "sort=time", "to=-1h", "from=-1h&to=2026-11-22"] {
            assert!(!may_follow(&view(text)), "{text}");
            assert!(may_follow(&followed(&view(text))) && followed(&view(text)).live, "{text}");
        }
        assert_eq!(followed(&view("q=who:ana&sel=1")).to_string(), "q=who%3Aana&live=1");
    }
}
