//! Corrections of a group mapping, and of keys and values of a configuration.

use serde_json::json;

use super::Proposal;
use crate::rules::edit::{ConfigEdit, MappedTo};
use crate::rules::mapped::{MappedGroup, Target};
use crate::rules::{Context, Draft};
use crate::sorted::sorted;
use crate::text::{Arg, Text};
use crate::vocabulary::{close, nearest};

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

/// How much is compared at most for what was meant, in pairs of names of up to ten letters: where very
/// many groups are mapped that the directory lacks, nothing is suggested for the last of them.
const MOST_COMPARED: usize = 200_000;

/// The mapped groups that the directory lacks, in order, each with the one that was likely meant.
pub fn suggestions<'a>(context: &Context<'a>) -> Vec<(&'a str, Option<&'a str>)> {
    let namings = context.mapped_groups().iter().filter_map(|namings| namings.first());
    let unknown = namings.filter(|naming| naming.groups.is_empty());
    let names = unmapped(context);
    let mut compared = 0;
    let suggestion = |wrong: &'a str| {
        let may_be = compared < MOST_COMPARED;
        // To compare two names takes the square of their letters; very long ones are not compared.
        compared += names.len() * (1 + wrong.len().min(200).pow(2) / 100);
        (wrong, may_be.then(|| among(&names, wrong)).flatten())
    };
    sorted(unknown.map(|naming| naming.designation).map(suggestion))
}

/// The group of the directory that was likely meant by a name that it does not have: none that is
/// mapped under its own name. What all groups of a product begin with says nothing about any.
pub fn meant<'a>(context: &Context<'a>, wrong: &str) -> Option<&'a str> {
    let known = context.suggestions();
    match known.binary_search_by(|(known, _)| (*known).cmp(wrong)) {
        Ok(place) => known.get(place)?.1,
        Err(_) => among(&unmapped(context), wrong),
    }
}

/// The names of the groups that the mapping does not name.
fn unmapped<'a>(context: &Context<'a>) -> Vec<&'a str> {
    let groups = context.roster.groups().all();
    let mut names: Vec<Option<&str>> = groups.iter().map(|group| Some(&*group.name)).collect();
    for group in context.mapped_groups().iter().flatten().flat_map(|naming| naming.groups) {
        if let Some(name) = names.get_mut(*group as usize) {
            *name = None;
        }
    }
    names.into_iter().flatten().collect()
}

fn among<'a>(names: &[&'a str], wrong: &str) -> Option<&'a str> {
    let mut alike = close(wrong, &mut names.iter().copied());
    alike.retain(|(_, name)| {
        let (wrong, name) = without_common_words(wrong, name);
        !close(&wrong, &mut [name.as_str()].into_iter()).is_empty()
    });
    nearest(alike)
}

/// Two names without the words that both begin with.
fn without_common_words(one: &str, other: &str) -> (String, String) {
    let words = |name: &str| -> Vec<String> {
        name.trim().to_lowercase().split(['-', '_', ' ', '.']).map(str::to_owned).collect()
    };
    let (one, other) = (words(one), words(other));
    let common = one.iter().zip(&other).take_while(|(one, other)| one == other).count();
    let rest = |words: &[String]| words.iter().skip(common).cloned().collect::<Vec<_>>().join("-");
    (rest(&one), rest(&other))
}

/// No such group any more, wherever the mapping names it.
pub fn ungroup(wrong: &str) -> Proposal {
    let edit = ConfigEdit::Regroup(wrong.to_owned(), Vec::new());
    Proposal::settings(LEAVE_OUT, edit).arg("wrong", Arg::Group(wrong.to_owned()))
}

const ALONE: Text = Text {
    en: "map {group} to {target} alone",
    ja: "{group} を {target} だけにマップする",
};

const ONCE: Text = Text {
    en: "name {group} once under {target}",
    ja: "{target} の下で {group} を1回だけ指定する",
};

/// A group that is mapped to several roles, or tiers, mapped to the first of them alone.
pub fn alone(context: &Context<'_>, group: &str, kind: fn(Target) -> bool) -> Vec<Proposal> {
    let namings = namings(context, group, kind);
    let Some(first) = namings.first() else { return Vec::new() };
    let mut others: Vec<Target> = namings.iter().map(|naming| naming.target).collect();
    others.dedup();
    others.retain(|target| *target != first.target);
    let names = names(context, group);
    let edits =
        others.into_iter().map(|target| ConfigEdit::Unmap(mapped_to(target), names.clone()));
    let proposal = changing(ALONE, edits).arg("group", Arg::Group(group.to_owned()));
    vec![proposal.arg("target", first.target.arg())]
}

/// A group that is named several times under one role or tier, named once.
pub fn once(context: &Context<'_>, group: &str) -> Vec<Proposal> {
    let namings = namings(context, group, |_| true);
    let same = |one: &&MappedGroup<'_>, other: &&MappedGroup<'_>| one.target == other.target;
    let repeated = namings.chunk_by(same).filter(|same| same.len() > 1);
    let proposal = |same: &[&MappedGroup<'_>]| {
        let target = same.first()?.target;
        let edit = ConfigEdit::Once(mapped_to(target), names(context, group));
        let proposal = Proposal::settings(ONCE, edit).arg("target", target.arg());
        Some(proposal.arg("group", Arg::Group(group.to_owned())))
    };
    repeated.filter_map(proposal).collect()
}

