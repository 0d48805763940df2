//! Saved views. They are in no index and have no expiry; who may change one is its owner's id beside it.
//!
//! Everything is one kind of write, an update under a condition: a view that somebody changed meanwhile is left
//! as it is. A deleted one keeps its key without a text until DynamoDB's TTL takes it.

use aws_sdk_dynamodb::operation::update_item::builders::UpdateItemFluentBuilder;
use aws_sdk_dynamodb::types::AttributeValue;
use model::view::{Draft, MAX_VIEWS, SavedView, Views};
use model::{Cost, Timestamp};

use crate::control::VALUE;
use crate::item::{self, Item, RECEIVED, text};
use crate::schema::{EXPIRY, PK, SK};
use crate::{Error, Store, key};

/// The owner's id, and what the owner is called.
const OWNER: &str = "w";
const NAME: &str = "c";
const SHARED: &str = "s";
const URL: &str = "q";
/// When it was changed last, epoch milliseconds: what a change has to have seen.
const UPDATED: &str = "u";
/// The most views of one answer.
const LISTED: usize = 1_000;

/// Whose a view is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner {
    /// What nobody else is known by.
    pub id: String,
    /// What to call them.
    pub name: String,
}

/// What became of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changed {
    /// It is done; the view as it is now, but for a deleted one.
    Done(Option<SavedView>),
    /// There is no such view of this owner, or it is another by now.
    Other,
    /// The owner has as many as there may be.
    TooMany,
}

impl Store {
    /// The views of whoever has the id `owner`, and the shared ones, by name, 1,000 at most. A read unit for each
    /// 4 kB of all there are, others' too, in one round trip a megabyte.
    pub async fn views(&self, owner: &str, cost: &mut Cost) -> Result<Views, Error> {
        let query = self
            .partition(key::VIEWS.to_owned())
            .filter_expression("attribute_exists(#v) AND (#w = :w OR #s = :true)")
            .expression_attribute_names("#v", VALUE)
            .expression_attribute_names("#w", OWNER)
            .expression_attribute_names("#s", SHARED)
            .expression_attribute_values(":w", AttributeValue::S(owner.to_owned()))
            .expression_attribute_values(":true", AttributeValue::Bool(true))
            // What was saved just now is listed.
            .consistent_read(true);
        let all = self.read_partition(query, LISTED + 1, self.config.read_budget, cost).await?;
        let views: Result<Vec<SavedView>, Error> = all.items.iter().map(|item| view(item, owner)).collect();
        let mut views = views?;
        let more = !all.whole || views.len() > LISTED;
        // The own ones first, so that a bound costs nobody theirs.
        views.sort_by(|a, b| b.own.cmp(&a.own).then_with(|| a.name.cmp(&b.name)));
        views.truncate(LISTED);
        views.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
        Ok(Views { views, more })
    }

    /// Keeps `draft` as a new view of `owner`: a write unit or two, once the owner's others were counted.
    pub async fn create_view(&self, owner: &Owner, draft: &Draft, now: Timestamp) -> Result<Changed, Error> {
        let views = self.views(&owner.id, &mut Cost::default()).await?.views;
        if views.iter().filter(|view| view.own).count() >= MAX_VIEWS {
            return Ok(Changed::TooMany);
        }
        let id = format!("{:032x}", fastrand::u128(..));
        let update = self
            .update_view(&id)
            .update_expression("SET #v = :v, #q = :q, #s = :s, #u = :u, #w = :w, #c = :c, #r = :u")
            .condition_expression("attribute_not_exists(#w)")
            .expression_attribute_names("#r", RECEIVED)
            .expression_attribute_names("#c", NAME)
            .expression_attribute_values(":c", AttributeValue::S(owner.name.clone()))
            .expression_attribute_values(":w", AttributeValue::S(owner.id.clone()));
        let done = sent(filled(update, draft, now)).await?;
        Ok(if done { Changed::Done(Some(made(id, &owner.name, draft, now))) } else { Changed::Other })
    }

