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
    let fed = [("Cat", "req.name"), ("Cat", "res.name"), ("Dogs::Dog", "req.dogs[].name"), ("_", "req.by")];
    assert!(service.rule("FeedCats").unwrap().iter().eq(fed));
    assert!(
        service.rule("TagResource").unwrap().iter().eq([("_", "req.resourceArn"), ("_", "req.resourceARN")])
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
    const STARTS: [&str; 5] = ["req.", "res.", "resources.", "additionalEventData.", "serviceEventDetails."];
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
    for names in ["", "*", "Feed*Cat", "FeedCat ", "FeedCat  FeedDog", "FeedCat,FeedDog", "FeedCat, FeedDog"]
    {
        assert!(!is_line((names, row)), "{names}");
    }
    for rows in ["Dogs::A::Dog req.dogs[].name res.name, _ resources.ARN, Cat res.a", "AWS::A::B req.a1"] {
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
