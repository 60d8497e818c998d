//! The pack as bytes.
//!
//! ```text
//! "NEWSGLOSS" | version u16 | checksum u64 | length of contents u32 | contents (postcard) | alias automaton (fst)
//! ```
//!
//! All numbers are little-endian. The checksum covers everything behind it. The automaton maps an alias, its folded
//! words joined by single spaces, to an index into [`Contents::groups`].

use std::error::Error;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Record, Sense};

const MAGIC: &[u8; 9] = b"NEWSGLOSS";

/// Version of the format; a pack of another version is refused.
pub const VERSION: u16 = 1;

/// Why bytes are no usable pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackError {
    /// Not a knowledge pack at all.
    Magic,
    /// A pack of another version, which this is.
    Version(u16),
    /// Cut short, or changed on the way.
    Damaged,
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Magic => write!(f, "this is not a Newsgloss knowledge pack: point to the knowledge.bin of the build"),
            Self::Version(found) => write!(
                f,
                "the knowledge pack has version {found}, this program reads version {VERSION}: take knowledge.bin and \
                 program from the same release"
            ),
            Self::Damaged => {
                write!(f, "the knowledge pack is cut short or damaged: fetch or build knowledge.bin again")
            }
        }
    }
}

impl Error for PackError {}

/// All that a pack holds beside its alias automaton.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Contents {
    /// Every entity, in the order of [`super::RecordId`].
    pub records: Vec<Record>,
    /// Senses of all aliases.
    pub senses: Vec<Sense>,
    /// Where the senses of alias `i` end; they begin where those of `i - 1` end.
    pub groups: Vec<u32>,
}

/// The bytes of a pack.
#[cfg(any(test, feature = "tools"))]
pub fn encode(contents: &Contents, automaton: &[u8]) -> Vec<u8> {
    // Plain values in memory always serialize.
    let contents = postcard::to_allocvec(contents).unwrap_or_default();
    let mut body = (contents.len() as u32).to_le_bytes().to_vec();
    body.extend_from_slice(&contents);
    body.extend_from_slice(automaton);
    let mut bytes = MAGIC.to_vec();
    bytes.extend_from_slice(&VERSION.to_le_bytes());
    bytes.extend_from_slice(&checksum(&body).to_le_bytes());
    bytes.extend_from_slice(&body);
    bytes
}

/// What the bytes of a pack hold.
///
/// # Errors
/// When they are no pack, a pack of another version, or damaged.
pub fn decode(bytes: &[u8]) -> Result<(Contents, fst::Map<Vec<u8>>), PackError> {
    let rest = bytes.strip_prefix(MAGIC).ok_or(PackError::Magic)?;
    let (version, rest) = rest.split_first_chunk::<2>().ok_or(PackError::Damaged)?;
    let version = u16::from_le_bytes(*version);
    if version != VERSION {
        return Err(PackError::Version(version));
    }
    let (sum, body) = rest.split_first_chunk::<8>().ok_or(PackError::Damaged)?;
    if checksum(body) != u64::from_le_bytes(*sum) {
        return Err(PackError::Damaged);
    }
    let (length, rest) = body.split_first_chunk::<4>().ok_or(PackError::Damaged)?;
    let (contents, automaton) =
        rest.split_at_checked(u32::from_le_bytes(*length) as usize).ok_or(PackError::Damaged)?;
    let contents: Contents = postcard::from_bytes(contents).map_err(|_| PackError::Damaged)?;
    let automaton = fst::Map::new(automaton.to_vec()).map_err(|_| PackError::Damaged)?;
    if contents.is_sound() { Ok((contents, automaton)) } else { Err(PackError::Damaged) }
}

impl Contents {
    /// Whether every index points to something.
    fn is_sound(&self) -> bool {
        let count = self.records.len() as u32;
        let records = self.records.iter().all(|r| {
            let offices = r.offices.iter().filter_map(|o| o.of);
            offices.chain(r.nation).chain(r.members.iter().copied()).all(|id| id < count)
        });
        let senses = self.senses.iter().all(|s| s.record < count);
        let groups = self.groups.is_sorted() && self.groups.last().is_none_or(|&end| end as usize <= self.senses.len());
        records && senses && groups
    }
}

/// FNV-1a over words of eight bytes: finds damage, keeps no secret.
fn checksum(bytes: &[u8]) -> u64 {
    let (words, tail) = bytes.as_chunks::<8>();
    let step = |hash: u64, word: u64| (hash ^ word).wrapping_mul(0x0100_0000_01b3).rotate_left(23);
    let hash = words.iter().fold(0xcbf2_9ce4_8422_2325, |hash, word| step(hash, u64::from_le_bytes(*word)));
    tail.iter().fold(step(hash, bytes.len() as u64), |hash, &byte| step(hash, u64::from(byte)))
}
