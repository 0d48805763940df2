//! What sign-in has to be told: the secret that the template makes, as JSON.

use std::fmt;

use openidconnect::url::{Host, Url};
use serde::Deserialize;

/// The longest text of the settings, in bytes.
const LONGEST: usize = 16_384;

/// How to sign people in.
#[derive(Clone, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Settings {
    /// The issuer: `https://cognito-idp.REGION.amazonaws.com/POOL`, or any other of OpenID Connect.
    pub(crate) issuer: String,
    /// The name that the issuer gave us.
    pub(crate) client_id: String,
    /// The password that the issuer gave us.
    pub(crate) client_secret: String,
    /// The console's own address, `https://HOST`.
    pub(crate) origin: String,
    /// The claim of the ID token that lists the person's groups. When it is empty, everybody whom the
    /// issuer lets in is an auditor.
    #[serde(default = "groups_claim")]
    pub(crate) groups_claim: String,
    /// What is asked of the issuer, separated by blanks. `offline_access` makes some give a refresh token.
    #[serde(default = "scopes")]
    pub(crate) scopes: String,
    /// Where Cognito ends its own session: its domain's `/logout`, which is none of OpenID Connect. Other
    /// issuers tell their address themselves.
    #[serde(default)]
    pub(crate) logout_endpoint: String,
    /// For an emulated issuer: a loopback address that is asked instead of the issuer's own host.
    #[serde(default)]
    pub(crate) endpoint: String,
}

fn groups_claim() -> String {
    "cognito:groups".to_owned()
}

fn scopes() -> String {
    "openid email profile".to_owned()
}

impl Settings {
    /// From the secret's text.
    ///
    /// # Errors
    /// A sentence that names the setting and what it should be; no value of it.
    pub fn parse(json: &str) -> Result<Settings, String> {
        if json.len() > LONGEST {
            return Err(format!("the sign-in settings are longer than {LONGEST} bytes"));
        }
        // The error's place is told, not its text: that may quote the secret.
        let mut settings: Settings = serde_json::from_str(json).map_err(|e| {
            format!(
                "the sign-in settings are not the JSON that is expected (line {}, column {}); they need \
                 issuer, clientId, clientSecret and origin, and may have groupsClaim, scopes, \
                 logoutEndpoint and endpoint",
                e.line(),
                e.column()
            )
        })?;
        for (name, value) in [("clientId", &settings.client_id), ("clientSecret", &settings.client_secret)] {
            if value.is_empty() {
                return Err(format!("the sign-in setting {name} is empty"));
            }
        }
        settings.origin = origin(&settings.origin)?;
        for (name, value) in [("issuer", &settings.issuer), ("logoutEndpoint", &settings.logout_endpoint)] {
            let optional = name != "issuer" && value.is_empty();
            if !optional && !Url::parse(value).is_ok_and(|url| is_safe(&url)) {
                return Err(format!("the sign-in setting {name} has to begin with https://"));
            }
        }
        let endpoint = &settings.endpoint;
        if !endpoint.is_empty() && !Url::parse(endpoint).is_ok_and(|url| is_loopback(&url)) {
            return Err("the sign-in setting endpoint is for emulators: it has to be a loopback address \
                        such as http://127.0.0.1:4566"
                .to_owned());
        }
        Ok(settings)
    }

    /// One of our own addresses in full.
    pub(crate) fn here(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Settings { issuer, origin, .. } = self;
        f.debug_struct("Settings").field("issuer", issuer).field("origin", origin).finish_non_exhaustive()
    }
}

/// Whether what is sent there stays between us: HTTPS, or this very machine.
pub(crate) fn is_safe(url: &Url) -> bool {
    (url.scheme() == "https" && url.host().is_some()) || is_loopback(url)
}

fn is_loopback(url: &Url) -> bool {
    let here = match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    };
    here && ["http", "https"].contains(&url.scheme())
}

/// Without a slash at the end.
fn origin(text: &str) -> Result<String, String> {
    let url = Url::parse(text).ok().filter(is_safe);
    let origin = url.filter(|url| url.path() == "/" && url.query().is_none() && url.username().is_empty());
    match origin {
        Some(url) => Ok(url.origin().ascii_serialization()),
        None => Err("the sign-in setting origin has to be the console's address, https://HOST".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(name: &str, value: &str) -> Result<Settings, String> {
        let mut all = serde_json::json!({"issuer": "https://issuer.example/pool", "clientId": "console",
            "clientSecret": "s3cret", "origin": "https://whodunit.example"});
        all[name] = value.into();
        Settings::parse(&all.to_string())
    }

    #[test]
    fn what_is_left_out_has_a_default() {
        let settings = with("clientId", "console").unwrap();
        assert_eq!(settings.groups_claim, "cognito:groups");
        assert_eq!(settings.scopes, "openid email profile");
        assert_eq!(settings.here("/auth/callback"), "https://whodunit.example/auth/callback");
        assert_eq!(with("groupsClaim", "").unwrap().groups_claim, "");
        assert_eq!(with("origin", "http://localhost:8080/").unwrap().origin, "http://localhost:8080");
    }

    #[test]
    fn mistakes_are_named_and_secrets_are_not() {
        for (name, value, sentence) in [
            ("clientId", "", "the sign-in setting clientId is empty"),
            ("clientSecret", "", "the sign-in setting clientSecret is empty"),
            ("issuer", "http://issuer.example", "the sign-in setting issuer has to begin with https://"),
            ("issuer", "", "the sign-in setting issuer has to begin with https://"),
            ("logoutEndpoint", "x", "the sign-in setting logoutEndpoint has to begin with https://"),
            (
                "origin",
                "whodunit.example",
                "the sign-in setting origin has to be the console's address, https://HOST",
            ),
            (
                "origin",
                "https://a.example/b",
                "the sign-in setting origin has to be the console's address, https://HOST",
            ),
            (
                "origin",
                "http://a.example",
                "the sign-in setting origin has to be the console's address, https://HOST",
            ),
        ] {
            assert_eq!(with(name, value).unwrap_err(), sentence, "{name}");
        }
        for endpoint in ["https://evil.example", "http://10.0.0.1:80", "http://localhost.evil.example"] {
            assert!(with("endpoint", endpoint).unwrap_err().contains("loopback"), "{endpoint}");
        }
        assert!(with("endpoint", "http://127.0.0.1:4566").is_ok());
        let error = Settings::parse(r#"{"clientSecret":12345}"#).unwrap_err();
        assert!(!error.contains("12345"), "{error}");
        assert!(!format!("{:?}", with("clientId", "a").unwrap()).contains("s3cret"));
    }
}
