//! Gzip ([RFC 1952]), recognised by its first two bytes and unpacked within bounds.
//!
//! By content and not by name, because browsers and tools unpack `….json.gz` and keep the name, or the
//! other way round. Within bounds, because 1 MB of gzip can mean 1 GB of zeros. At once where the end of the
//! file says how long its content is, as it does of every file that CloudTrail delivers; else bit by bit.
//!
//! [RFC 1952]: https://www.rfc-editor.org/rfc/rfc1952

use std::borrow::Cow;
use std::fmt;
use std::io::Read;

use flate2::bufread::MultiGzDecoder;
use libdeflater::{Decompressor, crc32};

/// A file's content.
#[derive(Debug, PartialEq, Eq)]
pub struct Unpacked<'a> {
    /// The bytes; borrowed when they were not packed.
    pub bytes: Cow<'a, [u8]>,
    /// The packed form breaks off or is damaged here: `bytes` are what came before.
    pub damage: Option<String>,
}

/// The content of `bytes`, unpacked when they are gzip (several members count as one file).
///
/// Fails when there is more than `limit` bytes of it; nothing is read of such a file.
pub fn gunzip(bytes: &[u8], limit: u64) -> Result<Unpacked<'_>, GunzipError> {
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        let bytes = if bytes.len() as u64 > limit { Err(GunzipError { limit }) } else { Ok(bytes) }?;
        return Ok(Unpacked { bytes: Cow::Borrowed(bytes), damage: None });
    }
    if let Some(out) = at_once(bytes, limit) {
        return Ok(Unpacked { bytes: Cow::Owned(out), damage: None });
    }
    let mut out = Vec::new();
    // One byte more than allowed tells "exactly the limit" from "more".
    let read = MultiGzDecoder::new(bytes).take(limit.saturating_add(1)).read_to_end(&mut out);
    if out.len() as u64 > limit {
        return Err(GunzipError { limit });
    }
    let damage =
        read.err().map(|e| format!("the gzip data is damaged or cut off after {} bytes: {e}", out.len()));
    Ok(Unpacked { bytes: Cow::Owned(out), damage })
}

/// The content of a file that is one whole member, nothing before or behind it; `None` if that is not
/// certain. It takes a third of the time.
fn at_once(bytes: &[u8], limit: u64) -> Option<Vec<u8>> {
    /// Deflate packs no tighter.
    const MAX_RATIO: usize = 1_032;
    const MAGIC: &[u8] = &[0x1f, 0x8b, 0x08];
    let (packed, trailer) = bytes.split_last_chunk::<8>()?;
    let [a, b, c, d, e, f, g, h] = *trailer;
    let (checksum, size) = (u32::from_le_bytes([a, b, c, d]), u32::from_le_bytes([e, f, g, h]) as usize);
    let further_member = memchr::memmem::find(packed.get(3..)?, MAGIC).is_some();
    if further_member || size == 0 || size as u64 > limit || size / MAX_RATIO > packed.len() {
        return None;
    }
    let mut out = vec![0; size];
    let length = Decompressor::new().gzip_decompress(bytes, &mut out).ok()?;
    // What follows the member is not looked at: a checksum that fits says that nothing does.
    (length == size && crc32(&out) == checksum).then_some(out)
}

/// More content than is read of one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GunzipError {
    limit: u64,
}

impl fmt::Display for GunzipError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mib = self.limit as f64 / (1 << 20) as f64;
        write!(
            f,
            "the file holds more than {mib} MiB once unpacked, the most that is read of one file; split it"
        )
    }
}

impl std::error::Error for GunzipError {}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn packed_or_not_the_content_is_the_same() {
        for bytes in [&b"{}"[..], b"", b"\x1f"] {
            assert_eq!(gunzip(bytes, 10).unwrap().bytes, bytes);
            assert_eq!(gunzip(&gzip(bytes), 10).unwrap().bytes, bytes);
        }
    }

    #[test]
    fn members_follow_one_another() {
        let two = [gzip(b"{}\n"), gzip(b"[]")].concat();
        assert_eq!(gunzip(&two, 10).unwrap(), Unpacked { bytes: b"{}\n[]".into(), damage: None });
    }

    #[test]
    fn members_that_look_like_one_another_are_not_taken_for_one() {
        let one = gzip(b"{}\n");
        assert_eq!(at_once(&one, 10).unwrap(), b"{}\n");
        let twice = one.repeat(2);
        assert_eq!(at_once(&twice, 10), None);
        assert_eq!(gunzip(&twice, 10).unwrap().bytes, &b"{}\n{}\n"[..]);
        for end in [one.len() - 1, 17, 3, 2] {
            assert_eq!(at_once(&one[..end], 10), None);
        }
        assert_eq!(at_once(&[&one[..], &[0; 8]].concat(), 10), None, "zeros behind it: a size of none");
    }

    #[test]
    fn a_bomb_is_refused_with_the_limit_and_without_unpacking_it() {
        let bomb = gzip(&vec![0; 64 << 20]);
        assert!(bomb.len() < 100_000);
        let error = gunzip(&bomb, 1 << 20).unwrap_err().to_string();
        assert_eq!(
            error,
            "the file holds more than 1 MiB once unpacked, the most that is read of one file; split it"
        );
        assert!(gunzip(&[0; 11], 10).is_err());
        assert!(gunzip(&gzip(&[0; 10]), 10).is_ok());
    }

    #[test]
    fn what_comes_before_the_damage_is_kept() {
        let whole = gzip(&b"0123456789abcdef".repeat(1_000));
        let cut = gunzip(&whole[..whole.len() - 9], 1 << 20).unwrap();
        assert!(cut.damage.unwrap().starts_with("the gzip data is damaged or cut off after "));
        let mut trailing = gzip(b"{}");
        trailing.extend(b"junk");
        let trailing = gunzip(&trailing, 10).unwrap();
        assert_eq!((&*trailing.bytes, trailing.damage.is_some()), (&b"{}"[..], true));
    }
}
