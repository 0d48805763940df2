//! What a reader has done to a tree: opened, closed, gone to, looked for.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::tree::{NODES, Tree};
use super::tree_keys::{self, Step};

/// How many lines are shown at first, and with each "Show more".
const LINES: usize = 300;
/// Letters typed within so many milliseconds are one word.
const WORD: f64 = 500.0;

/// A tree on the page.
#[derive(Clone, Copy)]
pub(crate) struct TreeState {
    pub(crate) tree: StoredValue<Tree>,
    /// The lines that are not as they were to begin with.
    pub(crate) toggled: RwSignal<Vec<usize>>,
    /// The line that has the focus when the tree has it.
    pub(crate) active: RwSignal<usize>,
    /// The line under the pointer.
    pub(crate) hovered: RwSignal<usize>,
    /// What is looked for.
    pub(crate) needle: RwSignal<String>,
    limit: RwSignal<usize>,
    record: StoredValue<(String, &'static [&'static str])>,
    typed: StoredValue<(f64, String)>,
    root: NodeRef<html::Div>,
}

/// A part of a record shows one level more than the whole: its first is only a heading.
fn read(record: &str, only: &[&str], most: usize) -> Option<Tree> {
    Tree::read(record, only, if only.is_empty() { 2 } else { 3 }, most)
}

impl TreeState {
    /// Of the members of `record` named by `only` (all if none), in the element `root`.
    pub(crate) fn new(
        record: String,
        only: &'static [&'static str],
        root: NodeRef<html::Div>,
    ) -> Option<TreeState> {
        let tree = StoredValue::new(read(&record, only, NODES)?);
        let (toggled, limit) = (RwSignal::new(Vec::new()), RwSignal::new(LINES));
        Some(TreeState {
            tree,
            toggled,
            active: RwSignal::new(0),
            hovered: RwSignal::new(0),
            needle: RwSignal::new(String::new()),
            limit,
            record: StoredValue::new((record, only)),
            typed: StoredValue::new((0.0, String::new())),
            root,
        })
    }

    /// The lines on the page, and whether there are more.
    pub(crate) fn shown(self) -> (Vec<usize>, bool) {
        let limit = self.limit.get();
        self.toggled.with(|toggled| self.tree.with_value(|tree| tree.visible(toggled, limit)))
    }

    /// What a key does, pressed at that moment.
    pub(crate) fn step(self, key: &str, moment: f64) -> Option<Step> {
        let (shown, _) = untrack(move || self.shown());
        let here = self.active.get_untracked();
        self.tree.with_value(|tree| {
            let step =
                self.toggled.with_untracked(|toggled| tree_keys::step(tree, &shown, here, toggled, key));
            let mut letters = key.chars();
            match (step, letters.next(), letters.next()) {
                (None, Some(letter), None) if letter.is_alphanumeric() => {
                    self.typed.update_value(|(last, typed)| {
                        if moment - *last > WORD {
                            typed.clear();
                        }
                        (*last, _) = (moment, typed.push(letter));
                    });
                    self.typed.with_value(|(_, typed)| tree_keys::named(tree, &shown, here, typed))
                }
                (step, ..) => step,
            }
        })
    }

    /// Opens line `n`, or closes it.
    pub(crate) fn toggle(self, n: usize) {
        self.toggled.update(|toggled| turn(toggled, n));
    }

    /// Gives the focus to line `n`, which is shown.
    pub(crate) fn go(self, n: usize) {
        self.active.set(n);
        if let Some(line) = self.element(n) {
            let _ = line.focus();
        }
    }

    /// Opens what line `n` is inside of and brings it into view; the focus stays where it is.
    pub(crate) fn reveal(self, n: usize) {
        self.tree.with_value(|tree| {
            self.toggled.update(|toggled| {
                for above in
                    tree.ancestors(n).filter(|above| !tree.is_open(*above, toggled)).collect::<Vec<_>>()
                {
                    turn(toggled, above);
                }
            });
            let (all, _) = self.toggled.with_untracked(|toggled| tree.visible(toggled, usize::MAX));
            let place = all.iter().position(|shown| *shown == n).unwrap_or(0);
            if place >= self.limit.get_untracked() {
                self.limit.set(place + LINES);
            }
        });
        self.active.set(n);
        // The lines that are new are on the page only after this.
        request_animation_frame(move || {
            if let Some(line) = self.element(n) {
                line.scroll_into_view_with_bool(false);
            }
        });
    }

    /// Shows more lines, and reads more of the record when all that were read are shown.
    pub(crate) fn show_more(self) {
        let limit = self.limit.get_untracked();
        let (all, more) = self
            .toggled
            .with_untracked(|toggled| self.tree.with_value(|tree| tree.visible(toggled, usize::MAX)));
        if more && all.len() <= limit {
            let most = self.tree.with_value(|tree| tree.nodes.len()) + NODES;
            if let Some(tree) = self.record.with_value(|(record, only)| read(record, only, most)) {
                self.tree.set_value(tree);
            }
        }
        self.limit.set(limit + LINES);
    }

    fn element(self, n: usize) -> Option<HtmlElement> {
        let found = self.root.get_untracked()?.query_selector(&format!("[data-node='{n}']"));
        found.ok().flatten()?.dyn_into().ok()
    }
}

/// Few lines are turned, so a list of them is the smallest set.
fn turn(toggled: &mut Vec<usize>, n: usize) {
    match toggled.iter().position(|turned| *turned == n) {
        Some(place) => _ = toggled.swap_remove(place),
        None => toggled.push(n),
    }
}
