//! What a rule is, and a finding as a rule states it: without language.

use super::Context;
use super::remedies::{Proposal, Remedy};
use super::sources::source_refs;
use crate::digest::digest;
use crate::model::{Finding, PeopleSample, Severity, WayBack};
use crate::resolve::Crowd;
use crate::roster::PersonId;
use crate::sorted::sorted_by;
use crate::text::{Arg, Locale, Text, plain};

/// What must be known before a rule can be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// The input alone.
    Nothing,
    /// What becomes of everyone: not asked while anybody's outcome is unknown.
    Resolution,
}

/// One rule.
pub struct Rule {
    /// Stable code; never used again for anything else.
    pub code: &'static str,
    /// How bad its findings are, where the case does not make them milder or worse.
    pub severity: Severity,
    /// What must be known.
    pub needs: Needs,
    /// The facts it comes from, by number.
    pub sources: &'static [&'static str],
    /// Codes of the findings that follow from this one and are not given apart.
    pub swallows: &'static [&'static str],
    /// Whether its findings carry the ways back that would still exist after the save.
    pub carries_ways_back: bool,
    /// States its findings.
    pub check: fn(&Context<'_>, &mut Vec<Draft>),
    /// What could be done about a finding.
    pub propose: Remedy,
}

/// The part of a rule that most rules share.
pub const DEFAULT: Rule = Rule {
    code: "",
    severity: Severity::Error,
    needs: Needs::Nothing,
    sources: &[],
    swallows: &[],
    carries_ways_back: false,
    check: |_, _| {},
    propose: Remedy::NONE,
};

