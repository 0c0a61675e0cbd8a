//! The actor is not a member, is only invited, or does not hold the administering role.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "plan/actor-may-not-save",
    sources: &["B14", "A4", "A5", "E22"],
    check,
    ..DEFAULT
};

const NOT_A_MEMBER: Text = Text {
    en: "{actor} is not a member of the organisation: only {role} may save these settings",
    ja: "{actor} はオーガニゼーションのメンバーではありません。この設定を保存できるのは {role} だけです",
};

const ONLY_INVITED: Text = Text {
    en: "{actor} has not accepted their invitation yet: only {role} may save these settings",
    ja: "{actor} の招待は保留中です。この設定を保存できるのは {role} だけです",
};

const WRONG_ROLE: Text = Text {
    en: "{actor} is {held}: only {role} may save these settings",
    ja: "{actor} のロールは {held} です。この設定を保存できるのは {role} だけです",
};

const INVITE: Text = Text {
    en: "have somebody who is {role} invite {actor} with that role, or save as somebody who holds it",
    ja: "{role} の人に {actor} をそのロールで招待してもらうか、そのロールを持つ人が保存してください",
};

const ACCEPT: Text = Text {
    en: "{actor} accepts the invitation from the mail and logs in first",
    ja: "先に {actor} が招待メールから承諾し、ログインしてください",
};

const GRANT: Text = Text {
    en: "have somebody who is {role} give {actor} that role, or save as somebody who holds it",
    ja: "{role} の人に {actor} へそのロールを付与してもらうか、そのロールを持つ人が保存してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let Some(actor) = context.actor() else { return };
    let (person, roster) = (context.acting_member(), context.roster);
    let held = person.map(|person| context.offer.member_role(roster.role(person)));
    let (message, help) = match (person, held) {
        (Some(person), _) if roster.is_pending(person) => (ONLY_INVITED, ACCEPT),
        (_, Some(held)) if context.offer.administers(held) => return,
        (_, Some(_)) => (WRONG_ROLE, GRANT),
        (_, None) => (NOT_A_MEMBER, INVITE),
    };
    let draft = Draft::new(&RULE, message, help)
        .arg("actor", Arg::Person(actor))
        .arg("role", Arg::Role(context.offer.administering_role))
        .at("/config/actor")
        .at("/roster/members");
    let draft = match held {
        Some(held) => draft.arg("held", Arg::Role(held)),
        None => draft,
    };
    drafts.push(draft.people(person.into_iter().collect()));
}
