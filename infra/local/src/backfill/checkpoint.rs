//! How far a backfill has come, kept in the table itself: any machine can go on with it.

use serde::{Deserialize, Serialize};
use store::{Error, Store};

use super::plan::Plan;

/// Everything up to a key is stored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Checkpoint {
    /// The last object whose events are all stored.
    pub(super) key: String,
    /// Objects read so far.
    pub(super) objects: u64,
    /// Objects among those so far that could not be read.
    pub(super) failed: u64,
}

/// The checkpoint of one backfill in a table: who asks for other logs of a bucket does not go on behind
/// logs that are wanted now.
pub(super) struct Place<'a> {
    store: &'a Store,
    name: String,
}

impl<'a> Place<'a> {
    pub(super) fn new(store: &'a Store, bucket: &str, prefix: &str, plan: &Plan) -> Place<'a> {
        let asked = serde_json::json!({ "plan": plan, "retention": store.retention().to_string() });
        Place { store, name: format!("backfill#{bucket}/{prefix}#{asked}") }
    }

    /// The checkpoint, when there is one that this version reads.
    pub(super) async fn read(&self) -> Result<Option<Checkpoint>, Error> {
        let text = self.store.control(&self.name).await?;
        Ok(text.and_then(|text| serde_json::from_str(&text).ok()))
    }

    pub(super) async fn write(&self, checkpoint: &Checkpoint) -> Result<(), Error> {
        // It is made of texts and numbers, which always have a form in JSON.
        let text = serde_json::to_string(checkpoint).unwrap_or_default();
        self.store.set_control(&self.name, &text).await
    }

    pub(super) async fn remove(&self) -> Result<(), Error> {
        self.store.remove_control(&self.name).await
    }
}

#[cfg(test)]
mod tests {
    use emulator::Emulator;
    use store::Config;

    use super::*;

    #[tokio::test]
    async fn it_is_read_as_it_was_written_and_one_of_another_form_is_none() {
        let store = Store::new(Emulator::memory().unwrap().client(), Config::default());
        store.create_table().await.unwrap();
        let plan = Plan { from: "2026-08-24".parse().ok(), regions: vec!["x".into()], ..Plan::default() };
        let place = Place::new(&store, "logs", "p/", &plan);
        let checkpoint = Checkpoint { key: "p/AWSLogs/\u{1F600}\"".to_owned(), objects: 3, failed: 1 };
        place.write(&checkpoint).await.unwrap();
        assert_eq!(place.read().await.unwrap(), Some(checkpoint));
        for (bucket, prefix, plan) in [("logs", "", &plan), ("logs", "p/", &Plan::default())] {
            assert_eq!(Place::new(&store, bucket, prefix, plan).read().await.unwrap(), None);
        }
        store.set_control(&place.name, "{}").await.unwrap();
        assert_eq!(place.read().await.unwrap(), None);
        place.remove().await.unwrap();
        assert_eq!(store.control(&place.name).await.unwrap(), None);
    }
}
