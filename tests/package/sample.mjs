// A small organisation: SCIM as proposed removes the one person whom the directory does not know.
import assert from "node:assert/strict";

export const config = {
  organization: { plan: "enterprise-seat-based", seats: { premium: 1, standard: 5 } },
  parent: {
    kind: "enterprise",
    domains: [{ name: "acme.com", verified: true }],
    sso: { connected: true, required: true },
    directorySync: { connected: true },
  },
  provisioning: { mode: "scim" },
  actor: "ann@acme.com",
};

export const roster = {
  members: [
    { email: "ann@acme.com", role: "owner" },
    { email: "zoë@acme.com", name: "Zoë 文" },
  ],
  directory: { users: [{ email: "ann@acme.com" }, { email: "cy@acme.com" }] },
};

/** The package, ready; `isAsBefore` demands that it answers about this organisation as it did at first. */
export async function answering(load) {
  const rolecall = await load();
  await rolecall.init();
  const known = rolecall.check(config, roster);
  return { rolecall, isAsBefore: () => assert.deepEqual(rolecall.check(config, roster), known) };
}
