//! Sessions in their table.
//!
//! Every write but the first demands that the item is still there, so nothing that comes late (a touch, the
//! end of an exchange of tokens) brings back a session that was ended in between.

mod exchange;
mod item;

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::operation::update_item::builders::UpdateItemFluentBuilder;
use aws_sdk_dynamodb::types::{AttributeValue, ReturnValue};
use model::Timestamp;

pub(crate) use self::exchange::Lease;
use crate::Error;
use crate::id::SessionId;
use crate::schema::{EXPIRY, PK, REFRESH_TOKEN, SEEN};
use crate::session::{Config, Person, Session};

/// The use of a session is written down this often, in milliseconds: a write costs five times a read.
const TOUCH_EVERY: i64 = 5 * 60 * 1_000;

/// The sessions of everybody who is signed in.
#[derive(Clone, Debug)]
pub struct Sessions {
    pub(crate) client: Client,
    pub(crate) config: Config,
}

/// What the issuer gave along with a person.
#[derive(Clone, Debug)]
pub(crate) struct Tokens {
    /// Until when its word is good.
    pub(crate) fresh_until: Timestamp,
    /// What its word is renewed with; some issuers give none.
    pub(crate) refresh: Option<String>,
}

impl Sessions {
    /// Sessions in the table that `config` names.
    pub fn new(client: Client, config: Config) -> Sessions {
        Sessions { client, config }
    }

    /// Begins a session.
    pub(crate) async fn begin(
        &self,
        person: Person,
        tokens: &Tokens,
        now: Timestamp,
    ) -> Result<SessionId, Error> {
        let id = SessionId::random()?;
        let fresh_until = tokens.fresh_until;
        let session = Session { person, began: now, seen: now, fresh_until, version: 0 };
        let mut item = item::write(&session, &self.config);
        item.insert(PK.to_owned(), AttributeValue::S(id.key()));
        if let Some(token) = &tokens.refresh {
            item.insert(REFRESH_TOKEN.to_owned(), item::close(&id, token)?);
        }
        let put = self.client.put_item().table_name(&self.config.table).set_item(Some(item));
        let put = put.condition_expression("attribute_not_exists(pk)");
        put.send().await.map_err(|e| Error::sdk("PutItem", e))?;
        Ok(id)
    }

    /// The session, unless it is over. Its refresh token is not even read.
    pub(crate) async fn find(&self, id: &SessionId, now: Timestamp) -> Result<Option<Session>, Error> {
        let get = self.client.get_item().table_name(&self.config.table).key(PK, AttributeValue::S(id.key()));
        // Consistent: a session that was ended must not be seen for another second.
        let get = get.consistent_read(true).projection_expression(item::WITHOUT_TOKEN);
        let found = get.send().await.map_err(|e| Error::sdk("GetItem", e))?;
        let session = found.item.map(|item| item::read(&item)).transpose()?;
        Ok(session.filter(|session| now < session.end(&self.config)))
    }

    /// Writes down that the session is used, when it is time to. `false` when it was ended meanwhile.
    pub(crate) async fn touch(
        &self,
        id: &SessionId,
        session: &Session,
        now: Timestamp,
    ) -> Result<bool, Error> {
        if now.millis() - session.seen.millis() < TOUCH_EVERY {
            return Ok(true);
        }
        let end = Session { seen: now, ..session.clone() }.end(&self.config);
        let update = self
            .update(id)
            .update_expression("SET #s = :s, #x = :x")
            .condition_expression("attribute_exists(pk)")
            .expression_attribute_names("#s", SEEN)
            .expression_attribute_names("#x", EXPIRY)
            .expression_attribute_values(":s", item::millis(now))
            .expression_attribute_values(":x", item::seconds(end));
        Ok(happened(update).await?.is_some())
    }

    /// Ends the session for good, and gives its refresh token, so that the issuer can be told.
    pub(crate) async fn end(&self, id: &SessionId) -> Result<Option<String>, Error> {
        let delete =
            self.client.delete_item().table_name(&self.config.table).key(PK, AttributeValue::S(id.key()));
        let deleted = delete.return_values(ReturnValue::AllOld).send().await;
        let old = deleted.map_err(|e| Error::sdk("DeleteItem", e))?.attributes;
        Ok(old.and_then(|item| item::open(id, &item)))
    }

    fn update(&self, id: &SessionId) -> UpdateItemFluentBuilder {
        self.client.update_item().table_name(&self.config.table).key(PK, AttributeValue::S(id.key()))
    }
}

/// Sends a conditional update; `None` when its condition did not hold.
async fn happened(update: UpdateItemFluentBuilder) -> Result<Option<item::Item>, Error> {
    match update.send().await {
        Ok(output) => Ok(Some(output.attributes.unwrap_or_default())),
        Err(e) if e.as_service_error().is_some_and(|e| e.is_conditional_check_failed_exception()) => Ok(None),
        Err(e) => Err(Error::sdk("UpdateItem", e)),
    }
}

#[cfg(test)]
mod tests;
