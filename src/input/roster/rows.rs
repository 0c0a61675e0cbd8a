//! The rows of a roster: which keys they have, and what is done with each.

use std::borrow::Cow;

use super::packed::{Packed, word};
use super::texts;
use crate::catalog::{Role, SeatTier};
use crate::input::cursor::{Cursor, Malformed, Scalar, Token};
use crate::model::outcome::Side;
use crate::model::roster::{MemberKind, Status};
use crate::roster::{Builder, Field, GroupRow, MemberRow, Place, Trouble, UserRow};
use crate::vocabulary::Word;

/// A kind of row.
pub trait Row<'t>: Default {
    /// The side whose rows these are.
    const SIDE: Side;
    /// The keys it knows.
    const KEYS: &'static [&'static str];

    /// Whether these rows are people, who may be packed.
    const IS_PERSON: bool = false;

    /// The list begins.
    fn begin(_: &mut Builder) {}

    /// Reads the value of `key`; false, having read nothing, for a key it does not know.
    fn field(
        &mut self,
        key: &str,
        cursor: &mut Cursor<'t>,
        builder: &mut Builder,
    ) -> Result<bool, Malformed>;

    /// Reads a row that is packed.
    fn unpack(_: &mut Packed<'_>, _: &mut Builder, _: RowAt<'_>) {}

    /// The row is whole.
    fn end(self, builder: &mut Builder, at: RowAt<'_>);

    /// The row is no object.
    fn not_an_object(_: &Scalar<'t>, builder: &mut Builder, at: RowAt<'_>);
}

/// Which row of which list.
#[derive(Clone, Copy)]
pub struct RowAt<'p> {
    /// Pointer to the list.
    pub list: &'p str,
    /// The row, from 0.
    pub index: usize,
}

impl RowAt<'_> {
    /// Pointer to the row.
    pub fn path(self) -> String {
        format!("{}/{}", self.list, self.index)
    }
}

/// Values of a row that were not understood: said when the row is whole and its address known.
#[derive(Default)]
struct Misread<'t>(Vec<(Field, Scalar<'t>)>);

impl<'t> Misread<'t> {
    fn text(&mut self, key: &'static str, scalar: Scalar<'t>) -> Cow<'t, str> {
        match scalar {
            Scalar::Text(text) => return text,
            Scalar::Null => {}
            other => self.0.push((Field { key, words: &[] }, other)),
        }
        Cow::Borrowed("")
    }

    fn boolean(&mut self, key: &'static str, scalar: Scalar<'t>) -> Option<bool> {
        match scalar {
            Scalar::Boolean(value) => return Some(value),
            Scalar::Null => {}
            other => self.0.push((Field::boolean(key), other)),
        }
        None
    }

    fn word<T: Word>(&mut self, key: &'static str, scalar: Scalar<'t>) -> Option<T> {
        match &scalar {
            Scalar::Null => return None,
            Scalar::Text(text) => {
                if let Some(word) = T::from_word(text) {
                    return Some(word);
                }
            }
            _ => {}
        }
        self.0.push((Field { key, words: T::WORDS }, scalar));
        None
    }

    /// The groups of the user who is being read.
    fn groups(&mut self, cursor: &mut Cursor<'t>, builder: &mut Builder) -> Result<(), Malformed> {
        let field = Field { key: "groups", words: &[] };
        let token = cursor.token()?;
        if token != Token::List {
            let scalar = cursor.scalar_of(token)?;
            self.0.extend((scalar != Scalar::Null).then_some((field, scalar)));
            return Ok(());
        }
        while cursor.element()? {
            match cursor.scalar()? {
                // A group without a name is none.
                Scalar::Text(group) if !group.is_empty() => builder.users_group(&group),
                other => self.0.push((field, other)),
            }
        }
        Ok(())
    }

    fn say(&self, builder: &mut Builder, at: RowAt<'_>, email: &str) {
        for (field, scalar) in &self.0 {
            let path = || format!("{}/{}", at.path(), field.key);
            builder.notes().unknown_word(path, *field, &scalar.shown(), email.trim());
        }
    }
}

#[derive(Default)]
pub struct Member<'t> {
    email: Cow<'t, str>,
    name: Cow<'t, str>,
    id: Cow<'t, str>,
    role: Option<Role>,
    tier: Option<SeatTier>,
    status: Option<Status>,
    kind: Option<MemberKind>,
    misread: Misread<'t>,
}

