//! The rules: what a save may make wrong or surprising (domain 9). A rule is one file and one line
//! of the registry below.

mod context;
#[cfg(not(target_arch = "wasm32"))]
mod docs;
mod draft;
pub(crate) mod edit;
mod expectation;
mod mapped;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod params;
mod prelude;
#[cfg(not(target_arch = "wasm32"))]
mod reference;
pub(crate) mod remedies;
mod sources;
mod ways_back;

pub(crate) use context::Context;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use docs::Docs;
pub(crate) use draft::{Draft, Needs, Rule};
#[cfg(not(target_arch = "wasm32"))]
pub use params::{Kind, Param};
// The pages in docs/, which a test holds equal to the rules.
#[cfg(not(target_arch = "wasm32"))]
#[doc(hidden)]
pub use reference::pages;
#[cfg(not(target_arch = "wasm32"))]
pub use reference::{RuleDocument, documents};
pub(crate) use remedies::Proposal;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use sources::facts;
pub(crate) use sources::source_refs;
pub(crate) use tenant::adds_everywhere::reaches as reaches_sibling;

use crate::model::{Finding, Severity};
use crate::sorted::{sorted, sorted_by};
use crate::text::Locale;
use ways_back::ways_back;

/// Declares the modules of the rules and the table of them. A rule `mapping/unknown-group` is the
/// file `mapping/unknown_group.rs`, with a `RULE` and, outside the WebAssembly, its `DOCS`.
macro_rules! registry {
    ($($category:ident { $($rule:ident),+ $(,)? })+) => {
        $(
            mod $category {
                $(pub mod $rule;)+
            }
        )+

        /// Every rule, sorted by code.
        pub(crate) static RULES: &[&Rule] = &[$($(&$category::$rule::RULE),+),+];

        /// The documentation of every rule, in the order of [`RULES`].
        #[cfg(not(target_arch = "wasm32"))]
        pub(crate) static DOCS: &[&Docs] = &[$($(&$category::$rule::DOCS),+),+];
    };
}

registry! {
    escalation { broad_admin_group, new_admins }
    expect { matches_nobody, not_met }
    input { cut_list, unknown_key, unknown_value }
    lockout {
        actor_demoted,
        actor_loses_access,
        actor_not_given,
        admin_demoted,
        admin_role_unmapped,
        few_admins_left,
        no_admin_left,
        sso_shuts_out,
    }
    mapping {
        duplicate_group,
        empty_group,
        group_on_several_roles,
        group_on_several_tiers,
        incomparable_roles,
        nested_group,
        role_without_group,
        shadowed_group,
        tier_group_only,
        too_many_groups,
        unassigned_in_group,
        unknown_group,
    }
    plan {
        actor_may_not_save,
        directory_not_connected,
        mapping_in_manual,
        no_parent,
        no_verified_domain,
        parent_kind_mismatch,
        role_not_offered,
        scim_on_team,
        scim_under_team_parent,
        sso_not_connected,
        tier_not_offered,
    }
    removal {
        already_without,
        email_changed,
        keys_stay_live,
        mass_loss,
        members_removed,
        service_account,
        stays_listed,
    }
    roster {
        ambiguous_group_name,
        assignment_unknown,
        bad_email,
        confusable_name,
        duplicate_person,
        email_case_differs,
        no_directory,
        outside_domains,
        sides_do_not_match,
        unknown_value,
    }
    seats { default_to_highest, held_by_invitations, oversold, shortage, tier_moves }
    tenant { adds_everywhere }
    timing { entra_delay, next_login }
}

/// Codes that rules once had. None is ever used again: acknowledgements and links name them.
pub const RETIRED: &[&str] = &[];

/// Every finding about a situation, worst first, in one language.
pub(crate) fn findings(context: &Context<'_>, locale: Locale) -> Vec<Finding> {
    let drafts = drafts(context);
    let locked_out = drafts.iter().any(|draft| draft.rule.carries_ways_back);
    let ways_back = if locked_out { ways_back(context, locale) } else { Vec::new() };
    let findings = drafts.into_iter().map(|draft| draft.finish(context, &ways_back, locale));
    sorted_by(findings, |a, b| {
        let harm = |finding: &Finding| (finding.severity, std::cmp::Reverse(finding.people.count));
        harm(a).cmp(&harm(b)).then_with(|| a.id.cmp(&b.id))
    })
}

/// Every finding about a situation as its rule states it, in the order of the rules.
pub(crate) fn drafts(context: &Context<'_>) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for rule in RULES {
        if rule.needs == Needs::Nothing || context.change.settled.after.is_known() {
            (rule.check)(context, &mut drafts);
        }
    }
    swallow(drafts)
}

/// Leaves out what follows from a finding that is given anyway; the cause names it.
fn swallow(mut drafts: Vec<Draft>) -> Vec<Draft> {
    let known = sorted(drafts.iter().map(|draft| (draft.rule.code, draft.subject.clone())));
    let is_known = |code: &str, subject: &Option<String>| {
        let found = known.binary_search_by(|(known, about)| (*known, about).cmp(&(code, subject)));
        found.is_ok()
    };
    let swallowers = || RULES.iter().filter(|rule| !rule.swallows.is_empty());
    drafts.retain_mut(|draft| {
        let follows = |code: &&&str| is_known(code, &draft.subject);
        draft.swallowed = draft.rule.swallows.iter().filter(follows).copied().collect();
        let mut causes = swallowers().filter(|rule| rule.swallows.contains(&draft.rule.code));
        !causes.any(|cause| is_known(cause.code, &draft.subject))
    });
    drafts
}

/// What the findings come to.
pub(crate) fn verdict(findings: &[Finding]) -> crate::model::Verdict {
    use crate::model::Verdict;
    match findings.iter().map(|finding| finding.severity).min() {
        Some(Severity::Error) => Verdict::Block,
        Some(Severity::Warning) => Verdict::Confirm,
        Some(Severity::Info) | None => Verdict::Pass,
    }
}
