//! A newsroom's own knowledge and corrections, loaded at run time.
//!
//! The format is described for people and machines in `data/newsroom.schema.json`. It is read from anything that
//! serde reads. Nothing in it can do harm: an entry that is malformed, too long or points nowhere is skipped and
//! named in one line; text stays text; links must be `https` or `http`.

use std::fmt::Display;

use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer};

use super::{Fact, Form, Guard, Kind, Knowledge, Record, RecordId, Sense, slug};

/// Longest name, alias or id, in bytes.
const NAME_LIMIT: usize = 200;
/// Longest text of a card, in bytes.
const TEXT_LIMIT: usize = 2_000;
/// Most entries of one list.
const LIST_LIMIT: usize = 10_000;
/// What a card names as the source.
const SOURCE: &str = "newsroom";

/// A newsroom's pack.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Overlay {
    people: List<Entity>,
    organizations: List<Entity>,
    places: List<Entity>,
    aliases: List<Alias>,
    cards: List<Card>,
    corrections: Corrections,
}

/// Corrections win over everything else.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Corrections {
    /// Aliases, or ids, that are never marked.
    never: List<String>,
    /// Aliases that always mean one entity.
    always: List<Alias>,
    /// Names that cards show.
    rename: List<Rename>,
}

/// Someone or something the pack does not have.
#[derive(Debug, Deserialize)]
struct Entity {
    name: String,
    id: Option<String>,
    wikidata: Option<String>,
    /// ISO 3166 code.
    nation: Option<String>,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    acronyms: Vec<String>,
    /// Parts of the name that mean it once the whole is known: surnames.
    #[serde(default)]
    short: Vec<String>,
    title: Option<String>,
    text: Option<String>,
    link: Option<String>,
}

/// An alias of an entity of the pack or of this overlay.
#[derive(Debug, Deserialize)]
struct Alias {
    alias: String,
    id: String,
}

/// What a card says beside the facts.
#[derive(Debug, Deserialize)]
struct Card {
    id: String,
    text: Option<String>,
    link: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Rename {
    id: String,
    name: String,
}

/// Entries, each as it should be or none; what is no list at all has one entry, none.
#[derive(Debug)]
struct List<T>(Vec<Option<T>>);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let entries = match Lenient::<Vec<Lenient<T>>>::deserialize(deserializer)? {
            Lenient::Good(entries) => entries,
            Lenient::Bad(_) => return Ok(Self(vec![None])),
        };
        let good = |entry| if let Lenient::Good(entry) = entry { Some(entry) } else { None };
        Ok(Self(entries.into_iter().map(good).collect()))
    }
}

/// Reads what it can and passes over the rest.
#[derive(Deserialize)]
#[serde(untagged)]
enum Lenient<T> {
    Good(T),
    Bad(IgnoredAny),
}

impl Knowledge {
    /// Lays a newsroom's pack over this one. Says of each entry that it skips, in one line, which and why.
    #[must_use]
    pub fn with_overlay(self, overlay: Overlay) -> (Self, Vec<String>) {
        let mut merge = Merge { knowledge: self, skipped: Vec::new() };
        let Overlay { people, organizations, places, aliases, cards, corrections } = overlay;
        for (name, kind, list) in [
            ("people", Kind::Person, people),
            ("organizations", Kind::Organization, organizations),
            ("places", Kind::Place, places),
        ] {
            merge.each(name, list, |merge, entity| merge.add_entity(kind, entity));
        }
        merge.each("aliases", aliases, Merge::add_alias);
        merge.each("cards", cards, Merge::add_card);
        merge.each("corrections.rename", corrections.rename, Merge::rename);
        merge.each("corrections.never", corrections.never, |merge, what| merge.never(&what));
        merge.each("corrections.always", corrections.always, Merge::always);
        (merge.knowledge, merge.skipped)
    }
}

/// A pack on its way to being merged, and what was skipped.
struct Merge {
    knowledge: Knowledge,
    skipped: Vec<String>,
}

/// Why an entry is skipped.
type Verdict = Result<(), String>;

impl Merge {
    fn each<T>(&mut self, name: &str, list: List<T>, add: impl Fn(&mut Self, T) -> Verdict) {
        let count = list.0.len();
        for (i, entry) in list.0.into_iter().take(LIST_LIMIT).enumerate() {
            let verdict = match entry {
                Some(entry) => add(self, entry),
                None => Err("is not of this form, see newsroom.schema.json".to_owned()),
            };
            if let Err(why) = verdict {
                self.skip(format_args!("{name}[{i}]"), &why);
            }
        }
        if count > LIST_LIMIT {
            self.skip(
                format_args!("{name}[{LIST_LIMIT}] and what follows"),
                &format!("more than {LIST_LIMIT} entries"),
            );
        }
    }

    fn skip(&mut self, entry: impl Display, why: &str) {
        self.skipped.push(format!("newsroom pack: skipped {entry}: {why}"));
    }