impl<'t> Row<'t> for Member<'t> {
    const SIDE: Side = Side::Members;
    const KEYS: &'static [&'static str] =
        &["email", "name", "id", "role", "seatTier", "status", "kind"];
    const IS_PERSON: bool = true;

    fn field(
        &mut self,
        key: &str,
        cursor: &mut Cursor<'t>,
        _: &mut Builder,
    ) -> Result<bool, Malformed> {
        match key {
            "email" => self.email = self.misread.text("email", cursor.scalar()?),
            "name" => self.name = self.misread.text("name", cursor.scalar()?),
            "id" => self.id = self.misread.text("id", cursor.scalar()?),
            "role" => self.role = self.misread.word("role", cursor.scalar()?),
            "seatTier" => self.tier = self.misread.word("seatTier", cursor.scalar()?),
            "status" => self.status = self.misread.word("status", cursor.scalar()?),
            "kind" => self.kind = self.misread.word("kind", cursor.scalar()?),
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn unpack(packed: &mut Packed<'_>, builder: &mut Builder, at: RowAt<'_>) {
        let bits = packed.number();
        let row = Member {
            email: packed.text().into(),
            name: packed.text().into(),
            id: packed.text().into(),
            role: word(Role::ALL, bits, 0),
            tier: word(SeatTier::ALL, bits, 4),
            status: word(Status::ALL, bits, 8),
            kind: word(MemberKind::ALL, bits, 12),
            ..Member::default()
        };
        row.end(builder, at);
    }

    fn end(self, builder: &mut Builder, at: RowAt<'_>) {
        self.misread.say(builder, at, &self.email);
        let row = MemberRow {
            email: &self.email,
            name: &self.name,
            id: &self.id,
            role: self.role,
            tier: self.tier,
            pending: self.status == Some(Status::Pending),
            service: self.kind == Some(MemberKind::Service),
        };
        builder.member(&row, || Place::at(at.path()));
    }

    fn not_an_object(_: &Scalar<'t>, builder: &mut Builder, at: RowAt<'_>) {
        builder.leave_out(Trouble::NotARow, || Place::at(at.path()));
    }
}

/// As their numbers have it.
const BOOLEANS: &[bool] = &[false, true];

#[derive(Default)]
pub struct User<'t> {
    email: Cow<'t, str>,
    name: Cow<'t, str>,
    id: Cow<'t, str>,
    active: Option<bool>,
    assigned: Option<bool>,
    misread: Misread<'t>,
}

impl<'t> Row<'t> for User<'t> {
    const SIDE: Side = Side::Directory;
    const KEYS: &'static [&'static str] = &["email", "name", "id", "active", "assigned", "groups"];
    const IS_PERSON: bool = true;

    fn begin(builder: &mut Builder) {
        builder.has_directory();
    }

    fn field(
        &mut self,
        key: &str,
        cursor: &mut Cursor<'t>,
        builder: &mut Builder,
    ) -> Result<bool, Malformed> {
        match key {
            "email" => self.email = self.misread.text("email", cursor.scalar()?),
            "name" => self.name = self.misread.text("name", cursor.scalar()?),
            "id" => self.id = self.misread.text("id", cursor.scalar()?),
            "active" => self.active = self.misread.boolean("active", cursor.scalar()?),
            "assigned" => self.assigned = self.misread.boolean("assigned", cursor.scalar()?),
            "groups" => {
                self.misread.groups(cursor, builder)?;
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn unpack(packed: &mut Packed<'_>, builder: &mut Builder, at: RowAt<'_>) {
        let bits = packed.number();
        let row = User {
            email: packed.text().into(),
            name: packed.text().into(),
            id: packed.text().into(),
            active: word(BOOLEANS, bits, 0),
            assigned: word(BOOLEANS, bits, 4),
            ..User::default()
        };
        packed.groups(builder);
        row.end(builder, at);
    }

    fn end(self, builder: &mut Builder, at: RowAt<'_>) {
        self.misread.say(builder, at, &self.email);
        let row = UserRow {
            email: &self.email,
            name: &self.name,
            id: &self.id,
            active: self.active,
            assigned: self.assigned,
        };
        builder.user(&row, || Place::at(at.path()));
    }

    fn not_an_object(_: &Scalar<'t>, builder: &mut Builder, at: RowAt<'_>) {
        builder.leave_out(Trouble::NotARow, || Place::at(at.path()));
    }
}

#[derive(Default)]
pub struct Group<'t> {
    name: Cow<'t, str>,
    id: Cow<'t, str>,
    nested: Vec<String>,
    misread: Misread<'t>,
}

impl<'t> Row<'t> for Group<'t> {
    const SIDE: Side = Side::Directory;
    const KEYS: &'static [&'static str] = &["name", "id", "groups"];

    fn field(
        &mut self,
        key: &str,
        cursor: &mut Cursor<'t>,
        _: &mut Builder,
    ) -> Result<bool, Malformed> {
        match key {
            "name" => self.name = self.misread.text("name", cursor.scalar()?),
            "id" => self.id = self.misread.text("id", cursor.scalar()?),
            "groups" => self.nested = texts(cursor)?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn end(self, builder: &mut Builder, at: RowAt<'_>) {
        self.misread.say(builder, at, "");
        fn given(text: &str) -> Option<&str> {
            Some(text).filter(|text| !text.is_empty())
        }
        let (name, id) = (given(&self.name), given(&self.id));
        builder.group(GroupRow { name, id, nested: self.nested });
    }

    /// A group may also be written as its bare name.
    fn not_an_object(scalar: &Scalar<'t>, builder: &mut Builder, at: RowAt<'_>) {
        match scalar {
            Scalar::Text(name) => {
                builder.group(GroupRow { name: Some(name), ..GroupRow::default() });
            }
            other => {
                let field = Field { key: "groups", words: &[] };
                builder.notes().unknown_word(|| at.path(), field, &other.shown(), "");
            }
        }
    }
}
