//! What has to hold of every fix and every repair, whatever the case.

use std::collections::BTreeMap;

use rolecall::Locale;
use serde_json::{Value, json};

use super::case::{Case, answer, code, ids, list, patched, text};

/// What a fix never touches: what must hold, who saves, and how silence is read.
const GUARDED: &[&str] =
    &["/config/guards", "/config/expect", "/config/actor", "/config/assumptions"];

/// What the administering roles are called; in Console `admin` is one, on Claude it is not.
fn administers(document: &Value, role: &str) -> bool {
    match text(&document["config"]["organization"]["plan"]) {
        "console" => role == "admin",
        _ => role == "owner" || role == "primary-owner",
    }
}

/// The laws that are broken.
pub fn broken(case: &Case) -> Vec<String> {
    let mut wrong = Vec::new();
    let (english, japanese) = (case.answer(Locale::En), case.answer(Locale::Ja));
    for (finding, other) in list(&english["findings"]).iter().zip(list(&japanese["findings"])) {
        let fixes = list(&finding["fixes"]);
        let others = list(&other["fixes"]);
        let about = text(&finding["code"]);
        demand(fixes.len() == others.len(), "a fix in one language only", about, &mut wrong);
        for (position, fix) in fixes.iter().enumerate() {
            let same = |other: &Value| other["patch"] == fix["patch"];
            let again = fixes[..position].iter().any(same);
            demand(!again, "a fix is offered twice", text(&fix["title"]), &mut wrong);
        }
        for (fix, other) in fixes.iter().zip(others) {
            let about = format!("{about}: {}", fix["title"]);
            if let Some(after) = fix_is_sound(&case.document, &english, fix, &about, &mut wrong) {
                let cleared = list(&fix["clears"]).contains(&finding["id"]);
                demand(cleared, "it does not clear what it is for", &about, &mut wrong);
                let more = ids(&after, Some("error"));
                let more = more.iter().any(|id| !ids(&english, None).contains(id));
                demand(!more, "it introduces an error", &about, &mut wrong);
            }
            said(fix, other, &about, &mut wrong);
        }
    }
    repairs_are_sound(case, &english, &mut wrong);
    wrong.into_iter().map(|wrong| format!("{}: {wrong}", case.name)).collect()
}

fn demand(holds: bool, law: &str, about: &str, wrong: &mut Vec<String>) {
    if !holds {
        wrong.push(format!("{law} ({about})"));
    }
}

/// A patch can be applied, and does what the fix says. Gives the answer after it.
fn fix_is_sound(
    document: &Value,
    before: &Value,
    fix: &Value,
    about: &str,
    wrong: &mut Vec<String>,
) -> Option<Value> {
    names_whom_it_means(fix, about, wrong);
    for op in list(&fix["patch"]) {
        let path = text(&op["path"]);
        let guarded = |known: &str| {
            path == known
                || path.starts_with(&format!("{known}/"))
                || known.starts_with(&format!("{path}/"))
        };
        let touches = op["op"] != "test" && GUARDED.iter().any(|known| guarded(known));
        demand(!touches, "it touches what no fix touches", &format!("{about} {path}"), wrong);
    }
    let after = match patched(document, [&fix["patch"]]) {
        Ok(after) => after,
        Err(error) => {
            wrong.push(format!("its patch does not apply ({about}): {error}"));
            return None;
        }
    };
    for part in ["guards", "expect", "actor", "assumptions", "saved"] {
        let same = document["config"].get(part) == after["config"].get(part);
        // A misspelt word about what is in force may be corrected, never taken out.
        let same = same || part == "saved" && text(&fix["title"]).starts_with("correct ");
        demand(same, "it changes what no fix touches", about, wrong);
    }
    let answered = answer(&after, &json!({ "fixes": false }));
    let (old, new) = (ids(before, None), ids(&answered, None));
    let clears: Vec<&String> = old.difference(&new).collect();
    let introduces: Vec<&String> = new.difference(&old).collect();
    demand(json!(clears) == fix["clears"], "clears is not exact", about, wrong);
    demand(json!(introduces) == fix["introduces"], "introduces is not exact", about, wrong);
    demand(!list(&fix["patch"]).is_empty(), "it changes nothing", about, wrong);
    review_is_marked(document, before, &after, &answered, fix, about, wrong);
    Some(answered)
}

