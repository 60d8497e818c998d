//! The walk over an article's nodes, in the order in which they are displayed, block by block.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlSlotElement, Node, ShadowRoot, Text, Window};

use super::block::Block;
use super::memory::{Leaf, Shared};

/// What is not article text, wherever it stands inside the article.
const SKIPPED: &str = "script, style, noscript, template, nav, aside, form, button, input, textarea, select, option, \
    svg, math, canvas, audio, video, iframe, object, embed, dialog, rt, rp, \
    [contenteditable]:not([contenteditable='false' i]), [data-newsgloss='off'], [role='navigation'], \
    [role='complementary'], [role='dialog'], [role='search'], [role='toolbar'], \
    [lang]:not([lang='']):not([lang|='en' i]), news-gloss, news-gloss-card, news-gloss-index";

/// What keeps a whole article from being read: the publisher's switch.
const LEFT_ALONE: &str = "[data-newsgloss='off']";

/// Headings, which part an article into sections.
const HEADINGS: &str = "h1, h2, h3, h4, h5, h6, [role='heading']";

/// Levels of elements that are read; deeper ones are no article.
const MAX_DEPTH: usize = 500;

/// Whether an element is no article text, whatever its place.
#[must_use]
pub fn is_skipped(element: &Element) -> bool {
    element.matches(SKIPPED).unwrap_or(true) && !(element.local_name() == "form" && is_page_wrapper(element))
}

/// What a walk has found.
#[derive(Default)]
pub struct Findings {
    /// The blocks, in reading order.
    pub blocks: Vec<Rc<Block>>,
    /// How many blocks stand before each section, ascending.
    pub sections: Vec<usize>,
    /// Elements left out because they are not displayed.
    pub hidden: Vec<Element>,
    /// Open shadow roots that were gone through.
    pub shadows: Vec<ShadowRoot>,
}

/// What stands between the last character written and the next one of the block, weakest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    None,
    Space,
    /// One `<br>`: a new block where a sentence has ended, else a space.
    Break,
}

/// How an element takes part in the text.
#[derive(PartialEq, Eq)]
enum Flow {
    Inline,
    Block,
    Hidden,
}

/// An element that is being gone through.
struct Level {
    rest: Rest,
    /// Whether line feeds are line breaks.
    keeps_lines: bool,
    /// None for an inline element.
    border: Option<Border>,
}

/// The nodes of a level that are still to come.
enum Rest {
    Siblings(Option<Node>),
    Listed(std::vec::IntoIter<Node>),
}

impl Rest {
    fn next(&mut self) -> Option<Node> {
        match self {
            Self::Listed(nodes) => nodes.next(),
            Self::Siblings(next) => {
                let node = next.take()?;
                *next = node.next_sibling();
                Some(node)
            }
        }
    }
}

/// An element that is displayed as a block.
struct Border {
    element: Element,
    /// How many blocks stood before it.
    first: usize,
    is_heading: bool,
    /// Whether nothing was found in it so far but inline text.
    is_leaf: bool,
    /// What had changed before it was read.
    changes: u32,
}

/// Tells what else is no article text.
pub type LeftOut = Box<dyn Fn(&Element) -> bool>;

/// A walk, to be taken step by step.
pub struct Walk {
    window: Window,
    left_out: LeftOut,
    memory: Shared,
    found: Findings,
    levels: Vec<Level>,
    /// Leaves in reading order, known ones and new ones.
    leaves: Vec<Leaf>,
    open: Block,
    gap: Gap,
}

impl Walk {
    /// A walk through an article that has not begun. What `memory` knows is not gone through again.
    #[must_use]
    pub fn new(window: &Window, root: &Element, left_out: LeftOut, memory: &Shared) -> Self {
        let found = Findings::default();
        let open = Block::new(memory.borrow_mut().number());
        let (levels, leaves, gap) = (Vec::new(), Vec::new(), Gap::None);
        let (window, memory) = (window.clone(), memory.clone());
        let mut walk = Self { window, left_out, memory, found, levels, leaves, open, gap };
        if root.closest(LEFT_ALONE).ok().flatten().is_none() {
            walk.enter(Rest::Siblings(root.first_child()), false, None);
        }
        walk
    }

    /// Goes on by one node; whether there is more.
    pub fn step(&mut self) -> bool {
        let Some(level) = self.levels.last_mut() else { return false };
        let keeps_lines = level.keeps_lines;
        match level.rest.next() {
            None => self.leave(),
            Some(node) => match node.node_type() {
                Node::TEXT_NODE | Node::CDATA_SECTION_NODE => self.text(node.unchecked_ref(), keeps_lines),
                Node::ELEMENT_NODE if self.levels.len() < MAX_DEPTH => self.element(node.unchecked_ref()),
                _ => {}
            },
        }
        true
    }

    /// Ends the walk; what was not seen is not remembered any longer.
    #[must_use]
    pub fn finish(mut self) -> Findings {
        self.close();
        self.memory.borrow_mut().keep(self.leaves);
        self.found
    }

    fn element(&mut self, element: &Element) {
        let known = self.memory.borrow().recall(element);
        if let Some(leaf) = known {
            return self.pass(leaf);
        }
        match element.local_name().as_str() {
            "br" => return self.line_break(),
            "wbr" => return,
            _ if is_skipped(element) || is_footnote_mark(element) || (self.left_out)(element) => {
                return self.open.part();
            }
            _ => {}
        }
        let (flow, keeps_lines) = self.flow(element);
        if flow == Flow::Hidden {
            self.open.part();
            self.no_leaf();
            self.found.hidden.push(element.clone());
            return;
        }
        let border = (flow == Flow::Block).then(|| self.border(element));
        let rest = self.content(element);
        self.enter(rest, keeps_lines, border);
    }

