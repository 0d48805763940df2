//! Numbers as people read them, each with what it claims: a bare number is exact.

use model::{Bucket, Count, Exactness};

/// `11,904`.
pub(crate) fn number(n: u64) -> String {
    let digits = n.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// `11,904`, or `≥ 11,904` where not everything was counted.
pub(crate) fn counted(count: Count) -> String {
    match count.exactness {
        Exactness::Exact => number(count.n),
        Exactness::AtLeast => format!("≥ {}", number(count.n)),
    }
}

/// The sums of ok, denied and failed.
pub(crate) fn totals(buckets: &[Bucket]) -> [u64; 3] {
    let mut sums = [0; 3];
    for bucket in buckets {
        sums[0] += bucket.ok;
        sums[1] += bucket.denied;
        sums[2] += bucket.failed;
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_bare_only_where_it_is_exact() {
        for (n, text) in
            [(0, "0"), (999, "999"), (1_000, "1,000"), (11_904, "11,904"), (1_234_567, "1,234,567")]
        {
            assert_eq!(number(n), text);
            assert_eq!(counted(Count { n, exactness: Exactness::Exact }), text);
            assert_eq!(counted(Count { n, exactness: Exactness::AtLeast }), format!("≥ {text}"));
        }
    }
}
