//! The proposed configuration, as an administrator is about to save it (domain 2).

use serde_json::Value;

use crate::catalog::{Mode, ParentKind, Plan, Provider, Role, SeatTier};
use crate::model::Readings;
use crate::model::read::{Unread, document, read_words};

read_words!(Plan, Mode, ParentKind, Provider, Role, SeatTier);

document! {
    /// The organisation whose settings are to be saved.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::Config;
    ///
    /// let config = Config::from_json(br#"{
    ///     "organization": { "plan": "team", "seats": { "premium": 5 } }
    /// }"#)?;
    /// assert_eq!(config.organization.seats.get("premium"), Some(&5));
    /// assert_eq!(config.organization.seats.get("standard"), None, "not known: room without end");
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub struct Organization {
        required {
            /// What the organisation has subscribed to.
            "plan" => plan: Plan;
        }
        maybe {
            /// Its name, for people.
            "name" => name: String;
        }
        keyed {
            /// Seats purchased, a tier each. A tier left out: not known, room without end.
            #[cfg_attr(feature = "types", schemars(extend("examples" = [{ "premium": 10, "standard": 50 }])))]
            "seats" => seats: u32, by SeatTier as "Option<crate::types::By<SeatTier, u32>>";
        }
    }
}

document! {
    /// A domain of the parent organisation.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::Config;
    ///
    /// let config = Config::from_json(br#"{
    ///     "organization": { "plan": "team" },
    ///     "parent": { "domains": [{ "name": "acme.com" }] }
    /// }"#)?;
    /// let domains = &config.parent.as_ref().unwrap().domains;
    /// assert!(!domains[0].verified, "not verified unless it says so");
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub struct Domain {
        required {
            /// Compared without case.
            #[cfg_attr(feature = "types", schemars(extend("examples" = ["acme.com"])))]
            "name" => name: String;
        }
        default {
            /// Whether its ownership has been proven by the DNS record.
            "verified" => verified: bool = false;
        }
    }
}

document! {
    /// Single sign-on of the parent organisation.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::model::Sso;
    ///
    /// assert_eq!(Sso::default(), Sso { connected: false, required: true });
    /// ```
    #[derive(Copy, Eq)]
    pub struct Sso {
        default {
            /// Whether the identity provider is connected.
            "connected" => connected: bool = false;
            /// Whether people of the verified domains must log in through it.
            "required" => required: bool = true;
        }
    }
}

document! {
    /// Directory sync (SCIM) of the parent organisation.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::model::DirectorySync;
    ///
    /// assert!(!DirectorySync::default().connected);
    /// ```
    #[derive(Copy, Eq)]
    pub struct DirectorySync {
        maybe {
            /// The identity provider.
            "provider" => provider: Provider;
        }
        default {
            /// Whether it is connected.
            "connected" => connected: bool = false;
        }
    }
}

document! {
    /// Another organisation under the same parent.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::{Config, check};
    /// # use rolecall::Roster;
    ///
    /// // SCIM without a mapping adds people to every organisation under the parent whose mode is SCIM, too.
    /// let config = Config::from_json(br#"{
    ///     "organization": { "plan": "enterprise-seat-based" },
    ///     "parent": { "siblings": [{ "name": "Acme API", "plan": "console", "mode": "scim" }] },
    ///     "provisioning": { "mode": "scim" }
    /// }"#)?;
    /// let roster = Roster::from_json(br#"{ "directory": { "users": [{ "email": "ann@acme.com" }] } }"#)?;
    /// let findings = check(&config, &roster).report.findings;
    /// assert!(findings.iter().any(|finding| finding.code == "tenant/adds-everywhere"));
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub struct Sibling {
        maybe {
            /// Its name, for people.
            "name" => name: String;
            /// What it has subscribed to.
            "plan" => plan: Plan;
            /// Its provisioning mode; left out: not known.
            "mode" => mode: Mode;
        }
        default {
            /// Whether it maps groups.
            "groupMapping" => group_mapping: bool = false;
        }
    }
}

document! {
    /// The parent organisation, which holds what several organisations share.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::Config;
    /// use rolecall::catalog::ParentKind;
    ///
    /// let config = Config::from_json(br#"{
    ///     "organization": { "plan": "console" },
    ///     "parent": { "kind": "enterprise", "sso": { "connected": true } }
    /// }"#)?;
    /// let parent = config.parent.as_ref().unwrap();
    /// assert_eq!(parent.kind, Some(ParentKind::Enterprise));
    /// assert!(parent.sso.connected && parent.domains.is_empty());
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub struct Parent {
        maybe {
            /// What it was made for; left out: the plan's own kind.
            "kind" => kind: ParentKind;
        }
        default {
            /// Its domains.
            "domains" => domains: Vec<Domain> = Vec::new();
            /// Single sign-on.
            "sso" => sso: Sso = Sso::default();
            /// Directory sync.
            "directorySync" => directory_sync: DirectorySync = DirectorySync::default();
            /// The other organisations under it.
            "siblings" => siblings: Vec<Sibling> = Vec::new();
        }
    }
}

