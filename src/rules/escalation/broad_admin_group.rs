//! One group makes administrators of so many people that it was likely not meant.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "escalation/broad-admin-group",
    needs: Needs::Resolution,
    sources: &["B33", "B22", "E22"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{group} is mapped to {role} and makes {n} {n|person|people} administrators who are not today; it holds {holds} of the {entitled} entitled: {who}",
    ja: "{role} にマップされたグループ {group} によって、現在は管理者でない {n} 人が管理者になります。対象者 {entitled} 人のうち {holds} 人がこのグループに属しています: {who}",
};

const HELP: Text = Text {
    en: "map to {role} a group that holds only those who are to edit these settings; if this one is meant, raise broadAdminGroup or broadAdminPercent",
    ja: "この設定を編集してよい人だけのグループを {role} にマップしてください。意図した変更であれば broadAdminGroup か broadAdminPercent を引き上げます",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let (roster, policy, guards) = (context.roster, context.policy, &context.config.guards);
    let administering = Target::Role(context.offer.administering_role);
    let new = context.new_admins();
    let entitled = roster.people().filter(|person| policy.is_entitled(roster, *person)).count();
    for namings in by_group(context) {
        let mut namings = namings.into_iter().filter(|naming| naming.target == administering);
        let Some(naming) = namings.next() else { continue };
        let mut people = context.assigned_in(naming.groups);
        let holds = people.len();
        people.retain(|person| new.binary_search(person).is_ok());
        let many = people.len() >= guards.broad_admin_group as usize && !people.is_empty();
        let share = 100.0 * holds as f64 >= guards.broad_admin_percent * entitled as f64;
        if many && share {
            drafts.push(
                Draft::new(&RULE, MESSAGE, HELP)
                    .subject(naming.designation)
                    .people(people)
                    .arg("group", Arg::Group(naming.designation.to_owned()))
                    .arg("role", Arg::Role(context.offer.administering_role))
                    .arg("holds", Arg::Count(holds))
                    .arg("entitled", Arg::Count(entitled))
                    .at(naming.path),
            );
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs::MISSING;
