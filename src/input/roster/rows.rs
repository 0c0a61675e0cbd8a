//! The rows of a roster: which keys they have, and what is done with each.

use std::borrow::Cow;

use serde::de::{MapAccess, SeqAccess};

use super::TextList;
use crate::catalog::{Role, SeatTier};
use crate::input::lenient::{Any, At, Place as Position, Scalar};
use crate::model::outcome::Side;
use crate::model::roster::{MemberKind, Status};
use crate::roster::{Builder, Field, GroupRow, MemberRow, Place, Trouble, UserRow};
use crate::vocabulary::Word;

/// A kind of row.
pub trait Row<'de>: Default {
    /// The side whose rows these are.
    const SIDE: Side;
    /// The keys it knows.
    const KEYS: &'static [&'static str];

    /// The list begins.
    fn begin(_: &mut Builder) {}

    /// Reads the value of `key`; false, having read nothing, for a key it does not know.
    fn field<A: MapAccess<'de>>(
        &mut self,
        key: &str,
        object: &mut A,
        builder: &mut Builder,
    ) -> Result<bool, A::Error>;

    /// The row is whole.
    fn end(self, builder: &mut Builder, at: RowAt<'_>);

    /// The row is no object.
    fn not_an_object(_: &Scalar<'de>, builder: &mut Builder, at: RowAt<'_>);
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
struct Misread<'de>(Vec<(Field, Scalar<'de>)>);

impl<'de> Misread<'de> {
    fn text(&mut self, key: &'static str, scalar: Scalar<'de>) -> Cow<'de, str> {
        match scalar {
            Scalar::Text(text) => return text,
            Scalar::Null => {}
            other => self.0.push((Field { key, words: &[] }, other)),
        }
        Cow::Borrowed("")
    }

    fn boolean(&mut self, key: &'static str, scalar: Scalar<'de>) -> Option<bool> {
        match scalar {
            Scalar::Boolean(value) => return Some(value),
            Scalar::Null => {}
            other => self.0.push((Field::boolean(key), other)),
        }
        None
    }

    fn word<T: Word>(&mut self, key: &'static str, scalar: Scalar<'de>) -> Option<T> {
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

    fn say(&self, builder: &mut Builder, at: RowAt<'_>, email: &str) {
        for (field, scalar) in &self.0 {
            let path = || format!("{}/{}", at.path(), field.key);
            builder.notes().unknown_word(path, *field, &scalar.shown(), email.trim());
        }
    }
}

#[derive(Default)]
pub struct Member<'de> {
    email: Cow<'de, str>,
    name: Cow<'de, str>,
    id: Cow<'de, str>,
    role: Option<Role>,
    tier: Option<SeatTier>,
    status: Option<Status>,
    kind: Option<MemberKind>,
    misread: Misread<'de>,
}

impl<'de> Row<'de> for Member<'de> {
    const SIDE: Side = Side::Members;
    const KEYS: &'static [&'static str] =
        &["email", "name", "id", "role", "seatTier", "status", "kind"];

    fn field<A: MapAccess<'de>>(
        &mut self,
        key: &str,
        object: &mut A,
        _: &mut Builder,
    ) -> Result<bool, A::Error> {
        if !Self::KEYS.contains(&key) {
            return Ok(false);
        }
        let value = object.next_value_seed(At(Any))?;
        match key {
            "email" => self.email = self.misread.text("email", value),
            "name" => self.name = self.misread.text("name", value),
            "id" => self.id = self.misread.text("id", value),
            "role" => self.role = self.misread.word("role", value),
            "seatTier" => self.tier = self.misread.word("seatTier", value),
            "status" => self.status = self.misread.word("status", value),
            _ => self.kind = self.misread.word("kind", value),
        }
        Ok(true)
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

    fn not_an_object(_: &Scalar<'de>, builder: &mut Builder, at: RowAt<'_>) {
        builder.leave_out(Trouble::NotARow, || Place::at(at.path()));
    }
}

#[derive(Default)]
pub struct User<'de> {
    email: Cow<'de, str>,
    name: Cow<'de, str>,
    id: Cow<'de, str>,
    active: Option<bool>,
    assigned: Option<bool>,
    misread: Misread<'de>,
}

impl<'de> Row<'de> for User<'de> {
    const SIDE: Side = Side::Directory;
    const KEYS: &'static [&'static str] = &["email", "name", "id", "active", "assigned", "groups"];

    fn begin(builder: &mut Builder) {
        builder.has_directory();
    }

    fn field<A: MapAccess<'de>>(
        &mut self,
        key: &str,
        object: &mut A,
        builder: &mut Builder,
    ) -> Result<bool, A::Error> {
        if !Self::KEYS.contains(&key) {
            return Ok(false);
        }
        if key == "groups" {
            object.next_value_seed(At(UsersGroups { builder, misread: &mut self.misread }))?;
            return Ok(true);
        }
        let value = object.next_value_seed(At(Any))?;
        match key {
            "email" => self.email = self.misread.text("email", value),
            "name" => self.name = self.misread.text("name", value),
            "id" => self.id = self.misread.text("id", value),
            "active" => self.active = self.misread.boolean("active", value),
            _ => self.assigned = self.misread.boolean("assigned", value),
        }
        Ok(true)
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

    fn not_an_object(_: &Scalar<'de>, builder: &mut Builder, at: RowAt<'_>) {
        builder.leave_out(Trouble::NotARow, || Place::at(at.path()));
    }
}

/// The groups of the user who is being read.
struct UsersGroups<'r, 'de> {
    builder: &'r mut Builder,
    misread: &'r mut Misread<'de>,
}

impl<'de> Position<'de> for UsersGroups<'_, 'de> {
    type Value = ();

    fn scalar(self, scalar: Scalar<'de>) {
        if scalar != Scalar::Null {
            self.misread.0.push((Field { key: "groups", words: &[] }, scalar));
        }
    }

    fn list<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(element) = list.next_element_seed(At(Any))? {
            match element {
                // A group without a name is none.
                Scalar::Text(group) if !group.is_empty() => self.builder.users_group(&group),
                other => self.misread.0.push((Field { key: "groups", words: &[] }, other)),
            }
        }
        Ok(())
    }
}

#[derive(Default)]
pub struct Group<'de> {
    name: Cow<'de, str>,
    id: Cow<'de, str>,
    nested: Vec<String>,
    misread: Misread<'de>,
}

impl<'de> Row<'de> for Group<'de> {
    const SIDE: Side = Side::Directory;
    const KEYS: &'static [&'static str] = &["name", "id", "groups"];

    fn field<A: MapAccess<'de>>(
        &mut self,
        key: &str,
        object: &mut A,
        _: &mut Builder,
    ) -> Result<bool, A::Error> {
        if !Self::KEYS.contains(&key) {
            return Ok(false);
        }
        if key == "groups" {
            self.nested = object.next_value_seed(At(TextList))?;
            return Ok(true);
        }
        let value = object.next_value_seed(At(Any))?;
        match key {
            "name" => self.name = self.misread.text("name", value),
            _ => self.id = self.misread.text("id", value),
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
    fn not_an_object(scalar: &Scalar<'de>, builder: &mut Builder, at: RowAt<'_>) {
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
