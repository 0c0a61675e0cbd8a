//! The files of a roster: each decoded, recognised and read, and those of one side joined.

use crate::input::encoding::Decoded;
use crate::input::inspect::{decoded, format_of};
use crate::input::join::{Assigned, Join};
use crate::input::limits::too_many;
use crate::input::progress::Progress;
use crate::input::roster::Packed;
use crate::input::{
    Error, Part, Source, SourceOptions, admin_api, claude_members, csv, entra, google, json, okta,
    roster, scim,
};
use crate::model::outcome::Side;
use crate::model::{Format, Limits};
use crate::roster::{Builder, Remark, Roster, SourceNotes};

/// Reads a roster file by file. The members' files come first: which column of a directory holds
/// the addresses is told by which of them are members'.
///
/// # Example
///
/// ```
/// use rolecall::input::{Reader, Source, SourceOptions};
/// use rolecall::model::Side;
///
/// let options = SourceOptions::default();
/// let mut reader = Reader::default();
/// reader.add(&Source {
///     side: Side::Members,
///     data: b"Name,Email,Role,Status,Seat Tier\nAnn,ann@acme.com,Owner,Active,Premium\n",
///     path: "/roster/members",
///     options: &options,
///     inline: false,
/// })?;
/// let roster = reader.finish()?;
/// assert_eq!(roster.document().members.unwrap()[0].email, "ann@acme.com");
/// # Ok::<(), rolecall::Error>(())
/// ```
#[derive(Debug, Default)]
pub struct Reader {
    builder: Builder,
    join: Join,
    said: roster::Said,
    progress: Progress,
    limits: Limits,
}

/// What a format's reader works with.
pub struct Intake<'a, 's> {
    /// Where rows go.
    pub builder: &'a mut Builder,
    /// Where what must be joined goes.
    pub join: &'a mut Join,
    /// The file.
    pub source: &'a Source<'s>,
    /// Its number.
    pub number: usize,
    /// Whom to tell how far it is read.
    pub progress: &'a Progress,
}

impl Reader {
    /// Nothing read yet. While a file is read, `listener` is told now and then how many of its bytes
    /// are done, and of how many: last that all are.
    ///
    /// # Example
    ///
    /// ```
    /// use std::cell::Cell;
    /// use std::rc::Rc;
    ///
    /// use rolecall::input::Reader;
    ///
    /// let done = Rc::new(Cell::new(0));
    /// let told = Rc::clone(&done);
    /// let mut reader = Reader::with_progress(move |bytes, _| told.set(bytes));
    /// let text = br#"{ "members": [{ "email": "ann@acme.com" }] }"#;
    /// reader.add_roster(text)?;
    /// assert_eq!(done.get(), text.len());
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub fn with_progress(listener: impl Fn(usize, usize) + 'static) -> Self {
        Self { progress: Progress::to(listener), ..Self::default() }
    }

    /// The same with other limits.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::Error;
    /// use rolecall::input::Reader;
    /// use rolecall::model::Limits;
    ///
    /// let mut reader = Reader::default().limited(Limits { bytes: 10, ..Limits::default() });
    /// assert!(matches!(reader.add_roster(br#"{ "members": [] }"#), Err(Error::TooLarge { .. })));
    /// ```
    pub fn limited(self, limits: Limits) -> Self {
        Self { limits, ..self }
    }

    /// Reads a file.
    ///
    /// # Errors
    ///
    /// The file cannot be read at all, or there is more than the limits allow. What was added before
    /// is kept, but the roster is not whole.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::Error;
    /// use rolecall::input::{Reader, Source, SourceOptions};
    /// use rolecall::model::Side;
    ///
    /// let members = Source {
    ///     side: Side::Directory,
    ///     data: b"Name,Email,Role,Status,Seat Tier\nAnn,ann@acme.com,Owner,Active,Premium\n",
    ///     path: "/roster/directory",
    ///     options: &SourceOptions::default(),
    ///     inline: false,
    /// };
    /// // The members CSV of the admin page is no list of the identity provider's.
    /// let added = Reader::default().add(&members);
    /// assert!(matches!(added, Err(Error::WrongSide { side: Side::Directory, .. })));
    /// ```
    pub fn add(&mut self, source: &Source<'_>) -> Result<(), Error> {
        let (path, options) = (source.path, source.options);
        let Decoded { text, encoding } = decoded(source.data, path, options, &self.limits)?;
        let format = format_of(&text, source)?;
        if format.side().is_some_and(|side| side != source.side) {
            return Err(Error::WrongSide { path: path.to_owned(), format, side: source.side });
        }
        self.builder.expect(text.len());
        self.read(source, format, text.len(), |intake| {
            intake.builder.source().remarks.extend(encoding.map(Remark::Encoding));
            if !Part::Files.is_there() {
                return roster::read(&text, None, intake);
            }
            match format {
                Format::RolecallJson => roster::read(&text, None, intake),
                Format::Scim => scim::read(&text, intake),
                Format::AdminApiJson => admin_api::read(&text, intake),
                Format::OktaJson => okta::read(&text, intake),
                Format::ClaudeMembersCsv => claude_members::read(&text, intake),
                Format::EntraUsersCsv => entra::read_users(&text, intake),
                Format::EntraGroupMembersCsv => entra::read_group_members(&text, intake),
                Format::GoogleUsersCsv => google::read_users(&text, intake),
                Format::GoogleGroupMembersCsv => google::read_group_members(&text, intake),
                Format::Csv => csv::read(&text, intake),
            }
        })?;
        if !source.inline && format.is_json() {
            self.locate_problems(&text, path);
        }
        Ok(())
    }

