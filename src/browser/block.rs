//! One block of the page: its text, and the text nodes it stands in.
//!
//! ```text
//! page   <p>President <b>Vol</b>odymyr
//!            Zelenskyy</p>
//! text   President Volodymyr Zelenskyy
//! runs   ├─node 0─┤├1┤├─node 2────────┤
//! ```

use std::cell::Cell;

use web_sys::{Node, Text};

use super::layer::Stroke;

/// A stretch of the text that stands, unit by unit, in one text node.
#[derive(Debug)]
struct Run {
    /// Index into [`Block::nodes`].
    node: usize,
    /// Where it starts in the node's data.
    node_start: u32,
    /// Where it starts in the text.
    start: u32,
    /// One past its end in the text.
    end: u32,
    /// Whether between it and the run before it the page has what is not of the text.
    is_apart: bool,
}

/// A place between two characters of a text node.
pub struct Boundary {
    /// The text node.
    pub node: Text,
    /// UTF-16 code units from its start.
    pub offset: u32,
}

/// A paragraph, headline, caption or list item. All offsets are UTF-16 code units.
#[derive(Debug, Default)]
pub struct Block {
    /// Its own number: no other block of the article has or had it.
    pub id: u32,
    /// Its text.
    pub text: String,
    /// Length of the text.
    pub length: u32,
    /// The text nodes it stands in, in reading order.
    pub nodes: Vec<Text>,
    /// Whether it is far from the viewport, so that nothing of it needs to be painted.
    pub is_far: Cell<bool>,
    runs: Vec<Run>,
    /// Whether the next run will be apart.
    is_parted: bool,
}

impl Block {
    /// An empty block.
    #[must_use]
    pub fn new(id: u32) -> Self {
        Self { id, ..Self::default() }
    }

    /// Adds a character that stands at `at` of the last text node.
    pub fn write(&mut self, c: char, at: u32) {
        let (node, start) = (self.nodes.len().saturating_sub(1), self.length);
        self.space(c);
        match self.runs.last_mut() {
            Some(run) if run.node == node && start - run.start == at - run.node_start => run.end = self.length,
            _ => {
                let is_apart = std::mem::take(&mut self.is_parted);
                self.runs.push(Run { node, node_start: at, start, end: self.length, is_apart });
            }
        }
    }

    /// Parts what is written next from what was: between them stands what is not of the text.
    pub fn part(&mut self) {
        self.is_parted = true;
    }

    /// Adds the parts of a stroke that stand in this block, which begins at `at` of the text, to others.
    pub fn pieces(&self, at: u32, stroke: &Stroke, pieces: &mut Vec<Stroke>) {
        let mut is_first = true;
        for run in self.runs.iter().filter(|run| at + run.start < stroke.end && at + run.end > stroke.start) {
            let (start, end) = (stroke.start.max(at + run.start), stroke.end.min(at + run.end));
            match pieces.last_mut() {
                Some(piece) if !is_first && !run.is_apart => piece.end = end,
                _ => pieces.push(Stroke { start, end, ..*stroke }),
            }
            is_first = false;
        }
    }

    /// Adds a character that stands for what the page has between two others.
    pub fn space(&mut self, c: char) {
        self.text.push(c);
        self.length += c.len_utf16() as u32;
    }

    /// The place in front of a unit.
    #[must_use]
    pub fn before(&self, unit: u32) -> Option<Boundary> {
        self.boundary(unit, unit)
    }

    /// The place behind a unit.
    #[must_use]
    pub fn behind(&self, unit: u32) -> Option<Boundary> {
        self.boundary(unit, unit + 1)
    }

    /// The place at an offset, as the run has it that holds a unit.
    fn boundary(&self, unit: u32, at: u32) -> Option<Boundary> {
        let run = self.runs.get(self.runs.partition_point(|run| run.end <= unit)).filter(|run| run.start <= unit)?;
        Some(Boundary { node: self.nodes.get(run.node)?.clone(), offset: run.node_start + at - run.start })
    }

    /// The offset in the text of a place in a text node; none where the node, or that much of it, is another block's.
    #[must_use]
    pub fn offset_of(&self, node: &Node, offset: u32) -> Option<u32> {
        let index = self.nodes.iter().position(|own| own.is_same_node(Some(node)))?;
        let runs = self.runs.iter().filter(|run| run.node == index);
        let run = runs.take_while(|run| run.node_start <= offset).last()?;
        Some((run.start + offset - run.node_start).min(run.end))
    }
}
