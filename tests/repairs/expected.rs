//! What a case expects, compared with what is answered.

use rolecall::Locale;
use serde_json::{Value, json};

use super::case::{Case, answer, code, ids, list, patched, text};

/// What is answered otherwise than the case expects.
pub fn differences(case: &Case, locale: Locale) -> Vec<String> {
    let mut wrong = Vec::new();
    let Some(expected) = case.given["expect"].as_object() else {
        return vec!["nothing is expected".to_owned()];
    };
    let report = case.answer(locale);
    for (key, expected) in expected {
        match key.as_str() {
            "verdict" => same("verdict", expected, &report["verdict"], &mut wrong),
            "fixes" => {
                for (code, expected) in expected.as_object().unwrap() {
                    same_fixes(case, code, expected, &report, locale, &mut wrong);
                }
            }
            "repairs" => same_repairs(case, expected, locale, &mut wrong),
            "why" => same_reasons(expected, &case.repairs(locale)["why"], locale, &mut wrong),
            "plan" => same_plan(expected, &case.plan(locale), locale, &mut wrong),
            "leaveAsIs" => {
                let fix = &case.repairs(locale)["leaveAsIs"];
                if expected.is_null() || fix.is_null() {
                    same("leaveAsIs", expected, fix, &mut wrong);
                } else {
                    wrong.extend(unlike(expected, fix, &case.document, locale));
                }
            }
            "accept" => accepts(case, expected, locale, &mut wrong),
            other => wrong.push(format!("{other} cannot be expected")),
        }
    }
    wrong
}

/// Among all fixes of the findings of a code there is `some` like each of these and `none` like any of those.
fn same_fixes(
    case: &Case,
    of: &str,
    expected: &Value,
    report: &Value,
    locale: Locale,
    wrong: &mut Vec<String>,
) {
    let findings: Vec<&Value> =
        list(&report["findings"]).iter().filter(|finding| finding["code"] == of).collect();
    if findings.is_empty() {
        return wrong.push(format!("{of} is not given"));
    }
    let fixes: Vec<&Value> = findings.iter().flat_map(|it| list(&it["fixes"])).collect();
    let differs = |pattern: &Value, fix: &Value| unlike(pattern, fix, &case.document, locale);
    for pattern in list(&expected["some"]) {
        let attempts = fixes.iter().map(|fix| differs(pattern, fix));
        match attempts.min_by_key(Vec::len) {
            None => wrong.push(format!("{of} has no fixes")),
            Some(attempt) if attempt.is_empty() => {}
            Some(attempt) => {
                let titles: Vec<_> = fixes.iter().map(|fix| &fix["title"]).collect();
                wrong.push(format!("{of}: no fix is like {pattern}; {attempt:?} of {titles:?}"));
            }
        }
    }
    if let Some(first) = expected.get("first") {
        match fixes.first().map(|fix| differs(first, fix)) {
            None => wrong.push(format!("{of} has no fixes")),
            Some(attempt) if attempt.is_empty() => {}
            Some(attempt) => {
                wrong.push(format!("{of}: the first fix is not like {first}; {attempt:?}"))
            }
        }
    }
    for pattern in list(&expected["none"]) {
        let like = fixes.iter().filter(|fix| differs(pattern, fix).is_empty());
        wrong.extend(like.map(|fix| format!("{of}: there is {}", fix["title"])));
    }
    if let Some(count) = expected.get("count") {
        same(&format!("{of}: number of fixes"), count, &json!(fixes.len()), wrong);
    }
}

