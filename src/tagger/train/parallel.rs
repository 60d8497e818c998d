//! Several fields trained side by side. The outcome does not depend on how they share the processors.

use std::sync::mpsc;
use std::thread;

use crate::tagger::crf::{Bank, Crf, Random, Schedule};

/// A field to train.
pub struct Job {
    /// What progress calls it.
    pub name: String,
    /// The field as it begins.
    pub crf: Crf,
    /// The sentences it learns from.
    pub sentences: Vec<usize>,
    /// How it learns.
    pub schedule: Schedule,
    /// Start of its random numbers.
    pub seed: u64,
}

/// Trains all fields and gives them back in order; `progress` hears of every few passes.
pub fn run(bank: &Bank, jobs: Vec<Job>, progress: &mut dyn FnMut(&str)) -> Vec<Crf> {
    let (sender, lines) = mpsc::channel();
    thread::scope(|scope| {
        let start = |job: Job| {
            let sender = sender.clone();
            scope.spawn(move || job.run(bank, |line| drop(sender.send(line))))
        };
        let running: Vec<_> = jobs.into_iter().map(start).collect();
        drop(sender);
        lines.iter().for_each(|line| progress(&line));
        running
            .into_iter()
            .map(|thread| thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect()
    })
}

impl Job {
    fn run(self, bank: &Bank, tell: impl Fn(String)) -> Crf {
        let Self { name, mut crf, sentences, schedule, seed } = self;
        crf.train(bank, &sentences, schedule, &mut Random(seed), |epoch, loss| {
            if epoch % 4 == 0 || epoch == schedule.epochs {
                tell(format!("{name}: pass {epoch} of {}, loss {loss:.4}", schedule.epochs));
            }
        });
        crf
    }
}
