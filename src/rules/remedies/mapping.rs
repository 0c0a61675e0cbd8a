//! Corrections of a group mapping, and of keys and values of a configuration.

use serde_json::json;

use super::Proposal;
use crate::model::edit::ConfigEdit;
use crate::rules::{Context, Draft};
use crate::text::{Arg, Text};
use crate::vocabulary::closest;

const CORRECT: Text =
    Text { en: "correct {wrong} to {right}", ja: "{wrong} を {right} に訂正する" };

const LEAVE_OUT: Text = Text { en: "take {wrong} out", ja: "{wrong} を削除する" };

/// Another group instead of one, wherever the mapping names it.
pub fn regroup(wrong: &str, right: &str) -> Proposal {
    let edit = ConfigEdit::Regroup(wrong.to_owned(), vec![right.to_owned()]);
    Proposal::settings(CORRECT, edit)
        .arg("wrong", Arg::Group(wrong.to_owned()))
        .arg("right", Arg::Group(right.to_owned()))
}

/// The mapped groups that the directory lacks, where another was likely meant.
pub fn misspelt(context: &Context<'_>) -> Vec<Proposal> {
    let namings = context.mapped_groups().iter().filter_map(|namings| namings.first());
    let unknown = namings.filter(|naming| naming.groups.is_empty());
    let correct = |wrong: &str| Some(regroup(wrong, meant(context, wrong)?));
    unknown.filter_map(|naming| correct(naming.designation)).collect()
}

/// The group of the directory that was likely meant by a name that it does not have.
pub fn meant<'a>(context: &Context<'a>, wrong: &str) -> Option<&'a str> {
    let groups = context.roster.groups().all().iter();
    closest(wrong, groups.map(|group| group.name.as_str()))
}

/// No such group any more, wherever the mapping names it.
pub fn ungroup(wrong: &str) -> Proposal {
    let edit = ConfigEdit::Regroup(wrong.to_owned(), Vec::new());
    Proposal::settings(LEAVE_OUT, edit).arg("wrong", Arg::Group(wrong.to_owned()))
}

/// The key of a finding about one renamed, where another was likely meant, and taken out.
pub fn key(draft: &Draft, wrong: &str) -> Vec<Proposal> {
    let pointers: Vec<&str> = draft.config_paths().collect();
    let suggestion = draft.word("suggestion");
    let rename = suggestion.map(|right| {
        let edits = pointers.iter().map(|path| ConfigEdit::Rename((*path).into(), right.into()));
        changing(CORRECT, edits).arg("wrong", word(wrong)).arg("right", word(right))
    });
    let remove = pointers.iter().map(|path| ConfigEdit::Remove((*path).into()));
    let remove = changing(LEAVE_OUT, remove).arg("wrong", word(wrong));
    rename.into_iter().chain([remove]).collect()
}

/// The value of a finding about one corrected, where another was likely meant, and taken out.
pub fn value(draft: &Draft) -> Vec<Proposal> {
    let Some(path) = draft.config_paths().next() else { return Vec::new() };
    let wrong = || Arg::Setting(format!("/config{path}"));
    let correct = draft.word("suggestion").map(|right| {
        let edit = ConfigEdit::Set(path.to_owned(), json!(right));
        Proposal::settings(CORRECT, edit).arg("wrong", wrong()).arg("right", word(right))
    });
    let remove = |path: &str| {
        Proposal::settings(LEAVE_OUT, ConfigEdit::Remove(path.to_owned())).arg("wrong", wrong())
    };
    // What lacks a key goes with all that it has.
    let holder = path.rsplit_once('/').map(|(holder, _)| holder).filter(|it| !it.is_empty());
    correct.into_iter().chain([remove(path)]).chain(holder.map(remove)).collect()
}

fn word(text: &str) -> Arg {
    Arg::Word(text.to_owned())
}

fn changing(title: Text, edits: impl Iterator<Item = ConfigEdit>) -> Proposal {
    use crate::model::edit::Edit;
    use crate::model::repair::Where;
    let edits = edits.map(Edit::Config).collect();
    Proposal { title, args: Vec::new(), place: Where::Settings, edits }
}
