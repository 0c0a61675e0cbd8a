//! Expectations that nothing could meet, whatever is saved.

use crate::catalog::Role;
use crate::model::config::Expectation;
use crate::roster::{PersonId, normalized};
use crate::rules::Context;
use crate::text::{Arg, Text};

const NO_ACCESS_AND_MORE: Text = Text {
    en: "the expectation asks for no access and at the same time for a role or a seat",
    ja: "期待がアクセスなしと、ロールまたはシートとを同時に求めています",
};

const NOT_OFFERED: Text = Text {
    en: "the expectation asks for {what}, which nobody can be given on this plan",
    ja: "期待が求める {what} は、このプランでは誰にも付与できません",
};

const NOBODY_ADMINISTERS: Text = Text {
    en: "if everyone were as the expectation asks, nobody could edit these settings",
    ja: "全員が期待どおりになると、この設定を編集できる人がいなくなります",
};

const LOCKS_OUT: Text = Text {
    en: "the expectation would take the role {role} from {actor}, who is about to save",
    ja: "期待どおりにすると、保存しようとしている {actor} がロール {role} を失います",
};

const TWO: Text = Text {
    en: "another expectation asks something else of {who}",
    ja: "別の期待が {who} に異なることを求めています",
};

/// Why nothing could meet the expectation at this place, if that can be told from what it asks.
pub fn contradiction(
    context: &Context<'_>,
    position: usize,
) -> Option<(Text, Vec<(&'static str, Arg)>)> {
    let (config, offer) = (context.config, context.offer);
    let expectation = config.expect.get(position)?;
    let Expectation { access, role, seat_tier, .. } = *expectation;
    if access == Some(false) && (role.is_some() || seat_tier.is_some()) {
        return Some((NO_ACCESS_AND_MORE, Vec::new()));
    }
    let strange = role.filter(|role| offer.role_rank(*role).is_none()).map(Arg::Role);
    let tier = seat_tier.filter(|tier| offer.tier_rank(*tier).is_none()).map(Arg::Tier);
    if let Some(what) = strange.or(tier) {
        return Some((NOT_OFFERED, vec![("what", what)]));
    }
    let cannot_edit = |role: Role| !offer.administers(role);
    let takes = access == Some(false) || role.is_some_and(cannot_edit);
    if takes && expectation.email.is_none() && expectation.group.is_none() {
        return Some((NOBODY_ADMINISTERS, Vec::new()));
    }
    let people = subjects(context, expectation);
    let actor = context.acting_member().map(|actor| actor.first);
    if let Some(actor) = actor.filter(|actor| takes && people.contains(actor)) {
        let actor = Arg::Person(context.roster.email(actor).to_owned());
        return Some((
            LOCKS_OUT,
            vec![("actor", actor), ("role", Arg::Role(offer.administering_role))],
        ));
    }
    let others = config.expect.iter().enumerate().filter(|(other, _)| *other != position);
    let shared = others.filter(|(_, other)| disagree(expectation, other)).find_map(|(_, other)| {
        let both = subjects(context, other);
        people.iter().copied().find(|person| both.contains(person))
    });
    shared.map(|person| (TWO, vec![("who", Arg::Person(context.roster.email(person).to_owned()))]))
}

/// Whom an expectation names by address or group. Who has access at all depends on what is saved.
fn subjects(context: &Context<'_>, expectation: &Expectation) -> Vec<PersonId> {
    if let Some(email) = &expectation.email {
        return context.roster.find(&normalized(email)).into_iter().collect();
    }
    let groups = expectation.group.iter().flat_map(|group| context.roster.groups().named(group));
    context.each_assigned_in(&groups.copied().collect::<Vec<_>>())
}

/// Whether nobody could be as both ask.
fn disagree(one: &Expectation, other: &Expectation) -> bool {
    let access = |it: &Expectation| {
        it.access.or((it.role.is_some() || it.seat_tier.is_some()).then_some(true))
    };
    differ(access(one), access(other))
        || differ(one.role, other.role)
        || differ(one.seat_tier, other.seat_tier)
}

fn differ<T: PartialEq>(one: Option<T>, other: Option<T>) -> bool {
    one.zip(other).is_some_and(|(one, other)| one != other)
}
