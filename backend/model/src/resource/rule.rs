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

/// What the program keeps of a service's text: before each line how long it is up to the colon and after it,
/// in two digits of 64 each, so that a line is passed over without being read; no colon, no end of a line, no
/// indentation, no comment.
pub(super) struct Lean<const N: usize> {
    /// The first `N`.
    pub(super) bytes: [u8; N],
    /// How many there are.
    pub(super) len: usize,
    /// Where the last line begins.
    line: usize,
    /// Where its colon was, or 0.
    colon: usize,
}

/// The digits before a line.
const DIGITS: usize = 4;

pub(super) const fn lean<const N: usize>(text: &str) -> Lean<N> {
    let text = text.as_bytes();
    let mut lean = Lean { bytes: [0; N], len: 0, line: 0, colon: 0 };
    let (mut at, mut margin) = (0, usize::MAX);
    while at < text.len() {
        let start = at;
        while at < text.len() && text[at] == b' ' {
            at += 1;
        }
        let indent = at - start;
        let meant = at < text.len() && text[at] != b'#' && text[at] != b'\n';
        if meant && indent > margin {
            lean.push(b' ');
        } else if meant {
            margin = if lean.len == 0 { indent } else { margin };
            lean.begin_line();
        }
        while at < text.len() && text[at] != b'\n' {
            if meant {
                lean.push(text[at]);
            }
            at += 1;
        }
        at += 1;
    }
    lean.end_line();
    lean
}

impl<const N: usize> Lean<N> {
    const fn begin_line(&mut self) {
        if self.len > 0 {
            self.end_line();
        }
        (self.line, self.len, self.colon) = (self.len, self.len + DIGITS, 0);
    }

    const fn end_line(&mut self) {
        assert!(self.colon > 0, "a line of a service without a colon");
        let (before, after) = (self.colon - self.line - DIGITS, self.len - self.colon);
        assert!(before < 64 * 64 && after < 64 * 64, "a line of a service of 4,096 bytes or more");
        self.put(self.line, digit(before / 64));
        self.put(self.line + 1, digit(before % 64));
        self.put(self.line + 2, digit(after / 64));
        self.put(self.line + 3, digit(after % 64));
    }

    const fn push(&mut self, byte: u8) {
        match byte {
            b':' if self.colon == 0 => self.colon = self.len,
            b' ' if self.colon == self.len => (),
            _ => {
                self.put(self.len, byte);
                self.len += 1;
            }
        }
    }

    const fn put(&mut self, at: usize, byte: u8) {
        if at < N {
            self.bytes[at] = byte;
        }
    }
}

const fn digit(n: usize) -> u8 {
    b'0' + n as u8
}

/// The number of two digits.
const fn number(high: u8, low: u8) -> usize {
    (high - b'0') as usize * 64 + (low - b'0') as usize
}

