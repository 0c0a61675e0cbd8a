//! What becomes of everyone when an identity configuration is saved, said before it is saved.
//!
//! An administrator of a Claude Team, Claude Enterprise or Claude Console organisation is about to
//! press Save on a provisioning mode or a group mapping. [`check`] takes that configuration and
//! the roster and answers: everyone's resulting role and seat and why, what the plan does not
//! offer, and who would be locked out.
//!
//! ```
//! use rolecall::{Config, Roster, check};
//!
//! let config = Config::from_json(br#"{
//!     "organization": { "plan": "team" },
//!     "provisioning": { "mode": "scim" }
//! }"#)?;
//! let roster = Roster::from_json(br#"{
//!     "members": [{ "email": "ann@acme.com", "role": "owner" }],
//!     "directory": { "users": [] }
//! }"#)?;
//!
//! let answer = check(&config, &roster);
//! assert_eq!(answer.report.verdict, rolecall::Verdict::Block);
//! assert!(answer.report.findings.iter().any(|finding| finding.code == "plan/scim-on-team"));
//! # Ok::<(), rolecall::Error>(())
//! ```
//!
//! Data walks one way: `input` reads, `model` is what is read into, `roster` keeps the people,
//! `resolve` says what becomes of them, `rules` what is wrong with it, `report` puts the answer
//! together and `wasm` hands it to JavaScript.
#![forbid(unsafe_code)]

pub mod catalog;
mod digest;
pub mod input;
mod looks;
pub mod model;
mod repair;
mod report;
mod resolve;
// What the fuzz targets hold against what was read: none of it is for users.
#[doc(hidden)]
pub mod roster;
pub mod rules;
mod sorted;
mod text;
#[cfg(feature = "types")]
pub mod types;
mod vocabulary;
// What JavaScript calls; the boundary's own tests call it from Rust.
#[cfg(target_arch = "wasm32")]
#[doc(hidden)]
pub mod wasm;

pub use input::{Error, Options};
pub use model::{Config, FullReport, Outcome, Report, Verdict};
pub use report::{Preview, catalog};
pub use roster::Roster;
pub use text::Locale;
pub use vocabulary::Word;

/// The whole answer about saving `config` for `roster`, in English.
///
/// For another language, or for parts of the answer, see [`Preview`].
///
/// # Example
///
/// ```
/// use rolecall::{Config, Outcome, Roster, check};
///
/// // What would happen if the mode were SCIM and Ann were not assigned in the identity provider.
/// let config = Config::from_json(br#"{
///     "organization": { "plan": "enterprise-seat-based" },
///     "provisioning": { "mode": "scim" }
/// }"#)?;
/// let roster = Roster::from_json(br#"{
///     "members": [{ "email": "ann@acme.com" }],
///     "directory": { "users": [{ "email": "ben@acme.com" }] }
/// }"#)?;
///
/// let people = check(&config, &roster).people;
/// assert_eq!(people[0].outcome, Outcome::Removed);
/// assert_eq!(people[1].outcome, Outcome::Added);
/// # Ok::<(), rolecall::Error>(())
/// ```
pub fn check(config: &Config, roster: &Roster) -> FullReport {
    Preview::new(config, roster).full_report(Locale::En)
}

/// The whole answer, from JSON texts in UTF-8 in the shapes of domain 2.
///
/// # Errors
///
/// A text is not JSON or not of the right shape, or the configuration names no known plan.
///
/// # Example
///
/// ```
/// use rolecall::{Locale, Verdict, check_json};
///
/// let config = br#"{ "organization": { "plan": "team" }, "provisioning": { "mode": "scim" } }"#;
/// let answer = check_json(config, br#"{ "members": [] }"#, Locale::Ja)?;
/// assert_eq!(answer.report.verdict, Verdict::Block);
/// # Ok::<(), rolecall::Error>(())
/// ```
pub fn check_json(config: &[u8], roster: &[u8], locale: Locale) -> Result<FullReport, Error> {
    let config = Config::from_json(config)?;
    let roster = Roster::from_json(roster)?;
    Ok(Preview::new(&config, &roster).full_report(locale))
}

/// The version of the engine, for example `0.1.0`.
///
/// # Example
///
/// ```
/// assert_eq!(rolecall::version().split('.').count(), 3);
/// ```
pub fn version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
