//! So that people can edit these settings: the administering role, and access.

use serde_json::json;

use super::{Proposal, access, emails, expected, mapping, mode};
use crate::catalog::{Product, Role};
use crate::resolve::Cohort;
use crate::roster::PersonId;
use crate::rules::Context;
use crate::rules::edit::{ConfigEdit, MappedTo, RosterEdit};
use crate::text::{Arg, Text};
use crate::vocabulary::Word;

const GRANT: Text = Text {
    en: "have another administrator give {who} the role {role} by hand",
    ja: "別の管理者が {who} に手動でロール {role} を付与する",
};

const GRANT_BY_SUPPORT: Text = Text {
    en: "ask the vendor's support to give {who} the role {role}: nobody administers today",
    ja: "現在は管理者がいないため、サポートに {who} へのロール {role} の付与を依頼する",
};

const ACCEPT: Text =
    Text { en: "have {who} accept the invitation", ja: "{who} が招待を承認する" };

const ACCEPT_AND_GRANT: Text = Text {
    en: "have {who} accept the invitation, and another administrator give them the role {role}",
    ja: "{who} が招待を承認し、別の管理者がロール {role} を付与する",
};

const ACCEPT_AND_GRANT_BY_SUPPORT: Text = Text {
    en: "have {who} accept the invitation, and ask the vendor's support to give them the role {role}: nobody administers today",
    ja: "{who} が招待を承認し、現在は管理者がいないため、サポートにロール {role} の付与を依頼する",
};

const INVITE: Text = Text {
    en: "have another administrator invite {who} with the role {role}",
    ja: "別の管理者が {who} をロール {role} で招待し、本人が承認する",
};

const INVITE_BY_SUPPORT: Text = Text {
    en: "ask the vendor's support to invite {who} with the role {role}: nobody administers today",
    ja: "現在は管理者がいないため、{who} をロール {role} で招待するようサポートに依頼し、本人が承認する",
};

const MAP_NEW: Text = Text {
    en: "map a group to {role}, for example {group}",
    ja: "{role} にグループをマップする(例: {group})",
};

/// What could be done so that these people end with access and the administering role.
pub fn administer(context: &Context<'_>, people: &[PersonId]) -> Vec<Proposal> {
    let role = context.offer.administering_role;
    let mut proposals = Vec::new();
    if context.policy.mapped {
        let by_role = |person| {
            let held = context.policy.held_role(context.roster, person);
            (held != Role::PrimaryOwner).then_some(role)
        };
        proposals.extend(mapping::misspelt(context));
        proposals.extend(access::admit(context, people, by_role));
        proposals.extend(mode::map_their_group(context, people, MappedTo::Role(role), 2));
        proposals.extend(map_new(context));
        proposals.extend(mode::mapping_off(context));
    } else {
        proposals.extend(access::admit(context, people, |_| None));
        proposals.extend(grant(context, people));
    }
    proposals.extend(access::sso_optional(context));
    proposals.extend(mode::manual(context));
    proposals
}

/// A group of a suggested name for the administering role, where none is mapped to it.
fn map_new(context: &Context<'_>) -> Option<Proposal> {
    let role = context.offer.administering_role;
    let mapping = context.config.provisioning.group_mapping.as_ref();
    let mapped = mapping.and_then(|mapping| mapping.roles.get(role.word()));
    if mapped.is_some_and(|groups| !groups.is_empty()) {
        return None;
    }
    let product = match context.offer.product {
        Product::Claude => "claude",
        Product::ClaudeConsole => "console",
    };
    let group = format!("anthropic-{product}-{role}s");
    let edit = ConfigEdit::Map(MappedTo::Role(role), group.clone());
    let proposal = Proposal::settings(MAP_NEW, edit);
    Some(proposal.arg("role", Arg::Role(role)).arg("group", Arg::Group(group)))
}

