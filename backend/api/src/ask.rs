//! The question of a request.

use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;
use model::filter::Key;
use model::{Column, Problem, Query, column};

use crate::error::Failure;

/// What a request asks for, by the text forms in its query string.
#[derive(Debug)]
pub(crate) struct Ask {
    /// `q`, `from`, `to`, `sort`, `size`, `at`
    pub(crate) query: Query,
    /// `cols`
    pub(crate) columns: Vec<Column>,
    /// `page=1`: of a download only the page that `at` and `size` say.
    pub(crate) page: bool,
    /// `keys=service,region`, or a single `key`: of which the values are counted.
    pub(crate) keys: Vec<Key>,
    /// `prefix`: how the values begin.
    pub(crate) prefix: String,
}

/// The longest prefix of a value, in bytes: values longer than a row's texts are not counted by themselves.
const MAX_PREFIX: usize = model::summary::MAX_TEXT;

impl<S: Sync> FromRequestParts<S> for Ask {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Ask, Failure> {
        let text = parts.uri.query().unwrap_or_default();
        ask(text).map_err(|problem| {
            let status = match problem.code.as_str() {
                "tooLong" => StatusCode::URI_TOO_LONG,
                _ => StatusCode::BAD_REQUEST,
            };
            Failure::of(status, *problem)
        })
    }
}

fn ask(text: &str) -> Result<Ask, Box<Problem>> {
    let query = text.parse()?;
    let mut ask = Ask { query, columns: Vec::new(), page: false, keys: Vec::new(), prefix: String::new() };
    for (name, value) in form_urlencoded::parse(text.as_bytes()) {
        match &*name {
            "cols" => ask.columns = column::read(&value)?,
            "page" => ask.page = value == "1",
            "keys" | "key" => ask.keys = keys(&name, &value)?,
            "prefix" if value.len() > MAX_PREFIX => {
                let message = format!("prefix is at most {MAX_PREFIX} bytes long");
                return Err(problem("badPrefix", message, &name));
            }
            "prefix" => ask.prefix = value.into_owned(),
            _ => {}
        }
    }
    Ok(ask)
}

/// Keys by their names in queries, each once; none in an empty list.
fn keys(parameter: &str, list: &str) -> Result<Vec<Key>, Box<Problem>> {
    let mut keys = Vec::new();
    for name in list.split(',').filter(|name| !name.is_empty()) {
        let unknown = || {
            let shown: String = name.chars().take(40).collect();
            let message =
                format!("`{shown}` is not a key; {parameter} takes keys of queries, such as service");
            problem("badKey", message, parameter)
        };
        let key = Key::from_name(name).ok_or_else(unknown)?;
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    Ok(keys)
}

pub(crate) fn problem(code: &str, message: String, parameter: &str) -> Box<Problem> {
    let parameter = Some(parameter.to_owned());
    Box::new(Problem { code: code.to_owned(), message, parameter, place: None, did_you_mean: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_named_as_in_queries_and_each_counts_once() {
        assert_eq!(keys("keys", "who,RTYPE,,who").unwrap(), [Key::Who, Key::ResourceType]);
        assert_eq!(keys("keys", "").unwrap(), []);
        let problem = keys("key", "user").unwrap_err();
        assert_eq!(problem.message, "`user` is not a key; key takes keys of queries, such as service");
        assert_eq!(problem.parameter.as_deref(), Some("key"));
    }
}