/// In what a fix is unlike a pattern. `before`: the document that its patch is applied to.
fn unlike(pattern: &Value, fix: &Value, before: &Value, locale: Locale) -> Vec<String> {
    let mut wrong = Vec::new();
    let codes = |key: &str| list(&fix[key]).iter().map(code).collect::<Vec<_>>();
    for (key, expected) in pattern.as_object().unwrap() {
        match key.as_str() {
            "where" | "applicability" => same(key, expected, &fix[key], &mut wrong),
            "says" => wrong.extend(unsaid(expected, text(&fix["title"]), locale)),
            "clears" => {
                let missing = list(expected).iter().filter(|it| !codes(key).contains(&text(it)));
                wrong.extend(missing.map(|code| format!("{code} is not cleared")));
            }
            "introduces" => {
                let mut introduced = codes(key);
                introduced.sort_unstable();
                same(key, expected, &json!(introduced), &mut wrong);
            }
            "after" => match patched(before, [&fix["patch"]]) {
                Err(error) => wrong.push(error),
                Ok(after) => {
                    for (pointer, expected) in expected.as_object().unwrap() {
                        let actual = after.pointer(pointer).unwrap_or(&Value::Null);
                        same(pointer, expected, actual, &mut wrong);
                    }
                }
            },
            "effects" => {
                for (effect, people) in expected.as_object().unwrap() {
                    same(effect, people, &fix["effects"][effect]["sample"], &mut wrong);
                }
            }
            other => wrong.push(format!("{other} cannot be expected of a fix")),
        }
    }
    wrong
}

/// The pieces, by language, that a text lacks.
fn unsaid(expected: &Value, text: &str, locale: Locale) -> Vec<String> {
    let pieces = &expected[locale.to_string()];
    let one = std::slice::from_ref(pieces);
    let pieces = pieces.as_array().map_or(one, Vec::as_slice).iter().filter_map(Value::as_str);
    let lacking = pieces.filter(|piece| !text.contains(piece));
    lacking.map(|piece| format!("{text:?} does not say {piece:?}")).collect()
}

fn same_repairs(case: &Case, expected: &Value, locale: Locale, wrong: &mut Vec<String>) {
    let answered = case.repairs(locale);
    let repairs = list(&answered["repairs"]);
    let titles = |repair: &Value| {
        list(&repair["fixes"]).iter().map(|fix| fix["title"].to_string()).collect::<Vec<_>>()
    };
    for (key, expected) in expected.as_object().unwrap() {
        match key.as_str() {
            "count" => same("number of repairs", expected, &json!(repairs.len()), wrong),
            "best" => match repairs.first() {
                None => wrong.push("there is no repair".to_owned()),
                Some(best) => {
                    let differs = unlike_repair(expected, best, case, locale);
                    if !differs.is_empty() {
                        wrong.push(format!("the best repair is {:?}: {differs:?}", titles(best)));
                    }
                }
            },
            "some" => {
                for pattern in list(expected) {
                    let like = |repair| unlike_repair(pattern, repair, case, locale).is_empty();
                    if !repairs.iter().any(like) {
                        let all: Vec<_> = repairs.iter().map(titles).collect();
                        wrong.push(format!("no repair is like {pattern}: {all:?}"));
                    }
                }
            }
            "none" => {
                for pattern in list(expected) {
                    let like = |it: &&Value| unlike_repair(pattern, it, case, locale).is_empty();
                    let like = repairs.iter().filter(like);
                    wrong.extend(like.map(|it| format!("there is the repair {:?}", titles(it))));
                }
            }
            other => wrong.push(format!("{other} cannot be expected of repairs")),
        }
    }
}

/// In what a repair is unlike a pattern: exactly these fixes, in this order, each as it is expected.
fn unlike_repair(pattern: &Value, repair: &Value, case: &Case, locale: Locale) -> Vec<String> {
    let mut wrong = Vec::new();
    for (key, expected) in pattern.as_object().unwrap() {
        match key.as_str() {
            "fixes" => {
                let fixes = list(&repair["fixes"]);
                same(
                    "number of fixes",
                    &json!(list(expected).len()),
                    &json!(fixes.len()),
                    &mut wrong,
                );
                let mut before = case.document.clone();
                for (pattern, fix) in list(expected).iter().zip(fixes) {
                    wrong.extend(unlike(pattern, fix, &before, locale));
                    match patched(&before, [&fix["patch"]]) {
                        Ok(after) => before = after,
                        Err(error) => wrong.push(error),
                    }
                }
            }
            "effects" => {
                for (effect, people) in expected.as_object().unwrap() {
                    same(effect, people, &repair["effects"][effect]["sample"], &mut wrong);
                }
            }
            "applicability" | "verdict" | "minimality" => {
                same(key, expected, &repair[key], &mut wrong);
            }
            "plan" => same_plan(expected, &repair["plan"], locale, &mut wrong),
            other => wrong.push(format!("{other} cannot be expected of a repair")),
        }
    }
    wrong
}

