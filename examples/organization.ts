// What the examples would have from a server of yours: the organisation, the settings as they are, and where to save them.
import { init, Session, type Config } from "rolecall";

await init();

/** The people. For a large organisation take the session of `rolecall/worker`. */
export const session = new Session({
  members: [
    { email: "ann@acme.com", name: "Ann", role: "owner", seatTier: "premium" },
    { email: "bea@acme.com", name: "Bea", role: "owner", seatTier: "premium" },
    { email: "cem@acme.com", name: "Cem", role: "user", seatTier: "standard" },
    { email: "dan@acme.com", name: "Dan", role: "user", seatTier: "standard" },
  ],
  directory: {
    users: [
      { email: "ann@acme.com", groups: ["claude-owners"] },
      { email: "bea@acme.com", groups: ["claude-owners"] },
      { email: "cem@acme.com", groups: ["claude-users"] },
      { email: "dan@acme.com", groups: ["contractors"] },
    ],
  },
});

/** What can be edited. */
export interface Settings {
  mode: "manual" | "jit" | "scim";
  owners: string;
  users: string;
}

/** The group of the owners is misspelt, as happens. */
export const initial: Settings = { mode: "scim", owners: "claude-owner", users: "claude-users" };

const groups = (text: string) => text.split(",").map((name) => name.trim()).filter((name) => name !== "");

/** The configuration that these settings come to. */
export function configOf({ mode, owners, users }: Settings): Config {
  const groupMapping = mode === "manual" ? null : { roles: { owner: groups(owners), user: groups(users) } };
  return {
    organization: { name: "Acme", plan: "enterprise-seat-based", seats: { premium: 5, standard: 50 } },
    parent: {
      domains: [{ name: "acme.com", verified: true }],
      sso: { connected: true },
      directorySync: { connected: true },
    },
    provisioning: { mode, groupMapping },
    actor: "ann@acme.com",
  };
}

export async function save(config: Config): Promise<void> {
  const response = await fetch("/settings", { method: "PUT", body: JSON.stringify(config.provisioning) });
  if (!response.ok) throw new Error(`the server answers with ${response.status}`);
}
