//! SCIM 2.0 (RFC 7643, RFC 7644): users and groups of the application itself, so whoever is in
//! such a list is assigned to it.

use serde_json::Value;

use crate::input::Error;
use crate::input::join::{Assigned, GroupMember};
use crate::input::pages::{self, Page, Row, Take, boolean, first, list, text};
use crate::input::reader::Intake;
use crate::roster::{Added, Field, GroupRow, Place, Remark, Trouble, UserRow};

/// Reads users and groups, mixed or apart, in pages, a plain list or one a line.
pub fn read(json: &str, intake: &mut Intake<'_, '_>) -> Result<Assigned, Error> {
    let (path, progress) = (intake.source.path, intake.progress);
    let mut reading = Reading { intake, users: 0, groups: 0, indirect: 0 };
    pages::read(json, path, &mut reading, progress)?;
    let Reading { users, groups, indirect, .. } = reading;
    let remarks = &mut intake.builder.source().remarks;
    remarks.extend((indirect > 0).then_some(Remark::Indirect(indirect)));
    Ok(if users == 0 && groups > 0 { Assigned::NoPeople } else { Assigned::Listed })
}

struct Reading<'r, 'a, 's> {
    intake: &'r mut Intake<'a, 's>,
    /// Rows so far.
    users: usize,
    groups: usize,
    /// Memberships that are not direct.
    indirect: usize,
}

impl Take for Reading<'_, '_, '_> {
    fn row(&mut self, row: Option<Row>, path: &str) {
        let trouble = match row.map(Value::Object) {
            None => Trouble::NotARow,
            Some(row) => match kind(&row) {
                Some(Kind::User) => return self.user(&row, path),
                Some(Kind::Group) => return self.group(&row, path),
                None => Trouble::NeitherUserNorGroup,
            },
        };
        self.intake.builder.leave_out(trouble, || Place::at(path));
    }

    fn page(&mut self, page: &Page) {
        let list = match (self.users, self.groups) {
            (0, 1..) => "groups",
            (1.., 1..) => "users and groups",
            _ => "users",
        };
        self.intake.join.page(self.intake.number, list, page);
    }
}

enum Kind {
    User,
    Group,
}

/// What a resource is: by its schemas, its type, else its attributes.
fn kind(row: &Value) -> Option<Kind> {
    let schemas = list(row, "/schemas").filter_map(Value::as_str);
    let named = schemas.chain([text(row, "/meta/resourcetype")]).map(str::to_lowercase);
    let said = named.filter_map(|name| match name.rsplit(':').next() {
        Some("user") => Some(Kind::User),
        Some("group") => Some(Kind::Group),
        _ => None,
    });
    let has = |attribute: &str| row.get(attribute).is_some();
    said.last().or_else(|| match (has("username") || has("emails"), has("displayname")) {
        (true, _) => Some(Kind::User),
        (_, true) => Some(Kind::Group),
        _ => None,
    })
}

/// The address: the primary e-mail, else the user name, if it is one; else any e-mail.
fn address(row: &Value) -> &str {
    let value = |email: &Value| boolean(email.get("primary").unwrap_or(&Value::Null)) == Some(true);
    let primary =
        list(row, "/emails").find(|email| value(email)).map(|email| text(email, "/value"));
    let any = list(row, "/emails").map(|email| first([text(email, "/value"), text(email, "")]));
    let user_name = text(row, "/username");
    let is_address = |text: &&str| text.contains('@');
    first(
        primary.into_iter().chain(Some(user_name).filter(is_address)).chain(any).chain([user_name]),
    )
}

impl Reading<'_, '_, '_> {
    fn user(&mut self, row: &Value, path: &str) {
        self.users += 1;
        let builder = &mut *self.intake.builder;
        let given_and_family =
            [text(row, "/name/givenname"), text(row, "/name/familyname")].join(" ");
        let email = address(row);
        let active = row.get("active").filter(|value| !value.is_null());
        if let Some(value) = active.filter(|value| boolean(value).is_none()) {
            let field = Field::boolean("active");
            let path = || format!("{path}/active");
            builder.notes().unknown_word(path, field, &pages::shown(value), email);
        }
        let user = UserRow {
            email,
            name: first([
                text(row, "/displayname"),
                text(row, "/name/formatted"),
                given_and_family.trim(),
            ]),
            id: text(row, "/id"),
            active: active.and_then(boolean),
            assigned: None,
        };
        let added = builder.user(&user, || Place::at(path));
        let Some(address) = added.address() else { return };
        for alias in ["/id", "/username", "/externalid"] {
            self.intake.join.alias(text(row, alias), address);
        }
        for email in list(row, "/emails") {
            self.intake.join.alias(text(email, "/value"), address);
        }
        if !matches!(added, Added::Before(_)) {
            list(row, "/groups").for_each(|group| self.membership(address, group));
        }
    }

    /// A group as the user's own resource names it.
    fn membership(&mut self, user: u32, group: &Value) {
        if text(group, "/type").eq_ignore_ascii_case("indirect") {
            self.indirect += 1;
            return;
        }
        let builder = &mut *self.intake.builder;
        let id = first([text(group, "/value"), text(group, "")]);
        let name = text(group, "/display");
        let designation = first([id, name]);
        if designation.is_empty() {
            return;
        }
        if !name.is_empty() && !id.is_empty() && !builder.lists_group(id) {
            builder.group(GroupRow { name: Some(name), id: Some(id), nested: Vec::new() });
        }
        let designation = builder.designation(designation);
        self.intake.join.user_in_group(self.intake.number, user, designation);
    }

    fn group(&mut self, row: &Value, path: &str) {
        self.groups += 1;
        let builder = &mut *self.intake.builder;
        builder.source().rows += 1;
        let given = |text: &'_ str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let (name, id) = (given(text(row, "/displayname")), given(text(row, "/id")));
        let Some(designation) = id.as_deref().or(name.as_deref()) else {
            return builder.source().trouble(Trouble::NeitherUserNorGroup, || Place::at(path));
        };
        builder.group(GroupRow { name: name.as_deref(), id: id.as_deref(), nested: Vec::new() });
        let group = builder.designation(designation);
        if !row.get("members").is_some_and(Value::is_array) {
            return;
        }
        self.intake.join.lists_members(group);
        if let Some(name) = name {
            let named = builder.designation(&name);
            self.intake.join.lists_members(named);
        }
        for (index, member) in list(row, "/members").enumerate() {
            let at = Place::at(format!("{path}/members/{index}"));
            self.intake.join.group_member(self.intake.number, group, group_member(member, at));
        }
    }
}

/// A member as the group's own resource names it.
fn group_member(member: &Value, place: Place) -> GroupMember {
    let reference = text(member, "/$ref");
    let display = text(member, "/display");
    let value = first([
        text(member, "/value"),
        text(member, ""),
        reference.rsplit('/').next().unwrap_or_default(),
    ]);
    let email = [value, display].into_iter().find(|text| text.contains('@')).unwrap_or_default();
    let is_group = text(member, "/type").eq_ignore_ascii_case("group")
        || reference.to_lowercase().contains("/groups/");
    GroupMember {
        references: vec![value.to_owned(), email.to_owned()],
        email: email.to_owned(),
        name: Some(display)
            .filter(|name| is_group || *name != email)
            .unwrap_or_default()
            .to_owned(),
        id: String::new(),
        is_group,
        place,
    }
}
