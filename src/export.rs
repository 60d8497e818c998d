//! Open formats for what the annotations say: W3C Web Annotation, schema.org, annotated HTML.

mod html;
mod schema_org;
mod web_annotation;

pub use html::html;
pub use schema_org::{SchemaArticle, schema_org};
pub use web_annotation::{AnnotationPage, web_annotations};

/// The address of a Wikidata item.
fn wikidata_url(id: &str) -> String {
    format!("https://www.wikidata.org/entity/{id}")
}
