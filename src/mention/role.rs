//! Titles and roles: the words that say what somebody is, before a name, behind it, or in its place.

use std::ops::Range;

use crate::token::Tokens;

/// Nouns that name an office or a calling, in lower case.
const ROLES: &[&str] = &[
    "adviser", "administrator", "admiral", "advisor", "aide", "ambassador", "analyst", "archbishop", "attorney",
    "auditor", "ayatollah", "baroness", "bishop", "boss", "brigadier", "candidate", "captain", "cardinal", "ceo",
    "chair", "chairman", "chairperson", "chairwoman", "chancellor", "chief", "co-founder", "colonel", "commander",
    "commissioner", "congressman", "congresswoman", "consul", "coordinator", "councillor", "councilor", "counsel",
    "czar", "delegate", "deputy", "diplomat", "director", "economist", "emir", "emperor", "empress", "envoy",
    "executive", "expert", "founder", "general", "governor", "head", "historian", "imam", "inspector", "journalist",
    "judge", "justice", "king", "lawmaker", "lawyer", "leader", "legislator", "lieutenant", "lord", "major", "manager",
    "marshal", "mayor", "minister", "mp", "negotiator", "nominee", "officer", "official", "ombudsman", "owner",
    "patriarch", "politician", "pope", "premier", "president", "priest", "prince", "princess", "professor",
    "prosecutor", "queen", "rabbi", "rapporteur", "rector", "reporter", "representative", "researcher", "scientist",
    "secretary", "senator", "sergeant", "sheikh", "sheik", "sheriff", "shah", "speaker", "spokesman", "spokesperson",
    "spokeswoman", "strongman", "sultan", "superintendent", "treasurer", "undersecretary", "warlord", "whip",
];

/// Titles that stand right before a name and need no other word.
const HONORIFICS: &[&str] = &[
    "Mr", "Mrs", "Ms", "Miss", "Dr", "Prof", "Gen", "Lt", "Col", "Maj", "Capt", "Cpl", "Sgt", "Adm", "Cmdr", "Gov",
    "Sen", "Rep", "Pres", "Rev", "Hon", "Sir", "Dame", "Lady", "Lord", "Madame", "Mme", "Saint", "Pope", "Judge",
    "Justice", "Father", "Sister", "Brother", "Imam", "Rabbi", "Sheikh", "Sheik", "Ayatollah", "Mullah", "Queen",
    "King", "Prince", "Princess", "Amb", "Brig",
];

/// Words that qualify a role.
const MODIFIERS: &[&str] = &[
    "acting", "affairs", "agriculture", "army", "assistant", "associate", "bank", "central", "chief", "chiefs", "city",
    "commerce", "company", "congressional", "court", "culture", "current", "defence", "defense", "democratic",
    "deputy", "economic", "economy", "education", "elected", "energy", "environment", "ex", "executive", "exiled",
    "external", "finance", "first", "foreign", "former", "general", "government", "health", "high", "house", "human",
    "incoming", "incumbent", "intelligence", "interim", "interior", "joint", "junior", "justice", "labor", "labour",
    "late", "majority", "military", "minority", "national", "navy", "new", "nuclear", "oil", "opposition", "outgoing",
    "parliament", "parliamentary", "party", "permanent", "police", "presidential", "press", "prime", "principal",
    "provincial", "public", "rebel", "regional", "republican", "retired", "rights", "ruling", "security", "senate",
    "senior", "special", "staff", "state", "supreme", "then", "top", "trade", "transitional", "transport", "treasury",
    "under", "vice", "white",
];

/// Words that join the parts of a long title: "Ambassador to the U.N.".
const JOINTS: &[&str] = &["of", "to", "for", "the", "and", "at", "on", "in", "-", "–", "’s", "'s", "&"];

/// What somebody is to somebody else.
const KIN: &[&str] = &[
    "aunt", "brother", "brothers", "cousin", "daughter", "daughters", "father", "grandfather", "grandmother",
    "grandson", "husband", "lady", "mother", "nephew", "niece", "sister", "sisters", "son", "sons", "uncle", "widow",
    "wife",
];

/// A word without case and full stop, as the lists above write it.
fn plain(word: &str) -> String {
    word.trim_end_matches('.').to_lowercase()
}

/// Whether a word names an office or a calling: "Minister", "spokeswoman".
#[must_use]
pub fn is_role(word: &str) -> bool {
    ROLES.contains(&plain(word).as_str())
}

/// Whether a word says what somebody is to somebody else: "wife".
#[must_use]
pub fn is_kin(word: &str) -> bool {
    KIN.contains(&word)
}

/// Whether a word is a title that stands right before a name: "Mr.", "Gen.", "Pope".
#[must_use]
pub fn is_honorific(word: &str) -> bool {
    HONORIFICS.contains(&word.trim_end_matches('.'))
}

/// Whether a capitalized word, right before a name, can only be the title of a person: "Mr.", "President", but not
/// "Executive" or "Chief".
#[must_use]
pub fn is_form_of_address(word: &str) -> bool {
    const OFFICES: &[&str] = &[
        "President", "Minister", "Chancellor", "Premier", "Ambassador", "Senator", "Governor", "Mayor", "Secretary",
        "Congressman", "Congresswoman", "Professor", "Colonel", "Captain", "Admiral", "Sergeant", "Lieutenant",
        "Commissioner", "Spokesman", "Spokeswoman", "Spokesperson", "Archbishop", "Bishop", "Cardinal",
    ];
    OFFICES.contains(&word) || is_honorific(word)
}

/// Whether a word qualifies a role: "Acting", "foreign".
#[must_use]
pub fn is_modifier(word: &str) -> bool {
    MODIFIERS.contains(&plain(word).as_str())
}

