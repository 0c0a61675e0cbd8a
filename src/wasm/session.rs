//! A roster that stays in memory and is asked about configurations.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use wasm_bindgen::prelude::*;

use super::{read_options, thrown, thrown_report};
use crate::input::{Options, Part};
use crate::model::read::Expected;
use crate::model::{PeopleColumns, PeopleQuery, Rendering};
use crate::report::{FoundFixes, Preview, json};
use crate::resolve::Settled;
use crate::vocabulary::Word;
use crate::{Config, Error, Roster};

/// How many configurations are remembered with what becomes of everyone: a caller who shows two
/// side by side, and pages through their people, asks for them again and again.
const REMEMBERED: usize = 4;

/// A roster that stays in memory and is asked about configurations. Every question names its own:
/// what is remembered of earlier ones makes answers faster, never different.
#[wasm_bindgen]
pub struct Session {
    roster: Roster,
    /// The latest last.
    remembered: RefCell<Vec<Remembered>>,
}

/// What becomes of everyone under a configuration.
struct Remembered {
    /// The text of the configuration.
    config: Box<[u8]>,
    settled: Rc<Settled>,
    fixes: Rc<OnceCell<FoundFixes>>,
}

impl Session {
    pub(super) fn of(roster: Roster) -> Self {
        Self { roster, remembered: RefCell::default() }
    }

    fn ask<T>(
        &self,
        config: &[u8],
        options: &[u8],
        answer: impl FnOnce(&Preview<'_>, &Options) -> Result<T, Error>,
    ) -> Result<T, JsValue> {
        let options = read_options(options)?;
        let admitted = options.limits.admit(config.len(), "/config");
        let answered = admitted.and_then(|()| Config::from_json(config)).and_then(|understood| {
            let (settled, fixes) = self.worked_out(config, &understood);
            answer(&Preview::of(&understood, &self.roster, settled, fixes), &options)
        });
        answered.map_err(|error| thrown(&error, options.locale))
    }

    fn worked_out(&self, text: &[u8], config: &Config) -> (Rc<Settled>, Rc<OnceCell<FoundFixes>>) {
        let mut remembered = self.remembered.borrow_mut();
        let latest = match remembered.iter().position(|known| *known.config == *text) {
            Some(known) => remembered.remove(known),
            None => {
                // Before the new one is worked out: there are never more than so many at a time.
                if remembered.len() >= REMEMBERED {
                    remembered.remove(0);
                }
                Remembered {
                    config: text.into(),
                    settled: Rc::new(Settled::of(config, &self.roster)),
                    fixes: Rc::default(),
                }
            }
        };
        let known = (Rc::clone(&latest.settled), Rc::clone(&latest.fixes));
        remembered.push(latest);
        known
    }
}

#[wasm_bindgen]
impl Session {
    /// Checks a configuration, JSON text in UTF-8; `people`: with everyone in the answer, packed.
    /// Answers in JSON.
    ///
    /// # Errors
    ///
    /// Throws what keeps the configuration from being read.
    pub fn check(&self, config: &[u8], options: &[u8], people: bool) -> Result<String, JsValue> {
        self.ask(config, options, |preview, options| {
            if options.fixes == Some(true) && !Part::Repairs.is_there() {
                return Err(Part::Repairs.missing("/options/fixes"));
            }
            Ok(if people { preview.packed_report(options) } else { preview.report_json(options) })
        })
    }

    /// The people that the query asks for, packed, and how many they are. Answers in JSON.
    ///
    /// # Errors
    ///
    /// Throws what keeps the configuration or the query from being read.
    pub fn people(&self, config: &[u8], query: &[u8], options: &[u8]) -> Result<String, JsValue> {
        self.ask(config, options, |preview, options| {
            Ok(preview.packed_people(&PeopleQuery::from_json(query)?, options.locale))
        })
    }

    /// One person, by their address. Answers in JSON; `null` for nobody.
    ///
    /// # Errors
    ///
    /// Throws what keeps the configuration from being read.
    pub fn person(&self, config: &[u8], email: &str, options: &[u8]) -> Result<String, JsValue> {
        self.ask(config, options, |preview, options| Ok(json(&preview.find(email, options.locale))))
    }

