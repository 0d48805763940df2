//! One record and why it is here.

use std::sync::LazyLock;

use crate::{category, chain, identity, origin, outcome, resource, resource_list, shape, value, version};

/// A synthetic record. Its text is what a log file would hold, byte for byte.
#[derive(Debug)]
pub struct Case {
    /// Unique among all cases; says what is special in one to four words.
    pub name: &'static str,
    /// What a reader of this record has to get right, or why it has to refuse it.
    pub exercises: &'static str,
    /// The record's text, never normalised.
    pub record: &'static str,
}

/// Records that an ingester accepts, about 280. Event ids are distinct; order is by theme, not by time.
pub fn cases() -> &'static [Case] {
    static CASES: LazyLock<Vec<Case>> = LazyLock::new(|| {
        [
            identity::CASES,
            chain::CASES,
            category::CASES,
            version::CASES,
            outcome::CASES,
            origin::CASES,
            resource::CASES,
            resource_list::CASES,
            value::CASES,
            shape::CASES,
        ]
        .into_iter()
        .flatten()
        .map(|case| Case { ..*case })
        .collect()
    });
    &CASES
}

/// Records, and texts that only claim to be records, that an ingester refuses with a reason.
pub fn refused() -> &'static [Case] {
    crate::refused::CASES
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use serde_json::value::RawValue;

    use super::*;

    #[test]
    fn names_are_unique_and_every_case_says_what_it_exercises() {
        let mut names = HashSet::new();
        for case in cases().iter().chain(refused()) {
            assert!(names.insert(case.name), "{} occurs twice", case.name);
            assert!(!case.exercises.is_empty(), "{} exercises nothing", case.name);
        }
    }

    #[test]
    fn accepted_cases_are_json_objects() {
        for case in cases() {
            // RawValue checks the grammar only: a lone surrogate or 1e400 is JSON, but fits no Rust type.
            let raw: Result<&RawValue, _> = serde_json::from_str(case.record);
            assert!(raw.is_ok(), "{}: {raw:?}", case.name);
            assert!(case.record.trim_start().starts_with('{'), "{}", case.name);
        }
    }

    #[test]
    fn event_ids_are_distinct() {
        let mut ids = HashSet::new();
        for case in cases() {
            let Ok(value) = serde_json::from_str::<serde_json::Value>(case.record) else { continue };
            let id = value["eventID"].as_str().unwrap().to_owned();
            assert!(ids.insert(id), "{}: its event id is another's", case.name);
        }
        assert!(ids.len() > 200);
    }

    #[test]
    fn every_identity_type_version_and_category_occurs() {
        let all: String = cases().iter().map(|case| case.record).collect();
        for kind in [
            "IAMUser",
            "Root",
            "AssumedRole",
            "AWSService",
            "FederatedUser",
            "SAMLUser",
            "WebIdentityUser",
            "IdentityCenterUser",
            "AWSAccount",
            "Role",
            "Directory",
            "Unknown",
        ] {
            assert!(all.contains(&format!(r#""userIdentity":{{"type":"{kind}""#)), "no {kind}");
        }
        for minor in 2..=11 {
            assert!(all.contains(&format!(r#""eventVersion":"1.{minor:02}""#)), "no version 1.{minor:02}");
        }
        for category in ["Management", "Data", "NetworkActivity", "Insight", "ActivityAuditLog"] {
            assert!(all.contains(&format!(r#""eventCategory":"{category}""#)), "no {category}");
        }
    }

    #[test]
    fn accounts_and_addresses_are_those_kept_for_examples() {
        for case in cases().iter().chain(refused()) {
            for account in case
                .record
                .split(|c: char| !c.is_ascii_alphanumeric())
                .filter(|word| word.len() == 12 && word.bytes().all(|b| b.is_ascii_digit()))
            {
                let known = ["111122223333", "444455556666", "123456789012"];
                assert!(known.contains(&account), "{}: account {account}", case.name);
            }
            let Ok(value) = serde_json::from_str::<serde_json::Value>(case.record) else { continue };
            let Some(address) = value["sourceIPAddress"].as_str() else { continue };
            if address.starts_with(|c: char| c.is_ascii_digit()) {
                let kept = ["203.0.113.", "198.51.100.", "192.0.2.", "205.251.233.48", "2001:db8:"];
                assert!(kept.iter().any(|net| address.starts_with(net)), "{}: {address}", case.name);
            }
        }
    }
}
