//! A cast for tests: the usual names of the news, found by plain look-up, so that test sentences read as news.

use crate::article::Article;
use crate::entity::{Cast, Entity};
use crate::knowledge::{Form, Kind};
use crate::mention::Mention;
use crate::token::Tokens;

use super::Grammar;

/// Name in the text, full name, kind and form, and the nation it acts for.
const NAMES: &[(&str, &str, Kind, Form, &str)] = &[
    ("United States", "United States", Kind::Nation, Form::Name, ""),
    ("U.S.", "United States", Kind::Nation, Form::Name, ""),
    ("American", "United States", Kind::Nation, Form::Demonym, ""),
    ("Washington", "United States", Kind::Nation, Form::Metonym, ""),
    ("Trump", "Donald Trump", Kind::Person, Form::Name, "United States"),
    ("Biden", "Joe Biden", Kind::Person, Form::Name, "United States"),
    ("Russia", "Russia", Kind::Nation, Form::Name, ""),
    ("Russian", "Russia", Kind::Nation, Form::Demonym, ""),
    ("Moscow", "Russia", Kind::Nation, Form::Metonym, ""),
    ("Putin", "Vladimir Putin", Kind::Person, Form::Name, "Russia"),
    ("Ukraine", "Ukraine", Kind::Nation, Form::Name, ""),
    ("Ukrainian", "Ukraine", Kind::Nation, Form::Demonym, ""),
    ("Kyiv", "Ukraine", Kind::Nation, Form::Metonym, ""),
    ("Zelenskyy", "Volodymyr Zelenskyy", Kind::Person, Form::Name, "Ukraine"),
    ("China", "China", Kind::Nation, Form::Name, ""),
    ("Chinese", "China", Kind::Nation, Form::Demonym, ""),
    ("Beijing", "China", Kind::Nation, Form::Metonym, ""),
    ("Iran", "Iran", Kind::Nation, Form::Name, ""),
    ("Iranian", "Iran", Kind::Nation, Form::Demonym, ""),
    ("Israel", "Israel", Kind::Nation, Form::Name, ""),
    ("Israeli", "Israel", Kind::Nation, Form::Demonym, ""),
    ("Hamas", "Hamas", Kind::Organization, Form::Name, ""),
    ("Egypt", "Egypt", Kind::Nation, Form::Name, ""),
    ("Egyptian", "Egypt", Kind::Nation, Form::Demonym, ""),
    ("Qatar", "Qatar", Kind::Nation, Form::Name, ""),
    ("Turkey", "Turkey", Kind::Nation, Form::Name, ""),
    ("Canada", "Canada", Kind::Nation, Form::Name, ""),
    ("Canadian", "Canada", Kind::Nation, Form::Demonym, ""),
    ("Mexico", "Mexico", Kind::Nation, Form::Name, ""),
    ("Japan", "Japan", Kind::Nation, Form::Name, ""),
    ("Tokyo", "Japan", Kind::Nation, Form::Metonym, ""),
    ("India", "India", Kind::Nation, Form::Name, ""),
    ("Indian", "India", Kind::Nation, Form::Demonym, ""),
    ("Pakistan", "Pakistan", Kind::Nation, Form::Name, ""),
    ("France", "France", Kind::Nation, Form::Name, ""),
    ("French", "France", Kind::Nation, Form::Demonym, ""),
    ("Germany", "Germany", Kind::Nation, Form::Name, ""),
    ("Britain", "United Kingdom", Kind::Nation, Form::Name, ""),
    ("British", "United Kingdom", Kind::Nation, Form::Demonym, ""),
    ("Geneva", "Geneva", Kind::Place, Form::Name, ""),
    ("Gaza", "Gaza", Kind::Place, Form::Name, ""),
    ("European Union", "European Union", Kind::Organization, Form::Name, ""),
    ("EU", "European Union", Kind::Organization, Form::Acronym, ""),
    ("United Nations", "United Nations", Kind::Organization, Form::Name, ""),
    ("U.N.", "United Nations", Kind::Organization, Form::Acronym, ""),
    ("U.N. Security Council", "United Nations Security Council", Kind::Organization, Form::Name, ""),
    ("Security Council", "United Nations Security Council", Kind::Organization, Form::Name, ""),
    ("General Assembly", "United Nations General Assembly", Kind::Organization, Form::Name, ""),
    ("Boeing", "Boeing", Kind::Organization, Form::Name, ""),
    ("Airbus", "Airbus", Kind::Organization, Form::Name, ""),
    ("Acme", "Acme", Kind::Organization, Form::Name, ""),
    ("Globex", "Globex", Kind::Organization, Form::Name, ""),
    ("Jane Smith", "Jane Smith", Kind::Person, Form::Name, ""),
    ("Smith", "Jane Smith", Kind::Person, Form::Name, ""),
];

/// Reads a text with the names above and hands its tokens, cast and grammar to `check`.
pub(crate) fn with<R>(text: &str, check: impl FnOnce(&Tokens, &Cast, &Grammar) -> R) -> R {
    let article = Article::new(text, None);
    let tokens = Tokens::new(&article);
    let cast = cast(&tokens);
    let grammar = Grammar::new(&tokens, &cast);
    check(&tokens, &cast, &grammar)
}

fn cast(tokens: &Tokens) -> Cast {
    let mut cast = Cast::default();
    let mut at = 0;
    while at < tokens.len() {
        let longest = NAMES.iter().filter(|n| words_at(tokens, at, n.0)).max_by_key(|n| n.0.len());
        let Some(&(name, full, kind, form, nation)) = longest else {
            at += 1;
            continue;
        };
        let end = at + name.split(' ').count();
        let entity = entity(&mut cast, full, kind, nation);
        let span = tokens.span(at..end);
        cast.mentions.push(Mention { span, tokens: at..end, kind, form, entity, confidence: 1.0 });
        at = end;
    }
    cast
}

fn words_at(tokens: &Tokens, at: usize, name: &str) -> bool {
    name.split(' ').enumerate().all(|(i, word)| tokens.word(at + i) == word)
}

fn entity(cast: &mut Cast, name: &str, kind: Kind, nation: &str) -> usize {
    if let Some(i) = cast.entities.iter().position(|e| e.name == name) {
        return i;
    }
    let acts_for = (!nation.is_empty()).then(|| entity(cast, nation, Kind::Nation, ""));
    cast.entities.push(Entity { kind, name: name.into(), record: None, described_as: Vec::new(), acts_for });
    cast.entities.len() - 1
}
