//! A newsroom's own knowledge and corrections, loaded at run time.
//!
//! The format is described for people and machines in `data/newsroom.schema.json`. It is read from anything that
//! serde reads. Nothing in it can do harm: an entry that is malformed, too long or points nowhere is skipped and
//! named in one line; text stays text; links must be `https` or `http`.

mod value;

use serde::{Deserialize, Deserializer, de};

use super::{Fact, Form, Guard, Kind, Knowledge, Record, RecordId, Sense, slug};
use value::Value;

/// Longest name, alias or id, in bytes.
const NAME_LIMIT: usize = 200;
/// Longest text of a card, in bytes.
const TEXT_LIMIT: usize = 2_000;
/// Most entries of one list.
const LIST_LIMIT: usize = 10_000;
/// What a card names as the source.
const SOURCE: &str = "newsroom";
/// Where the form is described.
const SCHEMA: &str = "see newsroom.schema.json";

/// A newsroom's pack, not yet checked.
#[derive(Debug, Default)]
pub struct Overlay(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Overlay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Value::deserialize(deserializer)? {
            Value::Object(parts) => Ok(Self(parts)),
            _ => Err(de::Error::custom(format_args!("the newsroom's pack is no object: {SCHEMA}"))),
        }
    }
}

/// Why an entry is skipped.
type Verdict = Result<(), String>;

/// Takes one entry in.
type Take = fn(&mut Merge, &Value) -> Verdict;

/// The lists of a pack, in the order in which they are read: later ones speak of entities that earlier ones add.
const LISTS: &[(&str, Take)] = &[
    ("people", |merge, entry| merge.add_entity(Kind::Person, entry)),
    ("organizations", |merge, entry| merge.add_entity(Kind::Organization, entry)),
    ("places", |merge, entry| merge.add_entity(Kind::Place, entry)),
    ("aliases", Merge::add_alias),
    ("cards", Merge::add_card),
];

/// The lists of its corrections, which win over all else.
const CORRECTIONS: &[(&str, Take)] = &[("rename", Merge::rename), ("never", Merge::never), ("always", Merge::always)];

impl Knowledge {
    /// Lays a newsroom's pack over this one. Says of each entry that it skips, in one line, which and why.
    #[must_use]
    pub fn with_overlay(self, overlay: Overlay) -> (Self, Vec<String>) {
        let mut merge = Merge { knowledge: self, skipped: Vec::new() };
        let pack = Value::Object(overlay.0);
        merge.lists("", &pack, LISTS, &["$schema", "corrections"]);
        if let Some(corrections) = pack.part("corrections") {
            merge.lists("corrections.", corrections, CORRECTIONS, &[]);
        }
        (merge.knowledge, merge.skipped)
    }
}

/// A pack on its way to being merged, and what was skipped.
struct Merge {
    knowledge: Knowledge,
    skipped: Vec<String>,
}

impl Merge {
    /// Reads the lists of an object; names the parts that are neither a list nor among `others`.
    fn lists(&mut self, prefix: &str, object: &Value, lists: &[(&str, Take)], others: &[&str]) {
        let Value::Object(parts) = object else {
            return self.skip(prefix.trim_end_matches('.'), &format!("it is no object, {SCHEMA}"));
        };
        for (name, _) in parts {
            if !others.contains(&name.as_str()) && lists.iter().all(|(list, _)| list != name) {
                self.skip(&brief(name), &format!("no part is called so, {SCHEMA}"));
            }
        }
        for &(name, take) in lists {
            if let Some(list) = object.part(name) {
                self.each(&[prefix, name].concat(), list, take);
            }
        }
    }

    fn each(&mut self, name: &str, list: &Value, take: Take) {
        let Value::List(entries) = list else { return self.skip(name, &format!("it is no list, {SCHEMA}")) };
        for (i, entry) in entries.iter().take(LIST_LIMIT).enumerate() {
            if let Err(why) = take(self, entry) {
                self.skip(&format!("{name}[{i}]"), &why);
            }
        }
        if entries.len() > LIST_LIMIT {
            self.skip(&format!("{name}[{LIST_LIMIT}] and what follows"), &format!("more than {LIST_LIMIT} entries"));
        }
    }

    fn skip(&mut self, entry: &str, why: &str) {
        self.skipped.push(format!("newsroom pack: skipped {entry}: {why}"));
    }

    fn add_entity(&mut self, kind: Kind, entry: &Value) -> Verdict {
        let record = self.record(kind, entry)?;
        let mut names = vec![(record.name.clone(), Form::Name)];
        for (list, form) in [("aliases", Form::Name), ("acronyms", Form::Acronym), ("short", Form::Short)] {
            for name in entry.texts(list)? {
                check_name(name)?;
                names.push((name.to_owned(), form));
            }
        }
        let surname = record.name.rsplit_once(' ').filter(|_| kind == Kind::Person && entry.part("short").is_none());
        names.extend(surname.map(|(_, last)| (last.to_owned(), Form::Short)));
        let id = self.knowledge.add_record(record);
        for (alias, form) in names {
            let guard = if form == Form::Short { Guard::Context } else { Guard::None };
            self.knowledge.add_sense(&alias, Sense { record: id, form, guard });
        }
        Ok(())
    }

