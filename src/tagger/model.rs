//! The model file: feature weights, transitions, lexicon and calibration, packed for the wire.
//!
//! ```text
//! magic (8 bytes) | version (u32 LE) | checksum of the rest (u32 LE) | ModelData (postcard)
//! ```

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;

use crate::tagger::coder;
use crate::tagger::feature::KEY_BITS;
use crate::tagger::lattice::{Square, Transitions};
use crate::tagger::lexicon::{Lexicon, LexiconData};
use crate::tagger::tag::TAGS;

const MAGIC: &[u8; 8] = b"NGNAMES\n";
/// Version of the format and of the features; a model of another version cannot be read.
pub const VERSION: u32 = 3;
/// Length of what stands before the packed model, in bytes.
pub const HEADER: usize = 16;
/// Kinds of borders between two words: 6 kinds of words and the start of the sentence before it, 6 behind it.
pub const BORDERS: usize = 42;

/// Why bytes are no model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ModelError {
    /// They do not begin as a model does.
    NotAModel,
    /// They were written for another version of this program.
    Version {
        /// The version they carry.
        found: u32,
    },
    /// They are cut short or damaged.
    Damaged,
}

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAModel => write!(f, "this is no name model: load the names.bin that comes with this program"),
            Self::Version { found } => write!(
                f,
                "the name model has version {found}, this program reads version {VERSION}: load the names.bin that comes \
                 with it, or train a new one with `newsgloss train`"
            ),
            Self::Damaged => write!(f, "the name model is damaged or cut short: load names.bin again"),
        }
    }
}

impl std::error::Error for ModelError {}

/// The model as it is stored.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct ModelData {
    /// Words and names known beforehand.
    pub lexicon: LexiconData,
    /// Sorted feature keys as differences.
    pub keys: Vec<u32>,
    /// Per feature one weight per tag, behind them one row per border and tag before it; see [`coder`].
    pub weights: ByteBuf,
    /// Score of a weight of 1, in nats.
    pub scale: f32,
    /// Share of right names among those read with probability 0, 1/n, 2/n, ... 1, in 255ths.
    pub calibration: ByteBuf,
}

impl ModelData {
    /// The bytes of the model file.
    ///
    /// # Errors
    /// Where the encoder runs out of memory.
    pub fn to_bytes(&self) -> Result<Vec<u8>, postcard::Error> {
        let body = postcard::to_allocvec(self)?;
        let mut bytes = MAGIC.to_vec();
        bytes.extend(VERSION.to_le_bytes());
        bytes.extend(checksum(&body).to_le_bytes());
        bytes.extend(body);
        Ok(bytes)
    }

    fn from_bytes(bytes: &[u8]) -> Result<Self, ModelError> {
        let number = |at: usize| bytes.get(at..at + 4).and_then(|b| b.try_into().ok()).map(u32::from_le_bytes);
        if !bytes.starts_with(MAGIC) {
            return Err(ModelError::NotAModel);
        }
        match number(MAGIC.len()) {
            Some(VERSION) => {}
            Some(found) => return Err(ModelError::Version { found }),
            None => return Err(ModelError::Damaged),
        }
        let body = bytes.get(HEADER..).ok_or(ModelError::Damaged)?;
        if number(MAGIC.len() + 4) != Some(checksum(body)) {
            return Err(ModelError::Damaged);
        }
        postcard::from_bytes(body).map_err(|_| ModelError::Damaged)
    }
}

/// FNV-1a, 32 bits.
fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |h, &b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193))
}

/// One weight per tag.
pub type Weights = [i8; TAGS];

/// A model, unpacked.
#[derive(Debug)]
pub struct Model {
    /// Words and names known beforehand.
    pub lexicon: Lexicon,
    /// Steps from tag to tag.
    pub transitions: Transitions,
    /// Score of a weight of 1, in nats.
    pub scale: f32,
    index: Index,
    rows: Vec<Weights>,
    calibration: Vec<u8>,
}

