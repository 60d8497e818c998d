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

/// The element that holds the article; none where the page has no running text.
#[must_use]
pub fn article(document: &Document) -> Option<Element> {
    let body: Element = document.body()?.into();
    let mut scales = Scales::default();
    scales.weigh(&body, None);
    let total = scales.items.first()?.raw;
    scales.sift(total);
    let found = scales.descend();
    let item = &scales.items[found];
    if item.kept < SHORTEST {
        return None;
    }
    Some(scales.named(found).unwrap_or_else(|| item.element.clone()))
}

/// An element and what it weighs.
struct Item {
    element: Element,
    parent: Option<usize>,
    is_paragraph: bool,
    /// With all that is in it.
    raw: f64,
    /// Without what stands beside the article.
    kept: f64,
}

/// Elements in document order, so that a parent stands before its children.
#[derive(Default)]
struct Scales {
    items: Vec<Item>,
}

impl Scales {
    fn weigh(&mut self, element: &Element, parent: Option<usize>) -> f64 {
        let index = self.items.len();
        let weight = paragraph_weight(element);
        let is_paragraph = weight.is_some();
        let raw = weight.unwrap_or(0.0);
        self.items.push(Item { element: element.clone(), parent, is_paragraph, raw, kept: 0.0 });
        if !is_paragraph {
            let raw = children(element).filter(|child| !is_skipped(child)).map(|c| self.weigh(&c, Some(index))).sum();
            self.items[index].raw = raw;
        }
        self.items[index].raw
    }

    /// Adds up what is kept, from the leaves to the body.
    fn sift(&mut self, total: f64) {
        for index in (0..self.items.len()).rev() {
            let item = &self.items[index];
            let kept = if item.is_paragraph { item.raw } else { item.kept };
            let kept = if item.raw < total / 2.0 && is_beside(&item.element) { 0.0 } else { kept };
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
        NAMES.iter().find_map(|name| {
            let called = self.items.iter().filter(|item| item.element.matches(name).unwrap_or(false));
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
