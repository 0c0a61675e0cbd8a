//! Reading a roster in the project's own JSON (domain 2), straight into columns.

mod directory;
mod rows;

use std::borrow::Cow;

use serde::de::{MapAccess, SeqAccess};

use crate::input::join::Assigned;
use crate::input::lenient::{Any, At, Place, Scalar, next_key};
use crate::input::source::Intake;
use crate::input::{Error, Reader, json};
use crate::model::outcome::Side;
use crate::model::read::{Expected, push_step};
use crate::model::report::Format;
use crate::roster::{Assignment, Builder, Field, Roster, SourceNotes};
use directory::{AssignmentPlace, DirectoryPlace};
use rows::{Member, Row, RowAt, User};

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
    /// assert_eq!(roster.notes().sources[0].problems[0].place.path, "/roster/members/1");
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub fn from_json(text: &[u8]) -> Result<Self, Error> {
        let mut reader = Reader::default();
        reader.add_roster(text)?;
        Ok(reader.finish())
    }
}

/// What a roster says of its directory beside its sides.
#[derive(Debug, Default)]
pub struct Said {
    /// How it tells who is assigned.
    pub assignment: Option<Assignment>,
    /// Whether it is whole.
    pub complete: Option<bool>,
}

/// Reads a roster, whole or only what stands beside its sides.
pub fn read_roster(text: &[u8], builder: &mut Builder) -> Result<Said, Error> {
    let mut reading = Reading::new(builder);
    json::seeded(text, "/roster", At(Root(&mut reading)))?;
    let said = std::mem::take(&mut reading.said);
    reading.end().map(|()| said)
}

/// Reads one side of a roster.
pub fn read(text: &str, intake: &mut Intake<'_, '_>) -> Result<Assigned, Error> {
    let (side, path) = (intake.source.side, intake.source.path);
    let mut reading = Reading::new(intake.builder);
    reading.is_file = true;
    let place = At(OneSide { reading: &mut reading, side, path });
    json::seeded(text.as_bytes(), path, place)?;
    reading.end().map(|()| Assigned::Listed)
}

/// A roster being read, and the first thing that cannot be what it is.
struct Reading<'b> {
    builder: &'b mut Builder,
    said: Said,
    /// Whether all of it is one source; else each of its lists is.
    is_file: bool,
    side: Option<Side>,
    wrong_shape: Option<(String, Expected)>,
}

impl<'b> Reading<'b> {
    fn new(builder: &'b mut Builder) -> Self {
        Self { builder, said: Said::default(), is_file: false, side: None, wrong_shape: None }
    }

    fn end(self) -> Result<(), Error> {
        match self.wrong_shape {
            Some((path, expected)) => Err(Error::wrong_shape(&path, expected)),
            None => Ok(()),
        }
    }

    /// What follows is of this side.
    fn begin(&mut self, side: Side) {
        if !self.is_file && self.side != Some(side) {
            let path = format!("/roster/{side}");
            self.builder.begin(SourceNotes::new(side, Format::RolecallJson, None, &path));
        }
        self.side = Some(side);
    }

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

    fn unknown_key(&mut self, parent: &str, key: &str, known: &'static [&'static str]) {
        self.builder.notes().unknown_key(|| pointer(parent, key), key, known);
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

struct Root<'r, 'b>(&'r mut Reading<'b>);

const ROOT_KEYS: &[&str] = &["members", "directory", "assignment", "complete", "$schema"];

impl<'de> Place<'de> for Root<'_, '_> {
    type Value = ();

    fn scalar(self, _: Scalar<'de>) {
        self.0.wrong_shape("/roster", Expected::Object);
    }

    fn object<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        let reading = self.0;
        while let Some(key) = next_key(&mut object)? {
            match key.as_ref() {
                "members" => {
                    object.next_value_seed(At(Rows::<Member>::new(reading, "/roster/members")))?;
                }
                "directory" => {
                    object.next_value_seed(At(DirectoryPlace {
                        reading,
                        path: "/roster/directory",
                    }))?;
                }
                "assignment" => {
                    let path = "/roster/assignment";
                    let assignment =
                        object.next_value_seed(At(AssignmentPlace { reading, path }))?;
                    reading.said.assignment = assignment;
                }
                "complete" => {
                    reading.said.complete = complete(&mut object, reading, "/roster/complete")?;
                }
                "$schema" => drop(object.next_value_seed(At(Any))?),
                unknown => {
                    reading.unknown_key("/roster", unknown, ROOT_KEYS);
                    object.next_value_seed(At(Any))?;
                }
            }
        }
        Ok(())
    }
}