/// Before a row of a person is changed, the address there is tested; a row that the patch itself
/// adds is the last.
fn names_whom_it_means(fix: &Value, about: &str, wrong: &mut Vec<String>) {
    let ops = list(&fix["patch"]);
    let adds_rows = ops.iter().any(|op| text(&op["path"]) == "/roster/directory/users/-");
    for (position, op) in ops.iter().enumerate().filter(|(_, op)| op["op"] != "test") {
        let steps: Vec<&str> = text(&op["path"]).split('/').collect();
        let row = match steps.as_slice() {
            ["", "roster", "members", row, ..] => format!("/roster/members/{row}/email"),
            ["", "roster", "directory", "users", row, ..] => {
                format!("/roster/directory/users/{row}/email")
            }
            _ => continue,
        };
        if row.contains("/-/") {
            continue;
        }
        let tested =
            ops[..position].iter().any(|op| op["op"] == "test" && text(&op["path"]) == row);
        demand(tested || adds_rows, "it does not test whom it means", about, wrong);
    }
    let first = ops.iter().find(|op| op["op"] == "test" || text(&op["path"]).ends_with("/-"));
    let plain =
        ops.iter().all(|op| op["op"] == "add" || op["path"] == "/roster/directory/assignment");
    demand(first.is_some() || plain, "it tests nothing", about, wrong);
}

type Standing = (bool, bool, bool);

/// Of everyone: whether they have access, whether they hold the administering role, whether they are listed.
fn standings(document: &Value, report: &Value) -> BTreeMap<String, Standing> {
    let standing = |person: &Value| {
        // Of whom nothing is known stands where they are.
        let side = if person["outcome"] == "unknown" { "before" } else { "after" };
        let held = &person[side];
        let administers = administers(document, text(&held["role"]));
        (text(&person["email"]).to_owned(), (held["access"] == true, administers, !held.is_null()))
    };
    list(&report["people"]).iter().map(standing).collect()
}

/// Whatever gives somebody an administering role, or takes access or a place on the list, is
/// marked so and says whom.
fn review_is_marked(
    document: &Value,
    before: &Value,
    patched: &Value,
    after: &Value,
    fix: &Value,
    about: &str,
    wrong: &mut Vec<String>,
) {
    let (old, new) = (standings(document, before), standings(patched, after));
    let nobody = (false, false, false);
    let mut grave = false;
    let people = old.keys().chain(new.keys().filter(|person| !old.contains_key(*person)));
    for person in people {
        let was = old.get(person).copied().unwrap_or(nobody);
        let is = new.get(person).copied().unwrap_or(nobody);
        let mut must_name = |happens: bool, effect: &str| {
            let sample = list(&fix["effects"][effect]["sample"]);
            let named = sample.iter().any(|it| text(it) == person);
            let count = fix["effects"][effect]["count"].as_u64().unwrap_or_default();
            grave |= happens;
            let law = format!("{effect} is wrong about {person}");
            demand(named == happens || count > 20, &law, about, wrong);
        };
        must_name(is.1 && (!was.1 || is.0 && !was.0), "gainAdministration");
        must_name(was.0 && !is.0, "loseAccess");
        must_name(was.2 && !is.2, "leaveList");
    }
    let marked = fix["applicability"] == "review";
    demand(marked == grave, "safe or review is wrong", about, wrong);
}

/// Both languages say something, each something else, with nothing left to fill in.
fn said(fix: &Value, other: &Value, about: &str, wrong: &mut Vec<String>) {
    let (english, japanese) = (text(&fix["title"]), text(&other["title"]));
    demand(english != japanese, "both languages say the same", about, wrong);
    for title in [english, japanese] {
        let unfilled = ["{", "}", "  ", " ,", "、、", " and ,", "「」", "()", "( ", ", ,"];
        let ends = ["to", "in", "into", "of", "and", "", ",", "assign", "give", "not"];
        let gap = unfilled.iter().any(|gap| title.contains(gap))
            || title.split(' ').next_back().is_none_or(|word| ends.contains(&word))
            || ["を ", "に ", " に追加", "  "].iter().any(|start| title.starts_with(start))
            || ["to to", "add to ", "assign to ", "correct to"]
                .iter()
                .any(|gap| title.contains(gap));
        demand(!title.is_empty() && !gap, "a gap is left", title, wrong);
    }
    for key in ["where", "applicability", "patch", "clears", "introduces", "effects"] {
        demand(fix[key] == other[key], "the languages differ", about, wrong);
    }
}

fn repairs_are_sound(case: &Case, before: &Value, wrong: &mut Vec<String>) {
    let (answered, other) = (case.repairs(Locale::En), case.repairs(Locale::Ja));
    let (repairs, why) = (list(&answered["repairs"]), list(&answered["why"]));
    let blocked = before["verdict"] == "block";
    demand(blocked || (repairs.is_empty() && why.is_empty()), "nothing to repair", "", wrong);
    demand(!blocked || repairs.is_empty() != why.is_empty(), "a repair or reasons", "", wrong);
    demand(answered["search"]["checks"].as_u64() <= Some(200), "200 checks at most", "", wrong);
    if blocked && repairs.is_empty() {
        let mut left: Vec<&str> = why.iter().map(|it| text(&it["finding"])).collect();
        left.sort_unstable();
        let errors = ids(before, Some("error"));
        demand(left.iter().eq(&errors), "every error has its reason", "", wrong);
    }
    for (reason, other) in why.iter().zip(list(&other["why"])) {
        demand(reason["message"] != other["message"], "one language", "why", wrong);
    }
    for (repair, other) in repairs.iter().zip(list(&other["repairs"])) {
        repair_is_sound(case, before, repair, other, wrong);
    }
    let leave = &answered["leaveAsIs"];
    if !leave.is_null() {
        fix_is_sound(&case.document, before, leave, "leave as is", wrong);
        said(leave, &other["leaveAsIs"], "leave as is", wrong);
    }
}

