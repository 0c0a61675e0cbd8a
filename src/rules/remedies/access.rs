//! So that people have access: assigned, and in groups that entitle.

use serde_json::json;

use super::{Proposal, emails, mapping, mode};
use crate::catalog::{Mode, Role};
use crate::model::readings::UnmappedMember;
use crate::roster::{Assignment, GroupId, PersonId, Roster};
use crate::rules::Context;
use crate::rules::edit::{ConfigEdit, MappedTo, RosterEdit};
use crate::sorted::different;
use crate::text::{Arg, Text};
use crate::vocabulary::Word;

const ASSIGN: Text = Text {
    en: "in the identity provider, assign {who} to the application",
    ja: "アイデンティティプロバイダーで {who} をアプリケーションに割り当てる",
};

const JOIN: Text = Text {
    en: "in the identity provider, add {who} to {groups}",
    ja: "アイデンティティプロバイダーで {who} を {groups} に追加する",
};

const ASSIGN_AND_JOIN: Text = Text {
    en: "in the identity provider, assign {who} to the application and add them to {groups}",
    ja: "アイデンティティプロバイダーで {who} をアプリケーションに割り当て、{groups} に追加する",
};

const AND_ACTIVATE: Text = Text {
    en: "{what}, and activate {inactive} there: {n|the account is|the accounts are} not active",
    ja: "{what}。あわせて、無効になっている {inactive} を有効にする",
};

const TO_CREATE: Text = Text { en: "{group} (create it first)", ja: "{group}(先に作成する)" };

const SSO_OPTIONAL: Text = Text {
    en: "do not require SSO until everyone is assigned",
    ja: "全員の割り当てが済むまでSSOを必須にしない",
};

/// What could be done so that these people have access, with the roles they hold.
pub fn let_in(context: &Context<'_>, people: &[PersonId]) -> Vec<Proposal> {
    let mut proposals = mapping::misspelt(context);
    proposals.extend(admit(context, people, |_| None));
    let role_of = |person: &PersonId| context.policy.held_role(context.roster, *person);
    let outside: Vec<PersonId> =
        people.iter().copied().filter(|person| !is_in_role_group(context, *person)).collect();
    if context.policy.mapped && !outside.is_empty() {
        let mut roles = outside.iter().map(role_of);
        let first = roles
            .next()
            .filter(|first| roles.all(|role| role == *first) && !context.offer.administers(*first));
        let role = first.or(context.offer.roles.last().copied());
        let role = role.map(MappedTo::Role);
        proposals.extend(
            role.into_iter().flat_map(|role| mode::map_their_group(context, &outside, role, 1)),
        );
    }
    proposals.extend(mode::mapping_off(context));
    proposals.extend(sso_optional(context));
    proposals.extend(mode::manual(context));
    proposals
}

/// Assigns people and puts them into groups that entitle, all in the identity provider. `role_for`:
/// the role that somebody is to get, where it is not the one they hold.
pub fn admit(
    context: &Context<'_>,
    people: &[PersonId],
    role_for: impl Fn(PersonId) -> Option<Role>,
) -> Option<Proposal> {
    if !can_assign(context) {
        return None;
    }
    let (roster, policy) = (context.roster, context.policy);
    let unassigned = people.iter().copied().filter(|person| !roster.is_assigned(*person));
    let mut needs = Needs { unassigned: unassigned.collect(), joins: Vec::new() };
    // Thousands may need one and the same group.
    let mut groups = Vec::new();
    for person in people {
        let wanted = role_for(*person);
        let granted = wanted.map_or_else(
            || is_in_role_group(context, *person),
            |role| policy.grants_role(roster, *person, role),
        );
        if policy.mapped && !granted && !policy.is_exempt(roster, *person) {
            let role = wanted.unwrap_or_else(|| policy.held_role(roster, *person));
            let key = (role, wanted.is_some());
            let known = groups.iter().find(|(known, _)| *known == key);
            let group = known.map(|(_, group): &(_, Option<String>)| group.clone());
            let group = group.unwrap_or_else(|| {
                let group = role_group(context, role, key.1);
                groups.push((key, group.clone()));
                group
            });
            needs.join(group?, *person);
        }
        if policy.removes_without_tier(roster, *person) {
            needs.join(tier_group(context, *person)?, *person);
        }
    }
    needs.proposal(context)
}

/// What people need in the identity provider.
struct Needs {
    unassigned: Vec<PersonId>,
    /// The groups to join, each with who is to.
    joins: Vec<(String, Vec<PersonId>)>,
}

