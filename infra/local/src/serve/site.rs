//! The built console as files: what CloudFront and its response headers policy do when hosted.
//!
//! Only the files that the build lists in `site.json` are served, from memory: a path is a key of a map and
//! never a path of the file system.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result};
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderMap,
    HeaderName, HeaderValue, REFERRER_POLICY, VARY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;

const INDEX: &str = "index.html";

/// Strict-Transport-Security is missing on purpose: this is plain HTTP on a loopback address.
const HEADERS: [(HeaderName, &str); 6] = [
    (
        CONTENT_SECURITY_POLICY,
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
         font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; \
         frame-ancestors 'none'; object-src 'none'",
    ),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), clipboard-write=(self)",
    ),
];

/// The files of the console, or none of them.
#[derive(Debug, Default)]
pub(crate) struct Site(HashMap<String, File>);

#[derive(Debug)]
struct File {
    bytes: Bytes,
    brotli: Option<Bytes>,
    content_type: HeaderValue,
    cache_control: HeaderValue,
}

/// What the build says is in the site.
#[derive(Deserialize)]
struct Manifest {
    files: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Entry {
    name: String,
    brotli: Option<u64>,
    content_type: String,
    cache_control: String,
}

/// Pages behind whose addresses a name may stand, with dots in it.
const PAGES: [&str; 3] = ["/events", "/identities", "/resources"];

impl Site {
    /// The site in `folder`, which has to be one, or in the first usual place that is one. Without any
    /// the API is served alone.
    pub(crate) fn find(folder: Option<&Path>) -> Result<Site> {
        if let Some(folder) = folder {
            let hint = || {
                format!("there is no built console in {}; `cargo xtask build` makes one", folder.display())
            };
            return Site::read(folder).with_context(hint);
        }
        match usual_places().into_iter().find(|place| place.join("site.json").exists()) {
            Some(place) => Site::read(&place),
            None => {
                eprintln!(
                    "There is no built console here, so only the API is served. `cargo xtask build` makes the \
                     console; --site FOLDER says where it is."
                );
                Ok(Site::default())
            }
        }
    }

    fn read(folder: &Path) -> Result<Site> {
        let read = |name: &str| {
            let path = folder.join(name);
            fs::read(&path).with_context(|| format!("cannot read {}", path.display()))
        };
        let manifest: Manifest =
            serde_json::from_slice(&read("site.json")?).context("site.json is not one")?;
        let file = |Entry { name, brotli, content_type, cache_control }| {
            let file = File {
                bytes: read(&name)?.into(),
                brotli: brotli.map(|_| read(&format!("{name}.br"))).transpose()?.map(Bytes::from),
                content_type: content_type.parse()?,
                cache_control: cache_control.parse()?,
            };
            Ok((name, file))
        };
        Ok(Site(manifest.files.into_iter().map(file).collect::<Result<_>>()?))
    }

    /// Every path that is not the API's.
    pub(crate) fn router(self) -> Router {
        Router::new().fallback_service(get(serve).with_state(Arc::new(self)))
    }

    /// The file at `path`. A path that is no file's is a page of the console, which reads the path itself.
    fn at(&self, path: &str) -> Option<&File> {
        let name = path.trim_start_matches('/');
        let is_page = PAGES.iter().any(|page| path.starts_with(page)) || !name.contains('.');
        self.0.get(name).or_else(|| if is_page { self.0.get(INDEX) } else { None })
    }
}

async fn serve(State(site): State<Arc<Site>>, uri: Uri, headers: HeaderMap) -> Response {
    let mut response = match site.at(uri.path()) {
        Some(file) => answer(file, accepts_brotli(&headers)),
        None => (StatusCode::NOT_FOUND, "There is no such file.\n").into_response(),
    };
    for (name, value) in HEADERS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

fn answer(file: &File, brotli: bool) -> Response {
    let headers = [
        (CONTENT_TYPE, file.content_type.clone()),
        (CACHE_CONTROL, file.cache_control.clone()),
        (VARY, HeaderValue::from_static("accept-encoding")),
    ];
    match &file.brotli {
        Some(packed) if brotli => (headers, [(CONTENT_ENCODING, "br")], packed.clone()).into_response(),
        _ => (headers, file.bytes.clone()).into_response(),
    }
}

fn accepts_brotli(headers: &HeaderMap) -> bool {
    let accepted = headers.get_all(ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    accepted.flat_map(|value| value.split(',')).any(|coding| {
        let mut parts = coding.split(';').map(str::trim);
        parts.next() == Some("br")
            && !parts.any(|q| q.starts_with("q=0") && q.trim_end_matches(['0', '.']) == "q=")
    })
}

fn usual_places() -> Vec<PathBuf> {
    let program = std::env::current_exe().unwrap_or_default();
    // `site` beside an installed program; `target/site` for `target/debug/whodunit`.
    let around = program.ancestors().skip(1).take(2).map(|folder| folder.join("site"));
    around.chain([PathBuf::from("target/site")]).collect()
}
