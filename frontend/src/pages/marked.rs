//! The events that the reader marked, to compare them; they stay marked from one page of rows to the next.

use leptos::prelude::*;

use crate::paths;
use crate::ui::announce::Announcer;
use crate::url::View;
use crate::url::comparison::EVENTS;

/// What is marked.
#[derive(Clone, Copy)]
pub(crate) struct Marked {
    /// The ids, in the order in which they were marked.
    pub(crate) ids: RwSignal<Vec<String>>,
    /// Whether rows have a box to mark them with.
    pub(crate) picking: RwSignal<bool>,
    announcer: Announcer,
}

impl Marked {
    pub(crate) fn new(announcer: Announcer) -> Marked {
        Marked { ids: RwSignal::new(Vec::new()), picking: RwSignal::new(false), announcer }
    }

    /// Marks the event, or takes its mark away.
    pub(crate) fn toggle(self, id: String) {
        self.picking.set(true);
        let mut ids = self.ids.get_untracked();
        match ids.iter().position(|marked| *marked == id) {
            Some(place) => _ = ids.remove(place),
            None if ids.len() == *EVENTS.end() => {
                return self
                    .announcer
                    .say(format!("{} events are selected: no more can be compared.", ids.len()));
            }
            None => ids.push(id),
        }
        self.announcer.say(format!("{} selected.", ids.len()));
        self.ids.set(ids);
    }

    /// Takes all marks away; `false` when there was nothing to take.
    pub(crate) fn clear(self) -> bool {
        let marking = self.picking.get_untracked();
        self.picking.set(false);
        self.ids.set(Vec::new());
        marking
    }

    /// Where they are compared, once there are two; from there it goes back to `view`.
    pub(crate) fn comparison(self, view: Signal<View>) -> Signal<Option<String>> {
        Signal::derive(move || {
            let view = view.with(|view| view.selecting(None).to_string());
            self.ids.with(|ids| (ids.len() > 1).then(|| paths::comparison(ids, None, false, &view)))
        })
    }
}
