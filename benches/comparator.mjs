// What a front-end engineer would write by hand instead of taking the engine: who keeps access, with which role and on
// which seat, and the handful of findings that a dialog cannot do without. Plain JavaScript, one pass over the objects as
// they come, no explanations and no repairs. Nothing but the benchmarks uses it: it is what they compare with.

const CLAUDE = { roles: ["owner", "admin", "user"], tiers: ["premium", "standard"], administers: "owner", offersScim: true };
const PLANS = {
  team: { ...CLAUDE, offersScim: false },
  "enterprise-seat-based": CLAUDE,
  "enterprise-usage-based": { ...CLAUDE, tiers: ["chat-and-claude-code", "chat"] },
  console: {
    roles: ["admin", "developer", "billing", "claude-code-user", "user"],
    tiers: [],
    administers: "admin",
    offersScim: true,
  },
};

/** What becomes of everyone: `counts` of outcomes, `admins` with access, codes of `findings`, and `people`. */
export function preview(config, roster) {
  const policy = compile(config);
  const seating = new Seating(policy.plan.tiers, config.organization.seats ?? {});
  const strangers = new Map();
  for (const user of roster.directory?.users ?? []) strangers.set(address(user), user);

  const people = [];
  for (const member of roster.members ?? []) {
    const email = address(member);
    const user = strangers.get(email);
    // Who is left in the directory in the end is not a member.
    if (user !== undefined) strangers.delete(email);
    people.push(ofMember(policy, seating, email, member, user));
  }
  for (const [email, user] of strangers) people.push(ofStranger(policy, seating, email, user));
  seating.settle();
  return summary(policy, people);
}

const address = ({ email }) => email.trim().toLowerCase();

/** The configuration as the pass wants it: what a group gives as bits, the highest role and tier lowest. */
function compile(config) {
  const plan = PLANS[config.organization.plan];
  const { mode = "manual", groupMapping: mapping } = config.provisioning ?? {};
  const isMapped = mode !== "manual" && mapping !== undefined && mapping !== null;
  const gives = new Map();
  const add = (groups, bit) => {
    for (const group of groups ?? []) gives.set(group, (gives.get(group) ?? 0) | bit);
  };
  if (isMapped) {
    plan.roles.forEach((role, rank) => add(mapping.roles?.[role], ROLE << rank));
    plan.tiers.forEach((tier, rank) => add(mapping.seatTiers?.[tier], TIER << rank));
  }
  const { domains, sso } = config.parent ?? {};
  const isEnforced = sso?.connected === true && sso.required !== false;
  const verified = isEnforced ? (domains ?? []).filter((domain) => domain.verified) : [];
  return {
    plan,
    mode,
    isMapped,
    gives,
    mapsTiers: isMapped && plan.tiers.some((tier) => mapping.seatTiers?.[tier]?.length > 0),
    /** Whose people can log in by SSO only. */
    enforced: new Set(verified.map(({ name }) => name.toLowerCase())),
    actor: config.actor?.trim().toLowerCase(),
  };
}

const ROLE = 1;
const ROLES = 0xff;
const TIER = 0x100;
const TIERS = 0xff00;

/** The number of the lowest bit that is set. */
const lowest = (bits) => 31 - Math.clz32(bits & -bits);

const isAssigned = (user) => user !== undefined && user.active !== false && user.assigned !== false;

/** What all groups of a person give together. */
function given(policy, { groups }) {
  let bits = 0;
  if (policy.isMapped && groups) {
    for (let i = 0; i < groups.length; i++) bits |= policy.gives.get(groups[i]) ?? 0;
  }
  return bits;
}

