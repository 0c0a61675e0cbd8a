//! Reading a roster in the project's own JSON (domain 2), straight into columns.

mod rows;

use std::borrow::Cow;

use serde::de::{MapAccess, SeqAccess};

use crate::input::lenient::{Any, At, Place, Scalar, next_key};
use crate::input::{Error, json};
use crate::model::read::{Expected, push_step};
use crate::roster::{Assignment, Builder, Field, Roster};
use rows::{Group, Member, Row, User};

impl Roster {
    /// Reads a roster from JSON text in UTF-8.
    ///
    /// # Errors
    ///
    /// The text is not JSON, or the roster or one of its lists is of another JSON type. Whatever
    /// else is wrong is kept in [`Roster::notes`] and becomes a finding.
    ///
    /// ```
    /// use rolecall::Roster;
    /// let roster = Roster::from_json(br#"{"members":[{"email":" Ann@acme.com "},{"name":"?"}]}"#)?;
    /// assert_eq!(roster.email(0), "ann@acme.com");
    /// assert_eq!(roster.notes().left_out[0].path, "/roster/members/1");
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub fn from_json(text: &[u8]) -> Result<Self, Error> {
        let mut reading = Reading::default();
        json::seeded(text, "/roster", At(Root(&mut reading)))?;
        match reading.wrong_shape {
            Some((path, expected)) => Err(Error::wrong_shape(&path, expected)),
            None => Ok(reading.builder.finish()),
        }
    }
}

/// A roster being read, and the first thing that cannot be what it is.
#[derive(Default)]
struct Reading {
    builder: Builder,
    wrong_shape: Option<(String, Expected)>,
}

impl Reading {
    fn wrong_shape(&mut self, path: &str, expected: Expected) {
        self.wrong_shape.get_or_insert_with(|| (path.to_owned(), expected));
    }

    fn unknown_value(&mut self, path: &str, key: &'static str, scalar: &Scalar<'_>) {
        self.unknown_word(path, Field { key, words: &[] }, scalar);
    }

    fn unknown_word(&mut self, path: &str, field: Field, scalar: &Scalar<'_>) {
        let value = scalar.shown();
        self.builder.notes().unknown_word(|| path.to_owned(), field, &value, "");
    }
}

impl Scalar<'_> {
    /// The value as a message shows it.
    fn shown(&self) -> Cow<'_, str> {
        match self {
            Self::Null => "null".into(),
            Self::Boolean(value) => value.to_string().into(),
            Self::Text(text) => text.as_ref().into(),
            Self::Other(other) => other.as_str().into(),
        }
    }
}

struct Root<'r>(&'r mut Reading);

const ROOT_KEYS: &[&str] = &["members", "directory", "$schema"];

impl<'de> Place<'de> for Root<'_> {
    type Value = ();

    fn scalar(self, _: Scalar<'de>) {
        self.0.wrong_shape("/roster", Expected::Object);
    }

    fn object<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        while let Some(key) = next_key(&mut object)? {
            match key.as_ref() {
                "members" => object.next_value_seed(At(Rows::<Member>::new(self.0)))?,
                "directory" => object.next_value_seed(At(DirectoryPlace(self.0)))?,
                "$schema" => drop(object.next_value_seed(At(Any))?),
                unknown => {
                    let path = || pointer("/roster", unknown);
                    self.0.builder.notes().unknown_key(path, unknown, ROOT_KEYS);
                    object.next_value_seed(At(Any))?;
                }
            }
        }
        Ok(())
    }
}

fn pointer(parent: &str, key: &str) -> String {
    let mut path = parent.to_owned();
    push_step(&mut path, key);
    path
}

/// A list of rows of one kind.
struct Rows<'r, R> {
    reading: &'r mut Reading,
    row: std::marker::PhantomData<R>,
}

impl<'r, R> Rows<'r, R> {
    fn new(reading: &'r mut Reading) -> Self {
        Self { reading, row: std::marker::PhantomData }
    }
}

impl<'de, R: Row<'de>> Place<'de> for Rows<'_, R> {
    type Value = ();

    fn scalar(self, scalar: Scalar<'de>) {
        if scalar != Scalar::Null {
            self.reading.wrong_shape(R::LIST, Expected::List);
        }
    }

    fn list<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        R::begin(&mut self.reading.builder);
        let mut index = 0;
        while list.next_element_seed(At(RowPlace::<R>::new(self.reading, index)))?.is_some() {
            index += 1;
        }
        Ok(())
    }
}

