//! What a known place or organization is, in a few words: "Capital of Ukraine", "Company, United States".

use super::Fact;
use crate::knowledge::{Kind, Knowledge, Record};

/// Classes as a card words them, and how the nation follows.
const CLASSES: &[(&str, &str, &str)] = &[
    ("capital", "Capital", " of "),
    ("city", "City", " in "),
    ("state", "State", " of "),
    ("province", "Province", " of "),
    ("oblast", "Oblast", " of "),
    ("federal_subject", "Federal subject", " of "),
    ("canton", "Canton", " of "),
    ("emirate", "Emirate", " of "),
    ("region", "Region", " of "),
    ("country", "Country", " of "),
    ("continent", "Continent", ""),
    ("ocean", "Ocean", ""),
    ("sea", "Sea", ""),
    ("strait", "Strait", ""),
    ("bay", "Bay", ""),
    ("canal", "Canal", ", "),
    ("river", "River", ""),
    ("mountains", "Mountains", ""),
    ("islands", "Islands", ""),
    ("territory", "Territory", " of "),
    ("building", "Building", ", "),
    ("street", "Street", ", "),
    ("square", "Square", ", "),
    ("base", "Military base", ", "),
    ("alliance", "Alliance", ""),
    ("armed_group", "Armed group", ", "),
    ("militia", "Militia", ", "),
    ("bloc", "Bloc of nations", ""),
    ("central_bank", "Central bank", ", "),
    ("company", "Company", ", "),
    ("platform", "Online platform", ", "),
    ("court", "Court", ", "),
    ("gov", "Government body", ", "),
    ("gov_agency", "Government agency", ", "),
    ("gov_dept", "Government department", ", "),
    ("group", "Group of nations", ""),
    ("ifi", "International financial institution", ""),
    ("igo", "International organization", ""),
    ("igo_agency", "Agency of an international organization", ""),
    ("igo_organ", "Body of an international organization", ""),
    ("ingo", "International non-governmental organization", ""),
    ("legislature", "Legislature", ", "),
    ("media", "News organization", ", "),
    ("military", "Armed forces", ", "),
    ("mission", "International mission", ""),
    ("movement", "Movement", ", "),
    ("ngo", "Non-governmental organization", ", "),
    ("party", "Political party", ", "),
    ("swf", "Sovereign wealth fund", ", "),
];

/// The record in a few words; none where its class says nothing to a reader.
#[must_use]
pub fn what(record: &Record, knowledge: &Knowledge) -> Option<Fact> {
    let (_, class, link) = CLASSES.iter().find(|(class, ..)| *class == record.class)?;
    let nation = record.nation.and_then(|id| knowledge.record(id)).filter(|n| n.kind == Kind::Nation);
    let value = match nation {
        Some(nation) if !link.is_empty() => format!("{class}{link}{}", nation.name),
        _ => (*class).to_owned(),
    };
    Some(Fact { label: "what".to_owned(), value, ..Fact::default() })
}
