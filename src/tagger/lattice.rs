//! The lattice of tags over a sentence: a linear-chain conditional random field, in plain float arithmetic that is the
//! same to the bit on every machine (sums in fixed order, no library functions).

use crate::tagger::tag::{OUTSIDE, TAGS, is_begin, may_follow};

/// One value per tag.
pub type Row = [f32; TAGS];
/// Probabilities of a word's tags.
pub type Marginals = Row;
/// `[before][tag]`.
pub type Square = [Row; TAGS];

/// e to the power of `x`, to about 7 digits; 0 below -80.
#[must_use]
pub fn exp(x: f32) -> f32 {
    if x < -80.0 {
        return 0.0;
    }
    let scaled = x.min(80.0) * std::f32::consts::LOG2_E;
    let whole = (scaled + if scaled < 0.0 { -0.5 } else { 0.5 }) as i32;
    let rest = (scaled - whole as f32) * std::f32::consts::LN_2;
    let terms = [1.0 / 5040.0, 1.0 / 720.0, 1.0 / 120.0, 1.0 / 24.0, 1.0 / 6.0, 0.5, 1.0, 1.0];
    let fraction = terms.iter().fold(0.0, |sum: f32, term| sum * rest + term);
    fraction * f32::from_bits(((whole + 127) as u32) << 23)
}

/// Weights of going from tag to tag, as factors; impossible steps are 0.
#[derive(Clone, Debug)]
pub struct Transitions {
    /// One square per kind of border between two words.
    pub squares: Vec<Square>,
}

impl Transitions {
    /// Turns log weights into factors.
    #[must_use]
    pub fn new(log: &[Square]) -> Self {
        let factor = |before: usize, tag: usize, w: f32| if may_follow(before, tag) { exp(w) } else { 0.0 };
        let square = |s: &Square| {
            let mut factors = [[0.0; TAGS]; TAGS];
            for (before, row) in s.iter().enumerate() {
                for (tag, w) in row.iter().enumerate() {
                    factors[before][tag] = factor(before, tag, *w);
                }
            }
            factors
        };
        Self { squares: log.iter().map(square).collect() }
    }
}

/// Forward and backward sums over one sentence; the buffers serve one sentence after another.
#[derive(Debug, Default)]
pub struct Lattice {
    /// Per word: factor of each tag.
    pub potentials: Vec<Row>,
    /// Per word: the square of the border before it.
    pub borders: Vec<u8>,
    /// Per word: probability of each tag.
    pub marginals: Vec<Marginals>,
    /// Sum over all readings, as the product of `norms`.
    norms: Vec<f32>,
    forward: Vec<Row>,
    backward: Vec<Row>,
    back: Vec<[u8; TAGS]>,
}

impl Lattice {
    /// Takes a word's log potentials.
    pub fn push(&mut self, scores: &Row, border: u8) {
        let top = scores.iter().copied().fold(f32::MIN, f32::max);
        self.potentials.push(scores.map(|s| exp(s - top)));
        self.borders.push(border);
    }

    /// Forgets the last sentence.
    pub fn clear(&mut self) {
        self.potentials.clear();
        self.borders.clear();
    }

    /// Sums over all readings: fills `marginals`.
    pub fn sum(&mut self, transitions: &Transitions) {
        self.sum_forward(transitions);
        self.sum_backward(transitions);
        self.marginals.clear();
        for (f, b) in self.forward.iter().zip(&self.backward) {
            let mut row = [0.0; TAGS];
            for tag in 0..TAGS {
                row[tag] = f[tag] * b[tag];
            }
            let total: f32 = row.iter().sum();
            self.marginals.push(row.map(|p| p / total.max(f32::MIN_POSITIVE)));
        }
    }

    fn sum_forward(&mut self, transitions: &Transitions) {
        self.forward.clear();
        self.norms.clear();
        let mut before = [0.0; TAGS];
        before[OUTSIDE] = 1.0;
        for (potential, &border) in self.potentials.iter().zip(&self.borders) {
            let square = &transitions.squares[usize::from(border)];
            let mut row = [0.0; TAGS];
            for (tag_before, sum) in before.iter().enumerate() {
                for tag in 0..TAGS {
                    row[tag] += sum * square[tag_before][tag];
                }
            }
            for tag in 0..TAGS {
                row[tag] *= potential[tag];
            }
            let norm = row.iter().sum::<f32>().max(f32::MIN_POSITIVE);
            before = row.map(|v| v / norm);
            self.norms.push(norm);
            self.forward.push(before);
        }
    }

