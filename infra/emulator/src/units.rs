//! What putting new items costs, in [write units][wcu]: one per started KB of the item, and one per
//! started KB of each index entry.
//!
//! dynoxide's bulk import does not say; `tests/capacity.rs` holds these figures against those of
//! its ordinary road, which follow captures from AWS.
//!
//! [wcu]: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html

use std::collections::HashMap;

use dynoxide::Item;
use dynoxide::storage::TableMetadata;
use dynoxide::types::{
    ConsumedCapacity, GlobalSecondaryIndex, KeySchemaElement, ProjectionType, consumed_capacity_with_indexes,
    item_size, write_capacity_units,
};

/// The units of putting `items`, none of which the table holds, in the form that `mode` asks for
/// (`TOTAL` or `INDEXES`); `None` for any other mode.
pub(crate) fn of_new(
    meta: &TableMetadata,
    items: &[Item],
    mode: &Option<String>,
) -> Option<ConsumedCapacity> {
    let key: Vec<KeySchemaElement> = serde_json::from_str(&meta.key_schema).ok()?;
    let indexes: Vec<GlobalSecondaryIndex> = match &meta.gsi_definitions {
        Some(json) => serde_json::from_str(json).ok()?,
        None => Vec::new(),
    };
    let of_table = items.iter().map(|item| write_capacity_units(item_size(item))).sum();
    let mut of_indexes: HashMap<String, f64> = HashMap::new();
    for index in &indexes {
        let entries = items.iter().filter_map(|item| entry_size(item, index, &key));
        let units: f64 = entries.map(write_capacity_units).sum();
        if units > 0.0 {
            of_indexes.insert(index.index_name.clone(), units);
        }
    }
    consumed_capacity_with_indexes(&meta.table_name, of_table, &of_indexes, mode)
}

/// Bytes of the item's entry in the index; `None` if it lacks a key of the index and has none.
fn entry_size(item: &Item, index: &GlobalSecondaryIndex, table_key: &[KeySchemaElement]) -> Option<usize> {
    let mut index_key = index.key_schema.iter();
    if !index_key.all(|k| item.get(&k.attribute_name).is_some_and(|v| v.to_key_string().is_some())) {
        return None;
    }
    let keys = || index.key_schema.iter().chain(table_key);
    let included = index.projection.non_key_attributes.as_deref().unwrap_or_default();
    let projects = |name: &String| match index.projection.projection_type {
        Some(ProjectionType::ALL) | None => true,
        Some(ProjectionType::INCLUDE) if included.contains(name) => true,
        _ => keys().any(|key| key.attribute_name == *name),
    };
    let stored = item.iter().filter(|(name, _)| projects(name));
    Some(stored.map(|(name, value)| name.len() + value.size()).sum())
}
