//! Whether an event worked: [`Outcome`] from `errorCode`, `errorMessage` and what sign-ins answer.
//!
//! | the record has | outcome |
//! |---|---|
//! | neither code nor message, or a code that says success (`200`, `Success`) | ok |
//! | a code about permission, credentials or signature | denied |
//! | any other code (`Client.DryRunOperation` too: nothing was done) | failed |
//! | a message alone | denied if it speaks of permission or sign-in, else failed |
//! | `responseElements.ConsoleLogin: "Failure"`, and the like of other sign-in events | denied |

use crate::event::Outcome;
use crate::record::Fields;

/// Wherever they stand in a code, in any case: `Client.UnauthorizedOperation`, `VpceAccessDenied`.
const DENIED_WITHIN: [&str; 6] =
    ["accessdenied", "unauthorized", "notauthorized", "forbidden", "expiredtoken", "invalidsignature"];

/// Whole codes, without `Client.`, an ending `Exception` and case.
const DENIED: [&str; 19] = [
    "authfailure",
    "authorizationerror",
    "incompletesignature",
    "invalidaccesskeyid",
    "invalidclienttokenid",
    "invalididentitytoken",
    "invalidtoken",
    "missingauthenticationtoken",
    "mfarequired",
    "multifactorauthenticationrequired",
    "allaccessdisabled",
    "notsignedup",
    "optinrequired",
    "requestexpired",
    "signaturedoesnotmatch",
    "tokenrefreshrequired",
    "unrecognizedclient",
    "authorization",
    "idprejectedclaim",
];

/// In a message without a code, in any case.
const DENIED_MESSAGE: [&str; 5] =
    ["not authorized", "access denied", "failed authentication", "no username found", "permission"];

/// The outcome of `record`, whose event is called `name`.
pub(crate) fn outcome(record: &Fields<'_>, name: &str) -> Outcome {
    let refused = ["responseElements", "serviceEventDetails"]
        .iter()
        .any(|part| record.fields(part).text(name).is_some_and(|answer| answer == "Failure"));
    match (record.text("errorCode"), record.text("errorMessage")) {
        _ if refused => Outcome::Denied,
        (Some(code), _) => of_code(&code),
        (None, Some(message)) => of_message(&message),
        (None, None) => Outcome::Ok,
    }
}

fn of_code(code: &str) -> Outcome {
    let code = code.trim().to_ascii_lowercase();
    if code == "success" || code == "200" {
        return Outcome::Ok;
    }
    let bare = code.strip_prefix("client.").unwrap_or(&code);
    let bare = bare.strip_suffix("exception").unwrap_or(bare);
    if DENIED.contains(&bare) || DENIED_WITHIN.iter().any(|word| code.contains(word)) {
        return Outcome::Denied;
    }
    Outcome::Failed
}

fn of_message(message: &str) -> Outcome {
    let message = message.to_ascii_lowercase();
    let denied = DENIED_MESSAGE.iter().any(|words| message.contains(words));
    if denied { Outcome::Denied } else { Outcome::Failed }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::Json;

    #[track_caller]
    fn check(record: &str, expected: Outcome) {
        assert_eq!(outcome(&Fields::of(Json::parse(record).ok()), "ConsoleLogin"), expected, "{record}");
    }

    #[test]
    fn codes() {
        for code in [
            "AccessDenied",
            "AccessDeniedException",
            "VpceAccessDenied",
            "Client.UnauthorizedOperation",
            "UnauthorizedException",
            "AuthFailure",
            "AuthorizationError",
            "ExpiredToken",
            "ExpiredTokenException",
            "InvalidClientTokenId",
            "Client.InvalidAccessKeyId",
            "SignatureDoesNotMatch",
            "UnrecognizedClientException",
            "OptInRequired",
            "ForbiddenException",
        ] {
            check(&format!(r#"{{"errorCode":"{code}"}}"#), Outcome::Denied);
        }
        for code in
            ["NoSuchBucket", "ThrottlingException", "AuthorizationAlreadyExists", "Client.DryRunOperation"]
        {
            check(&format!(r#"{{"errorCode":"{code}","errorMessage":"not authorized"}}"#), Outcome::Failed);
        }
        check(r#"{"errorCode":"200"}"#, Outcome::Ok);
        check(r#"{"errorCode":200}"#, Outcome::Ok);
        check(r#"{"errorCode":"Success"}"#, Outcome::Ok);
        check(r#"{"errorCode":"","errorMessage":null}"#, Outcome::Ok);
    }

    #[test]
    fn messages_and_answers() {
        check(r#"{"errorMessage":"Failed authentication"}"#, Outcome::Denied);
        check(r#"{"errorMessage":"No username found in supplied account"}"#, Outcome::Denied);
        check(r#"{"errorMessage":"The bucket is on fire"}"#, Outcome::Failed);
        check(r#"{"responseElements":{"ConsoleLogin":"Failure"}}"#, Outcome::Denied);
        check(r#"{"responseElements":{"ConsoleLogin":"Success"}}"#, Outcome::Ok);
        check(r#"{"responseElements":"Failure"}"#, Outcome::Ok);
    }
}
