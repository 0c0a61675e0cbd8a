//! Where the sources disagree or are silent: the readings an answer may rest on (domain 7).

use crate::model::read::{document, read_words};
use crate::vocabulary::{Word, vocabulary};

vocabulary! {
    /// The role that the newly added get when no group mapping names one.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::catalog::Role;
    /// use rolecall::{Config, Roster, check};
    ///
    /// let config = Config::from_json(br#"{
    ///     "organization": { "plan": "console" },
    ///     "provisioning": { "mode": "jit" },
    ///     "assumptions": { "defaultRole": "claude-code-user" }
    /// }"#)?;
    /// let roster = Roster::from_json(br#"{ "directory": { "users": [{ "email": "dee@acme.com" }] } }"#)?;
    /// let dee = check(&config, &roster).people[0].after.unwrap();
    /// assert_eq!(dee.role, Role::ClaudeCodeUser);
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub enum DefaultRole {
        /// `user` on every plan.
        User = "user",
        /// `claude-code-user`, in Console.
        ClaudeCodeUser = "claude-code-user",
    }
}

vocabulary! {
    /// Which mapped groups entitle to access.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::{Config, Outcome, Roster, check};
    ///
    /// let outcome = |reading: &str| -> Result<Outcome, rolecall::Error> {
    ///     let config = Config::from_value(serde_json::json!({
    ///         "organization": { "plan": "team" },
    ///         "provisioning": {
    ///             "mode": "jit",
    ///             "groupMapping": { "seatTiers": { "premium": ["claude-premium"] } },
    ///         },
    ///         "assumptions": { "accessGroup": reading },
    ///     }))?;
    ///     let roster = Roster::from_json(br#"{
    ///         "directory": { "users": [{ "email": "dee@acme.com", "groups": ["claude-premium"] }] }
    ///     }"#)?;
    ///     Ok(check(&config, &roster).people[0].outcome)
    /// };
    /// assert_eq!(outcome("role-group")?, Outcome::NotAMember);
    /// assert_eq!(outcome("any-mapped-group")?, Outcome::Added);
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub enum AccessGroup {
        /// Only groups mapped to a role.
        RoleGroup = "role-group",
        /// A group mapped to a seat tier as well, with role `user`.
        AnyMappedGroup = "any-mapped-group",
    }
}

vocabulary! {
    /// What becomes of a member who is assigned but in no group that entitles.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::{Config, Outcome, Roster, check};
    ///
    /// let outcome = |reading: &str| -> Result<Outcome, rolecall::Error> {
    ///     let config = Config::from_value(serde_json::json!({
    ///         "organization": { "plan": "team" },
    ///         "provisioning": { "mode": "scim", "groupMapping": {} },
    ///         "assumptions": { "unmappedMember": reading },
    ///     }))?;
    ///     let roster = Roster::from_json(br#"{
    ///         "members": [{ "email": "ann@acme.com" }],
    ///         "directory": { "users": [{ "email": "ann@acme.com" }] }
    ///     }"#)?;
    ///     Ok(check(&config, &roster).people[0].outcome)
    /// };
    /// assert_eq!(outcome("loses-access")?, Outcome::Removed);
    /// assert_eq!(outcome("falls-to-user")?, Outcome::Kept);
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub enum UnmappedMember {
        /// They are not entitled.
        LosesAccess = "loses-access",
        /// They are entitled, with role `user`.
        FallsToUser = "falls-to-user",
    }
}

