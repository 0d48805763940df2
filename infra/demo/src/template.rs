//! Text with holes: `{"bucketName":"$bucket"}`.
//!
//! The shapes of some eighty APIs are easiest to read, and to compare with AWS's documentation, as the JSON they
//! are. A hole is `$` and a name of lower-case letters and digits; there is no other syntax.

/// Appends `template` to `out`, each hole filled by what `value` appends for its name.
pub(crate) fn fill(
    out: &mut String,
    template: &'static str,
    mut value: impl FnMut(&'static str, &mut String),
) {
    let mut rest = template;
    while let Some(at) = rest.find('$') {
        out.push_str(&rest[..at]);
        let name = &rest[at + 1..];
        let end = name.find(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit())).unwrap_or(name.len());
        value(&name[..end], out);
        rest = &name[end..];
    }
    out.push_str(rest);
}

/// The text as the inside of a JSON string.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' | '\\' => escaped.extend(['\\', c]),
            c if c.is_control() => escaped.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(template: &'static str, expected: &str) {
        let mut out = String::new();
        fill(&mut out, template, |name, out| *out += &format!("<{name}>"));
        assert_eq!(out, expected);
    }

    #[test]
    fn holes_are_filled() {
        check("", "");
        check("none", "none");
        check("$a", "<a>");
        check("$a2$b-$c:x", "<a2><b>-<c>:x");
        check("$aB", "<a>B");
    }
}
