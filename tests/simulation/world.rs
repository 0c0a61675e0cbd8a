//! An organisation with a member list, an identity provider and a seat desk, in which saving has consequences.
//!
//! Nothing here computes an outcome. People come to the door, or a sync comes to the people; what became of each is
//! read off the member list afterwards.

use crate::catalogue::PRIMARY_OWNER;
use crate::rng::Rng;
use crate::scenario::{Group, Mapping, Mode, Person, Scenario, Settings, Word};
use crate::seats::{Order, Sitting, Ticket, Wish, seat_everyone};
use std::collections::BTreeSet;

/// What the visit of one person, or of the sync to one person, came to.
enum Visit {
    /// On the list and let in, with this role; the desk decides about the seat.
    Enters(&'static str, Wish),
    /// On the list as before, and shut out.
    Refused,
    /// Taken off the list.
    Removed,
    /// Never on the list.
    Outside,
    /// Nothing is known that would tell.
    Unsaid,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Standing {
    pub role: &'static str,
    pub tier: Option<&'static str>,
    pub access: bool,
}

/// What became of one person.
pub struct Fate {
    pub outcome: &'static str,
    pub when: &'static str,
    pub standing: Option<Standing>,
    /// The seat they occupy, also where nothing is known of them.
    pub seat: Option<&'static str>,
}

pub struct Settled {
    /// One for each of the scenario's people; none for those who are not spoken of.
    pub fates: Vec<Option<Fate>>,
    pub sitting: Sitting,
}

/// Who comes first. The rolls are made only where the rules say that the order of arrival decides.
pub enum Arrivals {
    AsListed,
    Shuffled { dice: Rng, queues: bool },
}

impl Order for Arrivals {
    fn queue(&mut self, line: &mut Vec<Ticket>) {
        match self {
            Arrivals::Shuffled { dice, queues: true } => dice.shuffle(line),
            _ => line.sort_by_key(|ticket| ticket.person),
        }
    }

    fn defaulting(&mut self, line: &mut Vec<Ticket>) {
        match self {
            Arrivals::Shuffled { dice, .. } => dice.shuffle(line),
            Arrivals::AsListed => line.sort_by_key(|ticket| ticket.person),
        }
    }
}

/// The world of one scenario under the settings in force.
pub struct World<'s> {
    pub scenario: &'s Scenario,
    pub settings: &'s Settings,
}

impl World<'_> {
    /// Lets everything happen that the settings set in motion, until it comes to rest.
    pub fn play(&self, mut arrivals: Arrivals) -> Settled {
        let people = &self.scenario.people;
        let mut coming: Vec<usize> = (0..people.len()).collect();
        if let Arrivals::Shuffled { dice, .. } = &mut arrivals {
            dice.shuffle(&mut coming);
        }
        let mut visits: Vec<Option<Visit>> = people.iter().map(|_| None).collect();
        let mut tickets = Vec::new();
        for index in coming {
            let person = &people[index];
            let visit = match self.settings.mode {
                Mode::Manual => self.login(person),
                Mode::Jit => self.provisioning_login(person),
                Mode::Scim => self.sync(person),
            };
            tickets.extend(self.ticket(index, person, &visit));
            visits[index] = Some(visit);
        }
        let plan = self.scenario.plan;
        let sitting = seat_everyone(plan, &self.scenario.purchased, tickets, &mut arrivals);
        let fates = people
            .iter()
            .zip(visits)
            .enumerate()
            .map(|(index, (person, visit))| {
                let seat = sitting.seat.get(&index).copied().flatten();
                self.is_spoken_of(person).then(|| self.read_off(person, visit.as_ref(), seat))
            })
            .collect();
        Settled { fates, sitting }
    }

    /// Where a provider has nothing to tell, only the members are spoken of.
    fn is_spoken_of(&self, person: &Person) -> bool {
        person.member.is_some()
            || self.settings.mode == Mode::Manual
            || self.scenario.directory.speaks()
    }

    /// Manual: the member tries single sign-on, then the e-mail link. Nobody is let in who was not invited.
    fn login(&self, person: &Person) -> Visit {
        match self.scenario.word(person) {
            Word::Assigned | Word::Unsaid => self.enter_as_they_are(person),
            Word::NotAssigned => self.email_login(person),
        }
    }

    /// JIT: single sign-on brings the claims along; who is not let in so may still have the e-mail link.
    fn provisioning_login(&self, person: &Person) -> Visit {
        let word = self.scenario.word(person);
        if word == Word::Unsaid {
            return Visit::Unsaid;
        }
        if word == Word::Assigned
            && let Some(visit) = self.provision(person)
        {
            return visit;
        }
        match self.email_login(person) {
            Visit::Refused
                if self.scenario.takes("jitUnassigned", "removed")
                    && !self.scenario.is_exempt_owner(person) =>
            {
                Visit::Removed
            }
            visit => visit,
        }
    }

    /// SCIM: the provider says who is to be there, and who is not goes; a primary owner cannot be made to go.
    fn sync(&self, person: &Person) -> Visit {
        let word = self.scenario.word(person);
        if word == Word::Unsaid {
            return Visit::Unsaid;
        }
        if word == Word::Assigned
            && let Some(visit) = self.provision(person)
        {
            return visit;
        }
        match &person.member {
            None => Visit::Outside,
            Some(_) if self.scenario.is_exempt_owner(person) => self.email_login(person),
            Some(_) => Visit::Removed,
        }
    }

    fn email_login(&self, person: &Person) -> Visit {
        if person.member.is_none() {
            Visit::Outside
        } else if self.scenario.is_sso_enforced(self.settings, &person.email) {
            Visit::Refused
        } else {
            self.enter_as_they_are(person)
        }
    }

