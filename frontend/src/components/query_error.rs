//! Why a query does not parse, with a caret under the place.

use leptos::prelude::*;
use model::Problem;

use crate::text::carets;
use crate::ui::visible;

/// The query as typed, carets under what is wrong, the sentence, and what was probably meant: a button
/// that gives `mend` the mended query.
#[component]
pub(crate) fn QueryError(text: String, problem: Problem, mend: Callback<String>) -> impl IntoView {
    let place = problem.place.map(|place| {
        let carets = carets(place.at, place.len);
        view! {
            <pre aria-hidden="true">
                <bdi dir="ltr">{in_cells(&text)}</bdi>
                "\n"
                {carets}
            </pre>
        }
    });
    let meant = problem.did_you_mean.clone().zip(problem.place).map(|(meant, place)| {
        let mended = mended(&text, place.at, place.len, &meant);
        view! {
            <p>
                "Did you mean "
                <button type="button" class="quiet" on:click=move |_| mend.run(mended.clone())>
                    {visible::plain(&meant)}
                </button>
                "?"
            </p>
        }
    });
    view! {
        <div class="query-error" id="query-error" role="alert">
            {place}
            <p>{sentence(&problem.message)}</p>
            {meant}
        </div>
    }
    .into_any()
}

/// `text` with the `len` characters at `at` replaced.
pub(crate) fn mended(text: &str, at: usize, len: usize, by: &str) -> String {
    text.chars().take(at).chain(by.chars()).chain(text.chars().skip(at + len)).collect()
}

/// With one sign for each character, so that carets stand where they should.
fn in_cells(text: &str) -> String {
    text.chars()
        .map(
            |c| {
                if visible::hidden_count(c.encode_utf8(&mut [0; 4])) > 0 || c.is_whitespace() {
                    ' '
                } else {
                    c
                }
            },
        )
        .collect()
}

/// With a capital letter and a full stop.
fn sentence(message: &str) -> String {
    let mut chars = message.chars();
    let first: String = chars.next().map(|c| c.to_uppercase().collect()).unwrap_or_default();
    format!("{first}{}.", chars.as_str().trim_end_matches('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_meant_replaces_what_was_wrong() {
        assert_eq!(mended("regoin:eu-west-1", 0, 6, "region"), "region:eu-west-1");
        assert_eq!(mended("é outcome:bad x", 10, 3, "ok"), "é outcome:ok x");
    }

    #[test]
    fn one_sign_for_each_character() {
        assert_eq!(in_cells("a\u{202E}b\tc"), "a b c");
        assert_eq!(sentence("there is no key `x`"), "There is no key `x`.");
    }
}
