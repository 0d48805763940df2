//! Whether a request is signed by a secret: it is signed once more, and the signatures are compared.
//!
//! Pure: time, secret and request come in.

use std::time::{Duration, SystemTime};

use aws_credential_types::Credentials;
use aws_sigv4::http_request::{SignableBody, SignableRequest, SigningSettings, sign};
use aws_sigv4::sign::v4;
use axum::http::request::Parts;
use http::StatusCode;
use http::header::HOST;
use model::Timestamp;
use subtle::ConstantTimeEq;

use crate::Failure;
use crate::authorization::Authorization;

/// How far a signature's date may be from the present, either way: AWS's five minutes.
const SKEW_MINUTES: i64 = 5;
const DATE: &str = "x-amz-date";

/// Checks what can be checked before the secret is known: the service, the date, and that all is signed
/// which changes what the request means. Gives the moment of signing.
pub(crate) fn check_scope(
    parts: &Parts,
    authorization: &Authorization<'_>,
    service: &str,
    now: Timestamp,
) -> Result<Timestamp, Failure> {
    if authorization.service != service {
        return Err(invalid(format!("Credential should be scoped to correct service: '{service}'.")));
    }
    let text = parts.headers.get(DATE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let Some(time) = moment(text) else {
        let why = "Authorization header requires an 'X-Amz-Date' header such as 20261122T143207Z.";
        let failure = Failure::new("IncompleteSignatureException", why);
        return Err(failure.with_status(StatusCode::FORBIDDEN));
    };
    if !text.starts_with(authorization.date) || authorization.date.len() != 8 {
        let (scope, date) = (authorization.date, &text[..8]);
        return Err(invalid(format!(
            "Date in Credential scope does not match X-Amz-Date: '{scope}' != '{date}'."
        )));
    }
    let skew = SKEW_MINUTES * 60_000;
    let (oldest, newest) = (now.plus_millis(-skew), now.plus_millis(skew));
    let (present, minutes) = (compact(now), SKEW_MINUTES);
    if time < oldest {
        let limit = compact(oldest);
        return Err(invalid(format!(
            "Signature expired: {text} is now earlier than {limit} ({present} - {minutes} min.)"
        )));
    }
    if time > newest {
        let limit = compact(newest);
        return Err(invalid(format!(
            "Signature not yet current: {text} is still later than {limit} ({present} + {minutes} min.)"
        )));
    }
    let names = parts.headers.keys().map(|name| name.as_str());
    let has_to_be = |name: &&str| *name == HOST.as_str() || name.starts_with("x-amz-");
    match std::iter::once(HOST.as_str())
        .chain(names.filter(has_to_be))
        .find(|name| !authorization.signs(name))
    {
        Some(name) => Err(invalid(format!("'{name}' must be a 'SignedHeader' in the AWS Authorization."))),
        None => Ok(time),
    }
}

/// Whether `secret` signed the request at `time`.
pub(crate) fn check(
    parts: &Parts,
    body: &[u8],
    authorization: &Authorization<'_>,
    secret: &str,
    time: Timestamp,
) -> Result<(), Failure> {
    let ours = signature(parts, body, authorization, secret, time);
    let is_same = ours.is_some_and(|ours| ours.as_bytes().ct_eq(authorization.signature.as_bytes()).into());
    if is_same {
        return Ok(());
    }
    let why = "The request signature we calculated does not match the signature you provided. Check your AWS \
               Secret Access Key and signing method. Consult the service documentation for details.";
    Err(invalid(why.to_owned()))
}

/// The signature of the request; `None` when it is none that can be signed.
fn signature(
    parts: &Parts,
    body: &[u8],
    authorization: &Authorization<'_>,
    secret: &str,
    time: Timestamp,
) -> Option<String> {
    let host = parts.headers.get(HOST)?.to_str().ok()?;
    let target = parts.uri.path_and_query().map_or("/", |target| target.as_str());
    let mut headers = Vec::new();
    for (name, value) in &parts.headers {
        // Its date is added by the signer.
        if authorization.signs(name.as_str()) && name != DATE {
            headers.push((name.as_str(), value.to_str().ok()?));
        }
    }
    let request = SignableRequest::new(
        parts.method.as_str(),
        format!("http://{host}{target}"),
        headers.into_iter(),
        SignableBody::Bytes(body),
    );
    let identity = Credentials::new(authorization.access_key_id, secret, None, None, "issued").into();
    let mut settings = SigningSettings::default();
    // What was signed was chosen by the client, and is all that is given here.
    settings.excluded_headers = None;
    let params = v4::SigningParams::builder()
        .identity(&identity)
        .region(authorization.region)
        .name(authorization.service)
        .time(SystemTime::UNIX_EPOCH + Duration::from_millis(u64::try_from(time.millis()).ok()?))
        .settings(settings)
        .build()
        .ok()?;
    let signed = sign(request.ok()?, &params.into()).ok()?;
    Some(signed.signature().to_owned())
}

/// `20261122T143207Z`
fn moment(text: &str) -> Option<Timestamp> {
    let digits = |range: std::ops::Range<usize>| {
        text.get(range).filter(|part| part.bytes().all(|b| b.is_ascii_digit()))
    };
    if text.len() != 16 || &text[8..9] != "T" || !text.ends_with('Z') {
        return None;
    }
    let (year, month, day) = (digits(0..4)?, digits(4..6)?, digits(6..8)?);
    let (hour, minute, second) = (digits(9..11)?, digits(11..13)?, digits(13..15)?);
    format!("{year}-{month}-{day}T{hour}:{minute}:{second}Z").parse().ok()
}

fn compact(moment: Timestamp) -> String {
    let (year, month, day, hour, minute, second, _) = moment.civil();
    format!("{year:04}{month:02}{day:02}T{hour:02}{minute:02}{second:02}Z")
}

fn invalid(why: String) -> Failure {
    Failure::new("InvalidSignatureException", why).with_status(StatusCode::FORBIDDEN)
}

#[cfg(test)]
mod tests;
