//! Pending invitations hold seats.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "seats/held-by-invitations",
    severity: Severity::Info,
    needs: Needs::Resolution,
    sources: &["E29", "A5"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{n} pending {n|invitation holds a seat|invitations hold a seat each}: {who}",
    ja: "保留中の招待 {n} 件がシートを占有しています: {who}",
};

const HELP: Text = Text {
    en: "remind them to accept, or withdraw the invitations to free the seats",
    ja: "承諾を促すか、招待を取り消してシートを空けてください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let people = context.change.crowd(|cohort| {
        let standing = context.change.after(cohort).standing();
        context.roster.is_pending(cohort.first)
            && standing.is_some_and(|standing| standing.seat_tier.is_some())
    });
    if !people.is_empty() {
        drafts.push(Draft::new(&RULE, MESSAGE, HELP).people(people).at("/roster/members"));
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "Invitations that have not been accepted hold seats.",
        ja: "まだ承諾されていない招待が、シートを占有しています。",
    },
    why: Text {
        en: "A seat is taken as soon as somebody is invited, not when they accept. These seats are missing for the people who are about to be added.",
        ja: "シートは、承諾したときではなく招待した時点で使われます。その分、これから追加される人のためのシートが少なくなります。",
    },
    fix: Text {
        en: "Remind them to accept, or withdraw the invitations in the settings of the organisation to free the seats.",
        ja: "招待した人に承諾を促すか、オーガニゼーションの設定で招待を取り消してシートを空けます。",
    },
    params: &[],
    fails: r#"{
        "config": {
            "organization": { "plan": "team" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true }
            },
            "provisioning": { "mode": "jit" },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "owner", "seatTier": "premium" },
                {
                    "email": "ben@example.com",
                    "role": "user",
                    "seatTier": "standard",
                    "status": "pending"
                }
            ],
            "directory": {
                "users": [{ "email": "ann@example.com" }, { "email": "ben@example.com" }]
            }
        }
    }"#,
    passes: r#"{
        "config": {
            "organization": { "plan": "team" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true }
            },
            "provisioning": { "mode": "jit" },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "owner", "seatTier": "premium" },
                { "email": "ben@example.com", "role": "user", "seatTier": "standard" }
            ],
            "directory": {
                "users": [{ "email": "ann@example.com" }, { "email": "ben@example.com" }]
            }
        }
    }"#,
};
