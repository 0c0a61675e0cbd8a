//! JIT with mapping and Entra: people in so many groups that their group claims are left out.

use crate::catalog::Provider;
use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "mapping/too-many-groups",
    severity: Severity::Warning,
    sources: &["E35"],
    check,
    ..DEFAULT
};

/// From how many groups on a SAML token carries none of them.
const MOST: usize = 150;

const MESSAGE: Text = Text {
    en: "{n} {n|person is|people are} in more than {most} groups, and Entra leaves all group claims out of such a login, so the mapping sees none: {who}",
    ja: "{n} 人が {most} 個を超えるグループに属しています。Entraはこの場合、ログイン時のグループ要求をすべて省くため、マッピングが効きません: {who}",
};

const HELP: Text = Text {
    en: "in Entra, limit the group claim to the groups assigned to the application",
    ja: "Entraで、グループ要求をアプリケーションに割り当てられたグループに限定してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let provider = context.config.parent.as_ref().and_then(|parent| parent.directory_sync.provider);
    if context.mode() != Mode::Jit || !context.policy.mapped || provider != Some(Provider::Entra) {
        return;
    }
    let roster = context.roster;
    let people: Vec<_> =
        roster.people().filter(|person| roster.groups_of(*person).nth(MOST).is_some()).collect();
    if !people.is_empty() {
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .arg("most", Arg::Count(MOST))
                .people(people)
                .at("/roster/directory/users"),
        );
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "Under JIT with Microsoft Entra, somebody is in more than 150 groups, and their login carries no groups at all.",
        ja: "Microsoft Entraを使用するJITで、150個を超えるグループに属し、ログイン時にグループがまったく渡されない人がいます。",
    },
    why: Text {
        en: "Under JIT the mapping works from the groups that a login names. Beyond 150 groups Entra leaves the group claim out of a SAML login altogether, so the person is treated as being in no mapped group and cannot log in, although the directory shows them in the right one.",
        ja: "JITのマッピングは、ログイン時に渡されるグループをもとに働きます。Entraは、グループが150個を超えるとSAMLのログインからグループ要求をすべて省きます。そのため、ディレクトリでは正しいグループに属していても、マップされたグループに属さない人として扱われ、ログインできません。",
    },
    fix: Text {
        en: "In Entra, limit the group claim of the application to the groups assigned to it, so that each login names only those few.",
        ja: "Entraで、アプリケーションのグループ要求を、そのアプリケーションに割り当てられたグループだけに限定します。",
    },
    params: &[always("most", Kind::Number, "How many groups are offered.")],
    fails: r#"{
        "config": {
            "organization": { "plan": "console" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true },
                "directorySync": { "provider": "entra" }
            },
            "provisioning": {
                "mode": "jit",
                "groupMapping": {
                    "roles": {
                        "admin": ["anthropic-console-admins"],
                        "developer": ["anthropic-console-developers"]
                    }
                }
            },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "admin" },
                { "email": "ben@example.com", "role": "developer" }
            ],
            "directory": {
                "users": [
                    { "email": "ann@example.com", "groups": ["anthropic-console-admins"] },
                    {
                        "email": "ben@example.com",
                        "groups": [
                            "anthropic-console-developers", "g001", "g002", "g003", "g004",
                            "g005", "g006", "g007", "g008", "g009", "g010", "g011", "g012",
                            "g013", "g014", "g015", "g016", "g017", "g018", "g019", "g020",
                            "g021", "g022", "g023", "g024", "g025", "g026", "g027", "g028",
                            "g029", "g030", "g031", "g032", "g033", "g034", "g035", "g036",
                            "g037", "g038", "g039", "g040", "g041", "g042", "g043", "g044",
                            "g045", "g046", "g047", "g048", "g049", "g050", "g051", "g052",
                            "g053", "g054", "g055", "g056", "g057", "g058", "g059", "g060",
                            "g061", "g062", "g063", "g064", "g065", "g066", "g067", "g068",
                            "g069", "g070", "g071", "g072", "g073", "g074", "g075", "g076",
                            "g077", "g078", "g079", "g080", "g081", "g082", "g083", "g084",
                            "g085", "g086", "g087", "g088", "g089", "g090", "g091", "g092",
                            "g093", "g094", "g095", "g096", "g097", "g098", "g099", "g100",
                            "g101", "g102", "g103", "g104", "g105", "g106", "g107", "g108",
                            "g109", "g110", "g111", "g112", "g113", "g114", "g115", "g116",
                            "g117", "g118", "g119", "g120", "g121", "g122", "g123", "g124",
                            "g125", "g126", "g127", "g128", "g129", "g130", "g131", "g132",
                            "g133", "g134", "g135", "g136", "g137", "g138", "g139", "g140",
                            "g141", "g142", "g143", "g144", "g145", "g146", "g147", "g148",
                            "g149", "g150"
                        ]
                    }
                ]
            }
        }
    }"#,
    passes: r#"{
        "config": {
            "organization": { "plan": "console" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true },
                "directorySync": { "provider": "entra" }
            },
            "provisioning": {
                "mode": "jit",
                "groupMapping": {
                    "roles": {
                        "admin": ["anthropic-console-admins"],
                        "developer": ["anthropic-console-developers"]
                    }
                }
            },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "admin" },
                { "email": "ben@example.com", "role": "developer" }
            ],
            "directory": {
                "users": [
                    { "email": "ann@example.com", "groups": ["anthropic-console-admins"] },
                    {
                        "email": "ben@example.com",
                        "groups": ["anthropic-console-developers"]
                    }
                ]
            }
        }
    }"#,
};
