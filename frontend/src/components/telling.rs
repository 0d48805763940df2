//! What else a record says that belongs among the seven lines.

use leptos::prelude::*;
use model::filter::Term;
use model::json::Json;

use super::pivot::{Ask, pivot};

/// The two or three parameters of a well-known event that tell the most.
pub(super) fn telling(event: &str) -> &'static [&'static str] {
    match event {
        "AssumeRole" | "AssumeRoleWithSAML" | "AssumeRoleWithWebIdentity" => &[
            "requestParameters.roleArn",
            "requestParameters.roleSessionName",
            "requestParameters.durationSeconds",
        ],
        "AttachRolePolicy" | "AttachUserPolicy" | "AttachGroupPolicy" => {
            &["requestParameters.policyArn", "requestParameters.roleName", "requestParameters.userName"]
        }
        "AuthorizeSecurityGroupIngress" => &[
            "requestParameters.groupId",
            "requestParameters.ipPermissions.items.ipRanges.items.cidrIp",
            "requestParameters.ipPermissions.items.fromPort",
        ],
        "ConsoleLogin" => &["additionalEventData.MFAUsed", "additionalEventData.LoginTo"],
        "CreateAccessKey" => &["requestParameters.userName", "responseElements.accessKey.accessKeyId"],
        "DeleteDBCluster" | "DeleteDBInstance" => {
            &["requestParameters.skipFinalSnapshot", "requestParameters.deleteAutomatedBackups"]
        }
        "GetSecretValue" => &["requestParameters.secretId"],
        "ModifyDBInstance" => {
            &["requestParameters.deletionProtection", "requestParameters.publiclyAccessible"]
        }
        "PutBucketPolicy" | "DeleteBucket" | "PutBucketAcl" => &["requestParameters.bucketName"],
        "RunInstances" => &["requestParameters.instanceType", "requestParameters.instancesSet.items.imageId"],
        "DeleteTrail" | "StopLogging" | "UpdateTrail" => &["requestParameters.name"],
        "UpdateFunctionCode20150331v2" => &["requestParameters.functionName"],
        _ => &[],
    }
}

/// A record that can be asked.
pub(super) struct Said<'a>(Option<Json<'a>>);

impl<'a> Said<'a> {
    pub(super) fn of(record: &'a str) -> Said<'a> {
        Said(Json::parse(record).ok())
    }

    /// The first text, number or truth value at `path`.
    pub(super) fn text(&self, path: &str) -> Option<String> {
        let found = self.0?.at(path).into_iter().find_map(Json::scalar_text)?;
        Some(found.into_owned())
    }

    /// The same, to be asked for.
    pub(super) fn pivot(&self, path: &str, ask: Ask) -> Option<AnyView> {
        self.text(path).map(|text| pivot(Term::path(path, &text), text, ask, false))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_value_at_a_path() {
        let said = Said::of(r#"{"a":{"items":[{"x":null},{"x":7}]},"b":{"c":1}}"#);
        assert_eq!(said.text("a.items.x").as_deref(), Some("7"));
        assert_eq!((said.text("b"), said.text("z")), (None, None));
        assert_eq!(Said::of("no record").text("a"), None);
        assert_eq!(telling("DeleteDBInstance").len(), 2);
    }
}
