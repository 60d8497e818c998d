//! What JavaScript sees: a thin boundary over the core and the page. No logic lives here.

pub mod pace;

pub mod block;
pub mod memory;
pub mod page;
pub mod walk;

pub mod beside;
pub mod find;
pub mod published;

pub mod highlight;
pub mod mark;
pub mod overlay;
pub mod pointer;
pub mod watch;

pub mod attachment;
pub mod reading;

use std::cell::RefCell;
use std::rc::Rc;

use jiff::civil::Date;
use js_sys::{Array, Function, Reflect};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;
use web_sys::Element;

use crate::article::Article;
use crate::knowledge::Knowledge;
use crate::span::{OffsetMap, OffsetUnit};
use crate::tagger::Tagger;
use attachment::{Annotate, Wishes};
use mark::{Choice, Density};

/// The core with its packs loaded.
#[wasm_bindgen]
pub struct Gloss {
    core: Rc<crate::Gloss>,
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
        Ok(Self { core: Rc::new(crate::Gloss { knowledge, tagger }), skipped })
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
        to_js(&self.core.annotate(text, &Options::read(&options)?.core))
    }

    /// The element that holds the article of a page; nothing where there is no running text.
    #[wasm_bindgen(js_name = findArticle)]
    #[must_use]
    pub fn find_article(&self, document: &web_sys::Document) -> Option<Element> {
        find::article(document)
    }

    /// Annotates and highlights the article under an element, and keeps up with its changes.
    ///
    /// # Errors
    /// Where the options are of another shape than documented, or `root` is no element.
    pub fn attach(&self, root: JsValue, options: JsValue) -> Result<Page, JsValue> {
        let (root, mut options) = (element(root)?, Options::read(&options)?);
        options.core.date = options.core.date.or_else(|| published::day(&root.owner_document()?, &root));
        let (gloss, core) = (self.core.clone(), options.core);
        let annotate = Annotate::Here(Rc::new(move |text: &str| Ok(to_js(&gloss.annotate(text, &core))?)));
        Ok(Page::keep(reading::attach(root, annotate, options.wishes)?))
    }
}

/// The element that holds the article of a page; nothing where there is no running text.
#[wasm_bindgen(js_name = findArticle)]
#[must_use]
pub fn find_article(document: &web_sys::Document) -> Option<Element> {
    find::article(document)
}

/// Does what [`Gloss::attach`] does, in short slices. `annotate` takes the text and the day on which the page says the
/// article was published, and promises the annotations.
///
/// # Errors
/// As there, and where `annotate` fails.
#[wasm_bindgen(js_name = attachGently)]
pub async fn attach_gently(root: JsValue, annotate: Function, options: JsValue) -> Result<Page, JsValue> {
    console_error_panic_hook::set_once();
    let (root, Options { wishes, .. }) = (element(root)?, Options::read(&options)?);
    let day = root.owner_document().and_then(|document| published::day(&document, &root));
    let day = day.map_or(JsValue::UNDEFINED, |day| day.to_string().into());
    Ok(Page::keep(reading::attach_gently(root, Annotate::Elsewhere(annotate, day), wishes).await?))
}

/// An element of this window or of another one's page.
fn element(value: JsValue) -> Result<Element, JsValue> {
    let node_type = Reflect::get(&value, &"nodeType".into()).ok().and_then(|node_type| node_type.as_f64());
    let is_element = node_type == Some(f64::from(web_sys::Node::ELEMENT_NODE));
    is_element
        .then(|| value.unchecked_into())
        .ok_or_else(|| JsError::new("attach() wants the article's element").into())
}

fn to_js(annotations: &crate::annotation::Annotations) -> Result<JsValue, JsError> {
    Ok(annotations.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}

thread_local! {
    /// All that is attached, so that it stays until it is detached, also where JavaScript keeps no hold of its page.
    static ATTACHED: RefCell<Vec<reading::Shared>> = const { RefCell::new(Vec::new()) };
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
    wishes: Wishes,
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
            let wishes = Wishes { choice: Choice::default(), sift: false, changed: None };
            return Ok(Self { core: crate::Options::default(), wishes });
        }
        let plain: PlainOptions = serde_wasm_bindgen::from_value(options.clone())?;
        let date = plain.date.as_deref().map(str::parse::<Date>).transpose();
        let date = date.map_err(|_| JsError::new("the date is not a day as YYYY-MM-DD"))?;
        let threshold = plain.threshold.unwrap_or(crate::THRESHOLD);
        let changed = Reflect::get(options, &"changed".into()).ok().and_then(|f| f.dyn_into::<Function>().ok());
        let core = crate::Options { date, threshold, ..Default::default() };
        let choice = Choice { kinds: plain.kinds, density: plain.density };
        Ok(Self { core, wishes: Wishes { choice, sift: plain.sift, changed } })
    }
}

/// An article that Newsgloss is attached to.
#[wasm_bindgen]
pub struct Page(Option<reading::Shared>);

impl Page {
    fn keep(attachment: reading::Shared) -> Self {
        ATTACHED.with_borrow_mut(|attached| attached.push(attachment.clone()));
        Self(Some(attachment))
    }
}

#[wasm_bindgen]
impl Page {
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
        self.0.as_ref().map_or(Ok(None), |page| page.borrow().at(x, y))
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
        let Options { wishes, .. } = Options::read(options)?;
        self.0.as_ref().map_or(Ok(()), |page| page.borrow_mut().choose(wishes.choice))
    }

    /// Takes everything off the page.
    pub fn detach(&mut self) {
        let Some(page) = self.0.take() else { return };
        ATTACHED.with_borrow_mut(|attached| attached.retain(|other| !Rc::ptr_eq(other, &page)));
    }
}

/// The offsets of anything with a `start` and an `end`.
fn stretch(mention: &JsValue) -> Option<(u32, u32)> {
    let offset = |key: &str| Reflect::get(mention, &key.into()).ok()?.as_f64().map(|offset| offset as u32);
    Some((offset("start")?, offset("end")?))
}
