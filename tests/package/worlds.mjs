// Small organisations at random, every one of them told by its number.
import { generator } from "../../benches/input.mjs";

const PLANS = {
  team: [["primary-owner", "owner", "admin", "user"], ["premium", "standard"]],
  "enterprise-seat-based": [["primary-owner", "owner", "admin", "user"], ["premium", "standard"]],
  "enterprise-usage-based": [["primary-owner", "owner", "admin", "user"], ["chat-and-claude-code", "chat"]],
  console: [["admin", "developer", "billing", "claude-code-user", "user"], []],
};
const GROUPS = ["g-owners", "g-admins", "g-users", "g-seats", "g-others"];
const DOMAINS = ["acme.com", "acme.org", "else.net"];

/** A roster and three configurations of one plan. */
export function world(number) {
  const random = generator(number + 1);
  for (let warm = 0; warm < 8; warm++) random();
  const chance = (share) => random() < share;
  const one = (list) => list[Math.floor(random() * list.length)];
  const some = (list, share = 0.4) => list.filter(() => chance(share));
  const plan = one(Object.keys(PLANS));
  const [roles, tiers] = PLANS[plan];
  const people = Array.from({ length: 3 + Math.floor(random() * 25) }, (_, index) => {
    const first = index === 0;
    const email = `p${index}@${first ? DOMAINS[0] : one(DOMAINS)}`;
    const name = chance(0.3) ? `Pat ${"ABCDEF"[index % 6]}` : undefined;
    const member = {
      email: chance(0.1) ? email.toUpperCase() : email,
      ...(name && { name }),
      ...(chance(0.8) && { role: first ? roles[1] : one(roles) }),
      ...(tiers.length > 0 && chance(0.7) && { seatTier: one(tiers) }),
      ...(chance(0.1) && { status: "pending" }),
      ...(chance(0.1) && { kind: "service" }),
    };
    const user = {
      email,
      ...(name && chance(0.8) && { name }),
      ...(chance(0.2) && { active: chance(0.5) }),
      ...(chance(0.3) && { assigned: chance(0.6) }),
      groups: some(GROUPS),
    };
    return { member: first || chance(0.7) ? member : undefined, user: chance(0.85) ? user : undefined };
  });
  const assignment = one(["listed", "listed", "listed", "flagged", "unknown", { groups: ["g-users"] }]);
  const roster = {
    members: people.flatMap(({ member }) => member ?? []),
    directory: chance(0.93) ? { users: people.flatMap(({ user }) => user ?? []), assignment, complete: chance(0.9) } : null,
  };
  const mapping = () => ({
    roles: Object.fromEntries(some(roles.slice(-3), 0.8).map((role) => [role, some(GROUPS)])),
    ...(chance(0.6) && { seatTiers: Object.fromEntries(tiers.map((tier) => [tier, some(GROUPS, 0.3)])) }),
  });
  const settings = () => ({ mode: one(["manual", "jit", "scim"]), ...(chance(0.6) && { groupMapping: mapping() }) });
  const config = () => ({
    organization: { plan, seats: Object.fromEntries(some(tiers, 0.7).map((tier) => [tier, Math.floor(random() * people.length)])) },
    ...(chance(0.9) && { parent: { domains: [{ name: DOMAINS[0], verified: chance(0.9) }], sso: { connected: true } } }),
    provisioning: settings(),
    ...(chance(0.5) && { saved: settings() }),
    ...(chance(0.8) && { actor: people[0].member.email }),
    ...(chance(0.3) && { expect: [{ everyone: true, role: "user" }, { group: one(GROUPS), access: true }] }),
  });
  return { roster, configs: [config(), config(), config()], random };
}

/** The list in another order. */
export function shuffled(list, random) {
  return list.map((entry) => [random(), entry]).sort(([one], [other]) => one - other).map(([, entry]) => entry);
}
