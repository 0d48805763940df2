//! Codes and refresh tokens for the issuer's word about a person, which is verified before it is believed.

use std::sync::Arc;

use model::Timestamp;
use openidconnect::core::{CoreErrorResponseType, CoreJwsSigningAlgorithm};
use openidconnect::{
    AuthorizationCode, ClaimsVerificationError, Nonce, NonceVerifier, OAuth2TokenResponse, PkceCodeVerifier,
    RefreshToken, RequestTokenError, SignatureVerificationError, TokenResponse,
};
use serde_json::Value;

use super::http::HttpError;
use super::types::{IdClaims, TokenAnswer, TokenError};
use super::{Issuer, Known, causes};
use crate::Error;
use crate::session::{GROUPS, Person};
use crate::sessions::Tokens;

/// Signatures that are believed: only those with a key that the issuer publishes. `none` and those with a
/// shared secret are not among them, whatever the issuer lists.
const SIGNATURES: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// The longest refresh token that is kept, in bytes.
const LONGEST_TOKEN: usize = 16 * 1024;
/// The longest subject, as OpenID Connect has it, and the longest name that is kept, in characters.
const LONGEST_NAME: usize = 255;

/// The issuer's word.
#[derive(Debug)]
pub(crate) enum Answer {
    /// Who it is, and the tokens. Boxed, for the other answers are small.
    Person(Box<(Person, Tokens)>),
    /// The tokens alone: at a refresh the issuer may leave out the ID token, and the person stays as known.
    Tokens(Tokens),
    /// The issuer says no: the code or the refresh token is not good (any more).
    No(String),
    /// The ID token belongs to another sign-in.
    OtherNonce,
    /// The ID token is not to be believed; the text is for the log.
    NotBelieved(String),
}

impl Issuer {
    /// Gives the code of a callback for the issuer's word.
    ///
    /// # Errors
    /// [`Error::Issuer`] when it is not reached, or answers something that is no token answer.
    pub(crate) async fn redeem(
        &self,
        code: String,
        verifier: PkceCodeVerifier,
        nonce: &Nonce,
    ) -> Result<Answer, Error> {
        let known = self.known().await?;
        let request = known.client.exchange_code(AuthorizationCode::new(code)).map_err(no_endpoint)?;
        match request.set_pkce_verifier(verifier).request_async(&self.http).await {
            Ok(answer) if answer.id_token().is_none() => {
                Ok(Answer::NotBelieved("there is no ID token: is `openid` among the scopes?".to_owned()))
            }
            Ok(answer) => self.believe(known, &answer, nonce).await,
            Err(error) => refused(error),
        }
    }

    /// Gives a refresh token for the issuer's word, which has to be about `subject`.
    ///
    /// # Errors
    /// As for [`redeem`](Self::redeem).
    pub(crate) async fn refresh(&self, token: String, subject: &str) -> Result<Answer, Error> {
        let known = self.known().await?;
        let token = RefreshToken::new(token);
        let request = known.client.exchange_refresh_token(&token).map_err(no_endpoint)?;
        let answer = match request.request_async(&self.http).await {
            Ok(answer) => answer,
            Err(error) => return refused(error),
        };
        if answer.id_token().is_none() {
            let seconds = answer.expires_in().map_or(0, |lasts| lasts.as_secs());
            let lasts = i64::try_from(seconds).unwrap_or(i64::MAX).saturating_mul(1_000);
            return tokens(&answer, system_now().plus_millis(lasts)).map(Answer::Tokens);
        }
        // Such an ID token carries no nonce, or the first one's: nobody sent it through a browser.
        Ok(match self.believe(known, &answer, |_: Option<&Nonce>| Ok(())).await? {
            Answer::Person(word) if word.0.subject != subject => {
                Answer::NotBelieved("a refreshed ID token is about somebody else".to_owned())
            }
            answer => answer,
        })
    }

