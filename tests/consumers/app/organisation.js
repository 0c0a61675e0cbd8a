// Ben is not assigned in the directory, and SCIM removes whoever is not; Cem is new.
export const config = {
  organization: { plan: "enterprise-seat-based" },
  parent: { domains: [{ name: "acme.com", verified: true }], sso: { connected: true }, directorySync: { connected: true } },
  provisioning: { mode: "scim" },
  actor: "ann@acme.com",
};

export const roster = {
  members: [
    { email: "ann@acme.com", role: "owner" },
    { email: "dee@acme.com", role: "owner" },
    { email: "ben@acme.com" },
  ],
  directory: { users: [{ email: "ann@acme.com" }, { email: "dee@acme.com" }, { email: "cem@acme.com" }] },
};