/// What stands before the colon of a line and after it, line by line.
struct Lines(&'static str);

impl Iterator for Lines {
    type Item = (&'static str, &'static str);

    fn next(&mut self) -> Option<Self::Item> {
        let [a, b, c, d, ..] = *self.0.as_bytes() else { return None };
        let (names, after) = self.0[DIGITS..].split_at(number(a, b));
        let (rows, rest) = after.split_at(number(c, d));
        self.0 = rest;
        Some((names, rows))
    }
}

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
        let service = service! {"
            cats.amazonaws.com: Cats
            *Cat:
            Get*: Cat req.name
        "};
        assert_eq!(service.rule("FeedCat"), Some(Rows("")));
        assert_eq!(service.rule("GetCat"), Some(Rows("Cat req.name")));
        assert_eq!(service.rule("DescribeCat"), None);
    }

    #[test]
    fn a_text_is_kept_without_what_is_for_readers() {
        let service = service! {"
            cats.amazonaws.com: Cats
            # Who feeds whom.
            FeedCat
                FeedCats: Cat req.name
                # in its old age

                res.name, Dogs::Dog req.dogs[].name,
                _ req.by
            tags:
            otherwise: Cat req.name
        "};
        let kept = "0B04cats.amazonaws.comCats\
            0@0jFeedCat FeedCatsCat req.name res.name, Dogs::Dog req.dogs[].name, _ req.by\
            0400tags\
            090<otherwiseCat req.name";
        assert_eq!(service.text, kept);
        assert_eq!((service.source(), service.prefix()), ("cats.amazonaws.com", "Cats"));
        let fed =
            [("Cat", "req.name"), ("Cat", "res.name"), ("Dogs::Dog", "req.dogs[].name"), ("_", "req.by")];
        assert!(service.rule("FeedCats").unwrap().iter().eq(fed));
        assert!(
            service
                .rule("TagResource")
                .unwrap()
                .iter()
                .eq([("_", "req.resourceArn"), ("_", "req.resourceARN")])
        );
        assert!(service.otherwise().iter().eq([("Cat", "req.name")]));
        assert_eq!((service.rule("otherwise"), service.rule("GroomCat")), (None, None));
        assert_eq!(service.kind("Cat").as_deref(), Some("Cats::Cat"));
        assert_eq!(service.kind("Dogs::Dog").as_deref(), Some("Dogs::Dog"));
        assert_eq!(service.kind("_"), None);
        let bare = service! {"dogs.amazonaws.com: Dogs"};
        assert_eq!((bare.source(), bare.prefix()), ("dogs.amazonaws.com", "Dogs"));
        assert_eq!((bare.rule("FeedDog"), bare.otherwise()), (None, Rows("")));
    }

    fn is_word(text: &str) -> bool {
        !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric())
    }

    fn is_name(name: &str) -> bool {
        let from = name.strip_prefix('*').unwrap_or(name);
        is_word(from.strip_suffix('*').unwrap_or(from))
    }

    fn is_type(kind: &str) -> bool {
        let big = |word: &str| is_word(word) && word.starts_with(|c: char| c.is_ascii_uppercase());
        kind == "_" || big(kind) || (kind.split("::").count() == 3 && kind.split("::").all(big))
    }

    fn is_path(path: &str) -> bool {
        const STARTS: [&str; 5] =
            ["req.", "res.", "resources.", "additionalEventData.", "serviceEventDetails."];
        let is_segment = |segment: &str| is_word(segment.strip_suffix("[]").unwrap_or(segment));
        STARTS.iter().any(|start| path.starts_with(start)) && path.split('.').all(is_segment)
    }

    /// `Type path path, Type path`
    fn is_rows(rows: &str) -> bool {
        rows.split(", ").all(|resource| {
            let (kind, paths) = resource.split_once(' ').unwrap_or_default();
            is_type(kind) && paths.split(' ').all(is_path)
        })
    }

    fn is_line((names, rows): (&str, &str)) -> bool {
        (names == OTHERWISE || names.split(' ').all(is_name)) && (rows.is_empty() || is_rows(rows))
    }

    #[test]
    fn a_line_that_is_not_well_formed_is_seen() {
        let (name, row) = ("FeedCat", "Cat req.name");
        for names in ["FeedCat", "FeedCat Feed* *Cat *Cat*", OTHERWISE] {
            assert!(is_line((names, row)) && is_line((names, "")), "{names}");
        }
        for names in
            ["", "*", "Feed*Cat", "FeedCat ", "FeedCat  FeedDog", "FeedCat,FeedDog", "FeedCat, FeedDog"]
        {
            assert!(!is_line((names, row)), "{names}");
        }
        for rows in ["Dogs::A::Dog req.dogs[].name res.name, _ resources.ARN, Cat res.a", "AWS::A::B req.a1"]
        {
            assert!(is_line((name, rows)), "{rows}");
        }
        for rows in [
            "Cat",
            "req.name",
            "cat req.name",
            "Dogs::Dog req.name",
            "Cat name",
            "Cat req.",
            "Cat req..name",
            "Cat req.name[",
            "Cat  req.name",
            "Cat req.name ",
            "Cat req.name,",
            "Cat req.name,Dog req.dog",
            "Cat req.name Dog req.dog",
            // The next line, too far in, and this one without its colon.
            "Cat req.name FeedDog: Dog req.dog",
            ": Cat req.name",
        ] {
            assert!(!is_line((name, rows)), "{rows}");
        }
    }

    fn services() -> impl Iterator<Item = &'static Service> {
        crate::resource::SERVICES.iter().copied().flatten()
    }

    #[test]
    fn every_line_is_well_formed() {
        for service in services() {
            let source = service.source();
            let host = source.strip_suffix(".amazonaws.com").unwrap_or_default().replace('-', "");
            assert!(is_word(&host), "{source}");
            let (aws, name) = service.prefix().split_once("::").unwrap_or_default();
            assert!(aws == "AWS" && is_type(name) && is_word(name), "{source} {}", service.prefix());
            let lines: Vec<_> = service.lines().collect();
            for (index, (names, rows)) in lines.iter().enumerate() {
                assert!(is_line((names, rows.0)), "{source}: {names}: {}", rows.0);
                let last = index + 1 == lines.len();
                assert!(last || *names != OTHERWISE, "{source}: otherwise is not last: {}", rows.0);
            }
            assert!(!lines.is_empty(), "{source} has no line");
        }
    }

    #[test]
    fn no_line_is_hidden_by_an_earlier_one() {
        for service in services() {
            let same = || services().filter(|other| other.source() == service.source());
            for (names, rows) in service.apis() {
                for name in names.split(' ').filter(|name| !name.contains('*')) {
                    let first = same().find_map(|one| one.rule(name));
                    assert_eq!(first, Some(rows), "{} {name}", service.source());
                }
            }
        }
    }
}
