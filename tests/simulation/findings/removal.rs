//! Who loses access, and what stays behind.

use super::{Case, Findings, Passage, has_access};
use crate::scenario::Mode;
use crate::world::Standing;

pub fn findings(case: &Case, found: &mut Findings) {
    let Case { scenario, passages, .. } = case;
    let losing = |outcome: &str| {
        let loses = |p: &&Passage| p.loses_access() && p.outcome == outcome;
        passages.iter().filter(loses).count()
    };
    found.add_for("removal/members-removed", "warning", losing("removed"));
    if case.mode() == Mode::Jit {
        found.add_for("removal/stays-listed", "warning", losing("blocked"));
    }

    let members = || passages.iter().filter(|passage| passage.is_member());
    let without = members().filter(|p| !has_access(p.before) && !has_access(p.after)).count();
    found.add_for("removal/already-without", "info", without);

    let losers = members().filter(|passage| passage.loses_access()).count();
    let services = members().filter(|p| p.loses_access() && p.is_service()).count();
    found.add_for("removal/service-account", "warning", services);
    if scenario.plan.is_console() {
        found.add_for("removal/keys-stay-live", "info", losers);
    }

    email_changed(case, found);

    let administers = |standing: Option<Standing>| {
        standing.is_some_and(|standing| scenario.plan.administers(standing.role))
    };
    let demoted = members()
        .filter(|p| has_access(p.before) && has_access(p.after))
        .filter(|p| administers(p.before) && !administers(p.after))
        .count();
    let had_access = members().filter(|passage| has_access(passage.before)).count() as u64;
    let lost = (losers + demoted) as u64;
    let by_number = lost >= scenario.guard("maxLoss");
    let by_share = lost >= scenario.guard("maxLossFloor")
        && lost * 100 > scenario.guard("maxLossPercent") * had_access;
    let by_half = lost >= 2 && lost * 2 > had_access;
    if lost > 0 && (by_number || by_share || by_half) {
        found.add("removal/mass-loss", "error", Some(lost as usize));
    }
}

/// People who go under one address and come under another: a name of theirs alone tells.
fn email_changed(case: &Case, found: &mut Findings) {
    let people = || case.scenario.people.iter();
    let listed = || people().filter_map(|person| person.member.as_ref()?.name.as_deref());
    let provided = || people().filter_map(|person| person.user.as_ref()?.name.as_deref());
    for leaver in case.passages.iter().filter(|passage| !has_access(passage.after)) {
        let Some(name) = leaver.person.member.as_ref().and_then(|member| member.name.as_deref())
        else {
            continue;
        };
        let bears_it = |other: &str| other == name;
        let is_unique = listed().filter(|n| bears_it(n)).count() == 1
            && provided().filter(|n| bears_it(n)).count() == 1;
        let comes = |passage: &Passage| {
            let user = passage.person.user.as_ref();
            matches!(passage.outcome, "added" | "waiting")
                && user.is_some_and(|user| user.name.as_deref() == Some(name))
        };
        if is_unique && case.passages.iter().any(comes) {
            found.add("removal/email-changed", "warning", None);
        }
    }
}
