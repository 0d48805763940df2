//! UUIDs in their usual form ([RFC 9562]).
//!
//! [RFC 9562]: https://www.rfc-editor.org/rfc/rfc9562

/// The UUID of `version` (4 for random bytes, 8 for bytes made in a way of one's own) with the other bits of
/// `bytes`: 36 lower-case characters.
pub(crate) fn uuid(mut bytes: [u8; 16], version: u8) -> String {
    bytes[6] = bytes[6] & 0x0f | version << 4;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex = format!("{:032x}", u128::from_be_bytes(bytes));
    [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn version_and_variant_replace_six_bits() {
        assert_eq!(uuid([0; 16], 8), "00000000-0000-8000-8000-000000000000");
        assert_eq!(uuid([0xff; 16], 4), "ffffffff-ffff-4fff-bfff-ffffffffffff");
    }
}
