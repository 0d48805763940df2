//! Telling what came in.

use futures::future::try_join_all;
use model::event::Category;
use model::status::{HOUR, USUAL_REGIONS};
use model::{Cost, NotCollected, Sort, Source, Span, Status, Stream, Timestamp};

use super::column;
use super::note::{HALF_DAY, half};
use crate::item::{self, Item, text};
use crate::lane::Lanes;
use crate::plan::Drive;
use crate::schema::SK;
use crate::{Error, Retention, Store, key};

/// The most streams of one answer.
const STREAMS: usize = 300;
/// Streams that are read at once.
const AT_ONCE: usize = 50;
/// What the answer tells of when nothing is said about time, in milliseconds before now; the longest is ten
/// times that.
const USUAL: i64 = 90 * 24 * HOUR;

impl Store {
    /// What came in, with the sums and hours of `span`, or of the last 90 days; at most 300 streams. A longer
    /// span is cut to its last 900 days. It ends early at the read budget, and says that there is `more`.
    ///
    /// Two round trips for 50 streams, and one more for each further 50. A stream of which files came every
    /// five minutes costs 19 read units for 90 days; half a unit for a day or less, and half a unit more for
    /// each end that lies beyond the span.
    pub async fn status(&self, span: Option<Span>, now: Timestamp) -> Result<Status, Error> {
        let horizon = self.config.retention.horizon(now);
        let asked = span.unwrap_or(Span { from: now.plus_millis(-USUAL), to: now.plus_millis(1) });
        let to = asked.to.max(horizon);
        let span = Span { from: asked.from.max(horizon).max(to.plus_millis(-10 * USUAL)).min(to), to };
        let (directory, kinds) = futures::try_join!(self.directory(), self.never_came(horizon))?;
        let (names, mut more, mut cost) = directory;
        let (mut not_collected, of_kinds) = kinds;
        cost.read_units += of_kinds.read_units;
        cost.round_trips = cost.round_trips.max(of_kinds.round_trips);

        let mut streams: Vec<Stream> = Vec::new();
        for names in names.chunks(AT_ONCE) {
            if cost.read_units >= self.config.read_budget {
                more = true;
                break;
            }
            let read = try_join_all(names.iter().map(|name| self.stream(name, span, horizon))).await?;
            let trips = read.iter().map(|(_, cost)| cost.round_trips).max();
            cost.round_trips += trips.unwrap_or(0);
            cost.read_units += read.iter().map(|(_, cost)| cost.read_units).sum::<f64>();
            streams.extend(read.into_iter().filter_map(|(stream, _)| stream));
        }
        if !more && streams.iter().any(|stream| stream.source != Source::Activity) {
            let never = |region: &&&str| streams.iter().all(|stream| stream.region != ***region);
            let regions: Vec<String> =
                USUAL_REGIONS.iter().filter(never).map(|region| (*region).to_owned()).collect();
            if !regions.is_empty() {
                not_collected.push(NotCollected::Regions { regions });
            }
        }
        let retention_days = match self.config.retention {
            Retention::Days(days) => Some(days),
            Retention::Forever => None,
        };
        Ok(Status { now, retention_days, horizon, span, streams, more, not_collected, cost })
    }

    /// The names of the first streams, and whether there are more.
    async fn directory(&self) -> Result<(Vec<String>, bool, Cost), Error> {
        let query = self.partition(key::STREAMS.to_owned()).limit(STREAMS as i32 + 1);
        let mut cost = Cost::default();
        let read = self.read_partition(query, STREAMS + 1, self.config.read_budget, &mut cost).await?;
        let names = read.items.iter().filter_map(|item| text(item, SK)).map(str::to_owned);
        let mut names: Vec<String> = names.collect();
        let more = names.len() > STREAMS;
        names.truncate(STREAMS);
        Ok((names, more || !read.whole, cost))
    }

    /// The kinds of events of which none is kept.
    async fn never_came(&self, horizon: Timestamp) -> Result<(Vec<NotCollected>, Cost), Error> {
        let kinds = [
            (Category::Data, NotCollected::DataEvents),
            (Category::Network, NotCollected::NetworkActivity),
            (Category::Insight, NotCollected::InsightEvents),
        ];
        let asked = kinds.map(|(category, kind)| async move {
            let drive = Drive::everything(&[category], self.config.shards);
            let (low, high) = (horizon.to_string(), Timestamp::MAX.to_string());
            let (mut lanes, mut cost) = (Lanes::new(&drive, &low, &high, Sort::NewestFirst), Cost::default());
            lanes.read(self, 1, None, &mut cost).await?;
            Ok::<_, Error>((lanes.take().is_empty().then_some(kind), cost))
        });
        let mut all = Cost::default();
        let mut never = Vec::new();
        for (kind, cost) in try_join_all(asked).await? {
            never.extend(kind);
            all.read_units += cost.read_units;
            all.round_trips = all.round_trips.max(cost.round_trips);
        }
        Ok((never, all))
    }

