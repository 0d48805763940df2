//! Events over time as stacked bars: a stretch of it is asked for alone by the pointer, and by the keyboard.
//!
//! The drawing is one stop of the Tab key. The arrows go from bar to bar, with Shift they choose a stretch,
//! Enter asks for it and Escape lets it go. What the bar in question holds stands in words above it.

use std::sync::Arc;

use leptos::prelude::*;
use model::{Bound, Bucket, Histogram, TimeRange};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, PointerEvent};

use super::bar_table::bar_table;
use super::bars::{GAP, HEIGHT, STEP, heights, most, under};
use crate::text::bars::{at, sentence, width};
use crate::text::figures::{counted, totals};
use crate::text::moment;
use crate::text::zone::Zone;
use crate::ui::focus::focus_nth;
use crate::ui::react::memo;

/// The classes of what failed, was denied and worked; in `style/44-histogram.css` too.
const OUTCOMES: [&str; 3] = ["failed", "denied", "ok"];
const BARS: &str = ".bars [role=button]";

/// How a stretch of time is asked for alone.
#[derive(Clone, Copy)]
pub(crate) struct Zoom {
    /// Asks for it.
    pub(crate) to: Callback<TimeRange>,
    /// The address of it.
    pub(crate) link: Callback<TimeRange, String>,
}

/// The range of some bars.
pub(crate) fn range(bars: &[Bucket]) -> Option<TimeRange> {
    let (first, last) = (bars.first()?, bars.last()?);
    Some(TimeRange { from: Bound::At(first.from), to: Bound::At(last.to) })
}

/// What is pointed at.
#[derive(Clone, Copy)]
struct Pointing {
    /// The bar under the pointer or the focus.
    at: RwSignal<Option<usize>>,
    /// The bars that are chosen: where that began, and where it is.
    chosen: RwSignal<Option<(usize, usize)>>,
    /// The bar that the Tab key leads to.
    stop: RwSignal<usize>,
}

/// Sums, bars and their time; or the same as a table. `children` stand at the end of the first line.
pub(crate) fn histogram(shown: &Arc<Histogram>, zone: Zone, zoom: Zoom, table: RwSignal<bool>) -> AnyView {
    let buckets = &shown.buckets;
    let pointing = Pointing {
        at: RwSignal::new(None),
        chosen: RwSignal::new(None),
        stop: RwSignal::new(buckets.len().saturating_sub(1)),
    };
    let histogram = shown.clone();
    let said = move || {
        let buckets = &histogram.buckets;
        let bars = match (pointing.chosen.get(), pointing.at.get()) {
            (Some((a, b)), _) => &buckets[a.min(b)..=a.max(b)],
            (None, Some(at)) => &buckets[at..=at],
            (None, None) => return width(histogram.width),
        };
        sentence(bars, zone)
    };
    let [ok, denied, failed] = totals(buckets);
    let sum = |class, word, n| {
        let n = counted(model::Count { n, exactness: shown.exactness });
        view! { <li class=class>{word} " " <b>{n}</b></li> }.into_any()
    };
    let ends = shown.span.map(|span| {
        let middle = span.from.plus_millis((span.to.millis() - span.from.millis()) / 2);
        let end = format!("{} {}", at(span.to, zone), moment::offset_name(zone.offset(span.to)));
        view! { <span>{at(span.from, zone)}</span> <span>{at(middle, zone)}</span> <span>{end}</span> }
    });
    let histogram = shown.clone();
    let rows = move || table.get().then(|| bar_table(&histogram, zone, zoom.link));
    view! {
        <ul class="sums" aria-label="Events by outcome">
            {sum("ok", "OK", ok)} {sum("denied", "Denied", denied)} {sum("failed", "Failed", failed)}
        </ul>
        <p class="said">{said}</p>
        {drawing(shown.clone(), zone, zoom, pointing)}
        <p class="axis" aria-hidden="true">{ends}</p>
        {rows}
    }
    .into_any()
}