vocabulary! {
    /// What becomes of the list entry of a member who can no longer log in under JIT.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::{Config, Outcome, Roster, check};
    ///
    /// let outcome = |reading: &str| -> Result<Outcome, rolecall::Error> {
    ///     let config = Config::from_value(serde_json::json!({
    ///         "organization": { "plan": "team" },
    ///         "parent": {
    ///             "domains": [{ "name": "acme.com", "verified": true }],
    ///             "sso": { "connected": true },
    ///         },
    ///         "provisioning": { "mode": "jit" },
    ///         "assumptions": { "jitUnassigned": reading },
    ///     }))?;
    ///     let roster = Roster::from_json(br#"{
    ///         "members": [{ "email": "ann@acme.com" }],
    ///         "directory": { "users": [] }
    ///     }"#)?;
    ///     Ok(check(&config, &roster).people[0].outcome)
    /// };
    /// assert_eq!(outcome("stays-listed")?, Outcome::Blocked);
    /// assert_eq!(outcome("removed")?, Outcome::Removed);
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub enum JitUnassigned {
        /// It stays until a login attempt or until it is removed by hand.
        StaysListed = "stays-listed",
        /// It goes.
        Removed = "removed",
    }
}

vocabulary! {
    /// The seat of an entitled member whom no seat tier group names.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::catalog::SeatTier;
    /// use rolecall::{Config, Roster, check};
    ///
    /// let seat = |reading: &str| -> Result<Option<SeatTier>, rolecall::Error> {
    ///     let config = Config::from_value(serde_json::json!({
    ///         "organization": { "plan": "team" },
    ///         "provisioning": {
    ///             "mode": "scim",
    ///             "groupMapping": {
    ///                 "roles": { "user": ["claude-users"] },
    ///                 "seatTiers": { "premium": ["claude-premium"] },
    ///             },
    ///         },
    ///         "assumptions": { "tierUnmapped": reading },
    ///     }))?;
    ///     let roster = Roster::from_json(br#"{
    ///         "members": [{ "email": "ann@acme.com", "seatTier": "standard" }],
    ///         "directory": { "users": [{ "email": "ann@acme.com", "groups": ["claude-users"] }] }
    ///     }"#)?;
    ///     Ok(check(&config, &roster).people[0].after.and_then(|after| after.seat_tier))
    /// };
    /// assert_eq!(seat("highest-available")?, Some(SeatTier::Premium));
    /// assert_eq!(seat("keep-current")?, Some(SeatTier::Standard));
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub enum TierUnmapped {
        /// The highest tier with a seat free.
        HighestAvailable = "highest-available",
        /// The tier they hold.
        KeepCurrent = "keep-current",
        /// Under SCIM they are removed.
        Removed = "removed",
    }
}

vocabulary! {
    /// The seats of members when no seat tier has any group.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::catalog::SeatTier;
    /// use rolecall::{Config, Roster, check};
    ///
    /// let seat = |reading: &str| -> Result<Option<SeatTier>, rolecall::Error> {
    ///     let config = Config::from_value(serde_json::json!({
    ///         "organization": { "plan": "team" },
    ///         "provisioning": {
    ///             "mode": "scim",
    ///             "groupMapping": { "roles": { "user": ["claude-users"] } },
    ///         },
    ///         "assumptions": { "tierMappingUnused": reading },
    ///     }))?;
    ///     let roster = Roster::from_json(br#"{
    ///         "members": [{ "email": "ann@acme.com", "seatTier": "standard" }],
    ///         "directory": { "users": [{ "email": "ann@acme.com", "groups": ["claude-users"] }] }
    ///     }"#)?;
    ///     Ok(check(&config, &roster).people[0].after.and_then(|after| after.seat_tier))
    /// };
    /// assert_eq!(seat("keep-current")?, Some(SeatTier::Standard));
    /// assert_eq!(seat("highest-available")?, Some(SeatTier::Premium));
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub enum TierMappingUnused {
        /// The tier they hold.
        KeepCurrent = "keep-current",
        /// The highest tier with a seat free.
        HighestAvailable = "highest-available",
    }
}

