//! A real issuer of OpenID Connect on loopback, small, and dishonest on demand.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use openidconnect::core::{
    CoreEdDsaPrivateSigningKey, CoreGenderClaim, CoreHmacKey, CoreJsonWebKeySet,
    CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm,
};
use openidconnect::{
    AdditionalClaims, IdToken, IdTokenClaims, JsonWebKeyId, PkceCodeChallenge, PkceCodeVerifier,
    PrivateSigningKey,
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

pub(crate) const CLIENT: &str = "console";
pub(crate) const SECRET: &str = "a secret/with+odd characters";

/// What it does wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mischief {
    WrongNonce,
    /// The first answer only, as Cognito does for federated persons.
    WrongNonceOnce,
    NoNonce,
    /// Signs with a key that it does not publish.
    WrongKey,
    Expired,
    WrongAudience,
    OtherAudienceToo,
    WrongIssuer,
    AlgNone,
    /// Signs with the client's password, and lists that as supported.
    SharedSecret,
    NoIdToken,
    SomebodyElse,
    Redirects,
    Endless,
    Nonsense,
}

#[derive(Clone)]
pub(crate) struct Issuer {
    pub(crate) url: String,
    books: Arc<Mutex<Books>>,
}

/// What it remembers.
#[derive(Default)]
pub(crate) struct Books {
    pub(crate) url: String,
    pub(crate) mischief: Option<Mischief>,
    /// Seconds for which an ID token is good.
    pub(crate) lasts: i64,
    pub(crate) groups: Option<Value>,
    pub(crate) rotates: bool,
    pub(crate) gives_refresh_tokens: bool,
    /// How long a token answer takes.
    pub(crate) delay: Duration,
    pub(crate) down: bool,
    /// The last key is the one that signs.
    pub(crate) keys: Vec<u8>,
    pub(crate) discoveries: usize,
    pub(crate) exchanges: usize,
    pub(crate) refreshes: usize,
    pub(crate) revoked: Vec<String>,
    /// Refresh tokens that are good.
    pub(crate) good: Vec<String>,
    codes: HashMap<String, Code>,
    made: usize,
}

struct Code {
    nonce: Option<String>,
    challenge: String,
    back: String,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Groups {
    #[serde(rename = "cognito:groups", skip_serializing_if = "Option::is_none")]
    groups: Option<Value>,
}

impl AdditionalClaims for Groups {}

type Token = IdToken<Groups, CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm>;

impl Issuer {
    pub(crate) async fn start() -> Issuer {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let books = Books {
            url: url.clone(),
            lasts: 3_600,
            groups: Some(json!(["auditor", "cooks"])),
            rotates: true,
            gives_refresh_tokens: true,
            keys: vec![1],
            ..Books::default()
        };
        let issuer = Issuer { url, books: Arc::new(Mutex::new(books)) };
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(discovery))
            .route("/jwks", get(jwks))
            .route("/token", post(token))
            .route("/revoke", post(revoke))
            .with_state(issuer.clone());
        tokio::spawn(axum::serve(listener, router).into_future());
        issuer
    }

    pub(crate) fn books(&self) -> MutexGuard<'_, Books> {
        self.books.lock().unwrap()
    }

    pub(crate) fn does(&self, mischief: Mischief) {
        self.books().mischief = Some(mischief);
    }

    /// A person signs in at the page that `url` leads to: the way back, with a code.
    pub(crate) fn consent(&self, url: &str) -> String {
        let asked = self.asked(url);
        assert_eq!(asked["client_id"], CLIENT);
        assert_eq!((&*asked["response_type"], &*asked["code_challenge_method"]), ("code", "S256"));
        let mut books = self.books();
        books.made += 1;
        let code = format!("code-{}", books.made);
        let back = asked["redirect_uri"].clone();
        let entry = Code {
            nonce: asked.get("nonce").cloned(),
            challenge: asked["code_challenge"].clone(),
            back: back.clone(),
        };
        books.codes.insert(code.clone(), entry);
        format!("{back}?{}", encode(&[("code", &code), ("state", &asked["state"])]))
    }

    /// The parameters of an authorization request.
    pub(crate) fn asked(&self, url: &str) -> HashMap<String, String> {
        let (page, query) = url.split_once('?').unwrap();
        assert_eq!(page, format!("{}/authorize", self.url));
        decode(query)
    }
}

