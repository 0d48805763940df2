//! From where a request comes, which the API records of what it is asked.

use std::future::ready;

use api::Address;
use axum::Router;
use axum::extract::Request;
use axum::middleware::map_request;
use lambda_http::request::RequestContext;

/// Written by the distribution, whatever the viewer sent: see `Viewers` in `template.yaml`.
const VIEWER: &str = "whodunit-viewer";

/// `router` behind the distribution, which alone may call it: the viewer's address is the distribution's word.
pub fn behind_distribution(router: Router) -> Router {
    with(router, |request| Some(request.headers().get(VIEWER)?.to_str().ok()?.to_owned()))
}

/// `router` behind a Function URL that everybody may call: the caller's address is Lambda's word.
pub fn behind_url(router: Router) -> Router {
    with(router, |request| match request.extensions().get::<RequestContext>() {
        Some(RequestContext::ApiGatewayV2(context)) => context.http.source_ip.clone(),
        _ => None,
    })
}

fn with(router: Router, address: fn(&Request) -> Option<String>) -> Router {
    router.layer(map_request(move |mut request: Request| {
        if let Some(address) = address(&request) {
            request.extensions_mut().insert(Address(address));
        }
        ready(request)
    }))
}
