//! What is fuzzed: a target a reader, and some for what is asked about what was read, each a function of bytes. `cargo xtask fuzz` drives them with
//! a fuzzer, and `tests/replay.rs` runs the very same code on whatever was found.
//!
//! A target reads the bytes in every way that its reader can be called, asks for the whole answer
//! under a fixed configuration, and holds it against the laws in `laws.rs`.

#[path = "../../tests/repairs/case.rs"]
#[allow(dead_code, reason = "not all of it is needed here")]
mod case;
mod check;
mod given;
mod laws;
mod packed;
mod patches;
mod people;
mod read;
mod repair;
#[path = "../../tests/repairs/laws.rs"]
mod repair_laws;
mod world;

use rolecall::Word;
use rolecall::input::{Column, Columns, Options, SourceOptions, inspect};
use rolecall::model::Format;
use rolecall::model::Side;
use rolecall::{Config, Roster};

pub use read::BETWEEN;
use read::{File, files, in_format};
use world::World;

/// Reads the bytes in one way or several; panics where a law does not hold.
pub type Target = fn(&[u8]);

/// Every target by its name, which is also that of its corpus and of its program.
pub const TARGETS: &[(&str, Target)] = &[
    ("rolecall_json", rolecall_json),
    ("config", config),
    ("options", options),
    ("scim", scim),
    ("admin_api", admin_api),
    ("okta", okta),
    ("claude_members", claude_members),
    ("entra_users", entra_users),
    ("entra_group_members", entra_group_members),
    ("google_users", google_users),
    ("google_group_members", google_group_members),
    ("csv_columns", csv_columns),
    ("recognise", recognise),
    ("encoding", encoding),
    ("join", join),
    ("packed", packed),
    ("query", query),
    ("check", check),
    ("repair", repair),
    ("patches", patches),
];

/// A roster in our own JSON: whole, a side of it as a file, and a side as a value of the caller's.
pub fn rolecall_json(data: &[u8]) {
    match Roster::from_json(data) {
        Ok(roster) => laws::roster(&roster, &[]),
        Err(error) => laws::error(&error, &[("/roster".to_owned(), data)]),
    }
    for side in [Side::Members, Side::Directory] {
        let file = File::new(side, data);
        files(&[file.clone().format(Format::RolecallJson)]);
        files(&[File { inline: true, ..file }]);
    }
}

/// A configuration.
pub fn config(data: &[u8]) {
    match Config::from_json(data) {
        Ok(config) => laws::config(&config),
        Err(error) => laws::error(&error, &[("/config".to_owned(), data)]),
    }
}

/// The options of a check, and those of a file.
pub fn options(data: &[u8]) {
    match Options::from_json(data) {
        Ok(options) => {
            let again = serde_json::to_vec(&options).unwrap_or_default();
            assert_eq!(Options::from_json(&again), Ok(options), "options read again");
        }
        Err(error) => laws::error(&error, &[("/options".to_owned(), data)]),
    }
    let path = "/roster/members/0";
    match SourceOptions::from_json(data, path) {
        Ok(options) => {
            let again = serde_json::to_vec(&options).unwrap_or_default();
            let again = SourceOptions::from_json(&again, path);
            assert_eq!(again.as_ref(), Ok(&options), "options of a file read again");
            for (side, data) in given::FILES {
                files(&[File { options: options.clone(), ..File::new(*side, data.as_bytes()) }]);
            }
        }
        Err(error) => laws::error(&error, &[(path.to_owned(), data)]),
    }
}

/// SCIM users and groups.
pub fn scim(data: &[u8]) {
    in_format(data, Format::Scim, None);
}

/// Users and invites of the Admin API.
pub fn admin_api(data: &[u8]) {
    in_format(data, Format::AdminApiJson, None);
}

