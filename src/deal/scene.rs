//! What the deal stages look at together: the text read so far, and who stands behind a noun group.

mod reference;

pub(super) use reference::author;

use std::ops::Range;

use jiff::civil::Date;

use crate::entity::Cast;
use crate::grammar::{ChunkKind, Grammar, Tag, is_band, is_role, singular};
use crate::knowledge::{Form, Kind};
use crate::mention::Mention;
use crate::quote::Quote;
use crate::token::Tokens;

use super::lexicon;
use super::stranger::Strangers;

/// Everything earlier stages say of the article.
#[derive(Clone, Copy)]
pub(super) struct Scene<'a> {
    pub tokens: &'a Tokens<'a>,
    pub cast: &'a Cast,
    pub quotes: &'a [Quote],
    pub grammar: &'a Grammar<'a>,
    pub strangers: &'a Strangers,
    /// The nation in whose name the text itself says "we", as statements do.
    pub author: Option<usize>,
    /// The article's day.
    pub today: Option<Date>,
}

impl Scene<'_> {
    /// The entities a noun group stands for as players: the head name, or the nations of a role noun.
    /// People and seats are replaced by the nation they act for.
    pub fn actors(&self, noun: usize) -> Vec<usize> {
        let Some(chunk) = self.grammar.chunks.get(noun).filter(|c| c.kind == ChunkKind::Noun) else {
            return Vec::new();
        };
        let found = match self.cast.mention_at(chunk.head) {
            Some(mention) => match self.nation_of_title(noun, mention).or_else(|| self.owner_of_organ(noun, mention)) {
                Some(nation) => vec![nation],
                None => self.head_names(mention, chunk.tokens.clone()),
            },
            None if self.grammar.lower(chunk.head) == "they" => return self.they(noun),
            None if self.is_pronoun(chunk.head) => self.referent(chunk.head).into_iter().collect(),
            None => match self.stranger(noun) {
                Some(stranger) => return vec![stranger],
                None => self.behind_role(noun),
            },
        };
        self.players(found)
    }

    /// The unlisted name of a noun group, as a player.
    pub fn stranger(&self, noun: usize) -> Option<usize> {
        self.strangers.at(noun).map(|i| self.cast.entities.len() + i)
    }

    /// What a player is called: the entity’s name, or that of the stranger.
    pub fn name(&self, player: usize) -> &str {
        match player.checked_sub(self.cast.entities.len()) {
            Some(stranger) => self.strangers.names.get(stranger).map_or("", |name| name.of(self.tokens.text)),
            None => &self.cast.entities[player].name,
        }
    }

    /// What a player is; a stranger that deals is an organization.
    pub fn kind(&self, player: usize) -> Kind {
        self.cast.entities.get(player).map_or(Kind::Organization, |e| e.kind)
    }

    /// The actors of several noun groups, each once.
    pub fn all_actors(&self, nouns: &[usize]) -> Vec<usize> {
        let mut all = Vec::new();
        for actor in nouns.iter().flat_map(|&noun| self.actors(noun)) {
            if !all.contains(&actor) {
                all.push(actor);
            }
        }
        all
    }

    /// Everyone named anywhere in a noun group or owning it: "imports from India", "Liberian timber".
    pub fn named(&self, noun: usize) -> Vec<usize> {
        let Some(chunk) = self.grammar.chunks.get(noun) else { return Vec::new() };
        let mentions = self.cast.mentions_in(chunk.tokens.clone());
        let mut found: Vec<usize> = mentions.iter().map(|m| m.entity).collect();
        if let Some(owner) = self.grammar.owner(noun) {
            found.extend(self.actors(owner));
        }
        found.extend(self.owner_before(noun));
        self.players(found)
    }

    /// The person a noun group names, who can be a target even where no side.
    pub fn person(&self, noun: usize) -> Option<usize> {
        let mention = self.cast.mention_at(self.grammar.chunks.get(noun)?.head)?;
        (mention.kind == Kind::Person).then_some(mention.entity)
    }

    /// "Sheikh Tamim of Qatar": a person nobody lists acts for the nation behind "of".
    fn nation_of_title(&self, noun: usize, mention: &Mention) -> Option<usize> {
        let lone = mention.kind == Kind::Person && self.cast.principal(mention.entity) == mention.entity;
        let of = self.grammar.complement(noun, &["of"]).filter(|&n| lone && n == noun + 2)?;
        let nation = self.cast.mention_at(self.grammar.chunks[of].head)?;
        (nation.kind == Kind::Nation).then_some(nation.entity)
    }

    /// "Indonesia’s Ministry of Forestry": a ministry that nobody lists acts for the nation that owns it.
    fn owner_of_organ(&self, noun: usize, mention: &Mention) -> Option<usize> {
        let organ = ["Ministry", "Department"].iter().any(|w| self.name(mention.entity).contains(w));
        let owner = self.grammar.owner(noun).filter(|_| organ && mention.kind == Kind::Organization)?;
        let nation = self.cast.mention_at(self.grammar.chunks[owner].head)?;
        (nation.kind == Kind::Nation).then_some(nation.entity)
    }

    /// A head name with the names joined to it inside its group: "Russia and Ukraine", "Israeli-Palestinian".
    fn head_names(&self, head: &Mention, group: Range<usize>) -> Vec<usize> {
        let before = self.cast.mentions_in(group.start..head.tokens.start);
        // "the Chilean Congress": the nation before an organ says whose it is, whatever organ bears the name.
        let organ = head.kind == Kind::Organization && self.cast.principal(head.entity) != head.entity;
        let owner = before.last().filter(|m| organ && m.form == Form::Demonym && m.tokens.end == head.tokens.start);
        if let Some(owner) = owner {
            return vec![owner.entity];
        }
        let joined = before.iter().filter(|m| matches!(self.grammar.tag(m.tokens.end), Tag::Hyphen | Tag::Coordinator));
        joined.chain([head]).map(|m| m.entity).collect()
    }

    /// "American and French diplomats", "the Trump administration", "leaders of Romania", "Hungary’s foreign minister".
    fn behind_role(&self, noun: usize) -> Vec<usize> {
        let chunk = &self.grammar.chunks[noun];
        let head = self.grammar.lower(chunk.head);
        let inside = self.cast.mentions_in(chunk.tokens.clone()).iter();
        if is_band(head) {
            let of = self.grammar.complement(noun, &["of"]).filter(|&n| n == noun + 2 && inside.len() == 0);
            if let Some(of) = of {
                return self.behind_role(of);
            }
            return inside.filter(|m| m.kind == Kind::Organization).map(|m| m.entity).collect();
        }
        if let Some(body) = self.body_named_before(head, chunk.tokens.start) {
            return vec![body];
        }
        if self.is_pair(noun) {
            return self.pair_before(chunk.tokens.start);
        }
        // "Iran’s chief negotiator Ali Bagheri", where nobody knows the name
        let titled = || chunk.tokens.clone().any(|t| is_role(self.grammar.lower(t)));
        let name = self.grammar.tag(chunk.head) == Tag::Name;
        if !(is_role(head) || name && titled()) {
            return Vec::new();
        }
        let inside: Vec<usize> = inside.map(|m| m.entity).collect();
        if !inside.is_empty() {
            return inside;
        }
        if let Some(owner) = self.grammar.owner(noun) {
            return self.actors(owner);
        }
        // "his administration"
        if let Some(owner) = self.owner_before(noun) {
            return vec![owner];
        }
        match self.grammar.complement(noun, &["of", "from"]) {
            Some(of) if of == noun + 2 || of == noun + 4 => self.all_actors(&self.grammar.coordinates(of)),
            _ => Vec::new(),
        }
    }

    /// The actors who do what a verb says; an intent, effort or decision stands for those whose it is.
    pub fn doers(&self, verb: usize) -> Vec<usize> {
        let subjects = self.grammar.subjects(verb);
        let actors = self.all_actors(&subjects);
        if !actors.is_empty() {
            return actors;
        }
        if let Some(owners) = self.owners_of_intent(verb) {
            return owners;
        }
        let intent = subjects.into_iter().find(|&n| is_intent(self.grammar.head(n)));
        let of = |n: usize| self.grammar.complement(n, &["of", "by"]).map(|c| self.grammar.coordinates(c));
        let owner = |n: usize| self.grammar.owner(n).map(|o| vec![o]);
        intent.and_then(|n| owner(n).or_else(|| of(n))).map(|nouns| self.all_actors(&nouns)).unwrap_or_default()
    }

    /// "the intent of Russia and China to meet": Russia and China.
    fn owners_of_intent(&self, verb: usize) -> Option<Vec<usize>> {
        let sentence = self.grammar.sentence(verb);
        let near = (sentence.start..verb).rev().take(8);
        let intent =
            near.into_iter().find(|&n| self.grammar.kind(n) == ChunkKind::Noun && is_intent(self.grammar.head(n)))?;
        let of = self.grammar.complement(intent, &["of", "by"]).filter(|&n| n == intent + 2)?;
        let list = self.grammar.coordinates(of);
        (list.last() == Some(&(verb - 1))).then(|| self.all_actors(&list))
    }

    fn is_pronoun(&self, token: usize) -> bool {
        self.grammar.tag(token) == Tag::Pronoun
    }

    /// Principals that can be sides of a deal, each once. Places and people who act for nobody cannot.
    fn players(&self, entities: Vec<usize>) -> Vec<usize> {
        let mut players = Vec::new();
        for entity in entities {
            let principal = self.cast.principal(entity);
            if self.can_deal(principal) && !players.contains(&principal) {
                players.push(principal);
            }
        }
        players
    }

    /// Whether an entity can be a side of a deal.
    pub fn can_deal(&self, entity: usize) -> bool {
        let Some(entity) = self.cast.entities.get(entity) else { return false };
        let instrument = || {
            let last = entity.name.rsplit(' ').next().unwrap_or_default().to_lowercase();
            entity.record.is_none() && lexicon::noun(&singular(&last)).is_some()
        };
        matches!(entity.kind, Kind::Nation | Kind::Organization) && !instrument()
    }

    /// Whether a mention stands before a noun as an adjective does: "U.S. sanctions", "Iranian sanctions", "EU tariffs";
    /// a bare name ("Iran sanctions") names what the noun is about.
    pub fn is_adjectival(&self, mention: &Mention) -> bool {
        let word = self.tokens.word(mention.tokens.end.saturating_sub(1));
        let initials = word.len() <= 4 && word.chars().all(|c| c.is_uppercase() || c == '.');
        mention.form == Form::Demonym || mention.kind == Kind::Organization || initials
    }

    /// The index of the sentence that holds a chunk.
    pub fn sentence_of(&self, chunk: usize) -> usize {
        self.grammar.sentences.partition_point(|s| s.end <= chunk)
    }
}

/// Nouns whose owner does what follows: "Russia’s intent to", "the decision of the council to".
fn is_intent(word: &str) -> bool {
    matches!(
        word,
        "intent"
            | "intention"
            | "effort"
            | "efforts"
            | "decision"
            | "plan"
            | "plans"
            | "desire"
            | "willingness"
            | "commitment"
            | "readiness"
            | "refusal"
            | "attempt"
            | "attempts"
            | "bid"
            | "move"
            | "offer"
            | "threat"
            | "promise"
            | "pledge"
            | "interest"
            | "goal"
            | "hopes"
    )
}
