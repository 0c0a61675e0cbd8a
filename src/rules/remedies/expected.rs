//! So that an expectation holds.

use super::{Edit, Proposal, access, emails, mode};
use crate::catalog::{Role, SeatTier};
use crate::model::config::Expectation;
use crate::roster::{GroupId, PersonId};
use crate::rules::Context;
use crate::rules::edit::{MappedTo, RosterEdit};
use crate::text::{Arg, Text};
use crate::vocabulary::Word;

const TAKE_OFF: Text = Text {
    en: "in the identity provider, take {who} off the application",
    ja: "アイデンティティプロバイダーで {who} のアプリケーションへの割り当てを外す",
};

const TAKE_OUT: Text = Text {
    en: "in the identity provider, take {who} out of {groups}",
    ja: "アイデンティティプロバイダーで {who} を {groups} から外す",
};

const DISMISS: Text = Text {
    en: "have an administrator remove {who} from the member list by hand",
    ja: "管理者が {who} をメンバー一覧から手動で削除する",
};

const INVITE: Text = Text {
    en: "have an administrator invite {who} by hand, as {what}",
    ja: "管理者が {who} を手動で {what} として招待し、本人が承認する",
};

const MOVE: Text = Text {
    en: "in the identity provider, see that {who} {n|is|are} assigned and in {groups}",
    ja: "アイデンティティプロバイダーで {who} を割り当て、{groups} に追加する",
};

const MOVE_AND_TAKE_OUT: Text = Text {
    en: "in the identity provider, see that {who} {n|is|are} assigned and in {groups}, and not in {left}",
    ja: "アイデンティティプロバイダーで {who} を割り当てて {groups} に追加し、{left} から外す",
};

const ASSIGN_AND_TAKE_OUT: Text = Text {
    en: "in the identity provider, see that {who} {n|is|are} assigned, and not in {left}",
    ja: "アイデンティティプロバイダーで {who} を割り当て、{left} から外す",
};

const BY_HAND: Text = Text {
    en: "have an administrator give {who} {what} by hand",
    ja: "管理者が {who} に手動で {what} を付与する",
};

/// What could be done so that an expectation holds of people of whom it does not.
pub fn meet(
    context: &Context<'_>,
    expectation: &Expectation,
    people: &[PersonId],
) -> Vec<Proposal> {
    if expectation.access == Some(false) {
        return keep_out(context, people);
    }
    let mut proposals = Vec::new();
    if context.policy.mapped {
        proposals.extend(regroup(context, expectation, people));
        let role = expectation.role.map(MappedTo::Role);
        let tier = expectation.seat_tier.map(MappedTo::Tier);
        for target in role.into_iter().chain(tier) {
            proposals.extend(mode::map_their_group(context, people, target, 1));
        }
        proposals.extend(mode::tiers_off(context).filter(|_| tier.is_some()));
    } else {
        proposals.extend(access::admit(context, people, |_| None));
        proposals.extend(by_hand(context, expectation, people));
        proposals.extend(invite(context, expectation, people));
    }
    proposals.extend(mode::mapping_off(context));
    proposals.extend(access::sso_optional(context));
    proposals.extend(mode::jit(context));
    proposals.extend(mode::scim(context));
    proposals.extend(mode::manual(context));
    proposals
}

fn keep_out(context: &Context<'_>, people: &[PersonId]) -> Vec<Proposal> {
    let roster = context.roster;
    let assigned: Vec<PersonId> =
        people.iter().copied().filter(|person| roster.is_assigned(*person)).collect();
    let mut proposals = Vec::new();
    if access::can_assign(context) && !assigned.is_empty() {
        let edits = vec![RosterEdit::Unassign(roster.whom(&assigned))];
        proposals.push(Proposal::identity_provider(TAKE_OFF, edits).who(roster, &assigned));
    }
    if context.policy.mapped {
        let entitling = |group| context.policy.entitles(context.policy.group_grants(group));
        proposals.extend(take_out(context, people, entitling));
    }
    proposals.extend(mode::scim(context));
    proposals.extend(mode::manual(context));
    let members = people.iter().copied().filter(|person| roster.is_member(*person));
    let members: Vec<PersonId> = members.collect();
    if !members.is_empty() {
        let edits = vec![RosterEdit::Dismiss(roster.whom(&members))];
        proposals.push(Proposal::by_hand(DISMISS, edits).who(roster, &members));
    }
    proposals
}

