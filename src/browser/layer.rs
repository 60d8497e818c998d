//! Looks: a kind of mention has one, and so has the mention whose card is open.

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
