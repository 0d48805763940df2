//! Where a person wanted to go before signing in: a path of ours, and nothing else.

/// The longest path that is remembered, in bytes. It travels in the issuer's `state`.
const LONGEST: usize = 1_024;

/// The path when none was asked for, or none that is good.
pub(super) const HOME: &str = "/";

/// `asked`, if the browser cannot take it for anything but a page of ours. A way out (`//host`, `/\host`,
/// `https:`) is none, and neither is the API, nor this router, which would lead in circles.
pub(super) fn path(asked: Option<&str>) -> &str {
    match asked {
        Some(asked) if is_ours(asked) => asked,
        _ => HOME,
    }
}

fn is_ours(path: &str) -> bool {
    let plain = path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    let elsewhere = ["//", "/auth/", "/api/"].iter().any(|begin| path.starts_with(begin));
    path.starts_with('/') && plain && !elsewhere && path.len() <= LONGEST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_paths_are_kept() {
        for ours in ["/", "/events?q=access:write&from=-7d", "/events/8f2c11d0#a", "/a//b", "/?next=//x"] {
            assert_eq!(path(Some(ours)), ours);
        }
    }

    #[test]
    fn ways_out_are_not() {
        let long = format!("/{}", "a".repeat(LONGEST));
        for out in [
            "",
            "events",
            "//evil.example",
            "///evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "/a\\b",
            "https://evil.example",
            "javascript:alert(1)",
            "/\t/evil.example",
            "/\n/evil.example",
            " /events",
            "/events\r\nset-cookie: a=b",
            "/é",
            "/auth/logout",
            "/api/events.csv",
            &long,
        ] {
            assert_eq!(path(Some(out)), HOME, "{out:?}");
        }
        assert_eq!(path(None), HOME);
    }
}
