//! The issuer: who it says a person is.
//!
//! [OpenID Connect](https://openid.net/specs/openid-connect-core-1_0.html)'s code flow. What the issuer says
//! of itself (addresses, keys) is asked once and kept; when an ID token is signed with a key that is not
//! among those, it is asked once more, for issuers change their keys.

mod http;
mod tokens;
mod types;

use std::sync::Arc;

use ::http::header::HeaderValue;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use openidconnect::core::{CoreAuthenticationFlow, CoreClientAuthMethod};
use openidconnect::url::Url;
use openidconnect::{
    AuthType, ClientId, ClientSecret, CsrfToken, IssuerUrl, Nonce, PkceCodeChallenge, PkceCodeVerifier,
    RedirectUrl, Scope,
};
use tokio::sync::RwLock;

use self::http::Http;
pub(crate) use self::tokens::Answer;
use self::types::{Client, Metadata};
use crate::settings::is_safe;
use crate::{Error, Settings};

/// The longest address to which a browser is sent, in bytes.
const LONGEST_ADDRESS: usize = 8_000;

/// The issuer of the settings.
#[derive(Clone, Debug)]
pub(crate) struct Issuer {
    settings: Arc<Settings>,
    http: Http,
    known: Arc<RwLock<Option<Arc<Known>>>>,
}

/// What the issuer says of itself.
#[derive(Debug)]
struct Known {
    client: Client,
    revocation: Option<Url>,
    end_session: Option<Url>,
}

/// The way to the issuer's page, and what its answer is checked with.
#[derive(Debug)]
pub(crate) struct Departure {
    pub(crate) url: Url,
    pub(crate) nonce: Nonce,
    pub(crate) verifier: PkceCodeVerifier,
}

impl Issuer {
    pub(crate) fn new(settings: Arc<Settings>) -> Issuer {
        Issuer { http: Http::new(&settings), settings, known: Arc::default() }
    }

    /// Where to send a person to sign in; `state` comes back from there.
    pub(crate) async fn departure(&self, state: String) -> Result<Departure, Error> {
        let known = self.known().await?;
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let flow = CoreAuthenticationFlow::AuthorizationCode;
        let mut request = known.client.authorize_url(flow, || CsrfToken::new(state), Nonce::new_random);
        for scope in self.settings.scopes.split_whitespace().filter(|scope| *scope != "openid") {
            request = request.add_scope(Scope::new(scope.to_owned()));
        }
        let (url, _, nonce) = request.set_pkce_challenge(challenge).url();
        if url.as_str().len() > LONGEST_ADDRESS {
            return Err(Error::Issuer("its authorization address is too long".to_owned()));
        }
        Ok(Departure { url, nonce, verifier })
    }

    /// Tells the issuer that a refresh token is not used any more, where it wants to know.
    pub(crate) async fn revoke(&self, token: &str) -> Result<(), Error> {
        let known = self.known().await?;
        let Some(address) = &known.revocation else { return Ok(()) };
        let form = [("token", token), ("token_type_hint", "refresh_token")];
        let sent = self.http.post_form(address, self.authorization()?, &form).await;
        let answer = sent.map_err(|e| Error::Issuer(e.to_string()))?;
        if answer.status().is_success() {
            Ok(())
        } else {
            Err(Error::Issuer(format!("{address} answered {} to a revocation", answer.status())))
        }
    }

    /// Where the issuer ends its own session, from which it comes back to `/signed-out`.
    ///
    /// Cognito's is [its own](https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html);
    /// others follow [RP-initiated logout](https://openid.net/specs/openid-connect-rpinitiated-1_0.html).
    pub(crate) async fn logout_address(&self) -> String {
        let back = self.settings.here("/signed-out");
        let (address, name) = match Url::parse(&self.settings.logout_endpoint) {
            Ok(own) => (Some(own), "logout_uri"),
            Err(_) => {
                let known = self.known().await.inspect_err(|error| tracing::warn!(%error, "logout"));
                (known.ok().and_then(|known| known.end_session.clone()), "post_logout_redirect_uri")
            }
        };
        let Some(mut address) = address else { return back };
        address.query_pairs_mut().append_pair("client_id", &self.settings.client_id).append_pair(name, &back);
        address.into()
    }

    /// What the issuer said of itself, or says now.
    async fn known(&self) -> Result<Arc<Known>, Error> {
        if let Some(known) = &*self.known.read().await {
            return Ok(Arc::clone(known));
        }
        self.ask_again(None).await
    }

    /// Asks the issuer about itself, unless somebody did since `before` was known.
    async fn ask_again(&self, before: Option<&Arc<Known>>) -> Result<Arc<Known>, Error> {
        let mut slot = self.known.write().await;
        if let Some(known) = &*slot
            && before.is_none_or(|before| !Arc::ptr_eq(before, known))
        {
            return Ok(Arc::clone(known));
        }
        let known = Arc::new(self.discover().await?);
        *slot = Some(Arc::clone(&known));
        Ok(known)
    }

    async fn discover(&self) -> Result<Known, Error> {
        let bad =
            |e: openidconnect::url::ParseError| Error::Issuer(format!("an address of the settings: {e}"));
        let Settings { issuer, client_id, client_secret, .. } = &*self.settings;
        let issuer = IssuerUrl::new(issuer.clone()).map_err(bad)?;
        let said = Metadata::discover_async(issuer, &self.http).await;
        let said = said.map_err(|e| Error::Issuer(format!("what it says of itself: {}", causes(&e))))?;
        if !is_safe(said.authorization_endpoint().url()) {
            return Err(Error::Issuer("its authorization_endpoint is not HTTPS".to_owned()));
        }
        // Without a word about it, Basic is what every issuer has to know.
        let methods = said.token_endpoint_auth_methods_supported();
        let in_body = methods.is_some_and(|methods| {
            methods.contains(&CoreClientAuthMethod::ClientSecretPost)
                && !methods.contains(&CoreClientAuthMethod::ClientSecretBasic)
        });
        let other = said.additional_metadata();
        let (revocation, end_session) =
            (other.revocation_endpoint.clone(), other.end_session_endpoint.clone());
        let secret = Some(ClientSecret::new(client_secret.clone()));
        let client = Client::from_provider_metadata(said, ClientId::new(client_id.clone()), secret)
            .set_redirect_uri(RedirectUrl::new(self.settings.here("/auth/callback")).map_err(bad)?)
            .set_auth_type(if in_body { AuthType::RequestBody } else { AuthType::BasicAuth });
        let safe = |url: Option<Url>| url.filter(is_safe);
        Ok(Known { client, revocation: safe(revocation), end_session: safe(end_session) })
    }

    /// Our name and password, as [RFC 6749, 2.3.1](https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1) has them.
    fn authorization(&self) -> Result<HeaderValue, Error> {
        let encode = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
        let Settings { client_id, client_secret, .. } = &*self.settings;
        let pair = STANDARD.encode(format!("{}:{}", encode(client_id), encode(client_secret)));
        let mut value = HeaderValue::from_str(&format!("Basic {pair}"))
            .map_err(|e| Error::Issuer(format!("the client's name and password: {e}")))?;
        value.set_sensitive(true);
        Ok(value)
    }
}

/// An error with its causes, for the log.
fn causes(error: &dyn std::error::Error) -> String {
    let all = std::iter::successors(Some(error), |error| error.source());
    all.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}