/// A group no longer mapped to any role.
pub fn without_role(context: &Context<'_>, group: &str) -> Vec<Proposal> {
    let is_role = |target| matches!(target, Target::Role(_));
    let mut targets: Vec<Target> =
        namings(context, group, is_role).iter().map(|naming| naming.target).collect();
    targets.dedup();
    let names = names(context, group);
    let edits =
        targets.into_iter().map(|target| ConfigEdit::Unmap(mapped_to(target), names.clone()));
    vec![changing(LEAVE_OUT, edits).arg("wrong", Arg::Group(group.to_owned()))]
}

const BY_ID: Text =
    Text { en: "name {group} by id: {ids}", ja: "{group} をIDで指定する: {ids}" };

/// A group by its id, where another bears its name: all who bear it, as the mapping has it now.
pub fn by_id(context: &Context<'_>, group: &str) -> Option<Proposal> {
    let groups = context.roster.groups();
    let bearers =
        groups.named(group).iter().filter_map(|bearer| groups.all().get(*bearer as usize));
    let ids = bearers.map(|bearer| bearer.id.clone()).collect::<Option<Vec<String>>>()?;
    let edit = ConfigEdit::Regroup(group.to_owned(), ids.clone());
    let proposal = Proposal::settings(BY_ID, edit).arg("group", Arg::Group(group.to_owned()));
    Some(proposal.arg("ids", Arg::List(ids.into_iter().map(Arg::Group).collect())))
}

fn namings<'c, 'a>(
    context: &'c Context<'a>,
    group: &str,
    kind: fn(Target) -> bool,
) -> Vec<&'c MappedGroup<'a>> {
    let is_it = |namings: &&Vec<MappedGroup<'a>>| namings.iter().any(|it| it.designation == group);
    let namings = context.mapped_groups().iter().find(is_it).into_iter().flatten();
    namings.filter(|naming| kind(naming.target)).collect()
}

/// Every name and id of the group that the mapping names so.
pub fn names(context: &Context<'_>, designation: &str) -> Vec<String> {
    let groups = context.roster.groups();
    let mut names = vec![designation.to_owned()];
    let bearers = groups.named(designation).iter();
    for bearer in bearers.filter_map(|bearer| groups.all().get(*bearer as usize)) {
        names.push(bearer.name.clone());
        names.extend(bearer.id.clone());
    }
    names
}

/// The list of a role or tier.
pub fn mapped_to(target: Target) -> MappedTo {
    match target {
        Target::Role(role) => MappedTo::Role(role),
        Target::Tier(tier) => MappedTo::Tier(tier),
    }
}

/// What is for whoever asks to say: what must hold, who saves, and how silence is read.
const ASKED: &[&str] = &["/guards", "/expect", "/actor", "/assumptions"];

/// What is in force, or a part of it.
const SAVED: &str = "/saved";

fn is_within(path: &str, part: &str) -> bool {
    path.strip_prefix(part).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Whether a fix may correct what stands at a pointer.
pub fn may_correct(path: &str) -> bool {
    !ASKED.iter().any(|part| is_within(path, part))
}

/// Whether a fix may take it out. What is in force would read as something else.
fn may_remove(path: &str) -> bool {
    may_correct(path) && !is_within(path, SAVED)
}

/// The key of a finding about one renamed, where another was likely meant, and taken out.
pub fn key(draft: &Draft, wrong: &str) -> Vec<Proposal> {
    let pointers: Vec<&str> = draft.config_paths().collect();
    let suggestion = draft.word("suggestion").filter(|_| pointers.iter().all(|it| may_correct(it)));
    let rename = suggestion.map(|right| {
        let edits = pointers.iter().map(|path| ConfigEdit::Rename((*path).into(), right.into()));
        changing(CORRECT, edits).arg("wrong", word(wrong)).arg("right", word(right))
    });
    let remove = pointers.iter().all(|it| may_remove(it)).then(|| {
        let edits = pointers.iter().map(|path| ConfigEdit::Remove((*path).into()));
        changing(LEAVE_OUT, edits).arg("wrong", word(wrong))
    });
    rename.into_iter().chain(remove).collect()
}

/// The value of a finding about one corrected, where another was likely meant, and taken out.
pub fn value(draft: &Draft) -> Vec<Proposal> {
    let Some(path) = draft.config_paths().next() else { return Vec::new() };
    let named = |path: &str| Arg::Setting(format!("/config{path}"));
    let suggestion = draft.word("suggestion").filter(|_| may_correct(path));
    let correct = suggestion.map(|right| {
        let edit = ConfigEdit::Set(path.to_owned(), json!(right));
        Proposal::settings(CORRECT, edit).arg("wrong", named(path)).arg("right", word(right))
    });
    let remove = |path: &str| {
        let edit = ConfigEdit::Remove(path.to_owned());
        Proposal::settings(LEAVE_OUT, edit).arg("wrong", named(path))
    };
    // An element of a list that lacks what it must have goes whole.
    let element = path.rsplit_once('/').map(|(holder, _)| holder).filter(|holder| {
        let position = holder.rsplit_once('/').map(|(_, step)| step);
        position.is_some_and(|step| step.parse::<usize>().is_ok())
    });
    let removable = [Some(path), element].into_iter().flatten().filter(|path| may_remove(path));
    correct.into_iter().chain(removable.map(remove)).collect()
}

fn word(text: &str) -> Arg {
    Arg::Word(text.to_owned())
}

fn changing(title: Text, edits: impl Iterator<Item = ConfigEdit>) -> Proposal {
    use crate::model::repair::Where;
    use crate::rules::edit::Edit;
    let edits = edits.map(Edit::Config).collect();
    Proposal { title, args: Vec::new(), place: Where::Settings, edits }
}
