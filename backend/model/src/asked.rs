//! What somebody asked of the console itself. It becomes an event of the same history: whoever looks into an
//! account's activity leaves a trace there, too.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::summary::cut_to;

/// `eventSource` of these events. Nobody else may put events of this source.
pub const SOURCE: &str = "whodunit";

/// The longest text of it, in bytes; what is longer ends in [`CUT`](crate::summary::CUT).
pub const MAX_TEXT: usize = 2_000;

/// A question to the console, or a change to what it keeps. Two that are equal are the same question asked
/// twice.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Asked {
    /// `eventName`: `SearchEvents`, `ExportEvents`, `GetEvent`, ….
    pub name: String,
    /// What is asked for, by the names of the API's parameters.
    pub parameters: BTreeMap<String, String>,
    /// The issuer's own name for the person; absent where nobody signs in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// What to call who asks.
    pub who: String,
    /// The access key that signed; absent where a person asks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub access_key: Option<String>,
    /// From where, as the distribution saw it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// `User-Agent`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent: Option<String>,
}

impl Asked {
    /// The text form, JSON.
    pub fn to_text(&self) -> String {
        // Texts and a map of texts: there is nothing in it that JSON has no form for.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// This, with every text in its bounds.
    pub fn bounded(self) -> Asked {
        Asked {
            name: self.name,
            parameters: self.parameters.into_iter().map(|(name, value)| (name, bounded(value))).collect(),
            subject: self.subject.map(bounded),
            who: bounded(self.who),
            access_key: self.access_key.map(bounded),
            address: self.address.map(bounded),
            agent: self.agent.map(bounded),
        }
    }
}

fn bounded(text: String) -> String {
    cut_to(&text, MAX_TEXT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_between_characters_and_says_so() {
        let long = "한".repeat(1_000);
        let parameters = BTreeMap::from([("q".to_owned(), long.clone())]);
        let asked =
            Asked { parameters, agent: Some(long), who: "kim".to_owned(), ..Asked::default() }.bounded();
        for text in [&asked.parameters["q"], asked.agent.as_ref().unwrap()] {
            assert!(text.len() <= MAX_TEXT && text.ends_with("한…"), "{}", text.len());
        }
        assert_eq!(asked.who, "kim");
    }
}
