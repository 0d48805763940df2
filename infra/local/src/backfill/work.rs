//! The work itself: objects into the table, and the checkpoint behind them.

use std::pin::pin;
use std::time::Duration;

use anyhow::{Error, Result, bail};
use futures::{Stream, StreamExt};
use indicatif::ProgressBar;
use ingest::Loader;
use tokio::time::Instant;

use super::bucket::{Bucket, Content, Met};
use super::checkpoint::{Checkpoint, Place};
use super::key::Key;
use super::report::Report;
use crate::progress::rate;
use crate::signals::asked_to_end;

/// Objects that are fetched at once.
const IN_FLIGHT: usize = 8;
/// How often a checkpoint is written: what is read again at most after the machine died.
const CHECKPOINT: Duration = Duration::from_secs(2);
/// When so many objects were denied and none was read, none will be.
const DENIED: u64 = 20;

pub(super) struct Work<'a> {
    pub(super) loader: Loader,
    pub(super) place: Place<'a>,
    /// Where it began, then where it is.
    pub(super) checkpoint: Checkpoint,
    pub(super) report: Report,
    pub(super) bar: ProgressBar,
}

/// How reading ended.
#[derive(Debug)]
pub(super) enum Ended {
    /// There are no more objects.
    Complete,
    /// Somebody asked for it.
    Asked,
    /// The bucket cannot be read any more. What was read until then is as good as ever.
    Failed(Error),
}

enum Fetched {
    Object { key: String, content: Content },
    Nothing(Met),
}

impl Work<'_> {
    /// Stores what `bucket` has on the way that `met` goes.
    pub(super) async fn run(
        &mut self,
        bucket: &Bucket,
        met: impl Stream<Item = Result<Met>>,
    ) -> Result<Ended> {
        // After an error of the table the checkpoint stays where it was: something is not stored.
        let ended = self.read(bucket, met).await?;
        tokio::select! {
            kept = self.keep() => kept?,
            () = asked_to_end() => bail!("ended before everything that was read was stored"),
        }
        if let Ended::Complete = ended {
            // A later run finds what has been delivered since anywhere among the keys.
            self.place.remove().await?;
        }
        Ok(ended)
    }

    async fn read(&mut self, bucket: &Bucket, met: impl Stream<Item = Result<Met>>) -> Result<Ended> {
        let mut fetched = pin!(met.map(|met| fetch(bucket.clone(), met)).buffered(IN_FLIGHT));
        let mut asked_to_end = pin!(asked_to_end());
        let mut kept = Instant::now();
        loop {
            let next = tokio::select! {
                biased;
                () = &mut asked_to_end => return Ok(Ended::Asked),
                next = fetched.next() => next,
            };
            match next {
                None => return Ok(Ended::Complete),
                Some(Err(error)) => return Ok(Ended::Failed(error)),
                Some(Ok(Fetched::Object { key, content })) => self.load(bucket, key, content).await?,
                Some(Ok(Fetched::Nothing(Met::Leapt { days }))) => self.report.days += days,
                Some(Ok(Fetched::Nothing(_))) => self.report.others += 1,
            }
            if kept.elapsed() > CHECKPOINT {
                self.keep().await?;
                kept = Instant::now();
            }
        }
    }

    async fn load(&mut self, bucket: &Bucket, key: String, content: Content) -> Result<()> {
        let name = bucket.address(&key);
        match content {
            Content::Bytes(bytes) => {
                self.loader.file(&name, &bytes).await?;
                self.report.objects += 1;
            }
            Content::Denied(why) => {
                self.report.denied += 1;
                if self.report.denied == DENIED && self.report.objects == 0 {
                    bail!("none of the first {DENIED} objects of {bucket} may be read: {why}");
                }
                self.loader.failed(&name, why);
            }
            Content::Unreadable(why) => self.loader.failed(&name, why),
        }
        self.show(&key);
        self.checkpoint.key = key;
        Ok(())
    }

    /// Moves the checkpoint behind everything that was read, once that is stored. While nothing could be
    /// read it stays where it was.
    async fn keep(&mut self) -> Result<()> {
        self.loader.finish().await?;
        if self.report.objects == 0 {
            return Ok(());
        }
        let failed = self.loader.receipt().failed.count;
        let so_far = Checkpoint {
            objects: self.checkpoint.objects + self.report.objects,
            failed: self.checkpoint.failed + failed,
            ..self.checkpoint.clone()
        };
        self.place.write(&so_far).await?;
        if self.bar.is_hidden() {
            eprintln!("{}", self.bar.message());
        }
        Ok(())
    }

    fn show(&self, key: &str) {
        let Key { region, day, .. } = Key::parse(key);
        let (region, day) = (region.map_or("", |folder| folder.name), day.map(|day| day.to_string()));
        let rate = rate(self.loader.receipt(), self.bar.elapsed());
        self.bar.set_message(format!("{} {region}  {rate}", day.unwrap_or_default()));
        self.bar.inc(1);
    }
}

/// In a task of its own, so that it goes on while events are stored.
async fn fetch(bucket: Bucket, met: Result<Met>) -> Result<Fetched> {
    match met? {
        Met::Object { key, size } => {
            let get = async move {
                let content = bucket.get(&key, size).await?;
                Ok(Fetched::Object { key, content })
            };
            tokio::spawn(get).await?
        }
        other => Ok(Fetched::Nothing(other)),
    }
}
