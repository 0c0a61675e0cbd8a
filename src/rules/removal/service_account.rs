//! Service accounts that lose access.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "removal/service-account",
    severity: Severity::Warning,
    needs: Needs::Resolution,
    sources: &["B29", "E4"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{n} service {n|account loses|accounts lose} access, and whatever runs as {n|it|them} stops: {who}",
    ja: "サービスアカウント {n} 件がアクセスを失い、それを使う処理が止まります: {who}",
};

const HELP: Text = Text {
    en: "assign each to the application in your identity provider before saving, or move what runs as it elsewhere",
    ja: "保存する前にアイデンティティプロバイダーでアプリケーションに割り当てるか、処理を移してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let service = |person: &&PersonId| context.roster.is_service(**person);
    let people: Vec<_> = context.losers.iter().filter(service).copied().collect();
    if !people.is_empty() {
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .people(people)
                .at("/config/provisioning/mode")
                .at("/roster/directory/users"),
        );
    }
}