/// Users and groups of Okta's API, and the users of one group.
pub fn okta(data: &[u8]) {
    in_format(data, Format::OktaJson, None);
    in_format(data, Format::OktaJson, Some("claude-users"));
}

/// The members CSV of the admin page.
pub fn claude_members(data: &[u8]) {
    in_format(data, Format::ClaudeMembersCsv, None);
}

/// The users CSV of Microsoft Entra.
pub fn entra_users(data: &[u8]) {
    in_format(data, Format::EntraUsersCsv, None);
}

/// The group members CSV of Microsoft Entra.
pub fn entra_group_members(data: &[u8]) {
    in_format(data, Format::EntraGroupMembersCsv, Some("claude-users"));
}

/// The users CSV of Google Workspace.
pub fn google_users(data: &[u8]) {
    in_format(data, Format::GoogleUsersCsv, None);
}

/// The group members CSV of Google Workspace, its group named in it and beside it.
pub fn google_group_members(data: &[u8]) {
    in_format(data, Format::GoogleGroupMembersCsv, None);
    in_format(data, Format::GoogleGroupMembersCsv, Some("claude-users"));
}

/// A table whose columns are named: by headings that are the very words, else as they are guessed;
/// the address is at least in the first one.
pub fn csv_columns(data: &[u8]) {
    let Ok(inspection) = inspect(data, "/roster", &SourceOptions::default()) else { return };
    let Some(headings) = inspection.headings else { return };
    let first = headings.first().map(|first| (Column::Email, first.clone()));
    let guess = inspection.columns.unwrap_or_default();
    let guessed = guess.iter().map(|(column, heading)| (column, heading.to_owned()));
    let words = headings.iter().filter_map(|word| Some((Column::from_word(word)?, word.clone())));
    let columns: Columns = first.into_iter().chain(guessed).chain(words).collect();
    for side in [Side::Members, Side::Directory] {
        let mut file = File::new(side, data).format(Format::Csv);
        file.options.columns = Some(columns.clone());
        files(&given::with_other_side(file));
    }
}

/// Whatever comes, its format not said, on either side.
pub fn recognise(data: &[u8]) {
    for side in [Side::Members, Side::Directory] {
        let file = File::new(side, data).named("exportGroupMembers_2026-2-9-claude-users.csv");
        laws::inspection(&file);
        files(&given::with_other_side(file));
    }
}

/// Bytes in any encoding, said or not: what is text in UTF-8 reads the same in UTF-16.
pub fn encoding(data: &[u8]) {
    const LABELS: [&str; 6] =
        ["shift_jis", "windows-1252", "utf-16le", "iso-2022-jp", "gb18030", "utf-8"];
    for side in [Side::Members, Side::Directory] {
        let mut file = File::new(side, data);
        files(&[file.clone()]);
        laws::utf_16(&file);
        file.options.encoding = Some(LABELS[data.len() % LABELS.len()].to_owned());
        laws::inspection(&file);
    }
}

/// Several files on both sides; `read::parts` says how they stand in the bytes.
pub fn join(data: &[u8]) {
    read::parts(data);
}

/// People as JavaScript packs them, well and badly.
pub fn packed(data: &[u8]) {
    packed::raw(data);
    if let Some(world) = World::of(data) {
        packed::as_in_json(&world);
    }
}

/// A query for people, and all that it can be asked of.
pub fn query(data: &[u8]) {
    people::query(data);
}

/// All that can be asked about an organisation made of words.
pub fn check(data: &[u8]) {
    if let Some(world) = World::of(data) {
        let document = world.document();
        check::document(&document, &world.otherwise(&document["config"]));
    }
}

/// What is offered to mend an organisation made of words.
pub fn repair(data: &[u8]) {
    let Some((means, data)) = data.split_first() else { return };
    if let Some(world) = World::of(data) {
        repair::laws(&world, *means);
    }
}

/// A good configuration and roster after edits.
pub fn patches(data: &[u8]) {
    patches::edited(data);
}
