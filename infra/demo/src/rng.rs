//! A seeded source of choices: [SplitMix64], so that one seed gives one account's activity on every machine.
//!
//! [SplitMix64]: https://prng.di.unimi.it/splitmix64.c

/// Not for secrets.
pub(crate) struct Rng(u64);

impl Rng {
    /// A generator for one purpose: the parts (seed, day, …) together choose the sequence.
    pub(crate) fn new(parts: &[u64]) -> Self {
        let mut rng = Rng(0x5EED);
        for part in parts {
            rng.0 ^= *part;
            rng.0 = rng.next();
        }
        rng
    }

    /// A generator for a name: the same text gives the same sequence.
    pub(crate) fn of_text(text: &str) -> Self {
        // FNV-1a
        let hash = text
            .bytes()
            .fold(0xCBF2_9CE4_8422_2325, |h: u64, b| (h ^ u64::from(b)).wrapping_mul(0x100_0000_01B3));
        Rng::new(&[hash])
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number from 0 to `bound - 1`; 0 when `bound` is 0.
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        // The bias of the remainder is below 2^-40 for the bounds used here.
        self.next() % bound.max(1)
    }

    /// A number from `low` to `high`, both included.
    pub(crate) fn between(&mut self, low: u64, high: u64) -> u64 {
        low + self.below(high - low + 1)
    }

    /// True in `percent` of 100 cases.
    pub(crate) fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// One of `choices`, which must not be empty.
    pub(crate) fn pick<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        &choices[self.below(choices.len() as u64) as usize]
    }

    /// An index into `weights`, with a chance in proportion to the weight there.
    pub(crate) fn weighted(&mut self, weights: impl Iterator<Item = u64> + Clone) -> usize {
        let mut rest = self.below(weights.clone().sum());
        for (index, weight) in weights.enumerate() {
            if rest < weight {
                return index;
            }
            rest -= weight;
        }
        0
    }

    /// `count` lower-case hexadecimal digits.
    pub(crate) fn hex(&mut self, count: usize) -> String {
        self.letters(count, b"0123456789abcdef")
    }

    /// `count` letters of an access key id or an S3 request id.
    pub(crate) fn base32(&mut self, count: usize) -> String {
        self.letters(count, b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    }

    /// A UUID of version 4.
    pub(crate) fn uuid(&mut self) -> String {
        let bits = (u128::from(self.next()) << 64) | u128::from(self.next());
        let bits = bits & !(0xF << 76) & !(0x3 << 62) | (0x4 << 76) | (0x2 << 62);
        let hex = format!("{bits:032x}");
        format!("{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
    }

    fn letters(&mut self, count: usize, alphabet: &[u8]) -> String {
        (0..count).map(|_| char::from(*self.pick(alphabet))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_seed_gives_one_sequence() {
        assert_eq!(Rng::new(&[7, 1]).uuid(), Rng::new(&[7, 1]).uuid());
        assert_ne!(Rng::new(&[7, 1]).uuid(), Rng::new(&[7, 2]).uuid());
        assert_ne!(Rng::of_text("a").next(), Rng::of_text("b").next());
    }

    #[test]
    fn a_uuid_says_that_it_is_of_version_4() {
        let mut rng = Rng::new(&[1]);
        for _ in 0..100 {
            let uuid = rng.uuid();
            assert_eq!(uuid.len(), 36);
            assert_eq!(&uuid[14..15], "4");
            assert!("89ab".contains(&uuid[19..20]), "{uuid}");
        }
    }

    #[test]
    fn weights_are_followed() {
        let mut rng = Rng::new(&[3]);
        let mut counts = [0; 3];
        for _ in 0..10_000 {
            counts[rng.weighted([1, 0, 3].into_iter())] += 1;
        }
        assert_eq!(counts[1], 0);
        assert!((2_200..2_800).contains(&counts[0]), "{counts:?}");
    }
}
