//! What stands beside an article: menus, comments, adverts, links to other articles, as publishers name them.

use web_sys::{Element, Node};

use super::walk::LeftOut;

/// The share of an article's letters from which on something is part of it, whatever its name.
const PART: f64 = 0.3;

/// The share of a block's letters in links from which on it only leads elsewhere.
const ALL: f64 = 0.8;

/// Names of what stands beside an article: whole class names or ids, or their last words.
const NAMES: [&str; 54] = [
    "ad", "ads", "advert", "advertisement", "banner", "breadcrumb", "breadcrumbs", "comment", "comments", "cookie",
    "cookies", "consent", "disclaimer", "disqus", "footer", "jumplinks", "legal", "masthead", "menu", "modal",
    "most-read", "mostread", "nav", "navbar", "navigation", "newsletter", "outbrain", "overlay", "pagination",
    "paywall", "popular", "popup", "promo", "promos", "recirc", "recommended", "recommendations", "related", "respond",
    "share", "sharing", "shares", "sidebar", "signup", "social", "sponsored", "subscribe", "subscription", "taboola",
    "tags", "toolbar", "trending", "widget", "widgets",
];

/// Words behind such a name that do not change what it names: "related-links", "share-bar".
const HOLDERS: [&str; 24] = [
    "area", "article", "articles", "bar", "block", "box", "button", "buttons", "container", "content", "form", "group",
    "holder", "icons", "inner", "items", "links", "list", "module", "post", "posts", "section", "wrap", "wrapper",
];

/// Whether an element is named like something that stands beside an article.
#[must_use]
pub fn is_beside(element: &Element) -> bool {
    if element.matches("article, main, body, html, h1, [itemprop~='articleBody']").unwrap_or(false) {
        return false;
    }
    let names = format!("{} {}", element.get_attribute("class").unwrap_or_default(), element.id());
    element.local_name() == "footer" || names.split_whitespace().any(names_beside)
}

/// Whether a class name or id ends in one of the names, holders aside.
fn names_beside(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let words: Vec<&str> = name.split(['-', '_']).filter(|word| !word.is_empty()).collect();
    let heads = words.iter().rposition(|word| !HOLDERS.contains(word)).map_or(&[][..], |last| &words[..=last]);
    let qualified = heads.iter().any(|word| matches!(*word, "has" | "with" | "no" | "without" | "is" | "hide"));
    !qualified && heads.last().is_some_and(|word| NAMES.contains(word))
}

/// Whether a block only leads elsewhere: its letters are those of its links.
fn is_signpost(element: &Element) -> bool {
    const BLOCKS: &str = "p, ul, ol, li, div, section, h2, h3, h4, h5, h6, dl, table";
    element.matches(BLOCKS).unwrap_or(false) && {
        let letters = visible_letters(element);
        letters > 0.0 && linked_letters(element) >= ALL * letters
    }
}

/// Characters of the text of links.
#[must_use]
pub fn linked_letters(element: &Element) -> f64 {
    let Ok(links) = element.query_selector_all("a[href]") else { return 0.0 };
    (0..links.length()).filter_map(|i| links.item(i)).map(|link| visible_letters(&link)).sum()
}

/// What to leave out of an article that was found by itself; nothing without one.
pub fn sieve(article: Option<&Element>) -> LeftOut {
    match article.map(|article| visible_letters(article) * PART) {
        Some(part) => {
            Box::new(move |element| (is_beside(element) || is_signpost(element)) && visible_letters(element) < part)
        }
        None => Box::new(|_| false),
    }
}

/// Characters without surrounding white space.
#[must_use]
pub fn visible_letters(node: &Node) -> f64 {
    node.text_content().map_or(0.0, |text| text.trim().chars().count() as f64)
}
