//! A [`Tally`] as bytes: a version, then a zstd frame of
//!
//! ```text
//! tally = number *value                      ; how many values
//! value = number bytes number *cell          ; length, text, how many cells
//! cell  = number number number number       ; slots since the cell before, ok, denied, failed
//! ```
//!
//! where a `number` is [LEB128](https://en.wikipedia.org/wiki/LEB128), unsigned. What is read is bounded and
//! checked: an item that somebody broke is an error and never a wrong count.

use std::collections::BTreeMap;

use super::attribute::MAX_VALUE;
use super::tally::{Cell, Tally};

const VERSION: u8 = 1;
/// Counts are small and much alike; a higher level finds little more.
const LEVEL: i32 = 3;
/// The longest tally unpacked, in bytes: more than the largest one, of 2,400 values of the longest.
const MAX_UNPACKED: usize = 1 << 20;

/// Packs `tally`.
pub(crate) fn pack(tally: &Tally) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    number(&mut bytes, tally.0.len() as u64);
    for (value, cells) in &tally.0 {
        number(&mut bytes, value.len() as u64);
        bytes.extend(value.as_bytes());
        number(&mut bytes, cells.len() as u64);
        let mut before = 0;
        for (slot, cell) in cells {
            number(&mut bytes, u64::from(slot - before));
            [cell.ok, cell.denied, cell.failed].into_iter().for_each(|n| number(&mut bytes, n));
            before = *slot;
        }
    }
    let mut packed = vec![VERSION];
    packed.extend(zstd::bulk::compress(&bytes, LEVEL)?);
    Ok(packed)
}

/// Unpacks what [`pack`] made.
pub(crate) fn unpack(packed: &[u8]) -> Result<Tally, &'static str> {
    let (version, frame) = packed.split_first().ok_or("it is empty")?;
    if *version != VERSION {
        return Err("it has a version that is not known here");
    }
    let bytes = zstd::bulk::decompress(frame, MAX_UNPACKED).map_err(|_| "it cannot be unpacked")?;
    Reader(&bytes).tally().ok_or("it is cut or broken")
}

fn number(bytes: &mut Vec<u8>, mut n: u64) {
    while n >= 0x80 {
        bytes.push(n as u8 | 0x80);
        n >>= 7;
    }
    bytes.push(n as u8);
}

struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn tally(mut self) -> Option<Tally> {
        let mut tally = BTreeMap::new();
        for _ in 0..self.number()? {
            let length = usize::try_from(self.number()?).ok().filter(|length| *length <= MAX_VALUE)?;
            let (text, rest) = self.0.split_at_checked(length)?;
            self.0 = rest;
            tally.insert(str::from_utf8(text).ok()?.to_owned(), self.cells()?);
        }
        self.0.is_empty().then_some(Tally(tally))
    }

    fn cells(&mut self) -> Option<BTreeMap<u16, Cell>> {
        let (mut cells, mut slot) = (BTreeMap::new(), 0_u16);
        for _ in 0..self.number()? {
            slot = slot.checked_add(u16::try_from(self.number()?).ok()?)?;
            let cell = Cell { ok: self.number()?, denied: self.number()?, failed: self.number()? };
            cells.insert(slot, cell);
        }
        Some(cells)
    }

    /// At most 56 bits: more events than that there are not, and sums cannot overflow.
    fn number(&mut self) -> Option<u64> {
        let mut n = 0;
        for shift in (0..56).step_by(7) {
            let (byte, rest) = self.0.split_first()?;
            self.0 = rest;
            n |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(n);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some() -> Tally {
        let mut tally = Tally::default();
        for (value, slot, ok) in [("", 3, 1), ("alana", 0, 1_000_000), ("alana", 1_439, 2), ("한", 5, 127)] {
            tally.add(value.to_owned(), slot, Cell { ok, denied: 128, failed: 0 });
        }
        tally
    }

    #[test]
    fn goes_both_ways() {
        for tally in [Tally::default(), some()] {
            assert_eq!(unpack(&pack(&tally).unwrap()), Ok(tally));
        }
    }

    /// Rollups of an earlier version are still read.
    #[test]
    fn the_form_stays() {
        let mut tally = Tally::default();
        tally.add("ok".to_owned(), 7, Cell { ok: 300, denied: 0, failed: 1 });
        let plain = [1, 2, b'o', b'k', 1, 7, 0xac, 2, 0, 1];
        let packed = [vec![1], zstd::bulk::compress(&plain, 1).unwrap()].concat();
        assert_eq!(unpack(&packed), Ok(tally));
    }

    #[test]
    fn what_is_broken_is_an_error() {
        let good = pack(&some()).unwrap();
        for bad in [&[][..], &good[..good.len() - 1], &[&[9], &good[1..]].concat(), &[1, 2, 3]] {
            assert!(unpack(bad).is_err(), "{bad:?}");
        }
        let plain = zstd::bulk::decompress(&good[1..], MAX_UNPACKED).unwrap();
        for end in 0..plain.len() {
            let cut = [vec![1], zstd::bulk::compress(&plain[..end], 1).unwrap()].concat();
            assert!(unpack(&cut).is_err(), "{end}");
        }
    }
}
