//! The handlers: extract, one call, wrap. A file for each path.

pub(crate) mod chain;
pub(crate) mod download;
pub(crate) mod event;
pub(crate) mod events;
pub(crate) mod facets;
pub(crate) mod health;
pub(crate) mod histogram;
pub(crate) mod identity;
pub(crate) mod me;
pub(crate) mod policy;
pub(crate) mod resource;
pub(crate) mod status;
pub(crate) mod values;

use axum::http::StatusCode;

use crate::error::Failure;

/// A path under `/api` that there is not.
pub(crate) async fn unknown() -> Failure {
    Failure::new(
        StatusCode::NOT_FOUND,
        "notFound",
        "there is nothing at this address; events are at /api/events",
    )
}

/// A path that there is, asked in another way than by GET.
pub(crate) async fn wrong_method() -> Failure {
    let message = "this address answers GET only";
    Failure::new(StatusCode::METHOD_NOT_ALLOWED, "wrongMethod", message)
}
