//! Who acted: [`Identity`] from a record's [`userIdentity`].
//!
//! The user name is the one that LookupEvents gives, which is not always `userIdentity.userName`:
//!
//! | type | user name |
//! |---|---|
//! | `Root` | `root`, even if the record has the account's alias |
//! | `AssumedRole` | the session name: what follows `:` in `principalId`, else the end of `arn` |
//! | `FederatedUser` | the federated user's name: the end of `arn`, else what follows `:` in `principalId` |
//! | `AWSService`, `AWSAccount` | none |
//! | `IAMUser`, `SAMLUser`, `WebIdentityUser` and every other | `userName`, if there is one |
//!
//! [`userIdentity`]: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html

use crate::event::Identity;
use crate::record::Fields;

/// The identity that `user` (`userIdentity`) describes.
pub(crate) fn identity(user: &Fields<'_>) -> Identity {
    let session = user.fields("sessionContext");
    let kind = user.text("type");
    let arn = user.text("arn");
    let principal = user.text("principalId");
    let session_name = session_name(kind.as_deref(), arn.as_deref(), principal.as_deref());
    Identity {
        user_name: match kind.as_deref() {
            Some("Root") => Some("root".to_owned()),
            Some("AssumedRole" | "FederatedUser") => session_name.clone(),
            Some("AWSService" | "AWSAccount") => None,
            _ => user.text("userName"),
        },
        role_name: role_name(&session.fields("sessionIssuer"), arn.as_deref()),
        session_name,
        source_identity: session.text("sourceIdentity"),
        identity_center_user: user.fields("onBehalfOf").text("userId"),
        account: user.account("accountId"),
        invoked_by: user.text("invokedBy"),
        principal_id: principal,
        kind,
        arn,
    }
}

fn session_name(kind: Option<&str>, arn: Option<&str>, principal: Option<&str>) -> Option<String> {
    let of_principal = || principal.and_then(|id| id.split_once(':')).map(|(_, name)| name);
    // `arn:aws:sts::111122223333:assumed-role/<role>/<session>`, `…:federated-user/<name>`
    let of_arn = |before: &str| {
        let resource = arn?.splitn(6, ':').nth(5)?.strip_prefix(before)?;
        Some(resource.rsplit('/').next().unwrap_or(resource))
    };
    let name = match kind? {
        "AssumedRole" => of_principal().or_else(|| of_arn("assumed-role/")),
        "FederatedUser" => of_arn("federated-user/").or_else(of_principal),
        // A role of another account, of which the record shows nothing but its id and session.
        "AWSAccount" if principal?.starts_with("AROA") => of_principal(),
        _ => None,
    };
    name.filter(|name| !name.is_empty()).map(str::to_owned)
}

/// `sessionIssuer.userName` when the issuer is a role (it is a user for GetFederationToken), else the role in `arn`.
fn role_name(issuer: &Fields<'_>, arn: Option<&str>) -> Option<String> {
    let is_role = issuer.text("type").is_none_or(|kind| kind == "Role");
    let of_arn = || {
        let (role, _) = arn?.split_once(":assumed-role/")?.1.split_once('/')?;
        (!role.is_empty()).then(|| role.to_owned())
    };
    issuer.text("userName").filter(|_| is_role).or_else(of_arn)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::Json;

    fn read(user: &str) -> Identity {
        identity(&Fields::of(Some(Json::parse(user).unwrap())))
    }

    #[track_caller]
    fn user_name(user: &str, expected: Option<&str>) {
        assert_eq!(read(user).user_name.as_deref(), expected, "{user}");
    }

    #[test]
    fn user_names_by_type() {
        user_name(r#"{"type":"IAMUser","userName":"alana"}"#, Some("alana"));
        user_name(r#"{"type":"IAMUser","userName":""}"#, None);
        user_name(r#"{"type":"Root"}"#, Some("root"));
        user_name(r#"{"type":"Root","userName":"my-alias"}"#, Some("root"));
        user_name(r#"{"type":"AssumedRole","principalId":"AROAX:kim@example.com"}"#, Some("kim@example.com"));
        user_name(r#"{"type":"AssumedRole","arn":"arn:aws:sts::1:assumed-role/ops/li"}"#, Some("li"));
        user_name(r#"{"type":"AssumedRole","principalId":"AROAX","userName":"x"}"#, None);
        user_name(r#"{"type":"AWSService","invokedBy":"ec2.amazonaws.com","userName":"x"}"#, None);
        user_name(r#"{"type":"FederatedUser","arn":"arn:aws:sts::1:federated-user/lee"}"#, Some("lee"));
        user_name(r#"{"type":"FederatedUser","principalId":"111122223333:lee"}"#, Some("lee"));
        user_name(r#"{"type":"SAMLUser","userName":"saml-sub"}"#, Some("saml-sub"));
        user_name(r#"{"type":"WebIdentityUser","userName":"sub"}"#, Some("sub"));
        user_name(r#"{"type":"AWSAccount","principalId":"AROAX:audit"}"#, None);
        user_name(r#"{"type":"IdentityCenterUser","onBehalfOf":{"userId":"94-x"}}"#, None);
        user_name(r#"{"type":"IdentityCenterUser","userName":"sam"}"#, Some("sam"));
        user_name(r#"{"type":"Role","userName":"legacy"}"#, Some("legacy"));
        user_name(r#"{"type":"Directory","userName":"CORP\\kim"}"#, Some("CORP\\kim"));
        user_name(r#"{"type":"Unknown","userName":"someone"}"#, Some("someone"));
        user_name(r#"{"invokedBy":"AWS Internal"}"#, None);
        user_name(r#""a text""#, None);
    }

    #[test]
    fn the_chain_behind_a_role() {
        let who = read(
            r#"{"type":"AssumedRole","principalId":"AROAX:kim","arn":"arn:aws:sts::111122223333:assumed-role/ops/kim",
                "accountId":111122223333,"onBehalfOf":{"userId":"94-x"},
                "sessionContext":{"sourceIdentity":"kim.lee","sessionIssuer":{"type":"Role","userName":"ops"}}}"#,
        );
        assert_eq!(who.names(), ["kim", "ops", "kim.lee", "94-x"]);
        assert_eq!(who.account.as_deref(), Some("111122223333"));
    }

    #[test]
    fn roles() {
        let role = |user: &str| read(user).role_name;
        assert_eq!(role(r#"{"arn":"arn:aws:sts::1:assumed-role/ops/li"}"#).as_deref(), Some("ops"));
        assert_eq!(role(r#"{"sessionContext":{"sessionIssuer":{"type":"IAMUser","userName":"lee"}}}"#), None);
        assert_eq!(role(r#"{"sessionContext":"odd","arn":"arn:aws:sts::1:assumed-role/"}"#), None);
    }
}
