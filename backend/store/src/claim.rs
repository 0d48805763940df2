//! Claims: who was first with an event id.
//!
//! [`Store::put`] reads what is there before it writes, and other writers may come between: of two different
//! events under one id at the same moment, the later would replace the earlier unseen. CloudTrail never
//! gives an id twice. Where the sender chooses it, a claim goes before the event, and one conditional write
//! decides.

use aws_sdk_dynamodb::operation::put_item::PutItemError;
use aws_sdk_dynamodb::types::{AttributeValue, ReturnValuesOnConditionCheckFailure};
use model::Timestamp;

use crate::control::VALUE;
use crate::item::text;
use crate::schema::{CLAIM, EXPIRY, PK, SK};
use crate::{Error, Store, key};

impl Store {
    /// Keeps `text` for the event `id` unless a text is kept for it, and gives the one that is: all who
    /// claim an id get the same. `time` is the event's time; the claim lasts as long as the event. `text`
    /// has at most 300,000 bytes, `id` is as [`model::event::MAX_EVENT_ID`] has it.
    ///
    /// One write unit for a text of up to some 900 bytes, whether it is the first or not.
    pub async fn claim(&self, id: &str, claim: &str, time: Timestamp) -> Result<String, Error> {
        let expiry = self.config.retention.expiry(time).map(|expiry| AttributeValue::N(expiry.to_string()));
        let mut put = self
            .client
            .put_item()
            .table_name(&self.config.table)
            .item(PK, AttributeValue::S(key::event(id)))
            .item(SK, AttributeValue::S(CLAIM.to_owned()))
            .item(VALUE, AttributeValue::S(claim.to_owned()))
            .condition_expression("attribute_not_exists(#pk)")
            .expression_attribute_names("#pk", PK)
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld);
        if let Some(expiry) = expiry {
            put = put.item(EXPIRY, expiry);
        }
        let error = match put.send().await {
            Ok(_) => return Ok(claim.to_owned()),
            Err(error) => error,
        };
        let Some(PutItemError::ConditionalCheckFailedException(refused)) = error.as_service_error() else {
            return Err(Error::sdk("PutItem", error));
        };
        let first = refused.item().and_then(|item| text(item, VALUE));
        first.map(str::to_owned).ok_or_else(|| Error::corrupt(&key::event(id), "a claim without a text"))
    }
}
