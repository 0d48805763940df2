//! What is new in a text against another, word by word.

/// Beyond so many comparisons, all between what both begin and end with is new.
const MOST: usize = 40_000;

/// `text` in stretches, with `true` those whose words `reference` does not have in that order. Nothing is
/// marked where the two have nothing in common.
pub(crate) fn marked(reference: &str, text: &str) -> Vec<(String, bool)> {
    let (old, new) = (words(reference), words(text));
    let start = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let (old, rest) = (&old[start..], &new[start..]);
    let end = old.iter().rev().zip(rest.iter().rev()).take_while(|(a, b)| a == b).count();
    let (old, middle) = (&old[..old.len() - end], &rest[..rest.len() - end]);
    let is_new = new_words(old, middle);
    let mut parts: Vec<(String, bool)> = Vec::new();
    for (n, word) in new.iter().enumerate() {
        let mark = n >= start && is_new.get(n - start).copied().unwrap_or(false);
        match parts.last_mut() {
            Some((part, marked)) if *marked == mark => part.push_str(word),
            _ => parts.push((word.to_string(), mark)),
        }
    }
    if let [(_, mark)] = &mut parts[..] {
        *mark = false;
    }
    parts
}

/// Runs of letters and digits, and every other character by itself.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let run = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        let (word, after) = rest.split_at(run.max(first.len_utf8()));
        let word = if run == 0 { &word[..first.len_utf8()] } else { word };
        words.push(word);
        rest = after;
    }
    words
}

/// Which words of `new` are outside the longest sequence that both have.
fn new_words(old: &[&str], new: &[&str]) -> Vec<bool> {
    if old.len() * new.len() > MOST {
        return vec![true; new.len()];
    }
    // lengths[i][j]: of the longest sequence that old[i..] and new[j..] have.
    let mut lengths = vec![vec![0_u16; new.len() + 1]; old.len() + 1];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            lengths[i][j] = match old[i] == new[j] {
                true => lengths[i + 1][j + 1] + 1,
                false => lengths[i + 1][j].max(lengths[i][j + 1]),
            };
        }
    }
    let mut is_new = vec![true; new.len()];
    let (mut i, mut j) = (0, 0);
    while i < old.len() && j < new.len() {
        if old[i] == new[j] {
            is_new[j] = false;
            (i, j) = (i + 1, j + 1);
        } else if lengths[i + 1][j] >= lengths[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    is_new
}

#[cfg(test)]
mod tests {
    use super::marked;

    #[track_caller]
    fn check(reference: &str, text: &str, expected: &str) {
        let shown = marked(reference, text);
        let shown: String =
            shown.iter().map(|(part, mark)| if *mark { format!("[{part}]") } else { part.clone() }).collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn only_what_is_new_is_marked() {
        check("203.0.113.7", "203.0.113.9", "203.0.113.[9]");
        check("role/ops/alana", "role/audit/ops/alana", "role/[audit/]ops/alana");
        check("the cat sat", "a cat sat down", "[a] cat sat[ down]");
        check("one", "two", "two");
        check("", "two", "two");
        check("same", "same", "same");
        check("한 글", "한 말 글", "한 [말 ]글");
        check("a b", "", "");
    }

    #[test]
    fn a_long_text_is_marked_between_its_ends() {
        let (old, new) = ("x ".repeat(300), "y ".repeat(300));
        check(&format!("a {old}z"), &format!("a {new}z"), &format!("a [{}] z", new.trim_end()));
    }
}