    fn add_entity(&mut self, kind: Kind, entity: Entity) -> Verdict {
        let record = self.record(kind, &entity)?;
        let names = || [&entity.aliases, &entity.acronyms, &entity.short].into_iter().flatten();
        names().try_for_each(|name| check_name(name))?;
        let id = self.knowledge.add_record(record);
        let surname = entity.name.rsplit_once(' ').filter(|_| kind == Kind::Person && entity.short.is_empty());
        let own = [(&entity.name[..], Form::Name)].into_iter();
        let aliases = entity.aliases.iter().map(|alias| (&alias[..], Form::Name));
        let acronyms = entity.acronyms.iter().map(|alias| (&alias[..], Form::Acronym));
        let short = entity.short.iter().map(|alias| (&alias[..], Form::Short));
        let short = short.chain(surname.map(|(_, last)| (last, Form::Short)));
        for (alias, form) in own.chain(aliases).chain(acronyms).chain(short) {
            let guard = if form == Form::Short { Guard::Context } else { Guard::None };
            self.knowledge.add_sense(alias, Sense { record: id, form, guard });
        }
        Ok(())
    }

    fn record(&self, kind: Kind, entity: &Entity) -> Result<Record, String> {
        check_name(&entity.name)?;
        let prefix = super::pack::columns::prefix(kind);
        let id = entity.id.clone().unwrap_or_else(|| [prefix, &slug(&entity.name)].concat());
        check_name(&id)?;
        if !id.starts_with(prefix) || id.len() == prefix.len() {
            return Err(format!("the id must begin with {prefix} and go on"));
        }
        if self.find(&id).is_ok() {
            return Err(format!("{} is known already: use aliases, cards or rename", brief(&id)));
        }
        let nation = entity.nation.as_ref().map(|code| self.find(&format!("nation/{code}"))).transpose()?;
        let wikidata =
            entity.wikidata.clone().filter(|q| q.strip_prefix('Q').is_some_and(|n| n.parse::<u32>().is_ok()));
        let mut facts = Vec::new();
        if let Some(title) = &entity.title {
            check_name(title)?;
            facts.push(fact("known_as", title));
        }
        facts.extend(card_facts(entity.text.as_ref(), entity.link.as_ref())?);
        let (name, class) = (entity.name.clone(), SOURCE.to_owned());
        let (offices, members) = (Vec::new(), Vec::new());
        Ok(Record { id, kind, name, wikidata, class, nation, prominence: 3, facts, offices, members })
    }

    fn add_alias(&mut self, entry: Alias) -> Verdict {
        check_name(&entry.alias)?;
        let record = self.find(&entry.id)?;
        self.knowledge.add_sense(&entry.alias, Sense { record, form: Form::Name, guard: Guard::None });
        Ok(())
    }

    fn add_card(&mut self, card: Card) -> Verdict {
        let facts = card_facts(card.text.as_ref(), card.link.as_ref())?;
        let id = self.find(&card.id)?;
        self.knowledge.change_record(id, |record| record.facts.splice(0..0, facts).for_each(drop));
        Ok(())
    }

    fn rename(&mut self, entry: Rename) -> Verdict {
        check_name(&entry.name)?;
        let id = self.find(&entry.id)?;
        self.knowledge.change_record(id, |record| record.name = entry.name);
        Ok(())
    }

    fn never(&mut self, what: &str) -> Verdict {
        check_name(what)?;
        match self.find(what) {
            Ok(record) => self.knowledge.forbid_record(record),
            Err(_) => self.knowledge.fix_sense(what, None),
        }
        Ok(())
    }

    fn always(&mut self, entry: Alias) -> Verdict {
        check_name(&entry.alias)?;
        let record = self.find(&entry.id)?;
        self.knowledge.fix_sense(&entry.alias, Some(record));
        Ok(())
    }

    fn find(&self, id: &str) -> Result<RecordId, String> {
        self.knowledge.find(id).ok_or_else(|| format!("nothing has the id {}", brief(id)))
    }
}

fn fact(label: &str, value: &str) -> Fact {
    Fact { label: label.to_owned(), value: value.to_owned(), source: SOURCE.to_owned(), as_of: String::new() }
}

fn card_facts(text: Option<&String>, link: Option<&String>) -> Result<Vec<Fact>, String> {
    let mut facts = Vec::new();
    if let Some(text) = text {
        check_text(text, TEXT_LIMIT, |c| c.is_control() && c != '\n')?;
        facts.push(fact("note", text));
    }
    if let Some(link) = link {
        check_text(link, TEXT_LIMIT, |c| c.is_control() || c.is_whitespace())?;
        if !link.starts_with("https://") && !link.starts_with("http://") {
            return Err(format!("{} is no https link", brief(link)));
        }
        facts.push(fact("link", link));
    }
    Ok(facts)
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