/// A finding as a rule states it.
pub struct Draft {
    pub(super) rule: &'static Rule,
    pub(super) severity: Severity,
    /// What tells findings of one rule apart, and joins cause and consequence: a group, a role.
    pub(super) subject: Option<String>,
    pub(super) swallowed: Vec<&'static str>,
    message: Text,
    help: Text,
    args: Vec<(&'static str, Arg)>,
    /// Places of the message that only illustrate: no part of what tells situations apart.
    examples: Vec<(&'static str, Arg)>,
    paths: Vec<String>,
    people: People,
}

/// Whom a finding concerns.
pub enum People {
    /// All of some cohorts.
    Crowd(Crowd),
    /// People who are known one by one, each once.
    Known(Vec<PersonId>),
    /// So many, of whom some addresses are known, and the sum of the digests of all.
    Counted(PeopleSample, u64),
}

impl People {
    fn sample(&self, context: &Context<'_>) -> PeopleSample {
        match self {
            Self::Crowd(crowd) => context.sample(crowd),
            Self::Known(people) => context.sample_of(people),
            Self::Counted(people, _) => people.clone(),
        }
    }

    fn everyone(&self, context: &Context<'_>) -> Vec<PersonId> {
        match self {
            Self::Crowd(crowd) => context.everyone_of(crowd),
            Self::Known(people) => people.clone(),
            Self::Counted(..) => Vec::new(),
        }
    }

    fn len(&self) -> usize {
        match self {
            Self::Crowd(crowd) => crowd.len(),
            Self::Known(people) => people.len(),
            Self::Counted(people, _) => people.count,
        }
    }

    /// The sum of the digests of their addresses: the same in whatever order they come.
    fn digest(&self, context: &Context<'_>) -> u64 {
        let sum = |sum: u64, digest: u64| sum.wrapping_add(digest);
        match self {
            Self::Crowd(crowd) => {
                context.change.cohorts_of(crowd).map(|cohort| cohort.digest).fold(0, sum)
            }
            Self::Known(people) => {
                people.iter().map(|person| context.roster.digest(*person)).fold(0, sum)
            }
            Self::Counted(_, digests) => *digests,
        }
    }
}

impl From<Crowd> for People {
    fn from(crowd: Crowd) -> Self {
        Self::Crowd(crowd)
    }
}

impl From<Vec<PersonId>> for People {
    fn from(people: Vec<PersonId>) -> Self {
        Self::Known(people)
    }
}

// One copy of what every rule calls keeps the WebAssembly small.
impl Draft {
    /// States a finding of `rule`: the fact, and what to do about it.
    #[inline(never)]
    pub fn new(rule: &'static Rule, message: Text, help: Text) -> Self {
        Self {
            rule,
            severity: rule.severity,
            subject: None,
            swallowed: Vec::new(),
            message,
            help,
            args: Vec::new(),
            examples: Vec::new(),
            paths: Vec::new(),
            people: People::Known(Vec::new()),
        }
    }

    /// Makes it milder or worse than the rule usually is.
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// What tells it apart from the rule's other findings.
    #[inline(never)]
    pub fn subject(mut self, subject: &str) -> Self {
        self.subject = Some(subject.to_owned());
        self
    }

    /// Fills a place of message and help, and becomes a parameter.
    #[inline(never)]
    pub fn arg(mut self, name: &'static str, arg: Arg) -> Self {
        self.args.push((name, arg));
        self
    }

    /// Fills a place of the message with an example, which may be another for the same situation.
    #[inline(never)]
    pub fn example(mut self, name: &'static str, arg: Arg) -> Self {
        self.examples.push((name, arg));
        self
    }

    /// A setting or list that causes it, as a JSON Pointer.
    pub fn at(self, path: impl AsRef<str>) -> Self {
        self.at_place(path.as_ref())
    }

    #[inline(never)]
    fn at_place(mut self, path: &str) -> Self {
        self.paths.push(path.to_owned());
        self
    }

    /// Several such, in order.
    pub fn at_all(mut self, paths: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.paths.extend(paths.into_iter().map(Into::into));
        self
    }

    /// Whom it concerns; `{who}` names them in the message and `{n}` counts them.
    pub fn people(mut self, people: impl Into<People>) -> Self {
        self.people = people.into();
        self
    }

    /// Whom it concerns, where only their number, some addresses and the sum of the digests of all
    /// are known.
    pub fn counted(mut self, count: usize, sample: Vec<String>, digests: u64) -> Self {
        self.people = People::Counted(PeopleSample { count, sample }, digests);
        self
    }

    /// Its rule's code.
    pub fn code(&self) -> &'static str {
        self.rule.code
    }

    /// How bad it is.
    pub fn how_bad(&self) -> Severity {
        self.severity
    }

    /// How many people it concerns.
    pub fn count(&self) -> usize {
        self.people.len()
    }

    /// What tells it apart from the rule's other findings.
    pub fn place(&self) -> Option<&str> {
        self.subject.as_deref()
    }

    /// Everyone it concerns, in roster order.
    pub fn everyone(&self, context: &Context<'_>) -> Vec<PersonId> {
        self.people.everyone(context)
    }

    /// What could be done about it.
    pub fn proposals(&self, context: &Context<'_>) -> Vec<Proposal> {
        self.rule.propose.propose(context, self)
    }

    /// A parameter that is one word, or the name of a group.
    pub fn word(&self, name: &str) -> Option<&str> {
        self.args.iter().find(|(known, _)| *known == name).and_then(|(_, arg)| match arg {
            Arg::Word(word) | Arg::Group(word) => Some(word.as_str()),
            _ => None,
        })
    }

    /// The pointers to settings that cause it, without `/config`.
    pub fn config_paths(&self) -> impl Iterator<Item = &str> {
        self.paths.iter().filter_map(|path| path.strip_prefix("/config"))
    }

    /// Puts it into a language. The ways back from a lockout are the same for all findings.
    pub(super) fn finish(
        self,
        context: &Context<'_>,
        ways_back: &[WayBack],
        locale: Locale,
    ) -> Finding {
        let id = self.id(context);
        let people = self.people.sample(context);
        let mut args = self.args;
        args.extend(self.examples);
        args.push(("who", Arg::people(people.sample.clone(), people.count)));
        args.push(("n", Arg::Count(people.count)));
        let parts = self.message.parts(locale, &args);
        let mut params = serde_json::Map::new();
        let told = args.iter().filter(|(name, _)| !matches!(*name, "who" | "n"));
        told.for_each(|(name, arg)| drop(params.insert((*name).to_owned(), arg.to_param())));
        #[cfg(all(debug_assertions, not(target_arch = "wasm32")))]
        as_declared(self.rule, &params);
        let ways_back: &[WayBack] = if self.rule.carries_ways_back { ways_back } else { &[] };
        Finding {
            id,
            code: self.rule.code,
            severity: self.severity,
            message: plain(&parts),
            help: plain(&self.help.parts(locale, &args)),
            parts,
            params,
            paths: self.paths,
            people,
            sources: source_refs(self.rule.sources, locale),
            swallowed: self.swallowed,
            ways_back: ways_back.to_vec(),
            fixes: Vec::new(),
        }
    }

    /// The code with a digest of the facts and the people: the same for the same situation however
    /// roster and configuration are ordered, another when anything about it changes.
    pub fn id(&self, context: &Context<'_>) -> String {
        let people = self.people.digest(context);
        let mut facts = format!("{:?} {:?} {people:x}", self.severity, self.subject);
        for (name, arg) in &self.args {
            let mut fact = arg.to_param();
            if let Some(list) = fact.as_array_mut() {
                let texts = std::mem::take(list).into_iter().map(|it| (it.to_string(), it));
                let texts = sorted_by(texts, |(one, _), (other, _)| one.cmp(other));
                *list = texts.into_iter().map(|(_, it)| it).collect();
            }
            facts.push_str(&format!(" {name} {fact}"));
        }
        format!("{}#{:016x}", self.rule.code, digest(&facts))
    }
}

/// Holds what a finding carries against what its rule's documentation declares, wherever tests run.
#[cfg(all(debug_assertions, not(target_arch = "wasm32")))]
fn as_declared(rule: &Rule, params: &serde_json::Map<String, serde_json::Value>) {
    let known = super::RULES.iter().zip(super::DOCS).find(|(known, _)| known.code == rule.code);
    let differences = known.map(|(_, docs)| super::params::differences(docs.params, params));
    assert_eq!(differences.as_deref(), Some(&[][..]), "the parameters of {}", rule.code);
}
