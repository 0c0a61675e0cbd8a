//! What a file is, told from its content: a name may lie, and often there is none.

use serde::de::{Error as _, MapAccess, SeqAccess};

use crate::input::claude_members::MemberColumns;
use crate::input::lenient::{Any, At, Place, Scalar, next_key};
use crate::input::table::Table;
use crate::input::{Error, json};
use crate::model::report::Format;

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
    let read = json::each(text, path, |index, reader| match index {
        0 => serde::de::DeserializeSeed::deserialize(At(Look(&mut clues)), reader),
        _ => Err(serde_json::Error::custom(SEEN)),
    });
    match (clues.format(), read) {
        (Some(format), _) => Ok(format),
        (None, Err(Error::NotJson { line, column, reason, .. })) if reason != SEEN => {
            Err(Error::NotJson { path: path.to_owned(), line, column, reason })
        }
        (None, _) if clues.keys.is_empty() => Ok(Format::RolecallJson),
        (None, _) => Err(clues.unknown(path)),
    }
}

/// Said by the reader to itself: enough is known.
const SEEN: &str = "seen enough";

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

/// Looks at a value: at the first element of a list, at the keys of an object.
struct Look<'c>(&'c mut Clues);

/// Lists that tell what an object is by what is in them.
const LISTS: &[&str] = &["resources", "data", "users", "members"];

impl<'de> Place<'de> for Look<'_> {
    type Value = ();

    fn scalar(self, _: Scalar<'de>) {}

    fn list<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        if list.next_element_seed(At(Look(self.0)))?.is_none() {
            return Ok(());
        }
        // The rest may be long, and is like the first.
        Err(A::Error::custom(SEEN))
    }

    fn object<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        while let Some(key) = next_key(&mut object)? {
            let key = key.to_lowercase();
            let clues = &mut *self.0;
            clues.has_row |= clues.within.is_some();
            if let Some(list) = LISTS.iter().find(|list| **list == key) {
                clues.within = Some(list);
                clues.keys.push(key);
                object.next_value_seed(At(Look(clues)))?;
                continue;
            }
            match key.as_str() {
                "schemas" => object.next_value_seed(At(Schemas(clues)))?,
                "profile" => object.next_value_seed(At(Profile(clues)))?,
                "type" => {
                    let value = object.next_value_seed(At(Any))?;
                    let words = ["user", "invite"];
                    clues.admin_type =
                        words.iter().any(|word| value == Scalar::Text((*word).into()));
                }
                _ => drop(object.next_value_seed(At(Any))?),
            }
            clues.keys.push(key);
        }
        Ok(())
    }
}

/// The schemas of a SCIM resource.
struct Schemas<'c>(&'c mut Clues);

impl<'de> Place<'de> for Schemas<'_> {
    type Value = ();

    fn scalar(self, scalar: Scalar<'de>) {
        if let Scalar::Text(text) = scalar {
            self.0.is_scim |= text.to_lowercase().contains(":scim:");
        }
    }

    fn list<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element_seed(At(Schemas(self.0)))?.is_some() {}
        Ok(())
    }
}

/// The profile of a user or group of Okta.
struct Profile<'c>(&'c mut Clues);

impl<'de> Place<'de> for Profile<'_> {
    type Value = ();

    fn scalar(self, _: Scalar<'de>) {}

    fn object<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        self.0.has_profile = true;
        while next_key(&mut object)?.is_some() {
            object.next_value_seed(At(Any))?;
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
