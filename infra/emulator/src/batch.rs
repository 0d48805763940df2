//! A batch of new items as one SQLite transaction.
//!
//! dynoxide writes a [`BatchWriteItem`][api] as 25 transactions, each of which copies some 40
//! changed pages to the log, and deletes from every index before it inserts. Its bulk import does
//! one transaction and, for items that were not there before, no deletes. A batch takes that road
//! when nobody could tell by the answer: only puts, of new items, and nothing in it that DynamoDB
//! refuses. Any other batch takes the ordinary road, which also words the errors.
//!
//! [api]: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html

use std::collections::{HashMap, HashSet};

use dynoxide::actions::batch_write_item::{BatchWriteItemRequest, BatchWriteItemResponse, WriteRequest};
use dynoxide::actions::import_items;
use dynoxide::storage::{Storage, TableMetadata};
use dynoxide::types::{KeySchemaElement, MAX_ITEM_SIZE, item_size};
use dynoxide::{ImportOptions, Item};

use crate::units;

/// The most that DynamoDB takes in one batch.
const MAX_PUTS: usize = 25;

/// The answer to a batch that could be written at once; `None` when nothing was written and the
/// ordinary road has to be taken.
pub(crate) fn put_new(storage: &Storage, body: &[u8]) -> Option<String> {
    let request: BatchWriteItemRequest = serde_json::from_slice(body).ok()?;
    let mode = request.return_consumed_capacity.clone();
    let (table, items) = only_puts(request)?;
    let meta = storage.get_table_metadata(&table).ok()??;
    if !is_plain(&meta) || !all_new(storage, &meta, &items)? {
        return None;
    }
    let consumed_capacity = match mode.as_deref() {
        None | Some("NONE") => None,
        Some("TOTAL" | "INDEXES") => Some(vec![units::of_new(&meta, &items, &mode)?]),
        Some(_) => return None,
    };
    let options = ImportOptions::default();
    let import = import_items::execute_skip_gsi_deletes(storage, &table, items, &options);
    // A failed import is rolled back as a whole.
    pollster::block_on(import).ok()?;
    let response = BatchWriteItemResponse {
        unprocessed_items: HashMap::new(),
        consumed_capacity,
        item_collection_metrics: None,
    };
    serde_json::to_string(&response).ok()
}

/// The table and its items, if the request is nothing but puts into one table, within the limits.
fn only_puts(request: BatchWriteItemRequest) -> Option<(String, Vec<Item>)> {
    if request.return_item_collection_metrics.is_some_and(|asked| asked != "NONE") {
        return None;
    }
    let mut tables = request.request_items.into_iter();
    let (table, writes) = tables.next().filter(|_| tables.len() == 0)?;
    if writes.is_empty() || writes.len() > MAX_PUTS {
        return None;
    }
    let item = |write: WriteRequest| match write {
        WriteRequest { put_request: Some(put), delete_request: None } => Some(put.item),
        _ => None,
    };
    let items: Vec<Item> = writes.into_iter().map(item).collect::<Option<_>>()?;
    let fits = |item: &Item| item_size(item) <= MAX_ITEM_SIZE && !item.contains_key("");
    items.iter().all(fits).then_some((table, items))
}

/// Whether all that a put touches is the item and its global indexes.
fn is_plain(meta: &TableMetadata) -> bool {
    !meta.stream_enabled && meta.lsi_definitions.is_none() && meta.vector_index_definitions.is_none()
}

/// Whether the table holds none of the items, and the batch none twice; `None` if one lacks a key.
fn all_new(storage: &Storage, meta: &TableMetadata, items: &[Item]) -> Option<bool> {
    let schema: Vec<KeySchemaElement> = serde_json::from_str(&meta.key_schema).ok()?;
    let mut seen = HashSet::with_capacity(items.len());
    for item in items {
        let part = |part: &KeySchemaElement| item.get(&part.attribute_name)?.to_key_string();
        let key: Vec<String> = schema.iter().map(part).collect::<Option<_>>()?;
        let (hash, range) = (key.first()?, key.get(1).map_or("", String::as_str));
        if storage.get_item(&meta.table_name, hash, range).ok()?.is_some() || !seen.insert(key) {
            return Some(false);
        }
    }
    Some(true)
}
