//! The statistical name tagger: a model in, names out.

use std::ops::Range;

/// What the tagger tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Label {
    /// A person.
    Per,
    /// A place, nations and cities included.
    Loc,
    /// A body, company, party, medium.
    Org,
    /// An event, law, work, product.
    Misc,
    /// A nationality, religious or political group.
    Norp,
}

/// A name, as words of a sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// Words of the sentence that was tagged.
    pub words: Range<usize>,
    /// What it is.
    pub label: Label,
    /// Probability of being right in borders and label, 0 to 1.
    pub confidence: f32,
}
