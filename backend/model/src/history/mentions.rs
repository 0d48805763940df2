//! The mentions of a name among events, sorted by the thing that they mean.

use std::collections::BTreeMap;

use crate::arn::Form;
use crate::counts::{Count, Exactness};
use crate::event::{Access, Outcome, Resource};
use crate::summary::{Summary, is_cut};

use super::thing::{Thing, bare_names, is_called};
use super::{Known, Name, Other};

/// The most further names that a thing is searched by.
const MAX_NAMES: usize = 8;

/// Things, and which of the events found mention each: indexes.
type Mentions = Vec<(Thing, Vec<usize>)>;

/// An event that a name was found in.
#[derive(Clone, Debug)]
pub struct Found {
    /// Its row.
    pub row: Summary,
    /// Its resources, from the record; `None` where that was not read.
    pub resources: Option<Vec<Resource>>,
}

/// What was asked for, and what is known of it.
#[derive(Clone, Debug)]
pub struct Named {
    /// The first is what was asked for.
    pub(super) names: Vec<Name>,
    kind: Option<String>,
}

impl Named {
    /// `asked` is an ARN, a name or an id; `kind`, if it is given, the type that is meant.
    pub fn new(asked: &str, kind: Option<&str>) -> Named {
        let mut named = Named { names: Vec::new(), kind: kind.map(str::to_owned) };
        named.add(asked, Known::Asked);
        bare_names(asked).into_iter().for_each(|name| named.add(name, Known::Arn));
        named
    }

    fn add(&mut self, name: &str, known: Known) {
        if self.names.len() < MAX_NAMES && self.names.iter().all(|other| other.name != name) {
            self.names.push(Name { name: name.to_owned(), known });
        }
    }

    fn texts(&self) -> Vec<String> {
        self.names.iter().map(|name| name.name.clone()).collect()
    }

    /// The names to search for: no ARNs, for an ARN is found by what it ends in.
    pub fn searched(&self) -> Vec<String> {
        let mut names: Vec<String> =
            self.names.iter().map(|name| crate::event::short_name(&name.name).to_owned()).collect();
        names.sort();
        names.dedup();
        names
    }

    /// Whether only the record of the event tells which thing it names.
    pub fn needs_record(&self, row: &Summary) -> bool {
        let names = self.texts();
        let shown = row.resource_name.as_deref();
        let told = shown.is_some_and(|name| !is_cut(name) && is_called(name, &names));
        let makes = row.outcome == Outcome::Ok && row.name.starts_with("Create");
        row.resource_count > 1 && (makes || !told) || shown.is_some_and(is_cut)
    }

    /// The things that `found` mentions under one of the names, and which mentions are of which: indexes into
    /// `found`.
    pub(super) fn things(&self, found: &[Found]) -> Mentions {
        let names = self.texts();
        let mut things: BTreeMap<Thing, Vec<usize>> = BTreeMap::new();
        for (n, found) in found.iter().enumerate() {
            let mut of_row: Vec<Thing> = Vec::new();
            for resource in found.resources() {
                if resource.name.as_deref().is_some_and(|name| is_called(name, &names)) {
                    let thing = Thing::of(&resource, &found.row);
                    if !of_row.contains(&thing) {
                        of_row.push(thing);
                    }
                }
            }
            for thing in of_row {
                things.entry(thing).or_default().push(n);
            }
        }
        // Untyped mentions go to the one thing that they can be.
        let (typed, untyped): (Vec<_>, Vec<_>) = things.into_iter().partition(|(t, _)| !t.kind.is_empty());
        let (mut things, mut alone) = (typed, Vec::new());
        for (thing, mentions) in untyped {
            let mut may: Vec<&mut (Thing, Vec<usize>)> =
                things.iter_mut().filter(|(other, _)| thing.may_be(other)).collect();
            match &mut may[..] {
                [(_, theirs)] => theirs.extend(mentions),
                _ => alone.push((thing, mentions)),
            }
        }
        things.extend(alone);
        for (_, mentions) in &mut things {
            mentions.sort_unstable();
            mentions.dedup();
        }
        things
    }

