//! Finding the article on a page that does not say where it is.
//!
//! Every paragraph has a weight: its letters outside of links. An element weighs what its paragraphs weigh. From the
//! body, the way leads down as long as one child carries most of the weight; there the article is. What is named like
//! a sidebar or a comment section weighs nothing, unless it carries most of the page itself.

use web_sys::{Document, Element, HtmlCollection, Node};

use super::beside::{is_beside, linked_letters, visible_letters};
use super::walk::is_skipped;

/// The share of an element's weight that one child must carry to be gone down to.
const MOST: f64 = 0.7;

/// Letters outside of links below which a block is no paragraph.
const SHORTEST: f64 = 40.0;

/// How much of what was found must be in the element that the publisher calls the article, and how many letters it may
/// add.
const NAMED_PART: f64 = 0.8;
const NAMED_MORE: f64 = 1.12;

/// What publishers call the article, best first.
const NAMES: [&str; 3] = ["[itemprop~='articleBody']", "article, [role='article']", "main, [role='main']"];

/// Tags of paragraphs, and of what holds them.
const PARAGRAPHS: [&str; 6] = ["p", "blockquote", "pre", "li", "dd", "td"];

/// A look for the article, to be taken step by step.
pub struct Look {
    /// Elements still to be weighed, the next one last, each with the index of its parent.
    waiting: Vec<(Element, Option<usize>)>,
    scales: Scales,
}

impl Look {
    /// A look that has not begun.
    #[must_use]
    pub fn new(document: &Document) -> Self {
        let body = document.body().map(|body| (body.into(), None));
        Self { waiting: body.into_iter().collect(), scales: Scales::default() }
    }

    /// Weighs one element; whether there are more.
    pub fn step(&mut self) -> bool {
        let Some((element, parent)) = self.waiting.pop() else { return false };
        let index = self.scales.items.len();
        let item = Item::new(element, parent);
        if !item.is_paragraph {
            let inner: Vec<_> = children(&item.element).filter(|child| !is_skipped(child)).collect();
            self.waiting.extend(inner.into_iter().rev().map(|child| (child, Some(index))));
        }
        self.scales.items.push(item);
        true
    }

    /// The element that holds the article; none where the page has no running text.
    #[must_use]
    pub fn finish(mut self) -> Option<Element> {
        let scales = &mut self.scales;
        scales.add_up();
        let total = scales.items.first()?.raw;
        scales.sift(total);
        let found = scales.descend();
        let item = &scales.items[found];
        if item.kept < SHORTEST {
            return None;
        }
        Some(scales.named(found).unwrap_or_else(|| item.element.clone()))
    }
}

/// The element that holds the article, looked for at once.
#[must_use]
pub fn article(document: &Document) -> Option<Element> {
    let mut look = Look::new(document);
    while look.step() {}
    look.finish()
}

/// An element and what it weighs.
struct Item {
    element: Element,
    parent: Option<usize>,
    is_paragraph: bool,
    /// Whether it is named like something beside the article.
    is_beside: bool,
    /// Index of what publishers call it in [`NAMES`].
    name: Option<usize>,
    /// With all that is in it.
    raw: f64,
    /// Without what stands beside the article.
    kept: f64,
}

impl Item {
    fn new(element: Element, parent: Option<usize>) -> Self {
        let weight = paragraph_weight(&element);
        Self {
            parent,
            is_paragraph: weight.is_some(),
            is_beside: is_beside(&element),
            name: NAMES.iter().position(|name| element.matches(name).unwrap_or(false)),
            raw: weight.unwrap_or(0.0),
            kept: 0.0,
            element,
        }
    }
}

/// Elements in document order, so that a parent stands before its children.
#[derive(Default)]
struct Scales {
    items: Vec<Item>,
}

impl Scales {
    /// Adds up the weights, from the leaves to the body.
    fn add_up(&mut self) {
        for index in (0..self.items.len()).rev() {
            let Item { raw, parent, .. } = self.items[index];
            if let Some(parent) = parent {
                self.items[parent].raw += raw;
            }
        }
    }

    /// Adds up what is kept, from the leaves to the body.
    fn sift(&mut self, total: f64) {
        for index in (0..self.items.len()).rev() {
            let item = &self.items[index];
            let kept = if item.is_paragraph { item.raw } else { item.kept };
            let kept = if item.raw < total / 2.0 && item.is_beside { 0.0 } else { kept };
            let parent = item.parent;
            self.items[index].kept = kept;
            if let Some(parent) = parent {
                self.items[parent].kept += kept;
            }
        }
    }

    fn descend(&self) -> usize {
        let mut at = 0;
        loop {
            let inner = self.items.iter().enumerate().skip(at + 1).filter(|(_, item)| item.parent == Some(at));
            let heaviest = inner.max_by(|a, b| a.1.kept.total_cmp(&b.1.kept));
            match heaviest {
                Some((next, item)) if !item.is_paragraph && item.kept >= MOST * self.items[at].kept => at = next,
                _ => return at,
            }
        }
    }

    /// The element around or in what was found that the publisher calls the article, if it is about the same.
    fn named(&self, found: usize) -> Option<Element> {
        let Item { element, kept, .. } = &self.items[found];
        let letters = visible_letters(element);
        let around = |item: &Item| {
            item.element.contains(Some(element)) && visible_letters(&item.element) <= NAMED_MORE * letters
        };
        let within = |item: &Item| element.contains(Some(&item.element)) && item.kept >= NAMED_PART * kept;
        (0..NAMES.len()).find_map(|name| {
            let called = self.items.iter().filter(|item| item.name == Some(name));
            called.filter(|item| around(item) || within(item)).map(|item| item.element.clone()).next()
        })
    }
}

fn children(element: &Element) -> impl Iterator<Item = Element> {
    let children: HtmlCollection = element.children();
    (0..children.length()).filter_map(move |i| children.item(i))
}

/// What a paragraph weighs; none for an element that only holds others.
fn paragraph_weight(element: &Element) -> Option<f64> {
    let name = element.local_name();
    if name == "a" {
        return Some(0.0);
    }
    let paragraph = PARAGRAPHS.contains(&name.as_str()) && !holds_paragraphs(element);
    if !(paragraph || has_own_text(element)) {
        return None;
    }
    let (letters, linked) = (visible_letters(element), linked_letters(element));
    // Lists are links to elsewhere more often than part of an article.
    let weight = (letters - 2.0 * linked) * if name == "li" { 0.3 } else { 1.0 };
    Some(if weight < SHORTEST { 0.0 } else { weight })
}

fn holds_paragraphs(element: &Element) -> bool {
    element.query_selector("p, div, ul, table, section, article").is_ok_and(|inner| inner.is_some())
}

/// Whether running text stands in the element itself, between inline elements, and no paragraph in it.
fn has_own_text(element: &Element) -> bool {
    let own: f64 = std::iter::successors(element.first_child(), Node::next_sibling)
        .filter(|node| node.node_type() == Node::TEXT_NODE)
        .map(|node| visible_letters(&node))
        .sum();
    own >= SHORTEST && !element.query_selector("p").is_ok_and(|inner| inner.is_some())
}
