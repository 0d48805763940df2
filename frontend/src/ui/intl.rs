//! The browser's knowledge of time zones: their names, and their offsets from UTC at any moment.
//!
//! Time zone data would be a quarter of what a reader has to load, and the browser has it already.

use std::cell::RefCell;

use js_sys::{Array, Function, Intl, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// No page is in more zones than there are names.
const MOST: usize = 600;

thread_local! {
    /// The zones asked for so far, each with what writes a moment in it.
    static ZONES: RefCell<Vec<(&'static str, Function)>> = const { RefCell::new(Vec::new()) };
}

/// The zone that the browser knows by `name`; the name is kept for as long as the page lives.
pub(crate) fn zone(name: &str) -> Option<&'static str> {
    let known = |name: &str| ZONES.with_borrow(|zones| Some(zones.iter().find(|zone| zone.0 == name)?.0));
    if let Some(known) = known(name) {
        return Some(known);
    }
    let format = format_of(Some(name))?;
    // An older or a newer name of the zone is as good as the one that the browser prefers.
    let spelled =
        spelled(&format).filter(|spelled| spelled.eq_ignore_ascii_case(name)).unwrap_or(name.to_owned());
    if ZONES.with_borrow(Vec::len) > MOST {
        return known(&spelled);
    }
    let name: &'static str = Box::leak(spelled.into_boxed_str());
    ZONES.with_borrow_mut(|zones| zones.push((name, format.format())));
    Some(name)
}

/// Minutes east of UTC in `zone`, which [`zone`] gave, `millis` after 1970.
pub(crate) fn offset(zone: &'static str, millis: i64) -> i64 {
    let format = ZONES.with_borrow(|zones| Some(zones.iter().find(|known| known.0 == zone)?.1.clone()));
    let written =
        format.and_then(|f| f.call1(&JsValue::UNDEFINED, &(millis as f64).into()).ok()?.as_string());
    written.map_or(0, |text| minutes(&text))
}

/// The name of the browser's own zone.
pub(crate) fn local() -> Option<String> {
    spelled(&format_of(None)?)
}

/// The names of all zones; none from a browser that has no list.
pub(crate) fn names() -> Vec<String> {
    let list = || -> Option<Array> {
        let intl = get(&js_sys::global(), "Intl")?;
        let values: Function = get(&intl, "supportedValuesOf")?.dyn_into().ok()?;
        values.call1(&intl, &"timeZone".into()).ok()?.dyn_into().ok()
    };
    list().map(|names| names.iter().filter_map(|name| name.as_string()).collect()).unwrap_or_default()
}

/// What writes a moment with its offset in the zone `name`, or in the browser's own; `None` when there is
/// no such zone.
fn format_of(name: Option<&str>) -> Option<Intl::DateTimeFormat> {
    let constructor: Function = get(&get(&js_sys::global(), "Intl")?, "DateTimeFormat")?.dyn_into().ok()?;
    let options = Object::new();
    Reflect::set(&options, &"timeZoneName".into(), &"longOffset".into()).ok()?;
    if let Some(name) = name {
        Reflect::set(&options, &"timeZone".into(), &name.into()).ok()?;
    }
    // The constructor throws when it is given a name that is none.
    let made = Reflect::construct(&constructor, &Array::of2(&"en-US".into(), &options)).ok()?;
    Some(made.unchecked_into())
}

fn spelled(format: &Intl::DateTimeFormat) -> Option<String> {
    get(&format.resolved_options(), "timeZone")?.as_string()
}

fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &name.into()).ok().filter(|value| !value.is_undefined())
}

/// `330` for `11/22/2026, GMT+05:30`. Seconds, which zones had before there were trains, are cut off.
fn minutes(written: &str) -> i64 {
    let offset = written.rsplit("GMT").next().unwrap_or_default();
    let mut parts = offset.trim_start_matches(['+', '-', '−']).split(':').map(|n| n.parse().unwrap_or(0));
    let minutes = parts.next().unwrap_or(0) * 60 + parts.next().unwrap_or(0);
    if offset.starts_with(['-', '−']) { -minutes } else { minutes }
}

#[cfg(test)]
mod tests {
    use super::minutes;

    #[test]
    fn an_offset_as_browsers_write_it() {
        for (text, expected) in [
            ("11/22/2026, GMT", 0),
            ("11/22/2026, GMT+05:45", 345),
            ("11/22/2026, GMT-03:30", -210),
            ("11/22/2026, GMT−08:00", -480),
            ("1/1/1900, GMT-00:01:15", -1),
        ] {
            assert_eq!(minutes(text), expected, "{text}");
        }
    }
}
