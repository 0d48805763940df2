//! The [`Authorization` header] of SigV4.
//!
//! ```text
//! AWS4-HMAC-SHA256 Credential=<id>/<yyyymmdd>/<region>/<service>/aws4_request,
//!                  SignedHeaders=<name>;<name>, Signature=<64 hexadecimal digits>
//! ```
//!
//! [`Authorization` header]: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html

use crate::Failure;

const ALGORITHM: &str = "AWS4-HMAC-SHA256";
/// The longest header read, in bytes.
const MAX: usize = 4_096;

/// What the header says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Authorization<'a> {
    pub(crate) access_key_id: &'a str,
    /// `yyyymmdd`
    pub(crate) date: &'a str,
    pub(crate) region: &'a str,
    pub(crate) service: &'a str,
    /// Names, separated by `;`.
    pub(crate) signed_headers: &'a str,
    pub(crate) signature: &'a str,
}

impl<'a> Authorization<'a> {
    /// Reads the header's value.
    pub(crate) fn read(text: &'a str) -> Result<Authorization<'a>, Failure> {
        if text.len() > MAX {
            return Err(incomplete(format!("The Authorization header is longer than {MAX} bytes.")));
        }
        let parts = text.strip_prefix(ALGORITHM).filter(|rest| rest.starts_with(' '));
        let parts =
            parts.ok_or_else(|| incomplete(format!("The Authorization header is not {ALGORITHM}.")))?;
        let part = |name: &str| {
            let found = parts.split(',').find_map(|part| part.trim().strip_prefix(name)?.strip_prefix('='));
            let why = || incomplete(format!("Authorization header requires '{name}' parameter."));
            found.filter(|value| !value.is_empty()).ok_or_else(why)
        };
        let (credential, signed_headers, signature) =
            (part("Credential")?, part("SignedHeaders")?, part("Signature")?);
        let scope: Vec<&str> = credential.split('/').collect();
        let [access_key_id, date, region, service, "aws4_request"] = scope[..] else {
            let form = "<access key id>/<yyyymmdd>/<region>/<service>/aws4_request";
            return Err(incomplete(format!("Credential must have the form {form}.")));
        };
        if region.is_empty() {
            return Err(incomplete("Credential should be scoped to a valid region.".to_owned()));
        }
        Ok(Authorization { access_key_id, date, region, service, signed_headers, signature })
    }

    /// Whether the header `name`, in small letters, is signed.
    pub(crate) fn signs(&self, name: &str) -> bool {
        self.signed_headers.split(';').any(|signed| signed == name)
    }
}

fn incomplete(why: String) -> Failure {
    Failure::new("IncompleteSignatureException", why).with_status(http::StatusCode::FORBIDDEN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_header_is_read() {
        for between in [", ", ",", " , "] {
            let text = format!(
                "AWS4-HMAC-SHA256 Credential=WHODA/20261122/eu-west-1/cloudtrail/aws4_request{between}\
                 SignedHeaders=content-type;host;x-amz-date{between}Signature=00ff"
            );
            let read = Authorization::read(&text).unwrap();
            let scope = (read.access_key_id, read.date, read.region, read.service);
            assert_eq!(scope, ("WHODA", "20261122", "eu-west-1", "cloudtrail"));
            assert_eq!((read.signed_headers, read.signature), ("content-type;host;x-amz-date", "00ff"));
            assert!(read.signs("host") && !read.signs("hos") && !read.signs("x-amz-target"));
        }
    }

    #[track_caller]
    fn refused(text: &str, sentence: &str) {
        let failure = Authorization::read(text).unwrap_err();
        assert_eq!((failure.code, &*failure.message), ("IncompleteSignatureException", sentence), "{text}");
    }

    #[test]
    fn what_is_missing_is_named() {
        refused("", "The Authorization header is not AWS4-HMAC-SHA256.");
        refused("Bearer x", "The Authorization header is not AWS4-HMAC-SHA256.");
        refused("AWS4-HMAC-SHA256x Credential=a", "The Authorization header is not AWS4-HMAC-SHA256.");
        refused("AWS4-HMAC-SHA256 x", "Authorization header requires 'Credential' parameter.");
        let credential = "AWS4-HMAC-SHA256 Credential=a/b/c/d/aws4_request";
        refused(credential, "Authorization header requires 'SignedHeaders' parameter.");
        refused(
            &format!("{credential}, SignedHeaders=host, Signature="),
            "Authorization header requires 'Signature' parameter.",
        );
        let rest = "SignedHeaders=host, Signature=a";
        for scope in ["a", "a/b/c/d", "a/b/c/d/aws3_request", "a/b/c/d/e/aws4_request"] {
            refused(
                &format!("AWS4-HMAC-SHA256 Credential={scope}, {rest}"),
                "Credential must have the form <access key id>/<yyyymmdd>/<region>/<service>/aws4_request.",
            );
        }
        let nowhere = format!("AWS4-HMAC-SHA256 Credential=a/b//d/aws4_request, {rest}");
        refused(&nowhere, "Credential should be scoped to a valid region.");
        let long = format!("AWS4-HMAC-SHA256 {}", "x".repeat(MAX));
        refused(&long, "The Authorization header is longer than 4096 bytes.");
    }
}