/// The administering role by hand, for members who do not hold it.
fn grant(context: &Context<'_>, people: &[PersonId]) -> Option<Proposal> {
    let (roster, role) = (context.roster, context.offer.administering_role);
    let lacks = |person: &PersonId| {
        roster.is_member(*person)
            && !context.offer.administers(context.policy.held_role(roster, *person))
    };
    let people: Vec<PersonId> = people.iter().copied().filter(lacks).collect();
    let edits = emails(roster, &people).into_iter().map(|email| RosterEdit::Role(email, role));
    let edits: Vec<RosterEdit> = edits.collect();
    (!edits.is_empty())
        .then(|| by_hand(context, GRANT, GRANT_BY_SUPPORT, edits).who(roster, &people))
}

/// What another administrator does by hand; where there is none, the vendor's support.
fn by_hand(
    context: &Context<'_>,
    title: Text,
    by_support: Text,
    edits: Vec<RosterEdit>,
) -> Proposal {
    let title = if context.admins_before.is_empty() { by_support } else { title };
    Proposal::by_hand(title, edits).arg("role", Arg::Role(context.offer.administering_role))
}

fn invite(context: &Context<'_>, email: &str) -> Proposal {
    let role = context.offer.administering_role;
    let edits = vec![RosterEdit::Invite(email.to_owned(), role, None)];
    by_hand(context, INVITE, INVITE_BY_SUPPORT, edits).arg("who", Arg::Person(email.to_owned()))
}

/// What could be done so that who is about to save may do so today.
pub fn may_save(context: &Context<'_>) -> Vec<Proposal> {
    let roster = context.roster;
    let Some(actor) = context.actor() else { return Vec::new() };
    let Some(member) = context.acting_member() else { return vec![invite(context, &actor)] };
    let person = [member.first];
    let accept = roster
        .is_pending(member.first)
        .then(|| Proposal::by_hand(ACCEPT, vec![RosterEdit::Accept(actor)]).who(roster, &person));
    accept.into_iter().chain(grant(context, &person)).collect()
}

/// What could be done so that there is an administrator afterwards.
pub fn somebody(context: &Context<'_>) -> Vec<Proposal> {
    let mut proposals: Vec<Proposal> = Vec::new();
    let mut add = |proposal: Proposal| {
        if !proposals.contains(&proposal) {
            proposals.push(proposal);
        }
    };
    for person in candidates(context) {
        administer(context, &[person]).into_iter().for_each(&mut add);
    }
    appoint(context).into_iter().for_each(add);
    proposals
}

/// How many people are thought of who might administer.
const CANDIDATES: usize = 2;

/// Members who could administer: best who is about to save, then whoever does today.
fn candidates(context: &Context<'_>) -> Vec<PersonId> {
    let roster = context.roster;
    let can = |cohort: &&Cohort| {
        roster.is_member(cohort.first)
            && !roster.is_service(cohort.first)
            && !roster.is_pending(cohort.first)
    };
    let holds = |cohort: &&Cohort| {
        context.offer.administers(context.policy.held_role(roster, cohort.first))
    };
    let cohorts = || context.change.cohorts().iter().filter(can);
    let known = context.acting_member().filter(can).into_iter().chain(cohorts().filter(holds));
    let mut candidates: Vec<PersonId> = known.chain(cohorts()).map(|it| it.first).collect();
    let mut seen = Vec::new();
    candidates.retain(|person| {
        let new = !seen.contains(person);
        seen.push(*person);
        new
    });
    candidates.truncate(CANDIDATES);
    candidates
}

