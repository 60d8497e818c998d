//! Packs the weights: an adaptive binary range coder (the one of LZMA), which takes a third less room than a general
//! compressor because it knows what a weight's neighbours in its row say of it.
//!
//! ```text
//! weight -> zero? -> sign -> magnitude - 1 in unary, each bit with a probability that learns as it goes
//! ```

use crate::tagger::tag::TAGS;

/// Bits of a probability.
const PRECISION: u32 = 12;
/// How slowly probabilities learn.
const PACE: u32 = 5;
/// Below this range the coder moves on by a byte.
const LEAST: u32 = 1 << 24;
/// Unary steps with a probability of their own; later ones share the last.
const STEPS: usize = 12;
/// What the weights before it in its row tell about a weight.
const CONTEXTS: usize = TAGS * 4 * 5 * 5;

/// Probability that the next bit is 0, in 4096ths.
type Bit = u16;
const EVEN: Bit = 1 << (PRECISION - 1);

/// Probabilities of every decision.
struct Model {
    zero: Vec<Bit>,
    sign: Vec<Bit>,
    more: Vec<[Bit; STEPS]>,
}

impl Model {
    fn new() -> Self {
        Self { zero: vec![EVEN; CONTEXTS], sign: vec![EVEN; CONTEXTS], more: vec![[EVEN; STEPS]; CONTEXTS] }
    }

    /// Passes one weight through a coder: given when packing, found when unpacking.
    fn weight(&mut self, context: usize, coder: &mut impl Coder, given: i8) -> i8 {
        if !coder.bit(&mut self.zero[context], given != 0) {
            return 0;
        }
        let negative = coder.bit(&mut self.sign[context], given < 0);
        let mut magnitude = 1;
        while magnitude < 127 {
            let step = &mut self.more[context][(magnitude as usize - 1).min(STEPS - 1)];
            if !coder.bit(step, magnitude < given.unsigned_abs()) {
                break;
            }
            magnitude += 1;
        }
        if negative { -(magnitude as i8) } else { magnitude as i8 }
    }
}

/// Either direction of the coder.
trait Coder {
    /// Codes a bit; when unpacking, `given` is ignored.
    fn bit(&mut self, probability: &mut Bit, given: bool) -> bool;
}

/// Share of the range that belongs to 0.
fn bound(range: u32, probability: Bit) -> u32 {
    (range >> PRECISION) * u32::from(probability)
}

fn learn(probability: &mut Bit, bit: bool) {
    if bit {
        *probability -= *probability >> PACE;
    } else {
        *probability += ((1 << PRECISION) - *probability) >> PACE;
    }
}

fn context(tag: usize, row: &[i8; TAGS]) -> usize {
    let clip = |w: i8| (w.clamp(-2, 2) + 2) as usize;
    let filled = row[..tag].iter().filter(|w| **w != 0).count().min(3);
    let before = if tag > 0 { clip(row[tag - 1]) } else { 2 };
    ((tag * 4 + filled) * 5 + before) * 5 + clip(row[0])
}

/// Packs rows of weights.
#[must_use]
pub fn pack(rows: &[[i8; TAGS]]) -> Vec<u8> {
    let mut model = Model::new();
    let mut encoder = Encoder { low: 0, range: u32::MAX, held: 0, pending: 1, out: Vec::new() };
    for row in rows {
        let mut done = [0; TAGS];
        for tag in 0..TAGS {
            model.weight(context(tag, &done), &mut encoder, row[tag].max(-127));
            done[tag] = row[tag].max(-127);
        }
    }
    encoder.finish()
}

/// Unpacks `count` rows; bytes that are missing read as 0.
#[must_use]
pub fn unpack(bytes: &[u8], count: usize) -> Vec<[i8; TAGS]> {
    let mut model = Model::new();
    let mut decoder = Decoder::new(bytes);
    let mut rows = Vec::with_capacity(count);
    for _ in 0..count {
        let mut row = [0; TAGS];
        for tag in 0..TAGS {
            row[tag] = model.weight(context(tag, &row), &mut decoder, 0);
        }
        rows.push(row);
    }
    rows
}

/// Writes bits; `held` and `pending` bytes of 0xff wait for a carry.
struct Encoder {
    low: u64,
    range: u32,
    held: u8,
    pending: u64,
    out: Vec<u8>,
}

impl Coder for Encoder {
    fn bit(&mut self, probability: &mut Bit, given: bool) -> bool {
        let bound = bound(self.range, *probability);
        if given {
            self.low += u64::from(bound);
            self.range -= bound;
        } else {
            self.range = bound;
        }
        learn(probability, given);
        while self.range < LEAST {
            self.range <<= 8;
            self.shift();
        }
        given
    }
}

impl Encoder {
    fn shift(&mut self) {
        if self.low < 0xff00_0000 || self.low > 0xffff_ffff {
            let carry = (self.low >> 32) as u8;
            let mut byte = self.held;
            while self.pending > 0 {
                self.out.push(byte.wrapping_add(carry));
                byte = 0xff;
                self.pending -= 1;
            }
            self.held = (self.low >> 24) as u8;
        }
        self.pending += 1;
        self.low = (self.low & 0x00ff_ffff) << 8;
    }

    fn finish(mut self) -> Vec<u8> {
        (0..5).for_each(|_| self.shift());
        self.out
    }
}

/// Reads bits.
struct Decoder<'b> {
    code: u32,
    range: u32,
    bytes: std::slice::Iter<'b, u8>,
}

impl<'b> Decoder<'b> {
    fn new(bytes: &'b [u8]) -> Self {
        let mut decoder = Self { code: 0, range: u32::MAX, bytes: bytes.iter() };
        (0..5).for_each(|_| decoder.take());
        decoder
    }

    fn take(&mut self) {
        self.code = self.code << 8 | u32::from(self.bytes.next().copied().unwrap_or(0));
    }
}

impl Coder for Decoder<'_> {
    fn bit(&mut self, probability: &mut Bit, _: bool) -> bool {
        let bound = bound(self.range, *probability);
        let bit = self.code >= bound;
        if bit {
            self.code -= bound;
            self.range -= bound;
        } else {
            self.range = bound;
        }
        learn(probability, bit);
        while self.range < LEAST {
            self.range <<= 8;
            self.take();
        }
        bit
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_weights_come_back() {
        let mut seed = 1u32;
        let mut next = || {
            seed = seed.wrapping_mul(0x0019_660d).wrapping_add(0x3c6e_f35f);
            let byte = (seed >> 24) as i8;
            if seed & 0x70_0000 > 0 { 0 } else { byte.max(-127) }
        };
        let rows: Vec<[i8; TAGS]> = (0..500).map(|_| std::array::from_fn(|_| next())).collect();
        let packed = pack(&rows);
        assert_eq!(unpack(&packed, rows.len()), rows);
        assert!(packed.len() < rows.len() * TAGS / 2);
        assert_eq!(unpack(&[], 2), unpack(&[0; 64], 2));
    }
}
