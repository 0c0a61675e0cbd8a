//! The vendor's plans as the domain's first table prints them.

pub struct Plan {
    pub name: &'static str,
    /// Highest first.
    pub roles: &'static [&'static str],
    /// Highest first.
    pub tiers: &'static [&'static str],
    pub administering: &'static str,
}

pub static PLANS: [Plan; 4] = [
    Plan {
        name: "team",
        roles: &["owner", "admin", "user"],
        tiers: &["premium", "standard"],
        administering: "owner",
    },
    Plan {
        name: "enterprise-seat-based",
        roles: &["owner", "admin", "user"],
        tiers: &["premium", "standard"],
        administering: "owner",
    },
    Plan {
        name: "enterprise-usage-based",
        roles: &["owner", "admin", "user"],
        tiers: &["chat-and-claude-code", "chat"],
        administering: "owner",
    },
    Plan {
        name: "console",
        roles: &["admin", "developer", "billing", "claude-code-user", "user"],
        tiers: &[],
        administering: "admin",
    },
];

pub const PRIMARY_OWNER: &str = "primary-owner";

impl Plan {
    pub fn named(name: &str) -> Option<&'static Plan> {
        PLANS.iter().find(|plan| plan.name == name)
    }

    pub fn is_console(&self) -> bool {
        self.name == "console"
    }

    pub fn is_enterprise(&self) -> bool {
        self.name.starts_with("enterprise-")
    }

    /// A role that a group may be mapped to.
    pub fn offered_role(&self, word: &str) -> Option<&'static str> {
        self.roles.iter().find(|role| **role == word).copied()
    }

    /// A role that a member may hold.
    pub fn held_role(&self, word: &str) -> Option<&'static str> {
        match word {
            PRIMARY_OWNER if !self.is_console() => Some(PRIMARY_OWNER),
            _ => self.offered_role(word),
        }
    }

    pub fn tier(&self, word: &str) -> Option<&'static str> {
        self.tiers.iter().find(|tier| **tier == word).copied()
    }

    pub fn administers(&self, role: &str) -> bool {
        role == self.administering || role == PRIMARY_OWNER
    }
}