/// Somebody who was invited accepts, with the role if they lack it; where no member could
/// administer, somebody of the directory is invited, or put into the group that gives the role.
fn appoint(context: &Context<'_>) -> Vec<Proposal> {
    let (roster, role) = (context.roster, context.offer.administering_role);
    let held = |person| context.policy.held_role(roster, person);
    let mut invited: Vec<PersonId> = context
        .change
        .members()
        .filter(|it| roster.is_pending(it.first) && !roster.is_service(it.first))
        .map(|cohort| cohort.first)
        .collect();
    invited.sort_by_key(|person| (!context.offer.administers(held(*person)), *person));
    let accept = invited.first().map(|person| {
        let email = roster.email(*person).to_owned();
        let mut edits = vec![RosterEdit::Accept(email.clone())];
        let proposal = if context.offer.administers(held(*person)) || context.policy.mapped {
            Proposal::by_hand(ACCEPT, edits)
        } else {
            edits.push(RosterEdit::Role(email, role));
            by_hand(context, ACCEPT_AND_GRANT, ACCEPT_AND_GRANT_BY_SUPPORT, edits)
        };
        proposal.who(roster, &[*person])
    });
    let mut proposals: Vec<Proposal> = accept.into_iter().collect();
    if candidates(context).is_empty() {
        let outside = |cohort: &&Cohort| !roster.is_member(cohort.first);
        let mut others: Vec<&Cohort> = context.change.cohorts().iter().filter(outside).collect();
        others.sort_by_key(|cohort| (!roster.is_assigned(cohort.first), cohort.first));
        if let Some(first) = others.first().map(|cohort| cohort.first) {
            proposals.push(invite(context, roster.email(first)));
            if context.policy.mapped {
                proposals.extend(administer(context, &[first]));
            }
        }
    }
    proposals
}

const TAKE_OUT: Text = Text {
    en: "in the identity provider, take {who} out of {group}",
    ja: "アイデンティティプロバイダーで {who} を {group} から外す",
};

const UNMAP: Text =
    Text { en: "no longer map {group} to {role}", ja: "{group} を {role} にマップしない" };

const MAP_LOWER: Text = Text {
    en: "map {group} to {lower} instead of {role}",
    ja: "{group} を {role} ではなく {lower} にマップする",
};

/// What could be done so that these people do not get the administering role by any group.
pub fn take_out(context: &Context<'_>, people: &[PersonId]) -> Option<Proposal> {
    let rank = context.offer.role_rank(context.offer.administering_role)?;
    let gives = |group| context.policy.group_grants(group).roles & 1 << rank != 0;
    expected::take_out(context, people, gives)
}

/// What could be done so that a group gives these people no administering role.
pub fn narrow(context: &Context<'_>, designation: &str, people: &[PersonId]) -> Vec<Proposal> {
    let (roster, role) = (context.roster, context.offer.administering_role);
    let names = mapping::names(context, designation);
    let group = || Arg::Group(designation.to_owned());
    let unmap = ConfigEdit::Unmap(MappedTo::Role(role), names);
    let mut proposals = vec![
        Proposal::settings(UNMAP, unmap.clone()).arg("group", group()).arg("role", Arg::Role(role)),
    ];
    if let Some(lower) = context.offer.roles.last() {
        let mut lowered = Proposal::settings(MAP_LOWER, unmap)
            .arg("group", group())
            .arg("role", Arg::Role(role))
            .arg("lower", Arg::Role(*lower));
        lowered.edits.push(super::Edit::Config(ConfigEdit::Map(
            MappedTo::Role(*lower),
            designation.to_owned(),
        )));
        proposals.push(lowered);
    }
    if !people.is_empty() {
        let leave = RosterEdit::Leave(roster.whom(people), designation.to_owned());
        proposals.push(
            Proposal::identity_provider(TAKE_OUT, vec![leave])
                .arg("group", group())
                .who(roster, people),
        );
    }
    proposals
}

const BUY: Text = Text {
    en: "buy {n} more {tier} {n|seat|seats}",
    ja: "{tier} のシートをあと {n} 席購入する",
};

/// The seats that are missing, a purchase for each tier and one of all.
pub fn buy(context: &Context<'_>, missing: &[(crate::catalog::SeatTier, usize)]) -> Vec<Proposal> {
    use crate::model::repair::Where;
    let buy = |(tier, n): &(crate::catalog::SeatTier, usize)| {
        let purchased = context.policy.purchased(*tier)?;
        let seats = format!("/organization/seats/{}", tier.word());
        let edit = ConfigEdit::Set(seats, json!(purchased + n));
        let proposal = Proposal::elsewhere(Where::Billing, BUY, edit);
        Some(proposal.arg("n", Arg::Count(*n)).arg("tier", Arg::Tier(*tier)))
    };
    missing.iter().filter_map(buy).collect()
}
