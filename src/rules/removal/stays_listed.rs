//! Under JIT, members who lose access but stay on the list, with their seats.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "removal/stays-listed",
    severity: Severity::Warning,
    needs: Needs::Resolution,
    sources: &["B21", "B22", "E5"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{n} {n|member|members} can no longer log in but {n|stays|stay} listed, holding {seats} {seats|seat|seats}, until removed by hand: {who}",
    ja: "{n} 人のメンバーがログインできなくなりますが、手動で削除されるまでリストに残り、{seats} シートを占有し続けます: {who}",
};

const HELP: Text = Text {
    en: "assign whoever is to stay in your identity provider before saving; remove the others from the member list by hand to free their seats",
    ja: "残すべき人は保存前にアイデンティティプロバイダーで割り当て、それ以外の人は手動でメンバーリストから削除してシートを解放してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let people = context.losers_by(Outcome::Blocked);
    if context.mode() != Mode::Jit || people.is_empty() {
        return;
    }
    let holds = |person: &&PersonId| context.change.after.tier(**person).is_some();
    let seats = people.iter().filter(holds).count();
    drafts.push(
        Draft::new(&RULE, MESSAGE, HELP)
            .arg("seats", Arg::Count(seats))
            .people(people)
            .at("/config/provisioning/mode")
            .at("/roster/directory/users"),
    );
}