    /// The stream `name`; `None` when nothing of it is kept any more.
    async fn stream(
        &self,
        name: &str,
        span: Span,
        horizon: Timestamp,
    ) -> Result<(Option<Stream>, Cost), Error> {
        let Some((account, region, source)) = key::stream_parts(name) else {
            return Err(Error::corrupt(key::STREAMS, "a stream that is none"));
        };
        let pk = format!("{}{name}", key::STREAMS);
        // What is past retention may not be deleted yet.
        let kept = (key::half(half(horizon)), key::half(Timestamp::MAX));
        let inside = (key::half(half(span.from)), key::half(half(span.to.plus_millis(-1))));
        let ((first, of_first), (inside, of_inside), (last, of_last)) = futures::try_join!(
            self.halves(&pk, &kept, true, Some(1)),
            self.halves(&pk, &inside, true, None),
            self.halves(&pk, &kept, false, Some(1)),
        )?;
        let cost = Cost {
            read_units: of_first.read_units + of_inside.read_units + of_last.read_units,
            round_trips: of_inside.round_trips,
        };
        let (Some(first), Some(last)) = (first.first(), last.first()) else {
            return Ok((None, cost));
        };
        let sum = |column: &str| -> u64 {
            inside.iter().filter_map(|item| item::integer(item, column)).map(i64::unsigned_abs).sum()
        };
        let moment = |item: &Item, column: &str| item::integer(item, column).map(Timestamp::from_millis);
        let newest = moment(last, column::NEWEST);
        let lag = |came: Timestamp, newest: Timestamp| (came.millis() - newest.millis()) / 1_000;
        let mut stream = Stream {
            account: account.to_owned(),
            region: region.to_owned(),
            source,
            last_event: newest,
            lag: moment(last, column::NEWEST_RECEIVED).zip(newest).map(|(came, newest)| lag(came, newest)),
            last_received: moment(last, column::RECEIVED),
            files: sum(column::FILES),
            events: sum(column::EVENTS),
            rejected: sum(column::REJECTED),
            redelivered: sum(column::AGAIN),
            approximate: sum(column::UNKNOWN) > 0,
            first_hour: hours(first).into_iter().min(),
            runs_from: None,
            runs: Vec::new(),
        };
        let touches = |hour: &Timestamp| hour.plus_millis(HOUR) > span.from && *hour < span.to;
        stream.set_hours(inside.iter().flat_map(hours).filter(touches));
        Ok((Some(stream), cost))
    }

    /// The half days of `pk` between two, both inclusive; at most so many. Without their hashes, which are most
    /// of them.
    async fn halves(
        &self,
        pk: &str,
        (low, high): &(String, String),
        forward: bool,
        most: Option<usize>,
    ) -> Result<(Vec<Item>, Cost), Error> {
        let told = TOLD.map(|name| format!(", #{name}")).concat();
        let query = self
            .partition_between(pk.to_owned(), low.clone(), high.clone())
            .projection_expression(format!("#sk{told}"))
            .scan_index_forward(forward)
            .set_limit(most.map(|most| most as i32));
        let query =
            TOLD.iter().fold(query, |q, name| q.expression_attribute_names(format!("#{name}"), *name));
        let mut cost = Cost::default();
        // A stream has two half days a day.
        let read = self.read_partition(query, most.unwrap_or(usize::MAX), f64::INFINITY, &mut cost).await?;
        Ok((read.items, cost))
    }
}

/// Attributes that are read: all but the hashes.
const TOLD: [&str; 9] = [
    column::FILES,
    column::EVENTS,
    column::REJECTED,
    column::AGAIN,
    column::UNKNOWN,
    column::HOURS,
    column::NEWEST,
    column::NEWEST_RECEIVED,
    column::RECEIVED,
];

/// The first moments of the hours of which an item has events.
fn hours(item: &Item) -> Vec<Timestamp> {
    let half = text(item, SK).and_then(key::half_parts).unwrap_or(Timestamp::MIN);
    let numbers = item.get(column::HOURS).and_then(|hours| hours.as_ns().ok());
    let hour = |number: &String| {
        let number: i64 = number.parse().ok().filter(|n| (0..HALF_DAY / HOUR).contains(n))?;
        Some(half.plus_millis(number * HOUR))
    };
    numbers.into_iter().flatten().filter_map(hour).collect()
}