pub(crate) fn encode(pairs: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

fn decode(pairs: &str) -> HashMap<String, String> {
    form_urlencoded::parse(pairs.as_bytes()).into_owned().collect()
}

async fn discovery(State(issuer): State<Issuer>) -> Response {
    let mut books = issuer.books();
    books.discoveries += 1;
    let url = &books.url;
    match books.mischief {
        Some(Mischief::Redirects) => {
            return (StatusCode::FOUND, [("location", "http://127.0.0.1:9/")]).into_response();
        }
        Some(Mischief::Endless) => {
            let endless = futures::stream::repeat_with(|| Ok::<_, std::io::Error>(vec![b' '; 64 * 1024]));
            let json = [("content-type", "application/json")];
            return (json, axum::body::Body::from_stream(endless)).into_response();
        }
        _ if books.down => return StatusCode::BAD_GATEWAY.into_response(),
        _ => {}
    }
    Json(json!({
        "issuer": url,
        "authorization_endpoint": format!("{url}/authorize"),
        "token_endpoint": format!("{url}/token"),
        "jwks_uri": format!("{url}/jwks"),
        "revocation_endpoint": format!("{url}/revoke"),
        "end_session_endpoint": format!("{url}/end"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["EdDSA", "HS256", "none"],
        "token_endpoint_auth_methods_supported": ["client_secret_basic"],
    }))
    .into_response()
}

async fn jwks(State(issuer): State<Issuer>) -> Json<CoreJsonWebKeySet> {
    let keys = issuer.books().keys.clone();
    Json(CoreJsonWebKeySet::new(keys.into_iter().map(|key| signing_key(key).as_verification_key()).collect()))
}

async fn token(State(issuer): State<Issuer>, headers: HeaderMap, form: String) -> Response {
    let form = decode(&form);
    let delay = issuer.books().delay;
    tokio::time::sleep(delay).await;
    let mut books = issuer.books();
    if books.down {
        return StatusCode::BAD_GATEWAY.into_response();
    }
    if !knows_password(&headers) {
        return oauth_error("invalid_client");
    }
    let nonce = if form["grant_type"] == "authorization_code" {
        books.exchanges += 1;
        let Some(code) = books.codes.remove(&form["code"]) else { return oauth_error("invalid_grant") };
        let proof = PkceCodeChallenge::from_code_verifier_sha256(&PkceCodeVerifier::new(
            form["code_verifier"].clone(),
        ));
        if proof.as_str() != code.challenge || form["redirect_uri"] != code.back {
            return oauth_error("invalid_grant");
        }
        code.nonce
    } else {
        books.refreshes += 1;
        let Some(place) = books.good.iter().position(|good| *good == form["refresh_token"]) else {
            // A token that is used twice was stolen: nobody's is good any more.
            books.good.clear();
            return oauth_error("invalid_grant");
        };
        if books.rotates {
            books.good.remove(place);
        }
        None
    };
    Json(books.answer(nonce, form["grant_type"] == "authorization_code")).into_response()
}

async fn revoke(State(issuer): State<Issuer>, headers: HeaderMap, form: String) -> Response {
    let form = decode(&form);
    if !knows_password(&headers) {
        return oauth_error("invalid_client");
    }
    let mut books = issuer.books();
    books.good.retain(|good| *good != form["token"]);
    books.revoked.push(form["token"].clone());
    StatusCode::OK.into_response()
}

fn knows_password(headers: &HeaderMap) -> bool {
    let pair = encode(&[("", CLIENT), ("", SECRET)]).replace("&=", ":").replacen('=', "", 1);
    let expected = format!("Basic {}", STANDARD.encode(pair));
    headers.get("authorization").is_some_and(|given| *given == *expected)
}

fn oauth_error(code: &str) -> Response {
    (StatusCode::BAD_REQUEST, Json(json!({"error": code, "error_description": "no"}))).into_response()
}

impl Books {
    fn answer(&mut self, nonce: Option<String>, first: bool) -> Value {
        if self.mischief == Some(Mischief::Nonsense) {
            return json!({"access_token": 1});
        }
        let id_token = self.id_token(nonce);
        let mut answer = json!({"access_token": "opaque", "token_type": "Bearer", "expires_in": self.lasts,
            "id_token": id_token});
        if self.mischief == Some(Mischief::NoIdToken) {
            answer.as_object_mut().unwrap().remove("id_token");
        }
        if self.gives_refresh_tokens && (first || self.rotates) {
            self.made += 1;
            let token = format!("refresh-{}", self.made);
            self.good.push(token.clone());
            answer["refresh_token"] = token.into();
        }
        answer
    }

    fn id_token(&mut self, nonce: Option<String>) -> String {
        let mischief = self.mischief;
        let is = |one| mischief == Some(one);
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs() as i64;
        let claims = json!({
            "iss": if is(Mischief::WrongIssuer) { "https://evil.example" } else { &*self.url },
            "aud": match mischief {
                Some(Mischief::WrongAudience) => json!(["another"]),
                Some(Mischief::OtherAudienceToo) => json!([CLIENT, "another"]),
                _ => json!([CLIENT]),
            },
            "sub": if is(Mischief::SomebodyElse) { "sub-2" } else { "sub-1" },
            "iat": now - 10,
            "exp": if is(Mischief::Expired) { now - 1 } else { now + self.lasts },
            "nonce": match mischief {
                Some(Mischief::WrongNonce | Mischief::WrongNonceOnce) => Some("another".to_owned()),
                Some(Mischief::NoNonce) => None,
                _ => nonce,
            },
            "name": "Ana\u{202e} <b>Auditor</b>",
            "email": "ana@example.com",
            "cognito:groups": self.groups,
        });
        if is(Mischief::WrongNonceOnce) {
            self.mischief = None;
        }
        if is(Mischief::AlgNone) {
            let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
            return format!("{}.{}.", part(&json!({"alg": "none"})), part(&claims));
        }
        let claims: IdTokenClaims<Groups, CoreGenderClaim> = serde_json::from_value(claims).unwrap();
        let token = if is(Mischief::SharedSecret) {
            let key = CoreHmacKey::new(SECRET.as_bytes());
            Token::new(claims, &key, CoreJwsSigningAlgorithm::HmacSha256, None, None)
        } else {
            let key = if is(Mischief::WrongKey) { 99 } else { *self.keys.last().unwrap() };
            Token::new(claims, &signing_key(key), CoreJwsSigningAlgorithm::EdDsa, None, None)
        };
        token.unwrap().to_string()
    }
}

/// The Ed25519 key whose seed is `seed`, 32 times.
fn signing_key(seed: u8) -> CoreEdDsaPrivateSigningKey {
    // PKCS #8 of RFC 8410 is a fixed head and the seed.
    let head = [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20];
    let der = STANDARD.encode([&head[..], &[seed; 32]].concat());
    let pem = format!("-----BEGIN PRIVATE KEY-----\n{der}\n-----END PRIVATE KEY-----\n");
    // The wrong key claims to be a right one.
    let name = if seed == 99 { 1 } else { seed };
    CoreEdDsaPrivateSigningKey::from_ed25519_pem(&pem, Some(JsonWebKeyId::new(format!("key-{name}"))))
        .unwrap()
}
