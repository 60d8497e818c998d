//! The text of the page and the map back to its nodes.

use std::cell::RefCell;
use std::rc::Rc;

use newsgloss::browser::memory::Memory;
use newsgloss::browser::walk::Walk;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{Fixture, read, read_with, window};

#[wasm_bindgen_test]
fn text_and_the_way_back() {
    for (html, name) in [
        ("<p>Met <b>Vol</b>odymyr today</p>", "Volodymyr"),
        ("<p>Met Vladimir\n     Putin</p>", "Vladimir Putin"),
        ("<p>🕊️ Met <i>Zelen</i>&shy;skyy</p>", "Zelen\u{ad}skyy"),
        ("<ul><li>Iran</li><li>Iraq</li></ul>", "Iraq"),
    ] {
        let fixture = Fixture::article(html);
        let page = read(&fixture);
        let start = page.text[..page.text.find(name).expect(name)].encode_utf16().count() as u32;
        let end = start + name.encode_utf16().count() as u32;
        let (from, to) = page.locate(start, end).expect("a place");
        let range = crate::document().create_range().expect("a range");
        range.set_start(&from.node, from.offset).expect("a start");
        range.set_end(&to.node, to.offset).expect("an end");
        let words = String::from(range.to_string());
        assert_eq!(words.split_whitespace().collect::<Vec<_>>().join(" "), name, "{html}");
        assert_eq!(page.offset_of(&from.node, from.offset), Some(start), "{html}");
    }
}

#[wasm_bindgen_test]
fn what_is_outside_has_no_offset() {
    let fixture = Fixture::article("<p>Iran</p><nav>Iraq</nav>");
    let page = read(&fixture);
    let outside = fixture.find("nav").first_child().expect("text");
    assert_eq!(page.text, "Iran");
    assert_eq!(page.offset_of(&outside, 0), None);
    assert!(page.locate(2, 9).is_none());
    assert!(page.locate(0, 0).is_none());
}

#[wasm_bindgen_test]
fn sections_start_at_headings() {
    let fixture = Fixture::article("<p>Iran</p><h2>Two</h2><p>Oman</p><h3>Three</h3>");
    assert_eq!(read(&fixture).sections, [4, 13]);
}

#[wasm_bindgen_test]
fn hidden_elements_are_remembered() {
    let fixture = Fixture::article("<p>Iran</p><p style='display:none'>Iraq</p>");
    let page = read(&fixture);
    assert_eq!((page.text.as_str(), page.hidden.len()), ("Iran", 1));
}

#[wasm_bindgen_test]
fn an_article_switched_off_has_no_text() {
    let fixture = Fixture::article("<p>Iran</p>");
    fixture.0.set_attribute("data-newsgloss", "off").expect("an attribute");
    assert_eq!(read(&fixture).text, "");
}

#[wasm_bindgen_test]
fn only_changed_blocks_are_read_again() {
    let fixture = Fixture::article("<h2>One</h2><div><p>Iran</p><p>Iraq</p></div>");
    let memory = Rc::new(RefCell::new(Memory::default()));
    let before = read_with(&fixture, &memory);
    let paragraph = fixture.find("p + p");
    paragraph.set_text_content(Some("Oman"));
    memory.borrow_mut().forget(paragraph.into(), &fixture.0);
    // Not told of: what is not read again stays as it was read.
    fixture.find("p").set_text_content(Some("Fiji"));
    let after = read_with(&fixture, &memory);
    assert_eq!((after.text.as_str(), &after.sections), ("One\nIran\nOman", &before.sections));
    assert_eq!(before.anchor(4, 8), after.anchor(4, 8), "the same block");
    assert_ne!(before.anchor(9, 13), after.anchor(9, 13), "another block");
}

#[wasm_bindgen_test]
fn what_changes_while_it_is_read_is_read_again() {
    let fixture = Fixture::article("<p>Iran</p>");
    let memory = Rc::new(RefCell::new(Memory::default()));
    let mut walk = Walk::new(&window(), &fixture.0, Box::new(|_| false), &memory);
    walk.step();
    walk.step();
    memory.borrow_mut().forget(fixture.find("p").into(), &fixture.0);
    while walk.step() {}
    assert_eq!(walk.finish().blocks.len(), 1);
    assert!(memory.borrow().recall(&fixture.find("p")).is_none());
}
