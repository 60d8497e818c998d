//! Plain tables: a header line, tab-separated cells, `#` comments.

use std::fmt;
use std::fs;
use std::path::Path;

/// Something wrong in a table, said so that a person can mend it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// `data/offices.tsv`.
    pub file: String,
    /// Line in the file, counted from 1.
    pub line: usize,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub remedy: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}; {}", self.file, self.line, self.what, self.remedy)
    }
}

/// Where a row stands, for messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// `offices.tsv`.
    pub table: &'static str,
    /// Line, counted from 1.
    pub line: usize,
}

/// One row of a table.
#[derive(Clone, Debug)]
pub struct Row {
    /// Where it stands.
    pub place: Place,
    cells: Vec<String>,
}

impl Row {
    /// The cell of column `i`, without white space around it; empty where the row is short.
    #[must_use]
    pub fn cell(&self, i: usize) -> &str {
        self.cells.get(i).map_or("", String::as_str)
    }
}

/// What is wrong so far, in the tables of one folder.
#[derive(Debug)]
pub struct Problems {
    folder: String,
    found: Vec<Problem>,
}

impl Problems {
    /// No problem yet, in the tables of `folder`.
    #[must_use]
    pub fn new(folder: &Path) -> Self {
        let folder = folder.file_name().unwrap_or(folder.as_os_str()).to_string_lossy().into_owned();
        Self { folder, found: Vec::new() }
    }

    /// Notes what is wrong with a row and what to do about it.
    pub fn add(&mut self, place: Place, what: impl Into<String>, remedy: impl Into<String>) {
        let file = format!("{}/{}", self.folder, place.table);
        self.found.push(Problem { file, line: place.line, what: what.into(), remedy: remedy.into() });
    }

    /// Whether all is well.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// All of them, by file and line; nothing where all is well.
    #[must_use]
    pub fn into_sorted(mut self) -> Vec<Problem> {
        self.found.sort();
        self.found
    }
}

/// Reads a table whose header must name `columns`, in this order.
pub fn read(folder: &Path, table: &'static str, columns: &[&str], problems: &mut Problems) -> Vec<Row> {
    let text = match fs::read_to_string(folder.join(table)) {
        Ok(text) => text,
        Err(error) => {
            problems.add(Place { table, line: 0 }, format!("cannot be read ({error})"), "restore the file");
            return Vec::new();
        }
    };
    let mut rows = lines(&text, table);
    let Some(header) = rows.next() else {
        problems.add(Place { table, line: 1 }, "the file is empty", format!("begin with the header: {columns:?}"));
        return Vec::new();
    };
    if header.cells != columns {
        let remedy = format!("name the columns: {}", columns.join(", "));
        problems.add(header.place, format!("the columns are {}", header.cells.join(", ")), remedy);
        return Vec::new();
    }
    rows.filter(|row| has_width(row, columns.len(), problems)).collect()
}

fn lines(text: &str, table: &'static str) -> impl Iterator<Item = Row> {
    let numbered = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
    numbered.map(move |(i, line)| Row {
        place: Place { table, line: i + 1 },
        cells: line.split('\t').map(|cell| cell.trim().to_owned()).collect(),
    })
}

fn has_width(row: &Row, width: usize, problems: &mut Problems) -> bool {
    let found = row.cells.len();
    if found != width {
        let remedy = format!("give it {width}, with tabs between them");
        problems.add(row.place, format!("the row has {found} cells"), remedy);
    }
    found == width
}
