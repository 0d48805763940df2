//! The form of the tables: what is known of a service is one text, and a line of it says which resources an
//! API names.
//!
//! ```text
//! iam.amazonaws.com: AWS::IAM
//! Get* List*:
//! CreateUser: User res.user.arn res.user.userName, Group req.groupName, _ req.requestedBy
//! otherwise: User req.userName
//! ```
//!
//! The first line has the service's `eventSource` and the prefix of its types. In the others stand before the
//! colon event names; one may begin or end with `*`, and one that begins with it means no calls that
//! [look](looks), which `*Bucket` would otherwise catch beside those that create and delete. After it stand
//! the resources, in the order in which they are shown: a type, and the paths of its names. Nothing there:
//! AWS shows none. The first line that has an event's name decides.
//!
//! The type is without the prefix (`Role` in IAM), or whole if it is another service's
//! (`AWS::IAM::InstanceProfile` in EC2), or `_` where AWS shows a name alone. A path begins with `req.`
//! (`requestParameters`), `res.` (`responseElements`) or a member of the record; what is not there gives no
//! resource. See [`Json::at`](crate::json::Json::at).
//!
//! The last line may be `otherwise`: for the APIs that no line names and whose record lists no resources.
//! What AWS shows of a call that looks is not known, and mostly nothing: it is marked `derived`. A line
//! `tags:` is short for [`TAGS`].
//!
//! A line that is indented more than the first goes on with the one before; one that begins with `#` is a
//! comment. [`service`] does away with both when this is compiled, so that the program keeps, and reads, no
//! more than it needs. It also sees that each line has a colon; that what stands beside it is well-formed is
//! for a test to say.

mod lean;

pub(super) use lean::lean;
use lean::{DIGITS, Lines, number};

/// Labels on whatever a service has: a name without a type.
const TAGS: (&str, Rows) = ("TagResource UntagResource", Rows("_ req.resourceArn req.resourceARN"));
/// What stands for the names of the APIs that no line names.
const OTHERWISE: &str = "otherwise";

/// The rules of one service, or of a part of it: several may have one source, and the first that has a line
/// for an event decides.
pub(super) struct Service {
    /// As in the head of this file, but [`lean`]. One text, and no slices of slices of texts: each of those
    /// costs 40 bytes beside what it says, of a program that has to start quickly.
    text: &'static str,
    /// How long the source is: it is compared for every event, with that of every service.
    source: usize,
    /// What AWS shows for a call that a line names, and that failed.
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

/// A [`Service`] of its text.
macro_rules! service {
    ($text:literal) => {{
        const LEN: usize = $crate::resource::rule::lean::<0>($text).len;
        const TEXT: &[u8; LEN] = &$crate::resource::rule::lean($text).bytes;
        $crate::resource::rule::Service::new(TEXT)
    }};
}
pub(super) use service;

/// The resources of a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rows(&'static str);

/// A resource's type, as the line has it, and where its name stands.
pub(super) type Row = (&'static str, &'static str);

impl Rows {
    pub(super) fn iter(self) -> impl Iterator<Item = Row> {
        let mut kind = None;
        self.0.split_ascii_whitespace().filter_map(move |word| {
            let Some(of) = kind else {
                kind = Some(word);
                return None;
            };
            let path = word.strip_suffix(',');
            kind = kind.filter(|_| path.is_none());
            Some((of, path.unwrap_or(word)))
        })
    }
}

impl Service {
    pub(super) const fn new(text: &'static [u8]) -> Service {
        let Ok(text) = str::from_utf8(text) else { panic!("the text of a service was one") };
        let source = number(text.as_bytes()[0], text.as_bytes()[1]);
        Service { text, source, when_failed: WhenFailed::AsEver }
    }

    pub(super) const fn when_failed(self, when_failed: WhenFailed) -> Service {
        Service { when_failed, ..self }
    }

    /// `eventSource`
    pub(super) fn source(&self) -> &'static str {
        &self.text[DIGITS..DIGITS + self.source]
    }

    /// `AWS::IAM`
    fn prefix(&self) -> &'static str {
        Lines(self.text).next().unwrap_or_default().1
    }

    /// Event names, separated by spaces, and the rows of each of them.
    pub(super) fn apis(&self) -> impl Iterator<Item = (&'static str, Rows)> {
        self.lines().filter(|(names, _)| *names != OTHERWISE)
    }

    /// The rows of the event `name`, if a line has them.
    pub(super) fn rule(&self, name: &str) -> Option<Rows> {
        // Lambda's event names end in a version: DeleteFunction20150331, AddPermission20150331v2.
        let bare = without_version(name);
        let meant = |pattern: &str| matches(pattern, bare) && !(pattern.starts_with('*') && looks(bare));
        self.apis().find(|(names, _)| names.split_ascii_whitespace().any(meant)).map(|(_, rows)| rows)
    }

    /// The rows of the events that no line has.
    pub(super) fn otherwise(&self) -> Rows {
        self.lines().find(|(names, _)| *names == OTHERWISE).map_or(Rows(""), |(_, rows)| rows)
    }

    fn lines(&self) -> impl Iterator<Item = (&'static str, Rows)> {
        let lines = Lines(self.text).skip(1);
        lines.map(|(names, rows)| if names == "tags" { TAGS } else { (names, Rows(rows)) })
    }

    /// The whole name of a type.
    pub(super) fn kind(&self, short: &str) -> Option<String> {
        match short {
            "_" => None,
            whole if whole.contains("::") => Some(whole.to_owned()),
            short => Some(format!("{}::{short}", self.prefix())),
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
pub(crate) fn without_version(name: &str) -> &str {
    let unversioned =
        name.rsplit_once('v').filter(|(_, n)| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
    let dated = unversioned.map_or(name, |(before, _)| before);
    let bare = dated.trim_end_matches(|c: char| c.is_ascii_digit());
    if dated.len() - bare.len() == 8 { bare } else { name }
}

#[cfg(test)]
mod tests;
