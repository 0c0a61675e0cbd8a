//! What stands around the bytes: configurations to check under, and files for the other side.

use std::sync::LazyLock;

use rolecall::input::Reader;
use rolecall::model::Side;
use rolecall::{Config, Roster};

use super::read::File;

/// Under JIT and under SCIM, with a mapping.
pub static CONFIGS: LazyLock<[Config; 2]> = LazyLock::new(|| {
    [JIT, SCIM].map(|text| Config::from_json(text.as_bytes()).expect("a fixed configuration"))
});

const JIT: &str = r#"{
    "organization": { "plan": "enterprise-seat-based", "seats": { "standard": 3, "premium": 1 } },
    "parent": {
        "domains": [{ "name": "acme.com", "verified": true }, { "name": "example.jp" }],
        "sso": { "connected": true }
    },
    "provisioning": {
        "mode": "jit",
        "groupMapping": {
            "roles": { "owner": ["claude-owners"], "user": ["claude-users", "g1"] },
            "seatTiers": { "premium": ["claude-owners", "g2"] }
        }
    },
    "saved": { "mode": "scim" },
    "actor": "ann@acme.com"
}"#;

const SCIM: &str = r#"{
    "organization": { "plan": "enterprise-seat-based", "seats": { "premium": 2 } },
    "parent": {
        "domains": [{ "name": "acme.com", "verified": true }],
        "sso": { "connected": true },
        "directorySync": { "connected": true, "provider": "entra" },
        "siblings": [{ "name": "Labs", "mode": "manual" }]
    },
    "provisioning": {
        "mode": "scim",
        "groupMapping": {
            "roles": { "owner": ["claude-owners"], "admin": ["g2"], "user": ["claude-users"] },
            "seatTiers": { "standard": ["claude-users"], "premium": ["g1"] }
        }
    },
    "actor": "ben@acme.com",
    "guards": { "maxLossFloor": 1 },
    "expect": [{ "email": "ann@acme.com", "role": "owner" }, { "everyone": true, "access": true }],
    "assumptions": { "outsideDomain": "enforced" }
}"#;

/// A file of each kind that a caller may say something of.
pub const FILES: &[(Side, &str)] =
    &[(Side::Members, MEMBERS), (Side::Directory, DIRECTORY), (Side::Directory, TABLE)];

const MEMBERS: &str = "Name,Email,Role,Status,Seat Tier\n\
    Ann,Ann@acme.com,Owner,Active,Premium\nBen,ben@acme.com,User,Active,Standard\n\
    Cem,cem@acme.com,User,Pending,Unassigned\nDai,dai@example.jp,Primary Owner,Active,\n";

const TABLE: &str = "userPrincipalName,displayName,mail,id,groups,objectType\n\
    ann@acme.com,Ann,ann@acme.com,1,claude-owners;claude-users,User\n\
    eve@acme.onmicrosoft.com,Eve,eve@acme.com,5,,user\n,team-a,,9,,Group\n";

const DIRECTORY: &str = r#"[
    {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"id":"1","userName":"ann@acme.com"},
    {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"id":"2","userName":"ben@acme.com"},
    {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"id":"5","userName":"eve@acme.com"},
    {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"id":"g1","displayName":"claude-users",
     "members":[{"value":"1"},{"value":"5"}]}
]"#;

/// The roster of the first two of them.
pub fn roster() -> &'static Roster {
    static ROSTER: LazyLock<Roster> = LazyLock::new(|| {
        let mut reader = Reader::default();
        for (side, data) in &FILES[..2] {
            let file = File::new(*side, data.as_bytes());
            reader.add(&file.source("/roster")).expect("a fixed file");
        }
        reader.finish().expect("a small roster")
    });
    &ROSTER
}

/// The file, and one that stands on the other side: the members' first, as readers want them.
pub fn with_other_side(file: File<'_>) -> [File<'_>; 2] {
    match file.side {
        Side::Members => [file, File::new(Side::Directory, DIRECTORY.as_bytes())],
        Side::Directory => [File::new(Side::Members, MEMBERS.as_bytes()), file],
    }
}