/// One side of a roster by itself: its list, or the object that has it.
struct OneSide<'r, 'b, 'p> {
    reading: &'r mut Reading<'b>,
    side: Side,
    path: &'p str,
}

impl<'de> Place<'de> for OneSide<'_, '_, '_> {
    type Value = ();

    fn scalar(self, scalar: Scalar<'de>) {
        let expected = match self.side {
            Side::Members => Expected::List,
            Side::Directory => Expected::Object,
        };
        if scalar != Scalar::Null {
            self.reading.wrong_shape(self.path, expected);
        }
    }

    fn list<A: SeqAccess<'de>>(self, list: A) -> Result<(), A::Error> {
        match self.side {
            Side::Members => Rows::<Member>::new(self.reading, self.path).list(list),
            Side::Directory => Rows::<User>::new(self.reading, self.path).list(list),
        }
    }

    fn object<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        let Self { reading, side, path } = self;
        if side == Side::Directory {
            return DirectoryPlace { reading, path }.object(object);
        }
        let mut found = false;
        while let Some(key) = next_key(&mut object)? {
            if key == "members" {
                found = true;
                let path = pointer(path, "members");
                object.next_value_seed(At(Rows::<Member>::new(reading, &path)))?;
            } else {
                reading.unknown_key(path, &key, &["members"]);
                object.next_value_seed(At(Any))?;
            }
        }
        if !found {
            reading.wrong_shape(path, Expected::List);
        }
        Ok(())
    }
}

fn pointer(parent: &str, key: &str) -> String {
    let mut path = parent.to_owned();
    push_step(&mut path, key);
    path
}

fn complete<'de, A: MapAccess<'de>>(
    object: &mut A,
    reading: &mut Reading<'_>,
    path: &str,
) -> Result<Option<bool>, A::Error> {
    match object.next_value_seed(At(Any))? {
        Scalar::Boolean(complete) => return Ok(Some(complete)),
        Scalar::Null => {}
        other => reading.unknown_value(path, "complete", &other),
    }
    Ok(None)
}

/// A list of rows of one kind.
struct Rows<'r, 'b, 'p, R> {
    reading: &'r mut Reading<'b>,
    path: &'p str,
    row: std::marker::PhantomData<R>,
}

impl<'r, 'b, 'p, R> Rows<'r, 'b, 'p, R> {
    fn new(reading: &'r mut Reading<'b>, path: &'p str) -> Self {
        Self { reading, path, row: std::marker::PhantomData }
    }
}

impl<'de, R: Row<'de>> Place<'de> for Rows<'_, '_, '_, R> {
    type Value = ();

    fn scalar(self, scalar: Scalar<'de>) {
        if scalar != Scalar::Null {
            self.reading.wrong_shape(self.path, Expected::List);
        }
    }

    fn list<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        self.reading.begin(R::SIDE);
        R::begin(self.reading.builder);
        for index in 0.. {
            let at = RowAt { list: self.path, index };
            let place = RowPlace { reading: self.reading, at, row: std::marker::PhantomData::<R> };
            if list.next_element_seed(At(place))?.is_none() {
                break;
            }
        }
        Ok(())
    }
}

/// One row.
struct RowPlace<'r, 'b, 'p, R> {
    reading: &'r mut Reading<'b>,
    at: RowAt<'p>,
    row: std::marker::PhantomData<R>,
}

impl<'de, R: Row<'de>> Place<'de> for RowPlace<'_, '_, '_, R> {
    type Value = ();

    fn scalar(self, scalar: Scalar<'de>) {
        R::not_an_object(&scalar, self.reading.builder, self.at);
    }

    fn object<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        let mut row = R::default();
        while let Some(key) = next_key(&mut object)? {
            if !row.field(&key, &mut object, self.reading.builder)? {
                self.reading.unknown_key(&self.at.path(), &key, R::KEYS);
                object.next_value_seed(At(Any))?;
            }
        }
        row.end(self.reading.builder, self.at);
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