    fn sum_backward(&mut self, transitions: &Transitions) {
        let n = self.potentials.len();
        self.backward.clear();
        self.backward.resize(n, [1.0; TAGS]);
        for i in (1..n).rev() {
            let square = &transitions.squares[usize::from(self.borders[i])];
            let mut after = [0.0; TAGS];
            for tag in 0..TAGS {
                after[tag] = self.backward[i][tag] * self.potentials[i][tag] / self.norms[i];
            }
            for before in 0..TAGS {
                let mut sum = 0.0;
                for tag in 0..TAGS {
                    sum += square[before][tag] * after[tag];
                }
                self.backward[i - 1][before] = sum;
            }
        }
    }

    /// Probability that words `start..end` are one name with the given first tag; after [`Lattice::sum`].
    #[must_use]
    pub fn span(&self, start: usize, end: usize, first: usize, transitions: &Transitions) -> f32 {
        let inside = first + 1;
        let mut p = self.marginals[start][first];
        // From here on: the share of what goes on as this name.
        for i in start + 1..end {
            let square = &transitions.squares[usize::from(self.borders[i])];
            let tag = if i == start + 1 { first } else { inside };
            let step = square[tag][inside] * self.potentials[i][inside] / self.norms[i] * self.backward[i][inside];
            p *= step / self.backward[i - 1][tag].max(f32::MIN_POSITIVE);
        }
        if end < self.potentials.len() {
            let square = &transitions.squares[usize::from(self.borders[end])];
            let tag = if end == start + 1 { first } else { inside };
            let step =
                square[tag][inside] * self.potentials[end][inside] / self.norms[end] * self.backward[end][inside];
            p *= 1.0 - (step / self.backward[end - 1][tag].max(f32::MIN_POSITIVE)).min(1.0);
        }
        p.clamp(0.0, 1.0)
    }

    /// Probability of the border step `before -> tag` in front of word `i`; after [`Lattice::sum`].
    #[must_use]
    pub fn step(&self, i: usize, before: usize, tag: usize, transitions: &Transitions) -> f32 {
        let from = if i == 0 { f32::from(u8::from(before == OUTSIDE)) } else { self.forward[i - 1][before] };
        let square = &transitions.squares[usize::from(self.borders[i])];
        from * square[before][tag] * self.potentials[i][tag] / self.norms[i] * self.backward[i][tag]
    }

    /// Log of the sum over all readings, up to what [`Lattice::push`] took off; after [`Lattice::sum`].
    #[must_use]
    pub fn log_sum(&self) -> f64 {
        self.norms.iter().map(|n| f64::from(*n).ln()).sum()
    }

    /// The likeliest reading.
    pub fn best(&mut self, transitions: &Transitions, tags: &mut Vec<u8>) {
        self.back.clear();
        let mut before = [0.0; TAGS];
        before[OUTSIDE] = 1.0;
        for (potential, &border) in self.potentials.iter().zip(&self.borders) {
            let square = &transitions.squares[usize::from(border)];
            let (row, pointers) = best_step(&before, square, potential);
            let norm = row.iter().copied().fold(f32::MIN_POSITIVE, f32::max);
            before = row.map(|v| v / norm);
            self.back.push(pointers);
        }
        tags.clear();
        let mut tag = argmax(&before) as u8;
        for pointers in self.back.iter().rev() {
            tags.push(tag);
            tag = pointers[usize::from(tag)];
        }
        tags.reverse();
    }
}

fn best_step(before: &Row, square: &Square, potential: &Row) -> (Row, [u8; TAGS]) {
    let mut row = [-1.0; TAGS];
    let mut pointers = [0; TAGS];
    for (tag_before, value) in before.iter().enumerate() {
        for tag in 0..TAGS {
            let reached = value * square[tag_before][tag];
            if reached > row[tag] {
                row[tag] = reached;
                pointers[tag] = tag_before as u8;
            }
        }
    }
    for tag in 0..TAGS {
        row[tag] *= potential[tag];
    }
    (row, pointers)
}

fn argmax(row: &Row) -> usize {
    (1..TAGS).fold(0, |best, tag| if row[tag] > row[best] { tag } else { best })
}

/// The names in a row of tags: first word, behind the last, first tag.
pub fn names(tags: &[u8], mut found: impl FnMut(usize, usize, usize)) {
    let mut open: Option<(usize, usize)> = None;
    for (i, &tag) in tags.iter().enumerate() {
        let tag = usize::from(tag);
        let goes_on = open.is_some_and(|(_, first)| tag == first + 1);
        if goes_on {
            continue;
        }
        if let Some((start, first)) = open.take() {
            found(start, i, first);
        }
        open = is_begin(tag).then_some((i, tag));
    }
    if let Some((start, first)) = open {
        found(start, tags.len(), first);
    }
}
