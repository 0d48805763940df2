//! The resources that an action has to be allowed on, as ARNs.

use crate::arn::{Arn, Form};
use crate::event::Resource;
use crate::summary::Summary;

/// An ARN as a policy has it, and what was done to make it one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Target {
    pub(super) arn: String,
    /// It was made of a name.
    pub(super) made: bool,
    /// It stands for more than what was seen: all objects of a bucket, all that is yet to be made.
    pub(super) wider: bool,
}

/// What `action` was used on in the event of `row`; empty if that is not known.
pub(super) fn targets(action: &str, row: &Summary, resources: &[Resource]) -> Vec<Target> {
    let service = action.split(':').next().unwrap_or_default();
    let mut targets: Vec<(&str, Target)> = Vec::new();
    for resource in resources {
        let Some((kind, mut target)) = arn(resource, row) else { continue };
        let of = Arn::of(&target.arn).map_or("", |arn| arn.service);
        if of != service && !(service == "sts" && kind == "AWS::IAM::Role") {
            continue;
        }
        if service == "s3" {
            to_s3(action, &mut target);
        }
        if is_new(row, kind)
            && let Some((before, _)) = target.arn.rsplit_once('/')
        {
            target = Target { arn: format!("{before}/*"), wider: true, ..target };
        }
        if !targets.iter().any(|(_, other)| other.arn == target.arn) {
            targets.push((kind, target));
        }
    }
    // Of IAM's calls that give a policy to somebody the action is on whom it is given to.
    let is_policy = |kind: &str| kind == "AWS::IAM::Policy";
    if targets.iter().any(|(kind, _)| !is_policy(kind)) {
        targets.retain(|(kind, _)| !is_policy(kind));
    }
    targets.into_iter().map(|(_, target)| target).collect()
}

/// The ARN of `resource`, and its type.
fn arn(resource: &Resource, row: &Summary) -> Option<(&'static str, Target)> {
    let name = resource.name.as_deref()?;
    if let Some(arn) = Arn::of(name) {
        let kind = arn.form().map_or("", |(form, _)| form.kind);
        return Some((kind, Target { arn: literal(name), ..Target::default() }));
    }
    let form = Form::of(resource.kind.as_deref()?)?;
    // The ARN of a secret goes on behind its name, that of a log group has its streams there.
    let after = match form.kind {
        "AWS::SecretsManager::Secret" => "-??????",
        "AWS::Logs::LogGroup" => ":*",
        _ => "",
    };
    // A parameter's name begins with the slash that stands before it.
    let name = if form.kind == "AWS::SSM::Parameter" { name.trim_start_matches('/') } else { name };
    let arn = form.arn(&literal(name), row.region.as_deref(), row.account.as_deref())?;
    Some((form.kind, Target { arn: arn + after, made: true, wider: false }))
}

/// Actions on objects take objects, of which all those of the bucket are meant; others take the bucket.
fn to_s3(action: &str, target: &mut Target) {
    let bucket = target.arn.split('/').next().unwrap_or_default().to_owned();
    let on_objects = (action.contains("Object") && !action.contains("Bucket"))
        || matches!(action, "s3:ListMultipartUploadParts" | "s3:AbortMultipartUpload");
    target.arn = if on_objects { format!("{bucket}/*") } else { bucket };
    target.wider |= on_objects;
}

/// Whether the call made this thing of EC2, whose id nobody knows before.
fn is_new(row: &Summary, kind: &str) -> bool {
    let what = kind.strip_prefix("AWS::EC2::").unwrap_or("-").to_ascii_lowercase();
    let by = row.name.to_ascii_lowercase();
    let run = by == "runinstances" && what == "networkinterface";
    let makes = ["create", "run", "copy", "allocate"].iter().any(|verb| by.starts_with(verb));
    what != "keypair" && (run || (makes && by.contains(&what)))
}

/// With what a policy would take for a wildcard or a variable made what it is.
fn literal(text: &str) -> String {
    text.replace('$', "${$}").replace('*', "${*}").replace('?', "${?}")
}
