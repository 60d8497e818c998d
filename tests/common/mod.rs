//! What the integration tests share: the program as newsrooms run it, and where the shared material lies.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use newsgloss::Gloss;
use newsgloss::knowledge::Knowledge;
use newsgloss::tagger::Tagger;

/// The program with the project's own pack and model.
pub fn gloss() -> &'static Gloss {
    static GLOSS: OnceLock<Gloss> = OnceLock::new();
    GLOSS.get_or_init(|| {
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
        let bytes = |name: &str| std::fs::read(data.join(name)).expect(name);
        Gloss {
            knowledge: Knowledge::from_bytes(&bytes("knowledge.bin")).expect("the pack"),
            tagger: Some(Tagger::from_bytes(&bytes("names.bin")).expect("the model")),
        }
    })
}

/// A file of the shared test material; where it is absent, says so and gives none.
#[allow(dead_code)]
pub fn shared(path: &str) -> Option<PathBuf> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(path);
    if file.exists() {
        return Some(file);
    }
    println!("skipped: ../shared/{path} is not here");
    None
}
