//! An article under Newsgloss: read, annotated, painted, hit-tested and watched. Dropping it leaves the page as it was.

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Document, DomRect, Element, Node, Range, Window};

use super::beside;
use super::colors::ForcedColors;
use super::highlight::{Painter, live_range};
use super::layer::{Layer, Stroke};
use super::mark::{Choice, Found, Mark, Source};
use super::memory;
use super::nearby::{MANY, Nearby};
use super::page::PageText;
use super::pointer;
use super::scroll;
use super::slice;
use super::walk::Walk;
use super::watch::Watcher;
use crate::order;

/// One article of the page.
pub struct Attachment {
    window: Window,
    document: Document,
    root: Element,
    choice: Choice,
    /// Whether to leave out what is named like something beside the article.
    sift: bool,
    memory: memory::Shared,
    walk: Option<Walk>,
    /// What was walked through and waits for its annotations.
    unread: Option<PageText>,
    page: PageText,
    found: Found,
    annotations: JsValue,
    marks: Vec<Mark>,
    /// UTF-16 length of the longest mark.
    longest: u32,
    painter: Painter,
    active: Painter,
    watcher: Watcher,
    /// Called when other parts of the article are near the viewport than before, or it is to be painted otherwise.
    moved: Function,
    nearby: Option<Nearby>,
    forced: ForcedColors,
    boxes: Function,
}

impl Attachment {
    /// An article that was not read yet. `changed` is called after each batch of its changes, `moved` when others of its
    /// very many marks are near the viewport than before, or are to be painted otherwise, `boxes` where boxes are to be
    /// drawn.
    pub fn new(
        root: Element,
        choice: Choice,
        sift: bool,
        changed: &Function,
        moved: Function,
        boxes: Function,
    ) -> Result<Self, JsValue> {
        let document = root.owner_document().ok_or("the article is in no document")?;
        let window = document.default_view().ok_or("the article is in no window")?;
        let forced = ForcedColors::new(&window, &moved);
        let [painter, active] = Painter::pair(&window, &document, forced.are_on, &boxes)?;
        let memory = memory::Shared::default();
        let watcher = Watcher::new(&root, &memory, changed)?;
        watcher.look_at(std::iter::once(root.as_ref()), &[])?;
        Ok(Self {
            window,
            document,
            root,
            choice,
            sift,
            memory,
            walk: None,
            unread: None,
            page: PageText::default(),
            found: Found::default(),
            annotations: JsValue::UNDEFINED,
            marks: Vec::new(),
            longest: 0,
            painter,
            active,
            watcher,
            moved,
            nearby: None,
            forced,
            boxes,
        })
    }

    /// Goes on reading the page for so many milliseconds; whether there is more to read.
    pub fn read(&mut self, slice: f64) -> Result<bool, JsValue> {
        let mut walk = self.walk.take().unwrap_or_else(|| {
            let left_out = beside::sieve(self.sift.then_some(&self.root));
            Walk::new(&self.window, &self.root, left_out, &self.memory)
        });
        if slice::work(slice, || Ok(walk.step()))? {
            self.walk = Some(walk);
            return Ok(true);
        }
        let page = PageText::new(walk.finish(), &self.memory);
        let shadows = page.shadows.iter().map(AsRef::<Node>::as_ref);
        self.watcher.look_at(std::iter::once(self.root.as_ref()).chain(shadows), &page.hidden)?;
        self.unread = Some(page);
        Ok(false)
    }

    /// The text that was read, if it is another than the one that was annotated. What is in another language has a text,
    /// and nothing in it is to be named.
    pub fn unread(&self) -> Option<&str> {
        let text = self.unread.as_ref()?.text.as_str();
        let is_new = self.annotations.is_undefined() || text != self.page.text;
        is_new.then(|| if is_english(&self.root) { text } else { "" })
    }

    /// Takes the annotations of what was read, if its text was another.
    pub fn take(&mut self, annotations: JsValue) -> Result<(), JsValue> {
        let Some(page) = self.unread.take() else { return Ok(()) };
        if !annotations.is_undefined() {
            self.found = Found::new(&annotations)?;
            self.annotations = annotations;
        }
        self.page = page;
        self.mark();
        Ok(())
    }

