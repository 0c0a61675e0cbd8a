//! The vendor's table as data, and the only copy of it: plans, roles, seat tiers and what each
//! provisioning mode needs (domain 1).

use crate::vocabulary::{Word, vocabulary};

vocabulary! {
    /// What the organisation has subscribed to (domain 1).
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::catalog::{Mode, ParentKind, Plan};
    ///
    /// assert!(Plan::EnterpriseSeatBased.offers(Mode::Scim, ParentKind::Enterprise));
    /// assert!(!Plan::Team.offers(Mode::Scim, ParentKind::Team));
    /// ```
    pub enum Plan {
        /// The Team plan of Claude.
        Team = "team",
        /// The Enterprise plan of Claude with seats bought per person.
        EnterpriseSeatBased = "enterprise-seat-based",
        /// The Enterprise plan of Claude that bills usage.
        EnterpriseUsageBased = "enterprise-usage-based",
        /// A Claude Console (API) organisation.
        Console = "console",
    }
}

vocabulary! {
    /// A role that a member may hold on some plan (domain 1).
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::Word;
    /// use rolecall::catalog::{Plan, Role};
    ///
    /// // The order is the rank; nobody is mapped to primary owner.
    /// assert_eq!(Plan::Team.offer().roles, [Role::Owner, Role::Admin, Role::User]);
    /// assert_eq!(Role::from_word("claude-code-user"), Some(Role::ClaudeCodeUser));
    /// ```
    pub enum Role {
        /// Claude plans only; outranks `owner`; can never be the target of a group mapping.
        PrimaryOwner = "primary-owner",
        /// Claude plans: may edit identity settings.
        Owner = "owner",
        /// Claude plans: manages members. Console: may edit identity settings.
        Admin = "admin",
        /// Console.
        Developer = "developer",
        /// Console; not comparable with `developer` or `claude-code-user`.
        Billing = "billing",
        /// Console.
        ClaudeCodeUser = "claude-code-user",
        /// Every plan: the lowest role.
        User = "user",
    }
}

vocabulary! {
    /// A kind of seat that a member may hold (domain 1).
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::catalog::{Plan, SeatTier};
    ///
    /// let usage_based = Plan::EnterpriseUsageBased.offer();
    /// assert_eq!(usage_based.seat_tiers, [SeatTier::ChatAndClaudeCode, SeatTier::Chat]);
    /// assert!(Plan::Console.offer().seat_tiers.is_empty());
    /// ```
    pub enum SeatTier {
        /// Team and seat-based Enterprise: the higher tier.
        Premium = "premium",
        /// Team and seat-based Enterprise: the lower tier.
        Standard = "standard",
        /// Usage-based Enterprise: the higher tier.
        ChatAndClaudeCode = "chat-and-claude-code",
        /// Usage-based Enterprise: the lower tier.
        Chat = "chat",
    }
}

vocabulary! {
    /// How people come into the organisation and leave it (domain 1).
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::catalog::{Mode, Need};
    ///
    /// assert!(Mode::Manual.needs().is_empty());
    /// assert!(Mode::Scim.needs().contains(&Need::DirectorySyncConnected));
    /// assert!(!Mode::Jit.needs().contains(&Need::DirectorySyncConnected));
    /// ```
    pub enum Mode {
        /// By hand. The default.
        Manual = "manual",
        /// Just in time: whoever is assigned is added at their first login.
        Jit = "jit",
        /// Directory sync: the identity provider adds and removes people.
        Scim = "scim",
    }
}

vocabulary! {
    /// What kind of organisation the parent organisation was made for.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::catalog::{Mode, ParentKind, Plan};
    ///
    /// // A Console organisation may use SCIM under its own parent, not under that of a Team plan.
    /// assert!(Plan::Console.offers(Mode::Scim, ParentKind::Console));
    /// assert!(!Plan::Console.offers(Mode::Scim, ParentKind::Team));
    /// ```
    pub enum ParentKind {
        /// A Team plan.
        Team = "team",
        /// An Enterprise plan.
        Enterprise = "enterprise",
        /// A Console organisation of its own.
        Console = "console",
    }
}