document! {
    /// Which groups of the identity provider give which role and seat tier. Groups are named by
    /// name or id. Role and tier words stay as written: the plan decides what they mean.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::Config;
    /// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
    ///
    /// let mapping = config.provisioning.group_mapping.as_ref().unwrap();
    /// assert_eq!(mapping.roles["owner"], ["claude-owners"]);
    /// assert!(mapping.seat_tiers.is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct GroupMapping {
        keyed {
            /// Role to groups.
            #[cfg_attr(feature = "types", schemars(extend("examples" = [{ "owner": ["claude-owners"], "user": ["claude-users"] }])))]
            "roles" => roles: Vec<String>, by Role as "Option<crate::types::By<Role, Vec<String>>>";
            /// Seat tier to groups.
            #[cfg_attr(feature = "types", schemars(extend("examples" = [{ "premium": ["claude-premium"] }])))]
            "seatTiers" => seat_tiers: Vec<String>, by SeatTier as "Option<crate::types::By<SeatTier, Vec<String>>>";
        }
    }
}

document! {
    /// What Save would write.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::catalog::Mode;
    /// use rolecall::model::Provisioning;
    ///
    /// let nothing_said = Provisioning::default();
    /// assert_eq!(nothing_said.mode, Mode::Manual);
    /// assert_eq!(nothing_said.group_mapping, None);
    /// ```
    pub struct Provisioning {
        maybe {
            /// Null or absent: off. An empty one is on and entitles nobody.
            "groupMapping" => group_mapping: GroupMapping;
        }
        default {
            /// The provisioning mode.
            "mode" => mode: Mode = Mode::Manual;
        }
    }
}

document! {
    /// What is in force today.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::Config;
    /// use rolecall::catalog::Mode;
    ///
    /// let config = Config::from_json(br#"{ "organization": { "plan": "team" }, "saved": {} }"#)?;
    /// assert_eq!(config.saved.as_ref().map(|saved| saved.mode), Some(Mode::Manual));
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub struct Saved {
        maybe {
            /// The group mapping in force; null or absent: off.
            "groupMapping" => group_mapping: GroupMapping;
            /// Whether SSO is required today; left out: as `parent.sso.required`.
            "ssoRequired" => sso_required: bool;
        }
        default {
            /// The provisioning mode in force.
            "mode" => mode: Mode = Mode::Manual;
        }
    }
}

document! {
    /// From where on a loss is too large, or administrators too few.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::Config;
    ///
    /// let config = Config::from_json(br#"{ "organization": { "plan": "team" }, "guards": { "maxLoss": 10 } }"#)?;
    /// assert_eq!(config.guards.max_loss, 10);
    /// assert_eq!(config.guards.min_admins, 2);
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    #[derive(Copy)]
    pub struct Guards {
        default {
            /// Fewer administrators than this after the save are warned about.
            "minAdmins" => min_admins: u32 = 2;
            /// Members losing access or demoted, from which on the save is blocked.
            "maxLoss" => max_loss: u32 = 500;
            /// The same in percent of the members with access; more than this blocks.
            #[cfg_attr(feature = "types", schemars(range(min = 0, max = 100)))]
            "maxLossPercent" => max_loss_percent: f64 = 20.0;
            /// Losses below this are never blocked for their percentage.
            "maxLossFloor" => max_loss_floor: u32 = 5;
            /// New administrators through one group, from which on the save is blocked …
            "broadAdminGroup" => broad_admin_group: u32 = 5;
            /// … when they are at least this percentage of the entitled.
            #[cfg_attr(feature = "types", schemars(range(min = 0, max = 100)))]
            "broadAdminPercent" => broad_admin_percent: f64 = 20.0;
        }
    }
}

document! {
    /// Something that must hold after the save, about one person, a group's assigned people or
    /// everyone with access.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::{Config, Roster, check};
    ///
    /// let config = Config::from_json(br#"{
    ///     "organization": { "plan": "team" },
    ///     "expect": [{ "email": "ann@acme.com", "role": "owner" }]
    /// }"#)?;
    /// let roster = Roster::from_json(br#"{ "members": [{ "email": "ann@acme.com" }] }"#)?;
    /// let findings = check(&config, &roster).report.findings;
    /// assert!(findings.iter().any(|finding| finding.code == "expect/not-met"));
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub struct Expectation {
        maybe {
            /// The person's address.
            #[cfg_attr(feature = "types", schemars(extend("examples" = ["ann@acme.com"])))]
            "email" => email: String;
            /// The group's name or id.
            #[cfg_attr(feature = "types", schemars(extend("examples" = ["claude-users"])))]
            "group" => group: String;
            /// Everyone with access.
            "everyone" => everyone: bool;
            /// Whether they have access.
            "access" => access: bool;
            /// The role they have.
            "role" => role: Role;
            /// The seat tier they hold.
            "seatTier" => seat_tier: SeatTier;
        }
    }
}

