//! Any other table: what its columns are, the caller says.

use crate::input::claude_members::{MemberColumns, read_members};
use crate::input::join::Assigned;
use crate::input::reader::Intake;
use crate::input::table::{Row, Table, folded};
use crate::input::words;
use crate::input::{Column, Columns, Error};
use crate::model::outcome::Side;
use crate::roster::{Builder, Field, UserRow};

/// Reads a table by the columns that the caller names.
pub fn read(text: &str, intake: &mut Intake<'_, '_>) -> Result<Assigned, Error> {
    let table = Table::open(text, intake.source.path)?;
    let unknown = Columns::default();
    let columns = intake.source.options.columns.as_ref().unwrap_or(&unknown);
    if columns.heading(Column::Email).is_none() {
        return Err(table.columns_needed());
    }
    for (_, heading) in columns.iter() {
        if position(&table, heading).is_none() {
            return Err(table.no_such_column(heading));
        }
    }
    let of = |column| columns.heading(column).and_then(|heading| position(&table, heading));
    match intake.source.side {
        Side::Members => {
            let columns = MemberColumns {
                email: of(Column::Email),
                name: of(Column::Name),
                id: of(Column::Id),
                role: of(Column::Role),
                tier: of(Column::SeatTier),
                status: of(Column::Status),
                kind: of(Column::Kind),
            };
            read_members(table, columns, intake)
        }
        Side::Directory => {
            let columns = UserColumns {
                email: of(Column::Email),
                name: of(Column::Name),
                id: of(Column::Id),
                active: of(Column::Active),
                assigned: of(Column::Assigned),
                groups: of(Column::Groups),
                group: of(Column::Group),
            };
            let join = &mut *intake.join;
            table.each(intake.builder, intake.progress, |row, builder| {
                if let Some(address) = user(row, &columns, builder) {
                    join.alias(row.cell(columns.id), address);
                }
            })?;
            Ok(if columns.assigned.is_some() { Assigned::Flagged } else { Assigned::NotSaid })
        }
    }
}

/// The column of a heading: as written, else as headings are compared.
fn position(table: &Table<'_>, heading: &str) -> Option<usize> {
    let written = table.headings.iter().position(|known| known == heading.trim());
    written.or_else(|| table.column(&[&folded(heading)]))
}

/// The columns of a table of users.
struct UserColumns {
    email: Option<usize>,
    name: Option<usize>,
    id: Option<usize>,
    active: Option<usize>,
    assigned: Option<usize>,
    groups: Option<usize>,
    group: Option<usize>,
}

fn user(row: &Row<'_>, columns: &UserColumns, builder: &mut Builder) -> Option<u32> {
    let email = row.cell(columns.email);
    let mut truth = |key, column| {
        let cell = row.cell(column);
        let path = || row.place(None).path;
        words::truth(cell).or_note(builder, path, Field::boolean(key), cell, email)
    };
    let (active, assigned) = (truth("active", columns.active), truth("assigned", columns.assigned));
    let groups = row.cell(columns.groups).split([';', ',', '|']);
    let groups = groups.chain([row.cell(columns.group)]).map(str::trim);
    let groups = groups.filter(|group| !group.is_empty());
    let user =
        UserRow { email, name: row.cell(columns.name), id: row.cell(columns.id), active, assigned };
    // With a group a row, the further rows of a person say nothing but another group.
    let before = columns.group.and_then(|_| builder.user_address(email));
    if let Some(address) = before {
        builder.source().rows += 1;
        for group in groups {
            let group = builder.designation(group);
            builder.membership(address, group);
        }
        return Some(address);
    }
    groups.for_each(|group| builder.users_group(group));
    builder.user(&user, || row.place(columns.email)).address()
}
