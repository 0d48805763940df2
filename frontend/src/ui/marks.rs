//! Where a text that is looked for stands in another: pure, so that it is tested natively.

/// The first place of `needle` in `text`, with A to Z in either case. Nothing is found of an empty needle.
pub(crate) fn position(text: &str, needle: &str) -> Option<usize> {
    // A character never begins inside another, so a place that is found is one between characters.
    let needle = needle.as_bytes();
    (!needle.is_empty())
        .then(|| text.as_bytes().windows(needle.len()).position(|part| part.eq_ignore_ascii_case(needle)))?
}

/// `text` in stretches, those that are `needle` with `true`.
pub(crate) fn split<'a>(mut text: &'a str, needle: &str) -> Vec<(&'a str, bool)> {
    let mut parts = Vec::new();
    while let Some(at) = position(text, needle) {
        let (before, rest) = text.split_at(at);
        let (found, after) = rest.split_at(needle.len());
        parts.extend([(before, false), (found, true)]);
        text = after;
    }
    parts.push((text, false));
    parts.retain(|(part, _)| !part.is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_marked() {
        assert_eq!(
            split("Deleted, deleted; 한", "DELETED"),
            [("Deleted", true), (", ", false), ("deleted", true), ("; 한", false)]
        );
        assert_eq!(split("aaa", "aa"), [("aa", true), ("a", false)]);
        assert_eq!(split("abc", ""), [("abc", false)]);
        assert_eq!(split("한글", "글"), [("한", false), ("글", true)]);
        assert!(split("", "x").is_empty());
    }
}
