//! What the same word was read as elsewhere in the document: everywhere, and inside longer names alone. "Bolivar" by
//! itself may be a place; where the document also has "Simon Bolivar", it is a person.

use crate::tagger::lattice::Marginals;
use crate::tagger::tag::{LABELS, TAGS};

/// Probability of each tag, summed over occurrences, in 255ths.
type Mass = [u64; TAGS];

/// How the occurrences of a word were read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Readings {
    all: Mass,
    /// Those beside other capitalized words.
    full: Mass,
}

impl Readings {
    /// One occurrence; `full` where it stands beside other capitalized words.
    #[must_use]
    pub fn new(marginals: &Marginals, full: bool) -> Self {
        let all = marginals.map(|p| (p * 255.0) as u64);
        Self { all, full: if full { all } else { Mass::default() } }
    }

    /// Takes in another occurrence.
    pub fn add(&mut self, other: &Self) {
        let add = |to: &mut Mass, from: &Mass| to.iter_mut().zip(from).for_each(|(sum, m)| *sum += m);
        add(&mut self.all, &other.all);
        add(&mut self.full, &other.full);
    }

    /// What the occurrences say of one of them: an occurrence is never its own witness.
    #[must_use]
    pub fn without(&self, own: &Self) -> Elsewhere {
        Elsewhere { all: Evidence::new(&self.all, &own.all), full: Evidence::new(&self.full, &own.full) }
    }
}

/// What a word was read as where it stands elsewhere in the document.
#[derive(Clone, Copy, Debug, Default)]
pub struct Elsewhere {
    /// Anywhere.
    pub all: Evidence,
    /// Beside other capitalized words, as in a full name.
    pub full: Evidence,
}

/// What a word was read as, summed up.
#[derive(Clone, Copy, Debug, Default)]
pub struct Evidence {
    total: u64,
    top: u8,
    second: u8,
    share: u8,
    place: u8,
}

impl Evidence {
    fn new(all: &Mass, own: &Mass) -> Self {
        let mut labels = [0; LABELS + 1];
        let mut begins = 0;
        for (tag, (all, own)) in all.iter().zip(own).enumerate() {
            let mass = all.saturating_sub(*own);
            labels[tag.div_ceil(2)] += mass;
            begins += if tag % 2 == 1 { mass } else { 0 };
        }
        let total: u64 = labels.iter().sum();
        if total < 128 {
            return Self::default();
        }
        let best =
            |skip: usize| (0..=LABELS).filter(|&l| l != skip).max_by_key(|&l| (labels[l], LABELS - l)).unwrap_or(0);
        let top = best(usize::MAX);
        let second = best(top);
        let named = total - labels[0];
        Self {
            total,
            top: top as u8,
            second: if labels[second] * 10 > total { second as u8 } else { 15 },
            share: [50, 70, 90, 97].iter().filter(|&&percent| labels[top] * 100 >= total * percent).count() as u8,
            place: [10, 50, 90].iter().filter(|&&percent| begins * 100 >= named.max(1) * percent).count() as u8,
        }
    }

    /// The word is nowhere else.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.total == 0
    }

    /// The likeliest label: 0 for no name, else as in [`crate::tagger::tag::label`], from 1.
    #[must_use]
    pub fn top(&self) -> u32 {
        if self.is_none() { 14 } else { u32::from(self.top) }
    }

    /// The next likeliest label where it has a tenth or more; else 15.
    #[must_use]
    pub fn second(&self) -> u32 {
        u32::from(self.second)
    }

    /// How clear the likeliest label is, 0 to 4.
    #[must_use]
    pub fn share(&self) -> u32 {
        u32::from(self.share)
    }

    /// How often it begins a name rather than going on with one, 0 to 3.
    #[must_use]
    pub fn place(&self) -> u32 {
        u32::from(self.place)
    }

    /// How often the word occurs elsewhere, 1 to 4.
    #[must_use]
    pub fn count(&self) -> u32 {
        [1, 2, 5].iter().filter(|&&n| self.total >= n * 250).count() as u32 + 1
    }
}
