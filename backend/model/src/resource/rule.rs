//! The form of the tables: how a line says which resources an API names.

/// A resource's type and where its name stands.
///
/// The type is without the service's prefix (`Role` in IAM), or whole if it is another service's
/// (`AWS::IAM::InstanceProfile` in EC2), or empty where AWS shows a name alone. The path begins with
/// `req.` (`requestParameters`), `res.` (`responseElements`) or a member of the record; what is not there
/// gives no resource. See [`Json::at`](crate::json::Json::at).
pub(super) type Row = (&'static str, &'static str);

/// Event names, separated by spaces, and the rows of each of them. A name may begin or end with `*`; one
/// that begins with it means no calls that [look](looks), which `*Bucket` would otherwise catch beside
/// those that create and delete. No rows: AWS shows none.
pub(super) type Api = (&'static str, &'static [Row]);

/// Labels on whatever the service has: a name without a type.
pub(super) const TAGS: Api =
    ("TagResource UntagResource", &[("", "req.resourceArn"), ("", "req.resourceARN")]);

/// The rules of one service, or of a part of it: several may have one `source`, and the first that has a
/// line for an event decides.
pub(super) struct Service {
    /// `eventSource`
    pub(super) source: &'static str,
    /// `AWS::IAM`
    pub(super) prefix: &'static str,
    /// The first line that has the event's name decides.
    pub(super) apis: &'static [Api],
    /// For the APIs that no line names and whose record lists no resources. What AWS shows of a call that
    /// looks is not known, and mostly nothing: it is marked `derived`.
    pub(super) otherwise: &'static [Row],
    /// What AWS shows for a call of `apis` that failed.
    pub(super) when_failed: WhenFailed,
}

/// What AWS shows for a call that failed.
#[derive(Clone, Copy)]
pub(super) enum WhenFailed {
    /// What can be found as ever; mostly there is no response to find anything in.
    AsEver,
    /// What the request names.
    RequestOnly,
    /// Nothing.
    Nothing,
}

impl Service {
    pub(super) const fn new(source: &'static str, prefix: &'static str, apis: &'static [Api]) -> Service {
        Service { source, prefix, apis, otherwise: &[], when_failed: WhenFailed::AsEver }
    }

    /// The rows of the event `name`, if a line has them.
    pub(super) fn rule(&self, name: &str) -> Option<&'static [Row]> {
        // Lambda's event names end in a version: DeleteFunction20150331, AddPermission20150331v2.
        let bare = without_version(name);
        let meant = |pattern: &str| matches(pattern, bare) && !(pattern.starts_with('*') && looks(bare));
        let names = |api: &&Api| api.0.split_ascii_whitespace().any(meant);
        self.apis.iter().find(names).map(|(_, rows)| *rows)
    }

    /// The whole name of a type.
    pub(super) fn kind(&self, short: &str) -> Option<String> {
        match short {
            "" => None,
            whole if whole.contains("::") => Some(whole.to_owned()),
            short => Some(format!("{}::{short}", self.prefix)),
        }
    }
}

/// Whether an API of this name only looks at what is there.
pub(super) fn looks(name: &str) -> bool {
    ["Describe", "List", "Get", "BatchGet", "Search"].iter().any(|verb| name.starts_with(verb))
}

fn matches(pattern: &str, name: &str) -> bool {
    match (pattern.strip_prefix('*'), pattern.strip_suffix('*')) {
        (Some(end), None) => name.ends_with(end),
        (None, Some(start)) => name.starts_with(start),
        (Some(middle), Some(_)) => name.contains(middle.trim_end_matches('*')),
        (None, None) => name == pattern,
    }
}

/// The name without a date of 8 digits at its end, and without the `v2` that may follow that.
fn without_version(name: &str) -> &str {
    let unversioned =
        name.rsplit_once('v').filter(|(_, n)| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
    let dated = unversioned.map_or(name, |(before, _)| before);
    let bare = dated.trim_end_matches(|c: char| c.is_ascii_digit());
    if dated.len() - bare.len() == 8 { bare } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_of_names() {
        assert_eq!(without_version("DeleteFunction20150331"), "DeleteFunction");
        assert_eq!(without_version("AddPermission20150331v2"), "AddPermission");
        for whole in ["DeleteFunction", "GetBucketV2", "ListObjectsv2", "Put2015", "v2", "v", ""] {
            assert_eq!(without_version(whole), whole);
        }
    }

    #[test]
    fn patterns() {
        assert!(matches("DeleteUser", "DeleteUser") && !matches("DeleteUser", "DeleteUsers"));
        assert!(matches("Get*", "GetUser") && !matches("Get*", "ForgetUser"));
        assert!(matches("*Bucket", "PutBucket") && !matches("*Bucket", "PutBucketAcl"));
        assert!(matches("*Bucket*", "PutBucketAcl") && matches("*Bucket*", "Bucket"));
    }

    #[test]
    fn a_pattern_of_anything_means_no_calls_that_look() {
        let service = Service::new("cats", "Cats", &[("*Cat", &[]), ("Get*", &[("Cat", "req.name")])]);
        assert_eq!(service.rule("FeedCat"), Some(&[][..]));
        assert_eq!(service.rule("GetCat"), Some(&[("Cat", "req.name")][..]));
        assert_eq!(service.rule("DescribeCat"), None);
    }

    #[test]
    fn no_line_is_hidden_by_an_earlier_one() {
        let services = || crate::resource::SERVICES.iter().copied().flatten();
        for service in services() {
            let same = || services().filter(|other| other.source == service.source);
            for (names, rows) in service.apis {
                for name in names.split_ascii_whitespace().filter(|name| !name.contains('*')) {
                    assert_eq!(
                        same().find_map(|one| one.rule(name)),
                        Some(*rows),
                        "{} {name}",
                        service.source
                    );
                }
                for (_, path) in *rows {
                    let known =
                        ["req.", "res.", "resources.", "additionalEventData.", "serviceEventDetails."];
                    assert!(known.iter().any(|start| path.starts_with(start)), "{} {path}", service.source);
                }
            }
        }
    }
}
