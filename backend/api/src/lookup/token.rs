//! NextToken: where the next page begins, and what was asked for.
//!
//! base64url of
//!
//! ```text
//! version   1 byte    1
//! asked    16 bytes   hash of the parameters: refused beside others
//! from, to  8 bytes   each: the range as the first call meant it; what comes later is not in it
//! cursor    the rest  the store's own position
//! ```
//!
//! `MaxResults` is not part of it: a client may take shorter pages from here on. Nothing in it is secret and
//! it gives no right, so it is not signed: a forged one reads what another question would have read.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use model::{Cursor, Span, Timestamp};
use sha2::{Digest, Sha256};

const VERSION: u8 = 1;
const HEAD: usize = 33;
/// The longest token, in characters: a cursor's and a head's.
const MAX_TOKEN: usize = 1_024;

/// What a token says.
#[derive(Debug, PartialEq)]
pub(super) struct Token {
    /// As the first call meant it, half-open.
    pub(super) span: Span,
    pub(super) cursor: Cursor,
}

impl Token {
    /// The text, bound to the parameters `asked`.
    pub(super) fn text(&self, asked: &str) -> String {
        let mut bytes = vec![VERSION];
        bytes.extend(binding(asked));
        bytes.extend(self.span.from.millis().to_be_bytes());
        bytes.extend(self.span.to.millis().to_be_bytes());
        bytes.extend(self.cursor.as_str().as_bytes());
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// From its text; `None` when it is none of ours, or of other parameters than `asked`. Whether the
    /// cursor fits the range is the store's to see.
    pub(super) fn read(text: &str, asked: &str) -> Option<Token> {
        if text.len() > MAX_TOKEN {
            return None;
        }
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        let (head, cursor) = bytes.split_at_checked(HEAD)?;
        let moment = |at: usize| {
            let millis: [u8; 8] = head[at..at + 8].try_into().ok()?;
            Some(Timestamp::from_millis(i64::from_be_bytes(millis)))
        };
        if head[0] != VERSION || head[1..17] != binding(asked) {
            return None;
        }
        let cursor = std::str::from_utf8(cursor).ok()?.parse().ok()?;
        Some(Token { span: Span { from: moment(17)?, to: moment(25)? }, cursor })
    }
}

fn binding(asked: &str) -> [u8; 16] {
    let mut short = [0; 16];
    short.copy_from_slice(&Sha256::digest(asked)[..16]);
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token() -> Token {
        let span = Span { from: Timestamp::from_millis(1), to: Timestamp::from_millis(2) };
        Token { span, cursor: "AQID-_".parse().unwrap() }
    }

    #[test]
    fn it_is_read_beside_the_same_parameters_only() {
        let text = token().text("EventName=A");
        assert_eq!(Token::read(&text, "EventName=A"), Some(token()));
        assert_eq!(Token::read(&text, "EventName=B"), None);
    }

    #[test]
    fn what_is_none_is_refused() {
        let text = token().text("");
        let longer = "A".repeat(MAX_TOKEN + 1);
        for none in ["", "A", "not a token", &text[..40], &text.replacen('A', "B", 1), &longer] {
            assert_eq!(Token::read(none, ""), None, "{none}");
        }
    }

    #[test]
    fn the_longest_cursor_fits() {
        let cursor = "A".repeat(model::cursor::MAX_CURSOR).parse().unwrap();
        let text = Token { cursor, ..token() }.text("");
        assert!(Token::read(&text, "").is_some(), "{}", text.len());
    }
}
