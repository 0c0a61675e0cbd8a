//! Microsoft Entra: the users CSV of a whole company, and the members CSV of one group.

use crate::input::Error;
use crate::input::addresses::Addresses;
use crate::input::join::{Assigned, GroupMember};
use crate::input::reader::Intake;
use crate::input::table::{Row, Table};
use crate::input::words;
use crate::roster::{Field, GroupRow, Remark, UserRow};

/// Columns that both exports have.
struct Columns {
    mail: Option<usize>,
    principal: Option<usize>,
    name: Option<usize>,
    id: Option<usize>,
    enabled: Option<usize>,
    object_type: Option<usize>,
    is_group: Option<usize>,
}

impl Columns {
    fn of(table: &Table<'_>) -> Self {
        Self {
            mail: table.column(&["mail"]),
            principal: table.column(&["userprincipalname"]),
            name: table.column(&["displayname"]),
            id: table.column(&["id", "objectid"]),
            enabled: table.column(&["accountenabled"]),
            object_type: table.column(&["objecttype", "membertype"]),
            is_group: table.column(&["isgroup"]),
        }
    }

    fn pair<'r>(&self, row: &'r Row<'_>) -> [&'r str; 2] {
        [row.cell(self.mail), row.cell(self.principal)]
    }

    /// Which of the two addresses is the one that people are members by.
    fn addresses(&self, text: &str, intake: &mut Intake<'_, '_>) -> Result<Addresses, Error> {
        let table = Table::open(text, intake.source.path)?;
        Ok(Addresses::choose(["mail", "userPrincipalName"], intake.builder, |each| {
            table.scan(|row| each(self.pair(row)));
        }))
    }
}

/// Reads users.
pub fn read_users(text: &str, intake: &mut Intake<'_, '_>) -> Result<Assigned, Error> {
    let table = Table::open(text, intake.source.path)?;
    table.needs(&["userprincipalname", "mail"], "userPrincipalName")?;
    let columns = Columns::of(&table);
    let mut addresses = columns.addresses(text, intake)?;
    let join = &mut *intake.join;
    table.each(intake.builder, intake.progress, |row, builder| {
        let pair = columns.pair(row);
        let email = addresses.of(pair);
        let enabled = row.cell(columns.enabled);
        let (field, path) = (Field::boolean("active"), || row.place(columns.enabled).path);
        let user = UserRow {
            email,
            name: row.cell(columns.name),
            id: row.cell(columns.id),
            active: words::truth(enabled).or_note(builder, path, field, enabled, email),
            assigned: None,
        };
        if let Some(address) = builder.user(&user, || row.place(columns.principal)).address() {
            pair.into_iter().chain([user.id]).for_each(|alias| join.alias(alias, address));
        }
    })?;
    addresses.note(intake.builder);
    Ok(Assigned::NotSaid)
}

/// Reads the members of a group.
pub fn read_group_members(text: &str, intake: &mut Intake<'_, '_>) -> Result<Assigned, Error> {
    let source = intake.source;
    let options = source.options;
    let from_file = options.name.as_deref().and_then(group_of_file);
    let Some(name) = source.group().map(str::to_owned).or(from_file) else {
        return Err(Error::NoGroupName { path: source.path.to_owned() });
    };
    if source.group().is_none() {
        intake.builder.source().remarks.push(Remark::GroupFromFileName(name.clone()));
    }
    let table = Table::open(text, source.path)?;
    let columns = Columns::of(&table);
    let mut addresses = columns.addresses(text, intake)?;
    intake.builder.group(GroupRow { name: Some(&name), ..GroupRow::default() });
    let group = intake.builder.designation(&name);
    let (join, number) = (&mut *intake.join, intake.number);
    table.each(intake.builder, intake.progress, |row, builder| {
        builder.source().rows += 1;
        let [mail, principal] = columns.pair(row);
        let id = row.cell(columns.id);
        let is_group = row.cell(columns.object_type).to_lowercase().contains("group")
            || words::is_true(row.cell(columns.is_group));
        let shown = row.cell(columns.name);
        let member = GroupMember {
            references: [id, mail, principal, if is_group { shown } else { "" }]
                .map(str::to_owned)
                .to_vec(),
            email: if is_group {
                String::new()
            } else {
                addresses.of([mail, principal]).to_owned()
            },
            name: shown.to_owned(),
            id: id.to_owned(),
            is_group,
            place: row.place(columns.principal),
        };
        join.group_member(number, group, member);
    })?;
    addresses.note(intake.builder);
    Ok(Assigned::NoPeople)
}

/// The group that a file is named after: its name without the extension and what the exporter put
/// there. `exportGroupMembers_2026-2-9.csv` is named after none.
fn group_of_file(file: &str) -> Option<String> {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let name = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let mut name = name.to_owned();
    if let Some(start) = name.find("exportGroupMembers").or_else(|| name.find("exportGroupMember"))
    {
        let rest = name.get(start..).unwrap_or_default();
        let rest = rest.trim_start_matches("exportGroupMember").trim_start_matches('s');
        let rest = rest.trim_start_matches(['_', '-', ' ']);
        let rest = rest.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '-');
        name = format!("{}{rest}", name.get(..start).unwrap_or_default());
    }
    // A browser that has the file already puts a number behind the name.
    let copy = name.rfind(" (").filter(|_| name.ends_with(')'));
    if let Some(start) = copy
        && name
            .get(start + 2..name.len() - 1)
            .is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
    {
        name.truncate(start);
    }
    let name = name.trim_matches(['_', '-', '.', ' ']);
    (!name.is_empty()).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::group_of_file;

    #[test]
    fn a_file_may_be_named_after_its_group() {
        let group = |file| group_of_file(file).unwrap_or_default();
        assert_eq!(group("claude-users.csv"), "claude-users");
        assert_eq!(group("exportGroupMembers_2026-2-9.csv"), "");
        assert_eq!(group("exportGroupMembers_2026-2-9 (1).csv"), "");
        assert_eq!(group("exportGroupMembers_2026-9-28-GG_FIN_READ.csv"), "GG_FIN_READ");
        assert_eq!(group("HN-Supply - exportGroupMembers_2025-12-23.csv"), "HN-Supply");
        assert_eq!(group("claude-admins (2).csv"), "claude-admins");
    }
}
