// An organisation of n people, the same at every run: nine of ten are in one large group, everyone is in five of 200, ten
// of which are mapped; 95 of 100 are assigned, and 85 of 100 are members already, a fifth of them on the higher tier.

const GROUPS = 200;
const EACH = 5;
const TEAMS = ["sales", "legal", "design", "support", "platform"];

/** The group's name; the first is the one that nearly everybody is in. */
export const group = (number) => `entra-${TEAMS[number % TEAMS.length]}-${String(number).padStart(3, "0")}`;
const groups = (...numbers) => numbers.map(group);

/** About to save SCIM with a mapping, in an organisation that has been managed by hand. */
export function configuration(people) {
  return {
    organization: {
      plan: "enterprise-seat-based",
      seats: { premium: Math.ceil(people / 5), standard: Math.ceil(people * 0.9) },
    },
    parent: {
      kind: "enterprise",
      domains: [{ name: "example.com", verified: true }],
      sso: { connected: true, required: true },
      directorySync: { connected: true, provider: "entra" },
    },
    provisioning: {
      mode: "scim",
      groupMapping: {
        roles: { owner: groups(1), admin: groups(2, 3), user: groups(0, 4, 5, 6, 7) },
        seatTiers: { premium: groups(1, 2, 3, 4), standard: groups(0, 5, 6, 7, 8) },
      },
    },
    saved: { mode: "manual" },
    actor: address(0),
  };
}

/** The configuration with the owners' group misspelt: it blocks, and can be repaired. */
export function blocked(people) {
  const config = configuration(people);
  config.provisioning.groupMapping.roles.owner = [`${group(1)}s`];
  return config;
}

/** The configuration with one group more among the users' and one more among the standard seats': never the same twice. */
export function* toggled(people) {
  const unmapped = GROUPS - 10;
  for (let count = 0; ; count++) {
    const config = configuration(people);
    const { roles, seatTiers } = config.provisioning.groupMapping;
    roles.user.push(group(10 + (count % unmapped)));
    seatTiers.standard.push(group(10 + (Math.floor(count / unmapped) % unmapped)));
    yield config;
  }
}

/** The organisation's own list and the directory. */
export function roster(people, seed = 7) {
  const random = generator(seed);
  const members = [];
  const users = [];
  for (let person = 0; person < people; person++) {
    const isActor = person === 0;
    const own = new Set(random() < 0.9 ? [0] : []);
    while (own.size < EACH) own.add(1 + Math.floor(random() * (GROUPS - 1)));
    const email = address(person);
    if (random() < 0.85 || isActor) {
      members.push({ email, role: isActor ? "owner" : roleOf(own), seatTier: random() < 0.2 ? "premium" : "standard" });
    }
    users.push({ email, assigned: random() < 0.95 || isActor, groups: [...own].map(group) });
  }
  return { members, directory: { users, groups: Array.from({ length: GROUPS }, (_, number) => ({ name: group(number) })) } };
}

const address = (person) => `user${person}@example.com`;

function roleOf(own) {
  if (own.has(1)) return "owner";
  return own.has(2) || own.has(3) ? "admin" : "user";
}

/** Numbers from 0 up to 1, as random as is needed here: Marsaglia's xorshift of 32 bits. */
export function generator(seed) {
  let state = Math.imul(seed, 0x9e3779b9) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