    /// Reads a side of the caller's own in our form, the people of which are packed: texts begin at
    /// `split`, first the JSON of what else there is.
    ///
    /// # Errors
    ///
    /// What else there is cannot be read.
    // Beside JavaScript, only fuzz targets pack.
    #[doc(hidden)]
    pub fn add_packed(
        &mut self,
        side: Side,
        data: &[u8],
        split: usize,
        path: &str,
    ) -> Result<(), Error> {
        let options = &SourceOptions::default();
        self.limits.admit(data.len(), path)?;
        let mut packed = Packed::new(data, split);
        let beside = packed.text();
        let source = Source { side, data, path, options, inline: true };
        self.builder.expect(data.len() * Packed::IN_JSON);
        self.read(&source, Format::RolecallJson, data.len(), |intake| {
            roster::read(beside, Some(packed), intake)
        })
    }

    /// Reads a source whose text is so many bytes long.
    fn read(
        &mut self,
        source: &Source<'_>,
        format: Format,
        length: usize,
        read: impl FnOnce(&mut Intake<'_, '_>) -> Result<Assigned, Error>,
    ) -> Result<(), Error> {
        let name = source.options.name.as_deref();
        let number = self.builder.begin(SourceNotes::new(source.side, format, name, source.path));
        let first = self.builder.user_count();
        let (builder, join, progress) = (&mut self.builder, &mut self.join, &self.progress);
        progress.begin(source.data.len(), length);
        let assigned = read(&mut Intake { builder, join, source, number, progress })?;
        self.progress.end();
        if source.side == Side::Directory {
            if format != Format::RolecallJson {
                self.builder.has_directory();
            }
            if assigned == Assigned::NotSaid {
                self.builder.source().remarks.push(Remark::AssignmentNotSaid);
            }
            self.join.end_file(number, first..self.builder.user_count(), assigned);
        }
        self.builder.within(&self.limits).map_err(|over| too_many(source.path, over))
    }

    /// Reads a roster in our own JSON, whole or only what stands beside its sides: an `assignment`
    /// and whether the directory is `complete`, which go before what files say.
    ///
    /// # Errors
    ///
    /// The text is not JSON, or one of its lists is of another JSON type, or there is more than the
    /// limits allow.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::input::Reader;
    ///
    /// let mut reader = Reader::default();
    /// reader.add_roster(br#"{ "members": [{ "email": "ann@acme.com" }] }"#)?;
    /// assert_eq!(reader.finish()?.member_count(), 1);
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub fn add_roster(&mut self, text: &[u8]) -> Result<(), Error> {
        self.limits.admit(text.len(), "/roster")?;
        self.builder.expect(text.len());
        self.said = roster::read_roster(text, &mut self.builder, &self.progress)?;
        self.builder.within(&self.limits).map_err(|over| too_many("/roster", over))
    }

    /// Joins what was read.
    ///
    /// # Errors
    ///
    /// People are in more groups than the limits allow.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::input::Reader;
    ///
    /// assert!(Reader::default().finish()?.is_empty());
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub fn finish(mut self) -> Result<Roster, Error> {
        self.join.finish(&mut self.builder);
        if let Some(assignment) = self.said.assignment {
            self.builder.assignment(assignment);
        }
        if let Some(complete) = self.said.complete {
            self.builder.complete(complete);
        }
        self.builder.finish(&self.limits).map_err(|over| too_many("/roster/directory", over))
    }

    /// Gives the problems of a JSON text their lines and columns.
    fn locate_problems(&mut self, text: &str, path: &str) {
        if self.builder.source().problems.is_empty() {
            return;
        }
        let mut finder = json::Finder::new(text);
        for problem in &mut self.builder.source().problems {
            let pointer = problem.place.path.strip_prefix(path).unwrap_or_default();
            if let Some((line, column)) = finder.place(pointer) {
                (problem.place.line, problem.place.column) = (Some(line), Some(column));
            }
        }
    }
}
