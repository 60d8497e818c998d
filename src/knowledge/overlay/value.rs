//! What a newsroom's pack holds before anything is believed of it: texts, lists and objects, however odd.

use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// Levels that are read: a pack needs five. What lies deeper is nothing, so that no nest exhausts the stack.
const DEPTH: usize = 8;

/// A value of a pack.
#[derive(Debug, Default)]
pub enum Value {
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Value>),
    /// An object, its parts in order.
    Object(Vec<(String, Value)>),
    /// Null, or what no pack has a use for: numbers, booleans, what lies too deep.
    #[default]
    Other,
}

impl Value {
    /// The part of an object that is called so; nothing where it is absent.
    pub fn part(&self, name: &str) -> Option<&Value> {
        let Self::Object(parts) = self else { return None };
        parts.iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// The text that it is.
    pub fn as_text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The text of a part, where there is one.
    pub fn text(&self, name: &str) -> Result<Option<&str>, String> {
        match self.part(name) {
            Some(Self::Text(text)) => Ok(Some(text)),
            None => Ok(None),
            Some(_) => Err(format!("its {name} is no text")),
        }
    }

    /// The text of a part that must be there.
    pub fn required(&self, name: &str) -> Result<&str, String> {
        self.text(name)?.ok_or_else(|| format!("it has no {name}"))
    }

    /// The texts of a part; none where it is absent.
    pub fn texts(&self, name: &str) -> Result<Vec<&str>, String> {
        let texts = match self.part(name) {
            None => Some(Vec::new()),
            Some(Self::List(list)) => list.iter().map(Self::as_text).collect(),
            Some(_) => None,
        };
        texts.ok_or_else(|| format!("its {name} are no list of texts"))
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Level(DEPTH).deserialize(deserializer)
    }
}

/// Reads a value of so many levels.
#[derive(Clone, Copy)]
struct Level(usize);

impl<'de> DeserializeSeed<'de> for Level {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        match self.0 {
            0 => deserializer.deserialize_ignored_any(IgnoredAny).map(|_| Value::Other),
            _ => deserializer.deserialize_any(self),
        }
    }
}

impl<'de> Visitor<'de> for Level {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a newsroom's pack")
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.to_owned()))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Value, E> {
        Ok(Value::Other)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Value, E> {
        Ok(Value::Other)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Value, E> {
        Ok(Value::Other)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Value, E> {
        Ok(Value::Other)
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Other)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(Self(self.0 - 1))? {
            list.push(item);
        }
        Ok(Value::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut parts = Vec::new();
        while let Some(name) = entries.next_key()? {
            parts.push((name, entries.next_value_seed(Self(self.0 - 1))?));
        }
        Ok(Value::Object(parts))
    }
}
