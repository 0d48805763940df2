//! `index.html`, with the hashed names in place of its `{{PLACEHOLDERS}}`.
//!
//! A placeholder stands for a whole path, `/style-{hash}.css`, because the same page answers every
//! address of the console, however deep.

use super::fonts::Fonts;
use anyhow::{Context, Result, bail};

/// The paths that the page asks for.
#[derive(Debug)]
pub(crate) struct Names {
    pub(crate) style: String,
    pub(crate) boot: String,
    pub(crate) glue: String,
    pub(crate) wasm: String,
    pub(crate) fonts: Option<Fonts>,
}

/// The page of `template`. Where there are no fonts, lines that name one are left out.
pub(crate) fn fill(template: &str, names: &Names) -> Result<String> {
    let mut page = String::new();
    for (number, line) in (1..).zip(template.lines()) {
        if names.fonts.is_none() && line.contains("{{FONT_") {
            continue;
        }
        let line = fill_line(line, names).with_context(|| format!("frontend/index.html:{number}"))?;
        page.push_str(&line);
        page.push('\n');
    }
    for needed in [&names.style, &names.boot, &names.glue, &names.wasm] {
        if !page.contains(needed.as_str()) {
            bail!("frontend/index.html never asks for {needed}: the page could not start");
        }
    }
    Ok(page)
}

fn fill_line(line: &str, names: &Names) -> Result<String> {
    let mut parts = line.split("{{");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once("}}").context("`{{` without `}}`")?;
        if out.ends_with('/') {
            bail!("{{{{{name}}}}} stands for a path that starts with `/`: leave out the one before it");
        }
        out.push_str(path(name, names)?);
        out.push_str(rest);
    }
    Ok(out)
}

fn path<'a>(name: &str, names: &'a Names) -> Result<&'a str> {
    Ok(match (name, &names.fonts) {
        ("STYLE", _) => &names.style,
        ("BOOT", _) => &names.boot,
        ("GLUE", _) => &names.glue,
        ("WASM", _) => &names.wasm,
        ("FONT_NEXT", Some(fonts)) => &fonts.next,
        ("FONT_MONO", Some(fonts)) => &fonts.mono,
        _ => bail!("unknown placeholder {{{{{name}}}}}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = r#"<link rel="preload" href="{{FONT_NEXT}}">
<link rel="stylesheet" href="{{STYLE}}">
<script src="{{BOOT}}" data-glue="{{GLUE}}" data-wasm="{{WASM}}"></script>
"#;

    fn names(fonts: bool) -> Names {
        let [style, boot, glue, wasm] = ["/s.css", "/b.js", "/g.js", "/w.wasm"].map(str::to_owned);
        let fonts = fonts.then(|| Fonts { next: "/n.woff2".into(), mono: "/m.woff2".into() });
        Names { style, boot, glue, wasm, fonts }
    }

    #[test]
    fn placeholders_become_paths() {
        let expected = r#"<link rel="preload" href="/n.woff2">
<link rel="stylesheet" href="/s.css">
<script src="/b.js" data-glue="/g.js" data-wasm="/w.wasm"></script>
"#;
        assert_eq!(fill(TEMPLATE, &names(true)).unwrap(), expected);
        let without = expected.lines().skip(1).map(|line| format!("{line}\n")).collect::<String>();
        assert_eq!(fill(TEMPLATE, &names(false)).unwrap(), without);
    }

    #[track_caller]
    fn refused(template: &str, expected: &str) {
        let error = fill(template, &names(true)).unwrap_err();
        assert_eq!(format!("{error:#}"), expected);
    }

    #[test]
    fn mistakes_are_named() {
        refused("\n{{STILE}}", "frontend/index.html:2: unknown placeholder {{STILE}}");
        refused("{{STYLE", "frontend/index.html:1: `{{` without `}}`");
        refused(
            "/{{STYLE}}",
            "frontend/index.html:1: {{STYLE}} stands for a path that starts with `/`: leave out the one before it",
        );
        refused("{{STYLE}}", "frontend/index.html never asks for /b.js: the page could not start");
    }
}
