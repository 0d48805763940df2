//! SHA-256 by the browser itself.

use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;

/// The hash of `bytes` in hexadecimal; `None` where the browser computes none.
pub(crate) async fn sha256(bytes: &[u8]) -> Option<String> {
    let window = leptos::prelude::window();
    // Absent on pages that are not served from a secure origin.
    let subtle = window.is_secure_context().then(|| window.crypto())?.ok()?.subtle();
    let asked = subtle.digest_with_str_and_js_u8_array("SHA-256", &Uint8Array::from(bytes)).ok()?;
    let hash = Uint8Array::new(&JsFuture::from(asked).await.ok()?).to_vec();
    Some(hash.iter().map(|byte| format!("{byte:02x}")).collect())
}
