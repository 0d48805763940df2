//! What DynamoDB refuses arrives as the SDK's typed error.

mod common;

use aws_sdk_dynamodb::error::ProvideErrorMetadata;
use common::{TABLE, create_table, event, put, put_batch, s};
use emulator::Emulator;

#[tokio::test]
async fn a_missing_table_is_a_resource_not_found() {
    let client = Emulator::memory().unwrap().client();
    let get = client.get_item().table_name("nowhere").key("pk", s("E#1")).send().await;
    assert!(get.unwrap_err().into_service_error().is_resource_not_found_exception());
    let batch = client.batch_write_item().request_items("nowhere", vec![put(event(0, 10))]).send().await;
    assert!(batch.unwrap_err().into_service_error().is_resource_not_found_exception());
}

#[tokio::test]
async fn a_failed_condition_is_a_conditional_check_failed() {
    let client = Emulator::memory().unwrap().client();
    create_table(&client).await;
    let put = || {
        let put = client.put_item().table_name(TABLE).set_item(Some(event(0, 10)));
        put.condition_expression("attribute_not_exists(pk)")
    };
    put().send().await.unwrap();
    let error = put().send().await.unwrap_err().into_service_error();
    assert!(error.is_conditional_check_failed_exception(), "{error:?}");
}

#[tokio::test]
async fn a_query_without_its_key_is_a_validation_exception() {
    let client = Emulator::memory().unwrap().client();
    create_table(&client).await;
    let query = client.query().table_name(TABLE).index_name("userName");
    let query = query.key_condition_expression("t = :t").expression_attribute_values(":t", s("x"));
    let error = query.send().await.unwrap_err().into_service_error();
    assert_eq!(error.code(), Some("ValidationException"));
    assert_eq!(error.message(), Some("Query condition missed key schema element: un"));
}

#[tokio::test]
async fn a_batch_that_is_refused_writes_nothing() {
    let client = Emulator::memory().unwrap().client();
    create_table(&client).await;
    let mut keyless = event(1, 10);
    keyless.remove("sk");
    let mut odd = event(1, 10);
    odd.insert("un".to_owned(), aws_sdk_dynamodb::types::AttributeValue::N("1".to_owned()));
    let too_many: Vec<_> = (0..26).map(|n| put(event(n, 10))).collect();
    for (what, puts, said) in [
        ("twice the same key", vec![put(event(0, 10)), put(event(0, 20))], "contains duplicates"),
        ("no sort key", vec![put(event(0, 10)), put(keyless)], "does not match the schema"),
        ("a number as index key", vec![put(event(0, 10)), put(odd)], "Type mismatch for Index Key un"),
        ("an item of 410 KB", vec![put(event(0, 10)), put(event(1, 410 * 1024))], "exceeded the maximum"),
        ("26 items", too_many, "length less than or equal to 25"),
    ] {
        let batch = client.batch_write_item().request_items(TABLE, puts).send().await;
        let error = batch.unwrap_err().into_service_error();
        assert_eq!(error.code(), Some("ValidationException"), "{what}");
        assert!(error.message().is_some_and(|m| m.contains(said)), "{what}: {error:?}");
    }
    assert_eq!(client.scan().table_name(TABLE).send().await.unwrap().count(), 0);
    put_batch(&client, [event(0, 10)]).await;
}

#[tokio::test]
async fn an_operation_that_is_left_out_is_refused_by_name() {
    let client = Emulator::memory().unwrap().client();
    let error = client.execute_statement().statement("SELECT * FROM events").send().await;
    let message = error.unwrap_err().into_service_error().message().unwrap_or_default().to_owned();
    assert!(message.contains("`ExecuteStatement`"), "{message}");
}
