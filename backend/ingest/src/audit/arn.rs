//! The name of a channel: `arn:aws:cloudtrail:us-east-1:111122223333:channel/<id>`, or its id alone.

/// The longest ARN, in bytes; [AWS's bound].
///
/// [AWS's bound]: https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_Channel.html
const MAX_ARN: usize = 256;

/// The parts of a channel's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Arn<'a> {
    /// The name as it was given.
    pub(super) text: &'a str,
    /// Region and account, unless the name is an id alone.
    pub(super) place: Option<(&'a str, &'a str)>,
    /// What follows `channel/`.
    pub(super) id: &'a str,
}

impl<'a> Arn<'a> {
    /// The parts of `text`; `None` when it names no channel.
    pub(super) fn read(text: &'a str) -> Option<Arn<'a>> {
        let good = |b: u8| b.is_ascii_alphanumeric() || b"._/-".contains(&b);
        let of_id = |id: &'a str| (!id.is_empty() && id.bytes().all(good)).then_some(id);
        if text.len() > MAX_ARN {
            return None;
        }
        if !text.starts_with("arn:") {
            return Some(Arn { text, place: None, id: of_id(text)? });
        }
        let parts: Vec<&str> = text.splitn(6, ':').collect();
        let &["arn", partition, "cloudtrail", region, account, resource] = parts.as_slice() else {
            return None;
        };
        let id = of_id(resource.strip_prefix("channel/")?)?;
        let named = partition.starts_with("aws") && is_region(region) && is_account(account);
        (named && partition.bytes().all(good)).then_some(Arn { text, place: Some((region, account)), id })
    }
}

/// Whether `text` may be a region: new ones appear, so this is the form alone.
pub(super) fn is_region(text: &str) -> bool {
    let good = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    (3..=32).contains(&text.len()) && text.bytes().all(good)
}

/// Twelve digits.
pub(super) fn is_account(text: &str) -> bool {
    text.len() == 12 && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arn_and_an_id_alone() {
        let arn = "arn:aws:cloudtrail:us-east-1:111122223333:channel/EXAMPLE8-0558-4f7e-a06a-43969EXAMPLE";
        let id = "EXAMPLE8-0558-4f7e-a06a-43969EXAMPLE";
        assert_eq!(Arn::read(arn), Some(Arn { text: arn, place: Some(("us-east-1", "111122223333")), id }));
        assert_eq!(Arn::read(id), Some(Arn { text: id, place: None, id }));
        for good in [
            "arn:aws-cn:cloudtrail:cn-north-1:111122223333:channel/a",
            "arn:aws:cloudtrail:us-east-1:111122223333:channel/aws-service-channel/resource-explorer-2/a",
        ] {
            assert!(Arn::read(good).is_some(), "{good}");
        }
    }

    #[test]
    fn what_names_no_channel() {
        for bad in [
            "",
            "arn:",
            "arn:aws:cloudtrail:us-east-1:111122223333:trail/a",
            "arn:aws:cloudtrail:us-east-1:111122223333:channel/",
            "arn:aws:cloudtrail:us-east-1:111122223333:channel/a b",
            "arn:aws:cloudtrail:us-east-1:111122223333:channel/a:b",
            "arn:aws:cloudtrail:us-east-1:1:channel/a",
            "arn:aws:cloudtrail::111122223333:channel/a",
            "arn:aws:s3:us-east-1:111122223333:channel/a",
            "arn:gcp:cloudtrail:us-east-1:111122223333:channel/a",
            "channel:a",
            "é",
        ] {
            assert_eq!(Arn::read(bad), None, "{bad}");
        }
        assert_eq!(Arn::read(&"a".repeat(257)), None);
    }
}
