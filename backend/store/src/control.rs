//! Control items: what a long task keeps about itself beside the events, so that any machine that has the
//! table can go on with it. They are in no index and have no expiry: no query meets them.

use aws_sdk_dynamodb::types::AttributeValue;

use crate::item::text;
use crate::schema::{CONTROL, PK, SK};
use crate::{Error, Store, key};

/// Attribute of a control item's text.
pub(crate) const VALUE: &str = "v";

impl Store {
    /// The text of the control item `name`, as of now.
    pub async fn control(&self, name: &str) -> Result<Option<String>, Error> {
        let answer = self
            .client
            .get_item()
            .table_name(&self.config.table)
            .key(PK, AttributeValue::S(key::control(name)))
            .key(SK, AttributeValue::S(CONTROL.to_owned()))
            .consistent_read(true)
            .send()
            .await
            .map_err(|e| Error::sdk("GetItem", e))?;
        Ok(answer.item.as_ref().and_then(|item| text(item, VALUE)).map(str::to_owned))
    }

    /// Keeps `value` as the text of the control item `name`, in place of what it had. At most 2,000 bytes
    /// of name and 300,000 of text; DynamoDB refuses more.
    pub async fn set_control(&self, name: &str, value: &str) -> Result<(), Error> {
        self.client
            .put_item()
            .table_name(&self.config.table)
            .item(PK, AttributeValue::S(key::control(name)))
            .item(SK, AttributeValue::S(CONTROL.to_owned()))
            .item(VALUE, AttributeValue::S(value.to_owned()))
            .send()
            .await
            .map_err(|e| Error::sdk("PutItem", e))?;
        Ok(())
    }

    /// Deletes the control item `name`; there need not be one.
    pub async fn remove_control(&self, name: &str) -> Result<(), Error> {
        self.client
            .delete_item()
            .table_name(&self.config.table)
            .key(PK, AttributeValue::S(key::control(name)))
            .key(SK, AttributeValue::S(CONTROL.to_owned()))
            .send()
            .await
            .map_err(|e| Error::sdk("DeleteItem", e))?;
        Ok(())
    }
}