document! {
    /// A proposed configuration: the whole of what the check is asked about (domain 2).
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::Config;
    /// let config = Config::from_json(br#"{"organization":{"plan":"team"},"provisionin":{}}"#)?;
    /// assert_eq!(config.unread()[0].path, "/config/provisionin");
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    #[cfg_attr(feature = "types", ts(rename = "Config"), schemars(rename = "Config"))]
    pub struct ConfigDocument {
        required {
            /// The organisation.
            "organization" => organization: Organization;
        }
        maybe {
            /// The parent organisation; null or absent: there is none.
            "parent" => parent: Parent;
            /// What is in force today; absent: the member list as it stands.
            "saved" => saved: Saved;
            /// The address of who is about to press Save.
            #[cfg_attr(feature = "types", schemars(extend("examples" = ["ann@acme.com"])))]
            "actor" => actor: String;
        }
        default {
            /// What Save would write.
            "provisioning" => provisioning: Provisioning = Provisioning::default();
            /// Limits of what is acceptable.
            "guards" => guards: Guards = Guards::default();
            /// What must hold afterwards.
            "expect" => expect: Vec<Expectation> = Vec::new();
            /// Readings other than the default ones.
            "assumptions" => assumptions: Readings = Readings::default();
        }
        ignored { "$schema" }
    }
}

/// A proposed configuration with what could not be understood of it.
///
/// # Example
///
/// ```
/// use rolecall::Config;
/// use rolecall::catalog::Mode;
///
/// let config = Config::from_json(br#"{
///     "organization": { "plan": "team" },
///     "provisioning": { "mode": "sicm" }
/// }"#)?;
/// // What is not understood reads as absent, and is kept.
/// assert_eq!(config.provisioning.mode, Mode::Manual);
/// assert_eq!(config.unread()[0].path, "/config/provisioning/mode");
/// # Ok::<(), rolecall::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    pub(crate) document: ConfigDocument,
    pub(crate) unread: Vec<Unread>,
    /// As it was given, word for word: what fixes change.
    pub(crate) given: Value,
}

impl From<ConfigDocument> for Config {
    fn from(document: ConfigDocument) -> Self {
        let given = serde_json::to_value(&document).unwrap_or_default();
        Self { document, unread: Vec::new(), given }
    }
}

impl std::ops::Deref for Config {
    type Target = ConfigDocument;

    fn deref(&self) -> &ConfigDocument {
        &self.document
    }
}

impl Config {
    /// The configuration as it was given, with whatever could not be understood of it.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::Config;
    ///
    /// let config = Config::from_json(br#"{ "organization": { "plan": "team" }, "note": "draft" }"#)?;
    /// assert_eq!(config.given()["note"], "draft");
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub fn given(&self) -> &Value {
        &self.given
    }

    /// What could not be understood, each with its place. It reads as absent.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::Config;
    ///
    /// let config = Config::from_json(br#"{ "organization": { "plan": "team", "seat": {} } }"#)?;
    /// assert_eq!(config.unread()[0].path, "/config/organization/seat");
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub fn unread(&self) -> &[Unread] {
        &self.unread
    }

    /// The kind of the parent organisation: as given, else the plan's own.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::Config;
    /// use rolecall::catalog::ParentKind;
    ///
    /// let config = Config::from_json(br#"{ "organization": { "plan": "team" }, "parent": {} }"#)?;
    /// assert_eq!(config.parent_kind(), ParentKind::Team);
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub fn parent_kind(&self) -> ParentKind {
        let given = self.parent.as_ref().and_then(|parent| parent.kind);
        given.unwrap_or_else(|| self.organization.plan.own_parent_kind())
    }

    /// Whether what Save would write is in force already.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::Config;
    ///
    /// let config = Config::from_json(br#"{
    ///     "organization": { "plan": "team" },
    ///     "provisioning": { "mode": "jit" },
    ///     "saved": { "mode": "manual" }
    /// }"#)?;
    /// assert!(!config.is_saved());
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub fn is_saved(&self) -> bool {
        let proposed = &self.provisioning;
        self.saved.as_ref().is_some_and(|saved| {
            saved.mode == proposed.mode && saved.group_mapping == proposed.group_mapping
        })
    }

    /// Whether group mapping is on in what Save would write (domain 1).
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::Config;
    ///
    /// let on = Config::from_json(br#"{
    ///     "organization": { "plan": "team" },
    ///     "provisioning": { "mode": "jit", "groupMapping": {} }
    /// }"#)?;
    /// assert!(on.mapping_is_on(), "an empty mapping is on, and entitles nobody");
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub fn mapping_is_on(&self) -> bool {
        self.provisioning.mode != Mode::Manual && self.provisioning.group_mapping.is_some()
    }
}
