//! An event as items of the table, and rows back from index entries.

use std::collections::HashMap;

use aws_sdk_dynamodb::primitives::Blob;
use aws_sdk_dynamodb::types::AttributeValue;
use model::chain::{Behind, behind};
use model::event::{Access, Category, Event, Outcome};
use model::{Summary, Timestamp};
use sha2::{Digest, Sha256};

use crate::retention::Retention;
use crate::schema::{EVENT, EXPIRY, PK, POSITION, ROW, SK};
use crate::{Error, key, pack};

/// An item of the table: attributes by name.
pub type Item = HashMap<String, AttributeValue>;

/// How the event sources of AWS end.
const AWS: &str = ".amazonaws.com";

/// Attribute of the packed record, or of a part of it.
pub(crate) const RECORD: &str = "z";
/// Attribute of the number of parts, where the record is kept in parts.
pub(crate) const PARTS: &str = "zn";
/// Attribute of the record's hash.
pub(crate) const HASH: &str = "h";
/// Attribute of the moment of storing, epoch milliseconds.
pub(crate) const RECEIVED: &str = "r";

/// The longest packed record kept in the event's own item, and the length of a part, in bytes. An item
/// may have 400 KB; the rest is for keys and the row.
const PART: usize = 350_000;

/// How many attributes an item has beside its index keys, at most.
const FIXED: usize = 8;

/// The items of one event. The event's own item is to be written last: whoever finds it may rely on the
/// others, and a writer that was cut off finds it missing and writes all of them again.
pub(crate) struct Items {
    /// Further values and parts of the record.
    pub further: Vec<Item>,
    /// The event.
    pub event: Item,
}

/// The items of `event`, received at `now`.
pub(crate) fn items(event: &Event, shards: u8, retention: Retention, now: Timestamp) -> Result<Items, Error> {
    let pk = key::event(&event.id);
    let record = pack::pack(&event.record).map_err(|e| Error::corrupt(&pk, e))?;
    let behind = behind(event);
    let values = key::values(event, behind.as_ref());
    let position = key::position(event.time, &event.id);
    let base = |sk: String, indexes: usize| {
        let mut item = Item::with_capacity(indexes + FIXED);
        item.insert(PK.to_owned(), string(&pk));
        item.insert(SK.to_owned(), AttributeValue::S(sk));
        if let Some(expiry) = retention.expiry(event.time) {
            item.insert(EXPIRY.to_owned(), number(expiry));
        }
        item
    };
    let row = row(Summary::of(event));
    let shard = key::shard(&event.id, shards);
    let indexed = |n: usize, sk: String| {
        let values = values.iter().filter(|value| value.number == n);
        let mut item = base(sk, values.clone().count());
        item.insert(POSITION.to_owned(), string(&position));
        let (mut row, mut is_behind) = (row.clone(), false);
        for value in values {
            let partition = match value.is_behind {
                true => key::began(&value.text),
                false => key::partition(&value.text, event.category, shard),
            };
            is_behind |= value.is_behind;
            item.insert(value.index.attribute().to_owned(), AttributeValue::S(partition));
        }
        if let Some(Behind { key, until, .. }) = behind.as_ref().filter(|_| is_behind) {
            row.insert(column::BEGAN.to_owned(), string(key));
            row.insert(column::UNTIL.to_owned(), number(until.seconds()));
        }
        item.insert(ROW.to_owned(), AttributeValue::M(row));
        item
    };

    let mut own = indexed(0, EVENT.to_owned());
    own.insert(HASH.to_owned(), blob(&hash(&event.record)));
    own.insert(RECEIVED.to_owned(), number(now.millis()));
    let slots = values.iter().map(|value| value.number + 1).max().unwrap_or(1);
    let mut further: Vec<Item> = (1..slots).map(|n| indexed(n, format!("R#{n}"))).collect();
    if record.len() <= PART {
        own.insert(RECORD.to_owned(), AttributeValue::B(Blob::new(record)));
    } else {
        own.insert(PARTS.to_owned(), number(record.len().div_ceil(PART) as i64));
        further.extend(record.chunks(PART).enumerate().map(|(n, part)| {
            let mut item = base(part_key(n), 0);
            item.insert(RECORD.to_owned(), blob(part));
            item
        }));
    }
    Ok(Items { further, event: own })
}

