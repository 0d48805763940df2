//! Filter to text: the canonical form, which parses to the same filter.

use std::fmt;

use super::{Filter, Key, Term, Test, Value, quote};

impl fmt::Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, term) in self.terms.iter().enumerate() {
            let space = if n == 0 { "" } else { " " };
            write!(f, "{space}{term}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.negated { "-" } else { "" })?;
        match &self.test {
            Test::Key(key, values) => {
                write!(f, "{}:", key.name())?;
                // A bare slash in `ip:` makes a block.
                write_values(f, values, |text| *key != Key::Ip || !text.contains('/'))
            }
            Test::Path(path, values) => {
                f.write_str("@")?;
                quote::write(f, path, !path.contains(':'))?;
                f.write_str(":")?;
                write_values(f, values, |_| true)
            }
            Test::Text(text) => quote::write(f, text, !text.contains(':') && !text.starts_with(['-', '@'])),
        }
    }
}

/// `bare`: whether a whole value may stand without quotes if its characters allow it.
fn write_values(f: &mut fmt::Formatter<'_>, values: &[Value], bare: impl Fn(&str) -> bool) -> fmt::Result {
    // Sessions are sorted last.
    for (n, value) in values.iter().enumerate() {
        f.write_str(if n == 0 || matches!(value, Value::Session(_)) { "" } else { "," })?;
        match value {
            Value::Exact(text) => quote::write(f, text, bare(text))?,
            Value::Pattern(pattern) => quote::write_pattern(f, pattern)?,
            Value::Cidr(block) => write!(f, "{block}")?,
            Value::Session(_) => {}
        }
    }
    Ok(())
}
