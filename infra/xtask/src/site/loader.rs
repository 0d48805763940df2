//! What loads the application's later parts, as a piece of the glue.
//!
//! Loader and glue import each other, so neither could be named by its content; and a file less is a request
//! less before the first rows.

use super::split::{GLUE, LOADER};
use anyhow::{Context, Result, bail};

/// The glue with the loader inside it. `names` holds, for each file that the loader asks for, its hashed path.
pub(crate) fn inside(glue: &str, loader: &str, names: &[(String, String)]) -> Result<String> {
    // wasm-bindgen writes one for each function of the loader.
    let (imports, rest): (Vec<&str>, Vec<&str>) =
        glue.lines().partition(|line| line.ends_with(&format!(" from \"{LOADER}\"")));
    // Without a later part, there is nothing to load.
    if imports.is_empty() && names.is_empty() {
        return Ok(glue.to_owned());
    }
    let mut objects = Vec::new();
    for import in imports {
        let object = import.strip_prefix("import * as ").and_then(|rest| rest.split_whitespace().next());
        objects.push(object.with_context(|| format!("`{import}` imports {LOADER} in a new way"))?);
    }
    let Some((first, others)) = objects.split_first() else { bail!("the glue does not import {LOADER}") };
    let (body, exported) = body(loader)?;
    let body = renamed(body, names)?;
    let mut script = rest.join("\n");
    script += &format!("\nconst {first} = (() => {{\n{body}return {{ {} }};\n}})();\n", exported.join(", "));
    for other in others {
        script += &format!("const {other} = {first};\n");
    }
    Ok(script)
}

/// The loader as the body of a function, and the names it exports.
fn body(loader: &str) -> Result<(String, Vec<&str>)> {
    let mut body = String::new();
    let mut exported = Vec::new();
    let mut imports = 0;
    for line in loader.lines() {
        if line.starts_with("import ") && line.contains(GLUE) {
            imports += 1;
            continue;
        }
        let line = match line.strip_prefix("export ") {
            Some(constant) => {
                let name = constant.strip_prefix("const ").and_then(|rest| rest.split_whitespace().next());
                exported.push(name.with_context(|| format!("the loader exports `{constant}`"))?);
                constant
            }
            None => line,
        };
        body.push_str(line);
        body.push('\n');
    }
    if imports != 1 || exported.is_empty() {
        bail!("the loader imports the glue {imports} times and exports {} names", exported.len());
    }
    Ok((body, exported))
}

/// The loader asking for hashed names.
fn renamed(mut body: String, names: &[(String, String)]) -> Result<String> {
    for (file, path) in names {
        let asked = format!("\"./{file}\"");
        if !body.contains(&asked) {
            bail!("the loader never asks for {file}");
        }
        body = body.replace(&asked, &format!("\"{path}\""));
    }
    Ok(body)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE_SCRIPT: &str = r#"import * as import1 from "./loader.js"
import * as import2 from "./loader.js"
function initSync(module) {}"#;
    const LOADER_SCRIPT: &str = r#"import { initSync } from "./app.js";
function load() { return initSync(undefined); }
export const __load_a = load(() => fetch(new URL("./split_a.wasm", import.meta.url)));
export const __load_b = load(() => ({}));"#;

    fn names() -> Vec<(String, String)> {
        vec![("split_a.wasm".to_owned(), "/lazy-a-0.wasm".to_owned())]
    }

    #[test]
    fn the_loader_becomes_a_constant_of_the_glue() {
        let expected = r#"function initSync(module) {}
const import1 = (() => {
function load() { return initSync(undefined); }
const __load_a = load(() => fetch(new URL("/lazy-a-0.wasm", import.meta.url)));
const __load_b = load(() => ({}));
return { __load_a, __load_b };
})();
const import2 = import1;
"#;
        assert_eq!(inside(GLUE_SCRIPT, LOADER_SCRIPT, &names()).unwrap(), expected);
    }

    #[test]
    fn an_application_in_one_part_stays_as_it_is() {
        assert_eq!(inside("function initSync() {}", "", &[]).unwrap(), "function initSync() {}");
    }

    #[track_caller]
    fn refused(glue: &str, loader: &str, expected: &str) {
        assert_eq!(inside(glue, loader, &names()).unwrap_err().to_string(), expected);
    }

    #[test]
    fn what_would_fail_in_the_browser_is_refused() {
        refused("let a;", LOADER_SCRIPT, "the glue does not import ./loader.js");
        let other = LOADER_SCRIPT.replace("split_a", "split_b");
        refused(GLUE_SCRIPT, &other, "the loader never asks for split_a.wasm");
        refused(GLUE_SCRIPT, "let a;", "the loader imports the glue 0 times and exports 0 names");
    }
}
