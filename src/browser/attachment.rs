//! An article under Newsgloss: read, annotated, painted, hit-tested and watched. Dropping it leaves the page as it was.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use js_sys::{Function, Object, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::{Document, DomRect, Element, Node, Range, ScrollBehavior, ScrollToOptions, Window};

use super::beside;
use super::highlight::{Layer, Painter, live_range};
use super::mark::{Choice, Mark, Source};
use super::page::PageText;
use super::pointer;
use super::watch::Watcher;
use crate::annotation::Annotations;

/// The core with its packs, as a function of the text.
pub type Annotate = Rc<dyn Fn(&str) -> Annotations>;

/// One article of the page.
pub struct Attachment {
    window: Window,
    document: Document,
    root: Element,
    annotate: Annotate,
    choice: Choice,
    sift: bool,
    page: PageText,
    found: Annotations,
    annotations: JsValue,
    marks: Vec<Mark>,
    /// UTF-16 length of the longest mark.
    longest: u32,
    painter: Painter,
    active: Painter,
    watcher: Option<Watcher>,
}

impl Attachment {
    /// Reads, annotates and paints the article under `root`, and keeps up with it. `changed` is called after each
    /// later reading that found another text.
    pub fn new(
        root: Element,
        annotate: Annotate,
        choice: Choice,
        sift: bool,
        changed: Option<Function>,
    ) -> Result<Rc<RefCell<Self>>, JsValue> {
        let document = root.owner_document().ok_or("the article is in no document")?;
        let window = document.default_view().ok_or("the article is in no window")?;
        let (painter, active) = (Painter::new(&window, &document)?, Painter::new(&window, &document)?);
        let (page, found) = (PageText::default(), Annotations::default());
        let annotations = JsValue::UNDEFINED;
        let (marks, longest) = (Vec::new(), 0);
        let watcher = None;
        let mut attachment = Self {
            window,
            document,
            root,
            annotate,
            choice,
            sift,
            page,
            found,
            annotations,
            marks,
            longest,
            painter,
            active,
            watcher,
        };
        attachment.read()?;
        let window = attachment.window.clone();
        let shared = Rc::new(RefCell::new(attachment));
        let watcher = Watcher::new(&window, follow(Rc::downgrade(&shared), changed))?;
        shared.borrow_mut().watcher = Some(watcher);
        shared.borrow().watch()?;
        Ok(shared)
    }

    /// Everything found, in the one schema.
    pub fn annotations(&self) -> &JsValue {
        &self.annotations
    }

    /// The article's text, as the offsets count it.
    pub fn text(&self) -> &str {
        &self.page.text
    }

    /// Reads the page again. Whether its text is another than before.
    fn read(&mut self) -> Result<bool, JsValue> {
        let left_out = beside::sieve(self.sift.then_some(&self.root));
        let page = PageText::read(&self.window, &self.root, &*left_out);
        let changed = self.annotations.is_undefined() || page.text != self.page.text;
        self.page = page;
        if changed {
            // What is in another language has a text, and nothing in it is named.
            self.found = (self.annotate)(if is_english(&self.root) { &self.page.text } else { "" });
            self.annotations = self.found.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?;
        }
        self.mark()?;
        Ok(changed)
    }

    /// Shows what the choice says, and no more.
    fn mark(&mut self) -> Result<(), JsValue> {
        self.marks = self.choice.marks(&self.found, &self.page.sections);
        self.longest = self.marks.iter().map(|mark| mark.end - mark.start).max().unwrap_or(0);
        self.paint()
    }

    /// Shows other kinds or another density.
    pub fn choose(&mut self, choice: Choice) -> Result<(), JsValue> {
        self.choice = choice;
        self.mark()
    }

    fn paint(&mut self) -> Result<(), JsValue> {
        let page = &self.page;
        let strokes = self.marks.iter().filter_map(|mark| Some((mark.layer, page.locate(mark.start, mark.end)?)));
        self.painter.paint(strokes)
    }

