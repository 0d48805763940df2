//! What stands at the end of a chain, and whom the last caller's own record names there.

use crate::event::Identity;

use super::caller::Caller;
use super::{EndKind, Hop, Label, Link, Who};

/// The end of a chain: a last hop, if the record of the last caller knows one, and what stands there.
pub(super) struct Ending {
    pub(super) hop: Option<Hop>,
    pub(super) kind: EndKind,
    pub(super) why: &'static str,
}

/// The end of a chain at `caller`. `source_identity` is that of the last session that has one.
pub(super) fn ending(caller: &Caller, source_identity: Option<&str>) -> Ending {
    let at = |kind, why| Ending { hop: None, kind, why };
    match caller.kind() {
        "IAMUser" => at(EndKind::User, "An IAM user of this account, with credentials of their own."),
        "Root" => at(EndKind::Root, "The account's root user."),
        "AWSService" => at(EndKind::Service, "An AWS service, for itself."),
        // Service events of an account have no type.
        "" if caller.who.identity.invoked_by.is_some() => at(EndKind::Service, "An AWS service, for itself."),
        "SAMLUser" | "WebIdentityUser" | "IdentityCenterUser" | "Directory" => {
            at(EndKind::Federated, "Another directory vouches for who this is.")
        }
        _ => named(caller, source_identity).unwrap_or_else(|| unknown(caller)),
    }
}

fn named(caller: &Caller, source_identity: Option<&str>) -> Option<Ending> {
    use Label::{Inferred, Stated};
    let identity = &caller.who.identity;
    let session = identity.session_name.as_deref();
    let hop = |identity: Identity, label, why: &str| Hop {
        who: Who { identity, ..Who::default() },
        link: Link::Name,
        label,
        why: why.to_owned(),
        event: None,
    };
    let person = |kind: Option<&str>, name: Option<&str>| Identity {
        kind: kind.map(str::to_owned),
        user_name: name.map(str::to_owned),
        ..Identity::default()
    };
    let ending = |hop, kind, why| Some(Ending { hop: Some(hop), kind, why });

    if let Some(user) = &caller.issuer {
        let why = "The session's record names the user whose credentials it was made from.";
        return ending(hop(user.clone(), Stated, why), EndKind::User, "An IAM user.");
    }
    if caller.identity_center || identity.identity_center_user.is_some() {
        let name = session.filter(|_| caller.identity_center);
        let user = Identity {
            identity_center_user: identity.identity_center_user.clone(),
            ..person(Some("IdentityCenterUser"), name)
        };
        let why = "The session is IAM Identity Center's, which puts its user into the record.";
        return ending(hop(user, Stated, why), EndKind::Federated, "A user of IAM Identity Center.");
    }
    if let Some(name) = source_identity {
        let why =
            "The source identity, set when the first role was assumed and the same in every session since.";
        let end = "Whoever assumed the first role gave this name; a trust policy can demand the right one.";
        return ending(hop(person(None, Some(name)), Stated, why), EndKind::Named, end);
    }
    let service =
        |host: &str| Identity { invoked_by: Some(host.to_owned()), ..person(Some("AWSService"), None) };
    if let Some(host) = identity.invoked_by.as_deref().filter(|_| caller.service_linked) {
        let why = "The role is linked to the service that made the call; nothing else can assume it.";
        return ending(hop(service(host), Stated, why), EndKind::Service, "An AWS service, for itself.");
    }
    if let Some(arn) = &caller.issued_to {
        let resource = Identity { arn: Some(arn.clone()), ..person(Some("AWSService"), None) };
        let why = "The session's record names the resource that a service issued the credentials to.";
        return ending(hop(resource, Stated, why), EndKind::Service, "What a service runs.");
    }
    let is_instance = session.is_some_and(is_instance_id);
    if caller.from_instance || is_instance {
        let (label, why) = match caller.from_instance {
            true => (Stated, "The instance's metadata service gave out the credentials."),
            false => (Inferred, "The session has an instance's id for a name, as EC2 gives it."),
        };
        return ending(
            hop(service("ec2.amazonaws.com"), label, why),
            EndKind::Service,
            "What runs on an instance.",
        );
    }
    if let Some((subject, provider)) = &caller.web_identity {
        // Not the session's name: that was chosen by whoever made the session.
        let user = person(Some("WebIdentityUser"), subject.as_deref());
        let hop = hop(user, Stated, "The session's record names the provider of its web identity.");
        let who = Who { provider: Some(provider.clone()), ..hop.who };
        return ending(Hop { who, ..hop }, EndKind::Federated, "Another directory vouches for who this is.");
    }
    let address = session.filter(|name| name.contains('@'))?;
    let why = "The session has a mail address for a name; whoever made the session chose it.";
    ending(
        hop(person(None, Some(address)), Inferred, why),
        EndKind::Named,
        "Nothing but a name that could be anyone's.",
    )
}

fn unknown(caller: &Caller) -> Ending {
    let (kind, why) = match caller.kind() {
        "AWSAccount" => (
            EndKind::OtherAccount,
            "Somebody of another account, whose record of the call is not among these events.",
        ),
        "AssumedRole" | "FederatedUser" => {
            (EndKind::Unknown, "The call that began this session is not among these events.")
        }
        _ => (EndKind::Unknown, "The record does not say how the caller came by their credentials."),
    };
    Ending { hop: None, kind, why }
}

/// `i-` and 8 or 17 hexadecimal digits.
fn is_instance_id(name: &str) -> bool {
    let hex = |digits: &str| digits.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'a'..=b'f'));
    name.strip_prefix("i-").is_some_and(|digits| [8, 17].contains(&digits.len()) && hex(digits))
}
