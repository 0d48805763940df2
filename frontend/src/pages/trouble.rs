//! Failures of the client in words.

use crate::client::Failure;
use crate::components::notice::Trouble;

/// What to tell about `failure`.
pub(crate) fn trouble(failure: &Failure) -> Trouble {
    let say = |title, message: &str| Trouble { title, message: message.to_owned(), request_id: None };
    match failure {
        Failure::Refused { status, problem, request_id } => {
            let title = match *status {
                404 => "Event not found",
                400 => "The request was refused",
                403 => "No access",
                413 | 414 => "Too much was asked for",
                503 => "The table is busy",
                _ => "The server failed",
            };
            Trouble { title, message: capital(&problem.message), request_id: request_id.clone() }
        }
        Failure::Busy(seconds) => Trouble {
            title: "Too many requests",
            message: format!("The server asks for a pause of {seconds} s. Then the same is asked once more."),
            request_id: None,
        },
        Failure::Garbled(413 | 414) => {
            say("Too much was asked for", "Shorten the query, or narrow the time range.")
        }
        Failure::Garbled(500..) => say(
            "The server failed",
            "It gave no reason. Ask again in a moment; if that does not help, its log knows more.",
        ),
        Failure::Unreachable => {
            say("No answer from the server", "Check that it is running and that this device is online.")
        }
        Failure::Garbled(status) => Trouble {
            title: "An answer that makes no sense",
            message: format!(
                "The server answered (status {status}) with something this page cannot read. Reload the page: it may be older than the server."
            ),
            request_id: None,
        },
        Failure::Cancelled => {
            say("Search cancelled", "Nothing is being searched. Narrow the time range or add a term.")
        }
    }
}

/// Whether the page position in the address is what was refused.
pub(crate) fn is_bad_cursor(failure: &Failure) -> bool {
    matches!(failure, Failure::Refused { problem, .. } if problem.parameter.as_deref() == Some("at"))
}

fn capital(message: &str) -> String {
    let mut chars = message.chars();
    let first: String = chars.next().map(|c| c.to_uppercase().collect()).unwrap_or_default();
    let end = if message.ends_with(['.', '!', '?']) { "" } else { "." };
    format!("{first}{}{end}", chars.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::Problem;

    fn refused(status: u16, parameter: &str) -> Failure {
        let problem = Box::new(Problem {
            code: "x".into(),
            message: "no such event; it may be past the 90 days".into(),
            parameter: Some(parameter.into()),
            place: None,
            did_you_mean: None,
        });
        Failure::Refused { status, problem, request_id: Some("r-1".into()) }
    }

    #[test]
    fn what_the_server_said_is_passed_on() {
        let trouble = trouble(&refused(404, "id"));
        assert_eq!(trouble.title, "Event not found");
        assert_eq!(trouble.message, "No such event; it may be past the 90 days.");
        assert_eq!(trouble.request_id.as_deref(), Some("r-1"));
        assert!(is_bad_cursor(&refused(400, "at")) && !is_bad_cursor(&refused(400, "q")));
    }
}
