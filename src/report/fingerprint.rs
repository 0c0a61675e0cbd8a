//! What an acknowledgement acknowledges: a digest of the situation.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use crate::model::config::{ConfigDocument, GroupMapping};
use crate::report::{Preview, json};
use crate::roster::normalized;
use crate::sorted::{sorted, sorted_by};
use crate::text::Locale;

impl Preview<'_> {
    /// SHA-256, in hexadecimal digits, of the configuration as it is understood, of the ids of the
    /// findings and of everyone whose access, role or seat changes, with what becomes of them. The
    /// same however roster and configuration are ordered, and in every language.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::{Config, Preview, Roster};
    /// let config = Config::from_json(br#"{"organization":{"plan":"team"}}"#)?;
    /// let roster = Roster::from_json(br#"{"members":[{"email":"ann@acme.com","role":"owner"}]}"#)?;
    /// assert_eq!(Preview::new(&config, &roster).fingerprint().len(), 64);
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub fn fingerprint(&self) -> String {
        let mut hash = Sha256::new();
        let mut line = |text: &str| {
            hash.update(text);
            hash.update("\n");
        };
        line(&json(&normal(self.config)));
        let ids = sorted(self.findings(Locale::En).into_iter().map(|it| it.id));
        ids.iter().for_each(|id| line(id));
        let change = self.change();
        let changes = |cohort| {
            let after = change.after(cohort);
            let changes = change.before(cohort) != after.standing();
            changes.then(|| json(&(after.outcome, after.standing())))
        };
        let changes: Vec<Option<String>> = change.cohorts().iter().map(changes).collect();
        for person in self.roster.by_email() {
            let cohort = self.settled.cohorts.number(self.roster, *person);
            if let Some(Some(change)) = changes.get(cohort) {
                // As JSON: an address with a line's end in it is not two.
                line(&format!("{} {change}", json(&self.roster.email(*person))));
            }
        }
        hash.finalize().iter().fold(String::new(), |mut text, byte| {
            // Writing into a text does not fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
    }
}

/// The configuration without what makes no difference: the order of groups and domains, and how
/// addresses and domains are written.
fn normal(config: &ConfigDocument) -> ConfigDocument {
    let mut config = config.clone();
    config.actor = config.actor.as_deref().map(|actor| normalized(actor).into_owned());
    for domain in config.parent.iter_mut().flat_map(|parent| &mut parent.domains) {
        domain.name = domain.name.trim().to_lowercase();
    }
    if let Some(parent) = &mut config.parent {
        parent.domains = sorted_by(std::mem::take(&mut parent.domains), |one, other| {
            (&one.name, one.verified).cmp(&(&other.name, other.verified))
        });
    }
    let saved = config.saved.as_mut().and_then(|saved| saved.group_mapping.as_mut());
    let mappings = config.provisioning.group_mapping.as_mut().into_iter().chain(saved);
    for GroupMapping { roles, seat_tiers } in mappings {
        for groups in roles.values_mut().chain(seat_tiers.values_mut()) {
            *groups = sorted(std::mem::take(groups));
            groups.dedup();
        }
    }
    config
}
