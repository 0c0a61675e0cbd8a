//! Which column of a table is what: as the caller says, and what it looks like.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use crate::model::read::{Expected, Notes, Read, object};
use crate::vocabulary::{Word, vocabulary};

vocabulary! {
    /// What a column of a table may be.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::input::{Column, SourceOptions};
    ///
    /// let options = SourceOptions::from_json(
    ///     br#"{ "columns": { "email": "E-Mail", "groups": "Member of" } }"#,
    ///     "/roster/directory",
    /// )?;
    /// let columns = options.columns.unwrap_or_default();
    /// assert_eq!(columns.heading(Column::Groups), Some("Member of"));
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub enum Column {
        /// The address. Needed.
        Email = "email",
        /// The name.
        Name = "name",
        /// The identity provider's immutable id.
        Id = "id",
        /// The role; of members.
        Role = "role",
        /// The seat tier; of members.
        SeatTier = "seatTier",
        /// Active or pending; of members.
        Status = "status",
        /// Human or service; of members.
        Kind = "kind",
        /// Whether the user is active; of the directory.
        Active = "active",
        /// Whether the user is assigned to the application; of the directory.
        Assigned = "assigned",
        /// The user's groups, separated by semicolons, commas or bars; of the directory.
        Groups = "groups",
        /// One group of the user, who has a row for each; of the directory.
        Group = "group",
    }
}

/// The heading of each column that is of use.
///
/// # Example
///
/// ```
/// use rolecall::input::{Column, Columns};
///
/// let columns: Columns = [(Column::Email, "Work e-mail".to_owned())].into_iter().collect();
/// assert_eq!(columns.heading(Column::Email), Some("Work e-mail"));
/// assert_eq!(columns.heading(Column::Role), None);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema), ts(rename = "ColumnMap"))]
pub struct Columns(
    #[cfg_attr(feature = "types", ts(type = "{ [column in Column]?: string }"))]
    BTreeMap<Column, String>,
);

impl Columns {
    /// Whether no column is of use.
    ///
    /// # Example
    ///
    /// ```
    /// assert!(rolecall::input::Columns::default().is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The heading of a column.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::input::{Column, Columns};
    ///
    /// let columns: Columns = [(Column::Name, "Full name".to_owned())].into_iter().collect();
    /// assert_eq!(columns.heading(Column::Name), Some("Full name"));
    /// ```
    pub fn heading(&self, column: Column) -> Option<&str> {
        self.0.get(&column).map(String::as_str)
    }

    /// Every column with its heading.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::input::{Column, Columns};
    ///
    /// let columns: Columns = [(Column::Email, "E-Mail".to_owned())].into_iter().collect();
    /// assert!(columns.iter().eq([(Column::Email, "E-Mail")]));
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = (Column, &str)> {
        self.0.iter().map(|(column, heading)| (*column, heading.as_str()))
    }

    /// Every column as `email: E-Mail`.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = String> {
        self.iter().map(|(column, heading)| format!("{column}: {heading}"))
    }

    /// What the columns of these headings might be, if the addresses stand in `address_column`.
    pub(crate) fn guess(headings: &[String], address_column: Option<usize>) -> Self {
        let mut guess = BTreeMap::new();
        for (column, known) in LIKELY {
            // The likeliest heading first, wherever it stands.
            let found = known.iter().find_map(|known| {
                headings.iter().find(|heading| super::table::folded(heading) == *known)
            });
            // A heading in another language is told by what stands below it.
            let by_content = address_column.filter(|_| *column == Column::Email);
            let found = found.or_else(|| headings.get(by_content?));
            if let Some(heading) = found
                && !guess.values().any(|taken| taken == heading)
            {
                guess.insert(*column, heading.clone());
            }
        }
        Self(guess)
    }
}

impl FromIterator<(Column, String)> for Columns {
    fn from_iter<T: IntoIterator<Item = (Column, String)>>(columns: T) -> Self {
        Self(columns.into_iter().collect())
    }
}

impl Read for Columns {
    fn read(value: Value, notes: &mut Notes) -> Option<Self> {
        let mut columns = BTreeMap::new();
        for (key, value) in object(value, notes)? {
            let Some(column) = Column::from_word(&key) else {
                notes.unknown_key(&key, Column::WORDS);
                continue;
            };
            match value {
                Value::String(heading) => drop(columns.insert(column, heading)),
                Value::Null => {}
                other => notes.within(&key, |notes| notes.unknown_value(&other, Expected::Text)),
            }
        }
        Some(Self(columns))
    }
}

/// Headings as people and programs write them, folded; the likeliest first.
const LIKELY: &[(Column, &[&str])] = &[
    (
        Column::Email,
        &[
            "email",
            "emailaddress",
            "e-mail",
            "e-mailaddress",
            "mail",
            "primaryemail",
            "workemail",
            "useremail",
            "userprincipalname",
            "upn",
            "login",
            "username",
            "メールアドレス",
            "メール",
            "eメール",
            "電子メール",
            "電子メールアドレス",
            "e-mailアドレス",
        ],
    ),
    (
        Column::Name,
        &[
            "name",
            "displayname",
            "fullname",
            "username",
            "user",
            "employeename",
            "氏名",
            "名前",
            "表示名",
            "ユーザー名",
        ],
    ),
    (
        Column::Id,
        &["id", "objectid", "userid", "externalid", "employeeid", "社員番号", "従業員番号"],
    ),
    (Column::Role, &["role", "userrole", "ロール", "役割", "権限"]),
    (
        Column::SeatTier,
        &["seattier", "seat", "tier", "license", "シートティア", "シート", "ライセンス"],
    ),
    (Column::Status, &["status", "ステータス", "状態"]),
    (Column::Kind, &["kind", "type", "usertype", "種類", "種別"]),
    (
        Column::Active,
        &["active", "enabled", "accountenabled", "accountstatus", "有効", "アカウントの状態"],
    ),
    (Column::Assigned, &["assigned", "assignment", "割り当て", "割当"]),
    (Column::Groups, &["groups", "memberof", "groupnames", "所属グループ"]),
    (Column::Group, &["group", "groupname", "グループ", "グループ名"]),
];

#[cfg(test)]
mod tests {
    use super::{Column, Columns};

    fn guess(headings: &[&str]) -> Columns {
        let headings: Vec<_> = headings.iter().map(|heading| (*heading).to_owned()).collect();
        Columns::guess(&headings, None)
    }

    #[test]
    fn the_likeliest_heading_is_guessed_wherever_it_stands() {
        let columns = guess(&["UPN", "Full Name", "E-Mail Address", "Shoe size"]);
        assert_eq!(columns.heading(Column::Email), Some("E-Mail Address"));
        assert_eq!(columns.heading(Column::Name), Some("Full Name"));
        assert_eq!(columns.iter().count(), 2);
    }

    #[test]
    fn one_heading_is_not_two_columns() {
        let columns = guess(&["username"]);
        assert_eq!(columns.heading(Column::Email), Some("username"));
        assert_eq!(columns.heading(Column::Name), None);
    }

    #[test]
    fn addresses_are_found_below_a_heading_that_is_not_known() {
        let headings = ["Nom".to_owned(), "Courriel".to_owned()];
        let columns = Columns::guess(&headings, Some(1));
        assert_eq!(columns.heading(Column::Email), Some("Courriel"));
    }

    #[test]
    fn nothing_is_guessed_of_nothing() {
        assert!(guess(&["Sepal length", "Sepal width"]).is_empty());
    }
}
