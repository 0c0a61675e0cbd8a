//! What a file is, told from its content: a name may lie, and often there is none.

use std::ops::ControlFlow;

use crate::input::claude_members::MemberColumns;
use crate::input::cursor::{Cursor, Malformed, Scalar, Token};
use crate::input::table::Table;
use crate::input::{Error, json};
use crate::model::Format;

/// Whether a text is JSON, be it broken.
pub fn is_json(text: &str) -> bool {
    text.trim_start().starts_with(['{', '['])
}

/// The format of a JSON text: by its first object, however deep in lists and pages.
///
/// # Errors
///
/// It is not JSON as far as it had to be read, or its keys are those of no format.
pub fn json_format(text: &str, path: &str) -> Result<Format, Error> {
    let mut clues = Clues::default();
    let mut cursor = Cursor::new(text);
    let read = clues.look(&mut cursor);
    match (clues.format(), read) {
        (Some(format), _) => Ok(format),
        (None, Err(Malformed)) => Err(json::refused(&cursor, text, path)),
        (None, _) if clues.keys.is_empty() => Ok(Format::RolecallJson),
        (None, _) => Err(clues.unknown(path)),
    }
}

/// What was found in the first objects of a text.
#[derive(Default)]
struct Clues {
    keys: Vec<String>,
    has_profile: bool,
    is_scim: bool,
    admin_type: bool,
    /// The list that the first row stands in.
    within: Option<&'static str>,
    /// Whether there is such a row.
    has_row: bool,
}

impl Clues {
    fn has(&self, key: &str) -> bool {
        self.keys.iter().any(|known| known == key)
    }

    fn format(&self) -> Option<Format> {
        if self.is_scim || self.has("username") || self.within == Some("resources") {
            return Some(Format::Scim);
        }
        if self.has("totalresults") || self.has("value") && self.within == Some("members") {
            return Some(Format::Scim);
        }
        if self.has_profile {
            return Some(Format::OktaJson);
        }
        if self.admin_type && self.has("email") || self.has("has_more") {
            return Some(Format::AdminApiJson);
        }
        if self.has("displayname") && (self.has("id") || self.has("members")) {
            return Some(Format::Scim);
        }
        // A row of our own has an address; without a row, the lists tell by their names.
        let lists = ["members", "users", "directory", "assignment", "complete"];
        let is_own = self.has("email") || !self.has_row && lists.iter().any(|key| self.has(key));
        is_own.then_some(Format::RolecallJson)
    }

    fn unknown(&self, path: &str) -> Error {
        let keys = self.keys.iter().take(8).map(|key| crate::model::read::shorten(key)).collect();
        Error::UnknownFormat { path: path.to_owned(), keys }
    }
}

/// Lists that tell what an object is by what is in them.
const LISTS: &[&str] = &["resources", "data", "users", "members"];

/// Whether there is more to be seen.
type Look = ControlFlow<()>;

impl Clues {
    /// Looks at a value: at the first element of a list, at the keys of an object.
    fn look(&mut self, cursor: &mut Cursor<'_>) -> Result<Look, Malformed> {
        match cursor.token()? {
            Token::List if cursor.element()? => {
                // The rest may be long, and is like the first.
                self.look(cursor).map(|_| Look::Break(()))
            }
            Token::Object => self.look_into(cursor),
            _ => Ok(Look::Continue(())),
        }
    }

    fn look_into(&mut self, cursor: &mut Cursor<'_>) -> Result<Look, Malformed> {
        while let Some(key) = cursor.key()? {
            let key = key.to_lowercase();
            self.has_row |= self.within.is_some();
            if let Some(list) = LISTS.iter().find(|list| **list == key) {
                self.within = Some(list);
                self.keys.push(key);
                if self.look(cursor)?.is_break() {
                    return Ok(Look::Break(()));
                }
                continue;
            }
            match key.as_str() {
                "schemas" => self.look_at_schemas(cursor)?,
                "profile" => {
                    let token = cursor.token()?;
                    self.has_profile |= token == Token::Object;
                    cursor.rest_of(&token)?;
                }
                "type" => {
                    let value = cursor.scalar()?;
                    let words = ["user", "invite"];
                    self.admin_type =
                        words.iter().any(|word| value == Scalar::Text((*word).into()));
                }
                _ => cursor.pass()?,
            }
            self.keys.push(key);
        }
        Ok(Look::Continue(()))
    }

    /// The schemas of a SCIM resource.
    fn look_at_schemas(&mut self, cursor: &mut Cursor<'_>) -> Result<(), Malformed> {
        match cursor.token()? {
            Token::Text(text) => self.is_scim |= text.to_lowercase().contains(":scim:"),
            Token::List => {
                while cursor.element()? {
                    self.look_at_schemas(cursor)?;
                }
            }
            other => cursor.rest_of(&other)?,
        }
        Ok(())
    }
}

/// The format of a table; `None` where the caller must say what its columns are.
pub fn table_format(table: &Table<'_>, name: Option<&str>, group: Option<&str>) -> Option<Format> {
    if table.has(&["groupemail"])
        && table.column(&["memberemail", "membertype", "memberrole"]).is_some()
    {
        return Some(Format::GoogleGroupMembersCsv);
    }
    if table.has(&["userprincipalname", "displayname"]) {
        let kind = table.column(&["objecttype", "membertype", "isgroup"]).is_some();
        let users = table.column(&["accountenabled", "surname", "givenname"]).is_some();
        let named = name.is_some_and(|name| name.contains("exportGroupMember"));
        let members = !users && (kind || named || group.is_some());
        let written_so = table.headings.iter().any(|heading| heading.trim() == "userPrincipalName");
        return match (members, users || written_so) {
            (true, _) => Some(Format::EntraGroupMembersCsv),
            (_, true) => Some(Format::EntraUsersCsv),
            _ => None,
        };
    }
    let google = table.headings.iter().any(|heading| heading.contains("[Required]"));
    if table.has(&["emailaddress"])
        && (google || table.has(&["firstname", "lastname"]) || table.has(&["orgunitpath"]))
    {
        return Some(Format::GoogleUsersCsv);
    }
    MemberColumns::are_telling(table).then_some(Format::ClaudeMembersCsv)
}