/// Whether a description tells of a role that is over: "former President".
#[must_use]
pub fn is_past(description: &str) -> bool {
    let mut words = description.split([' ', '-']).map(plain).filter(|w| !matches!(w.as_str(), "the" | "a" | "an"));
    words.any(|w| matches!(w.as_str(), "former" | "ex" | "late" | "onetime" | "ousted" | "deposed"))
}

/// The title that ends right before token `name`, reaching back no further than `floor`: "Acting U.S. Ambassador to
/// the U.N.". `is_name` tells whether a token belongs to a name, which a title may hold.
#[must_use]
pub fn title_before(
    tokens: &Tokens,
    floor: usize,
    name: usize,
    is_name: impl Fn(usize) -> bool,
) -> Option<Range<usize>> {
    let fits = |i: usize| {
        let word = tokens.word(i);
        is_name(i) || is_role(word) || is_honorific(word) || is_modifier(word) || JOINTS.contains(&word)
    };
    let mut start = name;
    while start > floor && name - start < 14 && fits(start - 1) {
        start -= 1;
    }
    start = trim_title(tokens, start..name);
    let titled = (start..name).any(|i| is_role(tokens.word(i)) || is_honorific(tokens.word(i)));
    (titled && closes_title(tokens, start, name, &is_name)).then_some(start..name)
}

/// Where the title proper starts: a conjunction or preposition before the last role starts a new person ("Putin and
/// Foreign Minister Lavrov"), and a joint starts none.
fn trim_title(tokens: &Tokens, title: Range<usize>) -> usize {
    let titled =
        |range: Range<usize>| range.into_iter().any(|i| is_role(tokens.word(i)) || is_honorific(tokens.word(i)));
    let parts = |i: &usize| matches!(tokens.word(*i), "and" | "at" | "in" | "on") && titled(i + 1..title.end);
    let mut start = title.clone().rfind(parts).map_or(title.start, |i| i + 1);
    // "to President Putin": nothing but a role may stand before "of", "to", "for".
    while let Some(joint) = (start..title.end).find(|&i| matches!(tokens.word(i), "of" | "to" | "for")) {
        if titled(start..joint) || !titled(joint + 1..title.end) {
            break;
        }
        start = joint + 1;
    }
    while start < title.end && JOINTS.contains(&tokens.word(start)) {
        start += 1;
    }
    start
}

/// The word right before the name must belong to the title: a role, an honorific, or a name behind "of", "to", "for".
fn closes_title(tokens: &Tokens, start: usize, name: usize, is_name: &impl Fn(usize) -> bool) -> bool {
    let Some(last) = name.checked_sub(1).filter(|&i| i >= start) else { return false };
    let word = tokens.word(last);
    // "Secretary of State": what a minister is of may close a title too.
    let field = word.starts_with(char::is_uppercase) && is_modifier(word);
    let behind_joint =
        || (is_name(last) || field) && (start..last).any(|i| matches!(tokens.word(i), "of" | "to" | "for"));
    is_role(word) || is_honorific(word) || behind_joint()
}

/// The apposition behind a name: "Dorothy Shea, the acting U.S. ambassador to the U.N.,". Its tokens, without commas.
#[must_use]
pub fn apposition_after(tokens: &Tokens, name_end: usize, sentence_end: usize) -> Option<Range<usize>> {
    if tokens.word(name_end) != "," {
        return None;
    }
    let start = name_end + 1;
    let limit = sentence_end.min(start + 16);
    let end =
        (start..limit).find(|&i| matches!(tokens.word(i), "," | "." | ";" | "—" | "(" | "who" | "said" | "says"))?;
    let opening = tokens.word(start);
    let article = matches!(opening, "a" | "an" | "the" | "its" | "his" | "her" | "their");
    let roles = (start..end).filter(|&i| is_role(tokens.word(i))).count();
    let clause = (start..end).any(|i| matches!(tokens.word(i), "was" | "is" | "has" | "had" | "were" | "are" | "and"));
    (roles > 0 && !clause && (article || is_role(opening) || is_modifier(opening))).then_some(start..end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;

    /// The title before the name in brackets.
    fn title(marked: &str) -> String {
        let name = marked.find('[').expect("a marked name");
        let text = marked.replace(['[', ']'], "");
        let article = Article::new(&text, None);
        let tokens = Tokens::new(&article);
        let at = tokens.tokens.partition_point(|t| t.span.start < name);
        let names = |i: usize| matches!(tokens.word(i), "U.S." | "U.N." | "Russian" | "Ukraine" | "Putin" | "NATO");
        let found = title_before(&tokens, 0, at, names);
        found.map_or(String::new(), |range| tokens.span(range).of(&text).to_owned())
    }

    #[test]
    fn titles() {
        for (marked, expected) in [
            ("Acting U.S. Ambassador to the U.N. [Dorothy Shea] spoke.", "Acting U.S. Ambassador to the U.N."),
            ("He met Russian Foreign Minister [Sergei Lavrov].", "Russian Foreign Minister"),
            ("It went to President [Putin].", "President"),
            ("Putin and Prime Minister [Mishustin] met.", "Prime Minister"),
            ("Yesterday Mr. [Putin] left.", "Mr."),
            ("NATO Secretary General [Mark Rutte] left.", "NATO Secretary General"),
            ("In Ukraine [Smith] left.", ""),
            ("The spokeswoman [Maria Z.] said so.", "spokeswoman"),
            ("She saw [Smith].", ""),
        ] {
            assert_eq!(title(marked), expected, "{marked}");
        }
    }
}
