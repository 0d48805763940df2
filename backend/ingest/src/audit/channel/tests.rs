use super::*;

/// A channel for tests.
pub(in crate::audit) fn channel() -> Channel {
    Channel {
        arn: "arn:aws:cloudtrail:us-east-1:111122223333:channel/c0ffee00-0000-4000-8000-000000000001"
            .to_owned(),
        name: "cats-shop".to_owned(),
        account: "111122223333".to_owned(),
        external_id: None,
        created: "2026-11-22T14:00:00Z".parse().unwrap(),
    }
}

#[test]
fn what_may_not_be_is_told() {
    check("cats.shop_1-x", "000011112222", "ap-southeast-2", Some("a+b=,.@:/-_")).unwrap();
    for (name, account, region, external_id, message) in [
        ("ab", "111122223333", "us-east-1", None, "`ab` is no name: give 3 to 128 of a-z A-Z 0-9 . _ -"),
        (
            "a b c",
            "111122223333",
            "us-east-1",
            None,
            "`a b c` is no name: give 3 to 128 of a-z A-Z 0-9 . _ -",
        ),
        ("abc", "11112222333", "us-east-1", None, "`11112222333` is no account: give its 12 digits"),
        ("abc", "111122223333", "us east", None, "`us east` is no region such as us-east-1"),
        (
            "abc",
            "111122223333",
            "us-east-1",
            Some("a"),
            "`a` is no external id: give 2 to 1224 of a-z A-Z 0-9 _ + = , . @ : / -",
        ),
    ] {
        assert_eq!(check(name, account, region, external_id), Err(message.to_owned()));
    }
    assert!(check(&"a".repeat(129), "111122223333", "us-east-1", None).is_err());
    assert!(!is_external_id(&"a".repeat(1_225)) && is_external_id(&"a".repeat(1_224)));
}

#[test]
fn an_entry_that_is_no_channel_is_corrupt() {
    let text = serde_json::to_string(&channel()).unwrap();
    assert_eq!(read("c", &text).unwrap(), channel());
    assert_eq!(channel().region(), "us-east-1");
    for text in
        ["{}", &text.replace("\"111122223333\"", "\"444455556666\""), &text.replace("us-east-1", "\\\"")]
    {
        assert!(matches!(read("c", text), Err(Error::Corrupt { .. })), "{text}");
    }
}
