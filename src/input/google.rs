//! Google Workspace: the users CSV of a whole company, and the members CSV of its groups.

use crate::input::Error;
use crate::input::join::{Assigned, GroupMember};
use crate::input::reader::Intake;
use crate::input::table::Table;
use crate::input::words;
use crate::roster::{Field, GroupRow, Trouble, UserRow};

const STATUSES: &[&str] = &["Active", "Suspended", "Archived"];

/// Reads users.
pub fn read_users(text: &str, intake: &mut Intake<'_, '_>) -> Result<Assigned, Error> {
    let table = Table::open(text, intake.source.path)?;
    table.needs(&["emailaddress"], "Email Address [Required]")?;
    let email = table.column(&["emailaddress"]);
    let (given, family) = (table.column(&["firstname"]), table.column(&["lastname"]));
    let status = table.column(&["status"]);
    table.each(intake.builder, intake.progress, |row, builder| {
        let (address, said) = (row.cell(email), row.cell(status));
        let (field, path) = (Field { key: "status", words: STATUSES }, || row.place(status).path);
        let known = words::one_of(STATUSES, said).or_note(builder, path, field, said, address);
        let name = [row.cell(given), row.cell(family)].join(" ");
        let active = known.map(|known| known == 0);
        let user = UserRow { email: address, name: name.trim(), active, ..UserRow::default() };
        builder.user(&user, || row.place(email));
    })?;
    Ok(Assigned::NotSaid)
}

/// Reads the members of groups: each row names its group.
pub fn read_group_members(text: &str, intake: &mut Intake<'_, '_>) -> Result<Assigned, Error> {
    let table = Table::open(text, intake.source.path)?;
    table.needs(&["memberemail"], "Member Email")?;
    let group_email = table.column(&["groupemail"]);
    let email = table.column(&["memberemail"]);
    let kind = table.column(&["membertype"]);
    let name = table.column(&["membername"]);
    let label = intake.source.group();
    let (join, number) = (&mut *intake.join, intake.number);
    table.each(intake.builder, intake.progress, |row, builder| {
        builder.source().rows += 1;
        let designation = row.cell(group_email);
        if designation.is_empty() && label.is_none() {
            return builder.source().trouble(Trouble::NoGroup, || row.place(group_email));
        }
        let id = label.map(|_| designation).filter(|id| !id.is_empty());
        builder.group(GroupRow { name: label.or(Some(designation)), id, nested: Vec::new() });
        let designation = label.unwrap_or(designation);
        let group = builder.designation(designation);
        let kind = row.cell(kind);
        let address = row.cell(email);
        if kind.eq_ignore_ascii_case("CUSTOMER") {
            let everybody = Trouble::EverybodyInGroup(designation.to_owned());
            return builder.source().trouble(everybody, || row.place(email));
        }
        if address.is_empty() {
            return builder.source().trouble(Trouble::NoAddress, || row.place(email));
        }
        let is_group = kind.eq_ignore_ascii_case("GROUP");
        let member = GroupMember {
            references: vec![address.to_owned()],
            email: if is_group { String::new() } else { address.to_owned() },
            name: if is_group { String::new() } else { row.cell(name).to_owned() },
            id: String::new(),
            is_group,
            place: row.place(email),
        };
        join.group_member(number, group, member);
    })?;
    Ok(Assigned::NoPeople)
}
