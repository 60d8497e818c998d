//! Word clusters from plain text: words that stand between the same neighbours share a cluster.
//!
//! Two-sided exchange clustering (Kneser and Ney, 1993; Martin, Liermann and Ney, 1998): every word moves to the
//! cluster that makes the class bigrams of the text likeliest, over and over. A second, coarser clustering of the
//! clusters gives each a path of two steps.

use std::collections::BTreeMap;

/// A clustering.
#[derive(Clone, Debug, Default)]
pub struct Clusters {
    /// Words in falling frequency, with how often they occur.
    pub words: Vec<(String, u32)>,
    /// Per word: its cluster, from 0.
    pub of: Vec<u16>,
}

/// Counts of neighbours.
struct Text {
    /// Per word: words behind it and how often.
    right: Vec<Vec<(u32, u32)>>,
    /// Per word: words before it.
    left: Vec<Vec<(u32, u32)>>,
    count: Vec<u32>,
}

/// Clusters the words of `sentences` that occur `least` times or more into `clusters` clusters in `rounds` rounds.
pub fn run(
    sentences: &[Vec<&str>],
    least: u32,
    clusters: usize,
    rounds: usize,
    mut progress: impl FnMut(usize, usize),
) -> Clusters {
    let words = vocabulary(sentences, least);
    let text = Text::new(sentences, &words);
    let mut exchange = Exchange::new(&text, clusters);
    for round in 0..rounds {
        let moved = exchange.round(&text);
        progress(round + 1, moved);
        if moved * 500 < words.len() {
            break;
        }
    }
    Clusters { words, of: exchange.of }
}

/// The coarser cluster of each cluster, found in the same text.
#[must_use]
pub fn coarser(sentences: &[Vec<&str>], fine: &Clusters, clusters: usize) -> Vec<u8> {
    let names: Vec<String> = (0..=fine.of.iter().copied().max().unwrap_or(0)).map(|c| c.to_string()).collect();
    let of: BTreeMap<&str, usize> =
        fine.words.iter().zip(&fine.of).map(|((w, _), c)| (w.as_str(), usize::from(*c))).collect();
    let cluster = |word: &&str| of.get(word).map_or("", |c| names[*c].as_str());
    let text: Vec<Vec<&str>> = sentences.iter().map(|s| s.iter().map(cluster).collect()).collect();
    let coarse = run(&text, 1, clusters, 20, |_, _| {});
    let found: BTreeMap<&str, u16> =
        coarse.words.iter().map(|(w, _)| w.as_str()).zip(coarse.of.iter().copied()).collect();
    names.iter().map(|n| found.get(n.as_str()).map_or(0, |c| *c as u8)).collect()
}

fn vocabulary(sentences: &[Vec<&str>], least: u32) -> Vec<(String, u32)> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    sentences.iter().flatten().for_each(|w| *counts.entry(w).or_default() += 1);
    let mut words: Vec<_> = counts.into_iter().filter(|(_, n)| *n >= least).map(|(w, n)| (w.to_owned(), n)).collect();
    words.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    words
}

impl Text {
    /// The borders of sentences count as a word behind the last: so do rare words.
    fn new(sentences: &[Vec<&str>], words: &[(String, u32)]) -> Self {
        let ids: BTreeMap<&str, u32> = words.iter().zip(0..).map(|((w, _), i)| (w.as_str(), i)).collect();
        let other = words.len() as u32;
        let mut pairs: BTreeMap<(u32, u32), u32> = BTreeMap::new();
        let mut count = vec![0; words.len() + 1];
        for sentence in sentences {
            let mut before = other;
            for id in sentence.iter().map(|w| ids.get(w).copied().unwrap_or(other)).chain([other]) {
                *pairs.entry((before, id)).or_default() += 1;
                count[id as usize] += 1;
                before = id;
            }
        }
        let mut text =
            Self { right: vec![Vec::new(); words.len() + 1], left: vec![Vec::new(); words.len() + 1], count };
        for ((before, after), n) in pairs {
            text.right[before as usize].push((after, n));
            text.left[after as usize].push((before, n));
        }
        text
    }
}

/// n log n for whole numbers; sums of these are the likelihood of a clustering.
struct Entropy(Vec<f32>);

