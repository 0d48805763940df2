//! How new the newest event is: whether anything comes in at all.

use futures::future::try_join;
use model::asked::SOURCE;
use model::{Category, Cost, Sort, Timestamp};

use crate::lane::Lanes;
use crate::plan::Drive;
use crate::{Error, Store};

/// How many of the applications' events are looked at for one that is not the console's own.
const LOOKED_AT: usize = 25;

impl Store {
    /// The time of the newest event of any category; `None` when there is none to show. An event's time
    /// may lie in the future, if its writer's clock did.
    ///
    /// What was asked of the console does not count: asking would make an empty table look full, and a feed that
    /// has ended look alive. Where its events hide those of applications, and there are no others, what arrived
    /// tells.
    pub async fn newest(&self, now: Timestamp) -> Result<Option<Timestamp>, Error> {
        let others: Vec<Category> =
            Category::ALL.iter().copied().filter(|category| *category != Category::Activity).collect();
        let (of_others, of_applications) =
            try_join(self.newest_of(&others, 1, now), self.newest_of(&[Category::Activity], LOOKED_AT, now))
                .await?;
        let found = of_others.found.max(of_applications.found);
        if found.is_some() || of_applications.whole {
            return Ok(found);
        }
        let status = self.status(None, now).await?;
        Ok(status.streams.iter().filter_map(|stream| stream.last_event).max())
    }

    async fn newest_of(
        &self,
        categories: &[Category],
        wanted: usize,
        now: Timestamp,
    ) -> Result<Newest, Error> {
        let drive = Drive::everything(categories, self.config.shards);
        let low = self.config.retention.horizon(now).to_string();
        let mut lanes = Lanes::new(&drive, &low, &Timestamp::MAX.to_string(), Sort::NewestFirst);
        lanes.read(self, wanted, None, &mut Cost::default()).await?;
        let found = lanes.take().into_iter().find(|row| row.source != SOURCE).map(|row| row.time);
        Ok(Newest { found, whole: lanes.is_exhausted() })
    }
}

/// The newest event among some.
struct Newest {
    found: Option<Timestamp>,
    /// Whether all were looked at.
    whole: bool,
}
