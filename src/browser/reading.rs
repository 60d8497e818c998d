//! The reading of an article, from the page to what is painted on it: once, and again whenever it has changed.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

use super::attachment::{Annotate, Attachment, Wishes};
use super::beside;
use super::mark::Found;
use super::pace::{Pace, at_once};
use super::page::PageText;
use super::watch::Watcher;

/// An article, as long as somebody holds it.
pub type Shared = Rc<RefCell<Attachment>>;

/// Reads, annotates and paints an article at once, and keeps up with it.
pub fn attach(root: Element, annotate: Annotate, wishes: Wishes) -> Result<Shared, JsValue> {
    let attachment = Attachment::new(root, annotate, wishes)?;
    let shared = Rc::new(RefCell::new(attachment));
    let _ = follow(&shared)?;
    at_once(read(&Rc::downgrade(&shared), Pace::hasty()))?;
    Ok(shared)
}

/// The same, in slices between which the page answers its reader.
pub async fn attach_gently(root: Element, annotate: Annotate, wishes: Wishes) -> Result<Shared, JsValue> {
    let shared = Rc::new(RefCell::new(Attachment::new(root, annotate, wishes)?));
    let again = follow(&shared)?;
    let weak = Rc::downgrade(&shared);
    again.asked();
    again.goes_on();
    read(&weak, Pace::gentle()).await?;
    spawn_local(read_again(weak, again));
    Ok(shared)
}

/// Reads the article and paints what is found in it; whether its text is another than before. An article that is let go
/// of meanwhile is left alone.
async fn read(shared: &Weak<RefCell<Attachment>>, mut pace: Pace) -> Result<bool, JsValue> {
    let Some((window, root, sift, memory, annotate)) = with(shared, |it| {
        let (window, root, memory) = (it.window.clone(), it.root.clone(), it.memory.clone());
        (window, root, it.wishes.sift, memory, it.annotate.clone())
    }) else {
        return Ok(false);
    };
    let left_out = beside::sieve(sift.then_some(&root));
    let page = PageText::read(&window, &root, &*left_out, &memory, &mut pace).await;
    with(shared, |it| it.watch(&page)).transpose()?;
    let is_new = with(shared, |it| it.is_new(&page.text)).unwrap_or(false);
    let annotations = if is_new {
        // What is in another language has a text, and nothing in it is named.
        let annotations = annotate.annotate(if is_english(&root) { &page.text } else { "" }).await?;
        pace.pause().await;
        let found = Found::new(&annotations)?;
        Some((annotations, found))
    } else {
        None
    };
    with(shared, |it| it.take(page, annotations)).transpose()?;
    while with(shared, |it| it.paint()).transpose()?.unwrap_or(false) {
        pace.rest().await;
    }
    Ok(is_new)
}

fn with<T>(shared: &Weak<RefCell<Attachment>>, act: impl FnOnce(&mut Attachment) -> T) -> Option<T> {
    shared.upgrade().map(|shared| act(&mut shared.borrow_mut()))
}

/// Whether the page says nothing else of the article's language.
fn is_english(article: &Element) -> bool {
    let stated = article.closest("[lang]:not([lang=''])").ok().flatten();
    stated.is_none_or(|element| element.matches("[lang|='en' i]").unwrap_or(true))
}

/// Lets the article be read again whenever the page has changed, one reading at a time.
fn follow(shared: &Shared) -> Result<Rc<Again>, JsValue> {
    let weak = Rc::downgrade(shared);
    let again = Rc::new(Again::default());
    let asked = again.clone();
    let changed = move || {
        if asked.asked() {
            spawn_local(read_again(weak.clone(), asked.clone()));
        }
    };
    let mut attachment = shared.borrow_mut();
    let watcher = Watcher::new(&attachment.window, &attachment.root, &attachment.memory, changed)?;
    attachment.watcher = Some(watcher);
    attachment.watch(&PageText::default())?;
    Ok(again)
}

/// Whether a reading is under way, and whether another was asked for meanwhile.
#[derive(Default)]
struct Again {
    reads: Cell<bool>,
    stale: Cell<bool>,
}

impl Again {
    /// Whether the one who asks is to read.
    fn asked(&self) -> bool {
        self.stale.set(true);
        !self.reads.replace(true)
    }

    /// Whether there is still something to read; if not, the next who asks is to read.
    fn goes_on(&self) -> bool {
        let stale = self.stale.replace(false);
        self.reads.set(stale);
        stale
    }
}

async fn read_again(attachment: Weak<RefCell<Attachment>>, again: Rc<Again>) {
    while again.goes_on() {
        let changed = with(&attachment, |it| it.wishes.changed.clone()).flatten();
        if let (Ok(true), Some(changed)) = (read(&attachment, Pace::gentle()).await, changed) {
            // An error in the page's own callback is the page's: it must not stop the reading.
            let _ = changed.call0(&JsValue::UNDEFINED);
        }
    }
}