    /// Takes the thing that is meant out of `things`: that of the ARN or of the type that was asked for, else
    /// the one with the most mentions.
    pub(super) fn meant(&self, mut things: Mentions) -> (Option<(Thing, Vec<usize>)>, Mentions) {
        let asked = self.names.first().and_then(|asked| Thing::of_arn(&asked.name, ""));
        let place = match (asked, &self.kind) {
            (Some(asked), _) => things.iter().position(|(thing, _)| {
                (asked.kind.is_empty() || thing.kind == asked.kind)
                    && (&thing.account, &thing.region) == (&asked.account, &asked.region)
            }),
            (None, kind) => {
                let may =
                    |thing: &Thing| kind.as_ref().is_none_or(|kind| thing.kind.eq_ignore_ascii_case(kind));
                let mut best: Option<usize> = None;
                for (n, (thing, mentions)) in things.iter().enumerate() {
                    if may(thing) && best.is_none_or(|best| things[best].1.len() < mentions.len()) {
                        best = Some(n);
                    }
                }
                best
            }
        };
        let meant = place.map(|place| things.remove(place));
        (meant, things)
    }

    /// Learns the further names of the thing that is meant: the ARNs that it was seen under, and all that the
    /// successful call that made it calls a thing of its type, for it made one. Says whether there are any that
    /// have not been searched for.
    pub fn learn(&mut self, found: &[Found]) -> bool {
        let known = self.searched().len();
        let names = self.texts();
        let (Some((thing, mentions)), _) = self.meant(self.things(found)) else { return false };
        for found in mentions.iter().map(|n| &found[*n]) {
            let theirs: Vec<Resource> =
                found.resources().into_iter().filter(|r| Thing::of(r, &found.row) == thing).collect();
            let made = theirs.len() <= MAX_NAMES && makes(&found.row, &thing);
            for name in theirs.iter().filter_map(|resource| resource.name.as_deref()) {
                if is_called(name, &names) {
                    self.add(name, Known::Arn);
                } else if made {
                    self.add(name, Known::Made);
                }
            }
        }
        self.searched().len() > known
    }
}

/// Whether the event of `row` made a thing of this type, and only one: `CreateUserPool` an
/// `AWS::Cognito::UserPool`.
pub(super) fn makes(row: &Summary, thing: &Thing) -> bool {
    let last = thing.kind.rsplit("::").next().unwrap_or_default();
    let made = row.name.strip_prefix("Create");
    row.outcome == Outcome::Ok
        && row.access == Access::Write
        && !last.is_empty()
        && made.is_some_and(|made| made.eq_ignore_ascii_case(last))
}

impl Found {
    fn resources(&self) -> Vec<Resource> {
        if let Some(resources) = &self.resources {
            return resources.clone();
        }
        let (kind, name) = (self.row.resource_type.clone(), self.row.resource_name.clone());
        vec![Resource { kind, name, derived: false }]
    }
}

/// What is left out, the most frequent first.
pub(super) fn others(mut things: Mentions, name: &str, exactness: Exactness) -> Vec<Other> {
    things.sort_by_key(|(_, mentions)| std::cmp::Reverse(mentions.len()));
    things.truncate(super::MAX_VALUES);
    let other = |(thing, mentions): (Thing, Vec<usize>)| {
        let arn = Form::of(&thing.kind).and_then(|form| {
            let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
            form.arn(name, some(&thing.region).as_deref(), some(&thing.account).as_deref())
        });
        Other {
            name: arn.unwrap_or_else(|| name.to_owned()),
            kind: Some(thing.kind).filter(|kind| !kind.is_empty()),
            count: Count { n: mentions.len() as u64, exactness },
        }
    };
    things.into_iter().map(other).collect()
}
