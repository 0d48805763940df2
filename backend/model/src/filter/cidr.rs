//! A block of IP addresses in CIDR notation ([RFC 4632], [RFC 4291]).
//!
//! [RFC 4632]: https://www.rfc-editor.org/rfc/rfc4632
//! [RFC 4291]: https://www.rfc-editor.org/rfc/rfc4291

use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;

/// `203.0.113.0/24`, `2001:db8::/32`: an address whose bits after the prefix are zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cidr {
    address: IpAddr,
    bits: u8,
}

impl Cidr {
    /// The block of `address` with a prefix of `bits`; the bits after it are cleared. `None` when the
    /// prefix is longer than the address: 32 bits, or 128 of IPv6.
    pub fn new(address: IpAddr, bits: u8) -> Option<Cidr> {
        let address = match address {
            IpAddr::V4(v4) => {
                let kept = u32::MAX.checked_shl(32u32.checked_sub(u32::from(bits))?).unwrap_or(0);
                IpAddr::V4((v4.to_bits() & kept).into())
            }
            IpAddr::V6(v6) => {
                let kept = u128::MAX.checked_shl(128u32.checked_sub(u32::from(bits))?).unwrap_or(0);
                IpAddr::V6((v6.to_bits() & kept).into())
            }
        };
        Some(Cidr { address, bits })
    }

    /// Whether `address` is in the block. An IPv4 address is in no IPv6 block.
    pub fn contains(self, address: IpAddr) -> bool {
        address.is_ipv4() == self.address.is_ipv4() && Cidr::new(address, self.bits) == Some(self)
    }
}

impl FromStr for Cidr {
    type Err = ();

    /// An address, `/` and the prefix's length in decimal. Bits after the prefix may be set.
    fn from_str(text: &str) -> Result<Cidr, ()> {
        let (address, bits) = text.split_once('/').ok_or(())?;
        let digits = (1..=3).contains(&bits.len()) && bits.bytes().all(|b| b.is_ascii_digit());
        let bits = if digits { bits.parse().map_err(|_| ())? } else { return Err(()) };
        Cidr::new(address.parse().map_err(|_| ())?, bits).ok_or(())
    }
}

impl fmt::Display for Cidr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.address, self.bits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, canonical: &str, inside: &[&str], outside: &[&str]) {
        let block: Cidr = text.parse().expect(text);
        assert_eq!(block.to_string(), canonical);
        assert_eq!(canonical.parse(), Ok(block));
        for address in inside {
            assert!(block.contains(address.parse().expect(address)), "{address} is in {text}");
        }
        for address in outside {
            assert!(!block.contains(address.parse().expect(address)), "{address} is not in {text}");
        }
    }

    #[test]
    fn a_block_holds_the_addresses_that_begin_like_it() {
        check("203.0.113.0/24", "203.0.113.0/24", &["203.0.113.0", "203.0.113.255"], &["203.0.114.0", "::1"]);
        check("203.0.113.77/24", "203.0.113.0/24", &["203.0.113.1"], &["203.0.112.255"]);
        check("10.1.2.3/32", "10.1.2.3/32", &["10.1.2.3"], &["10.1.2.2"]);
        check("10.1.2.3/9", "10.0.0.0/9", &["10.127.255.255"], &["10.128.0.0"]);
        check("1.2.3.4/0", "0.0.0.0/0", &["0.0.0.0", "255.255.255.255"], &["::"]);
        check("2001:DB8:0::5/32", "2001:db8::/32", &["2001:db8:ffff::1"], &["2001:db9::", "10.0.0.1"]);
        check("2001:db8::1/128", "2001:db8::1/128", &["2001:db8::1"], &["2001:db8::2"]);
        check("::1/0", "::/0", &["::", "ffff::"], &["0.0.0.0"]);
    }

    #[test]
    fn other_texts_are_not_blocks() {
        for text in [
            "",
            "/",
            "10.0.0.0",
            "10.0.0.0/",
            "10.0.0.0/33",
            "10.0.0.0/+8",
            "10.0.0/8",
            "::/129",
            "10.0.0.0/8/8",
        ] {
            assert_eq!(text.parse::<Cidr>(), Err(()), "{text}");
        }
    }
}
