//! What could not be understood of a roster. Rows may be many: the same thing is kept once, with
//! its first place and how often it came.

use super::normalized;
use super::texts::Interner;
use crate::digest::digest;
use crate::model::Format;
use crate::model::outcome::Side;

/// A place in what was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// JSON Pointer to it, or to the file that holds it.
    pub path: String,
    /// Line in the text, from 1.
    pub line: Option<usize>,
    /// In a table the number of the column; in JSON the column in the line, in bytes. From 1.
    pub column: Option<usize>,
}

impl Place {
    /// A place of which only the pointer is known.
    pub fn at(path: impl Into<String>) -> Self {
        Self { path: path.into(), line: None, column: None }
    }
}

/// A key of a row, or of the roster itself, that means nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownKey {
    /// Pointer to its first place.
    pub path: String,
    /// The key.
    pub key: String,
    /// The keys that would mean something.
    pub known: &'static [&'static str],
    /// How often it came.
    pub count: usize,
}

/// A field of a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Field {
    /// Its key.
    pub key: &'static str,
    /// The words it takes; empty where it takes another type.
    pub words: &'static [&'static str],
}

impl Field {
    /// A field that is true or false.
    pub fn boolean(key: &'static str) -> Self {
        Self { key, words: &["true", "false"] }
    }
}

/// A value of a row that means nothing; it reads as absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnknownWord {
    /// Pointer to its first place.
    pub path: String,
    /// The field.
    pub field: Field,
    /// The value, shortened.
    pub value: String,
    /// How often it came.
    pub count: usize,
    /// How many people have it, of those with an address.
    pub people_count: usize,
    /// The first few of those addresses.
    pub people: Vec<String>,
    /// The sum of the digests of all of them: the same in whatever order the rows come.
    pub people_digests: u64,
    /// The addresses of those counted: a person counts once.
    seen: Interner,
}

impl UnknownWord {
    fn add_person(&mut self, email: &str) {
        let email = normalized(email);
        if email.is_empty() || !self.seen.adds(&email) {
            return;
        }
        self.people_count += 1;
        self.people_digests = self.people_digests.wrapping_add(digest(&email));
        if self.people.len() < PEOPLE_KEPT {
            self.people.push(email.into_owned());
        }
    }
}

/// What is wrong with a row, or with one thing in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It has no address, and is left out.
    NoAddress,
    /// It is not an object, and is left out.
    NotARow,
    /// It repeats a person of the same side, and is left out: the first row counts.
    Repeated,
    /// It has more cells than there are headings, so what stands where is not certain. It is left out.
    TooManyCells,
    /// It is an invitation that is no longer open, and is left out. Its status.
    InvitationOver(String),
    /// It is neither a user nor a group, and is left out.
    NeitherUserNorGroup,
    /// It does not say of which group it names a member, and is left out.
    NoGroup,
    /// A group has a member who is nobody in the input.
    NobodyInGroup {
        /// The group.
        group: String,
        /// What it calls the member.
        member: String,
    },
    /// A group has everybody of the company as a member, whom it does not name.
    EverybodyInGroup(String),
}

impl Trouble {
    /// Whether nothing of the row was read.
    pub fn leaves_out(&self) -> bool {
        !matches!(self, Self::NobodyInGroup { .. } | Self::EverybodyInGroup(_))
    }
}

/// Something wrong with what was read, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// What.
    pub trouble: Trouble,
}

/// Something that was decided about a file, which its reader should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// It was not written in UTF-8.
    Encoding(&'static str),
    /// Of two columns of addresses, the one taken and how many members each has among its rows.
    AddressColumn {
        /// The one taken.
        taken: &'static str,
        /// How many members are in it.
        members: usize,
        /// The other.
        other: &'static str,
        /// How many members are in that.
        other_members: usize,
    },
    /// In so many rows the column taken is empty, and the other's address stands in.
    OtherAddress {
        /// The other column.
        column: &'static str,
        /// How many rows.
        rows: usize,
    },
    /// So many memberships are through another group, and do not count.
    Indirect(usize),
    /// Nothing in it says who is assigned to the application.
    AssignmentNotSaid,
    /// The group's name was taken from the file's.
    GroupFromFileName(String),
    /// It says that there are more rows than it has.
    Cut {
        /// How many there are.
        rows: usize,
        /// How many there should be, if it says.
        total: Option<usize>,
    },
}