impl Model {
    /// Unpacks a model file.
    ///
    /// # Errors
    /// Where the bytes are no model, of another version, or damaged.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ModelError> {
        Self::new(&ModelData::from_bytes(bytes)?).ok_or(ModelError::Damaged)
    }

    /// Unpacks a model; nothing where its parts do not fit together.
    #[must_use]
    pub fn new(data: &ModelData) -> Option<Self> {
        let features = data.keys.len();
        if features > 1 << KEY_BITS || data.calibration.len() < 2 || !data.scale.is_finite() {
            return None;
        }
        let mut rows = coder::unpack(&data.weights, features + BORDERS * TAGS);
        let transitions = rows.split_off(features);
        Some(Self {
            lexicon: Lexicon::new(&data.lexicon)?,
            transitions: Transitions::new(&squares(&transitions, data.scale)),
            scale: data.scale,
            index: Index::new(&data.keys)?,
            rows,
            calibration: data.calibration.to_vec(),
        })
    }

    /// Adds the weights of a feature to the scores of the tags.
    pub fn add(&self, key: u32, scores: &mut [i32; TAGS]) {
        if let Some(row) = self.index.find(key).and_then(|i| self.rows.get(i)) {
            scores.iter_mut().zip(row).for_each(|(sum, w)| *sum += i32::from(*w));
        }
    }

    /// The share of right names among those that the lattice gives this probability.
    #[must_use]
    pub fn calibrate(&self, probability: f32) -> f32 {
        let place = probability.clamp(0.0, 1.0) * (self.calibration.len() - 1) as f32;
        let left = (place as usize).min(self.calibration.len() - 2);
        let (low, high) = (f32::from(self.calibration[left]), f32::from(self.calibration[left + 1]));
        (low + (high - low) * (place - left as f32)) / 255.0
    }
}

fn squares(rows: &[Weights], scale: f32) -> Vec<Square> {
    let square = |rows: &[Weights; TAGS]| rows.map(|row| row.map(|w| f32::from(w) * scale));
    rows.as_chunks::<TAGS>().0.iter().map(square).collect()
}

/// Finds the row of a feature: a bit per key, and how many bits are set before each word of bits.
///
/// ```text
/// bits  ...0100 0000 | 0001 1000 | ...
/// ranks      0       |     1     | ...    key -> word of bits -> rank + set bits below it = row
/// ```
#[derive(Debug)]
struct Index {
    words: Vec<(u32, u32)>,
}

impl Index {
    fn new(deltas: &[u32]) -> Option<Self> {
        let mut words = vec![(0u32, 0u32); 1 << (KEY_BITS - 5)];
        let mut key = 0u32;
        for (i, delta) in deltas.iter().enumerate() {
            if i > 0 && *delta == 0 {
                return None;
            }
            key = key.checked_add(*delta)?;
            words.get_mut(key as usize >> 5)?.0 |= 1 << (key & 31);
        }
        let mut rank = 0;
        for word in &mut words {
            word.1 = rank;
            rank += word.0.count_ones();
        }
        Some(Self { words })
    }

    fn find(&self, key: u32) -> Option<usize> {
        let (bits, rank) = *self.words.get(key as usize >> 5)?;
        let bit = 1u32 << (key & 31);
        (bits & bit != 0).then(|| (rank + (bits & (bit - 1)).count_ones()) as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tagger::{Scratch, Tagger};

    /// Behind a sound header anything may stand: it is refused or read, and what is read tags without a panic.
    #[test]
    fn strange_models_do_no_harm() {
        let body = &include_bytes!("../../data/names.bin")[HEADER..];
        let mut seed = 7u32;
        let mut next = |below: usize| {
            seed = seed.wrapping_mul(0x0019_660d).wrapping_add(0x3c6e_f35f);
            (seed >> 8) as usize % below
        };
        for _ in 0..12 {
            let mut body = body[..body.len() - next(2) * next(body.len())].to_vec();
            for _ in 0..20 {
                let (at, byte) = (next(body.len()), next(256) as u8);
                body[at] = byte;
            }
            let mut bytes = [&MAGIC[..], &VERSION.to_le_bytes(), &checksum(&body).to_le_bytes()].concat();
            bytes.extend(body);
            if let Ok(tagger) = Tagger::from_bytes(&bytes) {
                tagger.tag(&[["The", "U.S.", "and", "Ukraine", "agreed"]], &mut Scratch::default());
            }
        }
    }
}
