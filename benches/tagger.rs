//! The tagger alone in WebAssembly, for `npm run bench`: how many words it reads a second.
#![cfg(target_arch = "wasm32")]

use newsgloss::article::Article;
use newsgloss::mention::compound::Compounds;
use newsgloss::tagger::{Scratch, Tagger};
use newsgloss::token::Tokens;
use wasm_bindgen::prelude::wasm_bindgen;

/// A tagger and the sentences it reads, divided into words.
#[wasm_bindgen]
pub struct Bench {
    tagger: Tagger,
    scratch: Scratch,
    sentences: Vec<Vec<String>>,
}

#[wasm_bindgen]
impl Bench {
    /// Unpacks a model and divides a text; nothing where the bytes are no model.
    #[must_use]
    pub fn load(names: &[u8], text: &str) -> Option<Bench> {
        let article = Article::new(text, None);
        let tokens = Tokens::new(&article);
        let sentences = tokens.sentences.iter().map(|s| Compounds::new(&tokens, s.tokens.clone()).words);
        let sentences = sentences.map(|words| words.into_iter().map(str::to_owned).collect()).collect();
        Some(Self { tagger: Tagger::from_bytes(names).ok()?, scratch: Scratch::default(), sentences })
    }

    /// How many words the text has.
    #[must_use]
    pub fn words(&self) -> usize {
        self.sentences.iter().map(Vec::len).sum()
    }

    /// Reads the text; gives the number of names.
    pub fn tag(&mut self) -> usize {
        self.tagger.tag(&self.sentences, &mut self.scratch).iter().map(Vec::len).sum()
    }
}
