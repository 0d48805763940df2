//! The query language: one text for the address bar, the request, the command line and a test case.
//!
//! ```text
//! query  = [ term *( space term ) ]                     ; every term must hold
//! term   = [ "-" ] ( key ":" value *( "," value ) / text )
//! key    = name / "@" path                              ; `Key` lists the names, `Json::at` has the path
//! value  = 1*( bare / quoted )                          ; any value of a term may hold
//! text   = 1*( bare / quoted )                          ; found anywhere in the record, in any case
//! bare   = any character but space "," and quotation mark
//! quoted = %x22 *( any character / "\" %x22 / "\\" ) %x22
//! space  = 1*( Unicode white space )
//! ```
//!
//! `event:Delete*,Put* -service:kms who:"Ana Silva" "10.0.0.1"` is four terms.
//!
//! * **Wildcards.** In a bare part of a value `*` is any run of characters and `?` is one character; in a
//!   quoted part they are themselves. Parts stand side by side without a space: `agent:*"Linux; x86"*`.
//!   A pattern that holds a literal `*` or `?` cannot be written; a `?` matches either. A text takes no
//!   wildcards, and is refused when it has bare ones, or a bare `,` or `:`.
//! * **Blocks.** A bare value of `ip:` with a `/` is a block of addresses; in quotes it is what was recorded.
//! * **Texts** are looked for in the record's JSON as it was delivered, escapes included, each character in
//!   lower case.
//! * **Case.** A pattern ignores case. A whole value is compared to the character where it is a name, and
//!   without regard to ASCII case where it is a word of an enumeration ([`Key::is_enumeration`]).
//! * **Negation.** `-resource:a` means that none of the event's resources is `a`. An event without any
//!   value is met by the negated term.
//! * **Sessions.** Where rows are shown or counted, `who:` with whole values means what was done in the sessions
//!   that the names began, too. The store finds these ([`Value::Session`]); a filter that was only parsed is about
//!   the names in a record.
//! * **Category.** Without a `category:` term only management events match; see [`Filter::categories`].
//! * **Canonical form.** A parsed filter displays with its terms and values sorted and each once, quotes
//!   only where needed, and parses again to itself.
//!
//! Unknown keys, and unknown words of closed enumerations, are errors and never searched for as text.

mod cidr;
mod complete;
mod display;
mod error;
mod eval;
mod facts;
mod glob;
mod guess;
mod indexed;
mod key;
mod lex;
mod nearest;
mod parse;
mod quote;
mod term;
mod types;

#[cfg(test)]
mod properties;

pub use cidr::Cidr;
pub use complete::{Completion, Wanted, complete_at};
pub use error::ParseError;
pub use lex::{Head, Token, tokens};
pub use nearest::nearest;
pub use parse::{MAX_BYTES, MAX_PATH_DEPTH, MAX_PATTERN, MAX_TERMS, MAX_VALUES};
pub use types::{Filter, Key, Term, Test, Value};
