//! Who keeps, gains and loses access, with which role and seat, and when (domain 3 to 6).
//!
//! [`Policy`] is a configuration compiled against a roster; [`resolve`] makes one pass over the
//! people, which sorts them into cohorts that neither the proposed nor the saved policy can tell
//! apart, and works out both states once a cohort.

mod access;
mod because;
mod change;
mod cohort;
mod policy;
mod reading;
mod role;
mod seat;
mod timing;

pub use because::because;
pub use change::{Change, Crowd};
pub use cohort::{Cohort, CohortId, Cohorts, SAMPLE};
pub use policy::{Grants, Policy};
pub use reading::count_readings;
pub use seat::{Demand, demand};
pub use timing::when;

pub use crate::model::outcome::{Outcome, Standing, When};

use crate::catalog::{Role, SeatTier};
use crate::model::Config;
use crate::roster::{PersonId, Roster};
use crate::sorted::different;
use seat::Seating;

/// What becomes of a cohort under one configuration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// What becomes of them.
    pub outcome: Outcome,
    /// The role that they have, or would have.
    pub role: Role,
    /// The seat tier that they hold.
    pub tier: Option<SeatTier>,
    /// The tier of which a seat is missing for them; where any would do, the lowest.
    pub lacks: Option<SeatTier>,
    /// Whether the answer depends on who arrives first.
    pub arrival_order: bool,
}

impl Resolved {
    /// Whether they can use the organisation.
    pub fn has_access(&self) -> bool {
        self.outcome.has_access()
    }

    /// Where they stand; `None`: not on the list, or not known.
    pub fn standing(&self) -> Option<Standing> {
        let listed =
            !matches!(self.outcome, Outcome::Removed | Outcome::NotAMember | Outcome::Unknown);
        listed.then(|| Standing {
            role: self.role,
            seat_tier: self.tier,
            access: self.has_access(),
        })
    }
}

/// The settled state of everyone under one configuration, by cohort.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resolution(Vec<Resolved>);

impl Resolution {
    /// What becomes of a cohort.
    pub fn of(&self, cohort: CohortId) -> Resolved {
        let nobody = Resolved {
            outcome: Outcome::NotAMember,
            role: Role::User,
            tier: None,
            lacks: None,
            arrival_order: false,
        };
        self.0.get(cohort).copied().unwrap_or(nobody)
    }

    /// Whether nobody's outcome is unknown.
    pub fn is_known(&self) -> bool {
        self.0.iter().all(|resolved| resolved.outcome != Outcome::Unknown)
    }
}

/// The settled states under what Save would write and under what is saved, if anything is.
#[derive(Clone, Debug)]
pub struct Settled {
    /// What Save would write.
    pub proposed: Policy,
    /// What is saved today.
    pub saved: Option<Policy>,
    /// Everyone, by cohort.
    pub cohorts: Cohorts,
    /// The state after the save.
    pub after: Resolution,
    /// The state before; `None`: the member list as it stands.
    pub before: Option<Resolution>,
}

impl Settled {
    /// Works out both states. Where they depend on who comes first, the cohorts are cut.
    pub fn of(config: &Config, roster: &Roster) -> Self {
        let proposed = Policy::proposed(config, roster);
        let saved = config.saved.as_ref().map(|saved| Policy::saved(config, saved, roster));
        let actor = config.actor.as_deref().and_then(|actor| roster.find(actor));
        let mut cohorts = Cohorts::of(roster, &proposed, saved.as_ref(), actor);
        let seating = |policy: &Policy| {
            let outcome = |cohort: &Cohort| access::outcome(policy, roster, cohort.first);
            let outcomes: Vec<Outcome> = cohorts.all().iter().map(outcome).collect();
            Seating::new(policy, roster, &cohorts, &outcomes)
        };
        let seating_after = seating(&proposed);
        let seating_before = saved.as_ref().map(seating);
        let seatings = || [&seating_after].into_iter().chain(&seating_before);
        let cuts: Vec<PersonId> = different(seatings().flat_map(Seating::cuts).collect());
        if !cuts.is_empty() {
            let mut uneven = vec![false; cohorts.all().len()];
            seatings().for_each(|seating| seating.mark_uneven(&mut uneven));
            cohorts.cut(roster, &uneven, cuts);
        }
        let resolution = |policy: &Policy, seating: &Seating| {
            let resolved = |cohort: &Cohort| resolve(policy, roster, seating, cohort.first);
            Resolution(cohorts.all().iter().map(resolved).collect())
        };
        let after = resolution(&proposed, &seating_after);
        let before = saved.as_ref().zip(seating_before.as_ref());
        let before = before.map(|(saved, seating)| resolution(saved, seating));
        Self { proposed, saved, cohorts, after, before }
    }
}

