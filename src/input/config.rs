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
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::{Config, Error};
    ///
    /// let config = Config::from_json(br#"{ "organization": { "plan": "team" }, "actr": "ann@acme.com" }"#)?;
    /// assert_eq!(config.unread()[0].path, "/config/actr");
    /// assert_eq!(Config::from_json(br#"{ "organization": {} }"#), Err(Error::NoPlan));
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub fn from_json(text: &[u8]) -> Result<Self, Error> {
        Self::from_value(json::value(text, "/config")?)
    }

    /// Reads a configuration from a JSON value.
    ///
    /// # Errors
    ///
    /// As [`from_json`](Self::from_json), but for text that is not JSON.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::Config;
    /// use rolecall::catalog::Plan;
    ///
    /// let config = Config::from_value(serde_json::json!({ "organization": { "plan": "console" } }))?;
    /// assert_eq!(config.organization.plan, Plan::Console);
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub fn from_value(given: Value) -> Result<Self, Error> {
        if !given.is_object() {
            return Err(Error::wrong_shape("/config", Expected::Object));
        }
        let mut notes = Notes::default();
        let document = notes.within("config", |notes| ConfigDocument::read(given.clone(), notes));
        match document {
            Some(document) => Ok(Self { document, unread: notes.into_unread(), given }),
            None => Err(Error::plan(given.pointer("/organization/plan"))),
        }
    }
}
