//! The table: its keys, its indexes, and how it is made.
//!
//! | item | `pk` | `sk` | attributes |
//! |---|---|---|---|
//! | event | `E#<eventID>` | `E` | `t`, the index keys (sparse), `s` (the row), `z` (the record, packed), `h` (its hash), `r` (received), `x` (expiry) |
//! | further values of an event | `E#<eventID>` | `R#<n>` | `t`, some index keys, `s`, `x` |
//! | part of a large record | `E#<eventID>` | `Z#<n>` | `z`, `x` |
//! | claim to an event's id | `E#<eventID>` | `C` | `v` (a text), `x` |
//! | control | `C#<name>` | `C` | `v` (a text) |
//! | entry of a control list | `C#<list>` | its name | `v` (a text) |
//! | rollup of a day | `H#<attribute>#<category>` | the day | `v` (counts, packed), `n` (its version), `x` |
//! | saved view | `V#` | its id | `v` (its name), `q` (its address), `w` (its owner), `s` (whether it is shared), `r` (made), `u` (changed); a deleted one has no `v`, but an `x` |
//! | what was asked of the console | `A#` | hash of `v` | `v` (the question), `i` (id of its event), `n` (how often), `r` (first), `u` (last), `e` (how often, when it was sealed) |
//! | directory of streams | `S#` | `<account>#<region>#<source>` | none |
//! | half a day of a stream | `S#<account>#<region>#<source>` | `<day>T00` or `<day>T12` | `o` (its hours with events), `h` (hashes of what was counted), `f`, `e`, `j`, `d`, `u` (sums), `n`, `l`, `r` (moments), `x`; see `arrival` |
//! | mark of dirty hours | `C#dirty` | at random | `v` (each `<hour>#<category>`), `r` (since when a roller knows it) |
//!
//! `t` is `<eventTime>#<eventID>`, the range key of every index. The event's sort key does not hold its
//! time: the event id alone is the identity, so the same id with another time meets the stored event
//! instead of standing beside it.
//!
//! An event has one item, and an item has one value of an attribute, so what an event has more of
//! (resources, names, addresses, accounts) goes to further items: the n-th carries the n-th value of each.
//!
//! So does what tells who is behind a session: on the further items of a call that began one, the keys of the
//! indexes `userName` and `accessKeyId` are also `<name>#s` and `<key>#s`, of each name of the caller that the
//! session's events do not have, and of the caller's own session. There `s` has the session's access key (`j`)
//! and when it ends (`l`, epoch seconds). See `follow`.

use aws_sdk_dynamodb::error::ProvideErrorMetadata;
use aws_sdk_dynamodb::types::{
    AttributeDefinition, BillingMode, GlobalSecondaryIndex, KeySchemaElement, KeyType, Projection,
    ProjectionType, ScalarAttributeType, TableStatus, TimeToLiveSpecification,
};

use model::Timestamp;

use crate::{Error, Store, count};

/// Partition key of the table.
pub const PK: &str = "pk";
/// Sort key of the table.
pub const SK: &str = "sk";
/// Range key of every index: `<eventTime>#<eventID>`.
pub const POSITION: &str = "t";
/// The row: a map, projected into every index.
pub const ROW: &str = "s";
/// TTL attribute: epoch seconds.
pub const EXPIRY: &str = "x";
/// Sort key of the item that is the event itself.
pub const EVENT: &str = "E";
/// Sort key of a claim to an event's id.
pub const CLAIM: &str = "C";
/// Sort key of a control item.
pub const CONTROL: &str = "C";

/// An index: one for each filterable attribute. In order of how selective the attribute usually is,
/// which is the order of preference where nothing better is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names are CloudTrail's")]
pub enum Index {
    ResourceName,
    AccessKeyId,
    SourceIpAddress,
    ErrorCode,
    UserName,
    EventName,
    ResourceType,
    AwsRegion,
    EventSource,
    AccountId,
    /// Events with `readOnly: false`.
    Writes,
    /// Every event.
    Time,
}

impl Index {
    /// Every index of the table.
    pub const ALL: [Index; 12] = [
        Index::ResourceName,
        Index::AccessKeyId,
        Index::SourceIpAddress,
        Index::ErrorCode,
        Index::UserName,
        Index::EventName,
        Index::ResourceType,
        Index::AwsRegion,
        Index::EventSource,
        Index::AccountId,
        Index::Writes,
        Index::Time,
    ];

