//! An API-activity event: the meaning that every other room works with, beside the record's own text.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::time::Timestamp;

/// The longest event id accepted, in bytes. CloudTrail's are UUIDs (36); custom ones may not be.
pub const MAX_EVENT_ID: usize = 128;

/// One recorded action, read from a CloudTrail record (or from one of its shape).
///
/// Every text in it is what a caller wrote, up to and including the user name: untrusted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// `eventID`: the identity. 1 ..= [`MAX_EVENT_ID`] printable ASCII characters without spaces.
    pub id: String,
    /// `eventTime`.
    pub time: Timestamp,
    /// `eventCategory`, or what its absence means in the record's version.
    pub category: Category,
    /// `eventName`; for Insights events the API that the insight is about.
    pub name: String,
    /// `eventSource`, the full host: `iam.amazonaws.com`.
    pub source: String,
    /// `awsRegion`.
    pub region: Option<String>,
    /// The account whose activity it is: `recipientAccountId`, else `userIdentity.accountId`.
    pub account: Option<String>,
    /// Who: `userIdentity` and what follows from it.
    pub identity: Identity,
    /// `userIdentity.accessKeyId`, absent when the record has none or an empty one.
    pub access_key: Option<String>,
    /// `sourceIPAddress` as recorded: an address, a service's host name, or a list of addresses.
    pub source_ip: Option<String>,
    /// `userAgent`.
    pub user_agent: Option<String>,
    /// Read or write: `readOnly`, or derived from the event's name where the record does not say.
    pub access: Access,
    /// Whether it worked.
    pub outcome: Outcome,
    /// `errorCode`.
    pub error_code: Option<String>,
    /// `errorMessage`.
    pub error_message: Option<String>,
    /// What it was done to, in AWS's order; 0 to n.
    pub resources: Vec<Resource>,
    /// `requestID`.
    pub request_id: Option<String>,
    /// Whether the caller's session had passed multi-factor authentication, where the record says.
    pub mfa: Option<bool>,
    /// How the call was made.
    pub via: Via,
    /// The record's text, byte for byte as it was delivered.
    pub record: Box<str>,
}

impl Event {
    /// The service's short name: the event source without `.amazonaws.com`.
    pub fn service(&self) -> &str {
        service_of(&self.source)
    }

    /// The addresses of `sourceIPAddress`, which may be a list (`203.0.113.7, 198.51.100.2`).
    pub fn source_ips(&self) -> impl Iterator<Item = &str> {
        let text = self.source_ip.as_deref().unwrap_or_default();
        text.split(',').map(str::trim).filter(|ip| !ip.is_empty())
    }

    /// The accounts it touches: the recipient's and, when it came from another account, the caller's.
    pub fn accounts(&self) -> impl Iterator<Item = &str> {
        let caller = self.identity.account.as_deref().filter(|c| Some(*c) != self.account.as_deref());
        self.account.as_deref().into_iter().chain(caller)
    }
}

/// `iam` for `iam.amazonaws.com`; other event sources (custom ones) are whole.
pub fn service_of(source: &str) -> &str {
    source.strip_suffix(".amazonaws.com").unwrap_or(source)
}

/// Who acted. `None` is "the record does not say".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Identity {
    /// `userIdentity.type`: `IAMUser`, `AssumedRole`, …; a text, for new types appear.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// The user name as LookupEvents gives it: `root`, the session name of an assumed role, ….
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_name: Option<String>,
    /// Session name of an assumed role or federated user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub session_name: Option<String>,
    /// Name of the role that the session was made from (`sessionIssuer.userName`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role_name: Option<String>,
    /// `sessionContext.sourceIdentity`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_identity: Option<String>,
    /// `onBehalfOf.userId`: the user of IAM Identity Center.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identity_center_user: Option<String>,
    /// `userIdentity.accountId`: the caller's account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// `userIdentity.arn`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub arn: Option<String>,
    /// `userIdentity.principalId`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub principal_id: Option<String>,
    /// `userIdentity.invokedBy`: the service that called on the identity's behalf.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub invoked_by: Option<String>,
}

impl Identity {
    /// Every name in the chain, each once: what `who:` looks among.
    pub fn names(&self) -> Vec<&str> {
        let chain = [
            &self.user_name,
            &self.session_name,
            &self.role_name,
            &self.source_identity,
            &self.identity_center_user,
        ];
        let mut names: Vec<&str> = Vec::new();
        for name in chain.into_iter().flatten() {
            if !names.contains(&name.as_str()) {
                names.push(name);
            }
        }
        names
    }
}

/// Something that an event was done to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Resource {
    /// `AWS::RDS::DBInstance`; absent where AWS shows a name without a type.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// A name, an id or an ARN.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// A guess from the request's parameters, not something AWS's own rules give.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub derived: bool,
}

impl Resource {
    /// The name without what stands before it in an ARN; see [`short_name`].
    pub fn short_name(&self) -> Option<&str> {
        self.name.as_deref().map(short_name)
    }
}

/// The last part of an ARN: `cat-photos` for `arn:aws:rds:us-west-2:111122223333:db:cat-photos`, `admin`
/// for `arn:aws:iam::111122223333:role/team/admin`; the session's name for a session's id,
/// `AROAEXAMPLE:alana`. Any other text is whole.
pub fn short_name(name: &str) -> &str {
    if !name.starts_with("arn:") && !name.starts_with("AROA") {
        return name;
    }
    let last = name.rsplit([':', '/']).next().unwrap_or(name);
    if last.is_empty() { name } else { last }
}

/// A word of a closed set, with its text form: the derives for `Category`, `Access`, `Outcome`, `Via`.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "camelCase")]
        pub enum $name { $($(#[$vdoc])* $variant,)+ }

        impl $name {
            /// Every value, in the order in which they are documented.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// The word for it in queries, in JSON and on the page.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $word,)+ }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl FromStr for $name {
            type Err = ();

            /// Case-insensitive, as all enumerations of the query language are.
            fn from_str(text: &str) -> Result<$name, ()> {
                $name::ALL.iter().copied().find(|v| v.as_str().eq_ignore_ascii_case(text)).ok_or(())
            }
        }
    };
}

words! {
    /// The kind of an event: CloudTrail's `eventCategory`, in the words of the query language.
    Category {
        /// `Management`: control-plane operations; what Event history shows.
        Management = "management",
        /// `Data`: operations on or in a resource (S3 objects, Lambda invocations).
        Data = "data",
        /// `NetworkActivity`: calls through VPC endpoints.
        Network = "network",
        /// `Insight`: unusual rates of calls or errors.
        Insight = "insight",
        /// `ActivityAuditLog`: application events given by PutAuditEvents.
        Activity = "activity",
    }
}

words! {
    /// Whether an event could change something.
    Access {
        /// `readOnly: true`
        Read = "read",
        /// `readOnly: false`
        Write = "write",
    }
}

words! {
    /// Whether it worked.
    Outcome {
        /// No error.
        Ok = "ok",
        /// Refused for want of permission or identity.
        Denied = "denied",
        /// Any other error.
        Failed = "failed",
    }
}

words! {
    /// How the call was made, as far as the record tells.
    Via {
        /// From the AWS Management Console.
        Console = "console",
        /// With the AWS CLI.
        Cli = "cli",
        /// With an AWS SDK or a tool built on one.
        Sdk = "sdk",
        /// By an AWS service, for itself or on somebody's behalf.
        Service = "service",
        /// The record does not tell.
        Other = "other",
    }
}
