//! Looks: a kind of mention has one, and so has the mention whose card is open. What is painted has a look and a place.

/// What is painted in one look: a kind of mention, or the mention whose card is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Layer {
    /// A deal; lies under the names in it.
    Deal,
    /// A place.
    Place,
    /// An organization.
    Organization,
    /// A nation.
    Nation,
    /// A person.
    Person,
    /// The mention that the reader looks at.
    Active,
}

impl Layer {
    /// All of them, the lowest first.
    pub const ALL: [Self; 6] = [Self::Deal, Self::Place, Self::Organization, Self::Nation, Self::Person, Self::Active];

    /// The name of its highlight, as in `::highlight(newsgloss-person)`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Layer::Deal => "newsgloss-deal",
            Layer::Place => "newsgloss-place",
            Layer::Organization => "newsgloss-organization",
            Layer::Nation => "newsgloss-nation",
            Layer::Person => "newsgloss-person",
            Layer::Active => "newsgloss-active",
        }
    }
}

/// A stretch of the article's text, in UTF-16 code units, and how it is to look.
#[derive(Clone, Copy, Debug)]
pub struct Stroke {
    /// The look.
    pub layer: Layer,
    /// First unit.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}
