//! The text of a policy.

use std::collections::BTreeMap;

use super::Action;

/// A policy that allows `actions` on their resources: a statement for each set of resources, sorted. Empty if
/// there are none, for IAM takes no policy without a statement. Without white space unless it is `pretty`.
pub(super) fn document(actions: &[Action], pretty: bool) -> String {
    let mut sets: BTreeMap<&[String], Vec<&str>> = BTreeMap::new();
    for action in actions {
        sets.entry(&action.resources).or_default().push(&action.action);
    }
    let mut statements: Vec<_> = sets.into_iter().map(|(resources, actions)| (actions, resources)).collect();
    statements.sort();
    if statements.is_empty() {
        return String::new();
    }
    let (line, space) = if pretty { ("\n", " ") } else { ("", "") };
    let indent = |depth: usize| if pretty { "  ".repeat(depth) } else { String::new() };
    let list = |texts: &mut dyn Iterator<Item = &str>| {
        let quoted: Vec<String> = texts.map(|text| indent(4) + &quoted(text)).collect();
        format!("[{line}{}{line}{}]", quoted.join(&format!(",{line}")), indent(3))
    };
    let statement = |(actions, resources): &(Vec<&str>, &[String])| {
        let actions = list(&mut actions.iter().copied());
        let resources = match resources {
            [any] if any == "*" => quoted("*"),
            _ => list(&mut resources.iter().map(String::as_str)),
        };
        let in_it = format!("{line}{}", indent(3));
        format!(
            "{0}{{{in_it}\"Effect\":{space}\"Allow\",{in_it}\"Action\":{space}{actions},{in_it}\"Resource\":{space}{resources}{line}{0}}}",
            indent(2)
        )
    };
    let statements: Vec<String> = statements.iter().map(statement).collect();
    format!(
        "{{{line}{0}\"Version\":{space}\"2012-10-17\",{line}{0}\"Statement\":{space}[{line}{1}{line}{0}]{line}}}",
        indent(1),
        statements.join(&format!(",{line}"))
    )
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}
