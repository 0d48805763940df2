//! How much a browser may have to load, in bytes: an aim, and a limit that fails the tests.

use super::Manifest;
use super::files::Entry;
use crate::setup;
use anyhow::{Result, bail};

struct Budget {
    what: &'static str,
    counts: fn(&Entry) -> bool,
    measure: fn(&Entry) -> u64,
    aim: u64,
    limit: u64,
}

const BUDGETS: [Budget; 6] = [
    Budget { what: "WASM + glue, brotli", counts: is_app, measure: brotli, aim: 200_000, limit: 300_000 },
    Budget { what: "WASM, raw", counts: is_wasm, measure: raw, aim: 800_000, limit: 1_100_000 },
    Budget { what: "CSS, brotli", counts: is_css, measure: brotli, aim: 8_000, limit: 12_000 },
    Budget { what: "index.html, brotli", counts: is_page, measure: brotli, aim: 3_000, limit: 5_000 },
    Budget { what: "icons, brotli", counts: is_icons, measure: brotli, aim: 4_000, limit: 8_000 },
    Budget { what: "fonts", counts: is_font, measure: raw, aim: 52_000, limit: 60_000 },
];

/// Of each part of the application that is loaded when it is first needed.
const LATER: Budget =
    Budget { what: "", counts: Entry::is_later, measure: brotli, aim: 100_000, limit: 150_000 };

/// Prints what each part weighs, and fails if one is over its limit. With rustup's own standard library, which
/// is not made to be small, that is only said: the limits are those of the build that is shipped.
pub(crate) fn check(manifest: &Manifest) -> Result<()> {
    let over = weigh_all(manifest);
    if over.is_empty() {
        return Ok(());
    }
    let sentence = format!("the console is too heavy: {}", over.join("; "));
    if setup::wasm::toolchain()?.compiles_std() {
        bail!("{sentence}");
    }
    println!("{sentence}; some 20 kB of it come from a standard library that was not compiled along");
    Ok(())
}

/// What is over its limit, each as a sentence.
fn weigh_all(manifest: &Manifest) -> Vec<String> {
    let mut over = Vec::new();
    println!("{:<34}{:>10}{:>10}{:>10}", "bytes to load", "is", "aim", "limit");
    let mut row = |what: &str, budget: &Budget, is: u64| {
        println!("{what:<34}{is:>10}{:>10}{:>10}", budget.aim, budget.limit);
        if is > budget.limit {
            over.push(format!("{what} is {is} bytes, the limit is {}", budget.limit));
        }
    };
    for budget in &BUDGETS {
        row(budget.what, budget, weigh(budget, &manifest.files));
    }
    for file in manifest.files.iter().filter(|file| (LATER.counts)(file)) {
        row(&file.name, &LATER, (LATER.measure)(file));
    }
    over
}

fn weigh(budget: &Budget, files: &[Entry]) -> u64 {
    files.iter().filter(|file| (budget.counts)(file)).map(budget.measure).sum()
}

/// All code that every visit loads: the module, the glue and what the glue imports.
fn is_app(file: &Entry) -> bool {
    is_wasm(file) || file.name.ends_with(".js")
}

fn is_wasm(file: &Entry) -> bool {
    file.name.ends_with(".wasm") && !file.is_later()
}

fn is_css(file: &Entry) -> bool {
    file.name.ends_with(".css")
}

fn is_page(file: &Entry) -> bool {
    file.name.ends_with(".html")
}

fn is_icons(file: &Entry) -> bool {
    file.name.ends_with(".svg")
}

fn is_font(file: &Entry) -> bool {
    file.name.ends_with(".woff2")
}

fn raw(file: &Entry) -> u64 {
    file.bytes
}

fn brotli(file: &Entry) -> u64 {
    file.brotli.unwrap_or(file.bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(wasm_brotli: u64) -> Manifest {
        let file = |name: &str, bytes, brotli| Entry {
            name: name.into(),
            bytes,
            brotli,
            content_type: String::new(),
            cache_control: String::new(),
        };
        let files = vec![
            file("app_bg-1.wasm", 900_000, Some(wasm_brotli)),
            file("app-1.js", 30_000, Some(10_000)),
            file("lazy-compare-1.wasm", 400_000, Some(LATER.limit)),
            file("next-1.woff2", 34_000, None),
        ];
        Manifest { inputs: String::new(), files }
    }

    #[test]
    fn the_glue_counts_too() {
        assert_eq!(weigh(&BUDGETS[0], &site(290_000).files), 300_000);
        assert!(weigh_all(&site(290_000)).is_empty());
        assert_eq!(weigh_all(&site(290_001)), ["WASM + glue, brotli is 300001 bytes, the limit is 300000"]);
    }

    #[test]
    fn what_is_loaded_later_has_a_limit_of_its_own() {
        let mut site = site(0);
        site.files[2].brotli = Some(150_001);
        assert_eq!(weigh_all(&site), ["lazy-compare-1.wasm is 150001 bytes, the limit is 150000"]);
    }

    #[test]
    fn what_is_not_compressed_counts_as_it_is() {
        assert_eq!(weigh(&BUDGETS[5], &site(0).files), 34_000);
    }
}