impl Entropy {
    fn new() -> Self {
        let of = |n: u32| if n > 0 { n as f32 * (n as f32).ln() } else { 0.0 };
        Self((0..1 << 16).map(of).collect())
    }

    fn of(&self, n: u32) -> f32 {
        self.0.get(n as usize).copied().unwrap_or_else(|| n as f32 * (n as f32).ln())
    }

    /// How much n log n grows when `n` grows by `more`.
    fn growth(&self, n: u32, more: u32) -> f32 {
        self.of(n + more) - self.of(n)
    }
}

struct Exchange {
    of: Vec<u16>,
    clusters: usize,
    /// `[cluster before * (clusters + 1) + cluster after]`: how often; the last cluster holds rare words.
    pairs: Vec<u32>,
    sizes: Vec<u32>,
    right: Vec<u32>,
    left: Vec<u32>,
    entropy: Entropy,
}

impl Exchange {
    /// The commonest words begin alone, the others in turn.
    fn new(text: &Text, clusters: usize) -> Self {
        let words = text.count.len() - 1;
        let of = (0..words).map(|w| (w % clusters) as u16).chain([clusters as u16]).collect();
        let side = clusters + 1;
        let mut exchange = Self {
            of,
            clusters,
            pairs: vec![0; side * side],
            sizes: vec![0; side],
            right: vec![0; side],
            left: vec![0; side],
            entropy: Entropy::new(),
        };
        for (word, after) in text.right.iter().enumerate() {
            let c = usize::from(exchange.of[word]);
            exchange.sizes[c] += text.count[word];
            for (other, n) in after.iter().filter(|(other, _)| *other as usize != word) {
                exchange.pairs[c * side + usize::from(exchange.of[*other as usize])] += n;
            }
        }
        exchange
    }

    /// Offers every word every cluster; tells how many moved.
    fn round(&mut self, text: &Text) -> usize {
        let mut moved = 0;
        for word in 0..text.count.len() - 1 {
            let from = usize::from(self.of[word]);
            self.neighbours(text, word);
            self.shift(from, text.count[word], u32::wrapping_sub);
            let to = self.best(text.count[word], from);
            self.shift(to, text.count[word], u32::wrapping_add);
            self.of[word] = to as u16;
            moved += usize::from(to != from);
        }
        moved
    }

    /// How often the word stands before and behind each cluster. Pairs of a word with itself say nothing.
    fn neighbours(&mut self, text: &Text, word: usize) {
        self.right.fill(0);
        self.left.fill(0);
        for (other, n) in text.right[word].iter().filter(|(o, _)| *o as usize != word) {
            self.right[usize::from(self.of[*other as usize])] += n;
        }
        for (other, n) in text.left[word].iter().filter(|(o, _)| *o as usize != word) {
            self.left[usize::from(self.of[*other as usize])] += n;
        }
    }

    fn shift(&mut self, cluster: usize, count: u32, by: fn(u32, u32) -> u32) {
        let side = self.clusters + 1;
        self.sizes[cluster] = by(self.sizes[cluster], count);
        for c in 0..side {
            let (row, column) = (cluster * side + c, c * side + cluster);
            self.pairs[row] = by(self.pairs[row], self.right[c]);
            self.pairs[column] = by(self.pairs[column], self.left[c]);
        }
    }

    /// The cluster that gains most from the word that stands outside now.
    fn best(&self, count: u32, from: usize) -> usize {
        let side = self.clusters + 1;
        let near = |sides: &[u32]| (0..side).filter(|&c| sides[c] > 0).map(|c| (c, sides[c])).collect::<Vec<_>>();
        let (right, left) = (near(&self.right), near(&self.left));
        let gain = |to: usize| {
            let behind = right.iter().map(|(c, n)| self.entropy.growth(self.pairs[to * side + c], *n)).sum::<f32>();
            let before = left.iter().map(|(c, n)| self.entropy.growth(self.pairs[c * side + to], *n)).sum::<f32>();
            behind + before - 2.0 * self.entropy.growth(self.sizes[to], count)
        };
        let mut best = (from, gain(from) + 1e-3);
        for to in 0..self.clusters {
            let gain = gain(to);
            if gain > best.1 {
                best = (to, gain);
            }
        }
        best.0
    }
}
