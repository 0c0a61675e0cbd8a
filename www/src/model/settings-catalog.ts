// What the configuration can be set to: the engine's catalogue, by heart, so that a form is there at once. A test
// compares the two.

import type { Guards, Mode, ParentKind, Plan, Provider, Reading, Role, SeatTier } from "rolecall";

export interface PlanFacts {
  /** Highest first, as all lists here. */
  roles: readonly Role[];
  seatTiers: readonly SeatTier[];
  administers: Role;
  /** The kind of the plan's own parent organisation. */
  kind: ParentKind;
}

const CLAUDE = { roles: ["owner", "admin", "user"], administers: "owner" } as const;
const SEATS = ["premium", "standard"] as const;

export const PLANS: Readonly<Record<Plan, PlanFacts>> = {
  team: { ...CLAUDE, seatTiers: SEATS, kind: "team" },
  "enterprise-seat-based": { ...CLAUDE, seatTiers: SEATS, kind: "enterprise" },
  "enterprise-usage-based": { ...CLAUDE, seatTiers: ["chat-and-claude-code", "chat"], kind: "enterprise" },
  console: {
    roles: ["admin", "developer", "billing", "claude-code-user", "user"],
    seatTiers: [],
    administers: "admin",
    kind: "console",
  },
};

export const PLAN_IDS = Object.keys(PLANS) as Plan[];
export const MODES = ["manual", "jit", "scim"] as const satisfies readonly Mode[];
export const KINDS = ["team", "enterprise", "console"] as const satisfies readonly ParentKind[];
export const PROVIDERS = [
  "okta",
  "entra",
  "google",
  "onelogin",
  "jumpcloud",
  "ping",
  "other",
] as const satisfies readonly Provider[];

/** The limits and what they are where none is given. */
export const GUARDS: Readonly<Record<keyof Guards, number>> = {
  minAdmins: 2,
  maxLoss: 500,
  maxLossPercent: 20,
  maxLossFloor: 5,
  broadAdminGroup: 5,
  broadAdminPercent: 20,
};

/** The values of each reading, the default first. */
export const READINGS = {
  defaultRole: ["user", "claude-code-user"],
  accessGroup: ["role-group", "any-mapped-group"],
  unmappedMember: ["loses-access", "falls-to-user"],
  jitUnassigned: ["stays-listed", "removed"],
  tierUnmapped: ["highest-available", "keep-current", "removed"],
  tierMappingUnused: ["keep-current", "highest-available"],
  outsideDomain: ["email-login", "enforced"],
  primaryOwnerExempt: ["yes", "no"],
  siblingScope: ["scim-only", "all"],
} as const satisfies Record<Reading, readonly string[]>;

export type Readings = { readonly [Id in Reading]: Readonly<Record<(typeof READINGS)[Id][number], string>> };

/** Every key that the form shows, at the top of the configuration. */
export const KNOWN_KEYS = [
  "$schema",
  "organization",
  "parent",
  "provisioning",
  "saved",
  "actor",
  "guards",
  "expect",
  "assumptions",
];