vocabulary! {
    /// How people outside the verified domains log in.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::{Config, Outcome, Roster, check};
    ///
    /// let outcome = |reading: &str| -> Result<Outcome, rolecall::Error> {
    ///     let config = Config::from_value(serde_json::json!({
    ///         "organization": { "plan": "team" },
    ///         "parent": {
    ///             "domains": [{ "name": "acme.com", "verified": true }],
    ///             "sso": { "connected": true },
    ///         },
    ///         "provisioning": { "mode": "jit" },
    ///         "assumptions": { "outsideDomain": reading },
    ///     }))?;
    ///     let roster = Roster::from_json(br#"{
    ///         "members": [{ "email": "dai@example.jp" }],
    ///         "directory": { "users": [] }
    ///     }"#)?;
    ///     Ok(check(&config, &roster).people[0].outcome)
    /// };
    /// assert_eq!(outcome("email-login")?, Outcome::Kept);
    /// assert_eq!(outcome("enforced")?, Outcome::Blocked);
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub enum OutsideDomain {
        /// By e-mail: SSO is not enforced for them.
        EmailLogin = "email-login",
        /// SSO is enforced for them too.
        Enforced = "enforced",
    }
}

vocabulary! {
    /// Whether the primary owner is exempt from removal and from the mapping.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::{Config, Outcome, Roster, check};
    ///
    /// let outcome = |reading: &str| -> Result<Outcome, rolecall::Error> {
    ///     let config = Config::from_value(serde_json::json!({
    ///         "organization": { "plan": "team" },
    ///         "provisioning": { "mode": "scim" },
    ///         "assumptions": { "primaryOwnerExempt": reading },
    ///     }))?;
    ///     let roster = Roster::from_json(br#"{
    ///         "members": [{ "email": "ann@acme.com", "role": "primary-owner" }],
    ///         "directory": { "users": [] }
    ///     }"#)?;
    ///     Ok(check(&config, &roster).people[0].outcome)
    /// };
    /// assert_eq!(outcome("yes")?, Outcome::Kept);
    /// assert_eq!(outcome("no")?, Outcome::Removed);
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub enum PrimaryOwnerExempt {
        /// Exempt.
        Yes = "yes",
        /// Treated as any member.
        No = "no",
    }
}

vocabulary! {
    /// Which organisations under the same parent SCIM without mapping also adds people to.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::{Config, Roster, check};
    ///
    /// let adds_there = |reading: &str| -> Result<bool, rolecall::Error> {
    ///     let config = Config::from_value(serde_json::json!({
    ///         "organization": { "plan": "team" },
    ///         "parent": { "siblings": [{ "name": "Labs", "mode": "manual" }] },
    ///         "provisioning": { "mode": "scim" },
    ///         "assumptions": { "siblingScope": reading },
    ///     }))?;
    ///     let roster = Roster::from_json(br#"{
    ///         "directory": { "users": [{ "email": "ann@acme.com" }] }
    ///     }"#)?;
    ///     let findings = check(&config, &roster).report.findings;
    ///     Ok(findings.iter().any(|finding| finding.code == "tenant/adds-everywhere"))
    /// };
    /// assert_eq!(adds_there("scim-only")?, false);
    /// assert_eq!(adds_there("all")?, true);
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub enum SiblingScope {
        /// Those in mode `scim` without a mapping, and those whose mode is not given.
        ScimOnly = "scim-only",
        /// All of them.
        All = "all",
    }
}

read_words!(
    DefaultRole,
    AccessGroup,
    UnmappedMember,
    JitUnassigned,
    TierUnmapped,
    TierMappingUnused,
    OutsideDomain,
    PrimaryOwnerExempt,
    SiblingScope,
);

document! {
    /// The reading that the engine takes of each point that the sources leave open (domain 7).
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::model::{AccessGroup, Readings};
    ///
    /// assert_eq!(Readings::default().access_group, AccessGroup::RoleGroup);
    /// ```
    #[derive(Copy, Eq)]
    pub struct Readings {
        default {
            /// The role that the newly added get when no mapping names one.
            "defaultRole" => default_role: DefaultRole = DefaultRole::User;
            /// Which mapped groups entitle.
            "accessGroup" => access_group: AccessGroup = AccessGroup::RoleGroup;
            /// Members who are assigned but in no group that entitles.
            "unmappedMember" => unmapped_member: UnmappedMember = UnmappedMember::LosesAccess;
            /// Members who can no longer log in under JIT.
            "jitUnassigned" => jit_unassigned: JitUnassigned = JitUnassigned::StaysListed;
            /// Entitled members whom no seat tier group names.
            "tierUnmapped" => tier_unmapped: TierUnmapped = TierUnmapped::HighestAvailable;
            /// Seats of members when no seat tier has any group.
            "tierMappingUnused" => tier_mapping_unused: TierMappingUnused = TierMappingUnused::KeepCurrent;
            /// People outside the verified domains.
            "outsideDomain" => outside_domain: OutsideDomain = OutsideDomain::EmailLogin;
            /// Whether the primary owner is exempt.
            "primaryOwnerExempt" => primary_owner_exempt: PrimaryOwnerExempt = PrimaryOwnerExempt::Yes;
            /// Which sibling organisations receive people as well.
            "siblingScope" => sibling_scope: SiblingScope = SiblingScope::ScimOnly;
        }
    }
}

