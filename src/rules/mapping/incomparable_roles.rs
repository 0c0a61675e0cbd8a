//! In Console, people whose groups grant `billing` and also `developer` or `claude-code-user`, and
//! not `admin`.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "mapping/incomparable-roles",
    severity: Severity::Warning,
    needs: Needs::Resolution,
    sources: &["E24", "B22"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "the groups of {n} {n|person|people} grant billing and also developer or claude-code-user, neither of which is higher: the listed order decides ({who})",
    ja: "{n} 人の所属グループが Billing と、Developer または Claude Code User の両方を付与します。高低の定義がないため一覧の順で決まります({who})",
};

const HELP: Text = Text {
    en: "leave each of them in the one group whose role they are to have, in your identity provider",
    ja: "アイデンティティプロバイダーで、付与したいロールのグループ1つだけに所属させてください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let (roster, policy) = (context.roster, context.policy);
    if context.offer.plan != Plan::Console || !policy.mapped {
        return;
    }
    let bit = |role: Role| context.offer.role_rank(role).map_or(0, |rank| 1_u8 << rank);
    let others = bit(Role::Developer) | bit(Role::ClaudeCodeUser);
    let torn = |person: &PersonId| {
        let roles = policy.grants(roster, *person).roles;
        roles & bit(Role::Billing) != 0 && roles & others != 0 && roles & bit(Role::Admin) == 0
    };
    let entitled = roster.people().filter(|person| policy.is_entitled(roster, *person));
    let people: Vec<_> = entitled.filter(torn).collect();
    if !people.is_empty() {
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .people(people)
                .at("/config/provisioning/groupMapping/roles/billing")
                .at("/roster/directory/users"),
        );
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs::MISSING;
