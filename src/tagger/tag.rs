//! The tags: BIO over the five labels.

use crate::tagger::Label;

/// How many labels.
pub const LABELS: usize = 5;
/// How many tags: outside, and begin and inside per label.
pub const TAGS: usize = 2 * LABELS + 1;
/// Outside every name.
pub const OUTSIDE: usize = 0;

/// All labels, in the order of their tags.
pub const ALL: [Label; LABELS] = [Label::Per, Label::Loc, Label::Org, Label::Misc, Label::Norp];

/// The tag that begins a name.
#[must_use]
pub fn begin(label: Label) -> usize {
    label as usize * 2 + 1
}

/// The tag that goes on with a name.
#[must_use]
pub fn inside(label: Label) -> usize {
    label as usize * 2 + 2
}

/// The label of a tag.
#[must_use]
pub fn label(tag: usize) -> Option<Label> {
    ALL.get(tag.checked_sub(1)? / 2).copied()
}

/// Whether a tag begins a name.
#[must_use]
pub fn is_begin(tag: usize) -> bool {
    tag % 2 == 1
}

/// Whether `tag` may follow `before`; at the start of a sentence `before` is [`OUTSIDE`].
#[must_use]
pub fn may_follow(before: usize, tag: usize) -> bool {
    tag == OUTSIDE || is_begin(tag) || before == tag || before + 1 == tag
}
