//! The forms in which values leave the page by way of the clipboard: for a shell, for Markdown, for a
//! spreadsheet. Each keeps text of an event from meaning anything there.

/// One word for a POSIX shell.
pub(crate) fn shell(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// The command that asks AWS for the event with that id.
pub(crate) fn lookup_command(id: &str, region: Option<&str>) -> String {
    // As JSON, for the short form gives commas and quotation marks a meaning.
    let value = serde_json::Value::from(id);
    let attributes = shell(&format!(r#"[{{"AttributeKey":"EventId","AttributeValue":{value}}}]"#));
    let region = region.map(|region| format!(" --region {}", shell(region))).unwrap_or_default();
    format!("aws cloudtrail lookup-events{region} --lookup-attributes {attributes}")
}

/// The cell of a Markdown table that shows `text` as it is: on one line, with nothing that is markup, a
/// link or the next cell.
pub(crate) fn markdown(text: &str) -> String {
    let mut cell = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' | '\t' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => cell.push(' '),
            _ => {
                // `https:`, `a@b` and `www.` would be links.
                if "\\`*_[]<>|~&:@$!#".contains(c) || (c == '.' && cell.ends_with("www")) {
                    cell.push('\\');
                }
                cell.push(c);
            }
        }
    }
    cell
}

/// A table's line in Markdown.
pub(crate) fn markdown_row<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    let cells: Vec<String> = cells.into_iter().map(markdown).collect();
    format!("| {} |\n", cells.join(" | "))
}

/// A line of CSV as the download writes it, but for the end of the line: every field quoted, and behind a `'` when a spreadsheet would
/// calculate it.
pub(crate) fn csv_row<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    let field = |text: &str| {
        let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\0', '＝', '＋', '－', '＠']);
        format!("\"{}{}\"", if formula { "'" } else { "" }, text.replace('"', "\"\""))
    };
    let cells: Vec<String> = cells.into_iter().map(field).collect();
    cells.join(",") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shell_sees_one_word() {
        assert_eq!(shell("a'; rm -rf / #"), r"'a'\''; rm -rf / #'");
        assert_eq!(
            lookup_command("8f2c-1", Some("us-west-2")),
            r#"aws cloudtrail lookup-events --region 'us-west-2' --lookup-attributes '[{"AttributeKey":"EventId","AttributeValue":"8f2c-1"}]'"#
        );
        let hostile = lookup_command("$(id)`id`'\",x", None);
        assert!(hostile.ends_with(r#"AttributeValue":"$(id)`id`'\''\",x"}]'"#), "{hostile}");
    }

    #[test]
    fn markdown_shows_what_was_meant() {
        for (text, expected) in [
            ("a|b", r"a\|b"),
            (r"a\|b", r"a\\\|b"),
            ("[x](javascript:1)", r"\[x\](javascript\:1)"),
            ("<b>`id`", r"\<b\>\`id\`"),
            ("https://www.x.example\n# h", r"https\://www\.x.example \# h"),
            ("203.0.113.7", "203.0.113.7"),
        ] {
            assert_eq!(markdown(text), expected, "{text}");
        }
        assert_eq!(markdown_row(["a", "b|"]), "| a | b\\| |\n");
    }

    #[test]
    fn a_spreadsheet_calculates_nothing() {
        assert_eq!(csv_row(["=1+1", "a\"b", "-2", "x"]), "\"'=1+1\",\"a\"\"b\",\"'-2\",\"x\"\n");
    }
}