/// Sort key of the `n`-th part of a record.
pub(crate) fn part_key(n: usize) -> String {
    format!("Z#{n:03}")
}

/// What tells two records apart: 128 bits of SHA-256.
pub(crate) fn hash(record: &str) -> [u8; 16] {
    hash_bytes(record.as_bytes())
}

pub(crate) fn hash_bytes(bytes: &[u8]) -> [u8; 16] {
    let digest = Sha256::digest(bytes);
    let mut hash = [0; 16];
    hash.copy_from_slice(&digest[..16]);
    hash
}

/// Attributes of the row. One or two letters each: every index entry repeats them.
pub(crate) mod column {
    pub(crate) const NAME: &str = "n";
    /// The event source without [`AWS`](super::AWS); any other source is whole in `SOURCE`.
    pub(crate) const SERVICE: &str = "e";
    pub(crate) const SOURCE: &str = "f";
    pub(crate) const CATEGORY: &str = "c";
    pub(crate) const WRITE: &str = "w";
    pub(crate) const OUTCOME: &str = "d";
    pub(crate) const USER: &str = "u";
    pub(crate) const ROLE: &str = "r";
    pub(crate) const MORE_NAMES: &str = "m";
    pub(crate) const REGION: &str = "g";
    pub(crate) const ACCOUNT: &str = "a";
    pub(crate) const CROSS_ACCOUNT: &str = "b";
    pub(crate) const SOURCE_IP: &str = "i";
    pub(crate) const ACCESS_KEY: &str = "k";
    /// Called by the AWS console. Rows that were stored before there was this column do not have it.
    pub(crate) const CONSOLE: &str = "v";
    pub(crate) const ERROR: &str = "x";
    pub(crate) const RESOURCE_TYPE: &str = "y";
    pub(crate) const RESOURCE_NAME: &str = "o";
    pub(crate) const RESOURCE_COUNT: &str = "q";
    /// The access key of the session that the event began; only where the item tells who is behind it.
    pub(crate) const BEGAN: &str = "j";
    /// When that session ends, in epoch seconds.
    pub(crate) const UNTIL: &str = "l";
}

/// The row as a map. Its id and time are in the keys, and what is usual is left out: a management event,
/// a read, a success, one resource at most.
fn row(summary: Summary) -> Item {
    let mut row = Item::with_capacity(16);
    let mut put = |column: &str, value: Option<String>| {
        if let Some(value) = value {
            row.insert(column.to_owned(), AttributeValue::S(value));
        }
    };
    let flag = |set: bool| set.then(String::new);
    put(column::NAME, Some(summary.name));
    match summary.source.strip_suffix(AWS) {
        Some(service) => put(column::SERVICE, Some(service.to_owned())),
        None => put(column::SOURCE, Some(summary.source)),
    }
    put(column::USER, summary.user_name);
    put(column::ROLE, summary.role_name);
    put(column::REGION, summary.region);
    put(column::ACCOUNT, summary.account);
    put(column::SOURCE_IP, summary.source_ip);
    put(column::ACCESS_KEY, summary.access_key);
    put(column::ERROR, summary.error_code);
    put(column::RESOURCE_TYPE, summary.resource_type);
    put(column::RESOURCE_NAME, summary.resource_name);
    put(column::MORE_NAMES, flag(summary.more_names));
    put(column::CROSS_ACCOUNT, flag(summary.cross_account));
    put(column::CONSOLE, flag(summary.console));
    put(column::WRITE, flag(summary.access == Access::Write));
    let unusual = |word: &str, usual: &str| (word != usual).then(|| word.to_owned());
    put(column::CATEGORY, unusual(summary.category.as_str(), Category::Management.as_str()));
    put(column::OUTCOME, unusual(summary.outcome.as_str(), Outcome::Ok.as_str()));
    if summary.resource_count > 1 {
        row.insert(column::RESOURCE_COUNT.to_owned(), number(i64::from(summary.resource_count)));
    }
    row
}

