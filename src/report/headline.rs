//! One sentence for a dialog.

use crate::model::{Finding, Severity, Verdict};
use crate::resolve::Outcome;
use crate::rules::Context;
use crate::text::{Arg, Locale, Text, plain};

const BLOCK_ONE: Text =
    Text { en: "Do not save: {worst}", ja: "保存しないでください: {worst}" };

const BLOCK: Text = Text {
    en: "Do not save: {worst}, and {more} more {more|error|errors}",
    ja: "保存しないでください: {worst}(ほかにエラー{more}件)",
};

const CONFIRM: Text = Text {
    en: "Look before you save: {lost} of {members} members lose access, {demoted} {demoted|is|are} demoted, {added} {added|is|are} added",
    ja: "保存前に確認してください: メンバー {members} 人のうち {lost} 人がアクセスを失い、{demoted} 人が降格され、{added} 人が追加されます",
};

const CONFIRM_OTHER: Text = Text {
    en: "Look before you save: {worst}",
    ja: "保存前に確認してください: {worst}",
};

const PASS: Text = Text {
    en: "Nothing speaks against saving: nobody loses access, {changed} {changed|changes|change} role or seat, {added} {added|is|are} added",
    ja: "保存して問題ありません: アクセスを失う人はなく、{changed} 人のロールまたはシートが変わり、{added} 人が追加されます",
};

/// The verdict in one sentence, with the numbers that matter most.
pub fn headline(
    verdict: Verdict,
    findings: &[Finding],
    context: &Context<'_>,
    locale: Locale,
) -> String {
    let worst = findings.first().map(|finding| finding.message.clone()).unwrap_or_default();
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    let (lost, demoted) = (context.losers.len(), context.demoted.len());
    let count = |outcome: Outcome| {
        context.change.crowd(|cohort| context.change.after(cohort).outcome == outcome).len()
    };
    let text = match verdict {
        Verdict::Block if errors <= 1 => BLOCK_ONE,
        Verdict::Block => BLOCK,
        Verdict::Confirm if lost + demoted > 0 => CONFIRM,
        Verdict::Confirm => CONFIRM_OTHER,
        Verdict::Pass => PASS,
    };
    let args = [
        ("worst", Arg::Word(worst)),
        ("more", Arg::Count(errors.saturating_sub(1))),
        ("lost", Arg::Count(lost)),
        ("demoted", Arg::Count(demoted)),
        ("members", Arg::Count(context.members_with_access())),
        ("added", Arg::Count(count(Outcome::Added))),
        ("changed", Arg::Count(count(Outcome::Changed))),
    ];
    plain(&text.parts(locale, &args))
}
