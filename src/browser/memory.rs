//! What was read of the page, and has not changed since: only changed blocks are read again.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::WeakMap;
use wasm_bindgen::JsValue;
use web_sys::{Element, Node};

use super::block::Block;

/// What an element holds that is displayed as a block and has no other block in it.
#[derive(Clone, Debug)]
pub struct Leaf {
    /// The element.
    pub element: Element,
    /// Its text; more than one block where lines are broken by hand.
    pub blocks: Vec<Rc<Block>>,
    /// Whether it starts a section.
    pub is_heading: bool,
}

/// A memory that the reading and the watching of an article share.
pub type Shared = Rc<RefCell<Memory>>;

/// The leaves of an article. What has left the page is not kept longer than until the next reading.
#[derive(Debug)]
pub struct Memory {
    /// As of the last reading.
    leaves: Vec<Leaf>,
    /// Element to the index of its leaf, which may by now be another's.
    indices: WeakMap<Node, JsValue>,
    /// Text node to the number of its first block.
    nodes: WeakMap<Node, JsValue>,
    last: u32,
    /// How often something was forgotten.
    changes: u32,
}

impl Default for Memory {
    fn default() -> Self {
        Self { leaves: Vec::new(), indices: WeakMap::new_typed(), nodes: WeakMap::new_typed(), last: 0, changes: 0 }
    }
}

impl Memory {
    /// A number that was not given yet.
    pub fn number(&mut self) -> u32 {
        self.last += 1;
        self.last
    }

    /// How often something was forgotten so far: what was read since an earlier count may be stale where it differs.
    #[must_use]
    pub fn changes(&self) -> u32 {
        self.changes
    }

    /// What an element holds, if that has not changed since it was read.
    #[must_use]
    pub fn recall(&self, element: &Element) -> Option<Leaf> {
        let leaf = self.leaves.get(self.indices.get(element).as_f64()? as usize)?;
        leaf.element.is_same_node(Some(element)).then(|| leaf.clone())
    }

    /// Says where among the leaves of the reading under way that of an element will be.
    pub fn expect(&self, element: &Element, index: usize) {
        self.indices.set(element, &(index as u32).into());
    }

    /// Keeps the leaves of a reading that has ended, in place of all else.
    pub fn keep(&mut self, leaves: Vec<Leaf>) {
        self.leaves = leaves;
    }

    /// The leaves as of the last reading.
    #[must_use]
    pub fn leaves(&self) -> &[Leaf] {
        &self.leaves
    }

    /// Remembers the first block that a text node stands in.
    pub fn keep_node(&self, node: &Node, block: u32) {
        self.nodes.set(node, &block.into());
    }

    /// The first block that a text node stands in.
    #[must_use]
    pub fn block_of(&self, node: &Node) -> Option<u32> {
        Some(self.nodes.get(node).as_f64()? as u32)
    }

    /// Forgets what stands around a node that has changed, up to the article.
    pub fn forget(&mut self, node: Node, root: &Node) {
        self.changes = self.changes.wrapping_add(1);
        let mut around = Some(node);
        while let Some(node) = around.filter(|node| !node.is_same_node(Some(root))) {
            self.indices.delete(&node);
            around = node.parent_node();
        }
    }
}
