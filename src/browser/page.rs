//! The text of an article as the page shows it, with a map back to its text nodes.
//!
//! ```text
//! page   <p>President <b>Vol</b>odymyr
//!            Zelenskyy</p> <p>said …
//! text   President Volodymyr Zelenskyy⏎said …
//! runs   ├─node 0─┤├1┤├──node 2──────┤ ├─node 3
//! ```
//!
//! Nothing is written to the page. Offsets are UTF-16 code units on both sides of the map. White space is collapsed as
//! a browser renders it; every other character keeps its place in its run, so that what stands under a range of the
//! page reads as what stands in the text.

use js_sys::Map;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlSlotElement, Node, ShadowRoot, Text, Window};

/// What is not article text, wherever it stands inside the article.
const SKIPPED: &str = "script, style, noscript, template, nav, aside, form, button, input, textarea, select, option, \
    svg, math, canvas, audio, video, iframe, object, embed, dialog, rt, rp, \
    [contenteditable]:not([contenteditable='false' i]), [data-newsgloss='off'], [role='navigation'], \
    [role='complementary'], [role='dialog'], [role='search'], [role='toolbar'], \
    [lang]:not([lang='']):not([lang|='en' i]), news-gloss, news-gloss-card, news-gloss-index";

/// Headings, which part an article into sections.
const HEADINGS: &str = "h1, h2, h3, h4, h5, h6, [role='heading']";

/// Levels of elements that are read; deeper ones are no article.
const MAX_DEPTH: usize = 500;

/// A stretch of the text that stands, unit by unit, in one text node.
#[derive(Debug)]
struct Run {
    /// Index into [`PageText::nodes`].
    node: usize,
    /// Where it starts in the node's data.
    node_start: u32,
    /// Where it starts in the text.
    start: u32,
    /// One past its end in the text.
    end: u32,
}

/// A place between two characters of a text node.
pub struct Boundary {
    /// The text node.
    pub node: Text,
    /// UTF-16 code units from its start.
    pub offset: u32,
}

/// The text of an article on the page.
#[derive(Default)]
pub struct PageText {
    /// The text: blocks parted by line feeds.
    pub text: String,
    /// Offsets at which a section starts, ascending.
    pub sections: Vec<u32>,
    /// Elements left out because they are not displayed; they may be one day.
    pub hidden: Vec<Element>,
    /// Open shadow roots the text was read from.
    pub shadows: Vec<ShadowRoot>,
    runs: Vec<Run>,
    nodes: Vec<Text>,
    /// Text node to its index in `nodes`.
    index: Map<JsValue, JsValue>,
}

impl PageText {
    /// Reads the text under an element.
    /// `left_out` tells what else is no article text.
    #[must_use]
    pub fn read(window: &Window, root: &Element, left_out: &dyn Fn(&Element) -> bool) -> Self {
        let mut reader = Reader { window, left_out, page: PageText::default(), len: 0, gap: Gap::None };
        if root.closest(LEFT_ALONE).ok().flatten().is_none() {
            reader.children(root, false, 0);
        }
        reader.page
    }

    /// Where a half-open range of the text stands on the page.
    #[must_use]
    pub fn locate(&self, start: u32, end: u32) -> Option<(Boundary, Boundary)> {
        let first = self.run_at(start)?;
        let last = self.run_at(end.checked_sub(1)?)?;
        let boundary = |run: &Run, at: u32| Boundary {
            node: self.nodes[run.node].clone(),
            offset: run.node_start + at - run.start,
        };
        Some((boundary(first, start), boundary(last, end)))
    }

    /// The offset in the text of a place on the page; none outside the article.
    #[must_use]
    pub fn offset_of(&self, node: &Node, offset: u32) -> Option<u32> {
        let index = self.index.get(node).as_f64()? as usize;
        let first = self.runs.partition_point(|run| run.node < index);
        let runs = self.runs[first..].iter().take_while(|run| run.node == index);
        let run = runs.take_while(|run| run.node_start <= offset).last()?;
        Some((run.start + offset - run.node_start).min(run.end))
    }

    /// The run that holds the character at an offset.
    fn run_at(&self, offset: u32) -> Option<&Run> {
        let next = self.runs.partition_point(|run| run.end <= offset);
        self.runs.get(next).filter(|run| run.start <= offset)
    }
}

/// Whether an element is no article text, whatever its place.
#[must_use]
pub fn is_skipped(element: &Element) -> bool {
    element.matches(SKIPPED).unwrap_or(true) && !(element.local_name() == "form" && is_page_wrapper(element))
}

