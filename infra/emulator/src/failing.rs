//! A client whose requests fail on their way, as on AWS without a right or when the network is gone. The engine
//! itself does neither.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use aws_sdk_dynamodb::config::interceptors::BeforeTransmitInterceptorContextRef;
use aws_sdk_dynamodb::config::{ConfigBag, Intercept, RuntimeComponents};
use aws_sdk_dynamodb::error::BoxError;

/// Fails the requests of one operation.
#[derive(Debug)]
pub(crate) struct Failing {
    /// The operation's name: `BatchWriteItem`.
    pub(crate) operation: &'static str,
    /// Whether it does now.
    pub(crate) now: Arc<AtomicBool>,
}

impl Intercept for Failing {
    fn name(&self) -> &'static str {
        "Failing"
    }

    fn read_before_transmit(
        &self,
        context: &BeforeTransmitInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let target = context.request().headers().get("x-amz-target").unwrap_or_default();
        let asked = target.rsplit('.').next() == Some(self.operation);
        if asked && self.now.load(Ordering::SeqCst) { Err("not sent".into()) } else { Ok(()) }
    }
}
