//! Lists of control items: what an administrator has set up (access keys, channels), a text under each name.
//! As other control items they are in no index and have no expiry.

use aws_sdk_dynamodb::types::AttributeValue;
use model::Cost;

use crate::control::VALUE;
use crate::item::text;
use crate::schema::{PK, SK};
use crate::{Error, Store, key};

impl Store {
    /// The text of `name` in `list`. Read strongly, so that what was changed just now counts: one read unit.
    pub async fn entry(&self, list: &str, name: &str) -> Result<Option<String>, Error> {
        let answer = self
            .client
            .get_item()
            .table_name(&self.config.table)
            .key(PK, AttributeValue::S(key::control(list)))
            .key(SK, AttributeValue::S(name.to_owned()))
            .consistent_read(true)
            .send()
            .await
            .map_err(|e| Error::sdk("GetItem", e))?;
        Ok(answer.item.as_ref().and_then(|item| text(item, VALUE)).map(str::to_owned))
    }

    /// Keeps `value` under `name` in `list`, in place of what was there. A name has 1 to 1,000 bytes, a
    /// text 300,000 at most; DynamoDB refuses more.
    pub async fn set_entry(&self, list: &str, name: &str, value: &str) -> Result<(), Error> {
        self.client
            .put_item()
            .table_name(&self.config.table)
            .item(PK, AttributeValue::S(key::control(list)))
            .item(SK, AttributeValue::S(name.to_owned()))
            .item(VALUE, AttributeValue::S(value.to_owned()))
            .send()
            .await
            .map_err(|e| Error::sdk("PutItem", e))?;
        Ok(())
    }

    /// Every name of `list` with its text, in the order of the names.
    pub async fn entries(&self, list: &str) -> Result<Vec<(String, String)>, Error> {
        let query = self.partition(key::control(list)).consistent_read(true);
        let all = self.read_partition(query, usize::MAX, f64::INFINITY, &mut Cost::default()).await?;
        let owned = |item, name| text(item, name).map(str::to_owned);
        let entry = |item| Some((owned(item, SK)?, owned(item, VALUE)?));
        Ok(all.items.iter().filter_map(entry).collect())
    }
}
