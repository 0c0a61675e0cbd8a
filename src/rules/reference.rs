//! The rule reference: every rule's documentation as data, and as pages.

use serde::Serialize;
use serde_json::Value;

use super::params::Param;
use super::{DOCS, Docs, RULES, Rule, source_refs};
use crate::model::{Severity, SourceRef};
use crate::text::{Locale, Text};

/// The whole documentation of one rule, in one language.
///
/// # Example
///
/// ```
/// use rolecall::model::Severity;
/// use rolecall::{Locale, check_json, rules};
///
/// let documents = rules::documents(Locale::En)?;
/// let rule = documents.iter().find(|rule| rule.code == "plan/scim-on-team").unwrap();
/// assert_eq!(rule.severity, Severity::Error);
/// // Its example is an input that it speaks about.
/// let [config, roster] = ["config", "roster"].map(|side| rule.fails[side].to_string());
/// let answer = check_json(config.as_bytes(), roster.as_bytes(), Locale::En)?;
/// assert!(answer.report.findings.iter().any(|finding| finding.code == rule.code));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct RuleDocument {
    /// The rule's code.
    #[cfg_attr(
        feature = "types",
        ts(as = "crate::types::RuleCode"),
        schemars(with = "crate::types::RuleCode")
    )]
    pub code: &'static str,
    /// How bad its findings usually are.
    pub severity: Severity,
    /// What it says when it speaks.
    pub says: &'static str,
    /// Why that matters.
    pub why: &'static str,
    /// How to mend it.
    pub fix: &'static str,
    /// What its messages are filled with: the keys of a finding's `params`.
    pub params: &'static [Param],
    /// An input that it speaks about.
    #[cfg_attr(feature = "types", ts(type = "{ config: Config, roster: Roster }"))]
    pub fails: Value,
    /// The same mended.
    #[cfg_attr(feature = "types", ts(type = "{ config: Config, roster: Roster }"))]
    pub passes: Value,
    /// Where it comes from.
    pub sources: Vec<SourceRef>,
}

/// Every rule's documentation in one language, sorted by code.
///
/// # Errors
///
/// An example of a rule is not JSON.
///
/// # Example
///
/// ```
/// use rolecall::{Locale, rules};
///
/// let documents = rules::documents(Locale::Ja)?;
/// assert!(documents.is_sorted_by_key(|rule| rule.code));
/// assert_eq!(documents.len(), rolecall::catalog().rules.len());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn documents(locale: Locale) -> Result<Vec<RuleDocument>, serde_json::Error> {
    RULES.iter().zip(DOCS).map(|(rule, docs)| document(rule, docs, locale)).collect()
}

fn document(rule: &Rule, docs: &Docs, locale: Locale) -> Result<RuleDocument, serde_json::Error> {
    Ok(RuleDocument {
        code: rule.code,
        severity: rule.severity,
        says: docs.says.template(locale),
        why: docs.why.template(locale),
        fix: docs.fix.template(locale),
        params: docs.params,
        fails: serde_json::from_str(docs.fails)?,
        passes: serde_json::from_str(docs.passes)?,
        sources: source_refs(rule.sources, locale),
    })
}

/// The pages of the reference in one language: a file name below `docs/rules/` and its Markdown.
///
/// # Errors
///
/// An example of a rule is not JSON.
#[doc(hidden)] // the pages in docs/, which a test holds equal to the rules
pub fn pages(locale: Locale) -> Result<Vec<(String, String)>, serde_json::Error> {
    let documents = documents(locale)?;
    let mut pages = vec![(format!("{locale}/README.md"), index(&documents, locale))];
    for document in documents {
        pages.push((format!("{locale}/{}.md", document.code), page(&document, locale)?));
    }
    Ok(pages)
}

const TITLE: Text = Text { en: "The rules", ja: "ルール一覧" };
const GENERATED: Text = Text {
    en: "Written from the rules' own files by `cargo xtask bless`; do not edit.",
    ja: "`cargo xtask bless` が各ルールのファイルから生成したものです。直接編集しないでください。",
};
const CODE: Text = Text { en: "code", ja: "コード" };
const SEVERITY: Text = Text { en: "usual severity", ja: "通常の重大度" };
const SAYS: Text = Text { en: "what it says", ja: "内容" };
const WHY: Text = Text { en: "Why it matters", ja: "重要な理由" };
const FAILS: Text = Text { en: "An example that fails", ja: "該当する例" };
const PASSES: Text = Text { en: "An example that passes", ja: "該当しない例" };
const FIX: Text = Text { en: "How to fix it", ja: "修正方法" };
const PARAMS: Text = Text { en: "Parameters", ja: "パラメーター" };
const ALWAYS: Text = Text { en: "always", ja: "常にある" };
const MAYBE: Text = Text { en: "sometimes", ja: "ない場合がある" };
const SOURCES: Text = Text { en: "Sources", ja: "出典" };

fn index(documents: &[RuleDocument], locale: Locale) -> String {
    let text = |text: Text| text.template(locale);
    let mut index = format!(
        "# {}\n\n{}\n\n| {} | {} | {} |\n|---|---|---|\n",
        text(TITLE),
        text(GENERATED),
        text(CODE),
        text(SEVERITY),
        text(SAYS),
    );
    for RuleDocument { code, severity, says, .. } in documents {
        index.push_str(&format!("| [`{code}`]({code}.md) | {severity} | {says} |\n"));
    }
    index
}

fn page(document: &RuleDocument, locale: Locale) -> Result<String, serde_json::Error> {
    let text = |text: Text| text.template(locale);
    let RuleDocument { code, severity, says, why, fix, params, fails, passes, sources } = document;
    let sources: String =
        sources.iter().map(|source| format!("- {}: {}\n", source.id, source.title)).collect();
    Ok(format!(
        "# `{code}`\n\n{says}\n\n{}: {severity}\n\n## {}\n\n{why}\n\n## {}\n\n```json\n{}\n```\n\n\
         ## {}\n\n```json\n{}\n```\n\n## {}\n\n{fix}\n\n{}## {}\n\n{sources}",
        text(SEVERITY),
        text(WHY),
        text(FAILS),
        serde_json::to_string_pretty(fails)?,
        text(PASSES),
        serde_json::to_string_pretty(passes)?,
        text(FIX),
        parameters(params, locale),
        text(SOURCES),
    ))
}

/// The section about parameters; nothing where there are none.
fn parameters(params: &[Param], locale: Locale) -> String {
    if params.is_empty() {
        return String::new();
    }
    let rows = params.iter().map(|Param { name, kind, always, says }| {
        let when = if *always { ALWAYS } else { MAYBE };
        // What it says is there in English alone.
        let says = if locale == Locale::En { says } else { "" };
        format!(
            "- `{name}` ({kind}, {}){}{says}\n",
            when.template(locale),
            if says.is_empty() { "" } else { ": " }
        )
    });
    format!("## {}\n\n{}\n", PARAMS.template(locale), rows.collect::<String>())
}
