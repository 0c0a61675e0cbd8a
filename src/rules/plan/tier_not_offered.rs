//! A seat tier in the mapping or among the purchased seats that the plan lacks, even empty or 0;
//! any in Console.

use crate::model::read::push_step;
use crate::rules::prelude::*;
use crate::sorted::grouped;
use crate::vocabulary::closest;

pub static RULE: Rule = Rule {
    code: "plan/tier-not-offered",
    sources: &["B25", "B26", "B27", "B35"],
    check,
    propose: remedy(propose),
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "the {plan} plan has no seat tier {tier}: it has {offered}",
    ja: "{plan} プランにシートティア {tier} はありません。利用できるのは {offered} です",
};

const NO_TIERS: Text = Text {
    en: "the {plan} plan has no seat tiers, and {tier} is named as one",
    ja: "{plan} にシートティアはありませんが、{tier} が指定されています",
};

const HELP: Text = Text {
    en: "use one of {offered}, or leave {tier} out",
    ja: "{offered} のいずれかを使うか、{tier} を外してください",
};

const MEANT: Text = Text {
    en: "did you mean {suggestion}? Otherwise use one of {offered}, or leave {tier} out",
    ja: "{suggestion} のことですか。そうでなければ {offered} のいずれかを使うか、{tier} を外してください",
};

const LEAVE_OUT: Text = Text {
    en: "leave seat tiers out: in Console only roles are mapped",
    ja: "シートティアを外してください。Consoleでマップできるのはロールだけです",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let offered = context.offer.tier_words();
    // One finding a tier, however many places name it.
    let mapping = context.config.provisioning.group_mapping.iter();
    let mapped = mapping.flat_map(|mapping| mapping.seat_tiers.keys());
    let mapped = mapped.map(|tier| (tier, "/config/provisioning/groupMapping/seatTiers"));
    let purchased = context.config.organization.seats.keys();
    let purchased = purchased.map(|tier| (tier, "/config/organization/seats"));
    let places = mapped.chain(purchased).filter(|(tier, _)| !offered.contains(&tier.as_str()));
    for (tier, parents) in grouped(places) {
        let paths = parents.into_iter().map(|parent| {
            let mut path = parent.to_owned();
            push_step(&mut path, tier);
            path
        });
        let unknown = SeatTier::from_word(tier).is_none();
        let suggestion = closest(tier, offered.iter().copied()).filter(|_| unknown);
        let (message, help) = match suggestion {
            _ if offered.is_empty() => (NO_TIERS, LEAVE_OUT),
            Some(_) => (MESSAGE, MEANT),
            None => (MESSAGE, HELP),
        };
        let mut draft = Draft::new(&RULE, message, help)
            .subject(tier)
            .arg("tier", Arg::Word(tier.to_owned()))
            .arg("plan", Arg::Word(context.offer.plan.to_string()))
            .arg("offered", Arg::words(&offered));
        if let Some(suggestion) = suggestion {
            draft = draft.arg("suggestion", Arg::Word(suggestion.to_owned()));
        }
        drafts.push(draft.at_all(paths));
    }
}

fn propose(_: &Context<'_>, draft: &Draft) -> Vec<Proposal> {
    remedies::mapping::key(draft, draft.word("tier").unwrap_or_default())
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "A seat tier that the plan does not have is named in the mapping or among the purchased seats.",
        ja: "プランにないシートティアが、マッピングまたは購入済みシートに指定されています。",
    },
    why: Text {
        en: "A tier that the plan does not offer maps nothing, so people in its groups are placed on another tier, by default the highest one available. Console has no seat tiers at all.",
        ja: "プランにないシートティアへのマッピングは無効です。そのグループの人は別のティアになり、既定では利用可能な最上位のティアが割り当てられます。Consoleにはシートティア自体がありません。",
    },
    fix: Text {
        en: "Use the tiers of your plan: Premium and Standard on Team and seat-based Enterprise, Chat + Claude Code and Chat on usage-based Enterprise. In Console, leave seat tiers out.",
        ja: "プランにあるシートティアを使います。TeamとシートベースのEnterpriseではPremiumとStandard、使用量ベースのEnterpriseではChat + Claude CodeとChatです。Consoleではシートティアを外します。",
    },
    params: &[
        always("tier", Kind::Text, "The seat tier as it is written."),
        always("plan", Kind::Plan, "The plan."),
        always("offered", Kind::Texts, "The seat tiers that the plan has."),
        maybe("suggestion", Kind::Text, "The seat tier that was likely meant."),
    ],
    fails: r#"{
        "config": {
            "organization": { "plan": "enterprise-usage-based" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true }
            },
            "provisioning": {
                "mode": "jit",
                "groupMapping": {
                    "roles": {
                        "owner": ["anthropic-claude-owners"],
                        "user": ["anthropic-claude-users"]
                    },
                    "seatTiers": {
                        "premium": ["anthropic-claude-code"],
                        "chat": ["anthropic-claude-chat"]
                    }
                }
            },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                {
                    "email": "ann@example.com",
                    "role": "owner",
                    "seatTier": "chat-and-claude-code"
                },
                { "email": "ben@example.com", "role": "user", "seatTier": "chat" }
            ],
            "directory": {
                "users": [
                    {
                        "email": "ann@example.com",
                        "groups": ["anthropic-claude-owners", "anthropic-claude-code"]
                    },
                    {
                        "email": "ben@example.com",
                        "groups": ["anthropic-claude-users", "anthropic-claude-chat"]
                    }
                ]
            }
        }
    }"#,
    passes: r#"{
        "config": {
            "organization": { "plan": "enterprise-usage-based" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true }
            },
            "provisioning": {
                "mode": "jit",
                "groupMapping": {
                    "roles": {
                        "owner": ["anthropic-claude-owners"],
                        "user": ["anthropic-claude-users"]
                    },
                    "seatTiers": {
                        "chat-and-claude-code": ["anthropic-claude-code"],
                        "chat": ["anthropic-claude-chat"]
                    }
                }
            },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                {
                    "email": "ann@example.com",
                    "role": "owner",
                    "seatTier": "chat-and-claude-code"
                },
                { "email": "ben@example.com", "role": "user", "seatTier": "chat" }
            ],
            "directory": {
                "users": [
                    {
                        "email": "ann@example.com",
                        "groups": ["anthropic-claude-owners", "anthropic-claude-code"]
                    },
                    {
                        "email": "ben@example.com",
                        "groups": ["anthropic-claude-users", "anthropic-claude-chat"]
                    }
                ]
            }
        }
    }"#,
};
