//! Where values end, found by their brackets and quotes: walks text that is known to be valid.

use super::{JsonError, MAX_DEPTH};

/// The length of the value that `text` begins with.
pub(super) fn end_of_value(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut depth = 0_usize;
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'"' => at += end_of_string(&bytes[at..]),
            b'{' | b'[' => {
                depth += 1;
                at += 1;
            }
            b'}' | b']' => {
                depth -= 1;
                at += 1;
            }
            _ if depth == 0 => {
                let delimiter = |b: &u8| matches!(b, b',' | b']' | b'}' | b' ' | b'\t' | b'\n' | b'\r');
                return bytes[at..].iter().position(delimiter).map_or(bytes.len(), |n| at + n);
            }
            _ => {
                at += 1;
                continue;
            }
        }
        if depth == 0 {
            return at;
        }
    }
    bytes.len()
}

/// The length of the string literal that `bytes` begins with, quotes included.
fn end_of_string(bytes: &[u8]) -> usize {
    let mut at = 1;
    while let Some(rest) = bytes.get(at..) {
        at += plain(rest);
        match bytes.get(at) {
            Some(b'"') => return at + 1,
            _ => at += 2,
        }
    }
    bytes.len()
}

/// How many bytes come before the first quote or backslash. Eight at a time: strings are short, and much of
/// a record is strings.
pub(super) fn plain(bytes: &[u8]) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    // The high bit of each byte that is zero, and none below the first that is.
    let zeros = |word: u64| word.wrapping_sub(ONES) & !word & (ONES << 7);
    let mut at = 0;
    while let Some(eight) = bytes[at..].first_chunk() {
        let word = u64::from_le_bytes(*eight);
        let found = zeros(word ^ (ONES * u64::from(b'"'))) | zeros(word ^ (ONES * u64::from(b'\\')));
        if found != 0 {
            return at + found.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    let rest = bytes[at..].iter().position(|b| matches!(b, b'"' | b'\\'));
    rest.map_or(bytes.len(), |n| at + n)
}

/// Fails at the first bracket that is one too deep. `text` is valid.
pub(super) fn check_depth(text: &str) -> Result<(), JsonError> {
    // Hardly any text has so many brackets at all. Counted in bytes, 255 at a time, they take no time.
    let opening = |bytes: &[u8]| bytes.iter().map(|b| u8::from(b | 0x20 == b'{')).sum::<u8>();
    if text.as_bytes().chunks(255).map(|bytes| usize::from(opening(bytes))).sum::<usize>() <= MAX_DEPTH {
        return Ok(());
    }
    let bytes = text.as_bytes();
    let (mut depth, mut at) = (0_usize, 0);
    while at < bytes.len() {
        match bytes[at] {
            b'"' => {
                at += end_of_string(&bytes[at..]);
                continue;
            }
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MAX_DEPTH {
            let what = format!("objects and arrays are nested more than {MAX_DEPTH} deep");
            return Err(JsonError { what, offset: at });
        }
        at += 1;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_string_wherever_it_falls() {
        for before in 0..20 {
            for after in [0, 1, 7, 8, 9, 30] {
                let (before, after) = ("é~!#[]\u{7f}\0".repeat(before), "\"\\".repeat(after));
                for end in ["\"", "\\\"\\\\\""] {
                    let text = format!("\"{before}{end}{after}");
                    assert_eq!(end_of_string(text.as_bytes()), before.len() + end.len() + 1, "{text}");
                }
            }
        }
        for open in ["\"", "\"abcdefgh", "\"abc\\", "\"abcdefg\\\""] {
            assert_eq!(end_of_string(open.as_bytes()), open.len(), "{open}");
        }
    }
}
