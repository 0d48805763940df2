//! The values of a key as the account has them, asked for while a value is typed.

use std::time::Duration;

use leptos::prelude::*;
use model::filter::Key;
use model::{Filter, Query, Values};

use crate::client;
use crate::components::offers::Suggest;
use crate::paths;
use crate::ui::react::{effect, memo};
use crate::url::View;

/// How long nothing is typed before anything is asked.
const REST: Duration = Duration::from_millis(150);
/// The keys whose values are counted.
pub(crate) const COUNTED: [Key; 9] = [
    Key::Who,
    Key::Account,
    Key::AccessKey,
    Key::Event,
    Key::Service,
    Key::Error,
    Key::Region,
    Key::Ip,
    Key::ResourceType,
];

/// What the query bar wants of values, and what there is: counted in the time range of the page, whatever else
/// the query says, which is what rollups answer. Whatever is typed next gives up what was asked.
pub(crate) fn suggest(view: Signal<View>) -> Suggest {
    let wanted = RwSignal::new(None::<(Key, String)>);
    let asked = RwSignal::new(None::<(Key, String)>);
    let turn = StoredValue::new(0_u32);
    let new = memo(move || wanted.get());
    effect(move || {
        // Read, not only tracked: a memo that nobody reads follows nothing.
        new.get();
        turn.update_value(|n| *n += 1);
        let mine = turn.get_value();
        asked.set(None);
        let ask = move || {
            if turn.try_get_value() == Some(mine) {
                asked.set(wanted.get_untracked().filter(|(key, _)| COUNTED.contains(key)));
            }
        };
        set_timeout(ask, REST);
    });
    let answer = client::follow::<Values>(move || {
        let (key, prefix) = asked.get()?;
        let query = view.with_untracked(|view| Query { filter: Filter::default(), ..view.query.clone() });
        // The API takes no longer one; nothing of that length is counted.
        (prefix.len() <= 128).then(|| paths::api_values(&query, key, &prefix))
    });
    let found = Signal::derive(move || {
        answer.value.with(|value| match value {
            Some(Ok(values)) => Some(values.facet.clone()),
            _ => None,
        })
    });
    Suggest { wanted, found }
}
