//! A patch in the making.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::model::patch::PatchOp;
use crate::roster::PersonId;

/// A patch in the making.
#[derive(Default)]
pub struct Patch {
    /// Whom it means: tests of addresses, which come before everything else.
    whom: BTreeMap<String, Value>,
    /// What it changes.
    pub ops: Vec<PatchOp>,
    /// Whom it takes into the directory: they are not there yet when it begins.
    pub added: Vec<PersonId>,
}

impl Patch {
    /// Has it test first that the address at a pointer is the one that is meant.
    pub fn means(&mut self, path: String, email: Value) {
        self.whom.insert(path, email);
    }

    /// Its operations.
    pub fn into_ops(self) -> Vec<PatchOp> {
        let whom = self.whom.into_iter().map(|(path, value)| PatchOp::Test { path, value });
        whom.chain(self.ops).collect()
    }
}
