//! A role or seat tier that a member with access holds today, or that an expectation names, and
//! that no group maps.

use crate::rules::prelude::*;
use crate::sorted::grouped;

pub static RULE: Rule = Rule {
    code: "mapping/role-without-group",
    severity: Severity::Warning,
    needs: Needs::Resolution,
    sources: &["B31", "B35"],
    check,
    propose: remedy(propose),
    ..DEFAULT
};

const HELD: Text = Text {
    en: "{n} {n|member holds|members hold} {target} today and no group is mapped to it: {who}",
    ja: "メンバー {n} 人が現在 {target} ですが、それにマップされたグループがありません: {who}",
};

const EXPECTED: Text = Text {
    en: "an expectation names {target} and no group is mapped to it",
    ja: "期待(expect)に {target} がありますが、それにマップされたグループがありません",
};

const HELP: Text = Text {
    en: "map to {target} the group of those who are to have it; create one in your identity provider if there is none",
    ja: "{target} を付与したい人のグループをマップしてください。なければアイデンティティプロバイダーで作成してください",
};

/// What wants a role or seat tier to be mapped.
enum Want<'a> {
    /// People who hold it.
    Held(&'a Cohort),
    /// An expectation, at this place.
    Expected(String),
}

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    if !context.policy.mapped || context.roster.directory().is_none() {
        return;
    }
    for (target, wants) in grouped(wanted(context)) {
        let (part, word, offered) = match target {
            Target::Role(role) => ("roles", role.word(), context.offer.role_rank(role).is_some()),
            Target::Tier(tier) => {
                ("seatTiers", tier.word(), context.offer.tier_rank(tier).is_some())
            }
        };
        if !offered || has_group(context, part, word) {
            continue;
        }
        let held = wants.iter().filter_map(|want| match want {
            Want::Held(cohort) => Some(*cohort),
            Want::Expected(_) => None,
        });
        let people: Crowd = held.collect();
        let expectations = wants.into_iter().filter_map(|want| match want {
            Want::Expected(path) => Some(path),
            Want::Held(_) => None,
        });
        let message = if people.is_empty() { EXPECTED } else { HELD };
        drafts.push(
            Draft::new(&RULE, message, HELP)
                .subject(word)
                .arg("target", target.arg())
                .people(people)
                .at(format!("/config/provisioning/groupMapping/{part}/{word}"))
                .at_all(expectations),
        );
    }
}

fn wanted<'a>(context: &Context<'a>) -> Vec<(Target, Want<'a>)> {
    let (roster, policy, change) = (context.roster, context.policy, context.change);
    let mut wanted = Vec::new();
    for cohort in change.members().filter(|cohort| change.had_access(cohort)) {
        let role = Target::Role(policy.held_role(roster, cohort.first));
        wanted.push((role, Want::Held(cohort)));
        if let Some(tier) = policy.held_tier(roster, cohort.first) {
            wanted.push((Target::Tier(tier), Want::Held(cohort)));
        }
    }
    for (position, expectation) in context.config.expect.iter().enumerate() {
        let role = expectation.role.map(|role| (Target::Role(role), "role"));
        let tier = expectation.seat_tier.map(|tier| (Target::Tier(tier), "seatTier"));
        for (target, key) in role.into_iter().chain(tier) {
            let path = format!("/config/expect/{position}/{key}");
            wanted.push((target, Want::Expected(path)));
        }
    }
    wanted
}

fn has_group(context: &Context<'_>, part: &str, word: &str) -> bool {
    let mapping = context.config.provisioning.group_mapping.as_ref();
    let groups = mapping.and_then(|mapping| {
        if part == "roles" { mapping.roles.get(word) } else { mapping.seat_tiers.get(word) }
    });
    groups.is_some_and(|groups| !groups.is_empty())
}

fn propose(context: &Context<'_>, draft: &Draft) -> Vec<Proposal> {
    let people = draft.everyone(context);
    let word = draft.place().unwrap_or_default();
    let role = Role::from_word(word).map(MappedTo::Role);
    let target = role.or(SeatTier::from_word(word).map(MappedTo::Tier));
    let map = target.map(|target| remedies::mode::map_their_group(context, &people, target, 1));
    map.unwrap_or_default()
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "A member with access holds a role or seat tier today, or an expectation names one, to which no group is mapped.",
        ja: "アクセスのあるメンバーが現在持っているか、期待(expect)に書かれているロールまたはシートティアに、マップされたグループがありません。",
    },
    why: Text {
        en: "With advanced group mapping, groups decide instead of what was given by hand. A role that no group is mapped to can be held by nobody, so its holders change to another role or lose access; a seat tier without a group is given to nobody on purpose.",
        ja: "高度なグループマッピングでは、手動で付与したものではなくグループによって決まります。どのグループもマップされていないロールには誰もなれず、現在の保持者は別のロールになるかアクセスを失います。グループのないシートティアを、狙った人に付与することもできません。",
    },
    fix: Text {
        en: "Map a group to each role and seat tier that is to remain in use. If there is no such group yet, create it in your identity provider and add its people before you save.",
        ja: "引き続き使うロールとシートティアには、それぞれグループをマップします。グループがまだなければ、保存する前にアイデンティティプロバイダーで作成し、該当する人を追加します。",
    },
    params: &[always("target", Kind::Target, "The role or seat tier.")],
    fails: r#"{
        "config": {
            "organization": { "plan": "enterprise-seat-based" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true },
                "directorySync": { "connected": true }
            },
            "provisioning": {
                "mode": "scim",
                "groupMapping": {
                    "roles": {
                        "owner": ["anthropic-claude-owners"],
                        "user": ["anthropic-claude-users"]
                    }
                }
            },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "owner" },
                { "email": "ben@example.com", "role": "user" },
                { "email": "chloe@example.com", "role": "admin" }
            ],
            "directory": {
                "users": [
                    { "email": "ann@example.com", "groups": ["anthropic-claude-owners"] },
                    { "email": "ben@example.com", "groups": ["anthropic-claude-users"] },
                    {
                        "email": "chloe@example.com",
                        "groups": ["anthropic-claude-users", "anthropic-claude-admins"]
                    }
                ]
            }
        }
    }"#,
    passes: r#"{
        "config": {
            "organization": { "plan": "enterprise-seat-based" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true },
                "directorySync": { "connected": true }
            },
            "provisioning": {
                "mode": "scim",
                "groupMapping": {
                    "roles": {
                        "owner": ["anthropic-claude-owners"],
                        "admin": ["anthropic-claude-admins"],
                        "user": ["anthropic-claude-users"]
                    }
                }
            },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "owner" },
                { "email": "ben@example.com", "role": "user" },
                { "email": "chloe@example.com", "role": "admin" }
            ],
            "directory": {
                "users": [
                    { "email": "ann@example.com", "groups": ["anthropic-claude-owners"] },
                    { "email": "ben@example.com", "groups": ["anthropic-claude-users"] },
                    {
                        "email": "chloe@example.com",
                        "groups": ["anthropic-claude-users", "anthropic-claude-admins"]
                    }
                ]
            }
        }
    }"#,
};
