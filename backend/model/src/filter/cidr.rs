//! A block of IP addresses in CIDR notation.

use std::net::IpAddr;

/// `203.0.113.0/24`, `2001:db8::/32`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cidr {
    pub(super) address: IpAddr,
    pub(super) bits: u8,
}