/// What keeps a whole article from being read: the publisher's switch, and text in another language.
const LEFT_ALONE: &str = "[data-newsgloss='off']";

/// What stands between the last character written and the next one, weakest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    None,
    Space,
    /// One `<br>`: a new block where a sentence has ended, else a space.
    Break,
    Block,
}

/// How an element takes part in the text.
#[derive(PartialEq, Eq)]
enum Flow {
    Inline,
    Block,
    Hidden,
}

/// Walks the tree in the order in which it is displayed.
struct Reader<'w> {
    window: &'w Window,
    left_out: &'w dyn Fn(&Element) -> bool,
    page: PageText,
    /// UTF-16 length of the text so far.
    len: u32,
    gap: Gap,
}

impl Reader<'_> {
    fn children(&mut self, parent: &Node, keeps_lines: bool, depth: usize) {
        let mut child = parent.first_child();
        while let Some(node) = child {
            self.node(&node, keeps_lines, depth);
            child = node.next_sibling();
        }
    }

    fn node(&mut self, node: &Node, keeps_lines: bool, depth: usize) {
        match node.node_type() {
            Node::TEXT_NODE | Node::CDATA_SECTION_NODE => self.text(node.unchecked_ref(), keeps_lines),
            Node::ELEMENT_NODE if depth < MAX_DEPTH => self.element(node.unchecked_ref(), depth),
            _ => {}
        }
    }

    fn element(&mut self, element: &Element, depth: usize) {
        match element.local_name().as_str() {
            "br" => return self.line_break(),
            "wbr" => return,
            _ if is_skipped(element) || is_footnote_mark(element) || (self.left_out)(element) => return,
            _ => {}
        }
        let (flow, keeps_lines) = self.flow(element);
        if flow == Flow::Hidden {
            self.page.hidden.push(element.clone());
            return;
        }
        self.border(&flow);
        if element.matches(HEADINGS).unwrap_or(false) {
            self.page.sections.push(self.len);
        }
        self.content(element, keeps_lines, depth + 1);
        self.border(&flow);
    }

    /// An element's children as displayed: those of its open shadow root, those assigned to a slot, or its own.
    fn content(&mut self, element: &Element, keeps_lines: bool, depth: usize) {
        if let Some(shadow) = element.shadow_root() {
            self.children(&shadow, keeps_lines, depth);
            self.page.shadows.push(shadow);
            return;
        }
        let assigned = element.dyn_ref::<HtmlSlotElement>().map(HtmlSlotElement::assigned_nodes);
        match assigned.filter(|nodes| nodes.length() > 0) {
            Some(nodes) => nodes.iter().for_each(|node| self.node(node.unchecked_ref(), keeps_lines, depth)),
            None => self.children(element, keeps_lines, depth),
        }
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

    fn border(&mut self, flow: &Flow) {
        if *flow == Flow::Block {
            self.gap = Gap::Block;
        }
    }

    fn line_break(&mut self) {
        self.gap = if self.gap >= Gap::Break { Gap::Block } else { Gap::Break };
    }

    fn text(&mut self, node: &Text, keeps_lines: bool) {
        let node_index = self.page.nodes.len();
        let mut at = 0;
        let runs = self.page.runs.len();
        for c in node.data().chars() {
            match c {
                '\n' if keeps_lines => self.gap = Gap::Block,
                ' ' | '\t' | '\n' | '\r' | '\u{c}' => self.gap = self.gap.max(Gap::Space),
                _ => self.write(c, node_index, at),
            }
            at += c.len_utf16() as u32;
        }
        if self.page.runs.len() > runs {
            self.page.index.set(node, &JsValue::from(node_index as u32));
            self.page.nodes.push(node.clone());
        }
    }

    fn write(&mut self, c: char, node: usize, at: u32) {
        self.fill_gap();
        let start = self.len;
        self.page.text.push(c);
        self.len += c.len_utf16() as u32;
        match self.page.runs.last_mut() {
            Some(run) if run.node == node && start - run.start == at - run.node_start => run.end = self.len,
            _ => self.page.runs.push(Run { node, node_start: at, start, end: self.len }),
        }
    }

    fn fill_gap(&mut self) {
        let gap = std::mem::replace(&mut self.gap, Gap::None);
        let ended = || self.page.text.ends_with(['.', '!', '?', ':', '”', '"', '’']);
        let filler = match gap {
            _ if self.page.text.is_empty() => return,
            Gap::None => return,
            Gap::Block => '\n',
            Gap::Break if ended() => '\n',
            Gap::Break | Gap::Space => ' ',
        };
        self.page.text.push(filler);
        self.len += 1;
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
