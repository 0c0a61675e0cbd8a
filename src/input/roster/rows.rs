//! The rows of a roster: which keys they have, and what is done with each.

use std::borrow::Cow;

use serde::de::{MapAccess, SeqAccess};

use super::TextList;
use crate::catalog::{Role, SeatTier};
use crate::input::lenient::{Any, At, Place, Scalar};
use crate::roster::{
    Builder, Field, GroupRow, LeftOut, MemberKind, MemberRow, Side, Status, UserRow,
};
use crate::vocabulary::Word;

/// A kind of row.
pub trait Row<'de>: Default {
    /// Pointer to the list.
    const LIST: &'static str;
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
    fn end(self, builder: &mut Builder, index: usize);

    /// The row is no object.
    fn not_an_object(_: &Scalar<'de>, builder: &mut Builder, index: usize);
}

fn path_of<'de, R: Row<'de>>(index: usize) -> String {
    format!("{}/{index}", R::LIST)
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
            other => self.0.push((Field { key, words: &["true", "false"] }, other)),
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

    fn say<R: Row<'de>>(&self, builder: &mut Builder, index: usize, email: &str) {
        for (field, scalar) in &self.0 {
            let path = || format!("{}/{index}/{}", R::LIST, field.key);
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
    const LIST: &'static str = "/roster/members";
    const KEYS: &'static [&'static str] =
        &["email", "name", "id", "role", "seatTier", "status", "kind"];

    fn begin(builder: &mut Builder) {
        builder.notes().members_given = true;
    }

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

    fn end(self, builder: &mut Builder, index: usize) {
        self.misread.say::<Self>(builder, index, &self.email);
        let row = MemberRow {
            email: &self.email,
            name: &self.name,
            id: &self.id,
            role: self.role,
            tier: self.tier,
            pending: self.status == Some(Status::Pending),
            service: self.kind == Some(MemberKind::Service),
        };
        builder.member(&row, || path_of::<Self>(index));
    }

    fn not_an_object(_: &Scalar<'de>, builder: &mut Builder, index: usize) {
        builder.notes().member_rows += 1;
        let path = || path_of::<Self>(index);
        builder.notes().left_out(Side::Members, path, LeftOut::NotARow);
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
    const LIST: &'static str = "/roster/directory/users";
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

    fn end(self, builder: &mut Builder, index: usize) {
        self.misread.say::<Self>(builder, index, &self.email);
        let row = UserRow {
            email: &self.email,
            name: &self.name,
            id: &self.id,
            active: self.active,
            assigned: self.assigned,
        };
        builder.user(&row, || path_of::<Self>(index));
    }

    fn not_an_object(_: &Scalar<'de>, builder: &mut Builder, index: usize) {
        builder.notes().user_rows += 1;
        let path = || path_of::<Self>(index);
        builder.notes().left_out(Side::Directory, path, LeftOut::NotARow);
    }
}

/// The groups of the user who is being read.
struct UsersGroups<'r, 'de> {
    builder: &'r mut Builder,
    misread: &'r mut Misread<'de>,
}

impl<'de> Place<'de> for UsersGroups<'_, 'de> {
    type Value = ();

    fn scalar(self, scalar: Scalar<'de>) {
        if scalar != Scalar::Null {
            self.misread.0.push((Field { key: "groups", words: &[] }, scalar));
        }
    }

    fn list<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(element) = list.next_element_seed(At(Any))? {
            match element {
                Scalar::Text(group) => self.builder.users_group(&group),
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
    const LIST: &'static str = "/roster/directory/groups";
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

    fn end(self, builder: &mut Builder, index: usize) {
        self.misread.say::<Self>(builder, index, "");
        fn given(text: &str) -> Option<&str> {
            Some(text).filter(|text| !text.is_empty())
        }
        let (name, id) = (given(&self.name), given(&self.id));
        builder.group(GroupRow { name, id, nested: self.nested });
    }

    /// A group may also be written as its bare name.
    fn not_an_object(scalar: &Scalar<'de>, builder: &mut Builder, index: usize) {
        match scalar {
            Scalar::Text(name) => {
                builder.group(GroupRow { name: Some(name), ..GroupRow::default() });
            }
            other => {
                let field = Field { key: "groups", words: &[] };
                builder.notes().unknown_word(|| path_of::<Self>(index), field, &other.shown(), "");
            }
        }
    }
}