/// The row of an index entry.
pub(crate) fn summary(item: &Item) -> Result<Summary, Error> {
    let corrupt = |why: &str| Error::corrupt(text(item, PK).unwrap_or("?"), why);
    let position = text(item, POSITION).ok_or_else(|| corrupt("no position"))?;
    let (time, id) = key::position_parts(position).ok_or_else(|| corrupt("a position that is none"))?;
    let row = match item.get(ROW) {
        Some(AttributeValue::M(row)) => row,
        _ => return Err(corrupt("no row")),
    };
    let owned = |column: &str| text(row, column).map(str::to_owned);
    let resource_name = owned(column::RESOURCE_NAME);
    let resource_type = owned(column::RESOURCE_TYPE);
    let one = u32::from(resource_name.is_some() || resource_type.is_some());
    let source = match text(row, column::SERVICE) {
        Some(service) => format!("{service}{AWS}"),
        None => owned(column::SOURCE).ok_or_else(|| corrupt("a row without an event source"))?,
    };
    let word = |column: &str| text(row, column).unwrap_or_default();
    Ok(Summary {
        id: id.to_owned(),
        time,
        name: owned(column::NAME).ok_or_else(|| corrupt("a row without a name"))?,
        source,
        category: word(column::CATEGORY).parse().unwrap_or(Category::Management),
        access: if row.contains_key(column::WRITE) { Access::Write } else { Access::Read },
        outcome: word(column::OUTCOME).parse().unwrap_or(Outcome::Ok),
        user_name: owned(column::USER),
        role_name: owned(column::ROLE),
        more_names: row.contains_key(column::MORE_NAMES),
        region: owned(column::REGION),
        account: owned(column::ACCOUNT),
        cross_account: row.contains_key(column::CROSS_ACCOUNT),
        source_ip: owned(column::SOURCE_IP),
        access_key: owned(column::ACCESS_KEY),
        console: row.contains_key(column::CONSOLE),
        error_code: owned(column::ERROR),
        resource_type,
        resource_name,
        resource_count: integer(row, column::RESOURCE_COUNT).map_or(one, |n| n.clamp(0, 1_000_000) as u32),
    })
}

/// The access key of the session that the index entry tells of, and when that ends.
pub(crate) fn began(item: &Item) -> Option<(&str, Timestamp)> {
    let row = item.get(ROW)?.as_m().ok()?;
    let until = integer(row, column::UNTIL)?.checked_mul(1_000).map(Timestamp::from_millis)?;
    Some((text(row, column::BEGAN)?, until))
}

/// When the event of its own item was stored.
pub(crate) fn received(item: &Item) -> Option<Timestamp> {
    integer(item, RECEIVED).map(Timestamp::from_millis)
}

/// A text attribute.
pub(crate) fn text<'a>(item: &'a Item, name: &str) -> Option<&'a str> {
    item.get(name)?.as_s().ok().map(String::as_str)
}

/// A whole number attribute.
pub(crate) fn integer(item: &Item, name: &str) -> Option<i64> {
    item.get(name)?.as_n().ok()?.parse().ok()
}

/// A binary attribute.
pub(crate) fn bytes<'a>(item: &'a Item, name: &str) -> Option<&'a [u8]> {
    item.get(name)?.as_b().ok().map(AsRef::as_ref)
}

fn string(text: &str) -> AttributeValue {
    AttributeValue::S(text.to_owned())
}

fn number(n: i64) -> AttributeValue {
    AttributeValue::N(n.to_string())
}

fn blob(bytes: &[u8]) -> AttributeValue {
    AttributeValue::B(Blob::new(bytes))
}
