//! What JavaScript sees: a thin boundary over the core and the page. No logic lives here.

pub mod slice;

pub mod block;
pub mod memory;
pub mod page;
pub mod walk;

pub mod beside;
pub mod find;
pub mod published;

pub mod layer;
pub mod mark;

pub mod colors;
pub mod highlight;
pub mod nearby;
pub mod pointer;
pub mod registry;
pub mod rules;
pub mod scroll;
pub mod watch;

pub mod attachment;

use std::cell::RefCell;

use js_sys::{Array, Function, Reflect};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;
use web_sys::Element;

use crate::article::Article;
use crate::day;
use crate::knowledge::Knowledge;
use crate::span::{OffsetMap, OffsetUnit};
use crate::tagger::Tagger;
use attachment::Attachment;
use mark::{Choice, Density};

/// The core with its packs loaded.
#[wasm_bindgen]
pub struct Gloss {
    core: crate::Gloss,
    skipped: Vec<String>,
}

#[wasm_bindgen]
impl Gloss {
    /// Takes the knowledge pack, the tagger's model, and a newsroom's own pack as `newsroom.schema.json` describes it,
    /// or `undefined`; without a model only listed names are found.
    ///
    /// # Errors
    /// Where a pack or the model is broken or of another version, or the newsroom's pack is no object.
    #[wasm_bindgen(constructor)]
    pub fn new(knowledge: &[u8], names: &[u8], newsroom: JsValue) -> Result<Gloss, JsError> {
        console_error_panic_hook::set_once();
        let overlay = if newsroom.is_undefined() { None } else { Some(serde_wasm_bindgen::from_value(newsroom)?) };
        let knowledge = Knowledge::from_bytes(knowledge)?;
        let (knowledge, skipped) = knowledge.with_overlay(overlay.unwrap_or_default());
        let tagger = if names.is_empty() { None } else { Some(Tagger::from_bytes(names)?) };
        Ok(Self { core: crate::Gloss { knowledge, tagger }, skipped })
    }

    /// The entries of the newsroom's pack that were skipped, each in one line that says why.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn skipped(&self) -> Vec<String> {
        self.skipped.clone()
    }

    /// Annotates a text; offsets are UTF-16 code units.
    ///
    /// # Errors
    /// Where the options are of another shape than documented.
    pub fn annotate(&self, text: &str, options: JsValue) -> Result<JsValue, JsError> {
        let annotations = self.core.annotate(text, &Options::read(&options)?.core);
        Ok(annotations.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
    }
}

/// A look for the article of a page.
#[wasm_bindgen]
pub struct Look(find::Look);

#[wasm_bindgen]
impl Look {
    /// A look that has not begun.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(document: &web_sys::Document) -> Self {
        Self(find::Look::new(document))
    }

    /// Goes on looking for so many milliseconds; whether there is more to look at.
    pub fn look(&mut self, slice: f64) -> Result<bool, JsValue> {
        slice::work(slice, || Ok(self.0.step()))
    }

    /// The element that holds the article; nothing where there is no running text.
    #[must_use]
    pub fn found(self) -> Option<Element> {
        self.0.finish()
    }
}

/// The sentence at an offset, as its first UTF-16 code unit and one past its last; nothing in an empty text.
#[wasm_bindgen(js_name = sentenceAt)]
#[must_use]
pub fn sentence_at(text: &str, offset: usize) -> Option<Vec<usize>> {
    let article = Article::new(text, None);
    let offsets = OffsetMap::new(text, OffsetUnit::Utf16);
    let mut sentences = article.blocks.iter().flat_map(|block| &block.sentences);
    let found = sentences.find(|sentence| offset < offsets.at(sentence.end))?;
    Some(vec![offsets.at(found.start), offsets.at(found.end)])
}

/// What JavaScript may ask for.
struct Options {
    core: crate::Options,
    choice: Choice,
    /// Whether to leave out what is named like something beside the article.
    sift: bool,
}

/// As much of it as is plain data.
#[derive(Default, Deserialize)]
#[serde(default)]
struct PlainOptions {
    /// The day of publication, `YYYY-MM-DD`.
    date: Option<String>,
    threshold: Option<f32>,
    kinds: Option<Vec<String>>,
    density: Density,
    sift: bool,
}

impl Options {
    fn read(options: &JsValue) -> Result<Self, JsError> {
        if options.is_undefined() || options.is_null() {
            return Ok(Self { core: crate::Options::default(), choice: Choice::default(), sift: false });
        }
        let plain: PlainOptions = serde_wasm_bindgen::from_value(options.clone())?;
        let date = plain
            .date
            .as_deref()
            .map(|date| day::parse(date).ok_or_else(|| JsError::new("the date is not a day as YYYY-MM-DD")));
        let date = date.transpose()?;
        let threshold = plain.threshold.unwrap_or(crate::THRESHOLD);
        let core = crate::Options { date, threshold, ..Default::default() };
        Ok(Self { core, choice: Choice { kinds: plain.kinds, density: plain.density }, sift: plain.sift })
    }
}

/// An article that Newsgloss is attached to. It is read by [`Page::read`] until there is no more, [`Page::take`] with the
/// annotations of [`Page::unread`], [`Page::plan`], and [`Page::paint`] until there is no more; and so again after each
/// call of `changed`. After each call of `moved`, with its argument, it is to be planned and painted again.
#[wasm_bindgen]
pub struct Page(Option<RefCell<Attachment>>);

