//! What the query bar suggests while a term is typed: keys with their help, words of closed sets.

use leptos::prelude::*;
use model::filter::{Completion, Key, Wanted, complete_at};

/// The id of the list, for the field's `aria-controls`.
pub(crate) const LIST: &str = "suggestions";

/// What is suggested at a caret.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Suggestions {
    completion: Completion,
    /// The words, best first.
    pub(crate) words: Vec<&'static str>,
}

impl Suggestions {
    /// For `text` with the caret at `caret`, counted as a browser counts: in UTF-16 units.
    pub(crate) fn at(text: &str, caret: usize) -> Suggestions {
        let completion = complete_at(text, byte_offset(text, caret));
        let words = completion.suggestions();
        // The word that is already there is no suggestion.
        let words = if words == [completion.prefix.as_str()] { Vec::new() } else { words };
        Suggestions { completion, words }
    }

    /// `text` with a word taken, and the caret behind it, in UTF-16 units.
    pub(crate) fn take(&self, text: &str, word: &str) -> (String, u32) {
        let (text, caret) = self.completion.accept(text, word);
        let units = text[..caret].encode_utf16().count();
        (text, u32::try_from(units).unwrap_or(u32::MAX))
    }

    fn help(&self, word: &'static str) -> Option<&'static str> {
        let key = (self.completion.wanted == Wanted::Key).then(|| Key::from_name(word)).flatten();
        key.map(Key::help)
    }
}

fn byte_offset(text: &str, units: usize) -> usize {
    let mut counted = 0;
    for (at, c) in text.char_indices() {
        if counted >= units {
            return at;
        }
        counted += c.len_utf16();
    }
    text.len()
}

/// The id of the option number `n`, for the field's `aria-activedescendant`.
pub(crate) fn option_id(n: usize) -> String {
    format!("suggestion-{n}")
}

/// The list; `active` is the option that the keyboard is on. A chosen word goes to `choose`.
#[component]
pub(crate) fn SuggestionList(
    suggestions: Signal<Suggestions>,
    active: Signal<Option<usize>>,
    choose: Callback<&'static str>,
) -> impl IntoView {
    let options = move || {
        let suggestions = suggestions.get();
        let option = |(n, word): (usize, &'static str)| {
            let help = suggestions.help(word).map(|help| view! { <span class="help">{help}</span> });
            let colon = help.is_some().then_some(":");
            let selected = move || active.get() == Some(n);
            view! {
                <li
                    role="option"
                    id=option_id(n)
                    aria-selected=move || selected().to_string()
                    on:pointerdown=move |event| event.prevent_default()
                    on:click=move |_| choose.run(word)
                >
                    <span class="mono">{word}{colon}</span>
                    {help}
                </li>
            }
        };
        suggestions.words.iter().copied().enumerate().map(option).collect_view()
    };
    view! { <ul class="suggestions" role="listbox" id=LIST aria-label="Suggestions">{options}</ul> }
        .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_caret_is_counted_as_the_browser_does() {
        assert_eq!(byte_offset("a한😀b", 0), 0);
        assert_eq!(byte_offset("a한😀b", 2), 4);
        assert_eq!(byte_offset("a한😀b", 4), 8);
        assert_eq!(byte_offset("a한😀b", 99), 9);
    }

    #[test]
    fn a_word_is_taken_where_the_caret_is() {
        let text = "😀 outc";
        let suggestions = Suggestions::at(text, 7);
        assert_eq!(suggestions.words, ["outcome"]);
        assert_eq!(suggestions.take(text, "outcome"), ("😀 outcome:".to_owned(), 11));
        assert!(Suggestions::at("outcome:ok", 10).words.is_empty());
    }
}
