//! The built console as files, as CloudFront serves them: the list is the build's `site.json`.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use crate::Error;

/// The template's policy.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; \
    base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

#[derive(Deserialize)]
struct Manifest {
    files: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Entry {
    name: String,
    content_type: String,
    cache_control: String,
}

type Files = HashMap<String, (Entry, Bytes)>;

/// Every path that no other router has.
pub(crate) fn router(folder: &Path) -> Result<Router, Error> {
    let manifest: Manifest = serde_json::from_slice(&std::fs::read(folder.join("site.json"))?)?;
    let mut files = Files::new();
    for entry in manifest.files {
        let bytes = std::fs::read(folder.join(&entry.name))?.into();
        files.insert(format!("/{}", entry.name), (entry, bytes));
    }
    let files = Arc::new(files);
    Ok(Router::new().fallback(async move |uri: Uri| serve(&files, uri.path())))
}

/// A path without a file is a page of the console, but for the one that works without it.
fn serve(files: &Files, path: &str) -> Response {
    let name = match path {
        "/signed-out" => "/signed-out.html",
        path if files.contains_key(path) => path,
        path if path.starts_with("/events") || !path.contains('.') => "/index.html",
        _ => return StatusCode::NOT_FOUND.into_response(),
    };
    let Some((entry, bytes)) = files.get(name) else { return StatusCode::NOT_FOUND.into_response() };
    let headers = [
        (CONTENT_TYPE, entry.content_type.as_str()),
        (CACHE_CONTROL, entry.cache_control.as_str()),
        (CONTENT_SECURITY_POLICY, POLICY),
    ];
    (headers, bytes.clone()).into_response()
}