    /// Name of the index.
    pub fn name(self) -> &'static str {
        match self {
            Index::ResourceName => "resourceName",
            Index::AccessKeyId => "accessKeyId",
            Index::SourceIpAddress => "sourceIPAddress",
            Index::ErrorCode => "errorCode",
            Index::UserName => "userName",
            Index::EventName => "eventName",
            Index::ResourceType => "resourceType",
            Index::AwsRegion => "awsRegion",
            Index::EventSource => "eventSource",
            Index::AccountId => "accountId",
            Index::Writes => "writes",
            Index::Time => "time",
        }
    }

    /// Name of the attribute that is its partition key; short, for every item carries it.
    pub fn attribute(self) -> &'static str {
        match self {
            Index::ResourceName => "gr",
            Index::AccessKeyId => "gk",
            Index::SourceIpAddress => "gi",
            Index::ErrorCode => "gx",
            Index::UserName => "gu",
            Index::EventName => "gn",
            Index::ResourceType => "gy",
            Index::AwsRegion => "gg",
            Index::EventSource => "ge",
            Index::AccountId => "ga",
            Index::Writes => "gw",
            Index::Time => "gt",
        }
    }
}

impl Store {
    /// Creates the table and its indexes unless it exists, turns TTL on, and returns when it is active.
    pub async fn create_table(&self) -> Result<(), Error> {
        let table = &self.config.table;
        let strings = [PK, SK, POSITION].into_iter().chain(Index::ALL.map(Index::attribute));
        let created = self
            .client
            .create_table()
            .table_name(table)
            .billing_mode(BillingMode::PayPerRequest)
            .set_key_schema(Some(vec![key(PK, KeyType::Hash)?, key(SK, KeyType::Range)?]))
            .set_attribute_definitions(Some(strings.map(string).collect::<Result<_, _>>()?))
            .set_global_secondary_indexes(Some(Index::ALL.into_iter().map(index).collect::<Result<_, _>>()?))
            .send()
            .await;
        match created {
            Ok(_) => {}
            // There already. Asking for an event tells sooner than DescribeTable whether it can be used:
            // an engine may count all its items for that.
            Err(e) if e.code() == Some("ResourceInUseException") => {
                if self.event("-", Timestamp::MIN).await.is_ok() {
                    return self.turn_ttl_on().await;
                }
            }
            Err(e) => return Err(Error::sdk("CreateTable", e)),
        }
        self.wait_until_active().await?;
        // Nothing is in it that was not marked.
        self.set_control(count::KEPT, count::FORM).await?;
        self.turn_ttl_on().await
    }

    /// Up to five minutes, as creating twelve indexes on AWS takes a while.
    async fn wait_until_active(&self) -> Result<(), Error> {
        for _ in 0..150 {
            let described = self.client.describe_table().table_name(&self.config.table).send().await;
            let table = described.map_err(|e| Error::sdk("DescribeTable", e))?.table;
            if table.and_then(|t| t.table_status) == Some(TableStatus::Active) {
                return Ok(());
            }
            tokio::time::sleep(std::time::Duration::from_secs(2)).await;
        }
        Err(Error::Busy(format!("table {} was not active after five minutes", self.config.table)))
    }

    async fn turn_ttl_on(&self) -> Result<(), Error> {
        let ttl = TimeToLiveSpecification::builder().attribute_name(EXPIRY).enabled(true).build();
        let sent = self
            .client
            .update_time_to_live()
            .table_name(&self.config.table)
            .time_to_live_specification(ttl.map_err(Error::build)?)
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

fn key(name: &str, kind: KeyType) -> Result<KeySchemaElement, Error> {
    KeySchemaElement::builder().attribute_name(name).key_type(kind).build().map_err(Error::build)
}

fn string(name: &str) -> Result<AttributeDefinition, Error> {
    AttributeDefinition::builder()
        .attribute_name(name)
        .attribute_type(ScalarAttributeType::S)
        .build()
        .map_err(Error::build)
}

/// INCLUDE of the one packed row: KEYS_ONLY would save no write unit and cost 13 times the reads.
fn index(index: Index) -> Result<GlobalSecondaryIndex, Error> {
    GlobalSecondaryIndex::builder()
        .index_name(index.name())
        .set_key_schema(Some(vec![key(index.attribute(), KeyType::Hash)?, key(POSITION, KeyType::Range)?]))
        .projection(
            Projection::builder().projection_type(ProjectionType::Include).non_key_attributes(ROW).build(),
        )
        .build()
        .map_err(Error::build)
}
