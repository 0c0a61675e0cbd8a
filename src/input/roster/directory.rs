//! The directory of a roster in our own JSON.

use super::rows::{Group, User};
use super::{Reading, pointer, texts};
use crate::input::cursor::{Cursor, Malformed, Scalar, Token};
use crate::model::outcome::Side;
use crate::model::read::Expected;
use crate::roster::{Assignment, Field};

const DIRECTORY_KEYS: &[&str] = &["users", "groups", "assignment", "complete", "groupsComplete"];
const ASSIGNMENTS: &[&str] = &["listed", "flagged", "unknown", "{groups}"];

impl Reading<'_> {
    /// Reads the object that has a directory's lists and what is said of them; null stands for none.
    pub(super) fn directory(
        &mut self,
        cursor: &mut Cursor<'_>,
        path: &str,
    ) -> Result<(), Malformed> {
        match cursor.token()? {
            Token::Object => {
                // Also where it lists nobody: it was given, as one that is given by itself.
                self.begin(Side::Directory);
                self.each_part(cursor, path)
            }
            Token::Null => Ok(()),
            other => {
                self.wrong_shape(path, Expected::Object);
                cursor.rest_of(&other)
            }
        }
    }

    /// The same where the object has begun.
    pub(super) fn each_part(
        &mut self,
        cursor: &mut Cursor<'_>,
        parent: &str,
    ) -> Result<(), Malformed> {
        while let Some(key) = cursor.key()? {
            let path = pointer(parent, &key);
            match key.as_ref() {
                "users" => self.rows::<User<'_>>(cursor, &path)?,
                "groups" => self.rows::<Group<'_>>(cursor, &path)?,
                "assignment" => {
                    if let Some(assignment) = self.assignment(cursor, &path)? {
                        self.builder.assignment(assignment);
                    }
                }
                "complete" => {
                    if let Some(complete) = self.complete(cursor, &path)? {
                        self.builder.complete(complete);
                    }
                }
                "groupsComplete" => {
                    if let Some(complete) = self.complete(cursor, &path)? {
                        self.builder.groups_complete(complete);
                    }
                }
                unknown => {
                    self.unknown_key(parent, unknown, DIRECTORY_KEYS);
                    cursor.pass()?;
                }
            }
        }
        Ok(())
    }

    /// Reads how a directory tells who is assigned.
    pub(super) fn assignment(
        &mut self,
        cursor: &mut Cursor<'_>,
        path: &str,
    ) -> Result<Option<Assignment>, Malformed> {
        let token = cursor.token()?;
        if token == Token::Object {
            return self.assigned_groups(cursor, path);
        }
        let scalar = cursor.scalar_of(token)?;
        let assignment = match &scalar {
            Scalar::Null => return Ok(None),
            Scalar::Text(word) => match word.as_ref() {
                "listed" => Some(Assignment::Listed),
                "flagged" => Some(Assignment::Flagged),
                "unknown" => Some(Assignment::Unknown),
                _ => None,
            },
            _ => None,
        };
        if assignment.is_none() {
            let field = Field { key: "assignment", words: ASSIGNMENTS };
            self.unknown_word(path, field, &scalar);
        }
        Ok(assignment)
    }

    fn assigned_groups(
        &mut self,
        cursor: &mut Cursor<'_>,
        path: &str,
    ) -> Result<Option<Assignment>, Malformed> {
        let mut assignment = None;
        while let Some(key) = cursor.key()? {
            if key == "groups" {
                assignment = Some(Assignment::Groups(texts(cursor)?));
            } else {
                self.unknown_key(path, &key, &["groups"]);
                cursor.pass()?;
            }
        }
        Ok(assignment)
    }

    /// Reads whether a list is whole.
    pub(super) fn complete(
        &mut self,
        cursor: &mut Cursor<'_>,
        path: &str,
    ) -> Result<Option<bool>, Malformed> {
        match cursor.scalar()? {
            Scalar::Boolean(complete) => return Ok(Some(complete)),
            Scalar::Null => {}
            other => self.unknown_word(path, Field { key: "complete", words: &[] }, &other),
        }
        Ok(None)
    }
}
