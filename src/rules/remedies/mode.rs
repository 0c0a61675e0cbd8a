//! Another provisioning mode.

use serde_json::{Value, json};

use super::Proposal;
use crate::catalog::Mode;
use crate::rules::Context;
use crate::rules::edit::{ConfigEdit, MappedTo};
use crate::sorted::sorted_by;
use crate::text::{Arg, Text};
use crate::vocabulary::Word;

const MODE: &str = "/provisioning/mode";
const MAPPING: &str = "/provisioning/groupMapping";

const KEEP_MANUAL: Text = Text {
    en: "keep manual provisioning until this is ready",
    ja: "準備が整うまでプロビジョニングを手動のままにする",
};

const CHOOSE_MANUAL: Text = Text {
    en: "choose manual provisioning until this is ready",
    ja: "準備が整うまでプロビジョニングを手動にする",
};

const CHOOSE: Text = Text {
    en: "choose {mode} instead of {instead}",
    ja: "{instead} の代わりに {mode} を選ぶ",
};

const MAPPING_OFF: Text = Text {
    en: "turn group mapping off: everyone assigned is let in, and roles and seats are given by hand",
    ja: "グループマッピングをオフにする。割り当てられた全員にアクセスがあり、ロールとシートは手動で付与する",
};

const TIERS_OFF: Text = Text {
    en: "map no group to a seat tier: members keep the seats they hold",
    ja: "シートティアにグループをマップしない。メンバーは現在のシートを保持する",
};

/// Manual provisioning, where it is not that already.
pub fn manual(context: &Context<'_>) -> Option<Proposal> {
    if context.mode() == Mode::Manual {
        return None;
    }
    let was_manual = context.config.saved.as_ref().is_some_and(|it| it.mode == Mode::Manual);
    let title = if was_manual { KEEP_MANUAL } else { CHOOSE_MANUAL };
    Some(Proposal::settings(title, set_mode(Mode::Manual)))
}

/// JIT instead of SCIM.
pub fn jit(context: &Context<'_>) -> Option<Proposal> {
    instead(context, Mode::Scim, Mode::Jit)
}

/// SCIM instead of JIT, where the plan offers it.
pub fn scim(context: &Context<'_>) -> Option<Proposal> {
    let offered = context.offer.plan.offers(Mode::Scim, context.config.parent_kind());
    instead(context, Mode::Jit, Mode::Scim).filter(|_| offered)
}

fn instead(context: &Context<'_>, from: Mode, to: Mode) -> Option<Proposal> {
    let proposal = Proposal::settings(CHOOSE, set_mode(to))
        .arg("mode", Arg::Mode(to))
        .arg("instead", Arg::Mode(from));
    (context.mode() == from).then_some(proposal)
}

fn set_mode(mode: Mode) -> ConfigEdit {
    ConfigEdit::Set(MODE.to_owned(), json!(mode.word()))
}

/// No group mapping, where there is one in force.
pub fn mapping_off(context: &Context<'_>) -> Option<Proposal> {
    let off = ConfigEdit::Set(MAPPING.to_owned(), Value::Null);
    context.policy.mapped.then(|| Proposal::settings(MAPPING_OFF, off))
}

const LEAVE_OUT: Text = Text {
    en: "take the group mapping out: under manual provisioning it is ignored",
    ja: "グループマッピングを削除する。手動のプロビジョニングでは無視される",
};

const CHOOSE_ANEW: Text = Text { en: "choose {mode}", ja: "{mode} を選ぶ" };

/// A mapping that is ignored taken out, or put into force.
pub fn mapping_in_manual(context: &Context<'_>) -> Vec<Proposal> {
    let out = Proposal::settings(LEAVE_OUT, ConfigEdit::Set(MAPPING.to_owned(), Value::Null));
    let parent = context.config.parent_kind();
    let modes = [Mode::Jit, Mode::Scim].into_iter();
    let offered = modes.filter(|mode| context.offer.plan.offers(*mode, parent));
    let choose =
        |mode| Proposal::settings(CHOOSE_ANEW, set_mode(mode)).arg("mode", Arg::Mode(mode));
    [out].into_iter().chain(offered.map(choose)).collect()
}

/// No seat tier mapped, where one is.
pub fn tiers_off(context: &Context<'_>) -> Option<Proposal> {
    let off = ConfigEdit::Remove(format!("{MAPPING}/seatTiers"));
    context.policy.tiers_mapped.then(|| Proposal::settings(TIERS_OFF, off))
}

const MAP: Text = Text {
    en: "map {group}, which holds {who}, to {role}",
    ja: "{who} の属する {group} を {role} にマップする",
};

/// Maps one of the groups in which all these people are, the smallest first.
pub fn map_their_group(
    context: &Context<'_>,
    people: &[usize],
    target: MappedTo,
    most: usize,
) -> Vec<Proposal> {
    let roster = context.roster;
    let Some((first, others)) = people.split_first() else { return Vec::new() };
    let common = roster.groups_of(*first).filter(|group| {
        others.iter().all(|person| roster.groups_of(*person).any(|other| other == *group))
    });
    let sized = common.map(|group| (roster.people_in(group).count(), group));
    let sized = sorted_by(sized, |one, other| {
        one.0
            .cmp(&other.0)
            .then_with(|| roster.groups().name(one.1).cmp(roster.groups().name(other.1)))
    });
    let arg = match target {
        MappedTo::Role(role) => Arg::Role(role),
        MappedTo::Tier(tier) => Arg::Tier(tier),
    };
    let map = |(_, group)| {
        let name = roster.designation(group);
        Proposal::settings(MAP, ConfigEdit::Map(target, name.clone()))
            .arg("group", Arg::Group(name))
            .arg("role", arg.clone())
            .who(roster, people)
    };
    sized.into_iter().take(most).map(map).collect()
}