    /// Paints for so many milliseconds; whether there is more to paint.
    pub fn paint(&mut self, slice: f64) -> Result<bool, JsValue> {
        slice::work(slice, || self.painter.paint(&self.page))
    }

    /// Everything found, in the one schema.
    pub fn annotations(&self) -> &JsValue {
        &self.annotations
    }

    /// The article's text, as the offsets count it.
    pub fn text(&self) -> &str {
        &self.page.text
    }

    /// Finds the marks of the choice.
    fn mark(&mut self) {
        self.marks = self.choice.marks(&self.found, &self.page.sections);
        self.longest = self.marks.iter().map(|mark| mark.end - mark.start).max().unwrap_or(0);
    }

    /// Plans to paint the marks; of very many only those near the viewport, unless `all` of them are wanted.
    pub fn plan(&mut self, all: bool) -> Result<(), JsValue> {
        if self.forced.have_changed() {
            [self.painter, self.active] = Painter::pair(&self.window, &self.document, self.forced.are_on, &self.boxes)?;
        }
        let few = self.marks.len() < MANY;
        if few {
            self.nearby = None;
        } else if self.nearby.is_none() {
            self.nearby = Some(Nearby::new(&self.window, &self.moved)?);
        }
        for leaf in self.memory.borrow().leaves() {
            let is_far = !all && self.nearby.as_ref().is_some_and(|nearby| !nearby.is_near(&leaf.element));
            leaf.blocks.iter().for_each(|block| block.is_far.set(is_far));
        }
        let near = self.marks.iter().filter(|mark| !self.page.is_far(mark.start));
        let strokes: Vec<_> = near.map(|&Mark { layer, start, end, .. }| Stroke { layer, start, end }).collect();
        self.painter.plan(&self.page, &strokes)
    }

    /// Paints again what the page has taken away.
    pub fn mend(&mut self) -> Result<(), JsValue> {
        if self.painter.is_whole() {
            return Ok(());
        }
        self.plan(false)?;
        self.paint(f64::INFINITY).map(|_| ())
    }

    /// Shows other kinds or another density.
    pub fn choose(&mut self, choice: Choice) -> Result<(), JsValue> {
        self.choice = choice;
        self.mark();
        self.plan(false)?;
        self.paint(f64::INFINITY).map(|_| ())
    }

    /// What is shown under a point of the viewport: the shortest mark there.
    pub fn at(&self, x: f64, y: f64) -> Result<Option<JsValue>, JsValue> {
        let caret = pointer::caret_at(&self.document, x, y, &self.caret_options()?);
        let offset = caret.and_then(|(node, caret)| self.page.offset_of(&node, caret));
        let hit = offset.map(|offset| self.hit(offset, offset, x, y)).transpose()?.flatten();
        if hit.is_some() {
            return Ok(hit);
        }
        // Firefox is sometimes wrong by a line, WebKit about zoomed text and what is in shadow roots: there all lines of
        // the block are tried.
        let block = match offset {
            Some(offset) => self.page.block_around(offset),
            None if pointer::is_exact(&self.document) => None,
            None => self.block_under(x, y),
        };
        let Some((start, end)) = block else { return Ok(None) };
        self.hit(start, end, x, y)
    }

    /// The shortest of the marks that touch a stretch of the text and cover a point.
    fn hit(&self, start: u32, end: u32, x: f64, y: f64) -> Result<Option<JsValue>, JsValue> {
        let mut near: Vec<&Mark> = self.marks_near(start, end).collect();
        order::by_key(&mut near, |mark| (mark.end - mark.start) as usize);
        for mark in near {
            let boxes = self.line_boxes(mark.start, mark.end)?;
            if boxes.iter().any(|rect| pointer::covers(rect, x, y)) {
                return self.describe(mark).map(Some);
            }
        }
        Ok(None)
    }

