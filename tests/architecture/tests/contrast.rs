//! Every colour that stands on another can be read: the ratios of WCAG 2.2 over the tokens of the console's
//! style, in both themes.

use std::collections::BTreeMap;

use architecture::root;

/// Text: 4.5 to 1 ([SC 1.4.3](https://www.w3.org/TR/WCAG22/#contrast-minimum)).
const TEXT: f64 = 4.5;
/// Borders of controls, focus, marks: 3 to 1 ([SC 1.4.11](https://www.w3.org/TR/WCAG22/#non-text-contrast)).
const SHAPE: f64 = 3.0;

/// What stands on what in `frontend/style`, and the least ratio.
const PAIRS: &[(&[&str], &[&str], f64)] = &[
    (&["ink", "ink-2", "ink-3"], &["canvas", "surface", "sunken", "accent-weak"], TEXT),
    (&["ink"], &["mark", "info-weak", "error-weak", "denied-weak"], TEXT),
    (&["accent"], &["canvas", "surface", "sunken", "accent-weak"], TEXT),
    (&["accent-hover"], &["canvas", "surface"], TEXT),
    (&["on-accent"], &["accent", "accent-hover"], TEXT),
    (&["denied"], &["denied-weak"], TEXT),
    (&["error"], &["error-weak", "surface", "canvas"], TEXT),
    (&["info"], &["info-weak", "surface", "sunken"], TEXT),
    (&["line-strong", "accent"], &["canvas", "surface"], SHAPE),
];

/// Each token's colour in the light and in the dark theme.
fn tokens() -> BTreeMap<String, [[f64; 3]; 2]> {
    let file = root().join("frontend/style/10-tokens.css");
    let sheet = std::fs::read_to_string(file).expect("the tokens");
    let mut tokens = BTreeMap::new();
    for declaration in sheet.split(';') {
        let Some((name, value)) = declaration.split_once(':') else { continue };
        let Some(name) = name.trim().rsplit("--").next().filter(|_| name.contains("--")) else { continue };
        let Some(colours) = value.trim().strip_prefix("light-dark(") else { continue };
        let Some((light, dark)) = colours.trim_end_matches(')').split_once(',') else { continue };
        if let (Some(light), Some(dark)) = (colour(light.trim()), colour(dark.trim())) {
            tokens.insert(name.trim().to_owned(), [light, dark]);
        }
    }
    tokens
}

/// `#1B1D22` or `#FFF`, as red, green and blue from 0 to 1. `None` for colours that let others through.
fn colour(text: &str) -> Option<[f64; 3]> {
    let digits = text.strip_prefix('#')?;
    let parts: Vec<&str> = match digits.len() {
        3 => (0..3).map(|n| &digits[n..=n]).collect(),
        6 => (0..3).map(|n| &digits[2 * n..2 * n + 2]).collect(),
        _ => return None,
    };
    let part = |text: &str| {
        let value = u8::from_str_radix(text, 16).expect("hexadecimal digits");
        f64::from(if text.len() == 1 { value * 17 } else { value }) / 255.0
    };
    Some([part(parts[0]), part(parts[1]), part(parts[2])])
}

/// <https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>
fn luminance(colour: [f64; 3]) -> f64 {
    let linear = colour.map(|c| if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

/// <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>
fn ratio(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn the_formula_is_that_of_the_standard() {
    let black = [0.0; 3];
    let white = [1.0; 3];
    assert!((ratio(black, white) - 21.0).abs() < 1e-9);
    // The example of WCAG's techniques (G17): #767676 on white is 4.54.
    assert!((ratio(colour("#767676").expect("a colour"), white) - 4.54).abs() < 0.005);
}

#[test]
fn everything_can_be_read_in_both_themes() {
    let tokens = tokens();
    let get = |name: &str| *tokens.get(name).unwrap_or_else(|| panic!("there is no colour --{name}"));
    let mut poor = Vec::new();
    for (over, under, least) in PAIRS {
        for (over, under) in over.iter().flat_map(|over| under.iter().map(move |under| (over, under))) {
            for (theme, n) in [("light", 0), ("dark", 1)] {
                let ratio = ratio(get(over)[n], get(under)[n]);
                if ratio < *least {
                    poor.push(format!("{over} on {under}, {theme}: {ratio:.2} of {least}"));
                }
            }
        }
    }
    assert!(poor.is_empty(), "{}", poor.join("\n"));
}
