//! Every sentence, with the place it points to.

use super::*;
use crate::Filter;

/// The text, carets under the place, and the sentence; and what was meant, put there, is accepted.
#[track_caller]
fn check(drawn: [&str; 3]) {
    let text = drawn[0];
    let error = text.parse::<Filter>().expect_err(text);
    let carets = format!("{}{}", " ".repeat(error.place.at), "^".repeat(error.place.len.max(1)));
    assert_eq!([text, &carets, &error.to_string()], drawn);
    if let Some(meant) = error.did_you_mean() {
        let mut chars = text.chars();
        let before: String = chars.by_ref().take(error.place.at).collect();
        let after: String = chars.skip(error.place.len).collect();
        let better = format!("{before}{meant}{after}");
        assert_eq!(better.parse::<Filter>().err(), None, "{better}");
    }
}

#[test]
fn keys() {
    check([
        "region:a user:alana",
        "         ^^^^",
        "there is no key `user`; to search for a text with a colon in it, put it in quotes; did you mean `who`?",
    ]);
    check([
        "-EventName:RunInstances",
        " ^^^^^^^^^",
        "there is no key `EventName`; to search for a text with a colon in it, put it in quotes; did you mean `event`?",
    ]);
    check([
        "bucket:a",
        "^^^^^^",
        "there is no key `bucket`; to search for a text with a colon in it, put it in quotes",
    ]);
    check([
        "한 arn:aws:iam::111122223333:role/admin*",
        "  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        "there is no key `arn`; to search for a text with a colon in it, put it in quotes; did you mean `resource:arn:aws:iam::111122223333:role/admin*`?",
    ]);
    check([
        "https://example.com",
        "^^^^^^^^^^^^^^^^^^^",
        "there is no key `https`; to search for a text with a colon in it, put it in quotes; did you mean `\"https://example.com\"`?",
    ]);
    check([
        "14:32:07",
        "^^^^^^^^",
        "there is no key `14`; to search for a text with a colon in it, put it in quotes; did you mean `\"14:32:07\"`?",
    ]);
    check([
        "-2001:db8::1",
        " ^^^^^^^^^^^",
        "there is no key `2001`; to search for a text with a colon in it, put it in quotes; did you mean `ip:2001:db8::1`?",
    ]);
    check([
        ":a",
        "^^",
        "a key must stand before the colon; to search for a text with a colon in it, put it in quotes; did you mean `\":a\"`?",
    ]);
    check([
        "\u{202e}x:a",
        "^^",
        "there is no key `\\u{202e}x`; to search for a text with a colon in it, put it in quotes",
    ]);
}

#[test]
fn values() {
    check([
        "outcome:ok,sucess",
        "           ^^^^^^",
        "`sucess` is not a value of outcome; it takes ok, denied, failed; did you mean `ok`?",
    ]);
    check(["access:*", "       ^", "`*` is not a value of access; it takes read, write"]);
    check([
        "category:all",
        "         ^^^",
        "`all` is not a value of category; it takes management, data, network, insight, activity, any; did you mean `any`?",
    ]);
    check([
        "has:user",
        "    ^^^^",
        "`user` is not a value of has; it takes who, role, session, account, type, key, error, region, ip, agent, resource, rtype, request, mfa; did you mean `who`?",
    ]);
    check(["who: ana", "    ^", "a value is missing; write `who:*` for any value"]);
    check(["event:a,,b", "        ^", "a value is missing; write `event:*` for any value"]);
    check(["mfa:", "    ^", "a value is missing; mfa takes true, false"]);
    check([
        "ip:10.0.0.0/33",
        "   ^^^^^^^^^^^",
        "`10.0.0.0/33` is not a block of addresses; write an address and the length of its prefix, as in 203.0.113.0/24",
    ]);
}

#[test]
fn quotes() {
    check(["a who:\"Ana Silva", "      ^^^^^^^^^^", "the quote is not closed"]);
    check([
        r#"who:"CORP\ana""#,
        "         ^^",
        r"in quotes a backslash stands before a quote or a backslash only; write `\\` for a backslash",
    ]);
    check([
        r#"resource:b*"*""#,
        "            ^",
        "in a value with wildcards `*` and `?` cannot be quoted; write `?` for any one character",
    ]);
}

#[test]
fn texts() {
    check([
        "-Delete*",
        " ^^^^^^^",
        "a text is searched for as it stands, so `*` is no wildcard; name a key, or put the text in quotes; did you mean `event:Delete*`?",
    ]);
    check([
        "why?",
        "^^^^",
        "a text is searched for as it stands, so `?` is no wildcard; name a key, or put the text in quotes; did you mean `\"why?\"`?",
    ]);
    check([
        "a,b*",
        "^^^^",
        "commas stand between the values of a key; to search for a text with a comma in it, put it in quotes; did you mean `\"a,b*\"`?",
    ]);
    check([
        "\"a b\":c",
        "^^^^^^^",
        "to search for a text with a colon in it, put all of it in quotes; did you mean `\"a b:c\"`?",
    ]);
    check(["a \"\"", "  ^^", "an empty text is in every record; leave it out"]);
    check(["a - b", "  ^", "a term must follow the minus sign without a space"]);
    check(["--a", "^^^", "a term has at most one minus sign; put a text that begins with one in quotes"]);
}

#[test]
fn paths() {
    check([
        "@requestParameters",
        "^^^^^^^^^^^^^^^^^^",
        "a path needs a colon and a value, as in `@requestParameters.bucketName:*`",
    ]);
    check(["@a.b:", "     ^", "a value is missing; write `@a.b:*` for any value"]);
    for text in ["@a..b:1", "@.a:1", "@a.*:1", "@\"\":1", "@:1"] {
        let error = text.parse::<Filter>().expect_err(text);
        assert_eq!(
            error.to_string(),
            "a path is names with dots between them, as in `@requestParameters.bucketName`; a name may be in quotes"
        );
    }
}

#[test]
fn bounds() {
    for (text, place, sentence) in [
        ("é".repeat(2_100), (2_048, 52), "a query has at most 4096 bytes; leave something out"),
        (
            "a ".repeat(70),
            (128, 1),
            "a query has at most 64 terms; put the values of one key together with commas",
        ),
        (
            format!("who:{}b", "a,".repeat(120)),
            (204, 1),
            "a term has at most 100 values; use a pattern, or fewer",
        ),
        (format!("@{}b:1", "a.".repeat(50)), (1, 101), "a path has at most 50 names"),
    ] {
        let error = text.parse::<Filter>().expect_err(sentence);
        assert_eq!((error.place.at, error.place.len), place, "{sentence}");
        assert_eq!(error.to_string(), sentence);
    }
}

#[test]
fn as_a_problem() {
    let problem = "user:a".parse::<Filter>().expect_err("no such key").problem();
    assert_eq!((problem.code.as_str(), problem.parameter.as_deref()), ("badQuery", Some("q")));
    assert_eq!(problem.place, Some(Place { at: 0, len: 4 }));
    assert_eq!(problem.did_you_mean.as_deref(), Some("who"));
    assert!(!problem.message.contains("did you mean"));
}
