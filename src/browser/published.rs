//! The day of publication, as the page states it.

use jiff::civil::Date;
use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Node};

use crate::day;

/// Levels of nested JSON-LD that are searched.
const MAX_DEPTH: usize = 6;

/// Where pages state the day, surest first: a selector and the attribute that holds it.
const STATEMENTS: [(&str, &str); 8] = [
    ("meta[property='article:published_time' i]", "content"),
    ("meta[property='og:article:published_time' i]", "content"),
    ("meta[itemprop='datePublished' i]", "content"),
    ("meta[name='parsely-pub-date' i], meta[name='sailthru.date' i], meta[name='pubdate' i]", "content"),
    ("meta[name='dc.date.issued' i], meta[name='dcterms.created' i], meta[name='date' i]", "content"),
    ("[itemprop='datePublished' i][datetime]", "datetime"),
    ("time[pubdate][datetime]", "datetime"),
    ("[itemprop='datePublished' i][content]", "content"),
];

/// The day on which the page says the article was published.
#[must_use]
pub fn day(document: &Document, article: &Element) -> Option<Date> {
    let stated = || STATEMENTS.iter().find_map(|(selector, attribute)| attribute_day(document, selector, attribute));
    json_ld_day(document).or_else(stated).or_else(|| time_day(document, article))
}

/// The day at the start of "2025-02-24T09:00:00+01:00", as written there.
fn parse(stamp: &str) -> Option<Date> {
    let day = day::parse(&stamp.trim().get(..10)?.replace('/', "-"))?;
    (day.year() > 1800).then_some(day)
}

fn attribute_day(document: &Document, selector: &str, attribute: &str) -> Option<Date> {
    let element = document.query_selector(selector).ok()??;
    parse(&element.get_attribute(attribute)?)
}

/// The first `<time>` in the article, else in what encloses it, where the dateline often stands.
fn time_day(document: &Document, article: &Element) -> Option<Date> {
    let first = |root: &Element| parse(&root.query_selector("time[datetime]").ok()??.get_attribute("datetime")?);
    let enclosing = article.closest("article, main").ok().flatten();
    first(article).or_else(|| first(&enclosing?)).or_else(|| {
        let header = document.query_selector("header time[datetime]").ok()??;
        parse(&header.get_attribute("datetime")?)
    })
}

fn json_ld_day(document: &Document) -> Option<Date> {
    let scripts = document.query_selector_all("script[type='application/ld+json']").ok()?;
    (0..scripts.length()).filter_map(|i| scripts.item(i)).find_map(|script: Node| {
        let value = JSON::parse(&script.text_content()?).ok()?;
        search(&value, 0)
    })
}

/// The day of the first article in a JSON-LD value.
fn search(value: &JsValue, depth: usize) -> Option<Date> {
    if depth > MAX_DEPTH || !value.is_object() {
        return None;
    }
    if let Some(list) = value.dyn_ref::<Array>() {
        return list.iter().find_map(|item| search(&item, depth + 1));
    }
    let property = |key: &str| Reflect::get(value, &key.into()).unwrap_or(JsValue::UNDEFINED);
    let day = || parse(&property("datePublished").as_string()?);
    let inner = || Object::values(value.unchecked_ref()).iter().find_map(|item| search(&item, depth + 1));
    is_article(&property("@type")).then(day).flatten().or_else(inner)
}

/// Whether a schema.org type is one of articles: `NewsArticle`, `LiveBlogPosting`, `Report` ...
fn is_article(kind: &JsValue) -> bool {
    if let Some(list) = kind.dyn_ref::<Array>() {
        return list.iter().any(|kind| is_article(&kind));
    }
    kind.as_string().is_some_and(|kind| kind.contains("Article") || kind.contains("Posting") || kind == "Report")
}
