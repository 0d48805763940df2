//! Batches of an SQS queue: [messages in], [the ones that failed] out, so that only these come again and
//! end in the dead-letter queue.
//!
//! [messages in]: https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html
//! [the ones that failed]: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html

use serde::{Deserialize, Serialize};

/// Some messages of a queue.
#[derive(Debug, Deserialize)]
pub struct Batch {
    /// At least one, at most 10,000; all of them together have at most 6 MB.
    #[serde(rename = "Records")]
    pub messages: Vec<Message>,
}

/// A message.
#[derive(Debug, Deserialize)]
pub struct Message {
    /// SQS's name for it.
    #[serde(rename = "messageId")]
    pub id: String,
    /// What was sent.
    pub body: String,
}

/// What became of a batch: every message that is not named here is done.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Answer {
    batch_item_failures: Vec<Item>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Item {
    item_identifier: String,
}

impl Answer {
    /// The messages with these ids failed.
    pub fn failed<'a>(ids: impl Iterator<Item = &'a str>) -> Answer {
        Answer { batch_item_failures: ids.map(|id| Item { item_identifier: id.to_owned() }).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_come_in_and_failures_go_out_in_their_forms() {
        let event = r#"{"Records":[{"messageId":"059f36b4","receiptHandle":"AQEB","body":"{\"a\":1}",
            "attributes":{"ApproximateReceiveCount":"1"},"messageAttributes":{},"md5OfBody":"e4e6",
            "eventSource":"aws:sqs","eventSourceARN":"arn:aws:sqs:us-east-1:111122223333:q","awsRegion":"us-east-1"}]}"#;
        let batch: Batch = serde_json::from_str(event).unwrap();
        let [message] = &batch.messages[..] else { panic!("{batch:?}") };
        assert_eq!((&*message.id, &*message.body), ("059f36b4", r#"{"a":1}"#));

        let json = |ids: &[&str]| serde_json::to_string(&Answer::failed(ids.iter().copied())).unwrap();
        assert_eq!(json(&[]), r#"{"batchItemFailures":[]}"#);
        assert_eq!(
            json(&["1", "2"]),
            r#"{"batchItemFailures":[{"itemIdentifier":"1"},{"itemIdentifier":"2"}]}"#
        );
    }
}
