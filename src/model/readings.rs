//! Where the sources disagree or are silent: the readings an answer may rest on (domain 7).

use crate::model::read::{document, read_words};
use crate::vocabulary::{Word, vocabulary};

vocabulary! {
    /// The role that the newly added get when no group mapping names one.
    pub enum DefaultRole {
        /// `user` on every plan.
        User = "user",
        /// `claude-code-user`, in Console.
        ClaudeCodeUser = "claude-code-user",
    }
}

vocabulary! {
    /// Which mapped groups entitle to access.
    pub enum AccessGroup {
        /// Only groups mapped to a role.
        RoleGroup = "role-group",
        /// A group mapped to a seat tier as well, with role `user`.
        AnyMappedGroup = "any-mapped-group",
    }
}

vocabulary! {
    /// What becomes of a member who is assigned but in no group that entitles.
    pub enum UnmappedMember {
        /// They are not entitled.
        LosesAccess = "loses-access",
        /// They are entitled, with role `user`.
        FallsToUser = "falls-to-user",
    }
}

vocabulary! {
    /// What becomes of the list entry of a member who can no longer log in under JIT.
    pub enum JitUnassigned {
        /// It stays until a login attempt or until it is removed by hand.
        StaysListed = "stays-listed",
        /// It goes.
        Removed = "removed",
    }
}

vocabulary! {
    /// The seat of an entitled member whom no seat tier group names.
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
    pub enum TierMappingUnused {
        /// The tier they hold.
        KeepCurrent = "keep-current",
        /// The highest tier with a seat free.
        HighestAvailable = "highest-available",
    }
}

vocabulary! {
    /// How people outside the verified domains log in.
    pub enum OutsideDomain {
        /// By e-mail: SSO is not enforced for them.
        EmailLogin = "email-login",
        /// SSO is enforced for them too.
        Enforced = "enforced",
    }
}

vocabulary! {
    /// Whether the primary owner is exempt from removal and from the mapping.
    pub enum PrimaryOwnerExempt {
        /// Exempt.
        Yes = "yes",
        /// Treated as any member.
        No = "no",
    }
}

vocabulary! {
    /// Which organisations under the same parent SCIM without mapping also adds people to.
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
    /// The reading that the engine takes of each point that the sources leave open.
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
