//! What becomes of everyone when an identity configuration is saved, said before it is saved.
//!
//! An administrator of a Claude Team, Claude Enterprise or Claude Console organisation is about to
//! press Save on a provisioning mode (manual, JIT, SCIM) or on a mapping from groups of the
//! identity provider to roles and seat tiers. [`check`] takes that configuration and the roster and
//! answers: everyone's resulting role and seat and why, what the plan does not offer, and who would
//! be locked out.
//!
//! # In thirty seconds
//!
//! ```
//! use rolecall::{Config, Outcome, Roster, Verdict, check};
//!
//! // What Save would write, and who is about to press it.
//! let config = Config::from_json(br#"{
//!     "organization": { "plan": "enterprise-seat-based" },
//!     "parent": {
//!         "domains": [{ "name": "acme.com", "verified": true }],
//!         "sso": { "connected": true },
//!         "directorySync": { "connected": true, "provider": "okta" }
//!     },
//!     "provisioning": {
//!         "mode": "scim",
//!         "groupMapping": { "roles": { "owner": ["claude-owners"], "user": ["claude-users"] } }
//!     },
//!     "actor": "ann@acme.com"
//! }"#)?;
//! // The organisation's own list, and the identity provider's side.
//! let roster = Roster::from_json(br#"{
//!     "members": [
//!         { "email": "ann@acme.com", "role": "owner" },
//!         { "email": "ben@acme.com", "role": "owner" },
//!         { "email": "cem@acme.com" }
//!     ],
//!     "directory": {
//!         "users": [
//!             { "email": "ann@acme.com", "groups": ["claude-users"] },
//!             { "email": "ben@acme.com", "groups": ["claude-owners"] }
//!         ]
//!     }
//! }"#)?;
//!
//! let answer = check(&config, &roster);
//! assert_eq!(answer.report.verdict, Verdict::Block);
//! // Ann is in no group that is mapped to owner: she would take the settings from herself.
//! assert!(answer.report.findings.iter().any(|finding| finding.code == "lockout/actor-demoted"));
//! // Cem is not in the directory.
//! assert_eq!(answer.people[2].outcome, Outcome::Removed);
//! # Ok::<(), rolecall::Error>(())
//! ```
//!
//! # What to ask
//!
//! | for | there is |
//! |---|---|
//! | an answer in one call, in English | [`check`]; from two JSON texts, in any language, [`check_json`] |
//! | parts of an answer: people by the page, flows, two configurations side by side, an acknowledgement's fingerprint | [`Preview`] |
//! | what would mend it, proven by checking again | [`model::Finding::fixes`], [`Preview::repairs`], [`Preview::plan`] |
//! | rosters in files as other systems write them | [`input::Reader`] |
//! | the table of plans, roles, seat tiers and modes | [`mod@catalog`], as data [`catalog()`] |
//! | what a rule says, why, and how to mend it | [`rules::documents`] |
//!
//! Everything that an answer is made of stands in [`model`], is plain data, and is written as the
//! same JSON that the npm package gives. "Domain 3" and the like name sections of
//! [`docs/domain.md`](https://github.com/rolecall/rolecall/blob/main/docs/domain.md); the sources of a
//! finding ([`model::SourceRef`]) are its facts.
//!
//! # The way data walks
//!
//! `input` reads bytes into `model`, `roster` keeps the people, `resolve` says what becomes of
//! them, `rules` what is wrong with it, `repair` what would mend it, and `report` puts the answer
//! together; `wasm` hands it to JavaScript. Nothing points back, and there is one engine: whatever
//! is asked, it is worked out here and in one way.
//!
//! # The situation in the examples
//!
//! Many examples are about the configuration and the roster in `examples/acme/`: the Enterprise plan
//! with one premium and two standard seats, a save that switches from manual provisioning to SCIM,
//! and a mapping of `claude-owners` to owner and of `claude-users` to user. Ann presses Save.
//!
//! | | member today | in the directory | after the save |
//! |---|---|---|---|
//! | Ann | owner, premium | in `claude-users` | changed: user, premium |
//! | Ben | owner, standard | in `claude-owners` | kept |
//! | Cem | user, standard | no | removed |
//! | Dee | no | in `claude-users` | added: user, standard |
//! | Eve | no | in `claude-users` | waiting: no seat is free |
//!
//! In them `config` and `roster` are these two.
//!
//! # Features
//!
//! - `files` (default): files as other systems write them, and answers as files
//!   ([`Preview::render`]). Without it rosters are read in the project's own JSON only.
//! - `repairs` (default): fixes, repairs and plans. Without it there are none in any answer.
//! - `types`: the TypeScript declarations of the public types, for whoever builds the npm package.
//!
//! What a build lacks is [`Error::NotInBuild`], or, where an answer would have it, left out.
//!
//! # Limits
//!
//! - An answer is about the *settled state*: after one full sync, or after everyone assigned has
//!   logged in once. Who is served first where seats are short nobody can know;
//!   [`model::Dependency`] says whose answer depends on it.
//! - Where the vendor's documentation is silent or disagrees with itself, the engine takes a reading,
//!   says so ([`Report::assumptions`]) and lets [`model::Readings`] choose another.
//! - It knows what it is given. Exports that are cut, or that do not say who is assigned, leave
//!   people `unknown`, and findings that would need to know are not given.
//! - How much is read, and how long is looked for fixes and repairs, is bounded: by default as
//!   [`model::Limits`] say, and each bound has an error of its own. Work grows as the input does.
//!
//! For a single question, such as whether one address is in one group, a few lines of your own are
//! enough. The engine is for what they miss: roles by rank, seats that run out, people outside the
//! verified domains, what is in force today, and all of it for everyone at once.
//!
//! # Privacy
//!
//! The crate makes no request, opens no file and keeps nothing: bytes go in, an answer comes out.
//!
//! # Independence
//!
//! rolecall is not affiliated with, endorsed by or supported by Anthropic. It restates what the
//! vendor's public documentation says; the vendor's own settings page has the last word.
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
// What is written into the project's documentation.
#[cfg(not(target_arch = "wasm32"))]
#[doc(hidden)]
pub use report::tables as handbook_tables;
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