vocabulary! {
    /// The name of a reading.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::model::Reading;
    /// use rolecall::{Config, Roster, check};
    /// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
    /// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
    ///
    /// // No seat tier has a group: whether the seats stay is a matter of reading.
    /// let assumptions = check(&config, &roster).report.assumptions;
    /// assert_eq!(assumptions[0].id, Reading::TierMappingUnused);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub enum Reading {
        /// See [`DefaultRole`].
        DefaultRole = "defaultRole",
        /// See [`AccessGroup`].
        AccessGroup = "accessGroup",
        /// See [`UnmappedMember`].
        UnmappedMember = "unmappedMember",
        /// See [`JitUnassigned`].
        JitUnassigned = "jitUnassigned",
        /// See [`TierUnmapped`].
        TierUnmapped = "tierUnmapped",
        /// See [`TierMappingUnused`].
        TierMappingUnused = "tierMappingUnused",
        /// See [`OutsideDomain`].
        OutsideDomain = "outsideDomain",
        /// See [`PrimaryOwnerExempt`].
        PrimaryOwnerExempt = "primaryOwnerExempt",
        /// See [`SiblingScope`].
        SiblingScope = "siblingScope",
    }
}

impl Reading {
    /// The values a reading may take, its default first.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::model::Reading;
    ///
    /// assert_eq!(Reading::SiblingScope.values(), ["scim-only", "all"]);
    /// ```
    pub fn values(self) -> &'static [&'static str] {
        match self {
            Self::DefaultRole => DefaultRole::WORDS,
            Self::AccessGroup => AccessGroup::WORDS,
            Self::UnmappedMember => UnmappedMember::WORDS,
            Self::JitUnassigned => JitUnassigned::WORDS,
            Self::TierUnmapped => TierUnmapped::WORDS,
            Self::TierMappingUnused => TierMappingUnused::WORDS,
            Self::OutsideDomain => OutsideDomain::WORDS,
            Self::PrimaryOwnerExempt => PrimaryOwnerExempt::WORDS,
            Self::SiblingScope => SiblingScope::WORDS,
        }
    }
}

impl Readings {
    /// The value taken of one reading.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::Config;
    /// use rolecall::model::Reading;
    ///
    /// let config = Config::from_json(br#"{
    ///     "organization": { "plan": "team" },
    ///     "assumptions": { "outsideDomain": "enforced" }
    /// }"#)?;
    /// assert_eq!(config.assumptions.value(Reading::OutsideDomain), "enforced");
    /// assert_eq!(config.assumptions.value(Reading::PrimaryOwnerExempt), "yes");
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub fn value(&self, reading: Reading) -> &'static str {
        match reading {
            Reading::DefaultRole => self.default_role.word(),
            Reading::AccessGroup => self.access_group.word(),
            Reading::UnmappedMember => self.unmapped_member.word(),
            Reading::JitUnassigned => self.jit_unassigned.word(),
            Reading::TierUnmapped => self.tier_unmapped.word(),
            Reading::TierMappingUnused => self.tier_mapping_unused.word(),
            Reading::OutsideDomain => self.outside_domain.word(),
            Reading::PrimaryOwnerExempt => self.primary_owner_exempt.word(),
            Reading::SiblingScope => self.sibling_scope.word(),
        }
    }
}
