//! The pages of this router: what went wrong, and what to do next. Static HTML that works without any
//! script, and whose policy allows none.

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderValue, REFERRER_POLICY};

const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; \
                      form-action 'none'; frame-ancestors 'none'";

/// The longest text from outside that is shown, in characters.
const LONGEST: usize = 300;

/// A page with a way on.
#[derive(Clone, Debug)]
pub(super) struct Page {
    status: StatusCode,
    title: &'static str,
    paragraphs: Vec<String>,
    next: String,
}

impl Page {
    pub(super) fn new(status: StatusCode, title: &'static str) -> Page {
        Page { status, title, paragraphs: Vec::new(), next: super::next::HOME.to_owned() }
    }

    /// Adds a paragraph of our own words.
    pub(super) fn says(mut self, text: &'static str) -> Page {
        self.paragraphs.push(text.to_owned());
        self
    }

    /// Adds what somebody else said, as such: clipped, escaped, on a line of its own.
    pub(super) fn quotes(mut self, who: &'static str, text: &str) -> Page {
        let clipped: String = text.chars().filter(|c| !c.is_control()).take(LONGEST).collect();
        if !clipped.is_empty() {
            self.paragraphs.push(format!("{who} <q dir=\"auto\">{}</q>", escape(&clipped)));
        }
        self
    }

    /// Where signing in again leads to.
    pub(super) fn toward(mut self, next: &str) -> Page {
        self.next = next.to_owned();
        self
    }

    fn html(&self) -> String {
        let Page { title, paragraphs, .. } = self;
        let paragraphs: String = paragraphs.iter().map(|text| format!("<p>{text}</p>\n")).collect();
        let next: String = form_urlencoded::byte_serialize(self.next.as_bytes()).collect();
        format!(
            "<!doctype html>\n\
             <html lang=\"en\">\n\
             <head>\n\
             <meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n\
             <title>{title} · Whodunit</title>\n\
             <link rel=\"stylesheet\" href=\"/page.css\">\n\
             <link rel=\"icon\" href=\"/favicon.svg\" type=\"image/svg+xml\">\n\
             </head>\n\
             <body>\n\
             <header><img src=\"/favicon.svg\" alt=\"\" width=\"20\" height=\"20\">Whodunit</header>\n\
             <main>\n\
             <h1>{title}</h1>\n\
             {paragraphs}\
             <p><a class=\"button\" href=\"/auth/login?next={next}\">Sign in</a></p>\n\
             </main>\n\
             </body>\n\
             </html>\n"
        )
    }
}

impl IntoResponse for Page {
    fn into_response(self) -> Response {
        let headers = [
            (CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8")),
            (CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY)),
            (REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
        ];
        (self.status, headers, self.html()).into_response()
    }
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_from_outside_stays_text() {
        let page = Page::new(StatusCode::BAD_REQUEST, "No")
            .quotes("It says:", "<script>alert('1')</script>\r\n\"&")
            .toward("/events?q=\"><b>");
        let html = page.html();
        assert!(
            html.contains("<q dir=\"auto\">&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&amp;</q>"),
            "{html}"
        );
        assert!(html.contains("/auth/login?next=%2Fevents%3Fq%3D%22%3E%3Cb%3E\""), "{html}");
        assert!(Page::new(StatusCode::OK, "No").quotes("x", &"a".repeat(1_000)).html().len() < 2_000);
    }

    #[test]
    fn nothing_on_it_runs() {
        let response = Page::new(StatusCode::BAD_REQUEST, "No").says("Try again.").into_response();
        assert!(
            response.headers()["content-security-policy"]
                .to_str()
                .unwrap()
                .starts_with("default-src 'none';")
        );
        let html = Page::new(StatusCode::BAD_REQUEST, "No").html();
        assert!(!html.contains("<script") && !html.contains("style=") && !html.contains("<style"), "{html}");
    }
}
