//! Any text: it parses or is refused with a place inside it, and what parses means what it displays as.
//! What the query bar asks for at a caret is taken along.
//!
//! `cargo +nightly fuzz run query -- -dict=fuzz/query.dict` in `backend/model`; without a nightly
//! compiler `RUSTC_BOOTSTRAP=1 cargo fuzz run query …`.

#![no_main]

use libfuzzer_sys::fuzz_target;
use model::filter::{Filter, MAX_BYTES, Term, complete_at, tokens};

fuzz_target!(|input: (u16, &str)| {
    let (caret, text) = input;
    match text.parse::<Filter>() {
        Ok(filter) => {
            let canonical = filter.to_string();
            // Quotes may make the canonical text longer than what was typed, and then too long.
            if canonical.len() <= MAX_BYTES {
                assert_eq!(canonical.parse(), Ok(filter), "{canonical:?}");
            }
        }
        Err(error) => {
            let place = error.place();
            assert!(place.at + place.len <= text.chars().count(), "{error}");
        }
    }
    for token in tokens(text) {
        for value in token.values {
            assert!(token.range.start <= value.start && value.end <= token.range.end);
            _ = &text[value];
        }
    }
    let completion = complete_at(text, usize::from(caret));
    for choice in completion.suggestions() {
        let (taken, caret) = completion.accept(text, choice);
        assert!(taken.is_char_boundary(caret));
    }
    if let Some(term) = Term::guess(text) {
        assert_eq!(term.to_string().parse(), Ok(term));
    }
});
