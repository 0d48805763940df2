//! What came in, for the store to note: a [`Delivery`] for each account, Region and half day of a file.

use std::collections::HashMap;

use model::{Event, Source, Timestamp};
use store::Delivery;

use crate::trail::TrailFile;

/// How far ahead of ours an event's time may be to be noted, in milliseconds. One of a far future would be the
/// newest for ever.
const AHEAD: i64 = 86_400_000;

/// The deliveries of a door, the ones that are still growing and the ones that are whole.
#[derive(Debug, Default)]
pub(crate) struct Arrivals {
    /// The way in, where it is not told by a file's name. What comes by it between two notes is one delivery.
    door: Option<Source>,
    open: HashMap<Place, Delivery>,
    whole: Vec<Delivery>,
}

/// Account, Region and half day, as a record says them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Place(String, String, Source, Timestamp);

impl Arrivals {
    /// Everything comes by `door`, in batches that are no files.
    pub(crate) fn by(door: Source) -> Arrivals {
        Arrivals { door: Some(door), ..Arrivals::default() }
    }

    /// Where the file `name` is from; asked once for each file.
    pub(crate) fn trail_file(&self, name: &str) -> Option<TrailFile> {
        if self.door.is_some() { None } else { TrailFile::of(name) }
    }

    /// Counts `event` of a file from `origin`. One that is older than `horizon`, or of a far future, tells
    /// nothing.
    pub(crate) fn event(
        &mut self,
        origin: Option<&TrailFile>,
        event: &Event,
        horizon: Timestamp,
        now: Timestamp,
    ) {
        if event.time >= horizon && event.time <= now.plus_millis(AHEAD) {
            let (account, region) = (event.account.as_deref(), event.region.as_deref());
            self.delivery(origin, account, region, event.time).add(&event.id, event.time);
        }
    }

    /// Ends the file `name` from `origin`, of which `rejected` records could not be read.
    pub(crate) fn end(&mut self, name: &str, origin: Option<&TrailFile>, rejected: u64, now: Timestamp) {
        // A file of a trail counts also without a record: something was delivered.
        let is_empty = self.open.is_empty() && origin.is_some();
        if rejected > 0 || is_empty {
            // Beside the file's newest events, where there are some.
            let newest = self.open.values().max_by_key(|delivery| delivery.newest);
            let place = newest.map(|d| (d.account.clone(), d.region.clone(), d.half));
            let time = origin.and_then(|origin| origin.time).unwrap_or(now);
            let (account, region, time) = match place {
                Some((account, region, half)) => (Some(account), Some(region), half),
                None => (None, None, time),
            };
            let delivery = self.delivery(origin, account.as_deref(), region.as_deref(), time);
            delivery.rejected += rejected;
            delivery.mix(name);
        }
        if self.door.is_none() {
            self.close();
        }
    }

    /// Forgets what a file had that cannot be read to its end: it will come again, or be looked at.
    pub(crate) fn drop_file(&mut self) {
        if self.door.is_none() {
            self.open.clear();
        }
    }

    /// Deliveries that wait to be noted.
    pub(crate) fn waiting(&self) -> usize {
        self.whole.len()
    }

    /// What is to be noted now that its events are stored.
    pub(crate) fn take(&mut self) -> Vec<Delivery> {
        self.close();
        std::mem::take(&mut self.whole)
    }

    /// Puts back what could not be noted.
    pub(crate) fn put_back(&mut self, deliveries: Vec<Delivery>) {
        self.whole.extend(deliveries);
    }

    fn close(&mut self) {
        self.whole.extend(self.open.drain().map(|(_, delivery)| delivery));
    }

    fn delivery(
        &mut self,
        origin: Option<&TrailFile>,
        account: Option<&str>,
        region: Option<&str>,
        time: Timestamp,
    ) -> &mut Delivery {
        let (account, region, source) = match origin {
            // What a trail's file holds is of the account and Region that it is named by.
            Some(TrailFile { account, region, .. }) => (&**account, &**region, Source::LogFiles),
            None => (account.unwrap_or("-"), region.unwrap_or("-"), self.door.unwrap_or(Source::ByHand)),
        };
        let delivery = Delivery::at(account, region, source, time);
        let place = Place(delivery.account.clone(), delivery.region.clone(), source, delivery.half);
        self.open.entry(place).or_insert(delivery)
    }
}