impl Needs {
    fn join(&mut self, group: String, person: PersonId) {
        match self.joins.iter_mut().find(|(known, _)| *known == group) {
            Some((_, people)) => people.push(person),
            None => self.joins.push((group, vec![person])),
        }
    }

    /// All of it in one instruction; none where nothing is needed.
    fn proposal(self, context: &Context<'_>) -> Option<Proposal> {
        let roster = context.roster;
        let title = match (self.unassigned.is_empty(), self.joins.is_empty()) {
            (true, true) => return None,
            (false, true) => ASSIGN,
            (true, false) => JOIN,
            (false, false) => ASSIGN_AND_JOIN,
        };
        let mut edits = Vec::new();
        if !self.unassigned.is_empty() {
            edits.push(RosterEdit::Assign(roster.whom(&self.unassigned)));
        }
        let join = |(group, people): &(String, Vec<PersonId>)| {
            RosterEdit::Join(roster.whom(people), group.clone())
        };
        edits.extend(self.joins.iter().map(join));
        let groups = self.joins.iter().map(|(group, _)| named(context, group)).collect();
        let joining = self.joins.into_iter().flat_map(|(_, people)| people);
        let whom = different(self.unassigned.into_iter().chain(joining).collect());
        let is_inactive =
            |person: &PersonId| roster.profile(*person).user.is_some_and(|user| !user.active);
        let inactive: Vec<PersonId> = whom.iter().copied().filter(is_inactive).collect();
        let proposal = Proposal::identity_provider(title, edits).arg("groups", Arg::List(groups));
        Some(and_activate(roster, proposal.who(roster, &whom), &inactive))
    }
}

/// Whose account is not active may have left: that is said.
fn and_activate(roster: &Roster, proposal: Proposal, inactive: &[PersonId]) -> Proposal {
    if inactive.is_empty() {
        return proposal;
    }
    let what = Arg::Phrase(proposal.title, proposal.args.clone());
    let emails = emails(roster, inactive);
    let proposal = proposal.arg("what", what).arg("n", Arg::Count(emails.len()));
    let proposal = proposal.arg("inactive", Arg::people(emails, inactive.len()));
    Proposal { title: AND_ACTIVATE, ..proposal }
}

/// A group as an instruction names it: by its name where that is its own, and one that the
/// directory lacks is created first.
pub fn named(context: &Context<'_>, group: &str) -> Arg {
    match context.roster.groups().named(group) {
        [] => Arg::Phrase(TO_CREATE, vec![("group", Arg::Group(group.to_owned()))]),
        [known] => Arg::Group(context.roster.designation(*known)),
        _ => Arg::Group(group.to_owned()),
    }
}

/// Whether the directory says who is assigned, so that somebody can be.
pub fn can_assign(context: &Context<'_>) -> bool {
    let directory = context.roster.directory();
    directory.is_some_and(|directory| directory.assignment != Assignment::Unknown)
}

fn is_in_role_group(context: &Context<'_>, person: PersonId) -> bool {
    let falls_to_user = context.roster.is_member(person)
        && context.policy.readings.unmapped_member == UnmappedMember::FallsToUser;
    falls_to_user || context.policy.entitles(context.policy.grants(context.roster, person))
}

/// A group to put somebody into for a role: mapped to it, else to the next lower role and then to
/// the next higher one that does not administer. `exactly`: no other role will do.
pub fn role_group(context: &Context<'_>, role: Role, exactly: bool) -> Option<String> {
    let rank = context.offer.role_rank(role);
    let roles = context.offer.roles;
    let (higher, lower) = roles.split_at(rank.unwrap_or_default());
    let others = |role: &&Role| !context.offer.administers(**role);
    let by_choice = lower.iter().chain(higher.iter().rev().filter(others));
    let mut by_choice = by_choice.take(if exactly { 1 } else { usize::MAX });
    by_choice.find_map(|role| {
        let mapping = context.config.provisioning.group_mapping.as_ref()?;
        usable(context, mapping.roles.get(role.word())?)
    })
}

/// A group to put somebody into for the seat tier that they hold, else for the lowest mapped.
fn tier_group(context: &Context<'_>, person: PersonId) -> Option<String> {
    let mapping = context.config.provisioning.group_mapping.as_ref()?;
    let held = context.policy.held_tier(context.roster, person);
    let tiers = held.into_iter().chain(context.offer.seat_tiers.iter().rev().copied());
    let mut groups = tiers.filter_map(|tier| mapping.seat_tiers.get(tier.word()));
    groups.find_map(|groups| usable(context, groups))
}

