//! Whose events: from what somebody calls an identity to the terms of a query.

use crate::event::short_name;
use crate::filter::{Key, Term};

use super::KeyKind;

/// The longest name that is asked for, in bytes. AWS's longest ARN of an identity is shorter.
pub const MAX_NAME: usize = 2_048;

/// The terms that find the events of `name`: of an access key `key:`, of an ARN of a user or of a session its
/// name, role and account, of a session's id (`AROA…:alana`) its name; of any other text `who:`.
pub fn subject(name: &str) -> Vec<Term> {
    if is_key(name) {
        return vec![Term::is(Key::AccessKey, name)];
    }
    let mut terms = vec![Term::is(Key::Who, short_name(name))];
    let parts: Vec<&str> = name.splitn(6, ':').collect();
    if let ["arn", _, _, _, account, resource] = parts[..] {
        if !account.is_empty() {
            terms.push(Term::is(Key::Account, account));
        }
        if let Some((role, _)) = resource.strip_prefix("assumed-role/").and_then(|rest| rest.split_once('/'))
        {
            terms.push(Term::is(Key::Role, role));
        }
    }
    terms
}

/// Whether it has the form of an access key id: `AKIA`, `ASIA`, and 12 to 124 letters and digits.
fn is_key(text: &str) -> bool {
    let form = (16..=128).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric());
    form && KeyKind::of(text) != KeyKind::Unknown
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Filter;

    #[test]
    fn a_name_a_key_and_an_arn() {
        for (name, query) in [
            ("alana", "who:alana"),
            ("kim@example.com", "who:kim@example.com"),
            ("AKIAIOSFODNN7EXAMPLE", "key:AKIAIOSFODNN7EXAMPLE"),
            ("ASIACHAINPIPE2EXAMPLE", "key:ASIACHAINPIPE2EXAMPLE"),
            ("AKIA", "who:AKIA"),
            ("ASIA-not-a-key-at-all", "who:ASIA-not-a-key-at-all"),
            ("arn:aws:iam::111122223333:user/team/alana", "who:alana account:111122223333"),
            ("arn:aws:iam::111122223333:root", "who:root account:111122223333"),
            ("arn:aws:iam::111122223333:role/ops", "who:ops account:111122223333"),
            ("arn:aws:sts::111122223333:assumed-role/ops/li", "who:li role:ops account:111122223333"),
            ("AROAEXAMPLE:li", "who:li"),
            ("a b,c*", r#"who:"a b,c*""#),
        ] {
            assert_eq!(Filter::new(subject(name)).to_string(), query, "{name}");
        }
    }
}
