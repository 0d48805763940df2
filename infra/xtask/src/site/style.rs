//! The style sheet: `frontend/style/*.css` in name order, its fonts under their hashed names.

use super::fonts::Fonts;
use super::{files_below, read_text};
use anyhow::{Result, bail};
use std::path::Path;

/// All sheets of `folder` as one. Without fonts, the `@font-face` rules are left out, and the page
/// falls back to what the reader's system has.
pub(crate) fn sheet(folder: &Path, fonts: Option<&Fonts>) -> Result<String> {
    let mut sheet = String::new();
    for path in files_below(folder)? {
        sheet.push_str(&read_text(&path)?);
        sheet.push('\n');
    }
    if sheet.is_empty() {
        bail!("frontend/style has no style sheet");
    }
    match fonts {
        Some(fonts) => with_fonts(&sheet, fonts),
        None => Ok(without_font_faces(&sheet)),
    }
}

/// Points `url(next.woff2)` and `url(mono.woff2)`, however quoted, to the hashed files.
fn with_fonts(sheet: &str, fonts: &Fonts) -> Result<String> {
    let mut parts = sheet.split("url(");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let Some((url, rest)) = part.split_once(')') else { bail!("frontend/style: `url(` without `)`") };
        let plain = url.trim().trim_matches(['"', '\'']);
        let url = match plain.rsplit('/').next() {
            Some("next.woff2") => &fonts.next,
            Some("mono.woff2") => &fonts.mono,
            Some(name) if name.ends_with(".woff2") => {
                bail!("frontend/style: no font {name}, there are next.woff2 and mono.woff2")
            }
            _ => url,
        };
        out.push_str(&format!("url({url}){rest}"));
    }
    Ok(out)
}

fn without_font_faces(sheet: &str) -> String {
    let mut parts = sheet.split("@font-face");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |out, part| out + part.split_once('}').map_or("", |(_, rest)| rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHEET: &str = r#"@font-face{src:url(next.woff2) format("woff2")}
@font-face{src:url("../fonts/mono.woff2")}
a{mask:url('/icons.svg#x')}"#;

    fn fonts() -> Fonts {
        Fonts { next: "/next-1.woff2".into(), mono: "/mono-2.woff2".into() }
    }

    #[test]
    fn fonts_get_their_hashed_names() {
        let expected = r#"@font-face{src:url(/next-1.woff2) format("woff2")}
@font-face{src:url(/mono-2.woff2)}
a{mask:url('/icons.svg#x')}"#;
        assert_eq!(with_fonts(SHEET, &fonts()).unwrap(), expected);
    }

    #[test]
    fn without_fonts_nothing_asks_for_them() {
        assert_eq!(without_font_faces(SHEET).trim(), "a{mask:url('/icons.svg#x')}");
    }

    #[test]
    fn a_font_that_is_not_there_is_refused() {
        let error = with_fonts("a{src:url(inter.woff2)}", &fonts()).unwrap_err().to_string();
        assert_eq!(error, "frontend/style: no font inter.woff2, there are next.woff2 and mono.woff2");
    }
}
