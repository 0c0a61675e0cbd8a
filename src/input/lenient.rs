//! Streaming over JSON that may hold anything anywhere: every shape of value is accepted, and the
//! reader of each place decides what it makes of it. Nothing is built that is not needed.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// What a JSON value is, when only scalars matter.
#[derive(Clone, Debug, PartialEq)]
pub enum Scalar<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A text, borrowed where it stands in the input without escapes.
    Text(Cow<'a, str>),
    /// Anything else, as it would be shown in a message.
    Other(String),
}

/// The reader of one place: what it makes of a scalar, a list or an object. Lists and objects are
/// passed over, and given as a scalar, by a place that takes neither.
pub trait Place<'de>: Sized {
    /// What is read.
    type Value;

    /// Takes a scalar.
    fn scalar(self, scalar: Scalar<'de>) -> Self::Value;

    /// Takes a list.
    fn list<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(self.scalar(Scalar::Other("[…]".to_owned())))
    }

    /// Takes an object.
    fn object<A: MapAccess<'de>>(self, mut object: A) -> Result<Self::Value, A::Error> {
        while object.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(self.scalar(Scalar::Other("{…}".to_owned())))
    }
}

/// Lets serde drive the reader of a place.
pub struct At<P>(pub P);

impl<'de, P: Place<'de>> DeserializeSeed<'de> for At<P> {
    type Value = P::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<P::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de, P: Place<'de>> Visitor<'de> for At<P> {
    type Value = P::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_unit<E>(self) -> Result<P::Value, E> {
        Ok(self.0.scalar(Scalar::Null))
    }

    fn visit_bool<E>(self, value: bool) -> Result<P::Value, E> {
        Ok(self.0.scalar(Scalar::Boolean(value)))
    }

    fn visit_borrowed_str<E>(self, value: &'de str) -> Result<P::Value, E> {
        Ok(self.0.scalar(Scalar::Text(Cow::Borrowed(value))))
    }

    fn visit_str<E>(self, value: &str) -> Result<P::Value, E> {
        Ok(self.0.scalar(Scalar::Text(Cow::Owned(value.to_owned()))))
    }

    fn visit_u64<E>(self, value: u64) -> Result<P::Value, E> {
        Ok(self.0.scalar(Scalar::Other(value.to_string())))
    }

    fn visit_i64<E>(self, value: i64) -> Result<P::Value, E> {
        Ok(self.0.scalar(Scalar::Other(value.to_string())))
    }

    fn visit_f64<E>(self, value: f64) -> Result<P::Value, E> {
        Ok(self.0.scalar(Scalar::Other(value.to_string())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<P::Value, A::Error> {
        self.0.list(list)
    }

    fn visit_map<A: MapAccess<'de>>(self, object: A) -> Result<P::Value, A::Error> {
        self.0.object(object)
    }
}

/// A place of which only a scalar is wanted.
pub struct Any;

impl<'de> Place<'de> for Any {
    type Value = Scalar<'de>;

    fn scalar(self, scalar: Scalar<'de>) -> Scalar<'de> {
        scalar
    }
}

/// The next key of an object.
pub fn next_key<'de, A: MapAccess<'de>>(object: &mut A) -> Result<Option<Cow<'de, str>>, A::Error> {
    let key = object.next_key_seed(At(Any))?;
    Ok(key.map(|key| match key {
        Scalar::Text(text) => text,
        // JSON has no other keys; another format's are shown as they would be in a message.
        Scalar::Other(other) => Cow::Owned(other),
        Scalar::Boolean(value) => Cow::Owned(value.to_string()),
        Scalar::Null => Cow::Borrowed("null"),
    }))
}
