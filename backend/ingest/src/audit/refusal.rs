//! Why one event of a request is not stored, in AWS's codes. It costs the others nothing.

use crate::visible::Visible;

/// AWS's code, and a sentence of at most 1,024 characters for the sender.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    pub(super) code: Code,
    pub(super) message: String,
}

/// The codes of [ResultErrorEntry] that are given here. `AccountNotSubscribed` has no meaning here;
/// instead of `Throttling` and `InternalFailure` the whole request fails, so that clients repeat it.
///
/// [ResultErrorEntry]: https://docs.aws.amazon.com/awscloudtraildata/latest/APIReference/API_ResultErrorEntry.html
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Code {
    /// A member is longer than it may be.
    FieldTooLong,
    /// A member that must be there is not.
    FieldNotFound,
    /// `eventData` is not what its checksum was made of.
    InvalidChecksum,
    /// `eventData` is not JSON, a member is not of its type, or the event cannot be kept.
    InvalidData,
    /// The event is for another account than the channel's.
    InvalidRecipient,
    /// The event claims to come from an AWS service.
    InvalidEventSource,
}

impl Code {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Code::FieldTooLong => "FieldTooLong",
            Code::FieldNotFound => "FieldNotFound",
            Code::InvalidChecksum => "InvalidChecksum",
            Code::InvalidData => "InvalidData",
            Code::InvalidRecipient => "InvalidRecipient",
            Code::InvalidEventSource => "InvalidEventSource",
        }
    }

    pub(super) fn because(self, message: impl Into<String>) -> Refusal {
        Refusal { code: self, message: message.into() }
    }
}

/// At most 60 characters of a sender's text, none of which does anything to a terminal or a log.
pub(super) fn clip(text: &str) -> String {
    let end = text.char_indices().nth(60).map_or(text.len(), |(end, _)| end);
    let more = if end < text.len() { "…" } else { "" };
    format!("{}{more}", Visible(&text[..end]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_or_hostile_text_is_clipped_and_shown() {
        assert_eq!(clip("a\u{1b}[2J"), "a\\u{1b}[2J");
        assert_eq!(clip(&"é".repeat(60)), "é".repeat(60));
        assert_eq!(clip(&"é".repeat(61)), format!("{}…", "é".repeat(60)));
    }
}
