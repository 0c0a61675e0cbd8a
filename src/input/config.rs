//! Reading a configuration.

use serde_json::Value;

use crate::input::{Error, json};
use crate::model::Config;
use crate::model::config::ConfigDocument;
use crate::model::read::{Expected, Notes, Read};

impl Config {
    /// Reads a configuration from JSON text in UTF-8.
    ///
    /// # Errors
    ///
    /// The text is not JSON, is not an object, or names no plan that the engine knows. Whatever
    /// else is wrong is kept in [`Config::unread`] and becomes a finding.
    pub fn from_json(text: &[u8]) -> Result<Self, Error> {
        let value: Value = json::value(text, "/config")?;
        if !value.is_object() {
            return Err(Error::wrong_shape("/config", Expected::Object));
        }
        let plan = value.pointer("/organization/plan").cloned();
        let mut notes = Notes::default();
        let document = notes.within("config", |notes| ConfigDocument::read(value, notes));
        match document {
            Some(document) => Ok(Self { document, unread: notes.into_unread() }),
            None => Err(Error::plan(plan.as_ref())),
        }
    }
}