    /// Verifies the ID token: signature, issuer, audience, nonce, expiry. With the issuer's present keys,
    /// should its signature not fit those that are known.
    async fn believe<N: NonceVerifier + Clone>(
        &self,
        known: Arc<Known>,
        answer: &TokenAnswer,
        nonce: N,
    ) -> Result<Answer, Error> {
        let mut verified = verify(&known, answer, nonce.clone());
        if let Err(ClaimsVerificationError::SignatureVerification(why)) = &verified
            && is_about_keys(why)
        {
            let now = self.ask_again(Some(&known)).await?;
            verified = verify(&now, answer, nonce);
        }
        match verified {
            Ok(claims) => {
                let until = Timestamp::from_millis(claims.expiration().timestamp_millis());
                match self.person(&claims) {
                    Some(person) => Ok(Answer::Person(Box::new((person, tokens(answer, until)?)))),
                    None => Ok(Answer::NotBelieved("its subject is longer than 255 characters".to_owned())),
                }
            }
            Err(ClaimsVerificationError::InvalidNonce(_)) => Ok(Answer::OtherNonce),
            Err(error) => Ok(Answer::NotBelieved(causes(&error))),
        }
    }

    fn person(&self, claims: &IdClaims) -> Option<Person> {
        let subject = claims.subject().as_str().to_owned();
        let other = |name: &str| claims.additional_claims().0.get(name);
        let name = claims.name().and_then(|name| name.get(None)).map(|name| name.as_str());
        let name = name
            .or_else(|| claims.email().map(|email| email.as_str()))
            .or_else(|| claims.preferred_username().map(|name| name.as_str()))
            .or_else(|| other("cognito:username").and_then(Value::as_str))
            .filter(|name| !name.trim().is_empty())
            .unwrap_or(&subject);
        let name = name.chars().filter(|c| !hides(*c)).take(LONGEST_NAME).collect();
        let groups = match &*self.settings.groups_claim {
            "" => vec![GROUPS[0].to_owned()],
            claim => known_groups(other(claim)),
        };
        (subject.chars().count() <= LONGEST_NAME).then_some(Person { subject, name, groups })
    }
}

/// Whether `c` shows nothing, or changes the order in which its neighbours are shown.
fn hides(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// The groups that matter to us, of a claim that is a list, or one text.
fn known_groups(claim: Option<&Value>) -> Vec<String> {
    let is_in = |group: &str| match claim {
        Some(Value::Array(all)) => all.iter().any(|one| one.as_str() == Some(group)),
        Some(Value::String(one)) => one == group,
        _ => false,
    };
    GROUPS.into_iter().filter(|group| is_in(group)).map(str::to_owned).collect()
}

fn verify<N: NonceVerifier>(
    known: &Known,
    answer: &TokenAnswer,
    nonce: N,
) -> Result<IdClaims, ClaimsVerificationError> {
    let verifier = known.client.id_token_verifier().set_allowed_algs(SIGNATURES);
    let missing = || ClaimsVerificationError::Other("there is no ID token".to_owned());
    answer.id_token().ok_or_else(missing)?.claims(&verifier, nonce).cloned()
}

/// Whether other keys of the issuer might make the signature good.
fn is_about_keys(why: &SignatureVerificationError) -> bool {
    matches!(
        why,
        SignatureVerificationError::NoMatchingKey
            | SignatureVerificationError::CryptoError(_)
            | SignatureVerificationError::AmbiguousKeyId(_)
    )
}

fn tokens(answer: &TokenAnswer, fresh_until: Timestamp) -> Result<Tokens, Error> {
    let refresh = answer.refresh_token().map(|token| token.secret().clone());
    if refresh.as_ref().is_some_and(|token| token.len() > LONGEST_TOKEN) {
        return Err(Error::Issuer(format!("its refresh token is longer than {LONGEST_TOKEN} bytes")));
    }
    Ok(Tokens { fresh_until, refresh })
}

/// A "no" of the issuer is an answer; everything else is an error.
fn refused(error: RequestTokenError<HttpError, TokenError>) -> Result<Answer, Error> {
    match error {
        RequestTokenError::ServerResponse(said) if *said.error() == CoreErrorResponseType::InvalidGrant => {
            Ok(Answer::No(said.to_string()))
        }
        RequestTokenError::ServerResponse(said) => Err(Error::Issuer(format!("it gives no tokens: {said}"))),
        // Its causes would quote the answer, and with it the tokens.
        RequestTokenError::Parse(..) => Err(Error::Issuer("its token answer is not one".to_owned())),
        other => Err(Error::Issuer(causes(&other))),
    }
}

fn no_endpoint(error: openidconnect::ConfigurationError) -> Error {
    Error::Issuer(format!("it names no token endpoint: {error}"))
}

/// The clock by which ID tokens are verified, too.
fn system_now() -> Timestamp {
    let since = std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap_or_default();
    Timestamp::from_millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}
