//! A patch in the making.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::model::patch::PatchOp;

/// A patch in the making.
#[derive(Default)]
pub struct Patch {
    /// Whom it means: tests of addresses, which come before everything else.
    whom: BTreeMap<String, Value>,
    /// What it changes.
    ops: Vec<PatchOp>,
    /// The first row of whoever it takes into the directory: they are not there yet when it begins.
    pub first_new: Option<usize>,
    /// Nobody is going to read it.
    unwritten: bool,
}

impl Patch {
    /// A patch that is not written down: only what it leads to is of interest.
    pub fn unwritten() -> Self {
        Self { unwritten: true, ..Self::default() }
    }

    /// Has it test first that the address at a pointer is the one that is meant.
    pub fn means<'e>(&mut self, at: impl FnOnce() -> (String, &'e str)) {
        if !self.unwritten {
            let (path, email) = at();
            self.whom.insert(path, email.into());
        }
    }

    /// An operation more.
    pub fn push(&mut self, op: impl FnOnce() -> PatchOp) {
        if !self.unwritten {
            self.ops.push(op());
        }
    }

    /// Its operations.
    pub fn into_ops(self) -> Vec<PatchOp> {
        let whom = self.whom.into_iter().map(|(path, value)| PatchOp::Test { path, value });
        whom.chain(self.ops).collect()
    }
}
