//! What the keys of a tree do: pure, so that it is tested natively.

use super::tree::Tree;

/// What a key does.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// Moves the focus to a line.
    Go(usize),
    /// Opens a line, or closes it.
    Toggle(usize),
    /// Nothing that moves.
    Stay,
}

/// What `key` does on line `here`, when the lines of `shown` are.
pub(crate) fn step(tree: &Tree, shown: &[usize], here: usize, toggled: &[usize], key: &str) -> Option<Step> {
    let place = shown.iter().position(|n| *n == here)?;
    let go = |place: usize| shown.get(place).map(|n| Step::Go(*n));
    let toggle = || Some(Step::Toggle(here));
    let open = tree.is_open(here, toggled);
    match key {
        "ArrowDown" => go(place + 1),
        "ArrowUp" => place.checked_sub(1).and_then(go),
        "Home" => go(0),
        "End" => go(shown.len() - 1),
        "Enter" | " " if tree.is_parent(here) => toggle(),
        "ArrowRight" if open => go(place + 1),
        "ArrowRight" if tree.is_parent(here) => toggle(),
        "ArrowLeft" if open => toggle(),
        "ArrowLeft" => tree.nodes[here].parent.map(Step::Go),
        _ => None,
    }
}

/// The next line of `shown` whose key begins with what was `typed`; one letter looks behind `here` only.
pub(crate) fn named(tree: &Tree, shown: &[usize], here: usize, typed: &str) -> Option<Step> {
    let place = shown.iter().position(|n| *n == here)?;
    let first = place + usize::from(typed.chars().count() == 1);
    let order = shown[first.min(shown.len())..].iter().chain(&shown[..place]);
    let begins = |n: &&usize| {
        let start = tree.nodes[**n].key.as_deref().and_then(|key| key.get(..typed.len()));
        start.is_some_and(|start| start.eq_ignore_ascii_case(typed))
    };
    order.into_iter().find(begins).map(|n| Step::Go(*n))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree() -> Tree {
        Tree::read(r#"{"a":{"b":1,"cat":{"d":2}},"Cow":3,"cat2":"한"}"#, &[], 2, 100).unwrap()
    }

    #[track_caller]
    fn check(here: usize, key: &str, expected: Option<Step>) {
        let tree = tree();
        let (shown, _) = tree.visible(&[], 100);
        assert_eq!(step(&tree, &shown, here, &[], key), expected, "{key}");
    }

    #[test]
    fn the_keys_of_a_tree() {
        use Step::{Go, Toggle};
        check(0, "ArrowDown", Some(Go(1)));
        check(0, "ArrowUp", None);
        check(2, "ArrowDown", Some(Go(4)));
        check(1, "ArrowLeft", Some(Go(0)));
        check(0, "ArrowLeft", Some(Toggle(0)));
        check(0, "ArrowRight", Some(Go(1)));
        check(2, "ArrowRight", Some(Toggle(2)));
        check(1, "ArrowRight", None);
        check(0, "End", Some(Go(5)));
        check(4, "Home", Some(Go(0)));
        check(2, "Enter", Some(Toggle(2)));
        check(4, " ", None);
        check(4, "x", None);
    }

    #[test]
    fn typing_leads_to_a_key_that_begins_so() {
        let tree = tree();
        let (shown, _) = tree.visible(&[], 100);
        let named = |here, typed| named(&tree, &shown, here, typed);
        assert_eq!(named(0, "c"), Some(Step::Go(2)));
        assert_eq!(named(2, "c"), Some(Step::Go(4)));
        assert_eq!(named(5, "c"), Some(Step::Go(2)));
        assert_eq!(named(4, "ca"), Some(Step::Go(5)));
        assert_eq!(named(2, "cat"), Some(Step::Go(2)));
        assert_eq!(named(0, "z"), None);
        assert_eq!(named(0, "한"), None);
    }
}
