//! From an operation's name and JSON to dynoxide's action, and back to JSON.
//!
//! dynoxide has the same table inside its HTTP server, where it cannot be reached without a socket.
//! Left out are PartiQL, streams and vector search: nothing here asks for them, and they are
//! refused by name.

use std::future::Future;

use dynoxide::DynoxideError;
use dynoxide::actions::vector_lifecycle::VectorIndexLifecycle;
use dynoxide::actions::{
    batch_get_item, batch_write_item, create_table, delete_item, delete_table, describe_table,
    describe_time_to_live, get_item, list_tables, list_tags_of_resource, put_item, query, scan, tag_resource,
    transact_get_items, transact_write_items, untag_resource, update_item, update_table, update_time_to_live,
};
use dynoxide::storage::Storage;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::batch;

const TARGET_PREFIX: &str = "DynamoDB_20120810.";

/// Runs the operation that `target` names on the request in `body`; gives the response's JSON.
pub(crate) fn run(
    storage: &Storage,
    vectors: &VectorIndexLifecycle,
    target: &str,
    body: &[u8],
) -> Result<String, DynoxideError> {
    let operation = target.strip_prefix(TARGET_PREFIX).unwrap_or(target);
    let request = Request { operation, body };
    match operation {
        "BatchGetItem" => request.run(|q| batch_get_item::execute(storage, q)),
        "BatchWriteItem" => batch::put_new(storage, body)
            .map_or_else(|| request.run(|q| batch_write_item::execute(storage, q)), Ok),
        "CreateTable" => request.run(|q| create_table::execute(storage, q)),
        "DeleteItem" => request.run(|q| delete_item::execute(storage, q)),
        "DeleteTable" => request.run(|q| delete_table::execute(storage, q, vectors)),
        "DescribeTable" => request.run(|q| describe_table::execute(storage, q, vectors)),
        "DescribeTimeToLive" => request.run(|q| describe_time_to_live::execute(storage, q)),
        "GetItem" => request.run(|q| get_item::execute(storage, q)),
        "ListTables" => request.run(|q| list_tables::execute(storage, q)),
        "ListTagsOfResource" => request.run(|q| list_tags_of_resource::execute(storage, q)),
        "PutItem" => request.run(|q| put_item::execute(storage, q)),
        "Query" => request.run(|q| query::execute(storage, q)),
        "Scan" => request.run(|q| scan::execute(storage, q)),
        "TagResource" => request.run(|q| tag_resource::execute(storage, q)),
        "TransactGetItems" => request.run(|q| transact_get_items::execute(storage, q)),
        "TransactWriteItems" => request.run(|q| transact_write_items::execute(storage, q)),
        "UntagResource" => request.run(|q| untag_resource::execute(storage, q)),
        "UpdateItem" => request.run(|q| update_item::execute(storage, q)),
        "UpdateTable" => request.run(|q| update_table::execute(storage, q, vectors)),
        "UpdateTimeToLive" => request.run(|q| update_time_to_live::execute(storage, q)),
        _ => Err(DynoxideError::ValidationException(format!(
            "the embedded DynamoDB does not know the operation `{operation}`"
        ))),
    }
}

struct Request<'a> {
    operation: &'a str,
    body: &'a [u8],
}

impl Request<'_> {
    fn run<Q, R, F>(&self, action: impl FnOnce(Q) -> F) -> Result<String, DynoxideError>
    where
        Q: DeserializeOwned,
        R: Serialize,
        F: Future<Output = Result<R, DynoxideError>>,
    {
        let query =
            serde_json::from_slice(self.body).map_err(|e| unreadable(self.operation, &e.to_string()))?;
        // The native backend's futures never wait, so this never parks the thread.
        let response = pollster::block_on(action(query))?;
        serde_json::to_string(&response).map_err(|e| DynoxideError::InternalServerError(e.to_string()))
    }
}

/// DynamoDB's error for a request that could not be read.
///
/// dynoxide checks much while it reads, and marks in front of the message which kind of error a
/// failed check is; serde_json appends the place.
fn unreadable(operation: &str, message: &str) -> DynoxideError {
    let bare = match message.rfind(" at line ") {
        Some(place) => &message[..place],
        None => message,
    };
    let (marker, text) = bare.split_once(':').unwrap_or(("", bare));
    match marker {
        "VALIDATION_REQUEST" if matches!(operation, "PutItem" | "UpdateItem" | "DeleteItem") => {
            DynoxideError::ValidationException(format!("1 validation error detected: {text}"))
        }
        "VALIDATION" | "VALIDATION_REQUEST" | "VALIDATION_AS_READ" => {
            DynoxideError::ValidationException(text.to_owned())
        }
        "SERIALIZATION" | "SERIALIZATION_AS_READ" => DynoxideError::SerializationException(text.to_owned()),
        _ if ["missing field", "unknown variant", "AttributeValue", "invalid type: null"]
            .iter()
            .any(|known| bare.contains(known)) =>
        {
            DynoxideError::ValidationException(bare.to_owned())
        }
        _ => DynoxideError::SerializationException(bare.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(operation: &str, message: &str, kind: &str, said: &str) {
        let error = unreadable(operation, message);
        assert!(error.error_type().ends_with(kind), "{}", error.error_type());
        assert_eq!(error.to_string(), said);
    }

    #[test]
    fn a_request_that_cannot_be_read_gets_the_error_that_dynamodb_gives() {
        let validation = "#ValidationException";
        check("Query", "VALIDATION:too few at line 1 column 9", validation, "too few");
        check("Query", "VALIDATION_REQUEST:no", validation, "no");
        check("PutItem", "VALIDATION_REQUEST:no", validation, "1 validation error detected: no");
        check(
            "Query",
            "missing field `TableName` at line 1 column 2",
            validation,
            "missing field `TableName`",
        );
        check("Query", "SERIALIZATION:odd", "#SerializationException", "odd");
        check("Query", "expected value at line 1 column 1", "#SerializationException", "expected value");
    }
}