/// Of so many groups that the directory lacks, the first that is not misspelt is created.
const MOST_TO_CREATE: usize = 20;

/// Of groups, the first that people can be put into: the directory has it, or it is yet to come.
pub fn usable(context: &Context<'_>, groups: &[String]) -> Option<String> {
    let bearers = |group: &&String| context.roster.groups().named(group).len();
    let known = groups.iter().find(|group| bearers(group) == 1);
    // One that is only misspelt is not to be created. Where many are unknown, the first few will do.
    let is_new = |group: &&String| bearers(group) == 0 && mapping::meant(context, group).is_none();
    known.or_else(|| groups.iter().take(MOST_TO_CREATE).find(is_new)).cloned()
}

/// SSO that is not required, where it shuts people out.
pub fn sso_optional(context: &Context<'_>) -> Option<Proposal> {
    let required = context.policy.sso_required && context.mode() != Mode::Scim;
    let edit = ConfigEdit::Set("/parent/sso/required".to_owned(), json!(false));
    required.then(|| Proposal::settings(SSO_OPTIONAL, edit))
}

const DIRECTLY: Text = Text {
    en: "in the identity provider, put the {n} people of {nested} directly into {group}",
    ja: "アイデンティティプロバイダーで {nested} の {n} 人を {group} に直接追加する",
};

/// The people of groups that are in a group put directly into it; of several that bear the name,
/// into each its own.
pub fn put_directly(context: &Context<'_>, group: &str) -> Option<Proposal> {
    let roster = context.roster;
    let groups = roster.groups();
    let (mut edits, mut nested, mut moved) = (Vec::new(), Vec::new(), Vec::new());
    let has_groups = |own: &&GroupId| !groups.nested_in(**own).is_empty();
    for own in groups.named(group).iter().filter(has_groups) {
        let name = roster.designation(*own);
        // Of groups that share their only designation nobody could say which is meant.
        if groups.named(&name) != [*own] {
            return None;
        }
        let inner = groups.nested_in(*own);
        let people = inner.iter().flat_map(|nested| groups.named(nested));
        let people = people.flat_map(|inner| roster.people_in(*inner)).collect();
        let people = different(people);
        edits.push(RosterEdit::Unnest(name.clone()));
        if !people.is_empty() {
            edits.push(RosterEdit::Join(roster.whom(&people), name));
        }
        nested.extend(inner.iter().cloned().map(Arg::Group));
        moved.extend(people);
    }
    if edits.is_empty() {
        return None;
    }
    let proposal = Proposal::identity_provider(DIRECTLY, edits);
    let proposal = proposal.arg("n", Arg::Count(different(moved).len()));
    let proposal = proposal.arg("nested", Arg::List(nested));
    Some(proposal.arg("group", Arg::Group(group.to_owned())))
}

const ASSIGN_GROUPS: Text = Text {
    en: "in the identity provider, assign the mapped groups to the application, and nobody else",
    ja: "アイデンティティプロバイダーで、マップされたグループだけをアプリケーションに割り当てる",
};

const ASSIGN_LISTED: Text = Text {
    en: "in the identity provider, assign all {n} people of the directory to the application",
    ja: "アイデンティティプロバイダーで、ディレクトリの {n} 人全員をアプリケーションに割り当てる",
};

/// The groups that the mapping names assigned, where it is not said who is.
pub fn assign_mapped_groups(context: &Context<'_>) -> Option<Proposal> {
    let groups = context.mapped_groups().iter().filter_map(|namings| namings.first());
    let groups = groups.filter(|naming| !naming.groups.is_empty());
    let groups: Vec<String> = groups.map(|naming| naming.designation.to_owned()).collect();
    let is_unsaid = context.roster.directory().is_some() && !can_assign(context);
    (is_unsaid && !groups.is_empty())
        .then(|| Proposal::identity_provider(ASSIGN_GROUPS, vec![RosterEdit::AssignGroups(groups)]))
}

/// Everyone listed assigned, where it is not said who is.
pub fn assign_everyone(context: &Context<'_>) -> Option<Proposal> {
    let roster = context.roster;
    let is_unsaid = roster.directory().is_some() && !can_assign(context);
    let listed = roster.people().filter(|person| roster.is_in_directory(*person)).count();
    is_unsaid.then(|| {
        Proposal::identity_provider(ASSIGN_LISTED, vec![RosterEdit::AssignListed])
            .arg("n", Arg::Count(listed))
    })
}