    /// Sets of fixes that leave no error, best first. Answers in JSON.
    ///
    /// # Errors
    ///
    /// Throws what keeps the configuration from being read.
    pub fn repair(&self, config: &[u8], options: &[u8]) -> Result<String, JsValue> {
        self.ask(config, options, |preview, options| match Part::Repairs.is_there() {
            true => Ok(json(&preview.repairs(options))),
            false => Err(Part::Repairs.missing("/config")),
        })
    }

    /// What to do in which order to save the settings. Answers in JSON.
    ///
    /// # Errors
    ///
    /// Throws what keeps the configuration from being read.
    pub fn plan(&self, config: &[u8], options: &[u8]) -> Result<String, JsValue> {
        self.ask(config, options, |preview, options| match Part::Repairs.is_there() {
            true => Ok(json(&preview.plan(options))),
            false => Err(Part::Repairs.missing("/config")),
        })
    }

    /// Where people stand before and after the save, counted. Answers in JSON.
    ///
    /// # Errors
    ///
    /// Throws what keeps the configuration from being read.
    pub fn flow(&self, config: &[u8], options: &[u8]) -> Result<String, JsValue> {
        self.ask(config, options, |preview, _| Ok(json(&preview.flow())))
    }

    /// For whom the configuration and another differ, as far as the query asks. Answers in JSON.
    ///
    /// # Errors
    ///
    /// Throws what keeps a configuration or the query from being read.
    pub fn compare(
        &self,
        config: &[u8],
        other: &[u8],
        query: &[u8],
        options: &[u8],
    ) -> Result<String, JsValue> {
        let Options { locale, limits, .. } = read_options(options)?;
        let admitted = limits.admit(other.len(), "/config");
        let understood = admitted.and_then(|()| Config::from_json(other)).map_err(|error| {
            let mut report = error.report(locale);
            report.path = report.path.replacen("/config", "/other", 1);
            thrown_report(&report)
        })?;
        self.ask(config, options, |preview, options| {
            let (settled, fixes) = self.worked_out(other, &understood);
            let other = Preview::of(&understood, &self.roster, settled, fixes);
            Ok(json(&preview.compare(&other, &PeopleQuery::from_json(query)?, options.locale)))
        })
    }

    /// What becomes of everyone: outcomes, roles and seat tiers, an array of codes each.
    ///
    /// # Errors
    ///
    /// Throws what keeps the configuration from being read.
    pub fn columns(&self, config: &[u8], options: &[u8]) -> Result<Vec<JsValue>, JsValue> {
        let columns = self.ask(config, options, |preview, _| Ok(preview.columns()))?;
        let PeopleColumns { outcome, role, seat_tier } = columns;
        let array = |codes: Vec<u8>| js_sys::Uint8Array::from(codes.as_slice()).into();
        Ok([outcome, role, seat_tier].map(array).into())
    }

    /// What an acknowledgement of the answer acknowledges: 64 hexadecimal digits.
    ///
    /// # Errors
    ///
    /// Throws what keeps the configuration from being read.
    pub fn fingerprint(&self, config: &[u8], options: &[u8]) -> Result<String, JsValue> {
        self.ask(config, options, |preview, _| Ok(preview.fingerprint()))
    }

    /// The answer as a text of its own: `people-csv`, `people-json` or `markdown`.
    ///
    /// # Errors
    ///
    /// Throws what keeps the configuration from being read.
    pub fn render(
        &self,
        config: &[u8],
        rendering: &str,
        options: &[u8],
    ) -> Result<String, JsValue> {
        self.ask(config, options, |preview, options| {
            let unknown = || Error::wrong_shape("/options/as", Expected::OneOf(Rendering::WORDS));
            let rendering = Rendering::from_word(rendering).ok_or_else(unknown)?;
            match Part::Files.is_there() {
                true => Ok(preview.render(rendering, options)),
                false => Err(Part::Files.missing("/options/as")),
            }
        })
    }

    /// The directory at a glance. Answers in JSON; `null` where there is none.
    pub fn directory(&self) -> String {
        json(&self.roster.directory_summary())
    }

    /// The roster as it is understood, in the shape of domain 2. Answers in JSON.
    pub fn roster(&self) -> String {
        json(&self.roster.document())
    }
}
