//! Read or write, where a record does not say (`readOnly` came with version 1.01, and not everywhere).
//!
//! Derived from the verb that the event's name begins with. Names follow AWS's own convention, and where
//! records do say they agree, but for the few that are listed. What begins with no verb of reading is a
//! write: an auditor's default view shows writes, and an event that is hidden by mistake is worse than
//! one that is shown by mistake.

use crate::event::Access;

/// A name that begins with one of these words reads.
#[rustfmt::skip]
const VERBS: [&str; 23] = [
    "Get", "List", "Describe", "Head", "Lookup", "BatchGet", "BatchDescribe", "BatchCheck", "Search", "Check",
    "Select", "Query", "Scan", "Count", "Download", "Estimate", "Fetch", "Preview", "Read", "Simulate",
    "Validate", "Verify", "View",
];

/// So do these uses of roles and keys, which change no resource.
const USES: [&str; 7] =
    ["AssumeRole", "Decrypt", "Encrypt", "GenerateDataKey", "GenerateMac", "GenerateRandom", "ReEncrypt"];

/// Whole names that read: `SignUp` is not `Sign`.
const READS: [&str; 2] = ["DeriveSharedSecret", "Sign"];

/// Sign-ins and credentials that begin like a read, and that real records call writes.
const WRITES: [&str; 3] = ["CheckMfa", "GetFederationToken", "GetSigninToken"];

/// What `name` says about itself.
pub(super) fn of_name(name: &str) -> Access {
    let begins = |word: &&str| {
        name.strip_prefix(*word).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_lowercase()))
    };
    let reads = READS.contains(&name) || VERBS.iter().chain(&USES).any(begins);
    if reads && !WRITES.contains(&name) { Access::Read } else { Access::Write }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs() {
        for read in
            ["GetUser", "ListBuckets", "DescribeKey", "AssumeRoleWithSAML", "GenerateDataKeyPair", "Scan"]
        {
            assert_eq!(of_name(read), Access::Read, "{read}");
        }
        for write in
            ["Getaway", "ListenerCreate2", "ConsoleLogin", "SignUp", "GetSigninToken", "describe", ""]
        {
            assert_eq!(of_name(write), Access::Write, "{write}");
        }
    }
}
