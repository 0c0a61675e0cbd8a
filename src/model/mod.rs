//! What the engine thinks in: the configuration, the readings of the domain, the report.

pub mod config;
pub mod entries;
pub mod flow;
pub mod outcome;
pub mod patch;
pub mod person;
pub mod query;
pub mod read;
pub mod readiness;
pub mod readings;
pub mod repair;
pub mod report;
pub mod roster;

pub use config::Config;
pub use readings::Readings;