/// What was read of one side or one file of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceNotes {
    /// The side.
    pub side: Side,
    /// Its format.
    pub format: Format,
    /// What it is called.
    pub name: Option<String>,
    /// Pointer to it.
    pub path: String,
    /// Rows read.
    pub rows: usize,
    /// Different people in them.
    pub people: usize,
    /// Groups that it lists or names.
    pub groups: usize,
    /// Rows left out.
    pub left_out: usize,
    /// Rows left out for want of an address.
    pub no_address: usize,
    /// What is wrong: the first hundred things.
    pub problems: Vec<Problem>,
    /// What was decided about it.
    pub remarks: Vec<Remark>,
}

impl Default for SourceNotes {
    fn default() -> Self {
        Self::new(Side::Members, Format::RolecallJson, None, "/roster")
    }
}

impl SourceNotes {
    /// Nothing read yet.
    pub fn new(side: Side, format: Format, name: Option<&str>, path: &str) -> Self {
        Self {
            side,
            format,
            name: name.map(str::to_owned),
            path: path.to_owned(),
            rows: 0,
            people: 0,
            groups: 0,
            left_out: 0,
            no_address: 0,
            problems: Vec::new(),
            remarks: Vec::new(),
        }
    }

    pub(crate) fn trouble(&mut self, trouble: Trouble, place: impl FnOnce() -> Place) {
        self.left_out += usize::from(trouble.leaves_out());
        self.no_address += usize::from(trouble == Trouble::NoAddress);
        if self.problems.len() < PROBLEMS_KEPT {
            self.problems.push(Problem { place: place(), trouble });
        }
    }
}

/// A row that repeats an address of its side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repeat {
    /// Which side it is on.
    pub side: Side,
    /// Pointer to it.
    pub path: String,
    /// The address, as people are told apart by.
    pub email: String,
    /// Whether it says the same as the first row of that address.
    pub identical: bool,
}

/// How many problems of a file are kept one by one; beyond, they are only counted.
const PROBLEMS_KEPT: usize = 100;
/// How many different unknown keys or values are kept.
const DIFFERENT_KEPT: usize = 100;
/// How many people are kept with an unknown value.
const PEOPLE_KEPT: usize = 20;

/// Everything that could not be understood of a roster.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RosterNotes {
    /// Keys that mean nothing.
    pub unknown_keys: Vec<UnknownKey>,
    /// How many more there were than are kept.
    pub more_unknown_keys: usize,
    /// Values that mean nothing.
    pub unknown_words: Vec<UnknownWord>,
    /// How many more there were than are kept.
    pub more_unknown_words: usize,
    /// Rows that repeat an address of their side.
    pub repeats: Vec<Repeat>,
    /// What was read: the lists of a roster of our own, or files.
    pub sources: Vec<SourceNotes>,
    /// Pointers to lists of members that say they are not whole.
    pub cut_members: Vec<String>,
}

impl RosterNotes {
    pub(crate) fn unknown_key(
        &mut self,
        path: impl FnOnce() -> String,
        key: &str,
        known: &'static [&'static str],
    ) {
        let key = crate::model::read::shorten(key);
        let same = |note: &&mut UnknownKey| note.key == key && note.known == known;
        if let Some(note) = self.unknown_keys.iter_mut().find(same) {
            note.count += 1;
        } else if self.unknown_keys.len() < DIFFERENT_KEPT {
            let path = path();
            self.unknown_keys.push(UnknownKey { path, key, known, count: 1 });
        } else {
            self.more_unknown_keys += 1;
        }
    }

    pub(crate) fn unknown_word(
        &mut self,
        path: impl FnOnce() -> String,
        field: Field,
        value: &str,
        email: &str,
    ) {
        let value = crate::model::read::shorten(value);
        let same = |note: &&mut UnknownWord| note.field == field && note.value == value;
        if let Some(note) = self.unknown_words.iter_mut().find(same) {
            note.count += 1;
            note.add_person(email);
        } else if self.unknown_words.len() < DIFFERENT_KEPT {
            let path = path();
            let mut note = UnknownWord { path, field, value, count: 1, ..UnknownWord::default() };
            note.add_person(email);
            self.unknown_words.push(note);
        } else {
            self.more_unknown_words += 1;
        }
    }

    /// What was read of a side.
    pub fn of_side(&self, side: Side) -> impl Iterator<Item = &SourceNotes> {
        self.sources.iter().filter(move |source| source.side == side)
    }
}
