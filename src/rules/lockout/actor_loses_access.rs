//! The actor is a member and ends removed or blocked.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "lockout/actor-loses-access",
    needs: Needs::Resolution,
    sources: &["B29", "B33", "B40", "E3"],
    carries_ways_back: true,
    check,
    ..DEFAULT
};

const REMOVED: Text = Text {
    en: "{actor}, who is about to save, is removed from the organisation",
    ja: "保存しようとしている {actor} がオーガニゼーションから削除されます",
};

const BLOCKED: Text = Text {
    en: "{actor}, who is about to save, can no longer log in",
    ja: "保存しようとしている {actor} がログインできなくなります",
};

const ASSIGN: Text = Text {
    en: "assign {actor} to the application in your identity provider before saving",
    ja: "保存する前に、アイデンティティプロバイダーで {actor} をアプリケーションに割り当ててください",
};

const ADD_TO_GROUP: Text = Text {
    en: "add {actor} to a group mapped to {role} in your identity provider, assigned to the application, before saving",
    ja: "保存する前に、アイデンティティプロバイダーで {actor} をアプリケーションに割り当て、{role} にマップされたグループに追加してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let Some(actor) = context.acting_member() else { return };
    let message = match context.change.after.outcome(actor) {
        Outcome::Removed => REMOVED,
        Outcome::Blocked => BLOCKED,
        _ => return,
    };
    let help = if context.policy.mapped { ADD_TO_GROUP } else { ASSIGN };
    let mut draft = Draft::new(&RULE, message, help)
        .people(vec![actor])
        .arg("actor", Arg::Person(context.roster.email(actor).to_owned()))
        .arg("role", Arg::Role(context.offer.administering_role))
        .at("/config/provisioning/mode");
    if context.policy.mapped {
        draft = draft.at(context.administering_groups());
    }
    drafts.push(draft.at("/roster/directory/users"));
}