fn repair_is_sound(
    case: &Case,
    before: &Value,
    repair: &Value,
    other: &Value,
    wrong: &mut Vec<String>,
) {
    let fixes = list(&repair["fixes"]);
    let about = fixes.iter().map(|fix| text(&fix["title"])).collect::<Vec<_>>().join("; ");
    let (mut here, mut report) = (case.document.clone(), before.clone());
    for (fix, other) in fixes.iter().zip(list(&other["fixes"])) {
        let allowed = list(&case.means()).contains(&fix["where"]);
        demand(allowed, "by other means than are allowed", &about, wrong);
        said(fix, other, &about, wrong);
        let about = format!("{} in: {about}", fix["title"]);
        let Some(after) = fix_is_sound(&here, &report, fix, &about, wrong) else { return };
        (here, report) = (patched(&here, [&fix["patch"]]).unwrap(), after);
    }
    demand(ids(&report, Some("error")).is_empty(), "an error is left", &about, wrong);
    demand(report["verdict"] == repair["verdict"], "the verdict", &about, wrong);
    let (old, new) = (ids(before, None), ids(&report, None));
    let clears: Vec<&String> = old.difference(&new).collect();
    let introduces: Vec<&String> = new.difference(&old).collect();
    demand(json!(clears) == repair["clears"], "clears is not exact", &about, wrong);
    demand(json!(introduces) == repair["introduces"], "introduces is not exact", &about, wrong);
    review_is_marked(&case.document, before, &here, &report, repair, &about, wrong);
    let patches: Vec<&Value> = fixes.iter().map(|fix| &fix["patch"]).collect();
    let proven = repair["minimality"] == "proven";
    let all = (1_usize << fixes.len()) - 1;
    for subset in (0..all).filter(|it| proven || (all ^ it).is_power_of_two()) {
        let some = patches.iter().enumerate().filter(|(at, _)| subset & 1 << at != 0);
        let some = patched(&case.document, some.map(|(_, patch)| *patch));
        let whole = some.is_ok_and(|some| {
            ids(&answer(&some, &json!({ "fixes": false })), Some("error")).is_empty()
        });
        demand(!whole, "a part of it would do", &about, wrong);
    }
    plan_is_sound(repair, &about, wrong);
}

/// Every fix is part of one step; what is done elsewhere comes before the settings, and those
/// before the save.
fn plan_is_sound(repair: &Value, about: &str, wrong: &mut Vec<String>) {
    let plan = list(&repair["plan"]);
    let places: Vec<u64> =
        plan.iter().flat_map(|step| list(&step["fixes"])).filter_map(Value::as_u64).collect();
    let all: Vec<u64> = (0..list(&repair["fixes"]).len() as u64).collect();
    demand(places == all, "every fix is in one step, in its order", about, wrong);
    let at = |id: &str| plan.iter().position(|step| step["id"] == id);
    let save = at("save");
    demand(save.is_some(), "it ends without a save", about, wrong);
    for (position, step) in plan.iter().enumerate() {
        let id = text(&step["id"]);
        let is_before = Some(position) < save;
        let belongs_after = matches!(id, "log-in-again" | "sync-now");
        let order = id == "save" || is_before != belongs_after;
        demand(order, "a step on the wrong side of the save", &format!("{id} in: {about}"), wrong);
        let later = at("settings").is_none_or(|it| position <= it)
            || matches!(id, "save" | "log-in-again" | "sync-now");
        demand(later, "a fact after the settings", &format!("{id} in: {about}"), wrong);
        let said = !list(&step["instructions"]).is_empty() && !text(&step["check"]).is_empty();
        demand(said, "a step says nothing", id, wrong);
        demand(!list(&step["sources"]).is_empty(), "a step without sources", id, wrong);
        for place in list(&step["fixes"]).iter().filter_map(Value::as_u64) {
            let title = &repair["fixes"][place as usize]["title"];
            demand(
                list(&step["instructions"]).contains(title),
                "an instruction is missing",
                id,
                wrong,
            );
        }
    }
    let cleared = list(&repair["clears"]).iter().map(code).all(|code| !code.is_empty());
    demand(cleared, "it clears without naming it", about, wrong);
}
