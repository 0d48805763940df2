//! Saved views: addresses of the list of events, kept under a name.

use serde::{Deserialize, Serialize};

use crate::Timestamp;
use crate::problem::Problem;
use crate::query::Query;

/// The longest name, in characters.
pub const MAX_NAME: usize = 120;
/// The longest address, in bytes.
pub const MAX_URL: usize = 1_800;
/// The most views of one owner.
pub const MAX_VIEWS: usize = 200;
/// The owner where nobody signs in.
pub const LAPTOP: &str = "laptop";

/// A view as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SavedView {
    /// Its identity: 32 hexadecimal digits.
    pub id: String,
    /// What it is called: 1 ..= [`MAX_NAME`] characters, none of them a control character.
    pub name: String,
    /// The query string of the list of events, without the `?`: a [`Query`] and what else the page keeps there.
    pub url: String,
    /// What its owner was called who made it, as [`Me`](crate::Me) says; [`LAPTOP`] where nobody signs in. Others
    /// may be called the same: [`own`](SavedView::own) says whose it is.
    pub owner: String,
    /// Whether others see it.
    pub shared: bool,
    /// Whether it belongs to whoever asked, who may change it.
    pub own: bool,
    /// When it was made.
    pub created: Timestamp,
    /// When it was changed last. Whoever changes or deletes it says which state was seen by this moment.
    pub updated: Timestamp,
}

/// What is asked to be kept: the body of `POST /api/views` and of `PUT /api/views/{id}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Draft {
    /// The name.
    pub name: String,
    /// The query string.
    pub url: String,
    /// Whether others shall see it.
    #[serde(default)]
    pub shared: bool,
    /// Of a change: the `updated` of the view that was seen. A view that is another by now is left as it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<Timestamp>,
}

/// The answer of `GET /api/views`: the asker's own and the shared ones, by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Views {
    /// The views.
    pub views: Vec<SavedView>,
    /// There are more, which are not listed: the answer has a bound.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub more: bool,
}

impl Draft {
    /// This draft if it can be kept, its name without the space around it; else why not.
    pub fn checked(self) -> Result<Draft, Box<Problem>> {
        let name = self.name.trim().to_owned();
        let length = name.chars().count();
        if !(1..=MAX_NAME).contains(&length) || name.chars().any(char::is_control) {
            let message = format!("a view's name has 1 to {MAX_NAME} characters, on one line");
            return Err(problem("badName", message, "name"));
        }
        if self.url.len() > MAX_URL {
            let message = format!("a view's address has at most {MAX_URL} bytes; shorten the query");
            return Err(problem("tooLong", message, "url"));
        }
        // As a browser writes a query string: another address could not be put behind `/events?`.
        if !self.url.bytes().all(|b| b.is_ascii_graphic() && !b"#\"<>\\^`{|}".contains(&b)) {
            let message = "a view's address is the query string of /events, as it stands in the address bar";
            return Err(problem("badUrl", message.to_owned(), "url"));
        }
        self.url.parse::<Query>()?;
        Ok(Draft { name, ..self })
    }
}

fn problem(code: &str, message: String, parameter: &str) -> Box<Problem> {
    let parameter = Some(parameter.to_owned());
    Box::new(Problem { code: code.to_owned(), message, parameter, place: None, did_you_mean: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(name: &str, url: &str) -> Draft {
        Draft { name: name.to_owned(), url: url.to_owned(), shared: false, seen: None }
    }

    #[test]
    fn a_name_and_a_query_string_can_be_kept() {
        let url = "q=event%3ADelete*+-who%3Aci&from=-7d&cols=time,event&sel=abc&tz=local";
        let kept = draft("  Deletions, 7 days ", url).checked().unwrap();
        assert_eq!((&*kept.name, &*kept.url), ("Deletions, 7 days", url));
        assert!(draft("é", "").checked().is_ok() && draft(&"é".repeat(MAX_NAME), "").checked().is_ok());
    }

    #[test]
    fn what_cannot_be_kept_names_its_member() {
        let long = "x".repeat(MAX_NAME + 1);
        let far = format!("cols={}", "x".repeat(MAX_URL));
        for (name, url, code, parameter) in [
            ("", "", "badName", "name"),
            (" \t", "", "badName", "name"),
            ("a\nb", "", "badName", "name"),
            (&*long, "", "badName", "name"),
            ("a", &*far, "tooLong", "url"),
            ("a", "q=é", "badUrl", "url"),
            ("a", "q=a b", "badUrl", "url"),
            ("a", "#frag", "badUrl", "url"),
            ("a", "q=\"><script>", "badUrl", "url"),
            ("a", "q=nosuchkey%3A1", "badQuery", "q"),
            ("a", "from=yesterday", "badTime", "from"),
        ] {
            let problem = draft(name, url).checked().unwrap_err();
            assert_eq!(
                (&*problem.code, problem.parameter.as_deref()),
                (code, Some(parameter)),
                "{name} {url}"
            );
        }
    }
}
