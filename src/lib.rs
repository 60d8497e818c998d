//! Newsgloss marks the people, nations and deals in a news article and explains each.
//!
//! The modules are the stages, in order; none imports a later one:
//! `article -> tokens -> (tagger) -> mentions -> entities -> quotes -> deals -> annotations`.

pub mod span;

pub mod article;
pub mod token;

pub mod knowledge;
pub mod tagger;

pub mod mention;

pub mod entity;

pub mod grammar;

pub mod quote;

pub mod deal;

pub mod annotation;