    fn watch(&self) -> Result<(), JsValue> {
        let shadows = self.page.shadows.iter().map(AsRef::<Node>::as_ref);
        let roots = std::iter::once(self.root.as_ref()).chain(shadows);
        self.watcher.as_ref().map_or(Ok(()), |watcher| watcher.look_at(roots, &self.page.hidden))
    }

    /// What is shown under a point of the viewport: the shortest mark there.
    pub fn at(&self, x: f64, y: f64) -> Result<Option<JsValue>, JsValue> {
        let options = self.caret_options()?;
        let Some((node, caret)) = pointer::caret_at(&self.document, x, y, &options) else { return Ok(None) };
        let Some(offset) = self.page.offset_of(&node, caret) else { return Ok(None) };
        let mut near: Vec<&Mark> = self.marks_near(offset).collect();
        near.sort_by_key(|mark| mark.end - mark.start);
        for mark in near {
            let boxes = self.line_boxes(mark.start, mark.end)?;
            if boxes.iter().any(|rect| pointer::covers(rect, x, y)) {
                return self.describe(mark).map(Some);
            }
        }
        Ok(None)
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

    /// The marks that touch an offset.
    fn marks_near(&self, offset: u32) -> impl Iterator<Item = &Mark> {
        let earliest = offset.saturating_sub(self.longest);
        let first = self.marks.partition_point(|mark| mark.start < earliest);
        let started = self.marks[first..].iter().take_while(move |mark| mark.start <= offset);
        started.filter(move |mark| offset <= mark.end)
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
        Ok(self.range(start, end)?.as_ref().map(pointer::line_boxes).unwrap_or_default())
    }

    /// Marks a stretch of the text as the one the reader looks at; `None` takes the mark away.
    pub fn activate(&mut self, stretch: Option<(u32, u32)>) -> Result<(), JsValue> {
        let place = stretch.and_then(|(start, end)| self.page.locate(start, end));
        self.active.paint(place.into_iter().map(|place| (Layer::Active, place)))
    }

    /// Scrolls a stretch of the text to the middle of the viewport.
    pub fn scroll_to(&self, start: u32, end: u32) -> Result<(), JsValue> {
        let Some(range) = self.range(start, end)? else { return Ok(()) };
        // Containers that scroll inside the page first, then the page itself, to the line.
        if let Some(parent) = range.start_container()?.parent_element() {
            let nearest = web_sys::ScrollIntoViewOptions::new();
            nearest.set_block(web_sys::ScrollLogicalPosition::Nearest);
            parent.scroll_into_view_with_scroll_into_view_options(&nearest);
        }
        let height = self.window.inner_height()?.as_f64().unwrap_or(0.0);
        let options = ScrollToOptions::new();
        options.set_top(range.get_bounding_client_rect().top() - height / 2.0);
        options.set_behavior(if self.prefers_stillness() { ScrollBehavior::Instant } else { ScrollBehavior::Smooth });
        self.window.scroll_by_with_scroll_to_options(&options);
        Ok(())
    }

    fn prefers_stillness(&self) -> bool {
        let query = self.window.match_media("(prefers-reduced-motion: reduce)");
        query.ok().flatten().is_some_and(|query| query.matches())
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

/// Reads the article again whenever the page has changed, and tells about it outside of any borrow.
fn follow(attachment: Weak<RefCell<Attachment>>, changed: Option<Function>) -> impl Fn() {
    move || {
        let Some(attachment) = attachment.upgrade() else { return };
        let result = attachment.borrow_mut().read();
        let watched = attachment.borrow().watch();
        if let (Ok(true), Ok(()), Some(changed)) = (result, watched, &changed) {
            // An error in the page's own callback is the page's: it must not stop the reading.
            let _ = changed.call0(&JsValue::UNDEFINED);
        }
    }
}
