//! The directory of a roster in our own JSON.

use serde::de::MapAccess;

use super::rows::{Group, User};
use super::{Reading, Rows, TextList, complete, pointer};
use crate::input::lenient::{Any, At, Place, Scalar, next_key};
use crate::model::read::Expected;
use crate::roster::{Assignment, Field};

/// The object that has a directory's lists and what is said of them.
pub(super) struct DirectoryPlace<'r, 'b, 'p> {
    pub(super) reading: &'r mut Reading<'b>,
    pub(super) path: &'p str,
}

const DIRECTORY_KEYS: &[&str] = &["users", "groups", "assignment", "complete", "groupsComplete"];
const ASSIGNMENTS: &[&str] = &["listed", "flagged", "unknown", "{groups}"];

impl<'de> Place<'de> for DirectoryPlace<'_, '_, '_> {
    type Value = ();

    fn scalar(self, scalar: Scalar<'de>) {
        if scalar != Scalar::Null {
            self.reading.wrong_shape(self.path, Expected::Object);
        }
    }

    fn object<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        let reading = self.reading;
        while let Some(key) = next_key(&mut object)? {
            let path = pointer(self.path, &key);
            match key.as_ref() {
                "users" => object.next_value_seed(At(Rows::<User>::new(reading, &path)))?,
                "groups" => object.next_value_seed(At(Rows::<Group>::new(reading, &path)))?,
                "assignment" => {
                    let place = AssignmentPlace { reading, path: &path };
                    if let Some(assignment) = object.next_value_seed(At(place))? {
                        reading.builder.assignment(assignment);
                    }
                }
                "complete" => {
                    if let Some(complete) = complete(&mut object, reading, &path)? {
                        reading.builder.complete(complete);
                    }
                }
                "groupsComplete" => {
                    if let Some(complete) = complete(&mut object, reading, &path)? {
                        reading.builder.groups_complete(complete);
                    }
                }
                unknown => {
                    reading.unknown_key(self.path, unknown, DIRECTORY_KEYS);
                    object.next_value_seed(At(Any))?;
                }
            }
        }
        Ok(())
    }
}

/// How a directory tells who is assigned.
pub(super) struct AssignmentPlace<'r, 'b, 'p> {
    pub(super) reading: &'r mut Reading<'b>,
    pub(super) path: &'p str,
}

impl<'de> Place<'de> for AssignmentPlace<'_, '_, '_> {
    type Value = Option<Assignment>;

    fn scalar(self, scalar: Scalar<'de>) -> Option<Assignment> {
        let assignment = match &scalar {
            Scalar::Null => return None,
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
            self.reading.unknown_word(self.path, field, &scalar);
        }
        assignment
    }

    fn object<A: MapAccess<'de>>(self, mut object: A) -> Result<Option<Assignment>, A::Error> {
        let mut assignment = None;
        while let Some(key) = next_key(&mut object)? {
            if key == "groups" {
                assignment = Some(Assignment::Groups(object.next_value_seed(At(TextList))?));
            } else {
                self.reading.unknown_key(self.path, &key, &["groups"]);
                object.next_value_seed(At(Any))?;
            }
        }
        Ok(assignment)
    }
}