vocabulary! {
    /// The identity provider that directory sync is connected to.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::Config;
    /// use rolecall::catalog::Provider;
    ///
    /// let config = Config::from_json(br#"{
    ///     "organization": { "plan": "enterprise-seat-based" },
    ///     "parent": { "directorySync": { "connected": true, "provider": "entra" } }
    /// }"#)?;
    /// let sync = config.parent.as_ref().map(|parent| parent.directory_sync);
    /// assert_eq!(sync.and_then(|sync| sync.provider), Some(Provider::Entra));
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub enum Provider {
        /// Okta.
        Okta = "okta",
        /// Microsoft Entra ID.
        Entra = "entra",
        /// Google Workspace.
        Google = "google",
        /// OneLogin.
        Onelogin = "onelogin",
        /// JumpCloud.
        Jumpcloud = "jumpcloud",
        /// Ping Identity.
        Ping = "ping",
        /// Any other.
        Other = "other",
    }
}

vocabulary! {
    /// Which of the vendor's two products a plan belongs to.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::catalog::{Plan, Product};
    ///
    /// assert_eq!(Plan::Team.offer().product, Product::Claude);
    /// assert_eq!(Plan::Console.offer().product, Product::ClaudeConsole);
    /// ```
    pub enum Product {
        /// Claude.
        Claude = "claude",
        /// Claude Console.
        ClaudeConsole = "claude-console",
    }
}

vocabulary! {
    /// Something that a provisioning mode cannot do without (domain 1).
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::catalog::{Mode, Need};
    ///
    /// let jit = [Need::ParentOrganization, Need::SsoConnected, Need::VerifiedDomain];
    /// assert_eq!(Mode::Jit.needs(), jit);
    /// ```
    pub enum Need {
        /// A parent organisation.
        ParentOrganization = "parent-organization",
        /// Single sign-on, connected.
        SsoConnected = "sso-connected",
        /// At least one verified domain.
        VerifiedDomain = "verified-domain",
        /// Directory sync, connected.
        DirectorySyncConnected = "directory-sync-connected",
        /// A plan, and a kind of parent, that the mode is offered on.
        PlanOffersIt = "plan-offers-it",
    }
}

/// One plan: what it offers (domain 1).
///
/// # Example
///
/// ```
/// use rolecall::catalog::{Plan, Role};
/// let team = Plan::Team.offer();
/// assert_eq!(team.administering_role, Role::Owner);
/// assert!(!team.roles.contains(&Role::Developer));
/// ```
#[derive(Debug, PartialEq, Eq)]
pub struct Offer {
    /// The plan.
    pub plan: Plan,
    /// The product it belongs to.
    pub product: Product,
    /// The roles a group may be mapped to, highest first.
    pub roles: &'static [Role],
    /// The seat tiers, highest first; empty where the plan has none.
    pub seat_tiers: &'static [SeatTier],
    /// The role that may edit identity settings.
    pub administering_role: Role,
    /// Whether a member may be the primary owner.
    pub has_primary_owner: bool,
}

const CLAUDE_ROLES: &[Role] = &[Role::Owner, Role::Admin, Role::User];
const SEAT_BASED: &[SeatTier] = &[SeatTier::Premium, SeatTier::Standard];

const fn claude(plan: Plan, seat_tiers: &'static [SeatTier]) -> Offer {
    Offer {
        plan,
        product: Product::Claude,
        roles: CLAUDE_ROLES,
        seat_tiers,
        administering_role: Role::Owner,
        has_primary_owner: true,
    }
}

static TEAM: Offer = claude(Plan::Team, SEAT_BASED);
static ENTERPRISE_SEAT_BASED: Offer = claude(Plan::EnterpriseSeatBased, SEAT_BASED);
static ENTERPRISE_USAGE_BASED: Offer =
    claude(Plan::EnterpriseUsageBased, &[SeatTier::ChatAndClaudeCode, SeatTier::Chat]);
static CONSOLE: Offer = Offer {
    plan: Plan::Console,
    product: Product::ClaudeConsole,
    roles: &[Role::Admin, Role::Developer, Role::Billing, Role::ClaudeCodeUser, Role::User],
    seat_tiers: &[],
    administering_role: Role::Admin,
    has_primary_owner: false,
};

