//! The vendor's Admin API: users and invites of an organisation.

use serde_json::Value;

use crate::catalog::Role;
use crate::input::Error;
use crate::input::join::Assigned;
use crate::input::pages::{self, Page, Row, Take, text};
use crate::input::reader::Intake;
use crate::input::words::{self, Said};
use crate::roster::{Field, MemberRow, Place, Trouble};
use crate::vocabulary::Word;

/// Reads users and invites, in pages or a plain list.
pub fn read(json: &str, intake: &mut Intake<'_, '_>) -> Result<Assigned, Error> {
    let (path, progress) = (intake.source.path, intake.progress);
    pages::read(json, path, &mut Reading { intake, invites: 0, users: 0 }, progress)?;
    Ok(Assigned::NoPeople)
}

struct Reading<'r, 'a, 's> {
    intake: &'r mut Intake<'a, 's>,
    invites: usize,
    users: usize,
}

impl Take for Reading<'_, '_, '_> {
    fn row(&mut self, row: Option<Row>, path: &str) {
        let builder = &mut *self.intake.builder;
        let Some(row) = row.map(Value::Object) else {
            return builder.leave_out(Trouble::NotARow, || Place::at(path));
        };
        let is_invite = text(&row, "/type") == "invite";
        self.invites += usize::from(is_invite);
        self.users += usize::from(!is_invite);
        let (email, status, role) =
            (text(&row, "/email"), text(&row, "/status"), text(&row, "/role"));
        if is_invite && status != "pending" {
            let over = Trouble::InvitationOver(status.to_owned());
            return builder.leave_out(over, || Place::at(path));
        }
        let field = Field { key: "role", words: Role::WORDS };
        let said: Said<Role> = words::word(role);
        let role = said.or_note(builder, || format!("{path}/role"), field, role, email);
        let member = MemberRow {
            email,
            name: text(&row, "/name"),
            id: if is_invite { "" } else { text(&row, "/id") },
            role,
            pending: is_invite,
            ..MemberRow::default()
        };
        builder.member(&member, || Place::at(path));
    }

    fn page(&mut self, page: &Page) {
        let list = if self.invites > self.users { "invites" } else { "members" };
        self.intake.join.page(self.intake.number, list, page);
    }
}
