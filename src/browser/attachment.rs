//! An article under Newsgloss: read, annotated, painted, hit-tested and watched. Dropping it leaves the page as it was.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, DomRect, Element, Node, Range, ScrollBehavior, ScrollToOptions, Window};

use super::highlight::{Layer, Painter, Stroke, live_range};
use super::mark::{Choice, Found, Mark, Source};
use super::memory;
use super::page::PageText;
use super::pointer;
use super::watch::Watcher;

/// Strokes that are painted at a time.
const PART: usize = 16;

/// What gives the annotations of a text, in the one schema as JavaScript has it.
#[derive(Clone)]
pub enum Annotate {
    /// The core on the page itself.
    Here(Rc<dyn Fn(&str) -> Result<JsValue, JsValue>>),
    /// A function that takes the text and the article's day, and promises them.
    Elsewhere(Function, JsValue),
}

impl Annotate {
    /// The annotations of a text.
    pub async fn annotate(&self, text: &str) -> Result<JsValue, JsValue> {
        match self {
            Self::Here(annotate) => annotate(text),
            Self::Elsewhere(annotate, day) => {
                let promise = annotate.call2(&JsValue::UNDEFINED, &text.into(), day)?;
                JsFuture::from(Promise::resolve(&promise)).await
            }
        }
    }
}

/// What the newsroom or a script wants of an article.
#[derive(Clone)]
pub struct Wishes {
    /// What is shown.
    pub choice: Choice,
    /// Whether to leave out what is named like something beside the article.
    pub sift: bool,
    /// Called after each later reading that found another text.
    pub changed: Option<Function>,
}

/// One article of the page.
pub struct Attachment {
    /// The article's window.
    pub window: Window,
    document: Document,
    /// The article.
    pub root: Element,
    /// What reads its text.
    pub annotate: Annotate,
    /// What is wanted of it.
    pub wishes: Wishes,
    /// What was read of the page and has not changed.
    pub memory: memory::Shared,
    page: PageText,
    found: Found,
    annotations: JsValue,
    marks: Vec<Mark>,
    /// UTF-16 length of the longest mark.
    longest: u32,
    painter: Painter,
    active: Painter,
    /// What keeps up with the article.
    pub watcher: Option<Watcher>,
}

impl Attachment {
    /// An article that was not read yet.
    pub fn new(root: Element, annotate: Annotate, wishes: Wishes) -> Result<Self, JsValue> {
        let document = root.owner_document().ok_or("the article is in no document")?;
        let window = document.default_view().ok_or("the article is in no window")?;
        let (painter, active) = (Painter::new(&window, &document)?, Painter::new(&window, &document)?);
        Ok(Self {
            window,
            document,
            root,
            annotate,
            wishes,
            memory: Rc::new(RefCell::default()),
            page: PageText::default(),
            found: Found::default(),
            annotations: JsValue::UNDEFINED,
            marks: Vec::new(),
            longest: 0,
            painter,
            active,
            watcher: None,
        })
    }

    /// Everything found, in the one schema.
    pub fn annotations(&self) -> &JsValue {
        &self.annotations
    }

    /// The article's text, as the offsets count it.
    pub fn text(&self) -> &str {
        &self.page.text
    }

    /// Whether a text is another than the one that was annotated.
    pub fn is_new(&self, text: &str) -> bool {
        self.annotations.is_undefined() || text != self.page.text
    }

    /// Takes what was read anew, with its annotations if its text is another.
    pub fn take(&mut self, page: PageText, annotations: Option<(JsValue, Found)>) -> Result<(), JsValue> {
        self.page = page;
        if let Some((annotations, found)) = annotations {
            (self.annotations, self.found) = (annotations, found);
        }
        self.mark()
    }

    /// Finds what the choice says, to be painted in parts.
    fn mark(&mut self) -> Result<(), JsValue> {
        self.marks = self.wishes.choice.marks(&self.found, &self.page.sections);
        self.longest = self.marks.iter().map(|mark| mark.end - mark.start).max().unwrap_or(0);
        let strokes = self.marks.iter().map(|&Mark { layer, start, end, .. }| Stroke { layer, start, end });
        self.painter.plan(&self.page, strokes)
    }

    /// Paints a part of what is to be painted; whether more is left.
    pub fn paint(&mut self) -> Result<bool, JsValue> {
        self.painter.paint(&self.page, PART)
    }

    /// Shows other kinds or another density.
    pub fn choose(&mut self, choice: Choice) -> Result<(), JsValue> {
        self.wishes.choice = choice;
        self.mark()?;
        while self.paint()? {}
        Ok(())
    }

    /// Keeps up with the article as it was just read.
    pub fn watch(&self, page: &PageText) -> Result<(), JsValue> {
        let shadows = page.shadows.iter().map(AsRef::<Node>::as_ref);
        let roots = std::iter::once(self.root.as_ref()).chain(shadows);
        self.watcher.as_ref().map_or(Ok(()), |watcher| watcher.look_at(roots, &page.hidden))
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
        let stroke = stretch.map(|(start, end)| Stroke { layer: Layer::Active, start, end });
        self.active.plan(&self.page, stroke.into_iter())?;
        self.active.paint(&self.page, PART).map(|_| ())
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
