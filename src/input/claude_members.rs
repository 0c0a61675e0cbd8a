//! The members CSV of the vendor's admin page: `Name,Email,Role,Status,Seat Tier`, with values as
//! people see them there; and members in any other table.

use crate::catalog::{Role, SeatTier};
use crate::input::Error;
use crate::input::join::Assigned;
use crate::input::reader::Intake;
use crate::input::table::{Row, Table};
use crate::input::words;
use crate::model::roster::{MemberKind, Status};
use crate::roster::{Builder, Field, MemberRow};
use crate::vocabulary::Word;

/// The columns of a table of members.
#[derive(Clone, Copy, Debug, Default)]
pub struct MemberColumns {
    /// The address.
    pub email: Option<usize>,
    /// The name.
    pub name: Option<usize>,
    /// The identity provider's id.
    pub id: Option<usize>,
    /// The role.
    pub role: Option<usize>,
    /// The seat tier.
    pub tier: Option<usize>,
    /// Active or pending.
    pub status: Option<usize>,
    /// Human or service.
    pub kind: Option<usize>,
}

impl MemberColumns {
    /// The columns under the headings of the admin page's export.
    fn found(table: &Table<'_>) -> Self {
        Self {
            email: table.column(&["email", "メールアドレス", "メール"]),
            name: table.column(&["name", "名前", "氏名"]),
            id: None,
            role: table.column(&["role", "ロール", "役割"]),
            tier: table.column(&["seattier", "シートティア"]),
            status: table.column(&["status", "ステータス", "状態"]),
            kind: None,
        }
    }

    /// Whether these are enough to tell that the table is that export.
    pub fn are_telling(table: &Table<'_>) -> bool {
        let found = Self::found(table);
        let telling = [found.role, found.tier, found.status].iter().any(Option::is_some);
        found.email.is_some() && telling
    }
}

/// Reads the admin page's export.
pub fn read(text: &str, intake: &mut Intake<'_, '_>) -> Result<Assigned, Error> {
    let table = Table::open(text, intake.source.path)?;
    table.needs(&["email", "メールアドレス", "メール"], "Email")?;
    let columns = MemberColumns::found(&table);
    read_members(table, columns, intake)
}

/// Reads members from any table.
pub fn read_members(
    table: Table<'_>,
    columns: MemberColumns,
    intake: &mut Intake<'_, '_>,
) -> Result<Assigned, Error> {
    table.each(intake.builder, intake.progress, |row, builder| member(row, &columns, builder))?;
    Ok(Assigned::NoPeople)
}

fn member(row: &Row<'_>, columns: &MemberColumns, builder: &mut Builder) {
    let email = row.cell(columns.email);
    let path = || row.place(None).path;
    let cell = |column| row.cell(column);
    let (role, tier) = (cell(columns.role), cell(columns.tier));
    let (status, kind) = (cell(columns.status), cell(columns.kind));
    let field = |key, words| Field { key, words };
    let role =
        words::word::<Role>(role).or_note(builder, path, field("role", Role::WORDS), role, email);
    let tier = words::seat_tier(tier).or_note(
        builder,
        path,
        field("seatTier", SeatTier::WORDS),
        tier,
        email,
    );
    let status =
        words::status(status).or_note(builder, path, field("status", Status::WORDS), status, email);
    let kind = words::word::<MemberKind>(kind).or_note(
        builder,
        path,
        field("kind", MemberKind::WORDS),
        kind,
        email,
    );
    let member = MemberRow {
        email,
        name: cell(columns.name),
        id: cell(columns.id),
        role,
        tier,
        pending: status == Some(Status::Pending),
        service: kind == Some(MemberKind::Service),
    };
    builder.member(&member, || row.place(columns.email));
}