    fn enter_as_they_are(&self, person: &Person) -> Visit {
        match &person.member {
            Some(member) => Visit::Enters(member.role, Wish::Stay),
            None => Visit::Outside,
        }
    }

    /// An assigned person is given what the settings have for them; nothing if their groups give no entry.
    fn provision(&self, person: &Person) -> Option<Visit> {
        let scenario = self.scenario;
        let Some(mapping) = &self.settings.mapping else {
            return Some(match &person.member {
                Some(member) => Visit::Enters(member.role, Wish::Stay),
                None => Visit::Enters(self.starting_role(), Wish::Best),
            });
        };
        let role = if scenario.is_exempt_owner(person) {
            PRIMARY_OWNER
        } else {
            self.mapped_role(mapping, person)?
        };
        Some(match self.mapped_wish(mapping, person) {
            Some(wish) => Visit::Enters(role, wish),
            None => Visit::Removed,
        })
    }

    fn starting_role(&self) -> &'static str {
        let plan = self.scenario.plan;
        let chosen = self.scenario.takes("defaultRole", "claude-code-user");
        chosen.then(|| plan.offered_role("claude-code-user")).flatten().unwrap_or("user")
    }

    fn mapped_role(&self, mapping: &Mapping, person: &Person) -> Option<&'static str> {
        let plan = self.scenario.plan;
        let by_group =
            plan.roles.iter().copied().find(|role| is_in(person, mapping.roles.get(role)));
        let by_tier_group = self.scenario.takes("accessGroup", "any-mapped-group")
            && plan.tiers.iter().any(|tier| is_in(person, mapping.tiers.get(tier)));
        let by_mercy =
            self.scenario.takes("unmappedMember", "falls-to-user") && person.member.is_some();
        by_group.or_else(|| (by_tier_group || by_mercy).then_some("user"))
    }

    /// The seat that someone who is entitled asks for; none if having no tier group costs them their place.
    fn mapped_wish(&self, mapping: &Mapping, person: &Person) -> Option<Wish> {
        let scenario = self.scenario;
        let is_member = person.member.is_some();
        let mut tiers = scenario.plan.tiers.iter().copied();
        if mapping.tiers.values().all(|groups| groups.is_empty()) {
            let stays = is_member && !scenario.takes("tierMappingUnused", "highest-available");
            return Some(if stays { Wish::Stay } else { Wish::Best });
        }
        if let Some(tier) = tiers.find(|tier| is_in(person, mapping.tiers.get(tier))) {
            return Some(Wish::Named(tier));
        }
        let is_removed =
            scenario.takes("tierUnmapped", "removed") && self.settings.mode == Mode::Scim;
        match is_member {
            true if scenario.takes("tierUnmapped", "keep-current") => Some(Wish::Stay),
            true if is_removed && scenario.is_exempt_owner(person) => Some(Wish::Stay),
            true if is_removed => None,
            _ => Some(Wish::Best),
        }
    }

    /// Whether the settings give this person a place, whether or not a seat can be had.
    pub fn is_entitled(&self, person: &Person) -> bool {
        self.scenario.word(person) == Word::Assigned
            && self.settings.mapping.as_ref().is_none_or(|mapping| {
                self.scenario.is_exempt_owner(person) || self.mapped_role(mapping, person).is_some()
            })
    }

    fn ticket(&self, index: usize, person: &Person, visit: &Visit) -> Option<Ticket> {
        let wish = match visit {
            Visit::Enters(_, wish) => *wish,
            Visit::Refused | Visit::Unsaid => Wish::Stay,
            Visit::Removed | Visit::Outside => return None,
        };
        let holds = person.member.as_ref().and_then(|member| member.tier);
        let has_desk = !self.scenario.plan.tiers.is_empty();
        has_desk.then_some(Ticket { person: index, holds, wish })
    }

    /// Compares the list as it came to rest with the list as it was.
    fn read_off(&self, person: &Person, visit: Option<&Visit>, seat: Option<&'static str>) -> Fate {
        let has_desk = !self.scenario.plan.tiers.is_empty();
        let (outcome, standing) = match (visit, &person.member) {
            (Some(Visit::Enters(role, _)), None) if has_desk && seat.is_none() => {
                ("waiting", Some(Standing { role, tier: None, access: false }))
            }
            (Some(Visit::Enters(role, _)), member) => {
                let outcome = match member {
                    None => "added",
                    Some(was) if was.role != *role || was.tier != seat => "changed",
                    Some(_) => "kept",
                };
                (outcome, Some(Standing { role, tier: seat, access: true }))
            }
            (Some(Visit::Refused), Some(was)) => {
                ("blocked", Some(Standing { role: was.role, tier: seat, access: false }))
            }
            (Some(Visit::Removed), _) => ("removed", None),
            (Some(Visit::Unsaid), _) => ("unknown", None),
            _ => ("not-a-member", None),
        };
        Fate { outcome, when: self.when(outcome), standing, seat }
    }

    fn when(&self, outcome: &str) -> &'static str {
        let was_scim = self.scenario.saved.as_ref().is_some_and(|saved| saved.mode == Mode::Scim);
        match (outcome, self.settings.mode) {
            ("waiting", _) => "when-seats-are-bought",
            ("blocked", _) | ("removed", Mode::Jit) => "on-save",
            ("added" | "changed" | "removed", Mode::Scim) if was_scim => "next-sync",
            ("added" | "changed" | "removed", Mode::Scim) => "on-save",
            ("added" | "changed", Mode::Jit) => "next-login",
            _ => "never",
        }
    }
}

fn is_in(person: &Person, groups: Option<&BTreeSet<Group>>) -> bool {
    match (&person.user, groups) {
        (Some(user), Some(groups)) => user.is_in(groups),
        _ => false,
    }
}
