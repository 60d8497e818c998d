//! The pack as bytes.
//!
//! ```text
//! "NEWSGLOSS" | version u16 | checksum u64 | columns (postcard)
//! ```
//!
//! Numbers of the header are little-endian. The checksum covers everything behind it.

use std::error::Error;
use std::fmt;

use columns::Columns;

pub mod columns;
#[cfg(any(test, feature = "tools"))]
pub mod write;

const MAGIC: &[u8; 9] = b"NEWSGLOSS";

/// Bytes before the columns.
#[cfg(any(test, feature = "tools"))]
pub const HEADER: usize = MAGIC.len() + 2 + 8;

/// Version of the format; a pack of another version is refused.
pub const VERSION: u16 = 3;

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

/// The bytes of a pack.
#[cfg(any(test, feature = "tools"))]
pub fn encode(columns: &Columns) -> Vec<u8> {
    // Plain values in memory always serialize.
    let body = postcard::to_allocvec(columns).unwrap_or_default();
    let mut bytes = MAGIC.to_vec();
    bytes.extend_from_slice(&VERSION.to_le_bytes());
    bytes.extend_from_slice(&[0; 8]);
    bytes.extend_from_slice(&body);
    sign(&mut bytes);
    bytes
}

/// Writes the checksum of what stands behind the header.
#[cfg(any(test, feature = "tools"))]
pub fn sign(bytes: &mut [u8]) {
    if let Some((header, body)) = bytes.split_at_mut_checked(HEADER) {
        header[MAGIC.len() + 2..].copy_from_slice(&checksum(body).to_le_bytes());
    }
}

/// The columns in the bytes of a pack.
///
/// # Errors
/// When they are no pack, a pack of another version, or damaged.
pub fn decode(bytes: &[u8]) -> Result<Columns, PackError> {
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
    postcard::from_bytes(body).map_err(|_| PackError::Damaged)
}

/// In the manner of FNV, over words of eight bytes: finds damage, keeps no secret.
fn checksum(bytes: &[u8]) -> u64 {
    let (words, tail) = bytes.as_chunks::<8>();
    let step = |hash: u64, word: u64| (hash ^ word).wrapping_mul(0x0100_0000_01b3).rotate_left(23);
    let hash = words.iter().fold(0xcbf2_9ce4_8422_2325, |hash, word| step(hash, u64::from_le_bytes(*word)));
    tail.iter().fold(step(hash, bytes.len() as u64), |hash, &byte| step(hash, u64::from(byte)))
}
