//! A seat tier holds more people than seats of it were purchased.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "seats/oversold",
    severity: Severity::Warning,
    needs: Needs::Resolution,
    sources: &["B38"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{held} people hold a {tier} seat after the save and {purchased} {purchased|was|were} purchased",
    ja: "保存後に {tier} を {held} 人が使いますが、購入済みは {purchased} シートです",
};

const HELP: Text = Text {
    en: "buy {missing} more, correct the number of purchased seats, or move people to another seat tier",
    ja: "{missing} シートを追加購入するか、購入済みシート数を訂正するか、別のシートティアに移してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let after = &context.change.after;
    for (tier, held) in context.offer.seat_tiers.iter().zip(&after.held) {
        let Some(purchased) = context.policy.purchased(*tier) else { continue };
        if *held <= purchased {
            continue;
        }
        let people = (0..after.len()).filter(|person| after.tier(*person) == Some(*tier));
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .subject(tier.word())
                .people(people.collect())
                .arg("tier", Arg::Tier(*tier))
                .arg("held", Arg::Count(*held))
                .arg("purchased", Arg::Count(purchased))
                .arg("missing", Arg::Count(held - purchased))
                .at(format!("/config/organization/seats/{tier}")),
        );
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs::MISSING;
