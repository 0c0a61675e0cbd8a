// Organisations of any size `n`, each of which has very many of one thing: a configuration and a roster.
import { csv, scim } from "./growing-files.mjs";

const list = (n, make) => Array.from({ length: n }, (_, index) => make(index));
const mapping = () => ({ roles: { owner: ["g1"], user: ["g2", "g3"] }, seatTiers: { premium: ["g1"], standard: ["g2"] } });

/** A configuration of which some parts are other than usual. */
export const config = ({ parent, roles, ...more } = {}) => ({
  organization: { plan: "enterprise-seat-based", seats: { premium: 10, standard: 50 } },
  parent: { domains: [{ name: "acme.com", verified: true }], sso: { connected: true }, directorySync: { connected: true }, ...parent },
  provisioning: { mode: "scim", groupMapping: { ...mapping(), roles: { ...mapping().roles, ...roles } } },
  actor: "p1@acme.com",
  ...more,
});
const member = (index, more) => ({ email: `p${index}@acme.com`, name: `Pat ${index}`, role: index % 10 ? "user" : "owner", ...more });
const user = (index, more) => ({ email: `p${index}@acme.com`, name: `Pat ${index}`, groups: [`g${index % 7}`], ...more });
const own = (index) => user(index, { groups: [`g${index}`] });
const roster = (members, users, directory) => ({ members, directory: { users, ...directory } });
const people = (n, make = user) => roster(list(n, (index) => member(index)), list(n, (index) => make(index)));
const few = () => people(20);
/** A directory with these groups and hardly anybody. */
const withGroups = (groups) => roster([member(1)], [user(1)], { groups });
/** The number with a letter for each of its digits in base 4, which look like one another. */
const lookAlike = (index) => index.toString(4).padStart(8, "0").replace(/./g, (digit) => "lI1|"[digit]);
const long = (n, letter = "x") => letter.repeat(20 * n);

