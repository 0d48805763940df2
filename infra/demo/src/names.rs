//! What the holes of the [templates](crate::template) stand for: the names of things in the demo's accounts.
//!
//! A hole is a kind and, where a template needs two of a kind, a digit: `$instance`, `$instance2`. Things that exist
//! (instances, subnets, keys) come from a fixed set per account and region, so that events meet at them again.

use crate::rng::Rng;

/// A name of this kind. An unknown kind gives the kind itself, which the tests would find.
pub(crate) fn name(kind: &'static str, rng: &mut Rng, account: &str, region: &str) -> String {
    let mut existing = |prefix: &str, count: u64, digits: usize| {
        let number = rng.below(count);
        let hex = Rng::of_text(&format!("{prefix}{account}{region}{number}")).hex(digits);
        format!("{prefix}-{hex}")
    };
    match kind.trim_end_matches(|c: char| c.is_ascii_digit()) {
        "instance" => existing("i", 40, 17),
        "subnet" => existing("subnet", 6, 17),
        "vpc" => existing("vpc", 2, 17),
        "group" => existing("sg", 12, 17),
        "image" => existing("ami", 5, 17),
        "volume" => existing("vol", 60, 17),
        "eni" => existing("eni", 60, 17),
        "snapshot" => existing("snap", 30, 17),
        "endpoint" => existing("vpce", 3, 17),
        "kmskey" => {
            let number = rng.below(8);
            Rng::of_text(&format!("kms{account}{region}{number}")).uuid()
        }
        "bucket" => pick(rng, &["cat-photos", "cat-thumbnails", "cat-logs", "cat-backups", "cat-web-assets"]),
        "object" => format!("2026/{:02}/{}.jpg", rng.between(1, 12), rng.hex(12)),
        "function" => {
            pick(rng, &["thumbnails", "face-of-cat", "billing-export", "webhook", "nightly-cleanup"])
        }
        "table" => pick(rng, &["cats", "owners", "sessions", "likes"]),
        "queue" => pick(rng, &["thumbnails-todo", "mail", "webhook-dead-letters"]),
        "topic" => pick(rng, &["alarms", "deployments"]),
        "secret" => pick(rng, &["prod/cat-db", "prod/stripe", "prod/mail", "prod/session-key"]),
        "parameter" => pick(rng, &["/cats/web/flags", "/cats/api/limits", "/cats/worker/threads"]),
        "database" => pick(rng, &["cat-photos-prod", "cat-billing-prod", "cat-photos-staging"]),
        "dbresource" => format!("db-{}", rng.base32(26)),
        "cluster" => pick(rng, &["cats-prod", "cats-batch"]),
        "service" => pick(rng, &["web", "api", "worker", "mailer"]),
        "repository" => pick(rng, &["cats/web", "cats/api", "cats/worker"]),
        "loggroup" => pick(rng, &["/aws/lambda/thumbnails", "/ecs/cats-web", "/ecs/cats-api", "/cats/audit"]),
        "stack" => pick(rng, &["cats-network", "cats-data", "cats-web", "cats-monitoring"]),
        "role" => pick(rng, &["cats-web-task", "cats-api-task", "lambda-thumbnails", "cats-batch-instance"]),
        "alarm" => pick(rng, &["web-5xx", "api-latency", "db-connections", "queue-age"]),
        "loadbalancer" => pick(rng, &["cats-web", "cats-api"]),
        "scalinggroup" => pick(rng, &["cats-batch", "cats-web-instances"]),
        "uuid" => rng.uuid(),
        "hex" => rng.hex(17),
        "digest" => rng.hex(64),
        "number" => rng.between(100, 99_999).to_string(),
        "newkey" => access_key(rng, "ASIA"),
        "private" => format!("10.{}.{}.{}", rng.below(4), rng.below(16), rng.between(4, 250)),
        "letters" => rng.base32(16),
        _ => kind.to_owned(),
    }
}

/// An access key id: `prefix`, nine random letters, EXAMPLE.
pub(crate) fn access_key(rng: &mut Rng, prefix: &str) -> String {
    format!("{prefix}{}EXAMPLE", rng.base32(9))
}

/// The unique id of a user (AIDA) or role (AROA), the same each time.
pub(crate) fn principal(prefix: &str, account: &str, name: &str) -> String {
    format!("{prefix}{}", Rng::of_text(&format!("{account}{name}")).base32(17))
}

fn pick(rng: &mut Rng, names: &[&str]) -> String {
    (*rng.pick(names)).to_owned()
}
