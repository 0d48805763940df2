//! The two [cookies](https://www.rfc-editor.org/rfc/rfc6265). Their prefix makes the browser keep them to
//! this host, to HTTPS and to the whole site, so that no neighbouring subdomain can plant one.

use http::header::{COOKIE, HeaderMap, HeaderValue};

use crate::id::SessionId;

/// The session's id.
pub(crate) const SESSION: &str = "__Host-sid";
/// The sign-in under way.
pub(crate) const ATTEMPT: &str = "__Host-pre";
/// How long a sign-in may be under way, in seconds.
pub(crate) const ATTEMPT_LASTS: u32 = 600;

/// The longest value of a cookie that is looked at, in bytes; a browser keeps none over 4,096.
const LONGEST: usize = 4_096;

/// The cookie `name` of a request.
pub(crate) fn read<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let lines = headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok());
    let mut pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    let (_, value) = pairs.find(|(found, _)| *found == name)?;
    (value.len() <= LONGEST).then_some(value)
}

/// The id of the session that a request says it belongs to.
pub(crate) fn session(headers: &HeaderMap) -> Option<SessionId> {
    SessionId::parse(read(headers, SESSION)?)
}

/// Sets the session's cookie, which the browser forgets when it is closed.
pub(crate) fn begin(id: &SessionId) -> HeaderValue {
    value(&format!("{SESSION}={}; Path=/; Secure; HttpOnly; SameSite=Lax", id.text()))
}

/// Sets the cookie of a sign-in under way. `Lax`, for the issuer sends the browser back from its own site.
pub(crate) fn attempt(sealed: &str) -> HeaderValue {
    value(&format!("{ATTEMPT}={sealed}; Path=/; Max-Age={ATTEMPT_LASTS}; Secure; HttpOnly; SameSite=Lax"))
}

/// Takes the cookie `name` back.
pub(crate) fn clear(name: &str) -> HeaderValue {
    value(&format!("{name}=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax"))
}

/// Base64url and our own words are always a header's value; nothing else comes here.
fn value(text: &str) -> HeaderValue {
    HeaderValue::from_str(text).unwrap_or(HeaderValue::from_static(""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(lines: &[&str]) -> HeaderMap {
        lines.iter().map(|line| (COOKIE, HeaderValue::from_str(line).unwrap())).collect()
    }

    #[test]
    fn the_first_of_the_name_is_read() {
        for (lines, expected) in [
            (&["a=1; __Host-sid=abc; b=2"][..], Some("abc")),
            (&["__Host-sid=abc"], Some("abc")),
            (&["__Host-sid=a=b"], Some("a=b")),
            (&["a=1", "__Host-sid=abc"], Some("abc")),
            (&["__Host-sid=abc; __Host-sid=def"], Some("abc")),
            (&["__host-sid=abc"], None),
            (&["x__Host-sid=abc"], None),
            (&["__Host-sid"], None),
            (&[], None),
        ] {
            assert_eq!(read(&headers(lines), SESSION), expected, "{lines:?}");
        }
        assert_eq!(read(&headers(&[&format!("__Host-sid={}", "a".repeat(5_000))]), SESSION), None);
    }

    #[test]
    fn what_is_set_meets_the_conditions_of_its_prefix() {
        let id = SessionId::random().unwrap();
        for set in [begin(&id), attempt("abc"), clear(SESSION)] {
            let set = set.to_str().unwrap();
            for needed in ["__Host-", "; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax"] {
                assert!(set.contains(needed), "{set}");
            }
            assert!(!set.contains("Domain"), "{set}");
        }
        assert!(!begin(&id).to_str().unwrap().contains("Max-Age"));
    }
}