function ofMember(policy, seating, email, member, user) {
  const { mode, isMapped, plan } = policy;
  const role = member.role ?? "user";
  const held = member.seatTier ?? null;
  const assigned = isAssigned(user);
  const isPrimaryOwner = role === "primary-owner";
  const bits = assigned ? given(policy, user) : 0;
  const entitled = assigned && (!isMapped || isPrimaryOwner || (bits & ROLES) !== 0);

  if (!entitled || mode === "manual") {
    if (mode === "scim" && !isPrimaryOwner) return { email, outcome: "removed", role: undefined, seatTier: undefined };
    // An assignment without a mapped group lets in where nothing else is asked for.
    const logsIn = (assigned && mode !== "jit") || !policy.enforced.has(email.slice(email.lastIndexOf("@") + 1));
    seating.keep(held);
    return { email, outcome: logsIn ? "kept" : "blocked", role, seatTier: held };
  }
  const person = { email, outcome: "kept", role: isMapped && !isPrimaryOwner ? plan.roles[lowest(bits & ROLES)] : role, seatTier: held };
  if (person.role !== role) person.outcome = "changed";
  if (!isMapped) seating.keep(held);
  else if (bits & TIERS) seating.name(person, true, lowest(bits & TIERS) - 8);
  else if (policy.mapsTiers) seating.default(person, true);
  else seating.keep(held);
  return person;
}

function ofStranger(policy, seating, email, user) {
  const { mode, isMapped, plan } = policy;
  const bits = given(policy, user);
  if (mode === "manual" || !isAssigned(user) || (isMapped && (bits & ROLES) === 0)) {
    return { email, outcome: "not-a-member", role: undefined, seatTier: undefined };
  }
  const person = { email, outcome: "added", role: isMapped ? plan.roles[lowest(bits & ROLES)] : "user", seatTier: null };
  if (bits & TIERS) seating.name(person, false, lowest(bits & TIERS) - 8);
  else seating.default(person, false);
  return person;
}

/** Who sits where: those who stay first, then those whose groups name a tier, then all others. */
class Seating {
  #tiers;
  #free;
  #named;
  #others = [];

  constructor(tiers, purchased) {
    this.#tiers = tiers;
    this.#free = tiers.map((tier) => purchased[tier] ?? Infinity);
    this.#named = tiers.map(() => []);
  }

  /** Somebody stays on the tier that they hold, even beyond what was purchased. */
  keep(held) {
    const rank = this.#tiers.indexOf(held);
    if (rank >= 0) this.#free[rank]--;
  }

  /** Somebody's groups name the tier. */
  name(person, isMember, rank) {
    if (person.seatTier === this.#tiers[rank]) this.#free[rank]--;
    else this.#named[rank].push({ person, isMember });
  }

  /** Somebody takes what is free, the highest first; who has the highest keeps it. */
  default(person, isMember) {
    if (this.#tiers.length === 0) return;
    if (person.seatTier === this.#tiers[0]) this.#free[0]--;
    else this.#others.push({ person, isMember });
  }

  settle() {
    const left = [];
    this.#named.forEach((demands, rank) => {
      for (const demand of demands) {
        if (this.#free[rank] > 0) this.#seat(demand, rank);
        else left.push(demand);
      }
    });
    for (const demand of left) {
      if (demand.isMember) this.keep(demand.person.seatTier);
      else demand.person.outcome = "waiting";
    }
    for (const demand of this.#others) {
      const rank = this.#free.findIndex((free) => free > 0);
      if (rank >= 0) this.#seat(demand, rank);
      else if (!demand.isMember) demand.person.outcome = "waiting";
    }
  }

  #seat({ person, isMember }, rank) {
    const tier = this.#tiers[rank];
    if (isMember && person.seatTier !== tier) person.outcome = "changed";
    person.seatTier = tier;
    this.#free[rank]--;
  }
}

function summary({ plan, mode, actor }, people) {
  const counts = { kept: 0, changed: 0, added: 0, removed: 0, blocked: 0, waiting: 0, "not-a-member": 0 };
  let admins = 0;
  let self;
  for (const person of people) {
    const { outcome, role } = person;
    counts[outcome]++;
    const administers = role === plan.administers || role === "primary-owner";
    if (administers && (outcome === "kept" || outcome === "changed" || outcome === "added")) admins++;
    if (person.email === actor) self = person;
  }
  const findings = [];
  if (mode === "scim" && !plan.offersScim) findings.push("plan/scim-on-team");
  if (admins === 0) findings.push("lockout/no-admin-left");
  if (self?.outcome === "removed" || self?.outcome === "blocked") findings.push("lockout/actor-loses-access");
  else if (self && self.role !== plan.administers) findings.push("lockout/actor-demoted");
  if (counts.waiting > 0) findings.push("seats/shortage");
  return { counts, admins, findings, people };
}
