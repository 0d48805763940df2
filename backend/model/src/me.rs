//! Who is asking, as the console is told.

use serde::{Deserialize, Serialize};

use crate::Timestamp;

/// The answer of `GET /api/me`. On a laptop nobody signs in, and it is `{"signIn":false}`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Me {
    /// Whether there is any signing in and out here.
    pub sign_in: bool,
    /// The issuer's own name for the person, which never changes and nobody shares. The console is not told.
    #[serde(skip)]
    pub subject: String,
    /// What to call the person; the issuer's text, which others may have too.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// What the person may do: `auditor`, `admin`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<String>,
    /// When the session ends, however busy the person is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<Timestamp>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms() {
        let expires = Some("2026-11-22T22:00:00Z".parse().unwrap());
        let ana = Me {
            sign_in: true,
            name: "Ana".to_owned(),
            groups: vec!["auditor".to_owned()],
            expires,
            ..Me::default()
        };
        for (me, text) in [
            (Me::default(), r#"{"signIn":false}"#),
            (
                ana,
                r#"{"signIn":true,"name":"Ana","groups":["auditor"],"expires":"2026-11-22T22:00:00.000Z"}"#,
            ),
        ] {
            assert_eq!(serde_json::to_string(&me).unwrap(), text);
            assert_eq!(serde_json::from_str::<Me>(text).unwrap(), me);
        }
    }
}