/// What becomes of a person, once it is known how seats are given out.
fn resolve(policy: &Policy, roster: &Roster, seating: &Seating, person: PersonId) -> Resolved {
    let mut outcome = access::outcome(policy, roster, person);
    let role = role::role(policy, roster, person, outcome);
    let seat = seating.seat(policy, roster, person, outcome);
    let differs =
        role != policy.held_role(roster, person) || seat.tier != policy.held_tier(roster, person);
    match outcome {
        Outcome::Kept if differs => outcome = Outcome::Changed,
        Outcome::Added if seat.lacks.is_some() => outcome = Outcome::Waiting,
        _ => {}
    }
    Resolved { outcome, role, tier: seat.tier, lacks: seat.lacks, arrival_order: seat.by_order }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resolve::seat::demand;

    /// Everyone different in something, most of them several times.
    fn roster() -> Roster {
        let mut members = Vec::new();
        let mut users = Vec::new();
        for number in 0..400_usize {
            let pick = |of: usize, step: usize| number / step % of;
            let domain = ["acme.com", "acme.org"][pick(2, 7)];
            let email = format!("p{number}@{domain}");
            if pick(5, 1) != 0 {
                let role = ["owner", "admin", "user", "primary-owner"][pick(4, 3)];
                let status = ["active", "pending"][pick(2, 11)];
                let tier = ["\"premium\"", "\"standard\"", "null"][pick(3, 2)];
                members.push(format!(
                    r#"{{"email":"{email}","role":"{role}","seatTier":{tier},"status":"{status}"}}"#
                ));
            }
            if pick(9, 1) != 0 {
                let groups =
                    ["", "\"a\"", "\"b\"", "\"b\",\"a\"", "\"c\"", "\"c\",\"a\""][pick(6, 5)];
                let assigned = pick(4, 13) != 0;
                users.push(format!(
                    r#"{{"email":"{email}","assigned":{assigned},"groups":[{groups}]}}"#
                ));
            }
        }
        let (members, users) = (members.join(","), users.join(","));
        let text = format!(r#"{{"members":[{members}],"directory":{{"users":[{users}]}}}}"#);
        Roster::from_json(text.as_bytes()).unwrap()
    }

    fn configs() -> Vec<Config> {
        let mapping = r#","groupMapping":{"roles":{"owner":["a"],"user":["b"]},"seatTiers":{"premium":["b"],"standard":["c"]}}"#;
        let mut configs = Vec::new();
        for mode in ["manual", "jit", "scim"] {
            for (proposed, saved) in [("", ""), (mapping, ""), ("", mapping), (mapping, mapping)] {
                for seats in ["", r#","seats":{"premium":40,"standard":100}"#] {
                    let text = format!(
                        r#"{{"organization":{{"plan":"team"{seats}}},
                            "parent":{{"domains":[{{"name":"acme.com","verified":true}}],"sso":{{"connected":true}}}},
                            "provisioning":{{"mode":"{mode}"{proposed}}},
                            "saved":{{"mode":"jit"{saved}}},"actor":"p12@acme.org"}}"#
                    );
                    configs.push(Config::from_json(text.as_bytes()).unwrap());
                }
            }
        }
        configs
    }

    #[test]
    fn whoever_is_of_a_cohort_is_as_its_first() {
        let roster = roster();
        for config in configs() {
            let settled = Settled::of(&config, &roster);
            let policies = [Some(&settled.proposed), settled.saved.as_ref()];
            for person in roster.people() {
                let number = settled.cohorts.number(&roster, person);
                let first = settled.cohorts.all()[number].first;
                for policy in policies.into_iter().flatten() {
                    let as_seen = |person| {
                        let outcome = access::outcome(policy, &roster, person);
                        (
                            outcome,
                            role::role(policy, &roster, person, outcome),
                            demand(policy, &roster, person, outcome),
                            policy.grants(&roster, person),
                            policy.in_verified_domain(&roster, person),
                            roster.profile(person),
                        )
                    };
                    assert_eq!(as_seen(person), as_seen(first), "{person} {first}");
                }
            }
        }
    }

    #[test]
    fn everyone_is_counted_once_and_whoever_saves_stands_alone() {
        let roster = roster();
        let actor = roster.find("p12@acme.org").unwrap();
        for config in configs() {
            let cohorts = Settled::of(&config, &roster).cohorts;
            let mut found = vec![(0, 0_u64, Vec::new()); cohorts.all().len()];
            for person in roster.people() {
                let (count, digest, people) = &mut found[cohorts.number(&roster, person)];
                *count += 1;
                *digest = digest.wrapping_add(roster.digest(person));
                people.push(person);
            }
            for (cohort, (count, digest, people)) in cohorts.all().iter().zip(found) {
                assert_eq!((cohort.count, cohort.digest, cohort.first), (count, digest, people[0]));
                assert_eq!(cohort.sample, people[..SAMPLE.min(count)]);
            }
            assert_eq!(cohorts.all()[cohorts.number(&roster, actor)].count, 1);
        }
    }
}
