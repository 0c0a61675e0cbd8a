// Files of any size as other systems write them.
const list = (n, make) => Array.from({ length: n }, (_, index) => make(index));
const quoted = (cell) => `"${String(cell).replaceAll('"', '""')}"`;
const table = (rows) => `${rows.map((row) => row.map(quoted).join(",")).join("\n")}\n`;

export const csv = {
  table,
  members: (rows) => table([["Name", "Email", "Role", "Status", "Seat Tier"], ...rows.map((row) => [...row, "Active", "Standard"])]),
  entraMembers: (n) => {
    const headings = ["id", "userPrincipalName", "displayName", "objectType", "userType", "isUser", "isGroup", "isGuest"];
    return table([headings, ...list(n, (index) => [index, `p${index}@acme.com`, `Pat ${index}`, "User", "Member", "True", "False", "False"])]);
  },
};

const page = (type, rows) =>
  JSON.stringify({
    schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
    totalResults: rows.length,
    Resources: rows.map((row) => ({ schemas: [`urn:ietf:params:scim:schemas:core:2.0:${type}`], ...row })),
  });

export const scim = {
  users: (n, more = () => ({})) => page("User", list(n, (index) => ({ id: `u${index}`, userName: `p${index}@acme.com`, active: true, ...more(index) }))),
  groups: (groups) => page("Group", groups.map(([displayName, members, id = displayName]) => ({ id, displayName, members: members.map((value) => ({ value })) }))),
};