    /// Where the text of the element under a point begins and ends.
    fn block_under(&self, x: f64, y: f64) -> Option<(u32, u32)> {
        let element = pointer::element_at(&self.document, x, y)?;
        let known = std::iter::successors(Some(element.clone()), |inner| inner.parent_element()).take(5);
        let leaf = known.into_iter().find_map(|element| self.memory.borrow().recall(&element));
        match leaf {
            Some(leaf) => self.page.extent(|block| leaf.blocks.iter().any(|own| own.id == block.id)),
            None if element.is_same_node(Some(&self.root)) => None,
            None => self.page.extent(|block| block.nodes.iter().any(|node| element.contains(Some(node)))),
        }
    }

    fn caret_options(&self) -> Result<JsValue, JsValue> {
        if self.page.shadows.is_empty() {
            return Ok(JsValue::UNDEFINED);
        }
        let roots: js_sys::Array = self.page.shadows.iter().map(JsValue::from).collect();
        let options = Object::new();
        Reflect::set(&options, &"shadowRoots".into(), &roots)?;
        Ok(options.into())
    }

    /// The marks that touch a stretch of the text.
    fn marks_near(&self, start: u32, end: u32) -> impl Iterator<Item = &Mark> {
        let earliest = start.saturating_sub(self.longest);
        let first = self.marks.partition_point(|mark| mark.start < earliest);
        let started = self.marks[first..].iter().take_while(move |mark| mark.start <= end);
        started.filter(move |mark| start <= mark.end)
    }

    /// The mark as JavaScript sees it: the mention itself, or the deal's passage with the deal's index.
    fn describe(&self, mark: &Mark) -> Result<JsValue, JsValue> {
        let get = |object: &JsValue, key: &str| Reflect::get(object, &key.into());
        let item = |list: &JsValue, i: usize| Reflect::get_u32(list, i as u32);
        match mark.source {
            Source::Mention(i) => item(&get(&self.annotations, "mentions")?, i),
            Source::Deal(i, j) => {
                let deal = item(&get(&self.annotations, "deals")?, i)?;
                let passage = item(&get(&deal, "mentions")?, j)?;
                let found = Object::assign(&Object::new(), passage.unchecked_ref());
                Reflect::set(&found, &"kind".into(), &"deal".into())?;
                Reflect::set(&found, &"deal".into(), &(i as u32).into())?;
                Ok(found.into())
            }
        }
    }

    /// The line boxes of a stretch of the text, in viewport pixels.
    pub fn line_boxes(&self, start: u32, end: u32) -> Result<Vec<DomRect>, JsValue> {
        let mut boxes = Vec::new();
        for Stroke { start, end, .. } in self.page.pieces(&[Stroke { layer: Layer::Active, start, end }]) {
            boxes.append(&mut self.range(start, end)?.as_ref().map(pointer::line_boxes).unwrap_or_default());
        }
        Ok(boxes)
    }

    /// Marks a stretch of the text as the one the reader looks at; `None` takes the mark away.
    pub fn activate(&mut self, stretch: Option<(u32, u32)>) -> Result<(), JsValue> {
        let stroke = stretch.map(|(start, end)| Stroke { layer: Layer::Active, start, end });
        self.active.plan(&self.page, stroke.as_slice())?;
        while self.active.paint(&self.page)? {}
        Ok(())
    }

    /// Scrolls a stretch of the text to the middle of the viewport.
    pub fn scroll_to(&self, start: u32, end: u32) -> Result<(), JsValue> {
        self.range(start, end)?.map_or(Ok(()), |range| scroll::to_middle(&self.window, &range))
    }

    fn range(&self, start: u32, end: u32) -> Result<Option<Range>, JsValue> {
        let place = self.page.locate(start, end);
        place.map(|(start, end)| live_range(&self.document, &start, &end)).transpose()
    }
}

/// Whether the page says nothing else of the article's language.
fn is_english(article: &Element) -> bool {
    let stated = article.closest("[lang]:not([lang=''])").ok().flatten();
    stated.is_none_or(|element| element.matches("[lang|='en' i]").unwrap_or(true))
}
