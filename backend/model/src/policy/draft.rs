//! From the rows of an identity's events to a policy.

use std::collections::{BTreeMap, BTreeSet};

use crate::counts::{Count, Exactness};
use crate::event::{Category, Outcome, Resource};
use crate::page::Cost;
use crate::summary::{Summary, is_cut};
use crate::tally::{Counter, Tally};
use crate::time::Span;

use super::actions::allowed;
use super::document::document;
use super::target::targets;
use super::{Action, MAX_DOCUMENT, MAX_RESOURCES, Policy};

/// The most codes of errors of one action.
const MAX_ERRORS: usize = 10;
/// The most events that no action allows.
const MAX_NONE: usize = 50;
const DAY: i64 = 86_400_000;

/// What is known of an action while events are added.
#[derive(Default)]
struct Use {
    events: BTreeSet<String>,
    resources: BTreeSet<String>,
    /// Used on what is not known.
    on_any: bool,
    seen: Tally,
    errors: Counter,
}

/// A policy being drawn up.
#[derive(Default)]
pub struct Draft {
    used: BTreeMap<String, Use>,
    denied: BTreeMap<String, Use>,
    none: Counter,
    made: bool,
    wider: bool,
    data: bool,
}

/// Whether a row does not show all that its event was done to.
pub fn needs_record(row: &Summary) -> bool {
    row.resource_count > 1 || row.resource_name.as_deref().is_some_and(is_cut)
}

impl Draft {
    /// Adds an event; `resources` are those of its record, `None` where that was not read.
    pub fn add(&mut self, row: &Summary, resources: Option<&[Resource]>) {
        self.data |= row.category == Category::Data;
        let allowed = allowed(row.service(), &row.name);
        if allowed.actions.is_empty() {
            self.none.add(Some(&format!("{}:{}", row.service(), row.name)));
        }
        let shown =
            [Resource { kind: row.resource_type.clone(), name: row.resource_name.clone(), derived: false }];
        let whole = !row.resource_name.as_deref().is_some_and(is_cut);
        let resources = resources.unwrap_or(if whole { &shown } else { &[] });
        for action in allowed.actions {
            let targets = if allowed.on_any { Vec::new() } else { targets(&action, row, resources) };
            let uses = if row.outcome == Outcome::Denied { &mut self.denied } else { &mut self.used };
            let of = uses.entry(action).or_default();
            of.events.insert(row.name.clone());
            of.seen.add(row);
            of.errors.add(row.error_code.as_deref());
            of.on_any |= targets.is_empty();
            for target in targets {
                self.made |= target.made;
                self.wider |= target.wider;
                of.resources.insert(target.arn);
            }
        }
    }

    /// The policy for all that was added, which `query` found in `span`; `exactness` says whether that is all
    /// there is, `whole` whether every record was read that was needed.
    pub fn end(self, query: String, span: Option<Span>, exactness: Exactness, whole: bool) -> Policy {
        let mut caveats = Vec::new();
        let mut say = |when: bool, sentence: &str| {
            if when {
                caveats.push(sentence.to_owned());
            }
        };
        let many = self.used.values().any(|of| of.resources.len() > MAX_RESOURCES);
        let used = actions(self.used, exactness);
        let denied = actions(self.denied, exactness);
        let (pretty, compact) = (document(&used, true), document(&used, false));
        let fits = compact.len() <= MAX_DOCUMENT;
        let any = used.iter().any(|action| action.resources == ["*"]);
        let has = |name: &str| used.iter().any(|action| action.action == name);
        let days = span.map_or(0, |span| (span.to.millis() - span.from.millis() + DAY - 1) / DAY);

        say(used.is_empty(), "No call that an action allows was seen to work: there is no policy.");
        say(
            exactness == Exactness::AtLeast,
            "Only a part of the range was looked at: actions used before that are missing.",
        );
        say(!whole, "Not all records were read: some resources are missing.");
        say(true, &format!("It holds what was used in {days} days; what is done less often is missing."));
        say(
            !self.data,
            "No data events are among these, as most trails collect none: reading and writing objects of S3, items of DynamoDB and the like is missing.",
        );
        say(
            any,
            "Actions on `*` are those whose events name no resource of theirs, or that IAM allows on `*` only.",
        );
        say(many, "An action that was used on more than 50 resources is allowed on `*`.");
        say(
            self.made,
            "ARNs that were made of names have no path, and are of the event's account and Region.",
        );
        say(
            self.wider,
            "Objects of S3 stand for their whole bucket, and what a call made for all of its kind.",
        );
        say(
            has("ec2:RunInstances"),
            "RunInstances acts on more than its record names, such as volumes: try it with a dry run.",
        );
        say(true, "iam:PassRole is no event: who gives a role to a service needs it beside this.");
        say(
            true,
            "Conditions are not derived: what is allowed here is allowed from everywhere, at any time.",
        );
        say(
            true,
            "What a service did in the identity's name, or by a role linked to it, may be among this or missing.",
        );
        say(!denied.is_empty(), "What was denied is not in it.");
        say(!fits, "It is longer than IAM's 6,144 characters: divide it, or use wildcards.");
        Policy {
            query,
            span,
            searched_to: None,
            exactness,
            used,
            denied,
            no_actions: self.none.top(MAX_NONE, exactness),
            document_bytes: compact.len(),
            document: pretty,
            fits,
            caveats,
            cost: Cost::default(),
        }
    }
}

fn actions(uses: BTreeMap<String, Use>, exactness: Exactness) -> Vec<Action> {
    let action = |(action, of): (String, Use)| {
        let everything = of.on_any || of.resources.len() > MAX_RESOURCES;
        let resources = if everything { vec!["*".to_owned()] } else { of.resources.into_iter().collect() };
        let Count { n, .. } = of.seen.total();
        Some(Action {
            action,
            events: of.events.into_iter().collect(),
            resources,
            count: Count { n, exactness },
            first: of.seen.first?,
            last: of.seen.last?,
            errors: of.errors.top(MAX_ERRORS, exactness),
        })
    };
    uses.into_iter().filter_map(action).collect()
}
