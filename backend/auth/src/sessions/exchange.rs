//! The exchange of a refresh token for new ones: one at a time for each session.
//!
//! An issuer that rotates refresh tokens takes a second use of one for theft and ends everything, so two
//! tabs must never send the same token. Whoever comes first holds a lease on the session, by a conditional
//! write; the others wait and then see the session renewed.

use model::Timestamp;

use aws_sdk_dynamodb::types::{AttributeValue, ReturnValue};

use super::{Sessions, Tokens, happened, item};
use crate::Error;
use crate::id::SessionId;
use crate::schema::{LEASE, REFRESH_TOKEN, VERSION};
use crate::session::{Person, Session};

/// Milliseconds after which a lease is over whose holder was never heard of again. Longer than the issuer
/// is given to answer, so that a slow holder is not overtaken.
const LEASE_LASTS: i64 = 20_000;

/// What came of asking for the right to exchange.
#[derive(Debug)]
pub(crate) enum Lease {
    /// It is ours. `None` when the issuer gave no refresh token.
    Ours(Option<String>),
    /// Somebody else has it, or had it and is done: look at the session again.
    Others,
}

impl Sessions {
    /// Asks for the right to exchange the tokens of `session` as it was read.
    pub(crate) async fn lease(
        &self,
        id: &SessionId,
        session: &Session,
        now: Timestamp,
    ) -> Result<Lease, Error> {
        let update = self
            .update(id)
            .update_expression("SET #l = :until")
            .condition_expression("attribute_exists(pk) AND #v = :v AND #l < :now")
            .expression_attribute_names("#l", LEASE)
            .expression_attribute_names("#v", VERSION)
            .expression_attribute_values(":v", AttributeValue::N(session.version.to_string()))
            .expression_attribute_values(":now", item::millis(now))
            .expression_attribute_values(":until", item::millis(now.plus_millis(LEASE_LASTS)))
            .return_values(ReturnValue::AllNew);
        Ok(match happened(update).await? {
            Some(item) => Lease::Ours(item::open(id, &item)),
            None => Lease::Others,
        })
    }

    /// Gives the lease back unused: the issuer could not be asked.
    pub(crate) async fn release(&self, id: &SessionId, session: &Session) -> Result<(), Error> {
        let update = self
            .update(id)
            .update_expression("SET #l = :nobody")
            .condition_expression("attribute_exists(pk) AND #v = :v")
            .expression_attribute_names("#l", LEASE)
            .expression_attribute_names("#v", VERSION)
            .expression_attribute_values(":v", AttributeValue::N(session.version.to_string()))
            .expression_attribute_values(":nobody", item::millis(Timestamp::MIN));
        happened(update).await.map(|_| ())
    }

    /// Stores what the issuer gave for the lease on `session`. `false` when the session was ended meanwhile:
    /// then the tokens belong to nobody, and the issuer is to be told.
    pub(crate) async fn renew(
        &self,
        id: &SessionId,
        session: &Session,
        person: &Person,
        tokens: &Tokens,
        now: Timestamp,
    ) -> Result<bool, Error> {
        let renewed = Session {
            person: person.clone(),
            seen: now,
            fresh_until: tokens.fresh_until,
            version: session.version + 1,
            ..session.clone()
        };
        let mut set = item::write(&renewed, &self.config);
        // Without rotation the issuer sends none, and the one that was used stays good.
        if let Some(token) = &tokens.refresh {
            set.insert(REFRESH_TOKEN.to_owned(), item::close(id, token)?);
        }
        let mut update = self.update(id).condition_expression("attribute_exists(pk) AND #v = :before");
        let assignments: Vec<String> = set.keys().map(|name| format!("#{name} = :{name}")).collect();
        for (name, value) in set {
            update = update
                .expression_attribute_names(format!("#{name}"), &name)
                .expression_attribute_values(format!(":{name}"), value);
        }
        let before = AttributeValue::N(session.version.to_string());
        let update = update
            .update_expression(format!("SET {}", assignments.join(", ")))
            .expression_attribute_values(":before", before);
        Ok(happened(update).await?.is_some())
    }
}