impl Plan {
    /// What the plan offers.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::catalog::{Plan, Role};
    ///
    /// assert_eq!(Plan::Console.offer().administering_role, Role::Admin);
    /// assert_eq!(Plan::Team.offer().administering_role, Role::Owner);
    /// ```
    pub fn offer(self) -> &'static Offer {
        match self {
            Self::Team => &TEAM,
            Self::EnterpriseSeatBased => &ENTERPRISE_SEAT_BASED,
            Self::EnterpriseUsageBased => &ENTERPRISE_USAGE_BASED,
            Self::Console => &CONSOLE,
        }
    }

    /// The kind of parent organisation that such a plan brings with it.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::catalog::{ParentKind, Plan};
    ///
    /// assert_eq!(Plan::EnterpriseUsageBased.own_parent_kind(), ParentKind::Enterprise);
    /// ```
    pub fn own_parent_kind(self) -> ParentKind {
        match self {
            Self::Team => ParentKind::Team,
            Self::EnterpriseSeatBased | Self::EnterpriseUsageBased => ParentKind::Enterprise,
            Self::Console => ParentKind::Console,
        }
    }

    /// Whether the plan, under a parent of this kind, offers the mode at all; what the mode needs
    /// besides is [`Mode::needs`].
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::catalog::{Mode, Plan};
    ///
    /// assert!(Plan::Team.offers(Mode::Jit, Plan::Team.own_parent_kind()));
    /// assert!(!Plan::Team.offers(Mode::Scim, Plan::Team.own_parent_kind()));
    /// ```
    pub fn offers(self, mode: Mode, parent: ParentKind) -> bool {
        match (mode, self) {
            (Mode::Manual | Mode::Jit, _) => true,
            (Mode::Scim, Self::Team) => false,
            (Mode::Scim, Self::Console) => parent != ParentKind::Team,
            (Mode::Scim, Self::EnterpriseSeatBased | Self::EnterpriseUsageBased) => true,
        }
    }
}

impl Mode {
    /// What must be in place before the mode can be saved.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::catalog::Mode;
    ///
    /// assert_eq!((Mode::Manual.needs().len(), Mode::Jit.needs().len()), (0, 3));
    /// ```
    pub fn needs(self) -> &'static [Need] {
        const SCIM: &[Need] = &[
            Need::ParentOrganization,
            Need::SsoConnected,
            Need::VerifiedDomain,
            Need::DirectorySyncConnected,
            Need::PlanOffersIt,
        ];
        const JIT: &[Need] = &[Need::ParentOrganization, Need::SsoConnected, Need::VerifiedDomain];
        match self {
            Self::Manual => &[],
            Self::Jit => JIT,
            Self::Scim => SCIM,
        }
    }
}

impl Offer {
    /// Where the role stands among those a group may be mapped to, 0 the highest.
    pub(crate) fn role_rank(&self, role: Role) -> Option<usize> {
        self.roles.iter().position(|offered| *offered == role)
    }

    /// Where the tier stands, 0 the highest.
    pub(crate) fn tier_rank(&self, tier: SeatTier) -> Option<usize> {
        self.seat_tiers.iter().position(|offered| *offered == tier)
    }

    /// The role as this plan reads a member list: a role it does not know is `user`.
    pub(crate) fn member_role(&self, role: Option<Role>) -> Role {
        match role {
            Some(Role::PrimaryOwner) if self.has_primary_owner => Role::PrimaryOwner,
            Some(role) if self.roles.contains(&role) => role,
            _ => Role::User,
        }
    }

    /// The seat tier as this plan reads a member list: a tier it does not know is none.
    pub(crate) fn member_tier(&self, tier: Option<SeatTier>) -> Option<SeatTier> {
        tier.filter(|tier| self.seat_tiers.contains(tier))
    }

    /// Whether the role may edit identity settings.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::catalog::{Plan, Role};
    ///
    /// let claude = Plan::Team.offer();
    /// assert!(claude.administers(Role::PrimaryOwner) && claude.administers(Role::Owner));
    /// assert!(!claude.administers(Role::Admin), "on Claude plans an admin manages members only");
    /// ```
    pub fn administers(&self, role: Role) -> bool {
        role == self.administering_role || (self.has_primary_owner && role == Role::PrimaryOwner)
    }

    /// The words of the roles, for messages.
    pub(crate) fn role_words(&self) -> Vec<&'static str> {
        self.roles.iter().map(|role| role.word()).collect()
    }

    /// The words of the seat tiers, for messages.
    pub(crate) fn tier_words(&self) -> Vec<&'static str> {
        self.seat_tiers.iter().map(|tier| tier.word()).collect()
    }
}