/// Everything in the identity provider that gives people a role and a seat, and nothing higher.
fn regroup(
    context: &Context<'_>,
    expectation: &Expectation,
    people: &[PersonId],
) -> Option<Proposal> {
    let (roster, policy, offer) = (context.roster, context.policy, context.offer);
    let mut edits: Vec<Edit> = Vec::new();
    let (mut groups, mut left): (Vec<Arg>, Vec<Arg>) = (Vec::new(), Vec::new());
    let admitted = access::admit(context, people, |_| expectation.role);
    for admitted in admitted.iter().cloned() {
        edits.extend(admitted.edits);
        groups.extend(admitted.args.into_iter().flat_map(|arg| match arg {
            ("groups", Arg::List(joined)) => joined,
            _ => Vec::new(),
        }));
    }
    let is_assigned = !edits.iter().any(|it| matches!(it, Edit::Roster(RosterEdit::Assign(_))));
    let mut leave = |above: &dyn Fn(GroupId) -> bool| {
        let Some((leaving, from)) = leaving(context, people, above) else { return };
        edits.extend(leaving.into_iter().map(Edit::Roster));
        let Arg::List(from) = from else { return };
        let new: Vec<Arg> = from.into_iter().filter(|group| !left.contains(group)).collect();
        left.extend(new);
    };
    if let Some(rank) = expectation.role.and_then(|role| offer.role_rank(role)) {
        leave(&|group| policy.group_grants(group).roles & ((1 << rank) - 1) != 0);
    }
    if let Some(tier) = expectation.seat_tier {
        let rank = offer.tier_rank(tier)?;
        leave(&|group| policy.group_grants(group).tiers & ((1 << rank) - 1) != 0);
        let mapping = context.config.provisioning.group_mapping.as_ref()?;
        if let Some(group) = access::usable(context, mapping.seat_tiers.get(tier.word())?) {
            edits.push(Edit::Roster(RosterEdit::Join(roster.whom(people), group.clone())));
            groups.push(access::named(context, &group));
        }
    } else if left.is_empty() {
        return admitted;
    }
    let (title, groups) = match (groups.is_empty(), left.is_empty()) {
        (true, true) => return None,
        (true, false) if is_assigned => (TAKE_OUT, left.clone()),
        (true, false) => (ASSIGN_AND_TAKE_OUT, groups),
        (false, true) => (MOVE, groups),
        (false, false) => (MOVE_AND_TAKE_OUT, groups),
    };
    let mut proposal = Proposal::identity_provider(title, Vec::new());
    proposal.edits = edits;
    let proposal = proposal.arg("groups", Arg::List(groups)).arg("left", Arg::List(left));
    Some(proposal.who(roster, people).arg("n", Arg::Count(people.len())))
}

/// The people taken out of those of their groups of which this holds, in the identity provider.
pub fn take_out(
    context: &Context<'_>,
    people: &[PersonId],
    holds: impl Fn(GroupId) -> bool,
) -> Option<Proposal> {
    let (edits, groups) = leaving(context, people, holds)?;
    let proposal = Proposal::identity_provider(TAKE_OUT, edits).arg("groups", groups);
    Some(proposal.who(context.roster, people))
}

/// Nobody follows an instruction that names more groups than these.
const MOST_GROUPS: usize = 100;

/// The people taken out of those of their groups of which this holds.
fn leaving(
    context: &Context<'_>,
    people: &[PersonId],
    holds: impl Fn(GroupId) -> bool,
) -> Option<(Vec<RosterEdit>, Arg)> {
    let roster = context.roster;
    let mut left: Vec<(GroupId, Vec<PersonId>)> = Vec::new();
    for person in people {
        for group in roster.groups_of(*person).filter(|group| holds(*group)) {
            let is_new = left.iter().all(|(known, _)| *known != group);
            if is_new && left.len() == MOST_GROUPS {
                return None;
            }
            match left.iter_mut().find(|(known, _)| *known == group) {
                Some((_, people)) => people.push(*person),
                None => left.push((group, vec![*person])),
            }
        }
    }
    let names = || left.iter().map(|(group, _)| roster.designation(*group));
    let groups = Arg::List(names().map(Arg::Group).collect());
    let edits = names().zip(&left);
    let edits = edits.map(|(name, (_, people))| RosterEdit::Leave(roster.whom(people), name));
    (!left.is_empty()).then(|| (edits.collect(), groups))
}

/// Whoever is no member becomes one by hand.
fn invite(
    context: &Context<'_>,
    expectation: &Expectation,
    people: &[PersonId],
) -> Option<Proposal> {
    let (roster, offer) = (context.roster, context.offer);
    let role = expectation.role.unwrap_or(Role::User);
    let can_give = offer.role_rank(role).is_some();
    let others = people.iter().copied().filter(|person| can_give && !roster.is_member(*person));
    let others: Vec<PersonId> = others.collect();
    let tier = expectation.seat_tier.filter(|tier| offer.tier_rank(*tier).is_some());
    let invite = |email| RosterEdit::Invite(email, role, tier);
    let edits: Vec<RosterEdit> = emails(roster, &others).into_iter().map(invite).collect();
    let what = [Arg::Role(role)].into_iter().chain(tier.map(Arg::Tier)).collect();
    (!edits.is_empty())
        .then(|| Proposal::by_hand(INVITE, edits).arg("what", Arg::List(what)).who(roster, &others))
}

fn by_hand(
    context: &Context<'_>,
    expectation: &Expectation,
    people: &[PersonId],
) -> Option<Proposal> {
    let (roster, policy, offer) = (context.roster, context.policy, context.offer);
    let role =
        expectation.role.filter(|role| *role == Role::User || offer.role_rank(*role).is_some());
    let tier = expectation.seat_tier.filter(|tier| offer.tier_rank(*tier).is_some());
    let lacks_role = |person| role.filter(|role| policy.held_role(roster, person) != *role);
    let lacks_tier = |person| tier.filter(|tier| policy.held_tier(roster, person) != Some(*tier));
    let mut edits = Vec::new();
    let members = people.iter().copied().filter(|person| roster.is_member(*person));
    let members: Vec<PersonId> = members
        .filter(|person| policy.held_role(roster, *person) != Role::PrimaryOwner || role.is_none())
        .filter(|person| lacks_role(*person).is_some() || lacks_tier(*person).is_some())
        .collect();
    for person in &members {
        let email = roster.email(*person);
        edits.extend(lacks_role(*person).map(|role| RosterEdit::Role(email.to_owned(), role)));
        edits.extend(
            lacks_tier(*person).map(|tier: SeatTier| RosterEdit::Seat(email.to_owned(), tier)),
        );
    }
    let what = role.map(Arg::Role).into_iter().chain(tier.map(Arg::Tier)).collect();
    (!edits.is_empty()).then(|| {
        Proposal::by_hand(BY_HAND, edits).arg("what", Arg::List(what)).who(roster, &members)
    })
}