/// One row.
struct RowPlace<'r, R> {
    reading: &'r mut Reading,
    index: usize,
    row: std::marker::PhantomData<R>,
}

impl<'r, R> RowPlace<'r, R> {
    fn new(reading: &'r mut Reading, index: usize) -> Self {
        Self { reading, index, row: std::marker::PhantomData }
    }
}

impl<'de, R: Row<'de>> Place<'de> for RowPlace<'_, R> {
    type Value = ();

    fn scalar(self, scalar: Scalar<'de>) {
        R::not_an_object(&scalar, &mut self.reading.builder, self.index);
    }

    fn object<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        let mut row = R::default();
        while let Some(key) = next_key(&mut object)? {
            if !row.field(&key, &mut object, &mut self.reading.builder)? {
                let path = || pointer(&format!("{}/{}", R::LIST, self.index), &key);
                self.reading.builder.notes().unknown_key(path, &key, R::KEYS);
                object.next_value_seed(At(Any))?;
            }
        }
        row.end(&mut self.reading.builder, self.index);
        Ok(())
    }
}

struct DirectoryPlace<'r>(&'r mut Reading);

const DIRECTORY_KEYS: &[&str] = &["users", "groups", "assignment", "complete"];
const ASSIGNMENTS: &[&str] = &["listed", "flagged", "unknown", "{groups}"];

impl<'de> Place<'de> for DirectoryPlace<'_> {
    type Value = ();

    fn scalar(self, scalar: Scalar<'de>) {
        if scalar != Scalar::Null {
            self.0.wrong_shape("/roster/directory", Expected::Object);
        }
    }

    fn object<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        while let Some(key) = next_key(&mut object)? {
            match key.as_ref() {
                "users" => object.next_value_seed(At(Rows::<User>::new(self.0)))?,
                "groups" => object.next_value_seed(At(Rows::<Group>::new(self.0)))?,
                "assignment" => object.next_value_seed(At(AssignmentPlace(self.0)))?,
                "complete" => match object.next_value_seed(At(Any))? {
                    Scalar::Boolean(complete) => self.0.builder.complete(complete),
                    Scalar::Null => {}
                    other => self.0.unknown_value("/roster/directory/complete", "complete", &other),
                },
                unknown => {
                    let path = || pointer("/roster/directory", unknown);
                    self.0.builder.notes().unknown_key(path, unknown, DIRECTORY_KEYS);
                    object.next_value_seed(At(Any))?;
                }
            }
        }
        Ok(())
    }
}

struct AssignmentPlace<'r>(&'r mut Reading);

impl AssignmentPlace<'_> {
    const PATH: &'static str = "/roster/directory/assignment";
}

impl<'de> Place<'de> for AssignmentPlace<'_> {
    type Value = ();

    fn scalar(self, scalar: Scalar<'de>) {
        let assignment = match &scalar {
            Scalar::Null => return,
            Scalar::Text(word) => match word.as_ref() {
                "listed" => Some(Assignment::Listed),
                "flagged" => Some(Assignment::Flagged),
                "unknown" => Some(Assignment::Unknown),
                _ => None,
            },
            _ => None,
        };
        match assignment {
            Some(assignment) => self.0.builder.assignment(assignment),
            None => {
                let field = Field { key: "assignment", words: ASSIGNMENTS };
                self.0.unknown_word(Self::PATH, field, &scalar);
            }
        }
    }

    fn object<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        while let Some(key) = next_key(&mut object)? {
            if key == "groups" {
                let groups = object.next_value_seed(At(TextList))?;
                self.0.builder.assignment(Assignment::Groups(groups));
            } else {
                let path = || pointer(Self::PATH, &key);
                self.0.builder.notes().unknown_key(path, &key, &["groups"]);
                object.next_value_seed(At(Any))?;
            }
        }
        Ok(())
    }
}

/// A list of texts; what is no text in it is passed over.
struct TextList;

impl<'de> Place<'de> for TextList {
    type Value = Vec<String>;

    fn scalar(self, _: Scalar<'de>) -> Vec<String> {
        Vec::new()
    }

    fn list<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<String>, A::Error> {
        let mut texts = Vec::new();
        while let Some(element) = list.next_element_seed(At(Any))? {
            if let Scalar::Text(text) = element {
                texts.push(text.into_owned());
            }
        }
        Ok(texts)
    }
}