    /// Puts `draft` in the place of the view `id` of `owner` that was as of `seen`.
    pub async fn change_view(
        &self,
        owner: &str,
        id: &str,
        draft: &Draft,
        seen: Timestamp,
        now: Timestamp,
    ) -> Result<Changed, Error> {
        // Also by a clock that stands still, the next change has to see this one.
        let now = now.max(seen.plus_millis(1));
        let update = self.update_view(id).update_expression("SET #v = :v, #q = :q, #s = :s, #u = :u");
        let update = seen_by(filled(update, draft, now), owner, seen);
        if !sent(update).await? {
            return Ok(Changed::Other);
        }
        let views = self.views(owner, &mut Cost::default()).await?.views;
        Ok(Changed::Done(views.into_iter().find(|view| view.id == id)))
    }

    /// Deletes the view `id` of `owner` that was as of `seen`.
    pub async fn delete_view(
        &self,
        owner: &str,
        id: &str,
        seen: Timestamp,
        now: Timestamp,
    ) -> Result<Changed, Error> {
        let update = self
            .update_view(id)
            .update_expression("SET #x = :x REMOVE #v")
            .expression_attribute_names("#x", EXPIRY)
            .expression_attribute_values(":x", AttributeValue::N(now.seconds().to_string()));
        Ok(if sent(seen_by(update, owner, seen)).await? { Changed::Done(None) } else { Changed::Other })
    }

    fn update_view(&self, id: &str) -> UpdateItemFluentBuilder {
        self.client
            .update_item()
            .table_name(&self.config.table)
            .key(PK, AttributeValue::S(key::VIEWS.to_owned()))
            .key(SK, AttributeValue::S(id.to_owned()))
            .expression_attribute_names("#v", VALUE)
            .expression_attribute_names("#w", OWNER)
    }
}

fn filled(update: UpdateItemFluentBuilder, draft: &Draft, now: Timestamp) -> UpdateItemFluentBuilder {
    update
        .expression_attribute_names("#q", URL)
        .expression_attribute_names("#s", SHARED)
        .expression_attribute_names("#u", UPDATED)
        .expression_attribute_values(":v", AttributeValue::S(draft.name.clone()))
        .expression_attribute_values(":q", AttributeValue::S(draft.url.clone()))
        .expression_attribute_values(":s", AttributeValue::Bool(draft.shared))
        .expression_attribute_values(":u", AttributeValue::N(now.millis().to_string()))
}

fn seen_by(update: UpdateItemFluentBuilder, owner: &str, seen: Timestamp) -> UpdateItemFluentBuilder {
    update
        .condition_expression("attribute_exists(#v) AND #w = :w AND #u = :seen")
        .expression_attribute_names("#u", UPDATED)
        .expression_attribute_values(":w", AttributeValue::S(owner.to_owned()))
        .expression_attribute_values(":seen", AttributeValue::N(seen.millis().to_string()))
}

/// Whether the condition held.
async fn sent(update: UpdateItemFluentBuilder) -> Result<bool, Error> {
    Ok(Error::if_held("UpdateItem", update.send().await)?.is_some())
}

fn made(id: String, owner: &str, draft: &Draft, now: Timestamp) -> SavedView {
    let Draft { name, url, shared, .. } = draft.clone();
    SavedView { id, name, url, owner: owner.to_owned(), shared, own: true, created: now, updated: now }
}

fn view(item: &Item, asker: &str) -> Result<SavedView, Error> {
    let owned = |name: &str| text(item, name).unwrap_or_default().to_owned();
    let (id, owner) = (owned(SK), owned(NAME));
    let updated = item::integer(item, UPDATED).map(Timestamp::from_millis);
    let moments = item::received(item).zip(updated);
    let (created, updated) =
        moments.ok_or_else(|| Error::corrupt(key::VIEWS, format!("{id} has no moments")))?;
    let shared = item.get(SHARED).and_then(|shared| shared.as_bool().ok()).copied().unwrap_or(false);
    let own = owned(OWNER) == asker;
    Ok(SavedView { id, name: owned(VALUE), url: owned(URL), owner, shared, own, created, updated })
}
