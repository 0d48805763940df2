//! The keys: what each is called, what it reads, which words it takes.

use super::Key;
use super::nearest::nearest;
use crate::event::{Access, Category, Outcome, Via};

/// What is known of a key. Aliases are not accepted in queries; they find the key that was meant. The
/// camel-case ones are AWS's, of records and of LookupEvents.
struct Entry {
    key: Key,
    name: &'static str,
    help: &'static str,
    aliases: &'static [&'static str],
}

const fn entry(key: Key, name: &'static str, help: &'static str, aliases: &'static [&'static str]) -> Entry {
    Entry { key, name, help, aliases }
}

/// In the order of `Key`'s variants.
#[rustfmt::skip]
const ENTRIES: [Entry; 22] = [
    entry(Key::Who, "who", "any name of the caller (user, session, role, source identity, Identity Center user), or of whoever began the session",
        &["user", "userName", "actor", "principal", "caller", "by", "identity", "sourceIdentity"]),
    entry(Key::Role, "role", "name of the role that was assumed", &["roleName", "assumedRole", "sessionIssuer"]),
    entry(Key::Session, "session", "session name of the assumed role or federated user", &["sessionName", "roleSessionName"]),
    entry(Key::Account, "account", "account id, of the caller or of the recipient", &["accountId", "recipientAccountId"]),
    entry(Key::Type, "type", "type of identity, such as IAMUser or AssumedRole", &["userType", "identityType", "kind"]),
    entry(Key::Via, "via", "how the call was made", &["how", "client", "tool"]),
    entry(Key::AccessKey, "key", "access key id", &["accessKey", "accessKeyId"]),
    entry(Key::Event, "event", "name of the API action, such as DeleteUser", &["eventName", "name", "action", "api", "operation"]),
    entry(Key::Service, "service", "service called, such as s3; other event sources whole", &["source", "eventSource"]),
    entry(Key::Access, "access", "whether the action could change something", &["readOnly", "rw"]),
    entry(Key::Outcome, "outcome", "whether it worked", &["result", "status", "success"]),
    entry(Key::Error, "error", "error code, such as AccessDenied", &["errorCode", "code"]),
    entry(Key::Region, "region", "AWS region", &["awsRegion", "location"]),
    entry(Key::Ip, "ip", "source address as recorded, a block such as 203.0.113.0/24, or a calling service",
        &["sourceIP", "sourceIPAddress", "ipAddress", "address", "cidr", "from", "host"]),
    entry(Key::Agent, "agent", "user agent, the whole text or a pattern", &["userAgent", "ua", "browser"]),
    entry(Key::Resource, "resource", "name, id or ARN of a resource, or the last part of its ARN",
        &["resourceName", "target", "arn", "object"]),
    entry(Key::ResourceType, "rtype", "type of a resource, such as AWS::S3::Bucket", &["resourceType"]),
    entry(Key::Id, "id", "event id", &["eventId"]),
    entry(Key::Request, "request", "request id", &["requestId"]),
    entry(Key::Mfa, "mfa", "whether the session passed multi-factor authentication, where recorded",
        &["mfaAuthenticated", "2fa"]),
    entry(Key::Has, "has", "whether the event has any value of that key", &["with", "exists"]),
    entry(Key::Category, "category", "kind of event; management alone when not given", &["eventCategory"]),
];

/// The keys whose value an event may lack: what `has:` takes.
const OPTIONAL: [Key; 14] = [
    Key::Who,
    Key::Role,
    Key::Session,
    Key::Account,
    Key::Type,
    Key::AccessKey,
    Key::Error,
    Key::Region,
    Key::Ip,
    Key::Agent,
    Key::Resource,
    Key::ResourceType,
    Key::Request,
    Key::Mfa,
];

impl Key {
    /// Every key, in the order in which they are documented and sorted.
    pub const ALL: [Key; 22] = {
        let mut all = [Key::Who; 22];
        let mut n = 0;
        while n < all.len() {
            all[n] = ENTRIES[n].key;
            n += 1;
        }
        all
    };

