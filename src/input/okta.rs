//! Okta's API: users of a whole company, and groups with their members where a script put them there.

use serde_json::Value;

use crate::input::Error;
use crate::input::addresses::Addresses;
use crate::input::join::{Assigned, GroupMember};
use crate::input::pages::{self, Page, Row, Take, first, list, text};
use crate::input::progress::Progress;
use crate::input::reader::Intake;
use crate::input::words;
use crate::roster::{Builder, Field, GroupRow, Place, Trouble, UserRow};

/// Reads users and groups, mixed or apart.
pub fn read(json: &str, intake: &mut Intake<'_, '_>) -> Result<Assigned, Error> {
    let (path, progress) = (intake.source.path, intake.progress);
    let mut pairs = Pairs(Vec::new());
    pages::read(json, path, &mut pairs, &Progress::silent())?;
    let addresses = Addresses::choose(["email", "login"], intake.builder, |each| {
        pairs.0.iter().for_each(|[email, login]| each([email, login]));
    });
    drop(pairs);
    let group = intake.source.group().map(|group| {
        intake.builder.group(GroupRow { name: Some(group), ..GroupRow::default() });
        intake.builder.designation(group)
    });
    let mut reading = Reading { intake, addresses, group, users: 0 };
    pages::read(json, path, &mut reading, progress)?;
    let Reading { addresses, users, .. } = reading;
    addresses.note(intake.builder);
    Ok(if users == 0 { Assigned::NoPeople } else { Assigned::NotSaid })
}

/// The two addresses of every user.
struct Pairs(Vec<[String; 2]>);

impl Take for Pairs {
    fn row(&mut self, row: Option<Row>, _: &str) {
        if let Some(row) = row.map(Value::Object) {
            self.0.extend(is_user(&row).then(|| pair(&row).map(str::to_owned)));
        }
    }

    fn page(&mut self, _: &Page) {}
}

fn pair(user: &Value) -> [&str; 2] {
    [text(user, "/profile/email"), text(user, "/profile/login")]
}

fn is_user(row: &Value) -> bool {
    let profile = row.get("profile");
    row.get("status").is_some()
        || profile
            .is_some_and(|profile| profile.get("login").is_some() || profile.get("email").is_some())
}

struct Reading<'r, 'a, 's> {
    intake: &'r mut Intake<'a, 's>,
    addresses: Addresses,
    /// The group whose members the whole file lists.
    group: Option<u32>,
    users: usize,
}

const STATUSES: &[&str] = &[
    "ACTIVE",
    "PROVISIONED",
    "RECOVERY",
    "PASSWORD_EXPIRED",
    "LOCKED_OUT",
    "STAGED",
    "SUSPENDED",
    "DEPROVISIONED",
];

/// How many of these can log in, the first ones.
const ACTIVE: usize = 5;

impl Take for Reading<'_, '_, '_> {
    fn row(&mut self, row: Option<Row>, path: &str) {
        let trouble = match row.map(Value::Object) {
            None => Trouble::NotARow,
            Some(row) if is_user(&row) => {
                self.users += 1;
                if let (Some(user), Some(group)) = (self.user(&row, path), self.group) {
                    self.intake.builder.membership(user, group);
                }
                return;
            }
            Some(row) if row.pointer("/profile/name").is_some() => return self.group(&row, path),
            Some(_) => Trouble::NeitherUserNorGroup,
        };
        self.intake.builder.leave_out(trouble, || Place::at(path));
    }

    fn page(&mut self, page: &Page) {
        self.intake.join.page(self.intake.number, "okta", page);
    }
}

impl Reading<'_, '_, '_> {
    fn user(&mut self, row: &Value, path: &str) -> Option<u32> {
        let builder = &mut *self.intake.builder;
        let email = self.addresses.of(pair(row));
        let name = name(row);
        let user = UserRow {
            email,
            name: &name,
            id: text(row, "/id"),
            active: active(row, path, email, builder),
            assigned: None,
        };
        let address = builder.user(&user, || Place::at(path)).address()?;
        for alias in ["/id", "/profile/email", "/profile/login"] {
            self.intake.join.alias(text(row, alias), address);
        }
        Some(address)
    }

    fn group(&mut self, row: &Value, path: &str) {
        let builder = &mut *self.intake.builder;
        builder.source().rows += 1;
        let (name, id) = (text(row, "/profile/name"), text(row, "/id"));
        let id = Some(id).filter(|id| !id.is_empty());
        if id.is_none() && name.is_empty() {
            return builder.source().trouble(Trouble::NeitherUserNorGroup, || Place::at(path));
        }
        builder.group(GroupRow { name: Some(name), id, nested: Vec::new() });
        let group = builder.designation(id.unwrap_or(name));
        for key in ["/members", "/users", "/_embedded/users", "/_embedded/members"] {
            for (index, member) in list(row, key).enumerate() {
                let email = self.addresses.of(pair(member));
                let id = first([text(member, "/id"), text(member, "")]);
                let [mail, login] = pair(member);
                let email = if email.is_empty() && id.contains('@') { id } else { email };
                let member = GroupMember {
                    references: [id, mail, login].map(str::to_owned).to_vec(),
                    email: email.to_owned(),
                    name: self::name(member),
                    id: id.to_owned(),
                    is_group: false,
                    place: Place::at(format!("{path}{key}/{index}")),
                };
                self.intake.join.group_member(self.intake.number, group, member);
            }
        }
    }
}

fn name(user: &Value) -> String {
    let (given, family) = (text(user, "/profile/firstname"), text(user, "/profile/lastname"));
    first([text(user, "/profile/displayname"), [given, family].join(" ").trim()]).to_owned()
}

fn active(row: &Value, path: &str, email: &str, builder: &mut Builder) -> Option<bool> {
    let status = text(row, "/status");
    let field = Field { key: "status", words: STATUSES };
    let path = || format!("{path}/status");
    let known = words::one_of(STATUSES, status).or_note(builder, path, field, status, email);
    known.map(|known| known < ACTIVE)
}
