//! schema.org: the article as JSON-LD, with whom and what it mentions.

use serde::Serialize;

use super::wikidata_url;
use crate::annotation::{Annotations, Entity};
use crate::knowledge::Kind;

/// A `NewsArticle` with its `mentions` and, for the deals, `about`.
#[derive(Debug, Serialize)]
pub struct SchemaArticle {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "datePublished", skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    mentions: Vec<Thing>,
    about: Vec<Thing>,
}

#[derive(Debug, Serialize)]
struct Thing {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: String,
    #[serde(rename = "sameAs", skip_serializing_if = "Option::is_none")]
    same_as: Option<String>,
    #[serde(rename = "jobTitle", skip_serializing_if = "Option::is_none")]
    job_title: Option<String>,
}

/// Reads the annotations as schema.org does.
#[must_use]
pub fn schema_org(annotations: &Annotations) -> SchemaArticle {
    let deals = annotations.deals.iter().map(|deal| Thing {
        kind: "Event",
        name: deal.title.clone(),
        same_as: None,
        job_title: None,
    });
    SchemaArticle {
        context: "https://schema.org",
        kind: "NewsArticle",
        date: annotations.date.clone(),
        mentions: annotations.entities.iter().map(thing).collect(),
        about: deals.collect(),
    }
}

fn thing(entity: &Entity) -> Thing {
    let kind = match entity.kind {
        Kind::Person => "Person",
        Kind::Nation => "Country",
        Kind::Organization => "Organization",
        Kind::Place => "Place",
    };
    let office = entity.facts.iter().find(|f| f.label == "office").map(|f| f.value.clone());
    Thing {
        kind,
        name: entity.name.clone(),
        same_as: entity.wikidata.as_deref().map(wikidata_url),
        job_title: office.or_else(|| entity.described_as.first().cloned()).filter(|_| entity.kind == Kind::Person),
    }
}
