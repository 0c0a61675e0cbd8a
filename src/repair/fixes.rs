//! The fixes of findings, one by one.

use std::collections::BTreeMap;

use super::effects::compare;
use super::harm::Harm;
use super::proof::Proof;
use super::world::World;
use crate::model::repair::Fix;
use crate::rules::{Draft, Proposal};
use crate::sorted::sorted_by;
use crate::text::Locale;

/// How many fixes a finding has at most.
const MOST_FIXES: usize = 4;
/// A fix of a finding that concerns more people than these is left to a repair: it would name them
/// all, in every answer.
const MOST_PEOPLE: usize = 1_000;

/// The fixes of every finding that has any, by its id: what clears it, and introduces no error. The
/// errors come first; as soon as `most` findings or proposals have been looked at, the others
/// have none.
pub fn fixes(world: &World, locale: Locale, most: usize) -> BTreeMap<String, Vec<Fix>> {
    let context = world.context();
    let found = world.found();
    // What several findings propose is proven once.
    let mut proven: Vec<(Proposal, Option<(Harm, Fix)>)> = Vec::new();
    let mut fixes = BTreeMap::new();
    let drafts = found.drafts.iter().filter(|(_, draft)| draft.count() <= MOST_PEOPLE);
    let worst_first =
        |one: &&(String, Draft), other: &&(String, Draft)| one.1.how_bad().cmp(&other.1.how_bad());
    for (id, draft) in sorted_by(drafts, worst_first).into_iter().take(most) {
        let mut offered: Vec<(Harm, Fix)> = Vec::new();
        for proposal in draft.proposals(&context) {
            let known = proven.iter().position(|(known, _)| known.edits == proposal.edits);
            if known.is_none() && proven.len() >= most {
                continue;
            }
            let place = known.unwrap_or_else(|| {
                let proof = Proof::of(world, &proposal);
                let proof = proof.filter(|proof| !proof.introduces_error(&found));
                let fix = proof.map(|proof| {
                    let comparison = compare(world, &proof.world);
                    let harm =
                        Harm::of(&[&proposal], &comparison, world, &proof.world, &proof.found);
                    (harm, proof.fix(comparison.effects, &found, locale).0)
                });
                proven.push((proposal, fix));
                proven.len() - 1
            });
            let fix = proven.get(place).and_then(|(_, fix)| fix.as_ref());
            // A rule may come to one and the same from two sides.
            let is_new = |fix: &Fix| offered.iter().all(|(_, known)| known.patch != fix.patch);
            let fix = fix.filter(|(_, fix)| is_new(fix));
            offered.extend(fix.filter(|(_, fix)| fix.clears.contains(id)).cloned());
        }
        if !offered.is_empty() {
            // What keeps to what was meant comes first; whatever gives it up does little harm.
            let best = sorted_by(offered, |(one, _), (other, _)| {
                (one.gives_up, one).cmp(&(other.gives_up, other))
            });
            let best = best.into_iter();
            fixes.insert(id.clone(), best.map(|(_, fix)| fix).take(MOST_FIXES).collect());
        }
    }
    fixes
}