/** Of what there is very much, and the organisation that has so much of it. */
export const organisations = {
  "people on both sides": (n) => [config(), people(n)],
  "people on one side each": (n) => [config(), roster(list(n, (index) => member(index)), list(n, (index) => user(n + index)))],
  "people under JIT": (n) => [config({ provisioning: { mode: "jit", groupMapping: mapping() } }), people(n)],
  "people under a saved mode": (n) => [config({ provisioning: { mode: "manual" }, saved: { mode: "scim", groupMapping: mapping() } }), people(n)],
  "members whom the directory lacks": (n) => [config(), roster(list(n, (index) => member(index)), [])],
  "rows that repeat": (n) => [config(), roster(list(n, () => member(1)), list(n, () => user(1)))],
  "rows of one address that differ": (n) => [config(), people(n, (index) => ({ ...own(index), email: "p1@acme.com" }))],
  "addresses that differ in case": (n) => [config(), roster(list(n, (index) => member(index, { email: `P${index}@Acme.com` })), list(n, (index) => user(index)))],
  "people of one name": (n) => [config(), roster(list(n, (index) => member(index, { name: "Pat" })), list(n, (index) => user(n + index, { name: "Pat" })))],
  "people of one id": (n) => [config(), roster(list(n, (index) => member(index, { id: "1" })), list(n, (index) => user(n + index, { id: "1" })))],
  "addresses that look alike": (n) => [config(), roster(list(n, (index) => member(index, { email: `${lookAlike(index)}@acme.com` })), list(n, (index) => user(index, { email: `${lookAlike(n + index)}@acme.com` })))],
  "addresses of domains of their own": (n) => [config(), people(n, (index) => user(index, { email: `p@d${index}.com` }))],
  "domains that are verified": (n) => [config({ parent: { domains: list(n, (index) => ({ name: `d${index}.com`, verified: true })) } }), people(n, (index) => user(index, { email: `p@d${index}.com` }))],
  "domains that are not": (n) => [config({ parent: { domains: list(n, (index) => ({ name: `d${index}.com` })) } }), people(n, (index) => user(index, { email: `p@d${index}.com` }))],
  "domains of one name": (n) => [config({ parent: { domains: list(n, () => ({ name: "acme.com", verified: true })) } }), few()],
  "roles that are none": (n) => [config(), roster(list(n, (index) => member(index, { role: `r${index}` })), [])],
  "keys of people that are none": (n) => [config(), people(n, (index) => user(index, { [`k${index}`]: 1 }))],
  "keys of the configuration that are none": (n) => [config(Object.fromEntries(list(n, (index) => [`k${index}`, 1]))), few()],
  "addresses that are none": (n) => [config(), roster(list(n, (index) => member(index, { email: `p ${index}` })), list(n, (index) => user(index, { email: "" })))],
  "rows that are none": (n) => [config(), roster(list(n, () => null), list(n, () => 5))],

  "groups of one person": (n) => [config(), roster([member(1)], [user(1, { groups: list(n, (index) => `g${index}`) })])],
  "groups of one person, all mapped": (n) => [config({ roles: { user: list(n, (index) => `g${index}`) } }), roster([member(1)], [user(1, { groups: list(n, (index) => `g${index}`) })])],
  "groups": (n) => [config(), withGroups(list(n, (index) => ({ name: `g${index}`, id: `0${index}` })))],
  "groups of one name": (n) => [config(), withGroups(list(n, (index) => ({ name: "g1", id: `0${index}` })))],
  "groups of one id": (n) => [config(), withGroups(list(n, (index) => ({ name: `g${index}`, id: "0" })))],
  "groups that look alike": (n) => [config({ roles: { user: list(n, lookAlike) } }), withGroups(list(n, (index) => ({ name: lookAlike(n + index) })))],
  "groups in one another": (n) => [config(), withGroups(list(n, (index) => ({ name: `g${index}`, groups: [`g${(index + 1) % n}`] })))],
  "groups in one group": (n) => [config(), withGroups([{ name: "g1", groups: list(n, (index) => `h${index}`) }, ...list(n, (index) => ({ name: `h${index}` }))])],
  "groups that hold a name of many": (n) => [config(), withGroups(list(n, (index) => [{ name: "h", id: `0${index}` }, { name: `g${index}`, groups: ["h"] }]).flat())],
  "groups that are mapped": (n) => [config({ roles: { user: list(n, (index) => `g${index}`) } }), people(n, own)],
  "groups that are mapped to owner": (n) => [config({ roles: { owner: list(n, (index) => `g${index}`) } }), people(n, own)],
  "groups that are mapped twice": (n) => [config({ roles: { owner: list(n, (index) => `g${index}`), user: list(n, (index) => `g${index}`) } }), people(n, own)],
  "namings of one group": (n) => [config({ roles: { user: list(n, () => "g1") } }), few()],
  "namings that are none": (n) => [config({ roles: { user: list(n, () => 5) } }), few()],
  "roles of a mapping that are none": (n) => [config({ roles: Object.fromEntries(list(n, (index) => [`r${index}`, ["g1"]])) }), few()],
  "groups that assign": (n) => [config(), { ...people(n, own), directory: { users: list(n, own), assignment: { groups: list(n, (index) => `g${index}`) } } }],
  "groups that assign and are none": (n) => [config(), roster([member(1)], [user(1)], { assignment: { groups: list(n, (index) => `h${index}`) } })],
  "siblings": (n) => [config({ parent: { siblings: list(n, (index) => ({ name: `s${index}`, mode: "manual" })) } }), few()],
  "expectations of people": (n) => [config({ expect: list(n, (index) => ({ email: `p${index}@acme.com`, role: "owner" })) }), people(n)],
  "expectations of nobody": (n) => [config({ expect: list(n, (index) => ({ email: `q${index}@acme.com`, access: true })) }), few()],
  "expectations of everyone": (n) => [config({ expect: list(n, () => ({ everyone: true, access: true })) }), few()],
  "expectations of groups": (n) => [config({ expect: list(n, (index) => ({ group: `g${index}`, role: "owner" })) }), people(n, own)],

  "letters of a name": (n) => [config(), roster([member(1, { name: long(n, "é") })], [user(1, { name: long(n, "e\u0301") })])],
  "letters of an address": (n) => [config({ actor: `${long(n)}@acme.com` }), roster([member(1), member(2, { email: `${long(n)}@acme.com` })], [user(1)])],
  "letters of groups": (n) => [config({ roles: { user: [long(n, "l")] } }), roster([member(1)], [user(1, { groups: [long(n, "I")] })])],
  "letters of a role": (n) => [config(), roster([member(1, { role: long(n) })], [user(1)])],
  "letters of a key": (n) => [config({ [long(n)]: 1 }), few()],

  "rows of the members CSV": (n) => [config(), { members: csv.members(list(n, (index) => [`Pat ${index}`, `p${index}@acme.com`, "User"])), directory: scim.users(3) }],
  "rows of it that repeat": (n) => [config(), { members: csv.members(list(n, () => ["Pat", "p1@acme.com", "User"])), directory: scim.users(3) }],
  "rows of it with roles that are none": (n) => [config(), { members: csv.members(list(n, (index) => ["Pat", `p${index}@acme.com`, `r${index}`])), directory: scim.users(3) }],
  "quotation marks": (n) => [config(), { members: csv.members([['"'.repeat(20 * n), "p1@acme.com", "User"]]), directory: scim.users(3) }],
  "rows of Entra's group members": (n) => [config(), { members: [], directory: [{ data: csv.entraMembers(n), group: "g1" }] }],
  "groups in a cell": (n) => [config(), { members: [], directory: { data: csv.table([["Mail", "Teams"], ["p1@acme.com", list(n, (index) => `g${index}`).join(";")]]), columns: { email: "Mail", groups: "Teams" } } }],
  "rows of one person, a group each": (n) => [config(), { members: [], directory: { data: csv.table([["Mail", "Team"], ...list(n, (index) => ["p1@acme.com", `g${index}`])]), columns: { email: "Mail", group: "Team" } } }],
  "rows too short or too long": (n) => [config(), { members: [], directory: { data: csv.table([["Mail", "Team"], ...list(n, (index) => list(index % 5, () => "x"))]), columns: { email: "Mail", group: "Team" } } }],
  "files": (n) => [config(), { members: list(n, (index) => csv.members([[`Pat ${index}`, `p${index}@acme.com`, "User"]])), directory: [] }],
  "files of one person": (n) => [config(), { members: [], directory: list(n, (index) => ({ data: csv.table([["Mail", "Team"], ["p1@acme.com", `g${index}`]]), columns: { email: "Mail", group: "Team" } })) }],
  "pages of SCIM groups": (n) => [config(), { members: [], directory: [scim.users(3), ...list(n, (index) => scim.groups([[`g${index}`, ["u1"]]]))] }],
  "members of a SCIM group": (n) => [config(), { members: [], directory: [scim.users(n), scim.groups([["g1", list(n, (index) => `u${index}`)]])] }],
  "members of it who are unknown": (n) => [config(), { members: [], directory: [scim.users(3), scim.groups([["g1", list(n, (index) => `x${index}`)]])] }],
  "members of it who repeat": (n) => [config(), { members: [], directory: [scim.users(3), scim.groups([["g1", list(n, () => "u1")]])] }],
  "SCIM groups of one person": (n) => [config(), { members: [], directory: [scim.users(3), scim.groups(list(n, (index) => [`g${index}`, ["u1"]]))] }],
  "SCIM groups of one name": (n) => [config(), { members: [], directory: [scim.users(3), scim.groups(list(n, (index) => ["g", ["u1"], `0${index}`]))] }],
  "SCIM groups of one name in one another": (n) => [config(), { members: [], directory: [scim.users(3), scim.groups(list(n, (index) => ["g", [`0${index + 1}`], `0${index}`]))] }],
  "SCIM users of one id": (n) => [config(), { members: [], directory: [scim.users(n, () => ({ id: "1" })), scim.groups([["g1", list(n, () => "1")]])] }],
  "addresses of a SCIM user": (n) => [config(), { members: [], directory: scim.users(1, () => ({ userName: "pat", emails: list(n, (index) => ({ value: `p${index}@acme.com` })) })) }],
};
