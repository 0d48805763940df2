//! Which thing a name means: two mentions are of one thing if name, type, account and Region agree.
//!
//! - A name and an ARN agree if the ARN ends in the name, and is of the same type: `cat-photos` of the type
//!   `AWS::S3::Bucket` is `arn:aws:s3:::cat-photos`, and is not `arn:aws:s3:::shop/cat-photos`, an object.
//! - Account and Region of a name are those of its event, where ARNs of its type have one: a role `admin` of
//!   another account is another role, a bucket is the same wherever it is asked about.
//! - A name without a type is that of the one typed thing of its event's service; where there are several, it
//!   is by itself.

use crate::arn::{Arn, Form};
use crate::event::{Resource, short_name};
use crate::summary::Summary;

/// What tells things of one name apart. What is not known, or what ARNs of the type do not have, is empty.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Thing {
    /// The type in its usual case.
    pub(super) kind: String,
    /// `iam`, as the type or the ARN says it; of a name without a type, the event's.
    pub(super) service: String,
    pub(super) account: String,
    pub(super) region: String,
}

impl Thing {
    /// What `resource`, one of the event of `row`, is.
    pub(super) fn of(resource: &Resource, row: &Summary) -> Thing {
        let kind = resource.kind.as_deref().unwrap_or_default();
        if let Some(thing) = resource.name.as_deref().and_then(|name| Thing::of_arn(name, kind)) {
            return thing;
        }
        let form = Form::of(kind);
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        Thing {
            kind: form.map_or(kind, |form| form.kind).to_owned(),
            service: service(kind, row.service()),
            account: if form.is_none_or(|form| form.of_account) { text(&row.account) } else { String::new() },
            region: if form.is_none_or(|form| form.regional) { text(&row.region) } else { String::new() },
        }
    }

    /// What `arn` is, of the type `kind` where its form is not known.
    pub(super) fn of_arn(arn: &str, kind: &str) -> Option<Thing> {
        let arn = Arn::of(arn)?;
        let kind = arn.form().map_or(kind, |(form, _)| form.kind);
        Some(Thing {
            kind: kind.to_owned(),
            service: service(kind, arn.service),
            account: arn.account.to_owned(),
            region: arn.region.to_owned(),
        })
    }

    /// Whether this is a mention without a type that may be `other`'s.
    pub(super) fn may_be(&self, other: &Thing) -> bool {
        let agrees = |a: &str, b: &str| a.is_empty() || b.is_empty() || a == b;
        self.kind.is_empty()
            && self.service == other.service
            && agrees(&self.account, &other.account)
            && agrees(&self.region, &other.region)
    }
}

/// `rds` of `AWS::RDS::DBInstance`, in lower case; else `otherwise`.
fn service(kind: &str, otherwise: &str) -> String {
    kind.split("::").nth(1).unwrap_or(otherwise).to_ascii_lowercase()
}

/// What the thing of the ARN `arn` is called without it: its last part, and all of its name where that has
/// slashes, without what a secret's ARN has behind its name and a log group's may have.
pub(super) fn bare_names(arn: &str) -> Vec<&str> {
    let mut names = vec![short_name(arn)];
    let form = Arn::of(arn).and_then(|arn| arn.form());
    let name = match form {
        Some((Form { kind: "AWS::SecretsManager::Secret", .. }, name)) => {
            let (before, random) = name.rsplit_once('-').unwrap_or((name, ""));
            Some(if random.len() == 6 { before } else { name })
        }
        Some((Form { kind: "AWS::Logs::LogGroup", .. }, name)) => name.split(':').next(),
        Some((Form { kind: "AWS::S3::Object", .. }, name)) => name.split_once('/').map(|(_, key)| key),
        Some((_, name)) => Some(name),
        None => None,
    };
    names.extend(name.filter(|name| !name.is_empty()));
    names.dedup();
    names
}

/// Whether `name` is one of `names`, or the ARN of one.
pub(super) fn is_called(name: &str, names: &[String]) -> bool {
    let has = |name: &str| names.iter().any(|other| other == name);
    has(name) || (Arn::of(name).is_some() && bare_names(name).into_iter().any(has))
}