fn drawing(shown: Arc<Histogram>, zone: Zone, zoom: Zoom, pointing: Pointing) -> AnyView {
    let Pointing { at, chosen, stop } = pointing;
    let bars = shown.buckets.len();
    let most = most(&shown.buckets);
    let mut drawn = Vec::new();
    for (n, bucket) in shown.buckets.iter().enumerate() {
        let mut top = HEIGHT;
        for (height, class) in heights(bucket, most).into_iter().zip(OUTCOMES) {
            top -= height;
            if height > 0 {
                drawn.push(rect(class, n * STEP + GAP / 2, STEP - GAP, top, height));
            }
        }
        let label = sentence(std::slice::from_ref(bucket), zone);
        drawn.push(
            view! {
                <rect
                    role="button"
                    aria-label=label
                    tabindex=move || if stop.get() == n { "0" } else { "-1" }
                    x=n * STEP
                    y=0
                    width=STEP
                    height=HEIGHT
                ></rect>
            }
            .into_any(),
        );
    }
    let go = move |from: usize, to: usize| {
        chosen.set(None);
        if let Some(range) = shown.buckets.get(from.min(to)..=from.max(to)).and_then(range) {
            zoom.to.run(range);
        }
    };
    let asks = go.clone();
    let on_key = move |event: KeyboardEvent| {
        let here = stop.get_untracked();
        let there = match event.key().as_str() {
            "ArrowLeft" => here.saturating_sub(1),
            "ArrowRight" => (here + 1).min(bars.saturating_sub(1)),
            "Home" => 0,
            "End" => bars.saturating_sub(1),
            "Enter" | " " => {
                let (from, to) = chosen.get_untracked().unwrap_or((here, here));
                event.prevent_default();
                return asks(from, to);
            }
            "Escape" if chosen.with_untracked(Option::is_some) => {
                chosen.set(None);
                event.prevent_default();
                return event.stop_propagation();
            }
            _ => return,
        };
        let from = chosen.get_untracked().map_or(here, |(from, _)| from);
        chosen.set(event.shift_key().then_some((from, there)));
        stop.set(there);
        at.set(Some(there));
        focus_nth(BARS, there);
        event.prevent_default();
        event.stop_propagation();
    };
    let place = move |event: &PointerEvent| {
        let drawing = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
        let bounds = drawing.map(|drawing| drawing.get_bounding_client_rect());
        bounds.map_or(0, |bounds| under(f64::from(event.client_x()) - bounds.left(), bounds.width(), bars))
    };
    let held = RwSignal::new(false);
    let take = move |event: PointerEvent| {
        let drawing = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
        if let (Some(drawing), 0, true) = (drawing, event.button(), bars > 0) {
            let _ = drawing.set_pointer_capture(event.pointer_id());
            let here = place(&event);
            held.set(true);
            stop.set(here);
            chosen.set(Some((here, here)));
        }
    };
    let follow = move |event: PointerEvent| {
        let here = (bars > 0).then(|| place(&event));
        at.set(here);
        if let (true, Some(here)) = (held.get_untracked(), here) {
            chosen.update(|chosen| *chosen = chosen.map(|(from, _)| (from, here)));
        }
    };
    let asks = go.clone();
    let let_go = move |_: PointerEvent| {
        let chosen = chosen.get_untracked().filter(|_| held.get_untracked());
        held.set(false);
        if let Some((from, to)) = chosen {
            asks(from, to);
        }
    };
    let lose = move |_: PointerEvent| {
        held.set(false);
        chosen.set(None);
        at.set(None);
    };
    // What no pointer did: assistive technology presses the bar.
    let press = move |event: web_sys::MouseEvent| {
        let bar = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let x = bar.and_then(|bar| bar.get_attribute("x")?.parse::<usize>().ok());
        if let (Some(x), 0) = (x, event.detail()) {
            go(x / STEP, x / STEP);
        }
    };
    let width = memo(move || chosen.get().map_or(0, |(a, b)| (a.abs_diff(b) + 1) * STEP));
    view! {
        <svg
            class="bars"
            role="group"
            aria-label="Bars: arrows move, Shift chooses more, Enter zooms"
            viewBox=format!("0 0 {} {HEIGHT}", bars.max(1) * STEP)
            preserveAspectRatio="none"
            on:keydown=on_key
            on:focusin=move |_| at.set(Some(stop.get_untracked()).filter(|_| bars > 0))
            on:focusout=move |_| at.set(None)
            on:pointerdown=take
            on:pointermove=follow
            on:pointerup=let_go
            on:pointercancel=lose
            on:pointerleave=move |_| at.set(None)
            on:click=press
        >
            <rect
                class="chosen"
                x=move || chosen.get().map_or(0, |(a, b)| a.min(b) * STEP)
                y=0
                width=width
                height=HEIGHT
            ></rect>
            {drawn}
        </svg>
    }
    .into_any()
}

fn rect(class: &'static str, x: usize, width: usize, y: u64, height: u64) -> AnyView {
    view! { <rect class=class x=x y=y width=width height=height></rect> }.into_any()
}