    /// Takes what is known of an element without going through it.
    fn pass(&mut self, leaf: Leaf) {
        self.no_leaf();
        self.close();
        if leaf.is_heading {
            self.found.sections.push(self.found.blocks.len());
        }
        self.found.blocks.extend(leaf.blocks.iter().cloned());
        self.keep(leaf);
    }

    fn keep(&mut self, leaf: Leaf) {
        self.memory.borrow().expect(&leaf.element, self.leaves.len());
        self.leaves.push(leaf);
    }

    /// The border of an element that is displayed as a block.
    fn border(&mut self, element: &Element) -> Border {
        self.no_leaf();
        self.close();
        let first = self.found.blocks.len();
        let is_heading = element.matches(HEADINGS).unwrap_or(false);
        if is_heading {
            self.found.sections.push(first);
        }
        Border { element: element.clone(), first, is_heading, is_leaf: true, changes: self.memory.borrow().changes() }
    }

    fn enter(&mut self, rest: Rest, keeps_lines: bool, border: Option<Border>) {
        self.levels.push(Level { rest, keeps_lines, border });
    }

    fn leave(&mut self) {
        let Some(border) = self.levels.pop().and_then(|level| level.border) else { return };
        self.close();
        let Border { element, first, is_heading, is_leaf, changes } = border;
        let is_current = changes == self.memory.borrow().changes();
        if is_leaf && is_current {
            let blocks = self.found.blocks[first..].to_vec();
            self.keep(Leaf { element, blocks, is_heading });
        }
    }

    /// What is displayed as a block around here has more in it than text.
    fn no_leaf(&mut self) {
        if let Some(border) = self.levels.iter_mut().rev().find_map(|level| level.border.as_mut()) {
            border.is_leaf = false;
        }
    }

    /// An element's children as displayed: those of its open shadow root, those assigned to a slot, or its own.
    fn content(&mut self, element: &Element) -> Rest {
        if let Some(shadow) = element.shadow_root() {
            let first = shadow.first_child();
            self.no_leaf();
            self.found.shadows.push(shadow);
            return Rest::Siblings(first);
        }
        if element.local_name() == "slot" {
            let assigned: Vec<_> = element.unchecked_ref::<HtmlSlotElement>().assigned_nodes().iter().collect();
            if !assigned.is_empty() {
                let nodes: Vec<Node> = assigned.into_iter().map(JsCast::unchecked_into).collect();
                self.no_leaf();
                return Rest::Listed(nodes.into_iter());
            }
        }
        Rest::Siblings(element.first_child())
    }

    /// How the element is laid out, and whether line feeds in it are line breaks.
    fn flow(&self, element: &Element) -> (Flow, bool) {
        let Some(style) = self.window.get_computed_style(element).ok().flatten() else { return (Flow::Inline, false) };
        let property = |name| style.get_property_value(name).unwrap_or_default();
        let flow = match property("display").as_str() {
            "none" => Flow::Hidden,
            "contents" => Flow::Inline,
            display if display.starts_with("inline") || display.starts_with("ruby") => Flow::Inline,
            _ if property("float") != "none" && is_drop_cap(element) => Flow::Inline,
            _ => Flow::Block,
        };
        (flow, property("white-space").starts_with("pre"))
    }

    fn line_break(&mut self) {
        if self.gap == Gap::Break {
            self.close();
        } else {
            self.gap = Gap::Break;
        }
    }

    fn text(&mut self, node: &Text, keeps_lines: bool) {
        let mut at = 0;
        let mut first = None;
        for c in node.data().chars() {
            match c {
                '\n' if keeps_lines => self.close(),
                ' ' | '\t' | '\n' | '\r' | '\u{c}' => self.gap = self.gap.max(Gap::Space),
                _ => {
                    self.fill_gap();
                    self.stand_in(node, &mut first);
                    self.open.write(c, at);
                }
            }
            at += c.len_utf16() as u32;
        }
    }

    /// Makes a text node the last of the open block. `first` is the last block that it was made part of.
    fn stand_in(&mut self, node: &Text, block: &mut Option<u32>) {
        if *block != Some(self.open.id) {
            if block.is_none() {
                self.memory.borrow().keep_node(node, self.open.id);
            }
            *block = Some(self.open.id);
            self.open.nodes.push(node.clone());
        }
    }

    fn fill_gap(&mut self) {
        let gap = std::mem::replace(&mut self.gap, Gap::None);
        match gap {
            _ if self.open.text.is_empty() => {}
            Gap::None => {}
            Gap::Break if self.open.text.ends_with(['.', '!', '?', ':', '”', '"', '’']) => self.close(),
            Gap::Break | Gap::Space => self.open.space(' '),
        }
    }

    /// Ends the open block and opens the next.
    fn close(&mut self) {
        self.gap = Gap::None;
        if self.open.length > 0 {
            let next = Block::new(self.memory.borrow_mut().number());
            self.found.blocks.push(Rc::new(std::mem::replace(&mut self.open, next)));
        }
    }
}

/// Whether a form wraps the page, as some publishing systems have it, and is no form to fill in.
fn is_page_wrapper(form: &Element) -> bool {
    form.query_selector_all("p").is_ok_and(|paragraphs| paragraphs.length() >= 3)
}

/// "¹" or "[2]" behind a word: a superscript that links elsewhere.
fn is_footnote_mark(element: &Element) -> bool {
    element.local_name() == "sup" && element.query_selector("a").is_ok_and(|link| link.is_some())
}

/// A floating first letter, which belongs to the word behind it.
fn is_drop_cap(element: &Element) -> bool {
    element.text_content().is_some_and(|text| text.trim().chars().count() <= 2)
}