    fn record(&self, kind: Kind, entry: &Value) -> Result<Record, String> {
        let name = name_of(entry, "name")?;
        let nation = entry.text("nation")?.map(|code| self.find(&format!("nation/{code}"))).transpose()?;
        let number = |id: &&str| id.strip_prefix('Q').is_some_and(|n| n.parse::<u32>().is_ok());
        let mut facts = Vec::new();
        if let Some(title) = entry.text("title")? {
            check_name(title)?;
            facts.push(fact(if kind == Kind::Person { "office" } else { "what" }, title));
        }
        facts.extend(card_facts(entry)?);
        Ok(Record {
            id: self.new_id(kind, name, entry)?,
            kind,
            name: name.to_owned(),
            wikidata: entry.text("wikidata")?.filter(number).map(str::to_owned),
            class: SOURCE.to_owned(),
            nation,
            prominence: 3,
            facts,
            offices: Vec::new(),
            members: Vec::new(),
        })
    }

    /// The id an entry gives itself, or one made of its name.
    fn new_id(&self, kind: Kind, name: &str, entry: &Value) -> Result<String, String> {
        let prefix = super::pack::columns::prefix(kind);
        let id = entry.text("id")?.map_or_else(|| [prefix, &slug(name)].concat(), str::to_owned);
        check_name(&id)?;
        if !id.starts_with(prefix) || id.len() == prefix.len() {
            return Err(format!("the id must begin with {prefix} and go on"));
        }
        match self.find(&id) {
            Ok(_) => Err(format!("{} is known already: use aliases, cards or rename", brief(&id))),
            Err(_) => Ok(id),
        }
    }

    fn add_alias(&mut self, entry: &Value) -> Verdict {
        let (alias, record) = (name_of(entry, "alias")?, self.find(entry.required("id")?)?);
        self.knowledge.add_sense(alias, Sense { record, form: Form::Name, guard: Guard::None });
        Ok(())
    }

    fn add_card(&mut self, entry: &Value) -> Verdict {
        let (facts, id) = (card_facts(entry)?, self.find(entry.required("id")?)?);
        self.knowledge.change_record(id, |record| record.facts.splice(0..0, facts).for_each(drop));
        Ok(())
    }

    fn rename(&mut self, entry: &Value) -> Verdict {
        let (name, id) = (name_of(entry, "name")?, self.find(entry.required("id")?)?);
        self.knowledge.change_record(id, |record| name.clone_into(&mut record.name));
        Ok(())
    }

    fn never(&mut self, entry: &Value) -> Verdict {
        let what = entry.as_text().ok_or("it is no text")?;
        check_name(what)?;
        match self.find(what) {
            Ok(record) => self.knowledge.forbid_record(record),
            Err(_) => self.knowledge.fix_sense(what, None),
        }
        Ok(())
    }

    fn always(&mut self, entry: &Value) -> Verdict {
        let (alias, record) = (name_of(entry, "alias")?, self.find(entry.required("id")?)?);
        self.knowledge.fix_sense(alias, Some(record));
        Ok(())
    }

    fn find(&self, id: &str) -> Result<RecordId, String> {
        self.knowledge.find(id).ok_or_else(|| format!("nothing has the id {}", brief(id)))
    }
}

fn fact(label: &str, value: &str) -> Fact {
    Fact { label: label.to_owned(), value: value.to_owned(), source: SOURCE.to_owned(), as_of: String::new() }
}

/// The text and the link that an entry gives a card.
fn card_facts(entry: &Value) -> Result<Vec<Fact>, String> {
    let mut facts = Vec::new();
    if let Some(text) = entry.text("text")? {
        check_text(text, TEXT_LIMIT, |c| c.is_control() && c != '\n')?;
        facts.push(fact("text", text));
    }
    if let Some(link) = entry.text("link")? {
        check_text(link, TEXT_LIMIT, |c| c.is_control() || c.is_whitespace())?;
        if !link.starts_with("https://") && !link.starts_with("http://") {
            return Err(format!("{} is no https link", brief(link)));
        }
        facts.push(fact("link", link));
    }
    Ok(facts)
}

/// The part of an entry that must be a name.
fn name_of<'v>(entry: &'v Value, part: &str) -> Result<&'v str, String> {
    let name = entry.required(part)?;
    check_name(name).map(|()| name)
}

fn check_name(name: &str) -> Verdict {
    check_text(name, NAME_LIMIT, char::is_control)?;
    if super::key(name).is_empty() { Err("a name is empty".to_owned()) } else { Ok(()) }
}

fn check_text(text: &str, limit: usize, bad: impl Fn(char) -> bool) -> Verdict {
    if text.len() > limit {
        return Err(format!("{} is longer than {limit} bytes", brief(text)));
    }
    if text.contains(bad) { Err(format!("{} holds control characters", brief(text))) } else { Ok(()) }
}

/// The beginning of a text, fit for a message.
fn brief(text: &str) -> String {
    let start: String = text.chars().take(40).collect();
    if start.len() < text.len() { format!("{start:?}...") } else { format!("{start:?}") }
}
