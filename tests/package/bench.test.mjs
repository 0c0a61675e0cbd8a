// The benchmarks compare with a comparator by hand: it must answer as the engine does, or the comparison says nothing.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { preview } from "../../benches/comparator.mjs";
import { configuration, generator, roster, toggled } from "../../benches/input.mjs";
import { loaders } from "./install.mjs";

const WORLDS = 3000;

let rolecall;
before(async () => {
  rolecall = await loaders["ES module"]();
  await rolecall.init();
});

test("the comparator answers as the engine does, for small organisations of all kinds", () => {
  const seen = new Set();
  for (let seed = 1; seed <= WORLDS; seed++) {
    const { config, roster } = world(generator(seed));
    const counts = assertSame(config, roster, () => `world ${seed}: ${JSON.stringify({ config, roster })}`);
    for (const [outcome, people] of Object.entries(counts)) if (people > 0) seen.add(outcome);
  }
  const all = ["added", "blocked", "changed", "kept", "not-a-member", "removed", "waiting"];
  assert.deepEqual([...seen].sort(), all, "the worlds do not show everything that may become of somebody");
});

test("the comparator answers as the engine does, for the organisation that is measured", () => {
  const people = 2000;
  const configs = toggled(people);
  assertSame(configuration(people), roster(people));
  for (let count = 0; count < 3; count++) assertSame(configs.next().value, roster(people));
});

function assertSame(config, roster, where = () => undefined) {
  const engine = rolecall.check(config, roster);
  const comparator = preview(config, roster);
  const { unknown, ...counts } = engine.counts;
  assert.equal(unknown, 0, where());
  assert.deepEqual(comparator.counts, counts, where());
  const people = engine.people.map(({ email, outcome, after }) => ({ email, outcome, ...stays(after) }));
  assert.deepEqual(comparator.people.map(plain), people.map(plain), where());
  const administering = config.organization.plan === "console" ? ["admin"] : ["owner", "primary-owner"];
  const admins = engine.roles.filter(({ role }) => administering.includes(role)).reduce((sum, { after }) => sum + after, 0);
  assert.equal(comparator.admins, admins, where());
  return counts;
}

/** Nobody has a role or a seat who is not on the list in the end. */
const stays = (after) => ({ role: after?.role, seatTier: after?.seatTier });
const plain = ({ email, outcome, role, seatTier }) => [email, outcome, role ?? null, seatTier ?? null];

const PLANS = {
  team: [["owner", "admin", "user"], ["premium", "standard"]],
  "enterprise-seat-based": [["owner", "admin", "user"], ["premium", "standard"]],
  "enterprise-usage-based": [["owner", "admin", "user"], ["chat-and-claude-code", "chat"]],
  console: [["admin", "developer", "billing", "claude-code-user", "user"], []],
};
const GROUPS = ["red", "green", "blue", "grey", "white", "black"];

/** Up to a dozen people; nobody twice, and nothing that is not known. */
function world(random) {
  const happens = (chance) => random() < chance;
  const pick = (list) => list[Math.floor(random() * list.length)];
  const some = (list, chance) => list.filter(() => happens(chance));
  const groupsFor = (keys) => Object.fromEntries(some(keys, 0.7).map((key) => [key, some(GROUPS, 0.3)]));

  const plan = pick(Object.keys(PLANS));
  const [roles, tiers] = PLANS[plan];
  const emails = Array.from({ length: Math.floor(random() * 13) }, (_, index) => `p${index}@${pick(["acme.com", "Acme.com", "else.org"])}`);
  const config = { organization: { plan } };
  if (happens(0.7)) {
    config.organization.seats = Object.fromEntries(some(tiers, 0.8).map((tier) => [tier, Math.floor(random() * 5)]));
  }
  if (happens(0.85)) {
    const names = ["ACME.com", ...some(["else.org"], 0.3)];
    config.parent = {
      domains: names.map((name) => ({ name, verified: happens(0.7) })),
      sso: { connected: happens(0.85), ...(happens(0.5) && { required: happens(0.6) }) },
    };
  }
  if (happens(0.95)) config.provisioning = { mode: pick(["manual", "jit", "scim"]) };
  if (config.provisioning && happens(0.7)) {
    config.provisioning.groupMapping = {
      ...(happens(0.9) && { roles: groupsFor(roles) }),
      ...(happens(0.8) && { seatTiers: groupsFor(tiers) }),
    };
  }
  if (emails.length > 0 && happens(0.5)) config.actor = pick(emails);

  const held = plan === "console" ? roles : ["primary-owner", ...roles];
  const members = some(emails, 0.7).map((email) => ({
    email: happens(0.1) ? ` ${email.toUpperCase()} ` : email,
    ...(happens(0.9) && { role: pick(held) }),
    ...(tiers.length > 0 && happens(0.8) && { seatTier: pick(tiers) }),
  }));
  const users = some(emails, 0.8).map((email) => ({
    email,
    ...(happens(0.9) && { groups: some(GROUPS, 0.25) }),
    ...(happens(0.15) && { assigned: happens(0.5) }),
    ...(happens(0.1) && { active: happens(0.5) }),
  }));
  return { config, roster: { members, directory: { users } } };
}
