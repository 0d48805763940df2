//! What a text without a key probably is: somebody pasted an ARN, an event id, an access key id.

use std::net::IpAddr;

use super::{Cidr, Key, Term, Test, Value};

impl Term {
    /// The term that probably is meant by `text`, from its form alone: an ARN, an address or a block, an
    /// access key id, a UUID (event id), an event source, a resource type, an account id. White space
    /// around it does not count.
    pub fn guess(text: &str) -> Option<Term> {
        let text = text.trim();
        if text.is_empty() || text.contains(|c: char| c.is_whitespace() || c.is_control() || c == '"') {
            return None;
        }
        if let Ok(block) = text.parse::<Cidr>() {
            return Some(Term { test: Test::Key(Key::Ip, vec![Value::Cidr(block)]), negated: false });
        }
        let key = if text.parse::<IpAddr>().is_ok() {
            Key::Ip
        } else if text.starts_with("arn:") && text.matches(':').count() >= 5 {
            Key::Resource
        } else if text.starts_with("AWS::") {
            Key::ResourceType
        } else if is_uuid(text) {
            Key::Id
        } else if is_access_key(text) {
            Key::AccessKey
        } else if text.len() == 12 && text.bytes().all(|b| b.is_ascii_digit()) {
            Key::Account
        } else if text.ends_with(".amazonaws.com") && !text.contains([':', '/']) {
            Key::Service
        } else {
            return None;
        };
        Some(Term::is(key, text))
    }
}

fn is_uuid(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    groups.iter().map(|g| g.len()).eq([8, 4, 4, 4, 12])
        && groups.iter().all(|g| g.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// `AKIA…` is a user's key, `ASIA…` a temporary one.
fn is_access_key(text: &str) -> bool {
    (text.starts_with("AKIA") || text.starts_with("ASIA"))
        && (16..=128).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_pasted() {
        for (text, term) in [
            ("arn:aws:iam::111122223333:role/admin", "resource:arn:aws:iam::111122223333:role/admin"),
            (" 205.251.233.48\n", "ip:205.251.233.48"),
            ("2001:db8::1", "ip:2001:db8::1"),
            ("10.1.2.3/8", "ip:10.0.0.0/8"),
            ("ASIAIOSFODNN7EXAMPLE", "key:ASIAIOSFODNN7EXAMPLE"),
            ("8f2c11d0-4c1e-4b1a-9c55-0a1b2c3d4e5f", "id:8f2c11d0-4c1e-4b1a-9c55-0a1b2c3d4e5f"),
            ("iam.amazonaws.com", "service:iam"),
            ("AWS::RDS::DBInstance", "rtype:AWS::RDS::DBInstance"),
            ("111122223333", "account:111122223333"),
        ] {
            assert_eq!(Term::guess(text).map(|t| t.to_string()).as_deref(), Some(term), "{text}");
        }
        for text in ["", "alana", "DeleteUser", "arn:x", "AKIA", "1234", "https://iam.amazonaws.com", "a b"] {
            assert_eq!(Term::guess(text), None, "{text}");
        }
    }
}