#[wasm_bindgen]
impl Page {
    /// Keeps up with the article under an element, of which nothing is read yet. Where the browser cannot highlight,
    /// `boxes` is called for a function that draws: it takes pairs of a layer's name and a range, each time in place of
    /// all others, and nothing at the end.
    ///
    /// # Errors
    /// Where the options are of another shape than documented, or `root` is no element.
    #[wasm_bindgen(constructor)]
    pub fn new(
        root: JsValue,
        options: &JsValue,
        changed: &Function,
        moved: Function,
        boxes: Function,
    ) -> Result<Page, JsValue> {
        console_error_panic_hook::set_once();
        let Options { choice, sift, .. } = Options::read(options)?;
        Ok(Self(Some(RefCell::new(Attachment::new(element(root)?, choice, sift, changed, moved, boxes)?))))
    }

    /// Goes on reading the page for so many milliseconds; whether there is more to read.
    pub fn read(&self, slice: f64) -> Result<bool, JsValue> {
        self.0.as_ref().map_or(Ok(false), |page| page.borrow_mut().read(slice))
    }

    /// The text that waits to be annotated; `undefined` where it is the one that was.
    pub fn unread(&self) -> Option<String> {
        self.0.as_ref()?.borrow().unread().map(str::to_owned)
    }

    /// Takes the annotations of the text that was read; `undefined` where it had some already.
    pub fn take(&self, annotations: JsValue) -> Result<(), JsValue> {
        self.0.as_ref().map_or(Ok(()), |page| page.borrow_mut().take(annotations))
    }

    /// Plans what is to be painted: all marks, or of very many only those near the viewport.
    pub fn plan(&self, all: bool) -> Result<(), JsValue> {
        self.0.as_ref().map_or(Ok(()), |page| page.borrow_mut().plan(all))
    }

    /// Goes on painting for so many milliseconds; whether there is more to paint.
    pub fn paint(&self, slice: f64) -> Result<bool, JsValue> {
        self.0.as_ref().map_or(Ok(false), |page| page.borrow_mut().paint(slice))
    }

    /// Everything found; `undefined` once detached.
    #[wasm_bindgen(getter)]
    pub fn annotations(&self) -> JsValue {
        self.0.as_ref().map_or(JsValue::UNDEFINED, |page| page.borrow().annotations().clone())
    }

    /// The article's text, as the offsets count it.
    #[wasm_bindgen(getter)]
    pub fn text(&self) -> String {
        self.0.as_ref().map(|page| page.borrow().text().to_owned()).unwrap_or_default()
    }

    /// The mention under a point of the viewport, in CSS pixels; a deal's mention has its index as `deal`.
    pub fn at(&self, x: f64, y: f64) -> Result<Option<JsValue>, JsValue> {
        let Some(page) = &self.0 else { return Ok(None) };
        page.borrow_mut().mend()?;
        page.borrow().at(x, y)
    }

    /// The line boxes of a mention, in viewport pixels.
    pub fn rects(&self, mention: &JsValue) -> Result<Array, JsValue> {
        let (Some(page), Some((start, end))) = (&self.0, stretch(mention)) else { return Ok(Array::new()) };
        Ok(page.borrow().line_boxes(start, end)?.iter().collect())
    }

    /// Paints a mention as the one the reader looks at, or none.
    pub fn activate(&self, mention: &JsValue) -> Result<(), JsValue> {
        self.0.as_ref().map_or(Ok(()), |page| page.borrow_mut().activate(stretch(mention)))
    }

    /// Scrolls to a mention and paints it as the one the reader looks at.
    pub fn reveal(&self, mention: &JsValue) -> Result<(), JsValue> {
        let (Some(page), Some((start, end))) = (&self.0, stretch(mention)) else { return Ok(()) };
        page.borrow_mut().activate(Some((start, end)))?;
        page.borrow().scroll_to(start, end)
    }

    /// Shows other kinds or another density.
    pub fn show(&self, options: &JsValue) -> Result<(), JsValue> {
        let Options { choice, .. } = Options::read(options)?;
        self.0.as_ref().map_or(Ok(()), |page| page.borrow_mut().choose(choice))
    }

    /// Takes everything off the page.
    pub fn detach(&mut self) {
        self.0 = None;
    }
}

/// The day on which the page says that the article under an element was published, `YYYY-MM-DD`.
#[wasm_bindgen(js_name = publishedOn)]
pub fn published_on(root: JsValue) -> Result<Option<String>, JsValue> {
    let root = element(root)?;
    let day = root.owner_document().and_then(|document| published::day(&document, &root));
    Ok(day.map(day::show))
}

/// An element, of this window's page or of another's.
fn element(value: JsValue) -> Result<Element, JsValue> {
    let node_type = Reflect::get(&value, &"nodeType".into()).ok().and_then(|node_type| node_type.as_f64());
    let is_element = node_type == Some(f64::from(web_sys::Node::ELEMENT_NODE));
    is_element
        .then(|| value.unchecked_into())
        .ok_or_else(|| JsError::new("attach() wants the article's element").into())
}

/// The offsets of anything with a `start` and an `end`.
fn stretch(mention: &JsValue) -> Option<(u32, u32)> {
    let offset = |key: &str| Reflect::get(mention, &key.into()).ok()?.as_f64().map(|offset| offset as u32);
    Some((offset("start")?, offset("end")?))
}
