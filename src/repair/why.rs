//! Why nothing was found that leaves no error.

use std::cell::Cell;

use super::contradiction::contradiction;
use super::proof::{Proof, title};
use super::world::{Found, World};
use crate::input::Options;
use crate::model::repair::{Unrepaired, Where};
use crate::rules::Proposal;
use crate::rules::remedies::mapping::may_correct;
use crate::text::{Arg, Text, plain};

const NOTHING: Text = Text {
    en: "nothing is known that would mend it by the means allowed ({means})",
    ja: "許可された手段({means})でこれを解消する方法は知られていません",
};

const CALLERS: Text = Text {
    en: "what guards, expectations, the actor and the readings are to be is for whoever asks to say: correct it there",
    ja: "guards、expect、actor、assumptions の内容は呼び出し側が決めるものです。そこで訂正してください",
};

const NO_MEANS: Text =
    Text { en: "no means is allowed", ja: "許可された手段がありません" };

const NONE_CLEARS: Text = Text {
    en: "none of the {n} {n|change|changes} that might mend it does: the nearest is to {fix}",
    ja: "これを解消しうる {n} 件の変更のいずれでも解消されません。最も近いのは「{fix}」です",
};

const NOT_TOGETHER: Text = Text {
    en: "by itself it could be mended ({fix}), but not together with the other errors",
    ja: "単独では解消できますが({fix})、ほかのエラーと同時には解消できません",
};

const BOUND: Text = Text {
    en: "by itself it could be mended ({fix}); the search for everything together ended at its bound",
    ja: "単独では解消できます({fix})。全体を解消する組み合わせの探索は上限で終了しました",
};

const TOO_MANY: Text = Text {
    en: "there are more errors than one search looks into: mend the others first",
    ja: "エラーが多く、1回の探索では調べきれません。先にほかのエラーを解消してください",
};

/// For every error, why it is left.
pub fn why(world: &World, found: &Found, options: &Options, exhausted: bool) -> Vec<Unrepaired> {
    let (means, locale) = (&options.means, options.locale);
    let context = world.context();
    let left = Cell::new(options.limits.repair_checks);
    let reason = |(id, draft): &(String, crate::rules::Draft)| {
        let unrepaired = |message| Unrepaired { finding: id.clone(), code: draft.code(), message };
        let position = draft.place().and_then(|position| position.parse().ok());
        if left.get() == 0 {
            return unrepaired(plain(&TOO_MANY.parts(locale, &[])));
        }
        left.set(left.get().saturating_sub(1));
        let expected = position.filter(|_| draft.code() == "expect/not-met");
        if let Some((text, args)) = expected.and_then(|it| contradiction(&context, it)) {
            return unrepaired(plain(&text.parts(locale, &args)));
        }
        if means.is_empty() {
            return unrepaired(plain(&NO_MEANS.parts(locale, &[])));
        }
        if draft.code() == "input/unknown-value" && !draft.config_paths().all(may_correct) {
            return unrepaired(plain(&CALLERS.parts(locale, &[])));
        }
        let mut proposals: Vec<Proposal> = draft.proposals(&context);
        proposals.retain(|proposal| means.contains(&proposal.place));
        let clears = |proposal: &&Proposal| {
            left.set(left.get().saturating_sub(1));
            Proof::of(world, proposal).is_some_and(|proof| !proof.found.ids.contains(id))
        };
        let clearing = proposals.iter().find(clears);
        let (text, fix) = match (proposals.first(), clearing) {
            (None, _) => (NOTHING, None),
            (Some(nearest), None) => (NONE_CLEARS, Some(nearest)),
            (_, Some(fix)) if exhausted => (NOT_TOGETHER, Some(fix)),
            (_, Some(fix)) => (BOUND, Some(fix)),
        };
        let fix = fix.map(|fix| title(fix, locale)).unwrap_or_default();
        let words: Vec<String> = means.iter().map(Where::to_string).collect();
        let args = [
            ("means", Arg::Words(words)),
            ("n", Arg::Count(proposals.len())),
            ("fix", Arg::Word(fix)),
        ];
        unrepaired(plain(&text.parts(locale, &args)))
    };
    found.errors().map(reason).collect()
}
