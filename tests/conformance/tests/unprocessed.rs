//! A table that never takes everything at once. No engine on a laptop behaves so, and AWS does: the
//! requests are cut on their way to the real engine, and its answers told of what was left out.

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::config::ConfigBag;
use aws_sdk_dynamodb::config::interceptors::{
    BeforeDeserializationInterceptorContextMut, BeforeTransmitInterceptorContextMut,
};
use aws_sdk_dynamodb::config::{Intercept, RuntimeComponents};
use aws_sdk_dynamodb::error::BoxError;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::{Storable, StoreReplace};
use conformance::{all_pages, expected, now, random, store_over};
use emulator::Emulator;
use model::Query;
use serde_json::{Value, json};
use store::{Error, PutOutcome, Retention};

/// Lets through at most so many requests of a batch.
#[derive(Debug)]
struct TakesAtMost(usize);

/// What was cut from a request, as its answer is to name it.
#[derive(Debug)]
struct Rest(&'static str, Value);

impl Storable for Rest {
    type Storer = StoreReplace<Rest>;
}

impl Intercept for TakesAtMost {
    fn name(&self) -> &'static str {
        "TakesAtMost"
    }

    fn modify_before_transmit(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        bag: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let request = context.request_mut();
        let target = request.headers().get("x-amz-target").unwrap_or_default().to_owned();
        let Some(mut body) = request.body().bytes().and_then(|b| serde_json::from_slice::<Value>(b).ok())
        else {
            return Ok(());
        };
        let Some(tables) = body["RequestItems"].as_object_mut() else { return Ok(()) };
        let table = tables.keys().next().cloned().unwrap_or_default();
        let cut = |list: &mut Value| json!(list.as_array_mut().map(|l| l.split_off(self.0.min(l.len()))));
        let rest = if target.ends_with("BatchWriteItem") {
            let rest = cut(&mut tables[&table]);
            (rest != json!([])).then(|| Rest("UnprocessedItems", json!({ table: rest })))
        } else {
            let mut left = tables[&table].clone();
            left["Keys"] = cut(&mut tables[&table]["Keys"]);
            (left["Keys"] != json!([])).then(|| Rest("UnprocessedKeys", json!({ table: left })))
        };
        *request.body_mut() = SdkBody::from(body.to_string());
        if let Some(rest) = rest {
            bag.interceptor_state().store_put(rest);
        }
        Ok(())
    }

    fn modify_before_deserialization(
        &self,
        context: &mut BeforeDeserializationInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        bag: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        if let Some(Rest(name, value)) = bag.load::<Rest>() {
            let response = context.response_mut();
            let mut body: Value = serde_json::from_slice(response.body().bytes().unwrap_or_default())?;
            body[*name] = value.clone();
            *response.body_mut() = SdkBody::from(body.to_string());
        }
        Ok(())
    }
}

fn client(takes: usize) -> Client {
    let whole = Emulator::memory().expect("an engine").client();
    Client::from_conf(whole.config().to_builder().interceptor(TakesAtMost(takes)).build())
}

#[tokio::test(start_paused = true)]
async fn what_was_not_taken_is_sent_again_until_it_is() {
    let store = store_over(client(10), 1, Retention::Forever, 512.0).await;
    let events = random(5, 120);
    let put = store.put(events.clone(), now()).await.unwrap();
    assert!(put.outcomes.iter().all(|o| *o == PutOutcome::Stored));
    // Reading records in batches of ten, too.
    let query: Query = "q=category:any+boto3&from=-24h".parse().unwrap();
    let (rows, _) = all_pages(&store, &query, now()).await;
    let span = query.range.resolve(now()).unwrap();
    assert!(!rows.is_empty() && rows == expected(&events, &query, span));
}

/// A writer that dies in the middle leaves an event without its own item, never an event without its
/// further items: what is found is whole.
#[tokio::test(start_paused = true)]
async fn a_writer_that_stopped_in_the_middle_is_repaired_by_the_next() {
    let engine = Emulator::memory().expect("an engine").client();
    let healthy = store_over(engine.clone(), 1, Retention::Forever, 512.0).await;
    let dying = Client::from_conf(engine.config().to_builder().interceptor(TakesAtMost(1)).build());
    let dying = healthy.with_client(dying);
    let events = random(8, 40);
    // One item of each batch is taken at a time: twelve repetitions do not get through 25.
    assert!(matches!(dying.put(events.clone(), now()).await, Err(Error::Busy(_))));
    let put = healthy.put(events.clone(), now()).await.unwrap();
    assert!(put.outcomes.iter().all(|o| matches!(o, PutOutcome::Stored | PutOutcome::Duplicate)));
    for text in ["q=category:any&from=-24h", "q=category:any+resource:billing&from=-24h"] {
        let query: Query = text.parse().unwrap();
        let (rows, _) = all_pages(&healthy, &query, now()).await;
        assert_eq!(rows, expected(&events, &query, query.range.resolve(now()).unwrap()), "{text}");
    }
}
