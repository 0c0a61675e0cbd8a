//! So many members lose access or are demoted that it is likely a mistake.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "removal/mass-loss",
    needs: Needs::Resolution,
    sources: &["B29", "E4"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{n} of {members} {members|member|members} with access lose it or are demoted: {lost} lose access, {demoted} {demoted|is|are} demoted ({who})",
    ja: "アクセスのあるメンバー {members} 人のうち {n} 人がアクセスを失うか降格されます。喪失 {lost} 人、降格 {demoted} 人({who})",
};

const HELP: Text = Text {
    en: "do not save yet: assign these people, and put them into mapped groups, in your identity provider first; if the loss is meant, raise the guards maxLoss and maxLossPercent",
    ja: "まだ保存しないでください。先にアイデンティティプロバイダーで割り当てとグループを整えます。意図した変更であれば maxLoss と maxLossPercent を引き上げてください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let guards = &context.config.guards;
    let members = context.members_with_access();
    let (lost, demoted) = (context.losers.len(), context.demoted.len());
    let loss = lost + demoted;
    let share = 100.0 * loss as f64;
    let too_many = loss >= guards.max_loss as usize
        || (loss >= guards.max_loss_floor as usize
            && share > guards.max_loss_percent * members as f64)
        || (loss >= 2 && 2 * loss > members);
    if loss == 0 || !too_many {
        return;
    }
    let mut people = [context.losers.as_slice(), context.demoted.as_slice()].concat();
    people.sort_unstable();
    drafts.push(
        Draft::new(&RULE, MESSAGE, HELP)
            .people(people)
            .arg("members", Arg::Count(members))
            .arg("lost", Arg::Count(lost))
            .arg("demoted", Arg::Count(demoted))
            .at("/config/provisioning")
            .at("/roster/directory/users"),
    );
}
