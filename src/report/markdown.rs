//! The answer as Markdown, for a change ticket.

use std::fmt::Write;

use crate::model::outcome::{Outcome, Standing};
use crate::model::person::Person;
use crate::model::{Finding, FullReport, Report, Verdict};
use crate::text::{Locale, NO_ACCESS, NO_SEAT, Text, role_name, tier_name};
use crate::vocabulary::Word;

const COUNTS: Text = Text { en: "What becomes of whom", ja: "どうなるか" };
const OUTCOME: Text = Text { en: "Outcome", ja: "結果" };
const PEOPLE: Text = Text { en: "People", ja: "人数" };
const FINDINGS: Text = Text { en: "Findings", ja: "検出事項" };
const FIX: Text = Text { en: "Proven to mend it: {fix}", ja: "確認済みの修正: {fix}" };
const ACCEPTED: Text = Text { en: "Acknowledged", ja: "確認済み" };
const FINGERPRINT: Text = Text {
    en: "Fingerprint of the answer: {fingerprint}",
    ja: "結果のフィンガープリント: {fingerprint}",
};
const CHANGES: Text = Text {
    en: "Whose access, role or seat changes",
    ja: "アクセス、ロール、シートが変わる人",
};
const PERSON: Text = Text { en: "Person", ja: "人" };
const BEFORE: Text = Text { en: "Before", ja: "保存前" };
const AFTER: Text = Text { en: "After", ja: "保存後" };
const MORE: Text = Text { en: "… and {count} more", ja: "…ほか {count} 人" };
const ASSUMPTIONS: Text = Text { en: "What this rests on", ja: "前提とした解釈" };
const SOURCES: Text = Text { en: "What was read", ja: "読み込んだもの" };
const ROWS: Text = Text {
    en: "{name} ({format}): {rows} rows, {people} people, {groups} groups, {left_out} rows left out",
    ja: "{name}({format}): {rows} 行、{people} 人、{groups} グループ、除外 {left_out} 行",
};

/// How many people are listed by name; a ticket is no place for thousands.
const LISTED: usize = 200;

/// The answer as Markdown.
pub fn markdown(full: &FullReport, fingerprint: &str, locale: Locale) -> String {
    let (mut text, report) = (String::new(), &full.report);
    let mark = match report.verdict {
        Verdict::Block => "🛑",
        Verdict::Confirm => "⚠️",
        Verdict::Pass => "✅",
    };
    line(&mut text, format_args!("# {mark} {}\n", escaped(&report.headline)));
    let fingerprint = [("fingerprint", format!("`{fingerprint}`"))];
    line(&mut text, format_args!("{}\n", FINGERPRINT.fill(locale, &fingerprint)));
    counts(&mut text, report, locale);
    findings(&mut text, FINDINGS, &report.findings, locale);
    findings(&mut text, ACCEPTED, &report.accepted, locale);
    changes(&mut text, &full.people, locale);
    assumptions(&mut text, report, locale);
    sources(&mut text, report, locale);
    text
}

fn line(text: &mut String, content: std::fmt::Arguments<'_>) {
    // Writing into a text does not fail.
    let _ = writeln!(text, "{content}");
}

fn counts(text: &mut String, report: &Report, locale: Locale) {
    line(text, format_args!("## {}\n", COUNTS.template(locale)));
    line(
        text,
        format_args!("| {} | {} |\n|---|---:|", OUTCOME.template(locale), PEOPLE.template(locale)),
    );
    for (outcome, count) in report.counts.iter().filter(|(_, count)| **count > 0) {
        line(text, format_args!("| {outcome} | {count} |"));
    }
    text.push('\n');
}

fn findings(text: &mut String, heading: Text, findings: &[Finding], locale: Locale) {
    if findings.is_empty() {
        return;
    }
    line(text, format_args!("## {}\n", heading.template(locale)));
    for finding in findings {
        let (severity, code) = (finding.severity, finding.code);
        line(text, format_args!("- **{severity}** `{code}`: {}", escaped(&finding.message)));
        line(text, format_args!("  {}", escaped(&finding.help)));
        if let Some(fix) = finding.fixes.first() {
            let fix = FIX.fill(locale, &[("fix", escaped(&fix.title))]);
            line(text, format_args!("  {fix}"));
        }
    }
    text.push('\n');
}

fn changes(text: &mut String, people: &[Person], locale: Locale) {
    let changed =
        |person: &&Person| person.before != person.after && person.outcome != Outcome::Unknown;
    let changed: Vec<_> = people.iter().filter(changed).collect();
    if changed.is_empty() {
        return;
    }
    line(text, format_args!("## {}\n", CHANGES.template(locale)));
    let heading = [PERSON, OUTCOME, BEFORE, AFTER].map(|heading| heading.template(locale));
    line(text, format_args!("| {} |\n|---|---|---|---|", heading.join(" | ")));
    for person in changed.iter().take(LISTED) {
        let (before, after) = (standing(person.before, locale), standing(person.after, locale));
        let (email, outcome) = (escaped(&person.email), person.outcome.word());
        line(text, format_args!("| {email} | {outcome} | {before} | {after} |"));
    }
    if let Some(more) = changed.len().checked_sub(LISTED).filter(|more| *more > 0) {
        line(text, format_args!("\n{}", MORE.fill(locale, &[("count", more.to_string())])));
    }
    text.push('\n');
}

fn standing(standing: Option<Standing>, locale: Locale) -> String {
    let Some(standing) = standing else { return "–".to_owned() };
    let seat = standing.seat_tier.map_or(NO_SEAT.template(locale), |tier| tier_name(tier, locale));
    let role = role_name(standing.role, locale);
    match standing.access {
        true => format!("{role}, {seat}"),
        false => format!("{role}, {seat}, {}", NO_ACCESS.template(locale)),
    }
}

fn assumptions(text: &mut String, report: &Report, locale: Locale) {
    if report.assumptions.is_empty() {
        return;
    }
    line(text, format_args!("## {}\n", ASSUMPTIONS.template(locale)));
    for reading in &report.assumptions {
        let (id, value) = (reading.id, reading.value);
        line(
            text,
            format_args!("- `{id}: {value}` ({}): {}", reading.people, escaped(&reading.text)),
        );
    }
    text.push('\n');
}

fn sources(text: &mut String, report: &Report, locale: Locale) {
    line(text, format_args!("## {}\n", SOURCES.template(locale)));
    for source in &report.sources {
        let name = source.name.as_deref().unwrap_or_else(|| source.side.word());
        let row = ROWS.fill(
            locale,
            &[
                ("name", name.to_owned()),
                ("format", source.format.to_string()),
                ("rows", source.rows.to_string()),
                ("people", source.people.to_string()),
                ("groups", source.groups.to_string()),
                ("left_out", source.left_out.to_string()),
            ],
        );
        line(text, format_args!("- {}", escaped(&row)));
    }
}

/// The text with nothing in it that Markdown or HTML would take for its own.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' | '\r' => escaped.push(' '),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '&'
            | '!' => {
                escaped.push('\\');
                escaped.push(letter);
            }
            _ => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn names_are_text() {
        assert_eq!(escaped("<img onerror=x> [a](b) a|b"), r"\<img onerror=x\> \[a\](b) a\|b");
        assert_eq!(escaped("a\n# b"), r"a \# b");
    }
}
