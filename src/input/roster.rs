//! Reading a roster in the project's own JSON (domain 2), straight into columns.

mod directory;
mod packed;
mod rows;

use std::borrow::Cow;

use crate::input::cursor::{Cursor, Malformed, Scalar, Token};
use crate::input::join::Assigned;
use crate::input::progress::Progress;
use crate::input::reader::Intake;
use crate::input::{Error, Reader, json};
use crate::model::Format;
use crate::model::outcome::Side;
use crate::model::read::{Expected, push_step};
use crate::roster::{Assignment, Builder, Field, Roster, SourceNotes};
pub use packed::Packed;
use rows::{Member, Row, RowAt, User};

impl Roster {
    /// Reads a roster from JSON text in UTF-8.
    ///
    /// # Errors
    ///
    /// The text is not JSON, or the roster or one of its lists is of another JSON type, or there is
    /// more than [`Limits`](crate::model::Limits) allow by default. Whatever else is wrong becomes a finding, or a problem in [`Report::sources`](crate::Report::sources).
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::Roster;
    /// let roster = Roster::from_json(br#"{"members":[{"email":" Ann@acme.com "},{"name":"?"}]}"#)?;
    /// assert_eq!(roster.len(), 1, "a row without an address is left out");
    /// assert_eq!(roster.document().members.unwrap()[0].email, "Ann@acme.com");
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub fn from_json(text: &[u8]) -> Result<Self, Error> {
        let mut reader = Reader::default();
        reader.add_roster(text)?;
        reader.finish()
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
pub fn read_roster(text: &[u8], builder: &mut Builder, progress: &Progress) -> Result<Said, Error> {
    let total = text.len();
    let text = json::text(text, "/roster")?;
    progress.begin(total, text.len());
    let mut reading = Reading::new(builder, progress);
    json::whole(text, "/roster", |cursor| reading.roster(cursor))?;
    progress.end();
    let said = std::mem::take(&mut reading.said);
    reading.end().map(|()| said)
}

/// Reads one side of a roster, the people of which may be packed.
pub fn read(
    text: &str,
    packed: Option<Packed<'_>>,
    intake: &mut Intake<'_, '_>,
) -> Result<Assigned, Error> {
    let (side, path) = (intake.source.side, intake.source.path);
    let mut reading = Reading::new(intake.builder, intake.progress);
    reading.is_file = true;
    reading.packed = packed;
    json::whole(text, path, |cursor| reading.one_side(cursor, side, path))?;
    reading.end().map(|()| Assigned::Listed)
}

/// A roster being read, and the first thing that cannot be what it is.
struct Reading<'b> {
    builder: &'b mut Builder,
    progress: &'b Progress,
    said: Said,
    /// Whether all of it is one source; else each of its lists is.
    is_file: bool,
    side: Option<Side>,
    /// The people of a list that is empty in the text.
    packed: Option<Packed<'b>>,
    wrong_shape: Option<(String, Expected)>,
}

impl<'b> Reading<'b> {
    fn new(builder: &'b mut Builder, progress: &'b Progress) -> Self {
        let said = Said::default();
        Self {
            builder,
            progress,
            said,
            is_file: false,
            side: None,
            packed: None,
            wrong_shape: None,
        }
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

    /// Reads a whole roster.
    fn roster(&mut self, cursor: &mut Cursor<'_>) -> Result<(), Malformed> {
        let path = "/roster";
        match cursor.token()? {
            Token::Object => {}
            other => {
                self.wrong_shape(path, Expected::Object);
                return cursor.rest_of(&other);
            }
        }
        while let Some(key) = cursor.key()? {
            match key.as_ref() {
                "members" => self.rows::<Member<'_>>(cursor, "/roster/members")?,
                "directory" => self.directory(cursor, "/roster/directory")?,
                "assignment" => {
                    self.said.assignment = self.assignment(cursor, "/roster/assignment")?
                }
                "complete" => self.said.complete = self.complete(cursor, "/roster/complete")?,
                "$schema" => cursor.pass()?,
                unknown => {
                    self.unknown_key(path, unknown, ROOT_KEYS);
                    cursor.pass()?;
                }
            }
        }
        Ok(())
    }

    /// Reads one side of a roster by itself: its list, or the object that has it.
    fn one_side(
        &mut self,
        cursor: &mut Cursor<'_>,
        side: Side,
        path: &str,
    ) -> Result<(), Malformed> {
        match (cursor.token()?, side) {
            (Token::Null, _) => {}
            (Token::List, Side::Members) => self.each_row::<Member<'_>>(cursor, path)?,
            (Token::List, Side::Directory) => self.each_row::<User<'_>>(cursor, path)?,
            (Token::Object, Side::Members) => self.members_within(cursor, path)?,
            (Token::Object, Side::Directory) => self.each_part(cursor, path)?,
            (_, Side::Members) => self.wrong_shape(path, Expected::List),
            (_, Side::Directory) => self.wrong_shape(path, Expected::Object),
        }
        Ok(())
    }

    /// Reads an object that has the members' list.
    fn members_within(&mut self, cursor: &mut Cursor<'_>, path: &str) -> Result<(), Malformed> {
        let mut found = false;
        while let Some(key) = cursor.key()? {
            if key == "members" {
                found = true;
                self.rows::<Member<'_>>(cursor, &pointer(path, "members"))?;
            } else {
                self.unknown_key(path, &key, &["members"]);
                cursor.pass()?;
            }
        }
        if !found {
            self.wrong_shape(path, Expected::List);
        }
        Ok(())
    }

    /// Reads a list of rows of one kind; null stands for none.
    fn rows<'t, R: Row<'t>>(
        &mut self,
        cursor: &mut Cursor<'t>,
        path: &str,
    ) -> Result<(), Malformed> {
        match cursor.token()? {
            Token::List => self.each_row::<R>(cursor, path),
            Token::Null => Ok(()),
            other => {
                self.wrong_shape(path, Expected::List);
                cursor.rest_of(&other)
            }
        }
    }

    fn each_row<'t, R: Row<'t>>(
        &mut self,
        cursor: &mut Cursor<'t>,
        path: &str,
    ) -> Result<(), Malformed> {
        self.begin(R::SIDE);
        R::begin(self.builder);
        let mut at = RowAt { list: path, index: 0 };
        while cursor.element()? {
            self.progress.at(cursor.offset());
            self.row::<R>(cursor, at)?;
            at.index += 1;
        }
        if R::IS_PERSON
            && let Some(packed) = self.packed.take()
        {
            self.packed_rows::<R>(packed, path);
        }
        Ok(())
    }

    fn packed_rows<'t, R: Row<'t>>(&mut self, mut packed: Packed<'_>, path: &str) {
        let length = packed.left();
        for index in 0..packed.count() {
            self.progress.at(length - packed.left());
            R::unpack(&mut packed, self.builder, RowAt { list: path, index });
        }
    }

    /// A call a row: WebAssembly's compilers replace a function by a faster one between its calls,
    /// never while it runs, so that a loop over all rows must do nothing slow itself.
    #[inline(never)]
    fn row<'t, R: Row<'t>>(
        &mut self,
        cursor: &mut Cursor<'t>,
        at: RowAt<'_>,
    ) -> Result<(), Malformed> {
        let token = cursor.token()?;
        if token != Token::Object {
            let scalar = cursor.scalar_of(token)?;
            R::not_an_object(&scalar, self.builder, at);
            return Ok(());
        }
        let mut row = R::default();
        while let Some(key) = cursor.key()? {
            if !row.field(&key, cursor, self.builder)? {
                self.unknown_key(&at.path(), &key, R::KEYS);
                cursor.pass()?;
            }
        }
        row.end(self.builder, at);
        Ok(())
    }

    fn wrong_shape(&mut self, path: &str, expected: Expected) {
        self.wrong_shape.get_or_insert_with(|| (path.to_owned(), expected));
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
    pub fn shown(&self) -> Cow<'_, str> {
        match self {
            Self::Null => "null".into(),
            Self::Boolean(value) => value.to_string().into(),
            Self::Text(text) => text.as_ref().into(),
            Self::Other(other) => (*other).into(),
        }
    }
}

const ROOT_KEYS: &[&str] = &["members", "directory", "assignment", "complete", "$schema"];

fn pointer(parent: &str, key: &str) -> String {
    let mut path = parent.to_owned();
    push_step(&mut path, key);
    path
}

/// A list of texts; what is no text in it is passed over.
fn texts(cursor: &mut Cursor<'_>) -> Result<Vec<String>, Malformed> {
    let mut texts = Vec::new();
    match cursor.token()? {
        Token::List => {
            while cursor.element()? {
                if let Scalar::Text(text) = cursor.scalar()? {
                    texts.push(text.into_owned());
                }
            }
        }
        other => cursor.rest_of(&other)?,
    }
    Ok(texts)
}
