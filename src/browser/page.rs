//! The text of an article as the page shows it, with a map back to its text nodes.
//!
//! Nothing is written to the page. The text is its blocks, parted by line feeds. White space is collapsed as a browser
//! renders it; every other character keeps its place, so that what stands under a range of the page reads as what
//! stands in the text. Offsets are UTF-16 code units on both sides of the map.

use std::rc::Rc;

use web_sys::{Element, Node, ShadowRoot};

use super::block::{Block, Boundary};
use super::layer::Stroke;
use super::memory::Shared;
use super::walk::Findings;

/// A block in its place in the text.
#[derive(Debug)]
struct Placed {
    start: u32,
    block: Rc<Block>,
}

/// Two places of the text as blocks have them: they stay the same while what stands before them changes.
pub type Anchor = [(u32, u32); 2];

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
    blocks: Vec<Placed>,
    memory: Shared,
}

impl PageText {
    /// The text that a walk has found.
    #[must_use]
    pub fn new(found: Findings, memory: &Shared) -> Self {
        let mut page = Self { hidden: found.hidden, shadows: found.shadows, memory: memory.clone(), ..Self::default() };
        let mut ends = vec![0];
        for block in found.blocks {
            ends.push(page.place(block));
        }
        page.sections = found.sections.into_iter().map(|blocks_before| ends[blocks_before]).collect();
        page
    }

    /// Puts a block behind the others; gives where it ends.
    fn place(&mut self, block: Rc<Block>) -> u32 {
        let end = self.blocks.last().map(|last| last.start + last.block.length);
        let start = end.map_or(0, |end| end + 1);
        if end.is_some() {
            self.text.push('\n');
        }
        self.text.push_str(&block.text);
        let end = start + block.length;
        self.blocks.push(Placed { start, block });
        end
    }

    /// Where a half-open range of the text stands on the page.
    #[must_use]
    pub fn locate(&self, start: u32, end: u32) -> Option<(Boundary, Boundary)> {
        let [first, last] = [self.block_at(start)?, self.block_at(end.checked_sub(1)?)?];
        Some((first.block.before(start - first.start)?, last.block.behind(end - 1 - last.start)?))
    }

    /// Parts strokes where the page has, between or above their words, what is not of the text: annotations of ruby,
    /// numbers of footnotes.
    #[must_use]
    pub fn pieces(&self, strokes: &[Stroke]) -> Vec<Stroke> {
        let mut pieces = Vec::new();
        for stroke in strokes {
            let first = self.blocks.partition_point(|placed| placed.start + placed.block.length <= stroke.start);
            for placed in self.blocks[first..].iter().take_while(|placed| placed.start < stroke.end) {
                placed.block.pieces(placed.start, stroke, &mut pieces);
            }
        }
        pieces
    }

    /// A half-open range of the text by its blocks.
    #[must_use]
    pub fn anchor(&self, start: u32, end: u32) -> Option<Anchor> {
        let anchor = |unit: u32| self.block_at(unit).map(|placed| (placed.block.id, unit - placed.start));
        Some([anchor(start)?, anchor(end.checked_sub(1)?)?])
    }

    /// Whether a range of the text begins far from the viewport.
    #[must_use]
    pub fn is_far(&self, start: u32) -> bool {
        self.block_at(start).is_some_and(|placed| placed.block.is_far.get())
    }

    /// The offset in the text of a place on the page; none outside the article.
    #[must_use]
    pub fn offset_of(&self, node: &Node, offset: u32) -> Option<u32> {
        let number = self.memory.borrow().block_of(node)?;
        let first = self.blocks.iter().position(|placed| placed.block.id == number)?;
        // A text node that keeps its line feeds stands in several blocks.
        let blocks = self.blocks[first..].iter().map_while(|p| Some(p.start + p.block.offset_of(node, offset)?));
        blocks.last()
    }

    /// Where the block around an offset begins and ends.
    #[must_use]
    pub fn block_around(&self, offset: u32) -> Option<(u32, u32)> {
        let placed = self.block_at(offset).or_else(|| self.block_at(offset.checked_sub(1)?))?;
        Some((placed.start, placed.start + placed.block.length))
    }

    /// Where the first block of those that fit begins, and the last of those that follow it ends.
    #[must_use]
    pub fn extent(&self, fits: impl Fn(&Block) -> bool) -> Option<(u32, u32)> {
        let mut blocks = self.blocks.iter().skip_while(|placed| !fits(&placed.block));
        let first = blocks.next()?;
        let last = blocks.take_while(|placed| fits(&placed.block)).last().unwrap_or(first);
        Some((first.start, last.start + last.block.length))
    }

    /// The block that holds the character at an offset.
    fn block_at(&self, offset: u32) -> Option<&Placed> {
        let next = self.blocks.partition_point(|placed| placed.start + placed.block.length <= offset);
        self.blocks.get(next).filter(|placed| placed.start <= offset)
    }
}