    /// Its name in queries.
    pub fn name(self) -> &'static str {
        self.entry().name
    }

    /// What it reads, in a line.
    pub fn help(self) -> &'static str {
        self.entry().help
    }

    /// The key of that name, in any ASCII case.
    pub fn from_name(name: &str) -> Option<Key> {
        ENTRIES.iter().find(|e| e.name.eq_ignore_ascii_case(name)).map(|e| e.key)
    }

    /// Whether its values are words of an enumeration, closed or open, which are compared without regard
    /// to ASCII case. The values of the others are names, compared to the character.
    pub fn is_enumeration(self) -> bool {
        matches!(self, Key::Type | Key::Service | Key::Region | Key::ResourceType) || self.is_closed()
    }

    /// Whether it takes only the words of [`values`](Self::values).
    pub fn is_closed(self) -> bool {
        matches!(self, Key::Via | Key::Access | Key::Outcome | Key::Mfa | Key::Has | Key::Category)
    }

    /// The words that it takes, when those are a closed set; else none.
    pub fn values(self) -> Vec<&'static str> {
        match self {
            Key::Via => Via::ALL.iter().map(|v| v.as_str()).collect(),
            Key::Access => Access::ALL.iter().map(|v| v.as_str()).collect(),
            Key::Outcome => Outcome::ALL.iter().map(|v| v.as_str()).collect(),
            Key::Category => Category::ALL.iter().map(|v| v.as_str()).chain(["any"]).collect(),
            Key::Mfa => vec!["true", "false"],
            Key::Has => OPTIONAL.iter().map(|key| key.name()).collect(),
            _ => Vec::new(),
        }
    }

    /// The keys that `prefix` may become, best first: those of which it begins the name, then those of
    /// which it begins another name (`user` for `who`). An empty prefix is every key.
    pub fn suggest(prefix: &str) -> Vec<Key> {
        let begins =
            |name: &str| name.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix));
        let (mut keys, others): (Vec<_>, Vec<_>) = ENTRIES.iter().partition(|e| begins(e.name));
        keys.extend(others.into_iter().filter(|e| e.aliases.iter().any(|alias| begins(alias))));
        keys.into_iter().map(|e| e.key).collect()
    }

    /// The key that was probably meant by `name`.
    pub(super) fn nearest(name: &str) -> Option<Key> {
        let names = ENTRIES.iter().map(|e| (e.name, e.key));
        let aliases = ENTRIES.iter().flat_map(|e| e.aliases.iter().map(|alias| (*alias, e.key)));
        nearest(name, names.chain(aliases))
    }

    /// The word of a closed set that was probably meant by `value`.
    pub(super) fn nearest_value(self, value: &str) -> Option<&'static str> {
        let other_words: &[(&str, &str)] = match self {
            Key::Access => &[("readOnly", "read"), ("true", "read"), ("false", "write"), ("change", "write")],
            Key::Outcome => &[
                ("success", "ok"),
                ("succeeded", "ok"),
                ("true", "ok"),
                ("accessDenied", "denied"),
                ("unauthorized", "denied"),
                ("forbidden", "denied"),
                ("error", "failed"),
                ("failure", "failed"),
                ("false", "failed"),
            ],
            Key::Mfa => &[("yes", "true"), ("on", "true"), ("no", "false"), ("off", "false")],
            Key::Via => {
                &[("browser", "console"), ("web", "console"), ("awsCli", "cli"), ("unknown", "other")]
            }
            Key::Category => &[("all", "any"), ("*", "any"), ("networkActivity", "network")],
            Key::Has => {
                return Key::nearest(value).filter(|key| OPTIONAL.contains(key)).map(Key::name);
            }
            _ => &[],
        };
        nearest(value, self.values().into_iter().map(|word| (word, word)).chain(other_words.iter().copied()))
    }

    fn entry(self) -> &'static Entry {
        &ENTRIES[self as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_go_both_ways() {
        for (n, key) in Key::ALL.into_iter().enumerate() {
            assert_eq!(key as usize, n, "the table is in the order of the variants");
            assert_eq!(Key::from_name(key.name()), Some(key));
            assert_eq!(Key::from_name(&key.name().to_uppercase()), Some(key));
            assert!(!key.help().is_empty() && !key.help().contains('\n'));
            assert_eq!(key.is_closed(), !key.values().is_empty());
        }
        assert_eq!(Key::from_name("user"), None);
        assert!(Key::ALL.is_sorted());
    }

    #[test]
    fn suggestions_while_typing() {
        assert_eq!(Key::suggest("").len(), Key::ALL.len());
        for (prefix, names) in [
            ("re", "region resource request account access outcome rtype"),
            ("US", "who type agent"),
            ("ip", "ip"),
            ("eventN", "event"),
            ("한", ""),
            ("zzz", ""),
        ] {
            let keys = Key::suggest(prefix).into_iter().map(Key::name).collect::<Vec<_>>().join(" ");
            assert_eq!(keys, names, "{prefix}");
        }
    }

    #[test]
    fn the_key_that_was_meant() {
        for (name, key) in [
            ("user", "who"),
            ("Username", "who"),
            ("usernmae", "who"),
            ("EventName", "event"),
            ("evnt", "event"),
            ("EventSource", "service"),
            ("ReadOnly", "access"),
            ("ResourceType", "rtype"),
            ("ResourceName", "resource"),
            ("EventId", "id"),
            ("AccessKeyId", "key"),
            ("ip-address", "ip"),
            ("source_ip", "ip"),
            ("regoin", "region"),
        ] {
            assert_eq!(Key::nearest(name).map(Key::name), Some(key), "{name}");
        }
        for name in ["", "http", "https", "arn", "14", "bucket", "a"] {
            assert!(Key::nearest(name).is_none_or(|key| name == "arn" && key == Key::Resource), "{name}");
        }
    }
}