/// Exactly the errors of these codes are said to be left, with reasons that say this.
fn same_reasons(expected: &Value, why: &Value, locale: Locale, wrong: &mut Vec<String>) {
    let mut codes: Vec<&str> = list(why).iter().map(|it| text(&it["code"])).collect();
    codes.sort_unstable();
    let expected = expected.as_object().unwrap();
    let keys: Vec<&String> = expected.keys().collect();
    same("why", &json!(keys), &json!(codes), wrong);
    for reason in list(why) {
        same("id and code", &reason["code"], &json!(code(&reason["finding"])), wrong);
        let says = &expected.get(text(&reason["code"])).unwrap_or(&Value::Null);
        wrong.extend(unsaid(says, text(&reason["message"]), locale));
    }
}

fn same_plan(expected: &Value, plan: &Value, locale: Locale, wrong: &mut Vec<String>) {
    let words =
        |plan: &Value| list(plan).iter().map(|it| text(&it["id"]).to_owned()).collect::<Vec<_>>();
    same("plan", &json!(words(expected)), &json!(words(plan)), wrong);
    for (expected, step) in list(expected).iter().zip(list(plan)) {
        for (key, expected) in expected.as_object().unwrap() {
            match key.as_str() {
                "lockedOut" => same(key, expected, &step[key]["sample"], wrong),
                "says" => {
                    let said: Vec<&str> = list(&step["instructions"]).iter().map(text).collect();
                    wrong.extend(unsaid(expected, &said.join("; "), locale));
                }
                "sources" => {
                    let sources: Vec<&Value> =
                        list(&step["sources"]).iter().map(|source| &source["id"]).collect();
                    same(key, expected, &json!(sources), wrong);
                }
                _ => same(&format!("{}.{key}", step["id"]), expected, &step[key], wrong),
            }
        }
    }
}

/// The verdict once all findings of some codes are accepted, and once the situation has changed.
fn accepts(case: &Case, expected: &Value, locale: Locale, wrong: &mut Vec<String>) {
    let report = case.answer(locale);
    let codes: Vec<&str> = list(&expected["codes"]).iter().map(text).collect();
    let of_code = |id: &String| codes.contains(&code(&json!(id)));
    let accepted: Vec<String> = ids(&report, None).into_iter().filter(of_code).collect();
    let options = json!({ "locale": locale, "accepted": accepted });
    accepted_is(expected, &answer(&case.document, &options), "accepted", wrong);
    for (position, change) in list(&expected["then"]).iter().enumerate() {
        let changed = patched(&case.document, [&change["patch"]]).unwrap();
        let at = format!("after change {position}");
        accepted_is(change, &answer(&changed, &options), &at, wrong);
    }
}

fn accepted_is(expected: &Value, report: &Value, at: &str, wrong: &mut Vec<String>) {
    let mut quiet: Vec<&str> =
        list(&report["accepted"]).iter().map(|it| text(&it["code"])).collect();
    quiet.sort_unstable();
    same(&format!("{at}: verdict"), &expected["verdict"], &report["verdict"], wrong);
    same(&format!("{at}: quiet"), &expected["quiet"], &json!(quiet), wrong);
    for loud in list(&expected["loud"]) {
        if !list(&report["findings"]).iter().any(|finding| finding["code"] == *loud) {
            wrong.push(format!("{at}: {loud} is not given"));
        }
    }
}

fn same(at: &str, expected: &Value, actual: &Value, wrong: &mut Vec<String>) {
    if expected != actual {
        wrong.push(format!("{at} is {actual}, not {expected}"));
    }
}
