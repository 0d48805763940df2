//! What a record says of its caller and of how they came by their credentials.

use crate::event::{Event, Identity, Via};
use crate::json::Json;
use crate::record::Fields;
use crate::time::Timestamp;

use super::Who;
use super::session::Session;

/// Who made an event, and what the record knows of the way back from there.
#[derive(Clone, Debug)]
pub(super) struct Caller {
    pub(super) who: Who,
    /// Time of the event.
    pub(super) time: Timestamp,
    /// When the credentials were issued; only temporary ones say.
    pub(super) created: Option<Timestamp>,
    /// The caller's session.
    pub(super) session: Option<Session>,
    /// The session that the event itself began.
    pub(super) began: Option<Session>,
    /// `sharedEventID`
    pub(super) shared: Option<String>,
    /// `sessionIssuer` when it is a user: whose credentials a federated user's session was made from.
    pub(super) issuer: Option<Identity>,
    /// The subject and the provider of the web identity that the session was made for.
    pub(super) web_identity: Option<(Option<String>, String)>,
    /// The role is one of IAM Identity Center's, which names each session after its user.
    pub(super) identity_center: bool,
    /// The role is one that only its service can assume.
    pub(super) service_linked: bool,
    /// The credentials came from an instance's metadata service.
    pub(super) from_instance: bool,
    /// The function or other resource of a service that the credentials were issued to.
    pub(super) issued_to: Option<String>,
    /// The event was made in the console.
    pub(super) in_console: bool,
}

impl Caller {
    pub(super) fn of(event: &Event) -> Caller {
        let record = record(event);
        let user = record.fields("userIdentity");
        let context = user.fields("sessionContext");
        let issuer = context.fields("sessionIssuer");
        let scope = user.fields("inScopeOf");
        let web = context.fields("webIdFederationData");
        let provider = web.text("federatedProvider");
        let created = context.fields("attributes").text("creationDate").and_then(|text| text.parse().ok());
        let identity = event.identity.clone();
        // By its path, which is AWS's own: a role of any name can be made, and its sessions named at will.
        let role = issuer.text("arn").unwrap_or_default();
        Caller {
            identity_center: role.contains(":role/aws-reserved/sso.amazonaws.com/"),
            service_linked: role.contains(":role/aws-service-role/"),
            issued_to: scope.text("credentialsIssuedTo").or_else(|| scope.text("sourceArn")),
            in_console: event.via == Via::Console,
            from_instance: context.get("ec2RoleDelivery").is_some(),
            issuer: issuer.text("type").filter(|kind| kind == "IAMUser").map(|kind| Identity {
                kind: Some(kind),
                user_name: issuer.text("userName"),
                account: issuer.account("accountId"),
                arn: issuer.text("arn"),
                principal_id: issuer.text("principalId"),
                ..Identity::default()
            }),
            web_identity: provider.clone().map(|provider| {
                let attributes = web.fields("attributes");
                let subject = attributes.iter().find(|(key, _)| key.ends_with(":sub"));
                (subject.and_then(|(_, value)| value.as_str()).map(|text| text.into_owned()), provider)
            }),
            session: Session::of(&identity, created),
            began: Session::asked_for(&record, event.time),
            shared: record.text("sharedEventID"),
            created,
            time: event.time,
            who: Who {
                identity,
                access_key: event.access_key.clone(),
                source_ip: event.source_ip.clone(),
                mfa: event.mfa,
                provider: user.text("identityProvider").or(provider),
            },
        }
    }

    /// `userIdentity.type`, or nothing.
    pub(super) fn kind(&self) -> &str {
        self.who.identity.kind.as_deref().unwrap_or_default()
    }
}

/// The members of the event's record.
pub(super) fn record(event: &Event) -> Fields<'_> {
    Fields::of(Json::parse(&event.record).ok())
}
