//! What rollups cannot answer: which stretches of time have to be counted where the events are, and counting
//! them within the read budget.

use futures::future::try_join;
use model::event::Category;
use model::{Cost, Filter, Sort, Span, Summary};

use super::roll::{FORM, KEPT};
use super::spans::{ends, merged, overlap};
use crate::control::VALUE;
use crate::item::text;
use crate::plan::plan;
use crate::schema::CONTROL;
use crate::search::Search;
use crate::{Error, Store, key};

const HOUR: i64 = 3_600_000;
/// Stretches that are counted one by one. More are counted as one, from the first to the last: each costs a
/// round trip at least, and their events are few, or the hours would be rolled.
const MAX_STRETCHES: usize = 24;
/// Rows taken at once.
const STEP: usize = 2_000;

/// Stretches that were not counted, as the read budget was spent.
#[derive(Debug, Default)]
pub(crate) struct Left {
    /// What was not looked at at all.
    pub(crate) unseen: Vec<Span>,
    /// The same and the millisecond at which looking ended.
    pub(crate) doubtful: Vec<Span>,
}

impl Store {
    /// The stretches of `span` that rollups in slots of `slot` milliseconds do not answer: its ends, which
    /// fill no slot, and its dirty hours.
    pub(crate) async fn not_rolled(
        &self,
        span: Span,
        slot: i64,
        categories: &[Category],
        cost: &mut Cost,
    ) -> Result<Vec<Span>, Error> {
        let (mut of_kept, mut of_marks) = (Cost::default(), Cost::default());
        let kept = [(key::control(KEPT), CONTROL.to_owned())];
        let kept = self.items(&kept, &[], false, &mut of_kept);
        let (kept, marks) = try_join(kept, self.marks(&mut of_marks)).await?;
        cost.read_units += of_kept.read_units + of_marks.read_units;
        // Side by side.
        cost.round_trips += of_kept.round_trips.max(of_marks.round_trips);
        let is_kept = kept.first().and_then(|item| text(item, VALUE)) == Some(FORM);
        let Some(marks) = marks.filter(|_| is_kept) else { return Ok(vec![span]) };
        let dirty = marks.iter().flat_map(|mark| &mark.hours);
        let dirty = dirty.filter(|(_, category)| categories.contains(category));
        let hours = dirty.map(|(hour, _)| Span { from: *hour, to: hour.plus_millis(HOUR) });
        Ok(merged(hours.map(|hour| overlap(hour, span)).chain(ends(span, slot)).collect()))
    }

    /// Gives every row of `stretches` that matches `filter` to `each`, the newest stretch first, until the
    /// read budget is spent.
    pub(crate) async fn live(
        &self,
        filter: &Filter,
        stretches: &[Span],
        cost: &mut Cost,
        mut each: impl FnMut(&Summary),
    ) -> Result<Left, Error> {
        let mut left = Left::default();
        for span in stretches.iter().rev() {
            let plan = plan(filter, self.config.shards);
            let bounds = (span.from.to_string(), span.to.to_string(), Sort::NewestFirst);
            let mut search = Search::new(self, plan, bounds);
            let remaining = self.config.read_budget - cost.read_units;
            while remaining > 0.0 && !search.is_done() && search.cost.read_units < remaining {
                search.run(STEP, remaining).await?;
                search.found.drain(..).for_each(|row| each(&row));
            }
            cost.read_units += search.cost.read_units;
            cost.round_trips += search.cost.round_trips;
            if !search.is_done() {
                let reached = search.position().and_then(|position| Some(key::position_parts(&position)?.0));
                let to = reached.unwrap_or(span.to);
                left.unseen.push(Span { from: span.from, to });
                left.doubtful.push(overlap(Span { from: span.from, to: to.plus_millis(1) }, *span));
            }
        }
        Ok(left)
    }
}

/// `stretches`, or the one from the first to the last of them if they are many.
pub(crate) fn few(stretches: Vec<Span>) -> Vec<Span> {
    match (stretches.first(), stretches.last()) {
        (Some(first), Some(last)) if stretches.len() > MAX_STRETCHES => {
            vec![Span { from: first.from, to: last.to }]
        }
        _ => stretches,
    }
}
