//! "Did you mean": the word that was probably meant.

/// The `(spelling, meaning)` whose spelling is nearest to `word`; its meaning.
///
/// The same word, then one that begins with `word` (2 characters and more), then the one with the fewest
/// edits: at most one for words up to 4 characters, at most two for longer ones. Case, `-`, `_`, `.` and
/// spaces do not count.
pub fn nearest<'a, T: Copy>(word: &str, known: impl Iterator<Item = (&'a str, T)>) -> Option<T> {
    let word = plain(word);
    // A text of another kind, and the distance takes the product of the lengths.
    if word.is_empty() || word.len() > 32 {
        return None;
    }
    let most = if word.len() <= 4 { 1 } else { 2 };
    let ranked = known.filter_map(|(spelling, meaning)| {
        let spelling = plain(spelling);
        let rank = match distance(&word, &spelling) {
            0 => 0,
            _ if word.len() > 1 && spelling.starts_with(&word) => 1,
            edits if edits <= most && edits < word.len() => 1 + edits,
            _ => return None,
        };
        Some((rank, meaning))
    });
    ranked.min_by_key(|(rank, _)| *rank).map(|(_, meaning)| meaning)
}

fn plain(word: &str) -> Vec<char> {
    word.chars().filter(|c| !matches!(c, '-' | '_' | '.' | ' ')).flat_map(char::to_lowercase).collect()
}

/// Insertions, deletions, substitutions and swaps of neighbours between two words: Damerau's distance in
/// its restricted form (no character is edited twice).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let replaced = above[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut least = replaced.min(above[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(before[j - 2] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut above, row);
    }
    above[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances() {
        for (a, b, edits) in
            [("", "", 0), ("a", "", 1), ("evnet", "event", 1), ("regoin", "region", 1), ("ca", "abc", 3)]
        {
            assert_eq!(distance(&plain(a), &plain(b)), edits, "{a} {b}");
            assert_eq!(distance(&plain(b), &plain(a)), edits, "{b} {a}");
        }
    }

    #[test]
    fn the_nearest_word() {
        let nearest =
            |word| nearest(word, ["region", "resource", "request", "ip", "id"].into_iter().map(|w| (w, w)));
        for (word, meant) in [
            ("Region", Some("region")),
            ("reg", Some("region")),
            ("regoin", Some("region")),
            ("re-quest", Some("request")),
            ("resuorces", Some("resource")),
            ("ipp", Some("ip")),
            ("i", None),
            ("x", None),
            ("", None),
            ("bucket", None),
        ] {
            assert_eq!(nearest(word), meant, "{word}");
        }
        assert_eq!(nearest(&"x".repeat(100_000)), None);
    }
}
