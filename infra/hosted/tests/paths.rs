//! CloudFront asks of each function what it answers: the template's patterns and the routers' paths.

use std::path::Path;

use serde_json::Value;

/// The origin that the distribution asks for `path`: that of the first pattern that fits.
fn origin(path: &str) -> String {
    let template = Path::new(env!("CARGO_MANIFEST_DIR")).join("../template.yaml");
    let template: Value = serde_saphyr::from_str(&std::fs::read_to_string(template).unwrap()).unwrap();
    let distribution = &template["Resources"]["Distribution"]["Properties"]["DistributionConfig"];
    let behaviors = distribution["CacheBehaviors"].as_array().unwrap();
    let first = behaviors.iter().find(|behavior| fits(path, behavior["PathPattern"].as_str().unwrap()));
    let behavior = first.unwrap_or(&distribution["DefaultCacheBehavior"]);
    behavior["TargetOriginId"].as_str().unwrap().to_owned()
}

/// Whether a pattern of CloudFront fits: `*` is any run of characters, slashes included.
fn fits(path: &str, pattern: &str) -> bool {
    let (first, rest) = pattern.split_once('*').unwrap_or((pattern, ""));
    let Some(tail) = path.strip_prefix(first) else { return false };
    match pattern.contains('*') {
        false => tail.is_empty(),
        true => (0..=tail.len()).any(|at| tail.is_char_boundary(at) && fits(&tail[at..], rest)),
    }
}

#[test]
fn each_path_leads_to_the_function_that_answers_it() {
    let [history, insight] = api::paths();
    assert!(history.len() > 4 && insight.len() > 4);
    for path in history {
        assert_eq!(origin(&path.replace("{id}", "1b9c-a.b")), "api", "{path}");
    }
    for path in insight {
        assert_eq!(origin(&path.replace(['{', '}'], "")), "insight", "{path}");
    }
}

#[test]
fn other_paths_lead_elsewhere() {
    for (path, expected) in
        [("/auth/login", "sign-in"), ("/events/x/chain", "site"), ("/", "site"), ("/api", "site")]
    {
        assert_eq!(origin(path), expected, "{path}");
    }
}

#[test]
fn stars_fit_slashes_too() {
    assert!(fits("/api/events/a/b/chain", "/api/events/*/chain") && !fits("/api/event", "/api/events*"));
    assert!(fits("/api/me", "/api/me") && !fits("/api/me2", "/api/me"));
}
