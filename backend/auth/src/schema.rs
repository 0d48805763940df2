//! The sessions' table: one item for each session, under the hash of its id.
//!
//! | attribute | meaning |
//! |---|---|
//! | `pk` | SHA-256 of the session's id, base64url |
//! | `u`, `n`, `g` | the person: subject, name, groups |
//! | `b`, `s` | when it began, when it was last seen; epoch milliseconds |
//! | `f` | until when the issuer's word is good; epoch milliseconds |
//! | `v` | how often the tokens were exchanged |
//! | `l` | until when somebody is exchanging them; epoch milliseconds, 0 for nobody |
//! | `r` | the refresh token, sealed under a key that only the session's id gives |
//! | `x` | when the session is over; epoch seconds, for TTL |

use std::time::Duration;

use aws_sdk_dynamodb::error::ProvideErrorMetadata;
use aws_sdk_dynamodb::types::{
    AttributeDefinition, BillingMode, KeySchemaElement, KeyType, ScalarAttributeType, TableStatus,
    TimeToLiveSpecification,
};

use crate::{Error, Sessions};

pub(crate) const PK: &str = "pk";
pub(crate) const SUBJECT: &str = "u";
pub(crate) const NAME: &str = "n";
pub(crate) const GROUPS: &str = "g";
pub(crate) const BEGAN: &str = "b";
pub(crate) const SEEN: &str = "s";
pub(crate) const FRESH_UNTIL: &str = "f";
pub(crate) const VERSION: &str = "v";
pub(crate) const LEASE: &str = "l";
pub(crate) const REFRESH_TOKEN: &str = "r";
/// TTL attribute: epoch seconds.
pub(crate) const EXPIRY: &str = "x";

impl Sessions {
    /// Creates the table unless it exists, turns TTL on, and returns when it is active. In an AWS account
    /// the template creates the same table.
    ///
    /// # Errors
    /// [`Error::Table`], also when the table is not active after a minute.
    pub async fn create_table(&self) -> Result<(), Error> {
        let key = KeySchemaElement::builder().attribute_name(PK).key_type(KeyType::Hash);
        let kind = AttributeDefinition::builder().attribute_name(PK).attribute_type(ScalarAttributeType::S);
        let created = self
            .client
            .create_table()
            .table_name(&self.config.table)
            .billing_mode(BillingMode::PayPerRequest)
            .key_schema(key.build().map_err(Error::build)?)
            .attribute_definitions(kind.build().map_err(Error::build)?)
            .send()
            .await;
        match created {
            Ok(_) => {}
            Err(e) if e.code() == Some("ResourceInUseException") => {}
            Err(e) => return Err(Error::sdk("CreateTable", e)),
        }
        self.wait_until_active().await?;
        self.turn_ttl_on().await
    }

    async fn wait_until_active(&self) -> Result<(), Error> {
        for _ in 0..60 {
            let described = self.client.describe_table().table_name(&self.config.table).send().await;
            let table = described.map_err(|e| Error::sdk("DescribeTable", e))?.table;
            if table.and_then(|t| t.table_status) == Some(TableStatus::Active) {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
        Err(Error::Table(format!("{} was not active after a minute", self.config.table)))
    }

    async fn turn_ttl_on(&self) -> Result<(), Error> {
        let ttl = TimeToLiveSpecification::builder().attribute_name(EXPIRY).enabled(true);
        let sent = self
            .client
            .update_time_to_live()
            .table_name(&self.config.table)
            .time_to_live_specification(ttl.build().map_err(Error::build)?)
            .send()
            .await;
        match sent {
            Ok(_) => Ok(()),
            // "TimeToLive is already enabled": the state asked for.
            Err(e) if e.code() == Some("ValidationException") => Ok(()),
            Err(e) => Err(Error::sdk("UpdateTimeToLive", e)),
        }
    }
}
