//! A JSON document under change: every change is made and written down as JSON Patch.

use serde_json::{Map, Value};

use super::patch::Patch;
use crate::model::patch::PatchOp;

/// A document with the operations that have been applied to it.
pub struct Document<'a> {
    /// What its pointers begin with in the patch.
    root: &'static str,
    /// The document.
    pub value: Value,
    patch: &'a mut Patch,
}

impl<'a> Document<'a> {
    /// Nothing changed yet.
    pub fn new(root: &'static str, value: Value, patch: &'a mut Patch) -> Self {
        Self { root, value, patch }
    }

    /// The value at a pointer.
    pub fn get(&self, pointer: &str) -> Option<&Value> {
        self.value.pointer(pointer)
    }

    /// The list at a pointer.
    pub fn list(&self, pointer: &str) -> Option<&Vec<Value>> {
        self.get(pointer)?.as_array()
    }

    /// Has the patch test that the value at a pointer is the one that is there now.
    pub fn test(&mut self, pointer: &str) -> Option<()> {
        let value = self.value.pointer(pointer)?.clone();
        let path = self.path(pointer);
        self.patch.push(|| PatchOp::Test { path, value });
        Some(())
    }

    /// Sets a key of an object that is there.
    pub fn set(&mut self, pointer: &str, value: Value) -> Option<()> {
        let (parent, key) = pointer.rsplit_once('/')?;
        let object = self.value.pointer_mut(parent)?.as_object_mut()?;
        let before = object.insert(unescaped(key), value.clone());
        let path = self.path(pointer);
        self.patch.push(|| match before {
            Some(_) => PatchOp::Replace { path, value },
            None => PatchOp::Add { path, value },
        });
        Some(())
    }

    /// Makes an object where there is none; what else stands there means nothing.
    pub fn make_object(&mut self, pointer: &str) -> Option<()> {
        match self.get(pointer) {
            Some(Value::Object(_)) => Some(()),
            _ => {
                self.test(pointer);
                self.set(pointer, Value::Object(Map::new()))
            }
        }
    }

    /// Puts an element behind the others of a list; a new list where there is none.
    pub fn push(&mut self, pointer: &str, element: Value) -> Option<()> {
        let Some(Value::Array(list)) = self.value.pointer_mut(pointer) else {
            return self.set(pointer, Value::Array(vec![element]));
        };
        list.push(element.clone());
        let path = self.path(&format!("{pointer}/-"));
        self.patch.push(|| PatchOp::Add { path, value: element });
        Some(())
    }

    /// Takes a value away.
    pub fn remove(&mut self, pointer: &str) -> Option<()> {
        let (parent, key) = pointer.rsplit_once('/')?;
        match self.value.pointer_mut(parent)? {
            Value::Object(object) => drop(object.remove(&unescaped(key))?),
            Value::Array(list) => {
                let position = key.parse().ok().filter(|position| *position < list.len())?;
                list.remove(position);
            }
            _ => return None,
        }
        let path = self.path(pointer);
        self.patch.push(|| PatchOp::Remove { path });
        Some(())
    }

    fn path(&self, pointer: &str) -> String {
        format!("{}{pointer}", self.root)
    }
}

fn unescaped(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
}
